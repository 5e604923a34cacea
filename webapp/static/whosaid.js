// What a page gains with scripts; without them every link and form still works.
(() => {
  "use strict";

  const box = document.getElementById("q");
  const told = document.getElementById("told");
  const COPIED_MS = 1600;
  const typing = (target) => target.closest("input, textarea, select") !== null;

  // --- after an answer: title, box and screen reader follow ---------------------------------------------------------

  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id !== "answer") return;
    const result = document.querySelector("#answer > .result");
    if (!result) return;
    document.title = result.dataset.title;
    told.textContent = result.dataset.told;
    const asker = event.detail.requestConfig.elt;
    if (asker.id === "ask") return; // the reader is typing: the box is theirs
    box.value = result.dataset.text;
    asked = box.value;
    if (document.activeElement === document.body || !document.activeElement) {
      result.querySelector(".total").focus({ preventScroll: true });
    }
  });

  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.body.addEventListener(failure, () => {
      told.textContent = "The search did not answer. What you see is the answer before.";
      told.classList.add("trouble");
      asked = null;
    });
  }
  document.body.addEventListener("htmx:afterOnLoad", () => told.classList.remove("trouble"));

  // --- typing and then Enter ask once ---------------------------------------------------------------------------------

  let asked = null;

  // htmx:confirm comes before an answer under way is given up for the new question; htmx:beforeRequest comes after.
  document.body.addEventListener("htmx:confirm", (event) => {
    const { elt, triggeringEvent } = event.detail;
    if (elt.id !== "ask") return;
    if (box.value === asked && triggeringEvent?.type !== "submit") event.preventDefault();
    asked = box.value;
  });

  // --- "In context" opens and closes -------------------------------------------------------------------------------

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const link = event.detail.elt;
    if (!link.matches("[data-context]")) return;
    const words = document.getElementById(link.closest(".hit").id.replace("h-", "w-"));
    if (words.kept) {
      event.preventDefault();
      words.replaceChildren(...words.kept);
      delete words.kept;
      link.textContent = "In context";
      link.setAttribute("aria-expanded", "false");
    } else {
      link.pending = [...words.childNodes];
    }
  });

  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const link = event.detail.requestConfig.elt;
    if (!link.matches("[data-context]") || !event.detail.shouldSwap) return;
    event.detail.target.kept = link.pending;
    link.textContent = "Hide context";
    link.setAttribute("aria-expanded", "true");
  });

  // --- a permalink is copied where the browser allows it, else followed ----------------------------------------------

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-copy]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      location.assign(link.href);
      return;
    }
    const words = link.textContent;
    if (link.dataset.copied) return;
    link.dataset.copied = "yes";
    link.textContent = "Copied";
    told.textContent = "Link copied";
    setTimeout(() => {
      link.textContent = words;
      delete link.dataset.copied;
    }, COPIED_MS);
  });

  // --- find inside a long facet ----------------------------------------------------------------------------------------

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

  function narrow(find) {
    const facet = find.closest(".facet");
    const wanted = fold(find.value.trim());
    for (const item of facet.querySelectorAll("li[data-label]")) {
      item.hidden = wanted !== "" && !fold(item.dataset.label).includes(wanted);
    }
    const more = facet.querySelector("details.more");
    if (more) more.open = wanted !== "";
  }

  // The field is a form: Enter leads to the page of all values.
  document.addEventListener("input", (event) => {
    if (event.target.matches(".find")) narrow(event.target);
  });

  // --- keys ------------------------------------------------------------------------------------------------------------

  function step(by) {
    const stops = [...document.querySelectorAll(".hit, .row.hitting")];
    if (stops.length === 0) return;
    const top = box.closest(".bar").getBoundingClientRect().bottom;
    const at = stops.findIndex((stop) => stop.contains(document.activeElement));
    const near = stops.findIndex((stop) => stop.getBoundingClientRect().top >= top);
    const next = at >= 0 ? at + by : by > 0 ? Math.max(near, 0) : (near < 0 ? stops.length : near) - 1;
    const stop = stops[Math.min(Math.max(next, 0), stops.length - 1)];
    stop.tabIndex = -1;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "start" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target === box) {
      event.preventDefault(); // else the browser empties the box
      box.blur();
    }
    if (event.key === "Escape") for (const open of document.querySelectorAll(".dated[open]")) open.open = false;
    if (typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    }
  });

  // Only one explanation of a date is open at a time, and a click beside it closes it.
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll(".dated[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });

  // A passage that was linked begins below the bar; coming back leaves the reader where they were.
  const linked = document.querySelector(".linked[autofocus]");
  const [arrival] = performance.getEntriesByType("navigation");
  if (linked && !location.hash && arrival?.type === "navigate") linked.scrollIntoView({ block: "start" });
})();

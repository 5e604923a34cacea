// What a page gains with scripts; without them every link and form still works.
(() => {
  "use strict";

  const box = document.getElementById("q");
  const told = document.getElementById("told");
  const COPIED_MS = 1600;
  const typing = (target) => target.closest("input, textarea, select") !== null;

  // --- after an answer: title, box and screen reader follow ---------------------------------------------------------

  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.matches(".choices")) more(event.detail);
    if (event.detail.target.id !== "answer") return;
    const result = document.querySelector("#answer > .result");
    if (!result) return;
    document.title = result.dataset.title;
    told.textContent = result.dataset.told;
    const asker = event.detail.requestConfig.elt;
    if (asker.id === "ask" && !settled) return; // the reader is typing: the box is theirs
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
  let settled = false; // put with Enter: filters in the text become chips and leave the box

  // htmx:confirm comes before an answer under way is given up for the new question; htmx:beforeRequest comes after.
  document.body.addEventListener("htmx:confirm", (event) => {
    const { elt, triggeringEvent } = event.detail;
    if (elt.id !== "ask") return;
    const entered = triggeringEvent?.type === "submit";
    if (box.value === asked && !entered) event.preventDefault();
    else settled = entered;
    asked = box.value;
  });

  document.body.addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.elt.id === "ask" && settled) detail.headers["X-Settled"] = "true";
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

  // --- more values of a facet: the reader goes on where the list ended --------------------------------------------------

  function more({ target, requestConfig }) {
    if (requestConfig.elt.matches(".find")) return; // the reader is typing
    const values = [...target.querySelectorAll(".value")];
    (values.find((value) => !requestConfig.elt.before.has(value.id)) ?? values[0])?.focus();
  }

  document.body.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (!detail.elt.matches(".choices > .all")) return;
    detail.elt.before = new Set([...detail.target.querySelectorAll(".value")].map((value) => value.id));
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

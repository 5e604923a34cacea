// Suggestions below the box: an editable combobox with a list, whose choices are made by the reader alone.
// Focus never leaves the box; the chosen option is told by aria-activedescendant. The list lies over the sentence that
// tells how many passages match, so it begins with that sentence.
(() => {
  "use strict";

  const PAUSE_MS = 120;
  const form = document.getElementById("ask");
  const box = document.getElementById("q");
  const sheet = document.createElement("div");
  const found = document.createElement("p");
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let timer = 0;
  let underway = new AbortController();

  sheet.className = "offered";
  sheet.hidden = true;
  found.className = "found";
  found.setAttribute("aria-hidden", "true"); // the page tells it by itself
  list.id = "options";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  status.className = "unseen";
  status.setAttribute("role", "status");
  sheet.append(found, list);
  form.append(sheet, status);
  box.type = "text"; // a search field may not be a combobox
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ]) {
    box.setAttribute(name, value);
  }

  const options = () => [...list.children];
  const active = () => list.querySelector('[aria-selected="true"]');

  function activate(option) {
    active()?.setAttribute("aria-selected", "false");
    if (!option) return box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
  }

  function show(open) {
    sheet.hidden = !open;
    box.setAttribute("aria-expanded", String(open));
    if (!open) activate(null);
  }

  function tell() {
    found.textContent = document.querySelector("#answer > .result")?.dataset.told ?? "";
  }

  function leave() {
    clearTimeout(timer);
    underway.abort();
    show(false);
  }

  async function ask() {
    underway.abort();
    underway = new AbortController();
    const asked = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${form.dataset.suggest}?${asked}`, { signal: underway.signal });
      if (!answer.ok) return leave();
      list.innerHTML = await answer.text();
    } catch (problem) {
      if (problem.name !== "AbortError") leave(); // without a network there are no suggestions
      return;
    }
    const number = options().length;
    show(number > 0 && document.activeElement === box);
    status.textContent = sheet.hidden ? "" : `${number} ${number === 1 ? "suggestion" : "suggestions"} below`;
  }

  function choose(option) {
    const { link, text } = option.dataset;
    leave();
    if (!document.getElementById("answer") || !window.htmx) return location.assign(link);
    box.value = text;
    box.dispatchEvent(new CustomEvent("chosen")); // what was typed is no question any more
    window.htmx.trigger(form, "htmx:abort");
    window.htmx.ajax("GET", link, { target: "#answer", swap: "innerHTML" });
  }

  tell();
  document.body.addEventListener("htmx:afterSwap", tell);

  box.addEventListener("input", () => {
    clearTimeout(timer);
    activate(null);
    timer = setTimeout(ask, PAUSE_MS);
  });

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    const all = options();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (all.length === 0) return;
      event.preventDefault();
      const at = all.indexOf(active());
      const next = event.key === "ArrowDown" ? at + 1 : at < 0 ? all.length - 1 : at - 1;
      if (sheet.hidden) show(true);
      if (!event.altKey) activate(all[next] ?? null); // past either end is the box itself
    } else if (event.key === "Enter") {
      const chosen = sheet.hidden ? null : active();
      if (!chosen) return leave();
      event.preventDefault();
      choose(chosen);
    } else if (event.key === "Escape" && !sheet.hidden) {
      event.preventDefault();
      event.stopPropagation(); // the next Escape leaves the box
      leave();
    } else if (event.key === "Tab") {
      leave();
    }
  });

  box.addEventListener("blur", leave);
  sheet.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) choose(option);
  });
})();

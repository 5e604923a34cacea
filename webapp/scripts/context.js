// "In context" opens the passages around a hit in its place, and closes them again.
(() => {
  "use strict";

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
})();

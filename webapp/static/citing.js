// "Cite" opens and closes in place; a citation is copied where the browser allows it, else its file is opened.
(() => {
  "use strict";

  const told = document.getElementById("told");
  const COPIED_MS = 1600;

  function offer(place) {
    if (!navigator.clipboard) return;
    for (const link of place.querySelectorAll("[data-copies]")) link.hidden = false;
  }

  offer(document);

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const link = event.detail.elt;
    if (!link.matches("[data-cite]") || link.getAttribute("aria-expanded") !== "true") return;
    event.preventDefault();
    document.getElementById(link.dataset.cite).replaceChildren();
    link.setAttribute("aria-expanded", "false");
  });

  document.body.addEventListener("htmx:afterSwap", (event) => {
    const link = event.detail.requestConfig.elt;
    if (!link.matches("[data-cite]")) return;
    link.setAttribute("aria-expanded", "true");
    offer(event.detail.target);
  });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-copies]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(document.getElementById(link.dataset.copies).textContent);
    } catch {
      location.assign(link.href);
      return;
    }
    if (link.dataset.copied) return;
    const words = [...link.childNodes];
    link.dataset.copied = "yes";
    link.textContent = "Copied";
    told.textContent = "Citation copied";
    setTimeout(() => {
      link.replaceChildren(...words);
      delete link.dataset.copied;
    }, COPIED_MS);
  });
})();

// "Cite" opens and closes in place. Where the browser can copy, each citation offers it.
(() => {
  "use strict";

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
})();

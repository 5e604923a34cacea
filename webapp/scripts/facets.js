// More values of a facet come in place, and the reader goes on where the list ended.
(() => {
  "use strict";

  document.body.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (!detail.elt.matches(".choices > .all")) return;
    detail.elt.before = new Set([...detail.target.querySelectorAll(".value")].map((value) => value.id));
  });

  document.body.addEventListener("htmx:afterSwap", ({ detail: { target, requestConfig } }) => {
    if (!target.matches(".choices") || requestConfig.elt.matches(".find")) return; // in the field the reader is typing
    const values = [...target.querySelectorAll(".value")];
    (values.find((value) => !requestConfig.elt.before.has(value.id)) ?? values[0])?.focus();
  });
})();

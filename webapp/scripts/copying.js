// A permalink is copied where the browser allows it, else followed.
(() => {
  "use strict";

  const COPIED_MS = 1600;
  const told = document.getElementById("told");

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
})();

// A permalink, or a citation, is copied where the browser allows it; else the link is followed.
(() => {
  "use strict";

  const COPIED_MS = 1600;
  const told = document.getElementById("told");

  function show(link, what) {
    told.textContent = `${what} copied`;
    link.closest(".row")?.classList.add("at"); // not every browser gives the focus to a link that is touched
    if (link.dataset.copied) return;
    const words = [...link.childNodes];
    link.dataset.copied = "yes";
    link.textContent = "Copied";
    setTimeout(() => {
      link.replaceChildren(...words);
      delete link.dataset.copied;
    }, COPIED_MS);
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-copy], a[data-copies]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { copies } = link.dataset;
    try {
      await navigator.clipboard.writeText(copies ? document.getElementById(copies).textContent : link.href);
    } catch {
      location.assign(link.href);
      return;
    }
    show(link, copies ? "Citation" : "Link");
  });
})();

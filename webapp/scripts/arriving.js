// A passage that was linked begins below the bar; coming back leaves the reader where they were.
(() => {
  "use strict";

  const linked = document.querySelector(".linked[autofocus]");
  const [arrival] = performance.getEntriesByType("navigation");
  if (linked && !location.hash && arrival?.type === "navigate") linked.scrollIntoView({ block: "start" });
})();

// Single keys: to the box, from passage to passage.
(() => {
  "use strict";

  const box = document.getElementById("q");
  const typing = (target) => target.closest("input, textarea, select") !== null;

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
    if (typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    }
  });
})();

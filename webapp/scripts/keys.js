// Single keys, and the sheet that tells them. They can be switched off, for who speaks to the machine or touches keys
// by accident; the browser remembers that, and nothing is sent.
(() => {
  "use strict";

  const OFF = "whosaid-keys-off";
  const box = document.getElementById("q");
  const sheet = document.getElementById("sheet");
  const enabled = document.getElementById("single-keys");
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select") !== null;
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((found) => found.offsetParent !== null);
  const here = () => document.activeElement.closest(".hit, .row") ?? document.querySelector(".row.linked");
  const press = (selector, within = document) => within?.querySelector(selector)?.click();

  // A browser may refuse to keep anything; then the keys are on.
  function off() {
    try {
      return localStorage.getItem(OFF) !== null;
    } catch {
      return false;
    }
  }

  function remember() {
    try {
      if (enabled.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "yes");
    } catch {
      enabled.checked = true;
    }
  }

  function step(by) {
    const hits = seen(".hit, .row.hitting");
    const stops = hits.length > 0 ? hits : seen(".row");
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

  function toBox() {
    box.focus();
    box.select();
  }

  function open() {
    const passage = here()?.querySelector("a[data-context]");
    if (passage) location.assign(passage.href);
  }

  function tell() {
    enabled.checked = !off();
    sheet.showModal();
  }

  const keys = {
    "/": toBox,
    "?": tell,
    j: () => step(1),
    k: () => step(-1),
    o: open,
    w: () => press(".why > summary", here()),
    y: () => press("[data-copy]", here()),
    c: () => press("#captions"),
    "[": () => press('.pages [rel="prev"]'),
    "]": () => press('.pages [rel="next"]'),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && event.target === box) {
      event.preventDefault(); // else the browser empties the box
      box.blur();
    }
    if (typing(event.target) || sheet.open || off()) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  enabled.addEventListener("change", remember);

  for (const opener of document.querySelectorAll("[data-sheet]")) {
    opener.hidden = false;
    opener.addEventListener("click", tell);
  }
})();

// Only one explanation of a date is open at a time; Escape or a click beside it closes it.
(() => {
  "use strict";

  function close(kept) {
    for (const open of document.querySelectorAll(".dated[open]")) {
      if (!kept || !open.contains(kept)) open.open = false;
    }
  }

  document.addEventListener("click", (event) => close(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(null);
  });
})();

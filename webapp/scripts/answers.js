// After an answer the title, the box and a screen reader follow; typing and then Enter ask once.
(() => {
  "use strict";

  const box = document.getElementById("q");
  const told = document.getElementById("told");
  let asked = null; // what was sent last
  let typed = null; // what the answer in sight was asked with, while it was typed
  let settled = false; // put with Enter: filters in the text become chips and leave the box

  document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (detail.target.id !== "answer") return;
    const result = document.querySelector("#answer > .result");
    if (!result) return;
    document.title = result.dataset.title;
    told.textContent = result.dataset.told;
    if (document.activeElement === document.body || !document.activeElement) {
      result.querySelector(".total").focus({ preventScroll: true });
    }
    const typing = detail.requestConfig.elt.id === "ask" && !settled;
    typed = typing ? detail.requestConfig.parameters.q : null;
    if (typing) return; // the box is the reader's
    box.value = result.dataset.text;
    asked = box.value;
  });

  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.body.addEventListener(failure, () => {
      told.textContent = "The search did not answer. What you see is the answer before.";
      told.classList.add("trouble");
      asked = null;
    });
  }
  document.body.addEventListener("htmx:afterOnLoad", () => told.classList.remove("trouble"));

  // htmx:confirm comes before an answer under way is given up for the new question; htmx:beforeRequest comes after.
  document.body.addEventListener("htmx:confirm", (event) => {
    const { elt, triggeringEvent } = event.detail;
    if (elt.id !== "ask") return;
    const entered = triggeringEvent?.type === "submit";
    if (box.value === asked && !entered) event.preventDefault();
    else settled = entered;
    asked = box.value;
  });

  box.addEventListener("chosen", () => {
    asked = box.value;
  });

  document.body.addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.elt.id !== "ask") return;
    if (settled) detail.headers["X-Settled"] = "true";
    const now = box.value;
    if (typed !== null && (now.startsWith(typed) || typed.startsWith(now))) detail.headers["X-Goes-On"] = "true";
  });
})();

/* On a narrow screen the panel is a sheet that is drawn up and down: low, half and full. */
"use strict";

Heritage.sheet = (() => {
  const { byId } = Heritage;
  const app = byId("app");
  const panel = byId("panel");
  const grip = byId("grip");
  const heights = ["low", "half", "full"];
  let from = null;

  const narrow = () => getComputedStyle(grip).display !== "none";

  /** Draw the sheet to a height. */
  function to(height) {
    app.dataset.sheet = height;
    grip.setAttribute("aria-expanded", String(height !== "low"));
    panel.style.removeProperty("--sheet");
  }

  /**
   * The box of the panel where it comes to rest, not where it is on its way. A full sheet leaves nothing of the map to
   * look at: then it is that of the half one, which is what comes when the sheet is drawn down.
   */
  function resting() {
    const height = app.dataset.sheet;
    panel.classList.add("resting");
    if (height === "full") app.dataset.sheet = "half";
    const box = panel.getBoundingClientRect();
    app.dataset.sheet = height;
    panel.getBoundingClientRect(); // has its own height again before it may slide
    panel.classList.remove("resting");
    return box;
  }

  grip.addEventListener("pointerdown", (event) => {
    from = { y: event.clientY, height: panel.offsetHeight, moved: false };
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointermove", (event) => {
    if (!from) return;
    const up = from.y - event.clientY;
    if (Math.abs(up) > 6) from.moved = true;
    if (!from.moved) return;
    panel.classList.add("dragging");
    panel.style.setProperty("--sheet", `${Math.round(Math.min(Math.max(from.height + up, 100), app.offsetHeight - 16))}px`);
  });
  const release = () => {
    if (!from) return;
    panel.classList.remove("dragging");
    if (from.moved) {
      const share = panel.offsetHeight / app.offsetHeight;
      to(share < 0.34 ? "low" : share < 0.74 ? "half" : "full");
      suppressed = true;
      window.setTimeout(() => { suppressed = false; }, 0);
    }
    from = null;
  };
  let suppressed = false;
  grip.addEventListener("pointerup", release);
  grip.addEventListener("pointercancel", release);
  grip.addEventListener("click", () => {
    if (suppressed) return;
    to(heights[(heights.indexOf(app.dataset.sheet) + 1) % heights.length]);
  });
  grip.addEventListener("keydown", (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    to(heights[Math.min(Math.max(heights.indexOf(app.dataset.sheet) + step, 0), 2)]);
  });
  byId("soeg").addEventListener("focus", () => { if (narrow()) to("full"); });

  return { to, narrow, resting };
})();

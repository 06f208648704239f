/* A slider for a setting: dragged, stepped by buttons, moved by keys or typed. */
"use strict";
const DialSliders = (() => {
  const W = DialWords;
  const {el} = DialParts;
  const MAIN = ["UNIFORM_SHARE", "SIMILARITY", "YEAR_TOLERANCE", "MIN_NEIGHBOURS", "NEIGHBOUR_DISTANCE", "OPPOSITE_DISTANCE"];

  /** The values that a slider stops at, ascending. */
  function stops(limit) {
    if (limit.values) return limit.values;
    const count = Math.round((limit.max - limit.min) / limit.step);
    return Array.from({length: count + 1}, (_, k) => Number((limit.min + k * limit.step).toFixed(9)));
  }

  function nearest(values, value) {
    let best = 0;
    for (let k = 1; k < values.length; k += 1) if (Math.abs(values[k] - value) < Math.abs(values[best] - value)) best = k;
    return best;
  }

  const unitOf = (name) => (W.SHARES.includes(name) ? "%" : W.METRES.includes(name) ? "m" : name === "YEAR_TOLERANCE" ? "år" : "");
  const typed = (name, value) => W.decimal(W.SHARES.includes(name) ? 100 * value : value).replace("\u2212", "-");

  /** What a person typed as a value of the setting, kept within its limits; null where it is no number. */
  function read(name, limit, text) {
    const bare = text.replace(/[\s%\u00a0]|år|m$/g, "").replace(",", ".");
    if (!/^\d+(\.\d+)?$/.test(bare)) return null;
    const value = Math.min(Math.max(W.SHARES.includes(name) ? Number((bare / 100).toFixed(9)) : Number(bare), limit.min), limit.max);
    return limit.values ? limit.values[nearest(limit.values, value)] : value;
  }

  function make(name, limit, change) {
    const values = stops(limit);
    const id = "dial-" + name.toLowerCase();
    const called = W.called(name, limit);
    const range = el("input", {type: "range", id, min: 0, max: values.length - 1, step: 1, "aria-describedby": id + "-why"});
    const field = el("input", {type: "text", inputmode: "decimal", id: id + "-typed", size: 5, "aria-label": called + ", skriv et tal"});
    const unit = el("span", {"aria-hidden": "true"}, unitOf(name));
    const step = (by, sign, words) => el("button", {type: "button", "aria-label": called + ": " + words, onclick: () => move(by)}, sign);
    const less = step(-1, "\u2212", "mindre");
    const more = step(1, "+", "mere");
    const mark = el("span", {class: "dial-mark", "aria-hidden": "true"});
    mark.style.setProperty("--at", nearest(values, limit.chosen) / Math.max(values.length - 1, 1));
    const row = el("div", {class: "dial-slider"},
      el("div", {class: "dial-head"}, el("label", {for: id}, called), el("span", {class: "dial-typed"}, field, unit)),
      el("div", {class: "dial-row"}, less, el("span", {class: "dial-track"}, range, mark), more),
      el("p", {class: "small", id: id + "-why"}, "▲ beregnet med " + W.value(name, limit.chosen) + ".", limit.why ? " " + limit.why : ""));
    let now = limit.chosen;

    function move(by) {
      const at = nearest(values, now);
      const beyond = by > 0 ? values[at] > now + 1e-9 : values[at] < now - 1e-9;
      change(name, values[Math.min(Math.max(beyond ? at : at + by, 0), values.length - 1)]);
    }
    range.addEventListener("input", () => change(name, values[range.valueAsNumber]));
    const take = () => {
      const value = read(name, limit, field.value);
      field.setAttribute("aria-invalid", String(value === null));
      if (value !== null) change(name, value, true);
    };
    field.addEventListener("change", take);
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); take(); } });
    for (const one of [range, field, less, more]) one.disabled = !limit.movable;

    return {
      name,
      row,
      show(value, inForce) {
        now = value;
        range.value = nearest(values, value);
        range.setAttribute("aria-valuetext", W.value(name, value));
        field.value = typed(name, value);
        field.removeAttribute("aria-invalid");
        if (name === "MIN_NEIGHBOURS") unit.textContent = W.agreeing(value, "nabo", "naboer");
        range.style.setProperty("--at", range.valueAsNumber / Math.max(values.length - 1, 1));
        less.disabled = !limit.movable || value <= values[0];
        more.disabled = !limit.movable || value >= values[values.length - 1];
        row.classList.toggle("dial-moved", Math.abs(value - limit.chosen) > 1e-9);
        row.hidden = W.METRES.includes(name) && !inForce;
        row.classList.toggle("dial-idle", !inForce);
      },
    };
  }

  return {make, MAIN};
})();

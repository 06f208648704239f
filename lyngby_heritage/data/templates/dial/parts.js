/* Pieces of the page that its scripts make. */
"use strict";
const DialParts = (() => {
  const SIGNS = {in: "+", out: "\u2212", a: "A", b: "B"};
  const PALE = {fill: "#ffffff", pattern: "solid", marker: "circle"};
  const [designated, review, not] = DialWords.said.classes;
  const paints = [not, designated, review];

  /** An element; `on…` attributes are listeners, the rest as they stand. */
  function el(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else made.setAttribute(key, value);
    }
    made.append(...children.filter((one) => one !== ""));
    return made;
  }

  /** The mark that the map draws an outcome with, beside words that say what it is. */
  function sign(outcome, change) {
    const paint = outcome === 3 ? {...PALE, outline: not.outline} : paints[outcome];
    return el("img", {class: "dial-sign", alt: "", width: 22, height: 22, src: DialMap.key(paint, SIGNS[change] || "")});
  }

  // A figure stands in one line, words may take more.
  const cell = (words) => el("td", {class: words.length > 14 ? "dial-said" : "n"}, words);

  function table(caption, heads, rows) {
    return el("table", {}, el("caption", {}, caption),
      el("thead", {}, el("tr", {}, ...heads.map((one) => (one ? el("th", {scope: "col", class: "n"}, one) : el("td", {}))))),
      el("tbody", {}, ...rows.map(([head, ...cells]) => el("tr", {}, el("th", {scope: "row"}, head), ...cells.map(cell)))));
  }

  return {el, sign, table};
})();

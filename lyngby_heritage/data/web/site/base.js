/* What every part uses: the data files hand their content to Heritage.receive, and text reaches the page as text only. */
"use strict";

window.Heritage = (() => {
  const data = Object.create(null);
  const asked = new Map();

  /** A data file has arrived. */
  function receive(name, value) {
    data[name] = value;
    const waiting = asked.get(name);
    if (waiting) waiting.resolve(value);
  }

  /** A data file that is fetched when it is needed: a script, which works from a file server and from a disk alike. */
  function part(name) {
    if (name in data) return Promise.resolve(data[name]);
    if (asked.has(name)) return asked.get(name).promise;
    const waiting = {};
    waiting.promise = new Promise((resolve, reject) => Object.assign(waiting, { resolve, reject }));
    asked.set(name, waiting);
    const script = document.createElement("script");
    script.src = `data/${name}.js`;
    script.onerror = () => {
      asked.delete(name); // the next card that needs it asks again
      waiting.reject(new Error(name));
    };
    script.onload = () => script.remove();
    document.head.append(script);
    return waiting.promise;
  }

  const SVG = "http://www.w3.org/2000/svg";

  /** An element: h("p", {class: "lead"}, "text", element, null). Strings become text, never markup. */
  function h(tag, attributes, ...children) {
    return filled(document.createElement(tag), attributes, children);
  }

  /** The same for drawings. */
  function svg(tag, attributes, ...children) {
    return filled(document.createElementNS(SVG, tag), attributes, children);
  }

  function filled(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    return put(element, children);
  }

  /** Add to an element: texts, elements, and lists of them within lists; what is nothing is left out. */
  function put(element, ...children) {
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === "" || child === false) continue;
      element.append(typeof child === "string" ? unbroken(child) : child);
    }
    return element;
  }

  /** A text whose ranges stay on one line: a browser may break a line behind the dash of 1–35. */
  function unbroken(text) {
    return text.replace(/(\d–)(?=\d)/g, "$1\u2060");
  }

  /** The same in place of what the element holds. */
  function refill(element, ...children) {
    element.replaceChildren();
    return put(element, children);
  }

  const byId = (id) => document.getElementById(id);
  const language = document.documentElement.lang;
  const locale = language === "da" ? "da-DK" : "en-GB";
  const whole = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const number = (value) => whole.format(value);
  const decimal = (value) => oneDecimal.format(value);
  /** A text of the interface in the page's language, filled in as in words.json: {name}, {count:bygning|bygninger}. */
  const t = (key, values = {}) => data.indstillinger.texts[key].replace(/\{(\w+)(?::(=?)([^|}]*)\|([^}]*))?\}/g, (whole, name, bare, one, several) => {
    const value = values[name];
    const shown = typeof value === "number" ? number(value) : value;
    if (one === undefined) return shown;
    const word = value === 1 ? one : several;
    return bare ? word : `${shown} ${word}`;
  });
  /** What the data say in Danish, in the page's language where it is known. */
  const term = (text) => (data.indstillinger.terms || {})[text] || text;
  /** The language of what stays Danish on a page in another one: the plan's own words. */
  const danish = language === "da" ? null : "da";
  const buildings = (count) => t("buildings", { count });
  /** How many of some buildings are the plan's, in the words of its state: for none, one and two, in which the number is
   * put in; for both of two and for all of more. */
  function among(count, of) {
    const [both, all] = data.indstillinger.among_all;
    if (count > 1 && count === of) return count === 2 ? both : all;
    const [none, one, two] = data.indstillinger.among;
    return count === 0 ? none : count === 1 ? one : two.replace("2", number(count));
  }
  /** How many buildings lie in an area, and how many of them are designated; "" where nobody knows. */
  function withDesignated(area) {
    if (area.count === null) return "";
    if (area.designated === null) return buildings(area.count);
    return `${buildings(area.count)}, ${among(area.designated, area.count)}`;
  }
  /** How much larger than usual the page's letters are: those on the map follow them. */
  const grown = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  const capital = (text) => (text ? text[0].toUpperCase() + text.slice(1) : text);

  /** The key to a class's colour, as the legend shows it. */
  let swatches = 0;
  function swatch(painted) {
    const drawing = svg("svg", { class: "key", "aria-hidden": "true", viewBox: "0 0 18 18", width: 18, height: 18 });
    let fill = painted.fill;
    const lines = {
      stripes: ["M0 1.5H6", "#fff", 1.2],
      hatch: ["M0 6L6 0M-1 1L1 -1M5 7L7 5", painted.outline, 1.3],
      cross: ["M0 6L6 0M0 0L6 6", painted.outline, 1],
    }[painted.pattern];
    if (lines) {
      const id = `moenster-${(swatches += 1)}`;
      const [d, stroke, width] = lines;
      drawing.append(
        svg("defs", {}, svg("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse" },
          svg("rect", { width: 6, height: 6, fill }), svg("path", { d, stroke, "stroke-width": width }))),
      );
      fill = `url(#${id})`;
    }
    drawing.append(svg("rect", { x: 1, y: 1, width: 16, height: 16, rx: 1.5, fill, stroke: painted.outline, "stroke-width": 1.5 }));
    return drawing;
  }

  return { data, receive, part, h, svg, put, refill, byId, number, decimal, language, t, term, danish, buildings, withDesignated, grown, capital, swatch, unbroken };
})();

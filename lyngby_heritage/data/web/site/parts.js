/* The parts of a building's card: names with what stands behind them, and the sections. */
"use strict";

Heritage.parts = (() => {
  const { model, h } = Heritage;

  const fact = (name, ...value) => (value.some((each) => each !== null && each !== undefined && each !== "") ? h("div", {}, h("dt", {}, name), h("dd", {}, value)) : null);
  const link = (kind, index, hash, title) => h("a", { href: hash, "data-kind": kind, "data-index": index }, title);

  function scale(value) {
    const steps = Array.from({ length: 9 }, (_, k) => h("i", { class: k + 1 === value ? "on" : null }, String(k + 1)));
    return h("span", { class: "scale", "aria-hidden": "true" }, steps);
  }

  /** A line of the card as a name and what stands behind it; the page adds the scale, and the way to the environment. */
  function line(i, [key, name, text]) {
    const environment = model.environments[model.environment[i]];
    if (key === "save") return fact(name, ...(model.save[i] ? [h("span", { class: "visually-hidden" }, text), scale(model.save[i])] : [text]));
    if (key === "miljoe" && environment) return fact(name, link("miljoe", environment.index, `#miljoe=${encodeURIComponent(environment.id || "")}`, text));
    return fact(name, text);
  }

  /** A neighbour by its address, which leads to its own card where the site has one. */
  function neighbour([id, name, text]) {
    const other = model.find(id);
    return fact(other < 0 ? name : link("bygning", other, `#bygning=${encodeURIComponent(id)}`, name), text);
  }

  /** A section of the card: names with what stands behind them, or sentences. */
  function section(i, { key, title, lines }) {
    const named = lines.filter(([, name]) => name);
    if (key === "naboer" && named.length) {
      return [h("h3", {}, title), lines.filter(([, name]) => !name).map(([, , text]) => h("p", {}, text)),
        h("details", { class: "more-facts" }, h("summary", {}, "Vis de enkelte naboer"), h("dl", { class: "facts" }, named.map(neighbour)))];
    }
    const sentences = lines.filter(([, name]) => !name).map(([, , text]) => h("p", { class: key === "ukendt" ? "note" : null }, text));
    return [key === "oplysninger" || (key === "temaer" && !sentences.length) ? null : h("h3", {}, title), sentences, named.length ? h("dl", { class: "facts" }, named.map((each) => line(i, each))) : null];
  }

  return { fact, link, section };
})();

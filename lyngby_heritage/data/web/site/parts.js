/* The parts of a building's card: names with what stands behind them, and the sections. */
"use strict";

Heritage.parts = (() => {
  const { model, h, t, term, danish } = Heritage;

  const fact = (name, ...value) => (value.some((each) => each !== null && each !== undefined && each !== "") ? h("div", {}, h("dt", {}, name), h("dd", {}, value)) : null);
  const link = (kind, index, hash, title) => h("a", { href: hash, "data-kind": kind, "data-index": index }, title);

  function scale(value) {
    const steps = Array.from({ length: 9 }, (_, k) => h("i", { class: k + 1 === value ? "on" : null }, String(k + 1)));
    return h("span", { class: "scale", "aria-hidden": "true" }, steps);
  }

  /** A line of the card as a name and what stands behind it; the page adds the scale, and the way to the environment. */
  function line(i, [key, name, text, lang]) {
    const environment = model.environments[model.environment[i]];
    if (key === "save") return fact(name, ...(model.save[i] ? [h("span", { class: "visually-hidden" }, text), scale(model.save[i])] : [text]));
    if (key === "fbb" && model.settings.fbb) return fact(name, h("a", { href: model.settings.fbb.replace("{id}", encodeURIComponent(text)), rel: "noreferrer" }, text));
    if (key === "miljoe" && environment) return fact(name, link("miljoe", environment.index, `#miljoe=${encodeURIComponent(environment.id || "")}`, text));
    return fact(name, lang ? h("span", { lang }, text) : text);
  }

  /** A building's photo, fetched when it comes near the screen; null where there is none. `wide` is how wide it is shown. */
  function photo(i, wide, named = false) {
    const [told, ...files] = model.raw.photo[i] || [];
    const words = named ? "" : danish ? t("photo_of", { address: model.address(i) }) : told; // beside the building's own name it has no more to say
    if (!files.length) return null;
    const [first, width, height] = files[0];
    return h("img", { alt: words, width, height, loading: "lazy", decoding: "async", sizes: wide, srcset: files.map(([name, w]) => `fotos/${name} ${w}w`).join(", "), src: `fotos/${first}` });
  }

  /** The photo of a card, with whose it is. */
  function figure(i) {
    const image = photo(i, "(max-width: 52rem) 92vw, 26rem");
    return image ? h("figure", { class: "photo" }, image, model.settings.photo_credit ? h("figcaption", { lang: danish }, model.settings.photo_credit) : null) : null;
  }

  /** What paper has to say of a list that is shown in part: there it has no button. */
  const firstOnly = (first, total) => h("p", { class: "print-only cut" }, t("print_first", { shown: first, total }));

  /** The plan's documents. */
  function documents() {
    const { documents: listed } = model.settings;
    return listed.length ? [h("h3", {}, t("documents")), h("ul", { class: "documents", lang: danish }, listed.map(([path, label]) => h("li", {}, h("a", { href: path }, label))))] : null;
  }

  /** What the provisions answer: the first questions in sight, the others behind them, and by name what they leave open. */
  function answers(i, title, lines) {
    const SHOWN = 5;
    const OPEN = ["ikke_fastlagt", "ikke_kendt", "ikke_naevnt"];
    const joined = (text) => text.replace(/(§+) /g, "$1\u00a0"); // a number stays with its sign
    const [before, after] = lines.filter(([, name]) => !name).map(([, , text, lang]) => h("p", { class: "small", lang }, joined(text)));
    const rows = lines.filter(([key, name]) => name && !OPEN.includes(key)).map(([, name, text, lang]) => {
      const end = text.indexOf("). ") + 2; // the answer with its paragraph, and then the rule, which is the plan's own text
      const at = text.indexOf(" (");
      const rule = end > 1 ? [h("strong", {}, joined(`${term(text.slice(0, at))}${text.slice(at, end).replace(" og ", ` ${t("and")} `)}`)), h("span", { lang }, joined(text.slice(end)))] : h("span", { lang }, joined(text));
      return h("div", {}, h("dt", {}, name), h("dd", {}, rule));
    });
    const rest = rows.slice(SHOWN);
    return [h("h3", {}, title), before, h("dl", { class: "answers" }, rows.slice(0, SHOWN)),
      rest.length ? h("details", { class: "more-facts" }, h("summary", {}, t("all_answers")), h("dl", { class: "answers" }, rest)) : null,
      lines.filter(([key]) => OPEN.includes(key)).map(([, name, text, lang]) => h("details", { class: "more-facts" }, h("summary", {}, name), h("p", { lang }, joined(text)))),
      after,
      h("p", { class: "small screen-only" }, h("a", { href: `${model.settings.answers_page}#gruppe-${model.raw.group[i].toLowerCase()}` }, t("may_i_group", { letter: model.raw.group[i] })))];
  }

  /** A neighbour by its address, which leads to its own card where the site has one. */
  function neighbour([id, name, text, lang]) {
    const other = model.find(id);
    return fact(other < 0 ? name : link("bygning", other, `#bygning=${encodeURIComponent(id)}`, name), lang ? h("span", { lang }, text) : text);
  }

  /** A section of the card: names with what stands behind them, or sentences. */
  function section(i, { key, title, lines }) {
    if (key === "maa_jeg" && lines.some(([, name]) => name)) return answers(i, title, lines);
    const named = lines.filter(([, name]) => name);
    if (key === "naboer" && named.length) {
      return [h("h3", {}, title), lines.filter(([, name]) => !name).map(([, , text, lang]) => h("p", { lang }, text)),
        h("details", { class: "more-facts" }, h("summary", {}, t("each_neighbour")), h("dl", { class: "facts" }, named.map(neighbour)))];
    }
    const sentences = lines.filter(([, name]) => !name).map(([, , text, lang]) => h("p", { class: key === "ukendt" ? "note" : null, lang }, text));
    return [h("h3", {}, title), sentences, named.length ? h("dl", { class: "facts" }, named.map((each) => line(i, each))) : null];
  }

  return { fact, link, section, photo, figure, documents, firstOnly };
})();

/* Search by address, name or matr.nr.: whole words and their beginnings, with æ, ø and å written either way. */
"use strict";

Heritage.search = (() => {
  const { model, h, put, refill, byId, t } = Heritage;
  const MOST = 9;
  const NOTHING = t("nothing_found");
  const LOOKING = t("looking_up");
  const field = byId("soeg");
  const list = byId("forslag");
  const status = byId("forslag-antal");
  const PLOT_WORD = /^\s*(matr(ikel)?\.?\s*(nr|nummer)?\.?|cadastral no\.?)\s*(?=\d)/i; // as a card writes a plot's number
  const POSTAL = /,?\s+(dk[\s-]*)?\d{4}(?=\s|,|$).*$/i; // », 2800 Kongens Lyngby« behind an address
  const BEHIND = /^(\s*\p{L}[^,]*),.*$/u; // », 2. th., Askholt« behind one: floor and town, which the data may not have
  const letters = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ß: "ss" };

  /** " ved gadekaeret 6 " for »Ved Gadekæret 6«: words between blanks. */
  const plain = (text) =>
    ` ${text.normalize("NFC").toLowerCase().replace(/[æøåäöß]/g, (c) => letters[c]).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/(\d)(?=[a-z])/g, "$1 ").replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

  const targets = [
    ...model.environments.map((each) => ({ kind: "miljoe", index: each.index, title: each.title, under: t(each.decided ? "environment" : "only_proposed"), words: plain(each.title) })),
    ...model.landscape.filter((each) => each.name).map((each) => ({ kind: "landskab", index: each.index, title: each.title, under: each.themeTitle, words: plain(each.title) })),
  ];
  /** The words of each address: of its street and of its number, which many share, each put into plain words once. */
  function addresses() {
    const { street, streets, rest } = model.raw;
    const kept = new Map();
    const once = (text) => {
      if (!kept.has(text)) kept.set(text, plain(text));
      return kept.get(text);
    };
    return model.groups.map(({ rows: [i] }) => {
      if (street[i] < 0) return "";
      return rest[i] ? once(streets[street[i]]) + once(rest[i]).slice(1) : once(streets[street[i]]);
    });
  }

  let words = null; // of the addresses, made when somebody begins to search
  let plots = []; // fetched then
  let fetching = false;

  /** Each plot with the building that stands first for it: a designated one before others. */
  function takePlots(all) {
    const first = new Map();
    for (const i of model.order) {
      const named = model.parcels(all, i);
      if (named && !first.has(named)) first.set(named, i);
    }
    plots = [...first].map(([plot, index]) => ({ kind: "bygning", plot, index, words: plain(plot), numbers: plot.split(/[\s,]+/).filter((word) => /^\d/.test(word)).map(plain) }));
  }

  /** What is typed meanwhile is looked for again when the plots are there, or cannot be had. */
  function fetchPlots() {
    const done = () => {
      fetching = false;
      if (list.hidden) return;
      const marked = options[active];
      show();
      if (marked) mark(options.findIndex((each) => each.kind === marked.kind && each.index === marked.index && each.title === marked.title));
    };
    fetching = true;
    Heritage.part("matrikler").then(takePlots).then(done, done);
  }

  const score = (text, query, parts) => {
    for (const part of parts) if (!text.includes(` ${part}`)) return -1;
    if (text === query) return 0;
    let points = text.startsWith(query.trimEnd()) ? 1 : 3;
    for (const part of parts) if (!text.includes(` ${part} `)) points += /^\d/.test(part) ? 0.5 : 0.25;
    return points;
  };

  /** What is found; an address typed as on an envelope is looked for without its postal code, floor and town where the data has none. */
  function find(typed) {
    const found = look(typed);
    if (!found || found.total) return found;
    const address = PLOT_WORD.test(typed) ? typed : typed.replace(BEHIND, "$1");
    for (const without of [typed.replace(POSTAL, ""), address]) {
      const other = without !== typed && look(without);
      if (other && other.total) return other;
    }
    return found;
  }

  function look(typed) {
    const query = plain(typed.replace(PLOT_WORD, ""));
    const parts = query.split(" ").filter(Boolean);
    if (!parts.length || typed.trim().length < 2) return null;
    words = words || addresses();
    const addressed = !PLOT_WORD.test(typed) || !(plots.length || fetching); // who says matr.nr. asks for nothing else
    let total = 0;
    const first = []; // the best so far; equal ones stay in the order of the addresses
    const take = (points, what) => {
      total += 1;
      if (first.length === MOST && points >= first[MOST - 1].points) return;
      let k = first.length;
      while (k && first[k - 1].points > points) k -= 1;
      first.splice(k, 0, { ...what(), points });
      if (first.length > MOST) first.pop();
    };
    for (const target of addressed ? targets : []) {
      const points = score(target.words, query, parts);
      if (points >= 0) take(points - 0.1, () => target);
    }
    for (let g = 0; addressed && g < words.length; g += 1) {
      const points = score(words[g], query, parts);
      if (points >= 0) take(points, () => ({ kind: "bygning", group: g, words: words[g] }));
    }
    for (const target of plots) {
      const points = score(target.words, query, parts);
      if (points >= 0) take(points + plotsPlace(target.numbers, query), () => target);
    }
    if (!total) {
      const row = model.find(typed.trim());
      if (row >= 0) take(0, () => ({ kind: "bygning", index: row, words: query }));
    }
    const suggested = first.map((each) => ({ ...shown(each), words: each.words }));
    return { total, first: suggested, meant: meant(suggested, total, query, parts) };
  }

  /** Where a plot stands: first when its number alone was typed, else after the addresses, since most people know theirs; of several, the very number first. */
  function plotsPlace(numbers, query) {
    if (numbers.includes(query)) return -2;
    const begun = numbers.filter((number) => query.startsWith(number)).map((number) => number.length);
    return begun.length ? 5 - Math.max(...begun) / 100 : 6;
  }

  /** Which suggestion surely was meant: the only one of that very name, else the only one at all; -1 where a person must say. */
  function meant(suggested, total, query, parts) {
    for (const named of [(each) => each.words, (each) => each.kind === "bygning" && plain(each.title.split(",")[0])]) {
      const same = suggested.filter((each) => named(each) === query);
      if (same.length) return same.length === 1 ? suggested.indexOf(same[0]) : -1;
    }
    return total === 1 && !another(suggested[0].words, parts) ? 0 : -1;
  }

  /** Whether a number was typed of which the name has more, in digits or in the letters behind: 15 and 1B are not the house 1. */
  function another(text, parts) {
    const number = /^\d/;
    const names = text.split(" ");
    return parts.some((part, k) => {
      const place = names.indexOf(part);
      if (place < 0) return number.test(part) || number.test(parts[k - 1] || "");
      return number.test(part) && /^[a-z]$/.test(names[place + 1]) && names[place + 1] !== parts[k + 1];
    });
  }

  function shown(found) {
    if (found.kind !== "bygning") return found;
    if (found.plot) return { kind: "bygning", index: found.index, title: model.address(found.index), under: Heritage.capital(t("plot_number", { plot: found.plot })) };
    const group = found.group === undefined ? { rows: [found.index], best: found.index } : model.groups[found.group];
    const more = group.rows.length - 1;
    const under = [model.told(group.best), more ? t("and_more", { count: more }) : ""].filter(Boolean).join("\u00a0· ");
    return { kind: "bygning", index: group.best, title: model.address(group.best), under };
  }

  let options = [];
  let sure = -1; // what Enter chooses before a suggestion is marked
  let active = -1;
  let choose = () => {};

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    options = [];
    sure = -1;
    active = -1;
  }

  function mark(k) {
    active = k;
    options.forEach((_, i) => list.children[i].setAttribute("aria-selected", String(i === k)));
    if (k < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", `forslag-${k}`);
      list.children[k].scrollIntoView({ block: "nearest" });
    }
  }

  function show() {
    const found = find(field.value);
    if (!found) { close(); status.textContent = ""; return; }
    options = found.first;
    sure = found.meant;
    refill(list,
      options.map((option, k) =>
        h("li", { role: "option", id: `forslag-${k}`, "aria-selected": "false", onpointerdown: (event) => event.preventDefault(), onclick: () => take(k) },
          option.title, h("span", { class: "under" }, option.under))),
    );
    if (!options.length) put(list, h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, fetching ? LOOKING : NOTHING));
    const told = !options.length && fetching ? LOOKING : found.total > options.length ? t("found_first", { total: found.total, count: options.length }) : found.total ? t("found_suggestions", { count: found.total }) : t("found_none");
    if (found.total > options.length) put(list, h("li", { class: "none more", "aria-hidden": "true" }, told)); // the status below says it aloud
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    mark(-1);
    status.textContent = told;
  }

  function take(k) {
    const option = options[k];
    if (!option) return;
    field.value = option.title;
    close();
    choose({ kind: option.kind, index: option.index });
  }

  field.addEventListener("input", show);
  field.addEventListener("focus", () => {
    if (field.value) field.select();
    if (!plots.length && !fetching) fetchPlots();
    if (!words) window.setTimeout(() => { words = words || addresses(); }, 0); // before the first letter is typed
  });
  field.addEventListener("blur", () => window.setTimeout(close, 150));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) show();
      if (!options.length) return;
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(active < 0 ? (step > 0 ? 0 : options.length - 1) : (active + step + options.length) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (list.hidden) show();
      if (active < 0 && sure < 0 && options.length) mark(0); // of several, the person says which
      else take(active < 0 ? sure : active);
    } else if (event.key === "Escape") {
      if (!list.hidden) { event.preventDefault(); close(); }
      else field.value = "";
    }
  });

  return { find, onChoose: (act) => { choose = act; } };
})();

/* The overview: filters, how many pass them, and the lists of buildings, environments and landscape. */
"use strict";

Heritage.lists = (() => {
  const { model, h, put, refill, byId, number, t, term, buildings, withDesignated, swatch } = Heritage;
  const PAGE = 40;
  const form = byId("filterform");
  const results = byId("resultater");
  const count = byId("antal");
  const clear = byId("ryd");
  const tabs = [...document.querySelectorAll("[data-tab]")];
  let tab = "bygninger";
  let length = PAGE;
  let changed = () => {};
  let themesChanged = () => {};

  const nothing = () => ({ grundlag: new Set(), save: new Set(), periode: new Set(), miljoe: null, tema: "", historie: false, udsnit: false });

  /** What the form says. */
  function chosen() {
    const filters = nothing();
    for (const [name, value] of new FormData(form)) {
      if (name === "grundlag") filters.grundlag.add(value);
      else if (name === "save" || name === "periode") filters[name].add(Number(value));
      else if (name === "miljoe") filters.miljoe = value === "" ? null : Number(value);
      else if (name === "tema") filters.tema = value;
      else filters[name] = true;
    }
    return filters;
  }

  /** Fill the form; what it has no field for is left out. */
  function choose(filters) {
    form.reset();
    for (const box of form.querySelectorAll("input[type=checkbox]")) {
      const value = box.name === "grundlag" ? box.value : Number(box.value);
      box.checked = box.name in filters && (filters[box.name] instanceof Set ? filters[box.name].has(value) : filters[box.name] === true);
    }
    for (const pick of form.querySelectorAll("select")) {
      const value = filters[pick.name];
      pick.value = value === null || value === undefined ? "" : String(value);
      if (pick.selectedIndex < 0) pick.value = "";
    }
  }

  /** What is chosen, in the words of the form, which paper does not have. */
  function inWords() {
    const first = (element) => element.firstChild.textContent.trim();
    const nameOf = (box) => { const what = box.closest("label").querySelector(".what"); return what ? what.textContent.trim() : first(box.nextElementSibling); };
    const sets = [...form.querySelectorAll("fieldset")].map((set) => [first(set.querySelector("legend")), [...set.querySelectorAll("input:checked")].map(nameOf)]);
    const picks = [...form.querySelectorAll("select")].map((pick) => [form.querySelector(`label[for="${pick.id}"]`).textContent, pick.value === "" ? [] : [pick.selectedOptions[0].textContent]]);
    const alone = [...form.querySelectorAll("input:checked")].filter((box) => !box.closest("fieldset")).map(nameOf);
    return [...[...sets, ...picks].filter(([, names]) => names.length).map(([title, names]) => `${title}: ${names.join(", ")}`), ...alone].join("; ");
  }

  const used = (filters) =>
    filters.grundlag.size + filters.save.size + filters.periode.size + (filters.miljoe === null ? 0 : 1) + (filters.tema ? 1 : 0) + (filters.historie ? 1 : 0) + (filters.udsnit ? 1 : 0);

  function rowsOf(filters) {
    const [west, north, east, south] = filters.udsnit ? Heritage.map.shown() : [];
    const rows = [];
    for (const i of model.order) {
      if (!model.matching[i]) continue;
      if (filters.udsnit && !(model.x[i] >= west && model.x[i] <= east && model.y[i] >= north && model.y[i] <= south)) continue;
      rows.push(i);
    }
    return rows;
  }

  function buildingRow(i) {
    const painted = model.described(i);
    return h("li", {},
      h("a", { class: "row", href: `#bygning=${encodeURIComponent(model.key(i))}`, "data-kind": "bygning", "data-index": i },
        swatch(painted),
        h("span", {},
          Heritage.parts.photo(i, "7rem", true),
          h("span", { class: "name" }, model.address(i)),
          h("span", { class: "under" }, [model.told(i), ...(painted.save ? [] : [model.save[i] ? `SAVE ${model.save[i]}` : ""]), model.year[i] ? String(model.year[i]) : "", model.use(i)].filter(Boolean).join("\u00a0· ")),
          model.teaser(i) ? h("span", { class: "teaser", lang: Heritage.danish }, model.teaser(i)) : null)));
  }

  function environmentRow(each) {
    const years = each.built_from && each.built_to ? (each.built_from === each.built_to ? String(each.built_from) : `${each.built_from}–${each.built_to}`) : "";
    const under = [withDesignated(each), years].filter(Boolean).join("\u00a0· ");
    return h("li", {},
      h("a", { class: "row", href: `#miljoe=${encodeURIComponent(each.id || "")}`, "data-kind": "miljoe", "data-index": each.index },
        h("span", {}, h("span", { class: "name" }, each.title), h("span", { class: "under" }, under), each.story ? h("span", { class: "teaser", lang: Heritage.danish }, short(each.story)) : null)));
  }

  const short = (text) => (text.length > 150 ? `${text.slice(0, 140).replace(/\s+\S*$/, "")} …` : text);

  function landscapeTheme(theme) {
    const shown = Heritage.map.view.themes;
    const blot = h("span", { class: "blot", "aria-hidden": "true" });
    blot.style.backgroundColor = `${theme.colour}66`;
    blot.style.borderColor = theme.colour;
    const rows = h("ul", { class: "rows" });
    // What all of a theme's areas are under is said once.
    const [first, ...others] = theme.members;
    const common = others.length && others.every((each) => each.guideline === first.guideline) ? first.guideline : null;
    const under = (each) => [each.status && Heritage.capital(term(each.status)), common ? null : term(each.guideline)].filter(Boolean).join("\u00a0· ");
    const fill = (most) => refill(rows, theme.members.slice(0, most).map((each) =>
      h("li", {}, h("a", { class: "row", href: `#landskab=${each.index + 1}`, "data-kind": "landskab", "data-index": each.index },
        h("span", {}, h("span", { class: "name" }, each.title), under(each) ? h("span", { class: "under" }, short(under(each))) : null)))));
    fill(5);
    const rest = theme.members.length - 5;
    const cut = rest > 0 ? Heritage.parts.firstOnly(5, theme.members.length) : null;
    const more = rest > 0 ? h("button", { type: "button", class: "more", onclick: () => { fill(theme.members.length); more.remove(); cut.remove(); rows.children[5].querySelector("a").focus(); } }, t("show_more", { count: rest })) : null;
    return h("section", { class: "theme" },
      h("h2", {}, blot, theme.title,
        h("label", { class: "toggle" }, h("input", { type: "checkbox", checked: shown.has(theme.code), onchange: (event) => {
          if (event.target.checked) shown.add(theme.code); else shown.delete(theme.code);
          themesChanged();
        } }), t("on_map"), h("span", { class: "visually-hidden" }, `: ${theme.title}`))),
      common ? h("p", { class: "small" }, term(common)) : null,
      rows, more, cut);
  }

  /** Draw the list anew; `keep` keeps its length, as when the map has moved under it. */
  function show(keep = false) {
    if (!keep) length = PAGE;
    const filters = chosen();
    const inUse = used(filters);
    const badge = byId("filter-antal");
    badge.hidden = inUse === 0;
    badge.textContent = t("chosen", { count: inUse });
    document.querySelector('[data-panel="bygninger"]').hidden = tab !== "bygninger";
    clear.hidden = tab !== "bygninger" || inUse === 0;
    if (tab === "miljoeer") {
      const decided = model.environments.filter((each) => each.decided).length;
      const proposed = model.environments.length - decided;
      say([decided ? t("environments_counted", { count: decided }) : "", proposed ? t("proposals_counted", { count: proposed }) : ""].filter(Boolean).join(` ${t("and")} `));
      refill(results, h("ul", { class: "rows" }, model.environments.map(environmentRow)));
      return;
    }
    if (tab === "landskab") {
      say(t("areas_in_themes", { areas: model.landscape.length, themes: model.themes.length }));
      refill(results, model.themes.map(landscapeTheme));
      return;
    }
    const rows = rowsOf(filters);
    say(inUse ? t("some_of", { some: number(rows.length), count: model.n }) : buildings(rows.length));
    if (!rows.length) {
      clear.hidden = true;
      refill(results, h("div", { class: "empty" },
        model.n ? h("p", {}, t("none_fit")) : null,
        inUse ? h("button", { type: "button", class: "more", onclick: empty }, t("clear_filters")) : null));
      return;
    }
    const list = h("ul", { class: "rows" }, rows.slice(0, length).map(buildingRow));
    const cuts = [h("div", {}), h("div", {})]; // above the list and below it
    const tellCut = () => cuts.forEach((cut) => refill(cut, rows.length > length ? Heritage.parts.firstOnly(length, rows.length) : null));
    const more = h("button", { type: "button", class: "more", hidden: rows.length <= length, onclick: () => {
      const from = length;
      length += PAGE;
      put(list, rows.slice(from, length).map(buildingRow));
      more.hidden = rows.length <= length;
      tellCut();
      list.children[from].querySelector("a").focus();
    } }, t("show_further"));
    tellCut();
    refill(results, inUse ? h("p", { class: "print-only cut" }, t("print_chosen", { chosen: inWords() })) : null, cuts[0], list, more, cuts[1]);
  }

  const say = (text) => { if (count.textContent !== text) count.textContent = text; };

  function empty() {
    choose(nothing());
    changed();
    byId("filtre").querySelector("summary").focus();
  }

  function turnTo(name) {
    tab = tabs.some((each) => each.dataset.tab === name) ? name : "bygninger";
    for (const each of tabs) {
      const here = each.dataset.tab === tab;
      each.setAttribute("aria-selected", String(here));
      each.tabIndex = here ? 0 : -1;
      if (here) byId("fanen").setAttribute("aria-labelledby", each.id);
    }
  }

  tabs.forEach((each, k) => {
    each.addEventListener("click", () => { turnTo(each.dataset.tab); changed(); });
    each.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(k + step + tabs.length) % tabs.length];
      turnTo(next.dataset.tab);
      changed();
      next.focus();
    });
  });
  form.addEventListener("change", () => changed());
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", empty);

  return {
    nothing, chosen, choose, used, show, turnTo, buildingRow,
    tab: () => tab,
    onChange: (act) => { changed = act; },
    onThemes: (act) => { themesChanged = act; },
  };
})();

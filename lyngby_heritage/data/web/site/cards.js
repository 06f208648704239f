/* The cards: a building with its story and its reason, a cultural environment, an area of the landscape. */
"use strict";

Heritage.cards = (() => {
  const { model, h, svg, put, refill, byId, number, decimal, t, term, danish, buildings, withDesignated, capital, swatch } = Heritage;
  const { fact, link, section, figure, documents, firstOnly } = Heritage.parts;
  const card = byId("kortet-om");
  const PAGE = 30;
  let open = -1; // the building whose card is shown
  let shown = 0; // tells an answer that comes late from the card that asked for it

  function actions(onMap, hash) {
    const copy = h("button", { type: "button", class: "action", onclick: () => {
      const address = location.href.replace(/#.*$/, "") + hash;
      const told = () => { copy.textContent = t("link_copied"); window.setTimeout(() => { copy.textContent = t("copy_link"); }, 4000); };
      const byHand = () => {
        if (!card.querySelector(".link-field")) copy.parentNode.after(h("input", { class: "link-field", type: "text", readonly: true, value: address, "aria-label": t("link_field") }));
        card.querySelector(".link-field").select();
      };
      if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(address).then(told, byHand);
      else byHand();
    } }, t("copy_link"));
    return h("div", { class: "actions" },
      onMap ? h("button", { type: "button", class: "action", onclick: onMap }, t("show_on_map")) : null,
      copy, h("button", { type: "button", class: "action", onclick: () => window.print() }, t("print")));
  }

  /** The building among its neighbours, north up: for the printed card. */
  function plan(i) {
    const { footprints } = model;
    if (!footprints || Number.isNaN(model.x[i])) return null;
    const metre = Heritage.projection.metre(model.x[i], model.y[i]);
    const [wide, tall] = [75 * metre, 48 * metre];
    const across = (x) => (((x - model.x[i]) / wide) * 300 + 300).toFixed(1);
    const down = (y) => (((y - model.y[i]) / tall) * 192 + 192).toFixed(1);
    const path = (row) => {
      let d = "";
      for (let r = footprints.start[row]; r < footprints.start[row + 1]; r += 1) {
        for (let k = footprints.ring[r]; k < footprints.ring[r + 1]; k += 1) d += `${k === footprints.ring[r] ? "M" : "L"}${across(footprints.x[k])} ${down(footprints.y[k])}`;
        d += "Z";
      }
      return d;
    };
    const own = path(i);
    const drawing = svg("svg", { viewBox: "0 0 600 384", role: "img", "aria-label": t("outline_alone") });
    model.grid.each(model.x[i] - 1.3 * wide, model.y[i] - 1.3 * tall, model.x[i] + 1.3 * wide, model.y[i] + 1.3 * tall, (row) => {
      if (row !== i && footprints.start[row + 1] > footprints.start[row]) drawing.append(svg("path", { d: path(row), fill: "#e4dfd5", stroke: "#b9b2a5", "fill-rule": "evenodd" }));
    });
    const painted = model.described(i);
    drawing.append(own ? svg("path", { d: own, fill: painted.fill, stroke: "#23201c", "stroke-width": 2.5, "fill-rule": "evenodd" }) : svg("circle", { cx: 300, cy: 192, r: 9, fill: painted.fill, stroke: "#23201c", "stroke-width": 2.5 }));
    drawing.append(svg("path", { d: "M20 366h80M20 361v10M100 361v10", stroke: "#23201c", fill: "none", "stroke-width": 1.5 }), svg("text", { x: 108, y: 371, "font-size": 15, fill: "#23201c" }, "20 m"));
    return h("figure", { class: "plan print-only" }, drawing, h("figcaption", {}, t("outline_caption")));
  }

  const unfolded = [];

  // The plan is drawn when somebody prints: by then the footprints are there.
  window.addEventListener("beforeprint", () => {
    for (const each of card.querySelectorAll("details:not([open])")) { // paper has nothing to press
      each.open = true;
      unfolded.push(each);
    }
    const old = card.querySelector(".plan");
    if (old) old.remove();
    const drawn = !card.hidden && open >= 0 ? plan(open) : null;
    if (drawn) (card.querySelector(".facts") || card.lastChild).after(drawn);
  });
  window.addEventListener("afterprint", () => {
    for (const each of unfolded.splice(0)) each.open = false;
  });

  function fill(...content) {
    open = -1;
    shown += 1;
    card.className = "card";
    refill(card, h("button", { type: "button", class: "back", "data-back": true }, t("back_to_overview")), content,
      h("p", { class: "print-only address" }, `${location.href} · `, h("span", { lang: term(model.settings.source) === model.settings.source ? danish : null }, term(model.settings.source))));
    return shown;
  }

  function list(rows) {
    const rowsList = h("ul", { class: "rows" }, rows.slice(0, PAGE).map(Heritage.lists.buildingRow));
    if (rows.length <= PAGE) return rowsList;
    const cuts = [firstOnly(PAGE, rows.length), firstOnly(PAGE, rows.length)]; // above the list and below it
    const more = h("button", { type: "button", class: "more", onclick: () => {
      put(rowsList, rows.slice(PAGE).map(Heritage.lists.buildingRow));
      more.remove();
      cuts.forEach((cut) => cut.remove());
      rowsList.children[PAGE].querySelector("a").focus();
    } }, t("show_more", { count: rows.length - PAGE }));
    return [cuts[0], rowsList, more, cuts[1]];
  }

  function building(i) {
    const painted = model.described(i);
    const others = model.companions(i);
    const placed = !Number.isNaN(model.x[i]);
    const story = h("div", {});
    const reason = h("p", { class: "reason", "aria-live": "polite" }, t("fetching_reason"));
    const official = h("span", { class: "hint", hidden: true }, ` ${t("official_short")}`);
    const lawful = (j) => model.settings.apart.includes(model.described(j).key);
    const listed = lawful(i); // its owner has the law to go by, and the rule alone is no answer
    const spared = others.filter((other) => !model.designated[other] && !lawful(other)).length;
    const apart = spared ? others.filter(lawful).length : 0; // the law has them, and they stand in the list below too
    const bound = others.filter((other) => model.designated[other]).length;
    const where = t(model.raw.property[i] >= 0 ? "property" : "address");
    const alone = listed ? ""
      : model.designated[i] && spared
        ? [model.settings.this_one, t(`spared_${model.settings.state}`, { where, count: spared }), apart ? t("spared_apart", { count: apart }) : ""].filter(Boolean).join(" ")
        : !model.designated[i] && bound
          ? t(`bound_${model.settings.state}`, { where, count: bound })
          : "";
    const answer = painted.designated === null ? model.settings.answers[model.designated[i]] : painted.verdict;
    const code = h("span", {}, painted.ground);
    const before = h("div", {});
    const rest = h("div", {});
    const mine = fill(
      h("p", { class: "kind" }, capital(model.use(i)) || t("a_building")),
      h("h2", { tabindex: "-1", id: "kort-titel" }, model.address(i)),
      h("div", { class: "verdict" }, swatch(painted), h("div", {}, h("strong", {}, answer), code)),
      alone ? h("p", { class: "told" }, alone) : null,
      model.sure && model.sure[i] > 7 ? h("p", { class: "told unsure" }, t(`unsure_${model.settings.state}`)) : null,
      figure(i),
      before,
      story,
      h("h3", {}, listed ? model.settings.rule_alone : t("reason"), official),
      reason,
      rest,
      h("dl", { class: "facts" }, fact(t("building_id"), model.key(i))),
      actions(placed ? () => { Heritage.sheet.to("low"); Heritage.map.showBuilding(i); } : null, `#bygning=${encodeURIComponent(model.key(i))}`),
      others.length ? h("p", { class: "print-only cut" }, t("print_others", { where, count: others.length })) : null,
      h("div", { class: "screen-only" },
        documents(),
        others.length ? [h("h3", {}, t("others_on", { where })), list(others)] : null));
    open = i;
    model.texts(i).then(
      (texts) => {
        if (mine !== shown) return;
        reason.textContent = Heritage.unbroken(texts.reason || model.settings.no_reason);
        official.hidden = !(texts.reason && texts.official);
        if (texts.reason && texts.official) reason.lang = danish;
        if (texts.story) put(story, h("p", { class: "story", lang: danish }, texts.story));
        if (texts.code) code.textContent = `${painted.ground}: ${texts.code}`;
        for (const each of texts.sections) {
          if (each.key === "betydning") put(listed ? before : rest, h("div", { class: listed ? "told" : "screen-only" }, listed ? null : h("h3", {}, each.title), each.lines.map(([, , text, lang]) => h("p", { lang }, text))));
          else put(rest, section(i, each));
        }
      },
      () => {
        if (mine === shown) reason.textContent = t("reason_lost");
      },
    );
    return model.address(i);
  }

  function environment(index) {
    const each = model.environments[index];
    const rows = [...model.order].filter((i) => model.environment[i] === index);
    const years = each.built_from && each.built_to ? (each.built_from === each.built_to ? String(each.built_from) : `${each.built_from}–${each.built_to}`) : "";
    fill(
      h("p", { class: "kind" }, t(each.decided ? "environment" : "undecided")),
      h("h2", { tabindex: "-1", id: "kort-titel" }, each.title),
      each.decided
        ? each.reason ? h("p", { class: "told", lang: danish }, each.reason) : null
        : h("p", { class: "told" }, t("why_proposed")),
      each.story ? h("p", { class: "story", lang: danish }, each.story) : null,
      each.values ? [h("h3", {}, t("values")), h("p", { lang: danish }, each.values)] : null,
      each.vulnerability ? [h("h3", {}, t("vulnerability")), h("p", { lang: danish }, each.vulnerability)] : null,
      each.advice ? [h("h3", {}, t("advice")), h("p", { lang: danish }, each.advice)] : null,
      h("dl", { class: "facts" },
        fact(t("tab_buildings"), withDesignated(each)),
        fact(t("in_the_proposal"), each.alike === null ? "" : t("main_buildings", { count: each.alike })),
        fact(t("built"), years),
        fact(t("use"), capital(term(each.use))),
        fact(t("area"), each.area_ha ? t("hectares", { figure: decimal(each.area_ha) }) : ""),
        fact(t("decided_by"), each.decided ? [each.source, each.day && term(each.day)].filter(Boolean).join(", ") : "")),
      each.hidden ? h("p", {}, t("not_shown", { count: each.hidden })) : null,
      actions(each.box ? () => { Heritage.sheet.to("low"); Heritage.map.showArea(each); } : null, `#miljoe=${encodeURIComponent(each.id || "")}`),
      rows.length ? [h("h3", {}, t("buildings_within", { count: rows.length })), list(rows)] : null);
    return each.title;
  }

  function landscape(index) {
    const each = model.landscape[index];
    fill(
      h("p", { class: "kind" }, each.title === each.themeTitle ? t("tab_landscape") : each.themeTitle),
      h("h2", { tabindex: "-1", id: "kort-titel" }, each.title),
      h("dl", { class: "facts" }, fact(t("status"), capital(term(each.status))), fact(t("guideline"), term(each.guideline))),
      actions(each.box ? () => { Heritage.sheet.to("low"); Heritage.map.showArea(each); } : null, `#landskab=${index + 1}`));
    return each.title;
  }

  return { building, environment, landscape, fill };
})();

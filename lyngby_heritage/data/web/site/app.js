/* Puts the parts together: what is shown follows the address after #, so that every view has a link of its own. */
"use strict";

(() => {
  const { model, map, certainty, lists, cards, search, sheet, byId, t } = Heritage;
  const tongues = [...byId("sprog").querySelectorAll("a")];
  const overview = byId("oversigt");
  const card = byId("kortet-om");
  const about = byId("om");
  const message = byId("besked");
  const views = byId("visninger");
  const title = document.title;
  const SETS = { grundlag: String, save: Number, periode: Number };
  let left = 0; // where the list was when a card was opened
  let opener = null;

  /** What an address after # asks for. */
  function read(hash) {
    const asked = new URLSearchParams(hash.replace(/^#/, ""));
    const filters = lists.nothing();
    for (const [name, kind] of Object.entries(SETS)) {
      for (const part of (asked.get(name) || "").split(",").filter(Boolean)) filters[name].add(kind(part));
    }
    const within = model.environments.findIndex((each) => each.id !== null && each.id === asked.get("i"));
    filters.miljoe = within < 0 ? null : within;
    filters.tema = asked.get("tema") || "";
    filters.historie = asked.get("historie") === "1";
    filters.udsnit = asked.get("udsnit") === "1";
    const place = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+)$/.exec(asked.get("sted") || "");
    return {
      kind: ["bygning", "miljoe", "landskab", "rute", "om"].find((name) => asked.has(name)) || "oversigt",
      name: asked.get("bygning") || asked.get("miljoe") || asked.get("landskab") || asked.get("rute") || "",
      tab: asked.get("fane") || "bygninger",
      certainty: asked.get("kort") === "sikkerhed",
      filters,
      place: place && Math.abs(place[1]) < 85 && Math.abs(place[2]) <= 180 ? { centre: [Number(place[1]), Number(place[2])], zoom: Number(place[3]) } : null,
    };
  }

  /** The address of a view; the place on the map is part of it once somebody has moved the map. */
  function write(state) {
    const parts = [];
    const add = (name, value) => { if (value !== "") parts.push(`${name}=${encodeURIComponent(value).replace(/%2C/g, ",")}`); };
    if (state.kind === "om") parts.push("om");
    else if (state.kind !== "oversigt") add(state.kind, state.name);
    if (state.tab !== "bygninger") add("fane", state.tab);
    for (const name of Object.keys(SETS)) add(name, [...state.filters[name]].sort().join(","));
    if (state.filters.miljoe !== null) add("i", model.environments[state.filters.miljoe].id || "");
    add("tema", state.filters.tema);
    if (state.filters.historie) add("historie", "1");
    if (state.filters.udsnit) add("udsnit", "1");
    if (state.certainty) add("kort", "sikkerhed");
    if (state.place) add("sted", `${state.place.centre[0].toFixed(5)},${state.place.centre[1].toFixed(5)},${state.place.zoom}`);
    return `#${parts.join("&")}`;
  }

  /** A link that asks for a language, `#sprog=en&bygning=…`, leads to the page in that language. */
  function tongueOf(hash) {
    const asked = new URLSearchParams(hash.replace(/^#/, ""));
    const other = tongues.find((each) => each.lang === asked.get("sprog") && each.lang !== Heritage.language);
    if (!other) return;
    asked.delete("sprog");
    location.replace(`${other.getAttribute("href")}#${asked}`);
  }
  tongueOf(location.hash);
  for (const each of tongues) each.addEventListener("click", () => { each.hash = location.hash; }); // the same view there

  let state = read("");
  let moved = false;

  const indexOf = (wanted) => {
    if (wanted.kind === "bygning") return model.find(wanted.name);
    if (wanted.kind === "miljoe") return model.environments.findIndex((each) => (each.id || "") === wanted.name);
    if (wanted.kind === "landskab") return model.landscape[Number(wanted.name) - 1] ? Number(wanted.name) - 1 : -1;
    if (wanted.kind === "rute") return Heritage.routes.all[Number(wanted.name) - 1] ? Number(wanted.name) - 1 : -1;
    return 0;
  };

  /** Show what `state` says. */
  function show({ move, focus }) {
    const index = indexOf(state);
    const lost = index < 0;
    message.hidden = !lost;
    message.textContent = lost ? t("lost") : "";
    const kind = lost ? "oversigt" : state.kind;
    overview.hidden = kind !== "oversigt";
    about.hidden = kind !== "om";
    card.hidden = kind === "oversigt" || kind === "om";
    byId("app").classList.toggle("reading", kind !== "oversigt");
    const narrow = sheet.narrow();
    // First the sheet, then the map: what is shown lies where the sheet leaves it free.
    if (narrow && kind !== "oversigt" && byId("app").dataset.sheet !== "full") sheet.to("half");
    let name = "";
    Heritage.routes.clear();
    if (kind === "rute") {
      name = Heritage.routes.card(index);
      map.markBuilding(-1);
      Heritage.routes.draw(index, move);
    } else if (kind === "bygning") {
      name = cards.building(index);
      map.markBuilding(index);
      if (move) map.showBuilding(index);
      else if (narrow) map.revealBuilding(index);
    } else if (kind === "miljoe" || kind === "landskab") {
      const area = (kind === "miljoe" ? model.environments : model.landscape)[index];
      name = kind === "miljoe" ? cards.environment(index) : cards.landscape(index);
      if (kind === "miljoe") Heritage.routes.mention("miljoe", index);
      map.markArea(area);
      if (move) map.showArea(area);
    } else {
      map.markBuilding(-1);
      if (kind === "om") name = t("about_site");
    }
    document.title = name ? `${name} – ${title}` : title;
    if (kind === "oversigt") {
      views.scrollTop = left;
      if (focus) {
        const again = opener && [...byId("resultater").querySelectorAll("a[data-kind]")].find((each) => each.dataset.kind === opener.kind && Number(each.dataset.index) === opener.index);
        (again || byId("resultater")).focus({ preventScroll: true });
      }
    } else {
      views.scrollTop = 0;
      if (focus) (kind === "om" ? byId("om-titel") : byId("kort-titel")).focus({ preventScroll: true });
    }
  }

  function go(changes, { move = true, focus = true, replace = false } = {}) {
    if (!overview.hidden) left = views.scrollTop;
    state = { ...state, ...changes };
    const hash = write(state);
    if (replace) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    show({ move, focus });
  }

  function open(found, { move = true } = {}) {
    if (!overview.hidden) opener = found;
    const name = found.kind === "bygning" ? model.key(found.index) : found.kind === "miljoe" ? model.environments[found.index].id || "" : String(found.index + 1);
    go({ kind: found.kind, name }, { move });
  }

  const back = () => go({ kind: "oversigt", name: "" }, { move: false });

  function refilter() {
    state.filters = lists.chosen();
    model.filter(state.filters);
    lists.show();
    map.repaint();
  }

  /** Take over what the address says, as when a link is followed or somebody goes back. */
  function follow(first) {
    state = read(location.hash);
    lists.choose(state.filters);
    state.filters = lists.chosen();
    lists.turnTo(state.tab);
    state.tab = lists.tab();
    certainty.choose(state.certainty);
    state.certainty = certainty.shown();
    if (first && state.certainty && !sheet.narrow()) byId("sikkerhed").open = true;
    model.filter(state.filters);
    if (state.place) map.leaflet.setView(state.place.centre, state.place.zoom, { animate: false });
    moved = Boolean(state.place);
    lists.show();
    map.repaint();
    if (first && lists.used(state.filters) && !sheet.narrow()) byId("filtre").open = true;
    show({ move: !state.place, focus: !first });
  }

  document.addEventListener("click", (event) => {
    const skip = event.target.closest("[data-focus]");
    if (skip) {
      event.preventDefault();
      if (skip.dataset.focus === "resultater" && overview.hidden) back();
      byId(skip.dataset.focus).focus();
      return;
    }
    if (event.target.closest("[data-back]")) { back(); return; }
    const link = event.target.closest("a[data-kind]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open({ kind: link.dataset.kind, index: Number(link.dataset.index) });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && overview.hidden && !event.defaultPrevented && event.target !== byId("soeg")) back();
  });
  byId("vis-om").addEventListener("click", () => { if (sheet.narrow()) sheet.to("full"); go({ kind: "om", name: "" }, { move: false }); });
  search.onChoose((found) => { if (sheet.narrow()) sheet.to("half"); open(found); });
  map.onPick((found) => open(found, { move: false }));
  lists.onThemes(map.repaint);
  certainty.onChange(() => {
    state.certainty = certainty.shown();
    history.replaceState(null, "", write(state));
  });
  lists.onChange(() => {
    refilter();
    state.tab = lists.tab();
    left = 0;
    history.replaceState(null, "", write(state));
  });

  let waiting = 0;
  for (const kind of ["pointerdown", "wheel", "keydown"]) byId("kort").addEventListener(kind, () => { moved = true; }, { passive: true });
  map.leaflet.on("moveend", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (state.filters.udsnit && lists.tab() === "bygninger") lists.show(true);
      if (!moved || state.kind !== "oversigt") return;
      const centre = map.leaflet.getCenter();
      state.place = { centre: [centre.lat, centre.lng], zoom: map.leaflet.getZoom() };
      history.replaceState(null, "", write(state));
    }, 250);
  });

  window.addEventListener("popstate", () => follow(false));
  follow(true);
  document.documentElement.dataset.ready = "1";

  // The outlines of the buildings come when all else is there.
  Heritage.part("fodaftryk").then((packed) => {
    model.takeFootprints(packed);
    delete Heritage.data.fodaftryk;
    map.repaint();
    if (state.kind === "bygning" && indexOf(state) >= 0) {
      map.markBuilding(indexOf(state));
    }
    document.documentElement.dataset.footprints = "1";
  }, () => {});
})();

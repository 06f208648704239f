/* Walks through the places with a story: a card with the stories in order, and the line from stop to stop on the map. */
"use strict";

Heritage.routes = (() => {
  const { model, h, put, refill, byId, decimal, t, danish } = Heritage;
  const L = window.L;
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim() || "#7c2320";
  const drawn = L.layerGroup().addTo(Heritage.map.leaflet);

  const all = (Heritage.data.ruter || []).map((route, index) => ({
    ...route,
    index,
    stops: route.stops.map(([kind, row, lon, lat]) => ({ kind, row, lon: lon / model.raw.steps, lat: lat / model.raw.steps })),
  }));
  const figures = (route) => t("route_figures", { count: route.stops.length, km: decimal(route.metres / 1000) });
  const name = (stop) => (stop.kind === "bygning" ? model.address(stop.row) : model.environments[stop.row].title);
  const hash = (stop) => `#${stop.kind}=${encodeURIComponent((stop.kind === "bygning" ? model.key(stop.row) : model.environments[stop.row].id) || "")}`;
  const link = (stop) => h("a", { href: hash(stop), "data-kind": stop.kind, "data-index": stop.row, lang: danish }, name(stop));

  /** The story of a stop: at once where the page has it, else when its file has come. */
  function story(stop) {
    const told = h("p", { class: "story", lang: danish });
    if (stop.kind !== "bygning") return put(told, model.environments[stop.row].story || "");
    model.texts(stop.row).then((texts) => refill(told, texts.story), () => refill(told, t("story_missing")));
    return told;
  }

  function card(index) {
    const route = all[index];
    Heritage.cards.fill(
      h("p", { class: "kind" }, t("route_number", { number: index + 1 })),
      h("h2", { tabindex: "-1", id: "kort-titel", lang: danish }, route.name),
      h("p", { class: "told" }, figures(route)),
      h("p", { class: "small" }, t("routes_told")),
      h("div", { class: "actions" },
        h("button", { type: "button", class: "action", onclick: () => { Heritage.sheet.to("low"); draw(index, true); } }, t("show_route_on_map")),
        h("button", { type: "button", class: "action", onclick: () => window.print() }, t("print"))),
      h("ol", { class: "stops" }, route.stops.map((stop, k) => h("li", {},
        h("h3", {}, link(stop)),
        k ? h("p", { class: "small" }, t("from_last_stop", { metres: route.legs[k - 1] })) : null,
        story(stop)))));
    return route.name;
  }

  function clear() {
    drawn.clearLayers();
  }

  /** The stops with their numbers, and straight lines between them: which ways there are is not known. */
  function draw(index, move) {
    clear();
    const route = all[index];
    const places = route.stops.map((stop) => L.latLng(stop.lat, stop.lon));
    L.polyline(places, { color: accent, weight: 3, dashArray: "2 8", interactive: false }).addTo(drawn);
    places.forEach((place, k) => L.marker(place, {
      keyboard: false, interactive: false, icon: L.divIcon({ className: "stop", html: String(k + 1), iconSize: [26, 26] }),
    }).addTo(drawn));
    if (move) Heritage.map.showPlaces(places);
  }

  /** Below the card that is open: the walks that go by what it is about. */
  function mention(kind, row) {
    const through = all.filter((route) => route.stops.some((stop) => stop.kind === kind && stop.row === row));
    if (through.length) put(byId("kortet-om"), h("p", { class: "screen-only" }, through.map((route, k) => [k ? " · " : null,
      h("a", { href: `#rute=${route.index + 1}`, "data-kind": "rute", "data-index": route.index }, t("on_route", { number: route.index + 1 }))])));
  }

  return { all, card, draw, clear, mention };
})();

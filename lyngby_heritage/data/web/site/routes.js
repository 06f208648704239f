/* Walks through the places with a story: a card with the stories in order, and the line from stop to stop on the map. */
"use strict";

Heritage.routes = (() => {
  const { model, h, svg, put, refill, byId, decimal, t, danish } = Heritage;
  const L = window.L;
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim() || "#7c2320";
  const drawn = L.layerGroup().addTo(Heritage.map.leaflet);

  const all = (Heritage.data.ruter || []).map((route, index) => ({
    ...route,
    index,
    stops: route.stops.map(([kind, row, lon, lat]) => ({ kind, row, lon: lon / model.raw.steps, lat: lat / model.raw.steps })),
  }));
  const figures = (route) => t("route_figures", { count: route.stops.length, km: decimal(route.metres / 1000) });
  /** What a walk is called: the names are the plan's, and the word between them is the page's. */
  const called = (route) => route.names.flatMap((one, k) => {
    const between = k === 0 ? [] : [k === route.names.length - 1 && !route.more ? ` ${t("and")} ` : ", "];
    return [...between, h("span", { lang: danish }, one)];
  }).concat(route.more ? [` ${t("and_others")}`] : []);
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
      h("h2", { tabindex: "-1", id: "kort-titel" }, called(route)),
      h("p", { class: "told" }, figures(route)),
      h("p", { class: "small" }, t("routes_told")),
      h("div", { class: "actions" },
        h("button", { type: "button", class: "action", onclick: () => { Heritage.sheet.to("low"); draw(index, true); } }, t("show_route_on_map")),
        h("button", { type: "button", class: "action", onclick: () => window.print() }, t("print"))),
      h("ol", { class: "stops", "data-route": index }, route.stops.map((stop, k) => h("li", {},
        h("h3", {}, link(stop)),
        k ? h("p", { class: "small" }, t("from_last_stop", { metres: route.legs[k - 1] })) : null,
        story(stop)))));
    return called(route).map((one) => one.textContent || one).join("");
  }

  /** The walk among the houses, north up: for the printed card. */
  function sketch(route) {
    const { project, metre: metreAt } = Heritage.projection;
    const places = route.stops.map((stop) => project(stop.lon, stop.lat));
    const metre = metreAt(...places[0]);
    const [xs, ys] = [0, 1].map((k) => places.map((place) => place[k]));
    const [west, north] = [Math.min(...xs) - 60 * metre, Math.min(...ys) - 60 * metre];
    const [wide, tall] = [Math.max(...xs) + 60 * metre - west, Math.max(...ys) + 60 * metre - north];
    const scale = Math.min(600 / wide, 520 / tall);
    const at = (x, y) => `${((x - west) * scale).toFixed(1)} ${((y - north) * scale).toFixed(1)}`;
    const drawing = svg("svg", { viewBox: `0 0 ${Math.ceil(wide * scale)} ${Math.ceil(tall * scale)}`, role: "img", "aria-label": t("sketch") });
    const ring = (points) => { let d = ""; for (let k = 0; k < points.length; k += 2) d += `${k ? "L" : "M"}${at(points[k], points[k + 1])}`; return `${d}Z`; };
    const { footprints } = model;
    if (footprints) {
      let d = "";
      model.grid.each(west, north, west + wide, north + tall, (i) => {
        for (let r = footprints.start[i]; r < footprints.start[i + 1]; r += 1) {
          for (let k = footprints.ring[r]; k < footprints.ring[r + 1]; k += 1) d += `${k === footprints.ring[r] ? "M" : "L"}${at(footprints.x[k], footprints.y[k])}`;
          d += "Z";
        }
      });
      drawing.append(svg("path", { d, fill: "#e4dfd5", stroke: "#b9b2a5", "stroke-width": 0.5, "fill-rule": "evenodd" }));
    }
    for (const each of model.environments) if (each.decided && each.rings.length) drawing.append(svg("path", { d: each.rings.map(ring).join(""), fill: "none", stroke: accent, "stroke-width": 1.5 }));
    drawing.append(svg("path", { d: places.map((place, k) => `${k ? "L" : "M"}${at(...place)}`).join(""), fill: "none", stroke: accent, "stroke-width": 2, "stroke-dasharray": "2 5" }));
    places.forEach((place, k) => {
      const [x, y] = at(...place).split(" ");
      drawing.append(svg("circle", { cx: x, cy: y, r: 9, fill: accent, stroke: "#fff" }), svg("text", { x, y, dy: 4, "text-anchor": "middle", "font-size": 11, fill: "#fff" }, String(k + 1)));
    });
    const bar = 200 * metre * scale;
    const foot = Math.ceil(tall * scale) - 12;
    drawing.append(svg("path", { d: `M12 ${foot}h${bar.toFixed(1)}M12 ${foot - 5}v10M${(12 + bar).toFixed(1)} ${foot - 5}v10`, stroke: "#23201c", fill: "none", "stroke-width": 1.5 }), svg("text", { x: 20 + bar, y: foot + 4, "font-size": 12, fill: "#23201c" }, "200 m"));
    return h("figure", { class: "plan print-only sketch" }, drawing, h("figcaption", {}, t("sketch")));
  }

  // It is drawn when somebody prints: by then the footprints are there.
  window.addEventListener("beforeprint", () => {
    for (const old of document.querySelectorAll(".sketch")) old.remove();
    const list = document.querySelector("#kortet-om:not([hidden]) .stops");
    if (list) list.before(sketch(all[Number(list.dataset.route)]));
  });

  /** The places of the walk that the map shows whole, until somebody moves the map. */
  let followed = null;
  const letGo = () => { followed = null; };
  for (const act of ["pointerdown", "wheel", "keydown"]) Heritage.map.leaflet.getContainer().addEventListener(act, letGo, { passive: true });
  Heritage.map.onTurned(() => { if (followed) Heritage.map.showPlaces(followed); });

  function clear() {
    letGo();
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
    if (!move) return;
    Heritage.map.showPlaces(places);
    followed = places;
  }

  /** Below the card that is open: the walks that go by what it is about. */
  function mention(kind, row) {
    const through = all.filter((route) => route.stops.some((stop) => stop.kind === kind && stop.row === row));
    if (through.length) put(byId("kortet-om"), h("p", { class: "screen-only" }, through.map((route, k) => [k ? " · " : null,
      h("a", { href: `#rute=${route.index + 1}`, "data-kind": "rute", "data-index": route.index }, t("on_route", { number: route.index + 1 }))])));
  }

  return { all, card, draw, clear, mention };
})();

/* The map: Leaflet moves and zooms it, the painter fills its tiles, and a point or Enter finds the building there. */
"use strict";

Heritage.map = (() => {
  const { model, painter, h, svg, byId, t } = Heritage;
  const L = window.L;
  const container = byId("kort");
  const background = model.settings.background;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { projection } = Heritage;
  const latlng = (x, y) => { const [lon, lat] = projection.unproject(x, y); return L.latLng(lat, lon); };
  const bounds = (box) => L.latLngBounds([latlng(box[0], box[1]), latlng(box[0], box[3]), latlng(box[2], box[1]), latlng(box[2], box[3])]);
  const EDGE = 0.05; // of the area's size: so near its edge one still sees it
  const nowhere = projection.project(12.2, 55.8); // of a site without a place
  const whole = bounds(model.extent || [nowhere[0], nowhere[1], nowhere[0] + 2e-4, nowhere[1] + 2e-4]);
  const view = { themes: new Set(model.settings.visible.filter((code) => model.themes.some((each) => each.code === code))), background: Boolean(background), certainty: false };
  let picked = () => {};

  const map = L.map(container, {
    attributionControl: false, zoomControl: false, crs: projection.crs, maxZoom: background ? Math.max(background.max_zoom + projection.zoomOffset, 19) : 20,
    maxBounds: whole.pad(3), maxBoundsViscosity: 0.7, fadeAnimation: false, zoomAnimation: !calm, inertia: !calm, bounceAtZoomLimits: false,
  });
  container.setAttribute("role", "application");
  container.setAttribute("aria-label", t("map_label"));
  if (!model.boundary.box) container.classList.add("open");
  if (background) projection.layerOf(background, map.options.maxZoom).addTo(map);
  const escaped = (text) => h("span", {}, h("span", { lang: Heritage.term(text) === text ? Heritage.danish : null }, Heritage.term(text))).innerHTML;
  const credit = [background && background.attribution, model.settings.source].filter(Boolean).map(escaped).join(" · ");
  if (credit) L.control.attribution({ prefix: false }).addAttribution(credit).addTo(map);
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  L.control.zoom({ position: "topright", zoomInTitle: t("zoom_in"), zoomOutTitle: t("zoom_out") }).addTo(map);

  function control(...buttons) {
    const Bar = L.Control.extend({
      onAdd() {
        const bar = h("div", { class: "leaflet-bar" }, buttons.map(([title, path, act]) =>
          h("button", { type: "button", title, "aria-label": title, onclick: act }, svg("svg", { viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" }, svg("path", { d: path })))));
        L.DomEvent.disableClickPropagation(bar);
        return bar;
      },
    });
    new Bar({ position: "topright" }).addTo(map);
  }
  const buttons = [[t("whole_area"), "M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5", () => home()]];
  if (navigator.geolocation && window.isSecureContext) {
    buttons.push([t("where_i_am"), "M10 2v3M10 15v3M2 10h3M15 10h3M10 5a5 5 0 1 0 0 10a5 5 0 1 0 0-10", () => map.locate()]);
    const here = L.circleMarker([0, 0], { radius: 8, color: "#ffffff", weight: 3, fillColor: "#1f5fa8", fillOpacity: 1, interactive: false });
    map.on("locationfound", (found) => {
      if (!whole.pad(EDGE).contains(found.latlng)) { // a map of nothing is no answer
        here.remove();
        say(t("elsewhere"));
        return;
      }
      here.setLatLng(found.latlng).addTo(map);
      const zoom = Math.min(map.getBoundsZoom(found.bounds), 18);
      map.setView(map.unproject(map.project(found.latlng, zoom).add([0, covered() / 2]), zoom), zoom, { animate: !calm });
    });
    map.on("locationerror", () => say(t("not_told")));
  }
  control(...buttons);

  // Tiles wait in a line and are painted a few at a time, so that a movement never waits for them.
  const ratio = Math.min(Math.max(window.devicePixelRatio || 1, 1), 2);
  const live = new Map();
  let line = [];
  let waking = 0;
  const Buildings = L.GridLayer.extend({
    createTile(coords, done) {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = painter.TILE * ratio;
      const job = { canvas, coords, done };
      live.set(canvas, job);
      line.push(job);
      wake();
      return canvas;
    },
  });
  const layer = new Buildings({ maxZoom: map.options.maxZoom, zIndex: 10, keepBuffer: 2 });
  layer.on("tileunload", (event) => live.delete(event.tile));
  layer.addTo(map);

  function wake() {
    if (!waking) waking = window.requestAnimationFrame(work);
  }
  function work() {
    waking = 0;
    const until = performance.now() + 9;
    while (line.length && performance.now() < until) {
      const job = line.shift();
      if (!live.has(job.canvas)) continue;
      painter.paint(job.canvas, job.coords, ratio, view);
      if (job.done) job.done(null, job.canvas);
      job.done = null;
    }
    if (line.length) wake();
    else afterwards();
  }

  /** The names of the next zoom levels are found while nothing else is done, so that no movement waits for them. */
  const inQuiet = window.requestIdleCallback || ((act) => window.setTimeout(act, 300));
  let quiet = 0;
  function afterwards() {
    if (quiet) return;
    quiet = inQuiet(() => {
      quiet = 0;
      for (const zoom of [map.getZoom() + 1, map.getZoom() - 1]) if (Heritage.labels.prepare(zoom, !background)) { afterwards(); return; }
    });
  }

  /** Paint what is shown again: filters, themes or footprints have changed. */
  function repaint() {
    line = [...live.values()].filter((job) => !job.done || line.includes(job));
    wake();
  }

  // What lies under a place
  function underneath(point, reach) {
    const zoom = map.getZoom();
    const scale = painter.TILE * 2 ** zoom;
    const world = map.project(map.containerPointToLatLng(point), zoom);
    const [x, y] = [world.x / scale, world.y / scale];
    const near = reach / scale;
    const shapes = zoom >= painter.FOOTPRINTS_FROM && model.footprints;
    let best = -1;
    let least = Infinity;
    const look = (i) => {
      if (!model.matching[i] && !shapes) return;
      const inside = shapes && model.inside(i, x, y);
      let far = inside ? -1 + Math.hypot(model.x[i] - x, model.y[i] - y) : Math.hypot(model.x[i] - x, model.y[i] - y);
      if (!inside && far > near) return;
      if (!inside && model.designated[i]) far *= 0.8; // in a crowd the designated one is meant
      if (far < least) [best, least] = [i, far];
    };
    if (shapes) model.eachTouching(x - near, y - near, x + near, y + near, look);
    else model.grid.each(x - near, y - near, x + near, y + near, look);
    if (best >= 0) return { kind: "bygning", index: best };
    const size = (each) => (each.box[2] - each.box[0]) * (each.box[3] - each.box[1]);
    const smallest = (areas) => areas.filter((each) => model.within(each, x, y)).sort((a, b) => size(a) - size(b))[0];
    const environment = smallest(model.environments);
    if (environment) return { kind: "miljoe", index: environment.index };
    const area = smallest(model.landscape.filter((each) => view.themes.has(each.theme || "")));
    return area ? { kind: "landskab", index: area.index } : null;
  }

  map.on("click", (event) => {
    const coarse = event.originalEvent && event.originalEvent.pointerType === "touch";
    const found = underneath(event.containerPoint, coarse ? 18 : 9);
    if (found) picked(found);
  });

  const tip = L.tooltip({ direction: "top", offset: [0, -8], opacity: 1 });
  let tipped = -1;
  container.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons || event.target.closest(".leaflet-control")) return;
    const found = underneath(map.mouseEventToContainerPoint(event), 7);
    container.classList.toggle("pointing", Boolean(found));
    const i = found && found.kind === "bygning" ? found.index : -1;
    if (i === tipped) return;
    tipped = i;
    if (i < 0) { tip.remove(); return; }
    tip.setContent(h("span", {}, model.address(i), h("span", { class: "under" }, view.certainty ? painter.surely(i).legend : model.told(i))));
    tip.setLatLng(latlng(model.x[i], model.y[i])).addTo(map);
  });
  map.on("mouseout movestart", () => { tipped = -1; tip.remove(); });

  // With the keyboard: what is in the middle is said, and Enter opens it.
  const aim = byId("sigte");
  const middle = () => underneath(map.getSize().divideBy(2), 28);
  const titleOf = (found) => (found.kind === "bygning" ? model.address(found.index) : (found.kind === "miljoe" ? model.environments : model.landscape)[found.index].title);
  let byKeyboard = false;
  function tellAim() {
    aim.hidden = !byKeyboard;
    if (!byKeyboard) return;
    const found = middle();
    aim.textContent = found ? t("in_the_middle", { title: titleOf(found) }) : t("nothing_in_middle");
  }
  const keyed = (whether) => {
    byKeyboard = whether;
    container.classList.toggle("by-keyboard", whether);
    tellAim();
  };
  // Leaflet gives the map focus at a press, and browsers call that visible too: what came last, press or key, says which it is.
  let pressed = false;
  window.addEventListener("pointerdown", () => { pressed = true; if (byKeyboard) keyed(false); }, { capture: true });
  window.addEventListener("keydown", () => { pressed = false; }, { capture: true });
  container.addEventListener("focus", () => keyed(!pressed && container.matches(":focus-visible")));
  container.addEventListener("blur", () => keyed(false));
  container.addEventListener("keydown", (event) => {
    if (event.target !== container) return;
    keyed(true);
    if (event.key !== "Enter") return;
    event.preventDefault();
    const found = middle();
    if (found) picked(found, true);
  });
  map.on("moveend", tellAim);

  function say(text) {
    aim.textContent = text;
    aim.hidden = false;
    window.setTimeout(tellAim, 5000);
  }

  // What is chosen
  const chosen = L.layerGroup().addTo(map);
  let marked = -1;
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
  const ringOf = (points) => {
    const ring = [];
    for (let k = 0; k < points.length; k += 2) ring.push(latlng(points[k], points[k + 1]));
    return ring;
  };

  /** Mark a building on the map, or with -1 none: its outline, and a ring round it while it is small. */
  function markBuilding(i) {
    chosen.clearLayers();
    marked = i;
    if (i < 0 || Number.isNaN(model.x[i])) return;
    const { footprints } = model;
    const style = { color: "#23201c", weight: 3, fill: false, interactive: false };
    if (footprints) {
      const rings = [];
      for (let r = footprints.start[i]; r < footprints.start[i + 1]; r += 1) {
        const ring = [];
        for (let k = footprints.ring[r]; k < footprints.ring[r + 1]; k += 1) ring.push(latlng(footprints.x[k], footprints.y[k]));
        rings.push(ring);
      }
      if (rings.length) L.polygon(rings, style).addTo(chosen);
      if (rings.length && map.getZoom() > 17) return;
    }
    const place = latlng(model.x[i], model.y[i]);
    L.circleMarker(place, { ...style, radius: 22, weight: 7, color: "#ffffff", opacity: 0.9 }).addTo(chosen);
    L.circleMarker(place, { ...style, radius: 22, weight: 3 }).addTo(chosen);
  }
  map.on("zoomend", () => { if (marked >= 0) markBuilding(marked); });

  /** Mark an environment or an area of the landscape. */
  function markArea(area) {
    chosen.clearLayers();
    marked = -1;
    const style = { color: area.colour || accent, weight: 4, fillOpacity: 0.1, interactive: false };
    if (area.rings.length) L.polygon(area.rings.map(ringOf), style).addTo(chosen);
    for (const points of area.lines && area.lines.length && area.lines[0] instanceof Float64Array ? area.lines : []) L.polyline(ringOf(points), style).addTo(chosen);
  }

  /** Pixels of the map's lower part that the sheet lies over, once it has come to rest. */
  function covered() {
    const panel = Heritage.sheet.resting();
    const own = container.getBoundingClientRect();
    const above = panel.left < own.right - 2 && panel.right > own.left + 2; // and not beside it
    return above ? Math.max(own.bottom - Math.max(panel.top, own.top), 0) : 0;
  }

  /** Let the map's free part lie round a building, at least as near as `nearest`. */
  function showBuilding(i, nearest = 17) {
    if (Number.isNaN(model.x[i])) return;
    const zoom = Math.max(map.getZoom(), nearest);
    const target = map.project(latlng(model.x[i], model.y[i]), zoom).add([0, covered() / 2]);
    map.setView(map.unproject(target, zoom), zoom, { animate: !calm });
  }

  /** Move the map if a building is not on the part of it that is free, and no further in than it is. */
  function revealBuilding(i) {
    if (i < 0 || Number.isNaN(model.x[i])) return;
    const NEAR = 30;
    const at = map.latLngToContainerPoint(latlng(model.x[i], model.y[i]));
    const size = map.getSize();
    if (at.x < NEAR || at.x > size.x - NEAR || at.y < NEAR || at.y > size.y - covered() - NEAR) showBuilding(i, map.getZoom());
  }
  // The buttons zoom about the middle of the free part, not about what lies beneath the sheet.
  const zoomBy = (step) => map.setZoomAround(L.point(map.getSize().x / 2, (map.getSize().y - covered()) / 2), map.getZoom() + step, { animate: !calm });
  map.zoomIn = (delta) => zoomBy(delta || 1);
  map.zoomOut = (delta) => zoomBy(-(delta || 1));
  // As when a phone is turned. While a zoom is under way the map hears no other, so what is to follow waits for its end.
  let zooming = false;
  map.on("zoomstart", () => { zooming = true; });
  map.on("zoomend", () => { zooming = false; });
  const onTurned = (act) => map.on("resize", () => (zooming ? map.once("zoomend", act) : act()));
  onTurned(() => revealBuilding(marked));
  const showArea = (area) => {
    if (area.box) map.fitBounds(bounds(area.box), { paddingTopLeft: [40, 40], paddingBottomRight: [40, 40 + covered()], maxZoom: 17, animate: !calm });
  };
  const showPlaces = (places) => map.fitBounds(L.latLngBounds(places), { paddingTopLeft: [40, 40], paddingBottomRight: [40, 40 + covered()], maxZoom: 17, animate: !calm });
  const home = () => map.fitBounds(whole, { paddingBottomRight: [0, covered()], animate: !calm });

  home();
  map.setMinZoom(Math.max(map.getBoundsZoom(whole) - 2, 2));

  return {
    leaflet: map, view, repaint, markBuilding, markArea, showBuilding, revealBuilding, showArea, showPlaces, home,
    onTurned, onPick: (act) => { picked = act; },
    idle: () => !line.length,
    /** The part of the world that is shown, sheet aside: [west, north, east, south] in the world's square. */
    shown() {
      const size = map.getSize();
      const zoom = map.getZoom();
      const scale = painter.TILE * 2 ** zoom;
      const corner = (point) => map.project(map.containerPointToLatLng(point), zoom).divideBy(scale);
      const [first, last] = [corner([0, 0]), corner([size.x, size.y - covered()])];
      return [first.x, first.y, last.x, last.y];
    },
  };
})();

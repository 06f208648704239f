/* Paints one tile of the map on a canvas: only what touches the tile, class by class. */
"use strict";

Heritage.painter = (() => {
  const { model } = Heritage;
  const TILE = 256;
  const FOOTPRINTS_FROM = 16;
  const NUMBERS_FROM = 18;
  const MARK = 6; // pixels from the middle of a building without an outline to the edge of its mark
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim() || "#7c2320";
  const classes = model.settings.classes;
  // The designated lie on top of those that are not.
  const ordered = (drawn) => drawn.map((_, k) => k).sort((a, b) => (drawn[a].designated ? 1 : 0) - (drawn[b].designated ? 1 : 0) || b - a);
  const ways = [{ classes, layers: ordered(classes), of: (i) => model.classOf[i] }];
  const told = model.settings.certainty;
  if (told && model.sure) ways.push({ classes: told.classes, layers: ordered(told.classes), of: (i) => model.sure[i] & 7, edge: told.edge });
  /** The class of how sure a building's designation is. */
  const surely = (i) => told.classes[model.sure[i] & 7];
  const bins = Array.from({ length: Math.max(...ways.map((each) => each.classes.length)) }, () => []);
  const edges = [];
  const pale = [];
  const stats = { tiles: 0, drawn: 0, milliseconds: 0 };

  /** What a class is filled with: a colour, or a pattern that repeats every 8 pixels and so fits from tile to tile. */
  function fillOf(context, painted, ratio) {
    const lines = { stripes: "#ffffff", hatch: painted.outline, cross: painted.outline }[painted.pattern];
    if (!lines) return painted.fill;
    const size = 8 * ratio;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = size;
    const brush = canvas.getContext("2d");
    brush.scale(ratio, ratio);
    brush.fillStyle = painted.fill;
    brush.fillRect(0, 0, 8, 8);
    brush.strokeStyle = lines;
    brush.lineWidth = painted.pattern === "stripes" ? 1.6 : 1.2;
    brush.beginPath();
    if (painted.pattern === "stripes") { brush.moveTo(0, 4); brush.lineTo(8, 4); }
    else {
      for (const shift of [-8, 0, 8]) { brush.moveTo(shift, 8); brush.lineTo(shift + 8, 0); }
      if (painted.pattern === "cross") for (const shift of [-8, 0, 8]) { brush.moveTo(shift, 0); brush.lineTo(shift + 8, 8); }
    }
    brush.stroke();
    const pattern = context.createPattern(canvas, "repeat");
    pattern.setTransform(new DOMMatrix().scale(1 / ratio));
    return pattern;
  }

  const radiusAt = (zoom) => [1.3, 1.6, 2.2, 3.2, 4.4][Math.min(Math.max(zoom - 11, 0), 4)];

  function mark(context, kind, x, y, r) {
    if (kind === "square") context.rect(x - r, y - r, 2 * r, 2 * r);
    else if (kind === "diamond") { context.moveTo(x, y - 1.35 * r); context.lineTo(x + 1.35 * r, y); context.lineTo(x, y + 1.35 * r); context.lineTo(x - 1.35 * r, y); context.closePath(); }
    else if (kind === "triangle") { context.moveTo(x, y - 1.3 * r); context.lineTo(x + 1.25 * r, y + r); context.lineTo(x - 1.25 * r, y + r); context.closePath(); }
    else { context.moveTo(x + r, y); context.arc(x, y, r, 0, 2 * Math.PI); }
  }

  function trace(context, rings, scale, left, top, close) {
    for (const points of rings) {
      context.moveTo(points[0] * scale - left, points[1] * scale - top);
      for (let k = 2; k < points.length; k += 2) context.lineTo(points[k] * scale - left, points[k + 1] * scale - top);
      if (close) context.closePath();
    }
  }

  function traceFootprint(context, i, scale, left, top) {
    const { start, ring, x, y } = model.footprints;
    for (let r = start[i]; r < start[i + 1]; r += 1) {
      context.moveTo(x[ring[r]] * scale - left, y[ring[r]] * scale - top);
      for (let k = ring[r] + 1; k < ring[r + 1]; k += 1) context.lineTo(x[k] * scale - left, y[k] * scale - top);
      context.closePath();
    }
  }

  /** Paint a tile. `view` says which themes are shown and whether a background map lies beneath. */
  function paint(canvas, coords, ratio, view) {
    const began = performance.now();
    const context = canvas.getContext("2d");
    const zoom = coords.z;
    const scale = TILE * 2 ** zoom;
    const left = coords.x * TILE;
    const top = coords.y * TILE;
    const [west, north, east, south] = [left / scale, top / scale, (left + TILE) / scale, (top + TILE) / scale];
    const margin = 12 / scale;
    const touches = (box) => box && box[0] <= east + margin && box[2] >= west - margin && box[1] <= south + margin && box[3] >= north - margin;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, TILE, TILE);
    context.lineJoin = "round";
    const bare = !view.background;

    if (touches(model.boundary.box)) {
      context.beginPath();
      trace(context, model.boundary.rings, scale, left, top, true);
      if (bare) { context.fillStyle = "#fffdf9"; context.fill("evenodd"); }
      context.strokeStyle = "#8b8478";
      context.lineWidth = 1.5;
      context.setLineDash([7, 3, 1.5, 3]);
      context.stroke();
      context.setLineDash([]);
    }
    for (const area of model.landscape) {
      if (!view.themes.has(area.theme || "") || !touches(area.box)) continue;
      context.fillStyle = context.strokeStyle = area.colour;
      context.beginPath();
      trace(context, area.rings, scale, left, top, true);
      context.globalAlpha = bare ? 0.3 : 0.4;
      context.fill("evenodd");
      context.globalAlpha = 0.9;
      context.lineWidth = 1;
      context.stroke();
      context.beginPath();
      trace(context, area.lines, scale, left, top, false);
      context.lineWidth = 2.5;
      context.stroke();
      context.globalAlpha = 1;
    }
    for (const area of model.environments) {
      if (!touches(area.box)) continue;
      context.beginPath();
      trace(context, area.rings, scale, left, top, true);
      context.fillStyle = context.strokeStyle = accent;
      // A decided one has a whole line, a proposal a broken one.
      context.globalAlpha = area.decided ? 0.1 : 0.06;
      context.fill("evenodd");
      context.globalAlpha = area.decided ? 0.85 : 0.55;
      context.lineWidth = area.decided ? 2 : 1.25;
      context.setLineDash(area.decided ? [] : [5, 4]);
      context.stroke();
      context.setLineDash([]);
      context.globalAlpha = 1;
    }
    const way = ways[view.certainty && ways.length > 1 ? 1 : 0];
    const drawn = paintBuildings(context, zoom, scale, left, top, [west, north, east, south], ratio, way);
    paintNames(context, zoom, left, top, bare);
    stats.tiles += 1;
    stats.drawn += drawn;
    stats.milliseconds += performance.now() - began;
  }

  function paintBuildings(context, zoom, scale, left, top, [west, north, east, south], ratio, way) {
    const shapes = zoom >= FOOTPRINTS_FROM && model.footprints;
    const radius = radiusAt(zoom);
    const margin = (shapes ? 9 : radius + 3) / scale;
    for (const bin of bins) bin.length = 0;
    pale.length = 0;
    edges.length = 0;
    let drawn = 0;
    const found = (i) => {
      if (model.matching[i]) {
        bins[way.of(i)].push(i);
        if (way.edge && model.sure[i] > 7) edges.push(i);
      }
      else if (shapes) pale.push(i);
      else return;
      drawn += 1;
    };
    const box = [west - margin, north - margin, east + margin, south + margin];
    if (shapes) model.eachTouching(...box, found);
    else model.grid.each(...box, found);
    if (pale.length) {
      context.beginPath();
      for (const i of pale) traceFootprint(context, i, scale, left, top);
      context.fillStyle = "#f1eee8";
      context.fill();
      context.strokeStyle = "#dcd7cd";
      context.lineWidth = 0.75;
      context.stroke();
    }
    for (const k of way.layers) {
      if (!bins[k].length) continue;
      const painted = way.classes[k];
      const r = radius * (painted.designated ? 1 : painted.pattern === "empty" ? 0.5 : 0.72);
      if (!shapes && r < 2) { // so small, that all marks are squares, and their outline would be all that is seen
        context.fillStyle = painted.pattern === "empty" ? "#ddd8ce" : painted.pattern === "cross" ? painted.outline : painted.fill;
        for (const i of bins[k]) context.fillRect(model.x[i] * scale - left - r, model.y[i] * scale - top - r, 2 * r, 2 * r);
        continue;
      }
      context.fillStyle = fillOf(context, painted, ratio);
      context.strokeStyle = painted.outline;
      context.lineWidth = shapes ? 1 : 0.9;
      context.beginPath();
      for (const i of bins[k]) {
        if (!shapes) mark(context, painted.marker, model.x[i] * scale - left, model.y[i] * scale - top, r);
        else if (model.footprints.start[i + 1] === model.footprints.start[i]) mark(context, painted.marker, model.x[i] * scale - left, model.y[i] * scale - top, MARK);
        else if (model.footprints.start[i + 1] === model.footprints.start[i] + 1) traceFootprint(context, i, scale, left, top);
      }
      context.fill();
      context.stroke();
      if (!shapes) continue;
      for (const i of bins[k]) { // courtyards, and houses in several parts
        if (model.footprints.start[i + 1] <= model.footprints.start[i] + 1) continue;
        context.beginPath();
        traceFootprint(context, i, scale, left, top);
        context.fill("evenodd");
        context.stroke();
      }
    }
    if (edges.length) { // what is close to the limit has a bold edge
      context.strokeStyle = way.edge;
      context.lineWidth = shapes ? 2.5 : 1.1;
      context.beginPath();
      for (const i of edges) {
        if (shapes && model.footprints.start[i + 1] > model.footprints.start[i]) traceFootprint(context, i, scale, left, top);
        else mark(context, "circle", model.x[i] * scale - left, model.y[i] * scale - top, shapes ? MARK + 2 : radius + 0.8);
      }
      context.stroke();
    }
    if (shapes && zoom >= NUMBERS_FROM) paintNumbers(context, scale, left, top);
    return drawn;
  }

  function paintNumbers(context, scale, left, top) {
    context.font = `600 ${11 * Heritage.grown}px "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineWidth = 3;
    context.strokeStyle = "rgb(255 255 255 / .9)";
    context.fillStyle = "#23201c";
    for (const bin of bins) {
      for (const i of bin) {
        const number = model.main[i] && /^\d+\s?[A-ZÆØÅ]?(?![A-ZÆØÅ])/i.exec(model.raw.rest[i]);
        if (!number) continue;
        const marked = model.footprints.start[i + 1] === model.footprints.start[i];
        const aside = marked ? MARK + 3 + context.measureText(number[0]).width / 2 : 0; // beside a mark, on a house
        const [x, y] = [model.x[i] * scale - left + aside, model.y[i] * scale - top];
        context.strokeText(number[0], x, y);
        context.fillText(number[0], x, y);
      }
    }
  }

  function paintNames(context, zoom, left, top, bare) {
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.strokeStyle = "rgb(255 253 249 / .92)";
    context.lineWidth = 3.5;
    for (const label of Heritage.labels.at(zoom, bare)) {
      if (label.box[0] > left + TILE || label.box[2] < left || label.box[1] > top + TILE || label.box[3] < top) continue;
      context.save();
      context.translate(label.x - left, label.y - top);
      context.rotate(label.angle);
      context.font = label.font;
      context.fillStyle = label.area ? accent : "#5c564d";
      context.strokeText(label.text, 0, 0);
      context.fillText(label.text, 0, 0);
      context.restore();
    }
  }

  return { surely, paint, stats, TILE, FOOTPRINTS_FROM };
})();

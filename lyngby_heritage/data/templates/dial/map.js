/* The map of the dial: a point for each building, drawn as the maps draw its class. */
"use strict";
const DialMap = (() => {
  const INK = "#23201c";
  const CLOSEST = 6; // pixels a metre
  const SEEN = 1.6; // so close that the neighbours of a building lie apart
  const NEAR = {mouse: 14, pen: 18, touch: 26}; // how far beside a building a press still means it, in pixels
  const SIGNS = ["", "+", "\u2212", "A", "B"];

  function outline(brush, kind, m, r) {
    brush.beginPath();
    if (kind === "square") brush.rect(m - r, m - r, 2 * r, 2 * r);
    else if (kind === "triangle") {
      brush.moveTo(m, m - 1.25 * r); brush.lineTo(m + 1.2 * r, m + r); brush.lineTo(m - 1.2 * r, m + r); brush.closePath();
    } else brush.arc(m, m, r, 0, 2 * Math.PI);
  }

  /** A building's mark as a small picture. */
  function mark(paint, radius, ratio, sign) {
    const r = sign ? Math.max(radius + 2, 6.5) : radius;
    const side = Math.ceil((2.6 * r + (sign ? 5 : 2)) * ratio);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const brush = canvas.getContext("2d", {willReadFrequently: true});
    brush.scale(ratio, ratio);
    const m = side / ratio / 2;
    outline(brush, paint.marker, m, r);
    if (sign) { brush.lineWidth = 5; brush.strokeStyle = "#fff"; brush.stroke(); }
    brush.fillStyle = paint.fill;
    brush.fill();
    if (paint.pattern === "hatch" && r >= 4 && !sign) {
      brush.save();
      brush.clip();
      brush.strokeStyle = paint.outline;
      brush.lineWidth = 1;
      brush.beginPath();
      for (let d = -12; d <= 12; d += 4) { brush.moveTo(m + d - 9, m + 9); brush.lineTo(m + d + 9, m - 9); }
      brush.stroke();
      brush.restore();
      outline(brush, paint.marker, m, r);
    }
    brush.strokeStyle = sign ? INK : paint.outline;
    brush.lineWidth = sign ? 1.8 : 1;
    brush.stroke();
    if (sign) {
      brush.fillStyle = INK;
      brush.font = "700 " + Math.round(r * 1.9) + "px sans-serif";
      brush.textAlign = "center";
      brush.textBaseline = "middle";
      brush.fillText(sign, m, m + r * 0.12);
    }
    return canvas;
  }

  function make(box, model, classes, pairs) {
    const canvas = box.querySelector("canvas");
    // In the order of outcomes: 0 not designated, 1 designated, 2 a person must look.
    const paints = [classes[2], classes[0], classes[1]];
    const pale = {fill: "#ffffff", outline: classes[2].outline, marker: "circle", pattern: "solid"};
    const bounds = extent(model);
    const view = {x: 0, y: 0, scale: 1};
    const marks = new Map();
    const stats = {milliseconds: 0, drawn: 0};
    let shown = null;
    let chosen = -1;
    let near = [];
    let waiting = false;
    let width = 0;
    let height = 0;
    let touched = false;

    const fits = (w, h) => Math.min((w - 40) / Math.max(bounds.wide, 60), (h - 40) / Math.max(bounds.tall, 60), CLOSEST);
    function whole() {
      Object.assign(view, {x: bounds.x, y: bounds.y, scale: fits(width, height)});
      touched = false;
      redraw();
    }

    function sized() {
      const now = box.getBoundingClientRect();
      if (!now.width || !now.height) return;
      width = now.width;
      height = now.height;
      const ratio = Math.min(window.devicePixelRatio || 1, 3);
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      if (!touched) whole();
      redraw();
    }

    function redraw() {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const began = performance.now();
        stats.drawn = draw(canvas, width, height, Math.min(window.devicePixelRatio || 1, 3), view, chosen);
        if (box.classList.contains("by-keyboard")) cross(canvas.getContext("2d"));
        stats.milliseconds = performance.now() - began;
      });
    }

    /** A mark's size in pixels: the larger the closer one looks, and small where many would lie upon each other. */
    function radius(scale) {
      const apart = scale * Math.sqrt(Math.max(bounds.wide, 60) * Math.max(bounds.tall, 60) / Math.max(model.n, 1));
      return Math.min(7, Math.max(1.5, Math.min(4 + 1.5 * Math.log2(scale / 0.12), 0.45 * apart)));
    }

    function markOf(kind, sign, r, ratio) {
      const key = kind + "|" + sign + "|" + r.toFixed(1) + "|" + ratio;
      if (!marks.has(key)) {
        if (marks.size > 200) marks.clear();
        marks.set(key, DialStamps.of(mark(kind === 3 ? pale : paints[kind], r, ratio, SIGNS[sign])));
      }
      return marks.get(key);
    }

    function draw(target, wide, tall, ratio, where, ringed) {
      const brush = target.getContext("2d");
      brush.setTransform(1, 0, 0, 1, 0, 0);
      brush.fillStyle = "#fff";
      brush.fillRect(0, 0, target.width, target.height);
      if (!shown) return 0;
      const {kind, sign, order} = shown;
      const r = radius(where.scale);
      const scale = where.scale * ratio;
      const left = target.width / 2 - where.x * scale;
      const top = target.height / 2 + where.y * scale;
      const over = 12 * ratio;
      let drawn = 0;
      if (ringed >= 0) links(brush, ratio, (x) => x * scale + left, (y) => top - y * scale, ringed);
      const sheet = DialStamps.sheet(target.width, target.height);
      // What has changed lies on top.
      for (const [k, s] of order) {
        const stamp = markOf(k, s, r, ratio);
        sheet.next();
        for (let i = 0; i < model.n; i += 1) {
          if (kind[i] !== k || sign[i] !== s) continue;
          const x = model.x[i] * scale + left;
          const y = top - model.y[i] * scale;
          if (x < -over || y < -over || x > target.width + over || y > target.height + over) continue;
          sheet.put(stamp, Math.round(x), Math.round(y));
          drawn += 1;
        }
      }
      brush.drawImage(sheet.laid(), 0, 0);
      brush.scale(ratio, ratio);
      if (ringed >= 0) ring(brush, model.x[ringed] * where.scale + left / ratio, top / ratio - model.y[ringed] * where.scale, r);
      rule(brush, wide, tall, where.scale);
      return drawn;
    }

    /** Lines from a building to those it is compared with: whole where they are alike, broken where not. */
    function links(brush, ratio, across, down, from) {
      const [x, y] = [across(model.x[from]), down(model.y[from])];
      for (const one of near) {
        if (!Number.isFinite(one.x + one.y)) continue;
        brush.strokeStyle = brush.fillStyle = one.alike ? pairs.alike : pairs.different;
        brush.lineWidth = (one.alike ? 2.5 : 1.5) * ratio;
        brush.setLineDash(one.alike ? [] : [5 * ratio, 4 * ratio]);
        brush.beginPath();
        brush.moveTo(x, y);
        brush.lineTo(across(one.x), down(one.y));
        brush.stroke();
        brush.setLineDash([]);
        brush.beginPath();
        brush.arc(across(one.x), down(one.y), 3 * ratio, 0, 2 * Math.PI);
        brush.fill();
      }
    }

    function ring(brush, x, y, r) {
      for (const [colour, line] of [["#fff", 7], [INK, 3]]) {
        brush.beginPath();
        brush.arc(x, y, r + 7, 0, 2 * Math.PI);
        brush.strokeStyle = colour;
        brush.lineWidth = line;
        brush.stroke();
      }
    }

    /** The middle, for who moves the map by keys. */
    function cross(brush) {
      const [x, y] = [width / 2, height / 2];
      for (const [colour, line] of [["#fff", 5], [INK, 2]]) {
        brush.beginPath();
        brush.moveTo(x - 12, y); brush.lineTo(x + 12, y);
        brush.moveTo(x, y - 12); brush.lineTo(x, y + 12);
        brush.strokeStyle = colour;
        brush.lineWidth = line;
        brush.stroke();
      }
    }

    /** A rule of so many metres in the lower right corner. */
    function rule(brush, wide, tall, scale) {
      const most = Math.min(140, wide / 4) / scale;
      const power = 10 ** Math.floor(Math.log10(most));
      const metres = [5, 2, 1].map((one) => one * power).find((one) => one <= most);
      const long = metres * scale;
      const words = metres >= 1000 ? DialWords.decimal(metres / 1000) + " km" : DialWords.decimal(metres) + " m";
      brush.font = "13px sans-serif";
      const room = Math.max(long, brush.measureText(words).width) + 16;
      brush.fillStyle = "rgba(255,255,255,.88)";
      brush.fillRect(wide - room - 4, tall - 34, room + 4, 34);
      brush.fillStyle = brush.strokeStyle = INK;
      brush.lineWidth = 2;
      brush.beginPath();
      brush.moveTo(wide - 10 - long, tall - 12); brush.lineTo(wide - 10 - long, tall - 7);
      brush.lineTo(wide - 10, tall - 7); brush.lineTo(wide - 10, tall - 12);
      brush.stroke();
      brush.textAlign = "right";
      brush.textBaseline = "alphabetic";
      brush.fillText(words, wide - 10, tall - 17);
    }

    /** Show outcomes: `kind` 0-3 (as outcomes; 3 is pale) and `sign` 0-4 (none, +, −, A, B), both a number a building. */
    function show(kind, sign) {
      const there = new Set();
      for (let i = 0; i < model.n; i += 1) there.add(kind[i] * 8 + sign[i]);
      const over = [0, 3, 2, 1];
      const order = [...there].map((one) => [one >> 3, one & 7])
        .sort((a, b) => Boolean(a[1]) - Boolean(b[1]) || over.indexOf(a[0]) - over.indexOf(b[0]));
      shown = {kind, sign, order};
      redraw();
    }

    function zoom(by, x, y) {
      const before = view.scale;
      view.scale = Math.min(Math.max(before * by, fits(width, height) * 0.6), CLOSEST);
      // What lies under the finger stays there.
      view.x += (x - width / 2) * (1 / before - 1 / view.scale);
      view.y -= (y - height / 2) * (1 / before - 1 / view.scale);
      moved();
    }
    function pan(dx, dy) {
      view.x -= dx / view.scale;
      view.y += dy / view.scale;
      moved();
    }
    function moved() {
      touched = true;
      view.x = Math.min(Math.max(view.x, bounds.x - bounds.wide / 2), bounds.x + bounds.wide / 2);
      view.y = Math.min(Math.max(view.y, bounds.y - bounds.tall / 2), bounds.y + bounds.tall / 2);
      redraw();
    }

    function nearest(x, y, within) {
      let found = -1;
      let best = within * within;
      for (let i = 0; i < model.n; i += 1) {
        const dx = (model.x[i] - view.x) * view.scale + width / 2 - x;
        const dy = height / 2 - (model.y[i] - view.y) * view.scale - y;
        if (dx * dx + dy * dy < best) { best = dx * dx + dy * dy; found = i; }
      }
      return found;
    }

    /** Where a building lies on the canvas, in pixels from its upper left corner. */
    const placeOf = (i) => [(model.x[i] - view.x) * view.scale + width / 2, height / 2 - (model.y[i] - view.y) * view.scale];

    /** Ring a building, and bring it where it is seen: above what covers the map's lower part. */
    function select(i, come, covered) {
      chosen = i >= 0 && Number.isFinite(model.x[i] + model.y[i]) ? i : -1;
      if (chosen >= 0) {
        const [x, y] = placeOf(i);
        const low = height - (covered || 0) - 30;
        if (come && view.scale < SEEN) view.scale = SEEN;
        if (come || y > low || x < 20 || x > width - 20 || y < 20) {
          view.x = model.x[i];
          view.y = model.y[i] - (covered || 0) / 2 / view.scale;
          touched = true;
        }
      }
      redraw();
    }

    listen();
    new ResizeObserver(sized).observe(box);
    sized();

    function listen() {
      const held = new Map();
      let far = 0;
      const at = (event) => {
        const now = canvas.getBoundingClientRect();
        return [event.clientX - now.left, event.clientY - now.top];
      };
      canvas.addEventListener("pointerdown", (event) => {
        if (event.button > 0) return;
        canvas.setPointerCapture(event.pointerId);
        if (!held.size) far = 0;
        held.set(event.pointerId, at(event));
        box.focus({preventScroll: true});
      });
      canvas.addEventListener("pointermove", (event) => {
        const before = held.get(event.pointerId);
        if (!before) return;
        const now = at(event);
        if (held.size === 1) {
          far += Math.hypot(now[0] - before[0], now[1] - before[1]);
          if (far > 5) pan(now[0] - before[0], now[1] - before[1]);
        } else if (held.size === 2) {
          far = 99;
          const other = [...held].find(([id]) => id !== event.pointerId)[1];
          const apart = (a) => Math.max(Math.hypot(a[0] - other[0], a[1] - other[1]), 1);
          const middle = (a) => [(a[0] + other[0]) / 2, (a[1] + other[1]) / 2];
          const [from, to] = [middle(before), middle(now)];
          pan(to[0] - from[0], to[1] - from[1]);
          zoom(apart(now) / apart(before), to[0], to[1]);
        }
        held.set(event.pointerId, now);
      });
      const letGo = (event) => {
        const last = held.get(event.pointerId);
        held.delete(event.pointerId);
        if (event.type !== "pointerup" || !last || held.size || far > 5) return;
        const found = nearest(last[0], last[1], NEAR[event.pointerType] || NEAR.mouse);
        if (map.onpick) map.onpick(found);
      };
      canvas.addEventListener("pointerup", letGo);
      canvas.addEventListener("pointercancel", letGo);
      // Who reads on rolls past the map; who has pressed it rolls it closer.
      canvas.addEventListener("wheel", (event) => {
        if (!event.ctrlKey && document.activeElement !== box) return;
        event.preventDefault();
        zoom(1.0018 ** -event.deltaY, ...at(event));
      }, {passive: false});
      const keyed = (whether) => {
        box.classList.toggle("by-keyboard", whether);
        redraw();
      };
      // A press gives the map focus, and browsers call that visible too: what came last, press or key, says which it is.
      let pressed = false;
      window.addEventListener("pointerdown", () => { pressed = true; keyed(false); }, {capture: true});
      window.addEventListener("keydown", () => { pressed = false; }, {capture: true});
      box.addEventListener("focus", () => keyed(!pressed && box.matches(":focus-visible")));
      box.addEventListener("blur", () => keyed(false));
      box.addEventListener("keydown", (event) => {
        if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey) return;
        keyed(true);
        const step = {ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60]}[event.key];
        if (step) pan(...step);
        else if (event.key === "+") zoom(1.5, width / 2, height / 2);
        else if (event.key === "-") zoom(1 / 1.5, width / 2, height / 2);
        else if (event.key === "0" || event.key === "Home") whole();
        else if (event.key === "Enter") map.onpick(nearest(width / 2, height / 2, width));
        else return;
        event.preventDefault();
      });
    }

    /** What is seen, as a picture for paper: `wide` by `tall` pixels of the screen, drawn three times as fine. */
    function picture(wide, tall) {
      const paper = document.createElement("canvas");
      paper.width = wide * 3;
      paper.height = tall * 3;
      const where = {...view, scale: touched ? view.scale * Math.min(wide / width, tall / height) : fits(wide, tall)};
      draw(paper, wide, tall, 3, where, chosen);
      return paper.toDataURL("image/png");
    }

    /** The neighbours of the building that is chosen. */
    function linked(each) {
      near = each;
      redraw();
    }

    const map = {show, select, links: linked, whole, zoom: (by) => zoom(by, width / 2, height / 2), picture, placeOf, stats, onpick: null};
    return map;
  }

  function extent(model) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < model.n; i += 1) {
      const x = model.x[i];
      const y = model.y[i];
      if (!Number.isFinite(x + y)) continue; // not shown, or without a place
      west = Math.min(west, x); east = Math.max(east, x);
      south = Math.min(south, y); north = Math.max(north, y);
    }
    if (west > east) return {x: 0, y: 0, wide: 0, tall: 0};
    return {x: (west + east) / 2, y: (south + north) / 2, wide: east - west, tall: north - south};
  }

  /** A key to a mark of the map, as a picture of its own. */
  const key = (paint, sign) => mark(paint, 6, 2, sign).toDataURL();

  return {make, key};
})();

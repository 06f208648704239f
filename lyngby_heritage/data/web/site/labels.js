/* Names on the map, found from the data themselves: a street is named where its addresses lie, and along them. */
"use strict";

Heritage.labels = (() => {
  const { model, grown } = Heritage;
  const STREET_FONT = `${12 * grown}px "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif`;
  const AREA_FONT = `italic ${14 * grown}px Georgia, "Times New Roman", "DejaVu Serif", serif`;
  const FROM_ZOOM = 15;
  const EVERY = 650; // pixels of a street between two of its names
  const ruler = document.createElement("canvas").getContext("2d");

  const streets = model.raw.streets.map((name) => ({ name, rows: [] }));
  model.raw.street.forEach((street, i) => {
    if (street >= 0 && model.main[i] && !Number.isNaN(model.x[i])) streets[street].rows.push(i);
  });

  const width = (text, font) => {
    ruler.font = font;
    return ruler.measureText(text).width;
  };

  /** The direction in which these buildings lie, as an angle that text can be read at, and how far they spread along it. */
  function direction(rows) {
    let [mx, my] = [0, 0];
    for (const i of rows) { mx += model.x[i]; my += model.y[i]; }
    mx /= rows.length;
    my /= rows.length;
    let [xx, xy, yy] = [0, 0, 0];
    for (const i of rows) {
      const [dx, dy] = [model.x[i] - mx, model.y[i] - my];
      xx += dx * dx; xy += dx * dy; yy += dy * dy;
    }
    const longer = Math.hypot(xx - yy, 2 * xy) / Math.max(xx + yy, 1e-30); // 0 for a round heap, 1 for a line
    const angle = longer < 0.5 ? 0 : 0.5 * Math.atan2(2 * xy, xx - yy);
    const along = rows.map((i) => (model.x[i] - mx) * Math.cos(angle) + (model.y[i] - my) * Math.sin(angle));
    return { angle, along, mx, my, spread: Math.max(...along) - Math.min(...along) };
  }

  function ofStreets(zoom, scale) {
    const wanted = [];
    for (const street of streets) {
      if (!street.rows.length || (zoom < 16 && street.rows.length < 8)) continue;
      const whole = direction(street.rows);
      const wide = width(street.name, STREET_FONT);
      const length = whole.spread * scale;
      if (zoom < 17 && length < wide * 0.8) continue;
      const times = Math.max(1, Math.round(length / EVERY));
      const ranked = street.rows.map((row, k) => [whole.along[k], row]).sort((a, b) => a[0] - b[0]);
      for (let t = 0; t < times; t += 1) {
        const begin = Math.floor((t * ranked.length) / times);
        const piece = ranked.slice(begin, Math.max(Math.floor(((t + 1) * ranked.length) / times), begin + 1)).map((each) => each[1]);
        const here = direction(piece);
        let angle = here.spread * scale > wide * 0.5 ? here.angle : whole.angle;
        if (angle > Math.PI / 2) angle -= Math.PI;
        if (angle <= -Math.PI / 2) angle += Math.PI;
        wanted.push({ text: street.name, font: STREET_FONT, x: here.mx * scale, y: here.my * scale, angle, wide, tall: 15 * grown, weight: piece.length });
      }
    }
    return wanted;
  }

  /** Move a street's name across the street to where it lies on the fewest houses. */
  function aside(label, scale) {
    const [cos, sin] = [Math.cos(label.angle), Math.sin(label.angle)];
    const reach = (label.wide / 2 + 40) / scale;
    const near = [];
    model.grid.each(label.x / scale - reach, label.y / scale - reach, label.x / scale + reach, label.y / scale + reach, (i) => {
      const [dx, dy] = [model.x[i] * scale - label.x, model.y[i] * scale - label.y];
      const along = dx * cos + dy * sin;
      if (Math.abs(along) < label.wide / 2 + 4) near.push(dy * cos - dx * sin);
    });
    let best = 0;
    let fewest = Infinity;
    for (const shift of [0, 10, -10, 18, -18, 26, -26]) {
      const covered = near.filter((across) => Math.abs(across - shift) < 14).length + Math.abs(shift) / 40;
      if (covered < fewest) [best, fewest] = [shift, covered];
    }
    return { ...label, x: label.x - sin * best, y: label.y + cos * best };
  }

  /** How far north (least y) these rings reach on the meridian x; Infinity where none of them does. */
  function topOf(rings, x) {
    let top = Infinity;
    for (const ring of rings) {
      for (let k = 0, j = ring.length - 2; k < ring.length; j = k, k += 2) {
        const [x0, y0, x1, y1] = [ring[j], ring[j + 1], ring[k], ring[k + 1]];
        if ((x0 > x) !== (x1 > x)) top = Math.min(top, y0 + ((x - x0) / (x1 - x0)) * (y1 - y0));
      }
    }
    return top;
  }

  function ofEnvironments(zoom, scale) {
    const wanted = [];
    for (const each of model.environments) {
      if (!each.box) continue;
      const title = (each.decided ? each.title : (each.name || each.title).replace(/^Forslag til kulturmiljø /, `${Heritage.t("proposal_label")} `)); // short: it lies on the houses
      const text = title.length > 46 ? `${title.slice(0, 44).replace(/[\s,:]+\S*$/, "")} …` : title;
      const wide = width(text, AREA_FONT);
      const room = (each.box[2] - each.box[0]) * scale;
      if (room < wide * 0.75) continue;
      const x = ((each.box[0] + each.box[2]) / 2) * scale;
      const [left, centre, right] = [-0.4, 0, 0.4].map((part) => topOf(each.rings, (x + part * wide) / scale)).map((top) => (top < Infinity ? top : each.box[1]));
      const top = Math.max(centre, Math.min(Math.max(left, right), (each.box[1] + each.box[3]) / 2)); // inside its ends too, as far as that is not below its middle
      wanted.push({ text, font: AREA_FONT, x, y: top * scale + 14 * grown, angle: 0, wide, tall: 18 * grown, weight: 1e6, area: true });
    }
    return wanted;
  }

  const kept = new Map();

  /** The names that have room at a zoom level, places in its pixels; found once. */
  function at(zoom, withStreets) {
    const key = `${zoom} ${withStreets}`;
    if (kept.has(key)) return kept.get(key);
    const scale = 256 * 2 ** zoom;
    const wanted = zoom >= 13 ? ofEnvironments(zoom, scale) : [];
    if (withStreets && zoom >= FROM_ZOOM) wanted.push(...ofStreets(zoom, scale));
    wanted.sort((a, b) => b.weight - a.weight);
    const placed = [];
    const cells = new Map();
    const CELL = 200;
    for (const each of wanted) {
      const label = each.area ? each : aside(each, scale);
      const [cos, sin] = [Math.abs(Math.cos(label.angle)), Math.abs(Math.sin(label.angle))];
      const halfWide = (label.wide * cos + label.tall * sin) / 2 + 6;
      const halfTall = (label.wide * sin + label.tall * cos) / 2 + 4;
      const box = [label.x - halfWide, label.y - halfTall, label.x + halfWide, label.y + halfTall];
      const [c0, r0, c1, r1] = box.map((value) => Math.floor(value / CELL));
      let free = true;
      for (let c = c0; c <= c1 && free; c += 1) {
        for (let r = r0; r <= r1 && free; r += 1) {
          free = !(cells.get(`${c} ${r}`) || []).some((o) => box[0] < o[2] && box[2] > o[0] && box[1] < o[3] && box[3] > o[1]);
        }
      }
      if (!free) continue;
      for (let c = c0; c <= c1; c += 1) {
        for (let r = r0; r <= r1; r += 1) {
          const cell = `${c} ${r}`;
          if (!cells.has(cell)) cells.set(cell, []);
          cells.get(cell).push(box);
        }
      }
      placed.push({ ...label, box });
    }
    kept.set(key, placed);
    return placed;
  }

  /** Find the names of a zoom level ahead of time; whether there was something to do. */
  function prepare(zoom, withStreets) {
    if (zoom < 13 || zoom > 20 || kept.has(`${zoom} ${withStreets}`)) return false;
    at(zoom, withStreets);
    return true;
  }

  return { at, prepare };
})();

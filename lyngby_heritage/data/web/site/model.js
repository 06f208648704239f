/* The buildings and areas as arrays, places in the world's square (0-1, projection.js), and who passes the filters. */
"use strict";

Heritage.model = (() => {
  const LARGE = 2e-6; // of the world's square: some 45 m at Danish latitudes, from a point to the end of its footprint
  const { data, t, term } = Heritage;
  const raw = data.bygninger;
  const settings = data.indstillinger;
  const areas = data.omraader;
  if (!raw || !settings || !areas) {
    Heritage.byId("antal").textContent = settings ? t("no_data") : "Siden kan ikke læse sine data. / The site cannot read its data.";
    throw new Error("data/ is missing");
  }
  const n = raw.count;
  const [lon0, lat0] = raw.origin;

  const { project, unproject } = Heritage.projection;

  const x = new Float64Array(n).fill(NaN);
  const y = new Float64Array(n).fill(NaN);
  for (let i = 0; i < n; i += 1) {
    if (raw.x[i] === null) continue;
    [x[i], y[i]] = project((raw.x[i] + lon0) / raw.steps, (raw.y[i] + lat0) / raw.steps);
  }
  const digits = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0) - 48);
  const classOf = digits(raw.class);
  const save = digits(raw.save);
  const designated = digits(raw.designated);
  const sure = raw.sure ? digits(raw.sure) : null; // the class of how sure it is, 8 more where it is close to the limit
  const year = Uint16Array.from(raw.year);
  const environment = Int32Array.from(raw.environment);
  const hasStory = new Uint8Array(n);
  for (const row of Object.keys(raw.teaser)) hasStory[row] = 1;

  const period = new Uint8Array(n).fill(settings.periods.length); // the last one: no known year
  for (let i = 0; i < n; i += 1) {
    if (!year[i]) continue;
    settings.periods.forEach(([first, last], p) => {
      if ((first === null || year[i] >= first) && (last === null || year[i] <= last)) period[i] = p;
    });
  }

  /** The whole address; without one that of a house on the property, for most such buildings are sheds in a garden. */
  function address(i) {
    const steps = raw.beside[i];
    if (steps) {
      const kind = use(i) || t("a_building");
      const words = { kind: `${kind[0].toUpperCase()}${kind.slice(1)}`, address: address(i - Math.abs(steps)) };
      return t(steps > 0 ? "belongs_to" : "beside", words);
    }
    if (raw.street[i] < 0) return t("no_address");
    return raw.rest[i] ? `${raw.streets[raw.street[i]]} ${raw.rest[i]}` : raw.streets[raw.street[i]];
  }
  const use = (i) => (raw.use[i] < 0 ? "" : term(raw.uses[raw.use[i]]));
  const described = (i) => settings.classes[classOf[i]];
  /** Whether a building is designated, and on what ground. */
  const told = (i) => described(i).told[designated[i]];
  const places = new Map(raw.key.map((key, i) => [key, i]));

  /** One line under a building's name: value, year, use. */
  function summary(i) {
    return [save[i] ? `SAVE ${save[i]}` : "", year[i] ? String(year[i]) : "", use(i)].filter(Boolean).join(" · ");
  }

  // Buildings at one address stand together, for the rows are in the order of the addresses.
  const groups = [];
  for (let i = 0; i < n; i += 1) {
    const before = groups[groups.length - 1];
    const same = before && raw.street[i] >= 0 && raw.street[i] === raw.street[before.rows[0]] && raw.rest[i] === raw.rest[before.rows[0]];
    if (same) before.rows.push(i);
    else groups.push({ rows: [i] });
  }
  // A listed building goes before a designated outhouse beside it: the law on it is what its owner asks about.
  const weight = (i) => (settings.apart.includes(described(i).key) ? 8 : 0) + (hasStory[i] ? 4 : 0) + (designated[i] ? 2 : 0) + (save[i] ? 1 : 0);
  const groupOf = new Int32Array(n);
  const main = new Uint8Array(n); // the one building that an address leads to
  groups.forEach((group, g) => {
    group.best = group.rows.reduce((best, i) => (weight(i) > weight(best) ? i : best));
    main[group.best] = 1;
    for (const i of group.rows) groupOf[i] = g;
  });
  const properties = new Map();
  raw.property.forEach((property, i) => {
    if (property < 0) return;
    if (!properties.has(property)) properties.set(property, []);
    properties.get(property).push(i);
  });

  /** The other buildings on the property, or at the address where the property is not known. */
  function companions(i) {
    const rows = raw.property[i] >= 0 ? properties.get(raw.property[i]) : raw.street[i] >= 0 ? groups[groupOf[i]].rows : [];
    return rows.filter((other) => other !== i);
  }

  // First the designated, those with a story to tell before the others; then stories, then values; each by address.
  const order = new Int32Array(n);
  {
    let k = 0;
    const rank = (i) => (designated[i] ? (hasStory[i] ? 0 : 1) : hasStory[i] ? 2 : save[i] ? 3 : 4);
    for (let wanted = 0; wanted < 5; wanted += 1) for (let i = 0; i < n; i += 1) if (rank(i) === wanted) order[k++] = i;
  }

  /** Rings of [x, y, dx, dy, …] steps as flat arrays of world places, with the box round them. */
  function shape(packed) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    const rings = packed.map((ring) => {
      const points = new Float64Array(ring.length);
      let [lon, lat] = [0, 0];
      for (let k = 0; k < ring.length; k += 2) {
        lon += ring[k];
        lat += ring[k + 1];
        const [px, py] = project(lon / areas.steps, lat / areas.steps);
        points[k] = px;
        points[k + 1] = py;
        box[0] = Math.min(box[0], px);
        box[1] = Math.min(box[1], py);
        box[2] = Math.max(box[2], px);
        box[3] = Math.max(box[3], py);
      }
      return points;
    });
    return { rings, box: rings.length ? box : null };
  }

  const environments = areas.environments.map((each, i) => ({ ...each, ...shape(each.rings), index: i, title: term(each.name || each.id || "") || t("no_name") }));
  const landscape = areas.landscape.map((each, i) => {
    const closed = shape(each.rings);
    const open = shape(each.lines);
    const boxes = [closed.box, open.box].filter(Boolean);
    return {
      ...each,
      index: i,
      rings: closed.rings,
      lines: open.rings,
      box: boxes.length ? [0, 1, 2, 3].map((k) => (k < 2 ? Math.min : Math.max)(...boxes.map((box) => box[k]))) : null,
      colour: /^#[0-9a-f]{6}$/i.test(each.colour || "") ? each.colour : "#b5b09f",
      themeTitle: Heritage.capital(term(each.theme_name || "") || (each.theme || t("other_theme")).replace(/_/g, " ")),
      title: term(each.name || "") || Heritage.capital(term(each.theme_name || "") || each.theme || t("an_area")),
    };
  });
  const themes = [...new Set(landscape.map((each) => each.theme || ""))].map((code) => {
    const members = landscape.filter((each) => (each.theme || "") === code);
    return { code, title: members[0].themeTitle, colour: members[0].colour, members };
  });

  const boundary = shape(areas.boundary);
  let west = Infinity, north = Infinity, east = -Infinity, south = -Infinity;
  const include = (box) => {
    west = Math.min(west, box[0]); north = Math.min(north, box[1]); east = Math.max(east, box[2]); south = Math.max(south, box[3]);
  };
  if (boundary.box) include(boundary.box);
  else {
    for (let i = 0; i < n; i += 1) if (!Number.isNaN(x[i])) include([x[i], y[i], x[i], y[i]]);
    for (const each of environments) if (each.box) include(each.box);
    if (west > east) for (const each of landscape) if (each.box) include(each.box);
  }
  const extent = west <= east ? [west, north, east, south] : null;

  const model = {
    n, raw, settings, x, y, classOf, sure, save, designated, year, environment, hasStory, main, groups, order, environments, landscape, themes,
    boundary, extent, address, use, described, told, summary, companions,
    grid: new Heritage.Grid(x, y), footprints: null, matching: new Uint8Array(n).fill(1), matched: n, filtered: false,
  };

  /** The row of the building that a link names, or -1. */
  model.find = (key) => (places.has(key) ? places.get(key) : -1);
  model.key = (i) => raw.key[i];
  /** A building's parcels, each number with its ejerlav as the plan writes them, out of the file that holds them. */
  model.parcels = ({ numbers, districts, district, parcel }, i) => {
    const place = parcel[i];
    if (place < 0) return "";
    const told = district[place] < 0 ? numbers[place] : `${numbers[place]} ${districts[district[place]]}`;
    return told.replace(/ og (?=\d)/g, ` ${t("and")} `);
  };
  model.teaser = (i) => raw.teaser[i] || "";

  /** A line as [key, name, text, language]: in the page's language, or Danish where that is all there is. */
  const read = ([key, name, text], told) => (told ? [key, told[0] || name, told[1] || text, told[1] ? null : "da"] : [key, name, text, null]);

  /** What stands in the files of texts about a building: {reason, official, story, code, sections}; rejects when the file is not there. */
  model.texts = (i) => {
    const file = Math.floor(i / raw.texts);
    const name = `tekst/${String(file).padStart(3, "0")}`;
    const other = Heritage.danish ? Heritage.part(`${name}.${Heritage.language}`) : null; // the same lines in the page's language
    return Promise.all([Heritage.part(name), other]).then(([texts, told]) => ({
      reason: (told && told.reasons[texts.reason[i - texts.start]]) || texts.reasons[texts.reason[i - texts.start]] || "",
      official: Boolean(told) && !told.reasons[texts.reason[i - texts.start]], // the reason stays in Danish
      story: texts.story[i - texts.start] || "",
      code: texts.code[i - texts.start] || "",
      sections: texts.cards[i - texts.start].map(([heading, ...lines]) => ({
        key: texts.headings[heading][0],
        title: (told && told.headings[heading]) || texts.headings[heading][1],
        lines: lines.map((each) => read(texts.lines[each], told && told.lines[each])),
      })),
    }));
  };

  /** What a step east and a step north are at a building, in the square: so near its point, the projection is as good as linear. */
  function stepsAt(i) {
    const FAR = 100; // steps, some 10 m
    const [lon, lat] = [(raw.x[i] + lon0) / raw.steps, (raw.y[i] + lat0) / raw.steps];
    const [eastX, eastY] = project(lon + FAR / raw.steps, lat);
    const [northX, northY] = project(lon, lat + FAR / raw.steps);
    return { eastX: (eastX - x[i]) / FAR, eastY: (eastY - y[i]) / FAR, northX: (northX - x[i]) / FAR, northY: (northY - y[i]) / FAR };
  }

  /** Where a building is, in degrees: [latitude, longitude]. */
  model.place = (i) => unproject(x[i], y[i]).reverse();

  /** Footprints arrive after the rest; `start[i]` to `start[i + 1]` are a building's rings, `ring[r]` to `ring[r + 1]` its points. */
  model.takeFootprints = (packed) => {
    let rings = 0, points = 0;
    for (const each of packed) for (const ring of each) { rings += 1; points += ring.length / 2; }
    const start = new Int32Array(n + 1);
    const ring = new Int32Array(rings + 1);
    const px = new Float64Array(points);
    const py = new Float64Array(points);
    let [r, p, reach] = [0, 0, 0];
    const large = [];
    for (let i = 0; i < n; i += 1) {
      start[i] = r;
      const step = packed[i].length ? stepsAt(i) : null;
      let far = 0;
      for (const each of packed[i]) {
        ring[r++] = p;
        let [across, up] = [0, 0];
        for (let k = 0; k < each.length; k += 2) {
          across += each[k];
          up += each[k + 1];
          px[p] = x[i] + across * step.eastX + up * step.northX;
          py[p++] = y[i] + across * step.eastY + up * step.northY;
          far = Math.max(far, Math.abs(px[p - 1] - x[i]), Math.abs(py[p - 1] - y[i]));
        }
      }
      if (far > LARGE) large.push([i, far]);
      else reach = Math.max(reach, far);
    }
    start[n] = r;
    ring[r] = p;
    // How far a footprint lies from its point at most; the few that lie further are looked at one by one.
    model.footprints = { start, ring, x: px, y: py, reach, large };
  };

  /** Call `found` with each building whose footprint may touch a rectangle. */
  model.eachTouching = (left, top, right, bottom, found) => {
    const { reach, large } = model.footprints;
    const [w, u, e, d] = [left - reach, top - reach, right + reach, bottom + reach];
    model.grid.each(w, u, e, d, found);
    for (const [i, far] of large) {
      const there = x[i] >= w && x[i] <= e && y[i] >= u && y[i] <= d;
      if (!there && x[i] + far >= left && x[i] - far <= right && y[i] + far >= top && y[i] - far <= bottom) found(i);
    }
  };

  /** Whether a place lies within a building's footprint. */
  model.inside = (i, atX, atY) => {
    const { footprints } = model;
    if (!footprints) return false;
    let within = false;
    for (let r = footprints.start[i]; r < footprints.start[i + 1]; r += 1) {
      within = within !== crosses(footprints.x, footprints.y, footprints.ring[r], footprints.ring[r + 1], atX, atY);
    }
    return within;
  };

  function crosses(px, py, begin, end, atX, atY) {
    let odd = false;
    for (let k = begin, before = end - 1; k < end; before = k, k += 1) {
      if (py[k] > atY !== py[before] > atY && atX < ((px[before] - px[k]) * (atY - py[k])) / (py[before] - py[k]) + px[k]) odd = !odd;
    }
    return odd;
  }

  /** Whether a place lies within an area's rings. */
  model.within = (area, atX, atY) => {
    if (!area.box || atX < area.box[0] || atX > area.box[2] || atY < area.box[1] || atY > area.box[3]) return false;
    let within = false;
    for (const points of area.rings) {
      let odd = false;
      for (let k = 0, before = points.length - 2; k < points.length; before = k, k += 2) {
        const [bx, by, kx, ky] = [points[before], points[before + 1], points[k], points[k + 1]];
        if (ky > atY !== by > atY && atX < ((bx - kx) * (atY - ky)) / (by - ky) + kx) odd = !odd;
      }
      within = within !== odd;
    }
    return within;
  };

  /** Mark who passes: {grundlag: Set of class keys, save: Set, periode: Set, miljoe: index or null, tema: code, historie: bool}. */
  model.filter = (chosen) => {
    const classes = settings.classes.map((each) => !chosen.grundlag.size || chosen.grundlag.has(each.key));
    const values = Array.from({ length: 10 }, (_, value) => !chosen.save.size || chosen.save.has(value));
    const periods = Array.from({ length: settings.periods.length + 1 }, (_, p) => !chosen.periode.size || chosen.periode.has(p));
    const themeSets = raw.themes.map((codes) => codes.includes(chosen.tema));
    model.matched = 0;
    for (let i = 0; i < n; i += 1) {
      const passes =
        classes[classOf[i]] && values[save[i]] && periods[period[i]] && (!chosen.historie || hasStory[i] === 1) &&
        (chosen.miljoe === null || environment[i] === chosen.miljoe) && (!chosen.tema || (raw.theme[i] >= 0 && themeSets[raw.theme[i]]));
      model.matching[i] = passes ? 1 : 0;
      model.matched += model.matching[i];
    }
    model.filtered = model.matched !== n;
  };

  return model;
})();

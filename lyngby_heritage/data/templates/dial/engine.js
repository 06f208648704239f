/**
 * The engine of the dial: which buildings would be designated at other thresholds, counted in the browser.
 *
 * It counts and does not judge. What two neighbours have in common was found by the run that wrote the report; the
 * file carries it for every pair, and here it is counted again with other numbers. The answer is that of
 * `classifybuildings` with the same settings, for every value that `model.limits` offers.
 *
 *   const model = Dial.read(JSON.parse(document.getElementById("dial-data").textContent));
 *   const outcome = Dial.outcome(model, model.chosen);
 *   Dial.counts(model, outcome).buildings
 *
 * settings: {UNIFORM_SHARE, SIMILARITY, YEAR_TOLERANCE, MIN_NEIGHBOURS, VALUE4_RULE (0-4), NEIGHBOUR_METHOD (1-3),
 *   NEIGHBOUR_DISTANCE, OPPOSITE_DISTANCE}; all are numbers, shares from 0 to 1, distances in metres.
 *
 * @typedef {Object} Limit
 * @property {string} name what the setting is called, in Danish
 * @property {string} unit "share", "years", "metres", "count", "rule", "method"; "percent" for AREA_TOLERANCE
 * @property {number} min
 * @property {number} max
 * @property {number} step
 * @property {number} chosen what the run had
 * @property {number[]|null} values the only values that may be asked for, ascending; null where every one may
 * @property {boolean} movable
 * @property {string} why why it cannot be moved, or not further, in Danish; "" where there is nothing to say
 *
 * @typedef {Object} Model
 * @property {number} n the buildings of value 4 that no decision names: those that the thresholds decide on
 * @property {Float64Array} x metres in the layer's coordinate system, NaN for one that is not shown or has no place
 * @property {Float64Array} y
 * @property {function(number): string} name the address of a building, else its id, as the report has it
 * @property {Object<string, Limit>} limits by setting; MIN_ATTRIBUTES and AREA_TOLERANCE are there too, never movable
 * @property {Object<string, number>} chosen the settings of the run, NEIGHBOUR_METHOD as it was carried out
 * @property {{buildings: number, designated: number, review: number, not: number, properties: number, apart: number}}
 *   fixed the rows that come out the same whatever the settings are, how, the known properties that those designated
 *   stand on, and how many of them stand on none that is known
 *
 * @typedef {Object} Turn the building is designated while the setting is at most, or at least, the value
 * @property {number} value
 * @property {"at_most"|"at_least"} when
 */
const Dial = (() => {
  "use strict";
  // As in core/neighbourhood/likeness.py: 3 of 5 is 0.6, whatever binary numbers make of it.
  const ROUNDING = 1e-9;
  const MAIN = 1, ATTACHED = 2, STANDING = 4;
  const UNIFORM = 0, UNIFORM_OR_NEAR_HIGH = 1, ATTACHED_HOUSES = 2, EVERY_FOUR = 3;
  const ADJOINING = 1, ADJOINING_AND_OPPOSITE = 2, DISTANCE = 3;
  const NOT_DESIGNATED = 0, DESIGNATED = 1, REVIEW = 2;
  const BEYOND = 254, UNKNOWN = 255;
  const HIDDEN = -128;
  const NOWHERE = 65535;
  const NO_PROPERTY = 4294967295;

  function bytes(text, Kind) {
    const raw = atob(text);
    const out = new Uint8Array(raw.length);
    for (let k = 0; k < raw.length; k++) out[k] = raw.charCodeAt(k);
    return Kind ? new Kind(out.buffer) : out;
  }

  function table(packed) {
    if (!packed) return null;
    const counts = bytes(packed.count, Uint16Array);
    const start = new Uint32Array(counts.length + 1);
    for (let s = 0; s < counts.length; s++) start[s + 1] = start[s] + counts[s];
    return {
      start,
      step: bytes(packed.step),
      same: bytes(packed.same),
      gap: bytes(packed.gap),
      east: packed.east === null ? null : bytes(packed.east, Int8Array),
      north: packed.north === null ? null : bytes(packed.north, Int8Array),
      unit: packed.unit,
    };
  }

  function places(packed, origin, unit) {
    const whole = bytes(packed, Uint16Array);
    const out = new Float64Array(whole.length);
    for (let i = 0; i < whole.length; i++) out[i] = whole[i] === NOWHERE ? NaN : origin + whole[i] * unit;
    return out;
  }

  /** @returns {Model} of what stands in the page; throws for a payload of another version. */
  function read(payload) {
    if (payload.version !== 2) throw new Error("dial: unknown version " + payload.version);
    const fours = payload.fours, names = fours.names, towns = fours.towns, town = bytes(fours.town, Uint16Array);
    return {
      n: payload.n,
      x: places(fours.x, fours.origin[0], fours.unit),
      y: places(fours.y, fours.origin[1], fours.unit),
      name: (i) => names[i] + towns[town[i]],
      limits: payload.limits,
      chosen: payload.chosen,
      fixed: payload.fixed,
      traits: bytes(fours.traits),
      near: bytes(fours.near),
      slot: bytes(fours.slot, Uint32Array),
      property: bytes(fours.property, Uint32Array),
      held: bytes(payload.held),
      off: bytes(payload.off),
      distance: table(payload.pairs.distance),
      plots: table(payload.pairs.plots),
    };
  }

  /** The place of the last of the ascending values that is not above `value`; -1 where all are. */
  function place(values, value) {
    let low = 0, high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value + ROUNDING) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  /** What is asked of a pair: which known-and-equal counts make it alike without and with the year, and how far. */
  function question(model, settings) {
    const limits = model.limits, method = settings.NEIGHBOUR_METHOD;
    const plain = new Uint8Array(64), dated = new Uint8Array(64);
    for (let known = 1; known < 8; known++) {
      for (let equal = 0; equal < 8; equal++) {
        plain[known * 8 + equal] = equal / known >= settings.SIMILARITY - ROUNDING ? 1 : 0;
        dated[known * 8 + equal] = (equal + 1) / known >= settings.SIMILARITY - ROUNDING ? 1 : 0;
      }
    }
    const near = place(limits.NEIGHBOUR_DISTANCE.values, settings.NEIGHBOUR_DISTANCE);
    // Plots that touch are the first step, and touching counts however small the distance to those opposite is.
    const opposite = Math.max(0, place(limits.OPPOSITE_DISTANCE.values, settings.OPPOSITE_DISTANCE));
    return {
      plain,
      dated,
      years: place(limits.YEAR_TOLERANCE.values, settings.YEAR_TOLERANCE),
      near,
      plots: method === ADJOINING ? 0 : method === ADJOINING_AND_OPPOSITE ? opposite : -1,
    };
  }

  function source(model, asked, slot) {
    const byPlot = asked.plots >= 0 && model.plots !== null && !model.off[slot];
    return byPlot ? [model.plots, asked.plots] : [model.distance, asked.near];
  }

  /** How many neighbours each building has that could be assessed, and how many of them are alike. */
  function figures(model, settings) {
    const asked = question(model, settings), slots = model.off.length;
    const neighbours = new Uint16Array(slots), alike = new Uint16Array(slots);
    for (let slot = 0; slot < slots; slot++) {
      const [pairs, reach] = source(model, asked, slot);
      if (pairs === null) continue;
      const {step, same, gap} = pairs, end = pairs.start[slot + 1];
      let all = 0, like = 0;
      for (let p = pairs.start[slot]; p < end && step[p] <= reach; p++) {
        all++;
        like += (gap[p] <= asked.years ? asked.dated : asked.plain)[same[p]];
      }
      neighbours[slot] = all;
      alike[slot] = like;
    }
    return {neighbours, alike, near: asked.near};
  }

  function isUniform(neighbours, alike, settings) {
    return neighbours > 0 && neighbours >= settings.MIN_NEIGHBOURS
      && alike / neighbours >= settings.UNIFORM_SHARE - ROUNDING;
  }

  /** Why one building comes out as it does: the first that applies. */
  function because(model, i, neighbours, alike, near, settings) {
    const rule = settings.VALUE4_RULE, traits = model.traits[i];
    const asksNeighbours = rule === UNIFORM || rule === UNIFORM_OR_NEAR_HIGH;
    if (asksNeighbours && isUniform(neighbours, alike, settings)) return "uniform";
    if (rule === UNIFORM_OR_NEAR_HIGH && model.near[i] <= near) return "near_high";
    if (rule === ATTACHED_HOUSES && traits & ATTACHED) return "attached";
    if (rule === EVERY_FOUR) return "every";
    if (asksNeighbours && !(traits & MAIN)) return "secondary";
    if (asksNeighbours && neighbours < settings.MIN_NEIGHBOURS) return "few_neighbours";
    if (traits & STANDING) return "standing";
    return asksNeighbours ? "not_uniform" : rule === ATTACHED_HOUSES ? "not_attached" : "none";
  }

  const OUTCOMES = {
    uniform: DESIGNATED, near_high: DESIGNATED, attached: DESIGNATED, every: DESIGNATED,
    secondary: REVIEW, few_neighbours: REVIEW, standing: REVIEW,
    not_uniform: NOT_DESIGNATED, not_attached: NOT_DESIGNATED, none: NOT_DESIGNATED,
  };
  const GROUNDS = ["ikke_udpeget", "vaerdi_4_ensartet", "til_vurdering"];

  /** @returns {Uint8Array} of each building: 0 not designated, 1 designated, 2 a person must look. */
  function outcome(model, settings) {
    const {neighbours, alike, near} = figures(model, settings);
    const out = new Uint8Array(model.n);
    for (let i = 0; i < model.n; i++) {
      const slot = model.slot[i];
      out[i] = OUTCOMES[because(model, i, neighbours[slot], alike[slot], near, settings)];
    }
    return out;
  }

  /**
   * What an outcome comes to. `designated`, `review` and `not` are of the buildings of value 4 that are moved here;
   * `buildings` and `properties` are all that are designated in the municipality, those of value 1-3 and by decision
   * among them; `apart` are the buildings among them of no known property, which count as none.
   */
  function counts(model, result) {
    const of = [0, 0, 0], held = model.held.slice();
    let {properties, apart} = model.fixed;
    for (let i = 0; i < model.n; i++) {
      of[result[i]]++;
      if (result[i] !== DESIGNATED) continue;
      if (model.property[i] === NO_PROPERTY) apart++;
      else if (!held[model.property[i]]) {
        held[model.property[i]] = 1;
        properties++;
      }
    }
    return {
      designated: of[DESIGNATED],
      review: of[REVIEW],
      not: of[NOT_DESIGNATED],
      buildings: model.fixed.designated + of[DESIGNATED],
      properties,
      apart,
    };
  }

  /**
   * The neighbours that a building is compared with at these settings, the nearest first.
   *
   * @returns {{metres: number, known: number, equal: number, years: number|null, alike: boolean, x: number, y: number}[]}
   *   `metres` is the distance rounded up, of the footprints or of the plots as the method has it; `known` and `equal`
   *   count the attributes, the year among them; `years` is null where a year is unknown and Infinity where it is more
   *   than can be chosen; `x` and `y` are where the neighbour lies, to the metre or so, NaN where that is not shown.
   */
  function pairs(model, i, settings) {
    const asked = question(model, settings), slot = model.slot[i];
    const [from, reach] = source(model, asked, slot);
    if (from === null) return [];
    const steps = model.limits[from === model.plots ? "OPPOSITE_DISTANCE" : "NEIGHBOUR_DISTANCE"].values;
    const years = model.limits.YEAR_TOLERANCE.values, found = [];
    for (let p = from.start[slot]; p < from.start[slot + 1] && from.step[p] <= reach; p++) {
      const near = from.gap[p] <= asked.years;
      const shown = from.east !== null && from.east[p] !== HIDDEN;
      found.push({
        metres: steps[from.step[p]],
        known: from.same[p] >> 3,
        equal: (from.same[p] & 7) + (near ? 1 : 0),
        years: from.gap[p] === UNKNOWN ? null : from.gap[p] === BEYOND ? Infinity : years[from.gap[p]],
        alike: (near ? asked.dated : asked.plain)[from.same[p]] === 1,
        x: shown ? model.x[i] + from.east[p] * from.unit : NaN,
        y: shown ? model.y[i] + from.north[p] * from.unit : NaN,
      });
    }
    return found;
  }

  function atMost(value, limit) {
    return value >= limit.max ? null : {value, when: "at_most"};
  }

  /** For each threshold the value at which a building turns, the others as they stand; null where none turns it. */
  function turns(model, i, near, neighbours, alike, settings) {
    const none = {UNIFORM_SHARE: null, SIMILARITY: null, YEAR_TOLERANCE: null, MIN_NEIGHBOURS: null};
    const rule = settings.VALUE4_RULE, limits = model.limits;
    const otherwise = rule === UNIFORM_OR_NEAR_HIGH && model.near[i] <= near;
    if ((rule !== UNIFORM && rule !== UNIFORM_OR_NEAR_HIGH) || otherwise || neighbours === 0) return none;
    const share = alike / neighbours;
    const turned = {...none};
    if (share >= settings.UNIFORM_SHARE - ROUNDING) turned.MIN_NEIGHBOURS = atMost(neighbours, limits.MIN_NEIGHBOURS);
    if (neighbours < settings.MIN_NEIGHBOURS) return turned;
    turned.UNIFORM_SHARE = atMost(share, limits.UNIFORM_SHARE);
    let needed = 0;
    while (needed / neighbours < settings.UNIFORM_SHARE - ROUNDING) needed++;
    if (needed === 0 || needed > neighbours) return turned;
    const each = pairs(model, i, settings);
    const similar = each.map((one) => one.equal / one.known).sort((a, b) => b - a);
    turned.SIMILARITY = atMost(similar[needed - 1], limits.SIMILARITY);
    const from = each.map((one) => {
      const equal = one.equal - (one.years !== null && one.years <= settings.YEAR_TOLERANCE + ROUNDING ? 1 : 0);
      if (equal / one.known >= settings.SIMILARITY - ROUNDING) return 0;
      const dated = (equal + 1) / one.known >= settings.SIMILARITY - ROUNDING;
      return dated && one.years !== null ? one.years : Infinity;
    }).sort((a, b) => a - b);
    const least = from[needed - 1];
    if (least > limits.YEAR_TOLERANCE.min && least <= limits.YEAR_TOLERANCE.max) {
      turned.YEAR_TOLERANCE = {value: least, when: "at_least"};
    }
    return turned;
  }

  /**
   * Why a building comes out as it does at these settings.
   *
   * @returns {{neighbours: number, alike: number, share: number, outcome: number, ground: string, because: string,
   *   turns: Object<string, Turn|null>}} `share` is NaN without neighbours; `ground` is the code of `udpegning`;
   *   `because` is one of uniform, near_high, attached, every (designated), secondary, few_neighbours, standing (a
   *   person must look), not_uniform, not_attached, none (not designated).
   */
  function explain(model, i, settings) {
    const near = place(model.limits.NEIGHBOUR_DISTANCE.values, settings.NEIGHBOUR_DISTANCE);
    const each = pairs(model, i, settings), neighbours = each.length;
    const alike = each.filter((one) => one.alike).length;
    const why = because(model, i, neighbours, alike, near, settings);
    return {
      neighbours,
      alike,
      share: neighbours ? alike / neighbours : NaN,
      outcome: OUTCOMES[why],
      ground: GROUNDS[OUTCOMES[why]],
      because: why,
      turns: turns(model, i, near, neighbours, alike, settings),
    };
  }

  return {read, outcome, counts, explain, pairs};
})();

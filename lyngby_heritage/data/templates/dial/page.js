/* The dial: what moves when a threshold is moved. */
"use strict";
(() => {
  const LISTED = 40;
  const W = DialWords;
  const {el} = DialParts;
  const at = (id) => document.getElementById("dial-" + id);
  const section = document.getElementById("proev-selv");
  const model = Dial.read(JSON.parse(document.getElementById("dial-data").textContent));
  const run = reckoned(model.chosen);
  let now = run;
  let kept = {};
  let picked = -1;
  let wanted = null;
  let saying = 0;
  let lists = [];

  function reckoned(settings) {
    const outcome = Dial.outcome(model, settings);
    return {settings, outcome, counts: Dial.counts(model, outcome)};
  }

  section.hidden = false;
  document.querySelectorAll("[data-dial]").forEach((one) => { one.hidden = false; });
  const map = DialMap.make(at("map"), model, W.said.classes, W.said.pairs);
  const meant = [];
  const sliders = DialSliders.MAIN.filter((name) => model.limits[name]).map((name) => DialSliders.make(name, model.limits[name], change));
  at("sliders").append(...sliders.map((one) => one.row));
  meanings();
  methods();
  presets();
  listen();
  DialSearch.make(model, (i) => pick(i, true));
  show();

  /** Count again before the next picture, however often a finger moves until then. */
  function change(name, value) {
    set({...(wanted || now.settings), [name]: value});
  }
  function set(settings) {
    const first = wanted === null;
    wanted = settings;
    mode("run"); // what is moved is seen to move
    if (first) requestAnimationFrame(() => { now = reckoned(wanted); wanted = null; show(); });
  }

  function show() {
    const began = performance.now();
    const inForce = W.inForce(now.settings);
    for (const one of sliders) one.show(now.settings[one.name], inForce.includes(one.name));
    for (const {row, parts} of meant) for (const one of parts) one.hidden = row.hidden; // only what can be moved is explained
    for (const one of section.querySelectorAll("[name=dial-rule]")) one.checked = Number(one.value) === now.settings.VALUE4_RULE;
    for (const one of section.querySelectorAll("[name=dial-method]")) one.checked = Number(one.value) === now.settings.NEIGHBOUR_METHOD;
    const idle = !W.BY_NEIGHBOURS.includes(now.settings.VALUE4_RULE);
    at("idle").hidden = !idle;
    at("idle").textContent = idle ? "Den valgte regel ser ikke på naboerne. Tærsklerne har derfor ingen betydning." : "";
    counts();
    chart();
    at("parameters").textContent = W.parameters(now.settings);
    at("copied").textContent = "";
    if (picked >= 0) card();
    clearTimeout(saying);
    saying = setTimeout(say, 600);
    section.dataset.milliseconds = (performance.now() - began).toFixed(1);
  }

  function counts() {
    const words = {
      buildings: ["bygninger udpeget i alt", "bygning udpeget i alt", "bygninger udpeget", "bygning", "bygninger"],
      properties: ["ejendomme med udpegede bygninger", "ejendom med udpegede bygninger", "ejendomme med udpegede", "ejendom", "ejendomme"],
      designated: ["med værdi " + W.four + " udpeges", "med værdi " + W.four + " udpeges", "værdi " + W.four + " udpeges"],
      review: ["med værdi " + W.four + " skal vurderes", "med værdi " + W.four + " skal vurderes", "værdi " + W.four + " vurderes"],
      not: ["med værdi " + W.four + " udpeges ikke", "med værdi " + W.four + " udpeges ikke", "værdi " + W.four + " udpeges ikke"],
    };
    const outcomes = {designated: 1, review: 2, not: 0};
    at("counts").replaceChildren(...Object.entries(words).map(([key, [several, one, short, unit, units]]) => {
      const count = now.counts[key];
      const more = count - run.counts[key];
      const apart = key === "properties" && now.counts.apart ? "; desuden " + W.buildings(now.counts.apart) + " uden kendt ejendom" : "";
      const words = unit ? el("i", {}, W.agreeing(Math.abs(more), unit, units)) : "";
      return el("div", {}, el("dt", {}, key in outcomes ? DialParts.sign(outcomes[key]) : "", el("span", {class: "dial-long"}, W.agreeing(count, one, several) + apart), el("span", {class: "dial-short"}, short + apart)),
        el("dd", {}, apart && !count ? "ukendt" : W.number(count), more ? el("span", {class: "dial-change"}, W.signed(more), " ", words) : el("span", {class: "dial-same"}, "uændret")));
    }));
  }

  function say() {
    const {buildings, properties, apart, review} = now.counts;
    const more = buildings - run.counts.buildings;
    const where = apart && !properties ? " uden kendt ejendom"
      : " på " + W.plural(properties, "ejendom", "ejendomme") + (apart ? " og " + W.buildings(apart) + " uden kendt ejendom" : "");
    const change = more ? W.buildings(Math.abs(more)) + (more > 0 ? " flere" : " færre") + " end beregnet" : "som beregnet";
    at("told").textContent = W.buildings(buildings) + " udpeget" + where + ", " + change + ". "
      + W.plural(review, "bygning med værdi " + W.four + " skal", "bygninger med værdi " + W.four + " skal") + " vurderes.";
  }

  function comparing() {
    return Boolean(kept.a && kept.b && section.querySelector("[name=dial-shows][value=pair]").checked);
  }

  /** What the map draws of each building: how it comes out, and what sign says that it changes. */
  function chart() {
    const kind = new Uint8Array(model.n);
    const sign = new Uint8Array(model.n);
    const pair = comparing();
    for (let i = 0; i < model.n; i += 1) {
      if (pair) {
        const [a, b] = [kept.a.outcome[i] === 1, kept.b.outcome[i] === 1];
        kind[i] = a || b ? 1 : 3;
        sign[i] = a === b ? 0 : a ? 3 : 4;
      } else {
        kind[i] = now.outcome[i];
        const [before, after] = [run.outcome[i] === 1, now.outcome[i] === 1];
        sign[i] = before === after ? 0 : after ? 1 : 2;
      }
    }
    map.show(kind, sign);
    const key = (outcome, change, words) => el("li", {}, DialParts.sign(outcome, change), words);
    const doubtful = kind.some((one, i) => one === 2 && sign[i] === 2);
    at("legend").replaceChildren(...(pair
      ? [key(1, "", "udpeges af både A og B"), key(1, "a", "kun af A"), key(1, "b", "kun af B"), key(3, "", "af ingen af dem")]
      : [key(1, "", "udpeges"), key(2, "", "skal vurderes"), key(0, "", "udpeges ikke"), key(1, "in", "kommer med"), key(0, "out", "falder ud"), ...(doubtful ? [key(2, "out", "falder ud og skal vurderes")] : [])]));
    changes(sign, pair);
  }

  function changes(sign, pair) {
    const [first, second] = pair ? [3, 4] : [1, 2];
    const ones = [[], []];
    sign.forEach((one, i) => { if (one === first) ones[0].push(i); else if (one === second) ones[1].push(i); });
    const words = pair ? ["kun af A", "kun af B"] : ["kommer med", "falder ud"];
    lists = ones.map((rows, k) => ({rows, words: words[k]}));
    const [into, out] = ones.map((rows) => rows.length);
    at("changes").querySelector("summary").textContent = pair
      ? W.buildings(into) + " udpeges kun af A, " + W.number(out) + " kun af B"
      : into + out ? W.buildings(into) + " kommer med, " + W.number(out) + " falder ud" : "Ingen bygninger kommer med eller falder ud";
    listChanges();
  }
  function listChanges() {
    const within = at("changes").querySelector("div");
    if (!at("changes").open) return within.replaceChildren();
    return within.replaceChildren(...lists.filter((one) => one.rows.length).flatMap(({rows, words}) => {
      const items = rows.slice(0, LISTED).map((i) => el("li", {}, el("button", {type: "button", onclick: () => pick(i, true)}, W.capital(model.name(i)))));
      if (rows.length > LISTED) items.push(el("li", {}, "og " + W.number(rows.length - LISTED) + " til, som ses på kortet"));
      return [el("p", {}, W.buildings(rows.length) + " " + words + ":"), el("ul", {}, ...items)];
    }));
  }

  function card() {
    const box = at("card");
    box.hidden = false;
    const near = DialBuilding.fill(box, model, picked, now.settings, run.outcome[picked], () => { pick(-1); at("map").focus(); });
    map.links(near);
  }
  function pick(i, come) {
    picked = i;
    if (i < 0) {
      at("card").hidden = true;
      map.links([]);
      map.select(-1);
      return;
    }
    card();
    const over = getComputedStyle(at("card")).position === "absolute";
    map.select(i, come, over ? at("card").offsetHeight : 0);
    at("card").scrollTop = 0;
    if (!come) return;
    at("card").focus({preventScroll: true});
    at("map").scrollIntoView({block: over ? "nearest" : "start"});
  }

  function meanings() {
    for (const {name, row} of sliders.filter((one) => W.said.thresholds[one.name])) {
      const {name: called, explanation} = W.said.thresholds[name];
      const parts = [el("dt", {}, called), el("dd", {}, explanation)];
      at("meanings").append(...parts);
      meant.push({row, parts});
    }
  }

  function methods() {
    const limit = model.limits.NEIGHBOUR_METHOD;
    const box = at("methods");
    for (const [method, name] of Object.entries(W.said.methods)) {
      const offered = limit.values ? limit.values.includes(Number(method)) : true;
      const input = el("input", {type: "radio", name: "dial-method", value: method, onchange: () => change("NEIGHBOUR_METHOD", Number(method))});
      input.disabled = !offered || (!limit.movable && Number(method) !== limit.chosen);
      box.append(el("label", {class: "dial-rule"}, input, el("span", {}, name)));
    }
    if (limit.why) box.append(el("p", {class: "small"}, limit.why));
  }

  function presets() {
    const all = W.said.presets;
    at("others").hidden = !all.length;
    at("others").querySelector("ul").append(...all.map((one) => el("li", {},
      el("button", {type: "button", onclick: () => set({...now.settings, ...one.settings})}, one.name),
      el("span", {class: "small"}, one.says + " Her: " + Object.entries(one.settings).map(([name, amount]) => "»" + W.value(name, amount) + "«").join(", ") + ". " + one.note + (one.note ? " " : "") + "Kilde: " + one.source + "."))));
  }

  function keep(which) {
    kept = {...kept, [which]: now};
    const {a, b} = kept;
    at("shows").hidden = !(a && b);
    const parts = [];
    for (const [key, name] of [["a", "A"], ["b", "B"]]) {
      if (kept[key]) parts.push(el("button", {type: "button", onclick: () => set({...kept[key].settings})}, "Vis " + name + " igen"));
    }
    const [done, other] = which === "a" ? ["A", "B"] : ["B", "A"];
    const first = done + " er gemt. Flyt tærsklerne, og gem det andet valg som " + other + ".";
    const words = a && b ? [el("p", {}, DialCompare.common(a, b)), ...DialCompare.tables(model.limits, a, b).map(framed)] : [el("p", {class: "small"}, first)];
    at("pair").replaceChildren(...words, el("p", {class: "dial-buttons"}, ...parts));
    at("kept").textContent = a && b ? done + " er gemt. Vælg under »Kortet viser«, om kortet skal vise forskellen mellem A og B; tallene står under »Sammenlign to valg«." : first;
    mode(a && b ? "pair" : "run");
    chart();
  }
  function framed(table) {
    return el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": table.caption.textContent}, table);
  }

  function mode(value) {
    section.querySelector("[name=dial-shows][value=" + value + "]").checked = true;
  }

  function listen() {
    map.onpick = (i) => pick(i, false);
    at("controls").addEventListener("submit", (event) => event.preventDefault());
    section.querySelectorAll("[name=dial-rule]").forEach((one) => one.addEventListener("change", () => change("VALUE4_RULE", Number(one.value))));
    section.querySelectorAll("[name=dial-shows]").forEach((one) => one.addEventListener("change", chart));
    section.querySelectorAll("[data-zoom]").forEach((one) => one.addEventListener("click", () => (Number(one.dataset.zoom) ? map.zoom(Number(one.dataset.zoom)) : map.whole())));
    at("changes").addEventListener("toggle", listChanges);
    at("reset").addEventListener("click", () => set({...model.chosen}));
    at("keep-a").addEventListener("click", () => keep("a"));
    at("keep-b").addEventListener("click", () => keep("b"));
    at("print").addEventListener("click", () => DialPaper.print(model, now, run, map, at("legend"), kept.a && kept.b ? [kept.a, kept.b] : null));
    at("card").addEventListener("keydown", (event) => { if (event.key === "Escape") { pick(-1); at("map").focus(); } });
    at("copy").addEventListener("click", () => {
      const told = (done) => { at("copied").textContent = done ? "Kopieret." : "Teksten er markeret og kan kopieres."; };
      getSelection().selectAllChildren(at("parameters"));
      told(document.execCommand("copy"));
    });
  }

  window.DialPage = {model, map, settings: () => now.settings, counts: () => now.counts, pick, set};
})();

/* The chosen setting on one sheet of A4: settings, numbers, map, and what they are made of. */
"use strict";
const DialPaper = (() => {
  const W = DialWords;
  const {el} = DialParts;
  const paper = document.getElementById("dial-paper");

  function today() {
    const now = new Date();
    return now.getDate() + "." + (now.getMonth() + 1) + "." + now.getFullYear();
  }

  /** What is chosen beside what is kept; where it is one of those, it is marked there. */
  function sideBySide(now, both) {
    const same = both.findIndex((one) => JSON.stringify(one.settings) === JSON.stringify(now.settings));
    const heads = both.map((_, k) => "AB"[k] + (k === same ? " (valgt)" : ""));
    return same < 0 ? {columns: [now, ...both], heads: ["Valgt", ...heads]} : {columns: both, heads};
  }

  /** Lay the sheet out; resolves when its map is there. `now` and `run` are {settings, outcome, counts}. */
  function lay(model, now, run, map, legend, pair) {
    const {columns, heads} = sideBySide(now, pair || []);
    const counts = DialCompare.countRows(run, ...columns).map(([words, key]) => [
      words, ...columns.map((one) => W.number(one.counts[key])), W.signed(now.counts[key] - run.counts[key]),
    ]);
    const picture = el("img", {alt: "Kort over bygningerne med SAVE-værdi " + W.four, src: map.picture(640, pair ? 270 : 440)});
    const {title, made, source, kommune} = paper.dataset;
    const parts = [
      el("p", {class: "kicker"}, kommune || "Bygningskultur"),
      el("h2", {}, "Prøvet valg: " + W.rule(now.settings.VALUE4_RULE).name.toLowerCase()),
      el("p", {class: "small"}, title + ". Udskrevet " + today() + "; data beregnet " + made + "."),
      el("div", {class: pair ? "" : "dial-two"},
        DialParts.table("Tal", ["", ...heads, "I forhold til rapporten"], counts),
        DialParts.table("Indstillinger", ["", ...heads], DialCompare.settingRows(model.limits, ...columns))),
    ];
    if (pair) parts.push(el("p", {}, DialCompare.common(...pair)));
    parts.push(
      picture,
      el("ul", {class: "legend"}, ...[...legend.children].map((one) => one.cloneNode(true))),
      el("p", {class: "note"}, el("strong", {}, "Det er en beregning og ingen beslutning. "), "Tallene er regnet på rapportens side på de data, som rapporten er lavet af. »I forhold til rapporten« er det valgte minus rapportens egen udpegning (" + W.buildings(run.counts.buildings) + "). Udpegningen ændres først, når værktøjet køres igen, og kommunalbestyrelsen beslutter."),
      el("p", {class: "small"}, "Tallene kan genskabes med: ", el("code", {}, W.parameters(now.settings)), ". De øvrige parametre skal være som i rapporten."),
      el("p", {class: "small"}, "Kilde: " + source));
    paper.replaceChildren(...parts);
    return Promise.all([...paper.querySelectorAll("img")].map((one) => one.decode()));
  }

  function print(...given) {
    return lay(...given).then(() => {
      const home = paper.parentNode;
      document.body.append(paper);
      document.documentElement.classList.add("dial-printing");
      paper.hidden = false;
      paper.removeAttribute("aria-hidden");
      window.addEventListener("afterprint", () => {
        document.documentElement.classList.remove("dial-printing");
        paper.hidden = true;
        paper.setAttribute("aria-hidden", "true");
        paper.replaceChildren();
        home.append(paper);
      }, {once: true});
      window.print();
    });
  }

  return {lay, print};
})();

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

  /** Lay the sheet out; resolves when its map is there. `now` and `run` are {settings, outcome, counts}. */
  function lay(model, now, run, map, legend, pair) {
    const both = pair || [];
    const heads = both.length ? ["A", "B"] : [];
    const counts = DialCompare.COUNTS.map(([words, key]) => [
      words, W.number(now.counts[key]), W.signed(now.counts[key] - run.counts[key]), ...both.map((one) => W.number(one.counts[key])),
    ]);
    const picture = el("img", {alt: "Kort over bygningerne med SAVE-værdi " + W.four, src: map.picture(640, pair ? 360 : 400)});
    const {title, made, source, kommune} = paper.dataset;
    const parts = [
      el("p", {class: "kicker"}, kommune || "Bygningskultur"),
      el("h2", {}, "Prøvet valg: " + W.rule(now.settings.VALUE4_RULE).name.toLowerCase()),
      el("p", {class: "small"}, title + ". Udskrevet " + today() + "; data beregnet " + made + "."),
      el("div", {class: "dial-two"},
        DialParts.table("Tal", ["", "Valgt", "Ændring", ...heads], counts),
        DialParts.table("Indstillinger", ["", "Valgt", ...heads], DialCompare.settingRows(model.limits, now, ...both))),
    ];
    if (pair) parts.push(el("p", {}, DialCompare.common(...pair)));
    parts.push(
      picture,
      el("ul", {class: "legend"}, ...[...legend.children].map((one) => one.cloneNode(true))),
      el("p", {class: "note"}, el("strong", {}, "Det er en beregning og ingen beslutning. "), "Tallene er regnet på rapportens side på de data, som rapporten er lavet af. »Ændring« er i forhold til rapportens egen udpegning. Udpegningen ændres først, når værktøjet køres igen, og kommunalbestyrelsen beslutter."),
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

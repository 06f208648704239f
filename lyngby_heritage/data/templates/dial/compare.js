/* Two kept settings side by side: their values, their counts and what they have in common. */
"use strict";
const DialCompare = (() => {
  const W = DialWords;
  const COUNTS = [
    ["Udpegede bygninger i alt", "buildings"],
    ["Ejendomme med udpegede bygninger", "properties"],
    ["Udpegede bygninger uden kendt ejendom", "apart"],
    ["Udpeges med værdi " + W.four, "designated"],
    ["Skal vurderes", "review"],
    ["Udpeges ikke", "not"],
  ];

  /** The rows of counts; those of no known property only where there are some. */
  function countRows(...counted) {
    return COUNTS.filter(([, key]) => key !== "apart" || counted.some((one) => one.counts.apart));
  }

  const ORDER = ["VALUE4_RULE", ...DialSliders.MAIN.slice(0, 4), "NEIGHBOUR_METHOD", ...DialSliders.MAIN.slice(4)];

  /** The rows of settings in which at least one of the two has a say. */
  function settingRows(limits, ...kept) {
    const names = ORDER.filter((name) => kept.some((one) => W.inForce(one.settings).includes(name)));
    return names.map((name) => [W.called(name, limits[name]), ...kept.map((one) => (W.inForce(one.settings).includes(name) ? W.value(name, one.settings[name]) : "uden betydning"))]);
  }

  /** How many buildings both designate, only the one, only the other, and neither. */
  function overlap(a, b) {
    const told = {both: 0, a: 0, b: 0, none: 0};
    for (let i = 0; i < a.outcome.length; i += 1) {
      const [one, other] = [a.outcome[i] === 1, b.outcome[i] === 1];
      told[one ? (other ? "both" : "a") : other ? "b" : "none"] += 1;
    }
    return told;
  }

  function common(a, b) {
    const told = overlap(a, b);
    return "Af bygningerne med værdi " + W.four + " udpeges " + W.number(told.both) + " af begge, " + W.number(told.a) + " kun af A, "
      + W.number(told.b) + " kun af B og " + W.number(told.none) + " af ingen af dem.";
  }

  function tables(limits, a, b) {
    const counts = countRows(a, b).map(([words, key]) => [words, W.number(a.counts[key]), W.number(b.counts[key]), W.signed(b.counts[key] - a.counts[key])]);
    return [
      DialParts.table("Tal for de to valg", ["", "A", "B", "B i forhold til A"], counts),
      DialParts.table("Indstillinger i de to valg", ["", "A", "B"], settingRows(limits, a, b)),
    ];
  }

  return {countRows, settingRows, overlap, common, tables};
})();

/* What the dial says in Danish: numbers, settings and why a building comes out as it does. */
"use strict";
const DialWords = (() => {
  const said = JSON.parse(document.getElementById("dial-words").textContent);
  const NBSP = "\u00a0";
  const four = said.values.neighbour_value;
  const SHARES = ["UNIFORM_SHARE", "SIMILARITY"];
  const METRES = ["NEIGHBOUR_DISTANCE", "OPPOSITE_DISTANCE"];
  const BY_NEIGHBOURS = said.rules.filter((one) => one.uses_neighbours).map((one) => one.rule);
  const NEAR_HIGH = 1;

  function decimal(value, digits) {
    const [whole, rest] = Math.abs(value).toFixed(digits === undefined ? 2 : digits).split(".");
    const kept = (rest || "").replace(/0+$/, "");
    const text = whole.replace(/\B(?=(\d{3})+$)/g, ".") + (kept ? "," + kept : "");
    return (value < 0 && text !== "0" ? "\u2212" : "") + text;
  }
  const number = (value) => (value === null || value === undefined ? "ukendt" : decimal(value, 0));
  const signed = (value) => (value > 0 ? "+" : "") + decimal(value, 0);
  const agreeing = (count, one, several) => (count === 1 ? one : several);
  const plural = (count, one, several) => number(count) + NBSP + agreeing(count, one, several);
  const buildings = (count) => plural(count, "bygning", "bygninger");
  const percent = (share, digits) => decimal(100 * share, digits === undefined ? 2 : digits) + NBSP + "%";

  /** A share that falls short of the limit is never rounded up to it. */
  function shareBeside(share, limit) {
    let digits = 1;
    while (share < limit - 1e-9 && digits < 9 && (100 * share).toFixed(digits) >= 100 * limit) digits += 1;
    return percent(share, digits);
  }

  /** A setting's value as people say it. */
  function value(name, amount) {
    if (SHARES.includes(name)) return percent(amount);
    if (METRES.includes(name)) return decimal(amount) + NBSP + "m";
    if (name === "YEAR_TOLERANCE") return decimal(amount) + NBSP + "år";
    if (name === "MIN_NEIGHBOURS") return plural(amount, "nabo", "naboer");
    if (name === "VALUE4_RULE") return rule(amount).name;
    if (name === "NEIGHBOUR_METHOD") return said.methods[amount];
    return String(amount);
  }
  const rule = (code) => said.rules.find((one) => one.rule === code);

  /** What a setting is called where there is little room: as the report's tables of thresholds have it. */
  const called = (name, limit) => (said.thresholds[name] ? said.thresholds[name].name : limit.name.replace(/ \(.*\)$/, ""));
  const capital = (text) => text.charAt(0).toLocaleUpperCase("da") + text.slice(1);

  /** Which parameters have a say under these settings, in the order that people read them. */
  function inForce(settings) {
    const byNeighbours = BY_NEIGHBOURS.includes(settings.VALUE4_RULE);
    const names = ["VALUE4_RULE"];
    if (!byNeighbours) return names;
    names.push("UNIFORM_SHARE", "SIMILARITY", "YEAR_TOLERANCE", "MIN_NEIGHBOURS", "NEIGHBOUR_METHOD");
    if (settings.NEIGHBOUR_METHOD === 3 || settings.VALUE4_RULE === NEAR_HIGH) names.push("NEIGHBOUR_DISTANCE");
    if (settings.NEIGHBOUR_METHOD === 2) names.push("OPPOSITE_DISTANCE");
    return names;
  }

  /** The parameters as a person hands them to the tool; written as the tool takes them. */
  const parameters = (settings) => "classifybuildings " + Object.entries(settings)
    .map(([name, amount]) => name + "=" + Number(amount.toFixed(9))).join(" ");

  const OUTCOMES = ["Udpeges ikke", "Udpeges", "Skal vurderes af en fagperson"];

  return {
    said, four, NBSP, SHARES, METRES, decimal, number, signed, agreeing, plural, buildings, percent, shareBeside, value, rule,
    called, capital, inForce, parameters, OUTCOMES, BY_NEIGHBOURS, NEAR_HIGH,
  };
})();

/* One building: why it is in or out under the settings, and at which thresholds it turns. */
"use strict";
const DialBuilding = (() => {
  const W = DialWords;
  const VERDICTS = ["Udpeges ikke", "Udpeges", "Skal vurderes af en fagperson"];
  const THRESHOLDS = ["UNIFORM_SHARE", "SIMILARITY", "YEAR_TOLERANCE", "MIN_NEIGHBOURS"];

  function because(found, settings) {
    const {high_values: high, neighbour_value: four} = W.said.values;
    const within = "højst " + W.value("NEIGHBOUR_DISTANCE", settings.NEIGHBOUR_DISTANCE) + " fra en bygning med værdi " + high;
    const neither = settings.VALUE4_RULE === W.NEAR_HIGH ? ", og den ligger ikke " + within : "";
    return {
      uniform: settings.UNIFORM_SHARE > 0 ? "Bygningen er ensartet med naboerne."
        : "Med et krav på " + W.percent(0) + " regnes enhver bygning med naboer nok for ensartet med dem.",
      near_high: "Bygningen ligger " + within + ".",
      attached: "Den valgte regel udpeger " + W.said.attached + ", og ifølge BBR hører bygningen til dem.",
      every: "Den valgte regel udpeger alle bygninger med værdi " + four + ".",
      secondary: "BBR kalder bygningen en garage, et udhus eller lignende, og registrene kan ikke vise, om en sekundær bygning er ensartet med naboerne" + neither + ".",
      few_neighbours: "Der er for få naboer at sammenligne med" + neither + ".",
      standing: "En gældende plan udpeger bygningen i dag, og den valgte regel gør det ikke.",
      not_uniform: "Bygningen er ikke ensartet med naboerne" + neither + ".",
      not_attached: "Den valgte regel udpeger " + W.said.attached + ", og ifølge BBR hører bygningen ikke til dem.",
      none: "Den valgte regel udpeger ingen bygninger med værdi " + four + ".",
    }[found.because];
  }

  function neighbours(found, settings) {
    const none = settings.UNIFORM_SHARE === 0;
    const demand = "Kravet er " + (none ? "" : "mindst ") + W.percent(settings.UNIFORM_SHARE) + " af mindst "
      + W.value("MIN_NEIGHBOURS", settings.MIN_NEIGHBOURS) + (none ? ": Ingen af dem behøver at ligne den." : ".");
    if (!found.neighbours) return "Ingen naboer kan sammenlignes med den. " + demand;
    return W.number(found.alike) + W.NBSP + "af" + W.NBSP + W.plural(found.neighbours, "nabo", "naboer") + ", der kan sammenlignes, ligner den: "
      + W.shareBeside(found.share, settings.UNIFORM_SHARE) + ". " + demand;
  }

  /** A share as a limit: rounded so that the figure itself still lies on the building's side of it. */
  const limit = (share) => W.percent(Math.floor(share * 1e4 + 1e-6) / 1e4);

  function turn(name, at, inside) {
    const value = W.SHARES.includes(name) ? limit(at.value) : W.value(name, at.value);
    const some = at.value > 0;
    const words = {
      UNIFORM_SHARE: [some ? "højst " + value + " af naboerne skal være ens." : "ingen af naboerne behøver at være ens (" + value + ").", "mere end " + value + " af naboerne skal være ens."],
      SIMILARITY: [some ? "en nabo højst skal ligne på " + value + " af forholdene." : "en nabo ikke behøver at ligne på noget forhold (" + value + ").", "en nabo skal ligne på mere end " + value + " af forholdene."],
      YEAR_TOLERANCE: ["den tilladte forskel i opførelsesår er mindst " + value + ".", "den tilladte forskel i opførelsesår er under " + value + "."],
      MIN_NEIGHBOURS: ["højst " + value + " skal kunne vurderes.", "mere end " + value + " skal kunne vurderes. Så skal en fagperson vurdere den."],
    };
    return inside ? "Falder ud, når " + words[name][1] : "Kommer med, når " + words[name][0];
  }

  /** Whether a threshold turns it within the steps that `sikkerhed` is reckoned from; those of the others are none. */
  const close = (name, at, settings) => name in W.said.hair && Math.abs(at.value - settings[name]) <= W.said.hair[name] + 1e-9;

  /** The sentences on where it turns, those that are near first. */
  function turns(found, settings) {
    return THRESHOLDS.filter((name) => found.turns[name])
      .map((name) => ({
        name,
        words: turn(name, found.turns[name], found.outcome === 1),
        near: close(name, found.turns[name], settings),
      }))
      .sort((one, other) => other.near - one.near);
  }

  function neighbour(one) {
    const years = one.years === null ? "opførelsesår ukendt" : one.years === Infinity ? "langt mellem opførelserne" : one.years === 0 ? "samme opførelsesår" : W.decimal(one.years) + W.NBSP + "års mellemrum";
    return W.decimal(one.metres) + W.NBSP + "m: " + W.number(one.equal) + " af " + W.number(one.known) + " kendte forhold er ens, " + years + (one.alike ? ". Ligner." : ". Ligner ikke.");
  }

  const MOST = 25;

  function fill(card, model, i, settings, before, close) {
    const found = Dial.explain(model, i, settings);
    const byNeighbours = W.BY_NEIGHBOURS.includes(settings.VALUE4_RULE);
    const was = before === found.outcome ? "" : "Som beregnet: " + VERDICTS[before].toLowerCase() + ".";
    const told = byNeighbours ? turns(found, settings) : [];
    const near = told.filter((one) => one.near);
    const parts = [
      DialParts.el("button", {type: "button", class: "dial-close", "aria-label": "Luk", onclick: close}, "×"),
      DialParts.el("h3", {}, W.capital(model.name(i))),
      DialParts.el("p", {class: "dial-verdict"}, DialParts.sign(found.outcome), DialParts.el("strong", {}, VERDICTS[found.outcome] + "."), " ", was),
      DialParts.el("p", {}, because(found, settings) + (byNeighbours ? " " + neighbours(found, settings) : "")),
    ];
    if (near.length) {
      parts.push(DialParts.el("p", {class: "dial-hair"}, DialParts.el("strong", {}, "Tæt på en tærskel: "), "flyttes én tærskel et trin, vendes udfaldet."));
    }
    if (told.length) parts.push(DialParts.el("ul", {class: "dial-turns"}, ...told.map((one) => DialParts.el("li", {}, one.words))));
    else parts.push(DialParts.el("p", {class: "small"}, byNeighbours ? "Ingen af de fire tærskler kan alene vende udfaldet." : "Tærsklerne har ingen betydning ved den valgte regel."));
    const each = byNeighbours ? Dial.pairs(model, i, settings) : [];
    if (each.length) {
      const rows = each.slice(0, MOST).map((one) => DialParts.el("li", {}, neighbour(one)));
      if (each.length > MOST) rows.push(DialParts.el("li", {}, "og " + W.number(each.length - MOST) + " til"));
      const open = card.querySelector("details") && card.querySelector("details").open;
      parts.push(DialParts.el("details", open ? {open: ""} : {}, DialParts.el("summary", {}, W.agreeing(each.length, "Naboen", "Naboerne") + " (" + W.number(each.length) + ")"), DialParts.el("ul", {}, ...rows)));
    }
    card.replaceChildren(...parts);
    return each;
  }

  return {fill, VERDICTS};
})();

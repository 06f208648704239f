/* Finds a building by its address: a field with suggestions, as the combobox pattern of ARIA has it. */
"use strict";
const DialSearch = (() => {
  const {el} = DialParts;
  const MOST = 12;
  const NONE = "Ingen af bygningerne her passer. Her kan kun findes bygninger med SAVE-værdi " + DialWords.four + ", som ingen særskilt beslutning gælder.";

  /** How well a name answers what is typed: 0 the very name, 1 all of it before a comma, 2 its whole words, 3 their beginnings, 4 part of them. */
  function rank(name, words) {
    const typed = words.join(" ");
    if (name === typed) return 0;
    if (name.startsWith(typed + ",")) return 1;
    const parts = name.split(/[\s,]+/);
    if (words.every((word) => parts.includes(word))) return 2;
    return words.every((word) => parts.some((part) => part.startsWith(word))) ? 3 : 4;
  }

  /** Whether a number was typed of which the name has more: house 15 is not the house 1. */
  const another = (name, words) => words.some((word) => /\d$/.test(word) && !name.split(/[\s,]+/).includes(word));

  /** The one of them that surely was meant; undefined where it is for a person to choose. They stand best first. */
  function meant(hits, words) {
    const best = hits.filter((one) => one.rank === hits[0].rank);
    if (best.length === 1 && best[0].rank < 2) return best[0].i;
    return hits.length === 1 && !another(hits[0].name, words) ? hits[0].i : undefined;
  }

  function make(model, pick) {
    const field = document.getElementById("dial-search");
    const list = document.getElementById("dial-found");
    const told = document.getElementById("dial-found-told");
    let names = null;
    let found = [];
    let sure; // what Enter chooses before a suggestion is marked
    let at = -1;

    function look() {
      const words = field.value.trim().toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
      names = names || Array.from({length: model.n}, (_, i) => model.name(i).toLocaleLowerCase("da"));
      const hits = [];
      if (words.length) {
        names.forEach((name, i) => {
          if (words.every((word) => name.includes(word))) hits.push({name, i, rank: rank(name, words)});
        });
      }
      hits.sort((one, other) => one.rank - other.rank || one.i - other.i);
      found = hits.slice(0, MOST).map((one) => one.i);
      sure = hits.length ? meant(hits, words) : undefined;
      at = -1;
      list.replaceChildren(...found.map((i, k) => el("li", {role: "option", id: "dial-found-" + k, "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => take(i)}, DialWords.capital(model.name(i)))));
      list.hidden = !found.length;
      field.setAttribute("aria-expanded", String(found.length > 0));
      field.removeAttribute("aria-activedescendant");
      const none = words.length > 0 && !found.length;
      told.classList.toggle("dial-hidden", !none); // the list itself shows what is found
      told.textContent = !words.length ? "" : none ? NONE : DialWords.buildings(hits.length) + " fundet" + (hits.length > MOST ? "; skriv mere for at finde den rette" : "");
    }
    function mark(k) {
      at = k;
      [...list.children].forEach((one, j) => one.setAttribute("aria-selected", String(j === at)));
      list.children[at].scrollIntoView({block: "nearest"});
      field.setAttribute("aria-activedescendant", "dial-found-" + at);
    }
    function shut() {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
      at = -1;
    }
    function take(i) {
      field.value = DialWords.capital(model.name(i));
      shut();
      pick(i);
    }
    field.addEventListener("input", look);
    field.addEventListener("blur", shut);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") shut();
      else if (event.key === "Enter" && found.length && !list.hidden) {
        const chosen = at < 0 ? sure : found[at];
        if (chosen === undefined) mark(0); // of several, the person says which
        else take(chosen);
      }
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) look();
        if (found.length) mark((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + found.length) % found.length);
      } else return;
      event.preventDefault();
    });
  }

  return {make};
})();

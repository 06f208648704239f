/* Finds a building by its address: a field with suggestions, as the combobox pattern of ARIA has it. */
"use strict";
const DialSearch = (() => {
  const {el} = DialParts;
  const MOST = 12;
  const NONE = "Ingen af bygningerne her passer. Her kan kun findes bygninger med SAVE-værdi " + DialWords.four + ", som ingen særskilt beslutning gælder.";

  function make(model, pick) {
    const field = document.getElementById("dial-search");
    const list = document.getElementById("dial-found");
    const told = document.getElementById("dial-found-told");
    let names = null;
    let found = [];
    let at = -1;

    function look() {
      const words = field.value.trim().toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
      names = names || Array.from({length: model.n}, (_, i) => model.name(i).toLocaleLowerCase("da"));
      found = [];
      let more = 0;
      if (words.length) {
        names.forEach((name, i) => {
          if (!words.every((word) => name.includes(word))) return;
          if (found.length < MOST) found.push(i); else more += 1;
        });
      }
      at = -1;
      list.replaceChildren(...found.map((i, k) => el("li", {role: "option", id: "dial-found-" + k, "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => take(i)}, DialWords.capital(model.name(i)))));
      list.hidden = !found.length;
      field.setAttribute("aria-expanded", String(found.length > 0));
      field.removeAttribute("aria-activedescendant");
      const none = words.length > 0 && !found.length;
      told.classList.toggle("dial-hidden", !none); // the list itself shows what is found
      told.textContent = !words.length ? "" : none ? NONE : DialWords.buildings(found.length + more) + " fundet" + (more ? "; skriv mere for at finde den rette" : "");
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
      else if (event.key === "Enter" && found.length && !list.hidden) take(found[Math.max(at, 0)]);
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) look();
        if (found.length) mark((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + found.length) % found.length);
      } else return;
      event.preventDefault();
    });
  }

  return {make};
})();

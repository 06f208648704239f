/* The second way to colour the map: how often each building is designated over the settings of the rule. */
"use strict";

Heritage.certainty = (() => {
  const { map, byId } = Heritage;
  const box = byId("vis-sikkerhed"); // is not there where the data do not tell it
  let changed = () => {};

  /** Colour the map so, or as designated; a page without the choice stays as it is. */
  function choose(shown) {
    if (!box) return;
    box.checked = shown;
    byId("sikkerhed-vises").hidden = !shown;
    if (map.view.certainty === shown) return;
    map.view.certainty = shown;
    map.repaint();
  }
  if (box) box.addEventListener("change", () => { choose(box.checked); changed(); });

  return { choose, shown: () => map.view.certainty, onChange: (act) => { changed = act; } };
})();

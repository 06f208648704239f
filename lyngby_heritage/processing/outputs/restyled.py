"""The styles as the municipality's profile has them: its colours and legends in place of the built-in ones.

A style is made from a data file. Where the profile says something else there, the same is changed in the style: the
legend, the colours and the stripes of a class in its own rule and symbol, and a colour that means one thing in the
whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import QgsMapLayer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ...core.common.data import as_shipped, load
from ...core.common.settings_shape import identity_of
from ...core.designation.chosen_values import said
from ...paths import STYLES

MADE_FROM = {
    "classifybuildings": "rules/designation_texts.json",
    "certainty": "rules/certainty.json",
    "checkplotratio": "rules/plot_ratio_texts.json",
    "comparedesignations": "rules/comparison_texts.json",
    "comparescenarios": "rules/scenario_texts.json",
    "uniformensembles": "rules/ensemble_texts.json",
    "delineatevalley": "rules/valley_texts.json",
    "maplandscape": "themes/catalogue.json",
}
"""How a style's name begins → the data file behind it."""

Stripes = list[dict[str, float]]
"""Sets of parallel lines: distance and width in mm and, where the data say it, the angle."""

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_RULE = re.compile(r"<(?:rule|category) [^>]*>")
_STRIPES = re.compile(r'\n    <layer class="LinePatternFill".*?\n    </layer>', re.DOTALL)
_NAMED = re.compile(r'<alias field="([^"]+)"[^>]* name="[^"]+"')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def load_style(layer: QgsMapLayer, qml: str, parts: Any) -> tuple[str, bool]:
    """Give a layer one of the plugin's styles, as the profile has it; a message, and whether it could be done.

    `parts` are the categories of the style that it is given.
    """
    text = style_text(qml)
    if text is None:
        return layer.loadNamedStyle(str(STYLES / qml), parts)
    document = QDomDocument()
    document.setContent(text)
    done, message = layer.importNamedStyle(document, parts)
    return message, done


def style_text(qml: str) -> str | None:
    """The text of a style with the profile's colours and legends; None where the profile changes nothing of it."""
    file = next((one for start, one in MADE_FROM.items() if qml.startswith(start)), None)
    if file is None or load(file) is as_shipped(file):
        return None
    before, after = as_shipped(file), load(file)
    text = unchanged = (STYLES / qml).read_text(encoding="utf-8")
    for name, changes, stripes in _changed_entries(before, after):
        text = _entry_changed(text, name, changes, stripes)
    changed = list(_leaves(before, after))
    same = {old.lower() for old, new in changed if old == new}
    for old, new in changed:
        if old != new and _COLOUR.fullmatch(old) and old.lower() not in same:
            text = _recoloured(text, old, new)
    return None if text == unchanged else text


def _leaves(before: Any, after: Any) -> Iterator[tuple[str, str]]:
    """Every text of a file before and after, pair by pair, where both have one."""
    if isinstance(before, str):
        if isinstance(after, str):
            yield before, after
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in before.keys() & after.keys():
            yield from _leaves(before[key], after[key])
    elif isinstance(before, list) and isinstance(after, list):
        for one, other in zip(before, after):  # entries with an identity keep their order
            yield from _leaves(one, other)


def _changed_entries(before: Any, after: Any) -> Iterator[tuple[str, dict[str, str], Stripes | None]]:
    """Identity and changed texts of each entry that is drawn as a class of its own; its stripes where they changed."""
    if isinstance(before, Mapping):
        for key in before.keys() & after.keys():
            yield from _changed_entries(before[key], after[key])
    key = identity_of(before) if isinstance(before, list) else None
    if key is not None:
        now = {one[key]: one for one in after}
        for one in before:
            changes = {old: new for old, new in _leaves(one, now[one[key]]) if old != new}
            stripes = _stripes(now[one[key]])
            for name in {one[key], one.get("code", one[key])}:
                yield str(name), changes, stripes if stripes != _stripes(one) else None


def _stripes(entry: Mapping[str, Any]) -> Stripes:
    """The stripes of a class or a theme, in the words of a style; none for one that is not striped."""
    style, lines = entry.get("style"), entry.get("lines")
    if isinstance(style, Mapping):
        return [dict(one) for one in style.get("hatch", ())]
    return [{"distance": lines["apart_mm"], "width": lines["wide_mm"]}] if isinstance(lines, Mapping) else []


def _striped(drawn: str, stripes: Stripes) -> str:
    """A symbol with its stripes as far apart, as wide and as turned as said; one that has none stays without."""
    found = list(_STRIPES.finditer(drawn))
    if not found:
        return drawn
    made = []
    for place, wanted in enumerate(stripes):
        layer = found[min(place, len(found) - 1)][0]
        if place >= len(found):
            layer = re.sub(r' id="([^"]*)"', rf' id="\1_{place}"', layer)
        own, symbol, line = layer.partition("<symbol ")
        for option in ("angle", "distance"):
            own = _option(own, option, wanted[option]) if option in wanted else own
        made.append(own + symbol + _option(line, "line_width", wanted["width"]))
    # All of them stand together in a symbol, between its fill and its outline.
    return drawn[: found[0].start()] + "".join(made) + drawn[found[-1].end() :]


def _option(text: str, name: str, value: float) -> str:
    return re.sub(rf'(<Option name="{name}" type="QString" value=")[^"]*"', rf'\g<1>{value:g}"', text)


def _entry_changed(text: str, name: str, changes: Mapping[str, str], stripes: Stripes | None) -> str:
    """The style with the legend and the symbol of one class changed."""
    for found in _RULE.finditer(text):
        given = dict(_ATTRIBUTE.findall(found[0]))
        if name not in (given.get("key"), given.get("value")):
            continue
        label = next((new for old, new in changes.items() if _escaped(said(old)) == given.get("label")), None)
        tag = found[0]
        if label is not None:
            tag = tag.replace(f'label="{given["label"]}"', f'label="{_escaped(said(label))}"')
        rest = text[found.end() :]
        number = re.escape(given.get("symbol", ""))
        symbol = re.search(rf'\n   <symbol [^>]*name="{number}".*?\n   </symbol>', rest, re.DOTALL)
        if symbol is not None:
            drawn = symbol[0]
            for old, new in changes.items():
                drawn = _recoloured(drawn, old, new) if _COLOUR.fullmatch(old) else drawn
            drawn = drawn if stripes is None else _striped(drawn, stripes)
            rest = rest[: symbol.start()] + drawn + rest[symbol.end() :]
        return text[: found.start()] + tag + rest
    return text


def _recoloured(text: str, old: str, new: str) -> str:
    """A colour in every way that a style writes it, its opacity kept."""
    red, green, blue = QColor(old).getRgb()[:3]
    colour = QColor(new)
    now = ",".join(map(str, colour.getRgb()[:3]))
    exact = f"rgb:{colour.redF():.7g},{colour.greenF():.7g},{colour.blueF():.7g}"
    text = re.sub(rf'"{red},{green},{blue},(\d+),rgb:[^"]*?,([\d.]+)"', rf'"{now},\1,{exact},\2"', text)
    text = re.sub(rf'"{red},{green},{blue},(\d+)"', rf'"{now},\1"', text)
    return re.sub(re.escape(old), new, text, flags=re.IGNORECASE)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def fields_named_by(qml: str) -> list[str]:
    """The fields that one of the plugin's styles gives a Danish name, which are those of its output; [] without one."""
    return _NAMED.findall((STYLES / qml).read_text(encoding="utf-8")) if qml else []

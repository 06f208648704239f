"""A layer of the landscape that holds the themes of one map, and no others (`theme_groups` of lokalplan.json)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsRuleBasedRenderer

from ...core.plan.map_annexes import theme_groups

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

THEME = "tema"
"""The field with the theme's code."""


def rows_of_themes(group: str) -> str:
    """The filter, in the words of a GeoPackage, of the rows whose theme is one of a group's.

    The group that has no list of its own has every row that no other group has, also one without a theme.
    """
    wanted, elsewhere = _themes_of(group)
    known = elsewhere if wanted is None else wanted
    codes = ", ".join(QgsExpression.quotedString(code) for code in sorted(known))
    return f"coalesce({QgsExpression.quotedColumnRef(THEME)}, '') {'NOT IN' if wanted is None else 'IN'} ({codes})"


def keep_themes(layer: QgsVectorLayer, group: str) -> None:
    """Let a layer in the themes' style draw those of one group alone, in their own look.

    The style's last class, of whatever theme it does not know, belongs to the group that has no list of its own. A
    layer that is drawn by no rules is left as it is.
    """
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return
    wanted, elsewhere = _themes_of(group)
    kept = renderer.clone()
    root = kept.rootRule() if kept is not None else None
    if root is None:
        return
    known = [rule.ruleKey() for rule in root.children() if not rule.isElse()]
    for rule in root.children():
        # Keys of the style's rules are the codes of the themes.
        if rule.isElse():
            if wanted is not None:
                root.removeChild(rule)
                continue
            # What is none of the themes that the style knows: "else" would take in those of other maps.
            codes = ", ".join(QgsExpression.quotedString(code) for code in known)
            rule.setFilterExpression(f"coalesce({QgsExpression.quotedColumnRef(THEME)}, '') NOT IN ({codes})")
        elif (rule.ruleKey() in elsewhere) if wanted is None else (rule.ruleKey() not in wanted):
            root.removeChild(rule)
    layer.setRenderer(kept)


def _themes_of(group: str) -> tuple[tuple[str, ...] | None, set[str]]:
    """The codes of a group, None where it has no list of its own; and those that some group lists."""
    groups = {one.key: one.themes for one in theme_groups()}
    return groups[group], {code for one in groups.values() for code in one or ()}

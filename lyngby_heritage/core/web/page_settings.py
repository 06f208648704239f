"""What the page's script has to know besides the data, and the style sheet of the municipality's colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..designation.chosen_values import RULE_ALONE, designation_texts
from ..designation.shown_classes import APART, Classes
from ..plan.card import NO_ADDRESS, NO_REASON, verdict_of
from ..plan.may_i import answers_in_words
from .certainty import any_told, for_page
from .content import Site, text
from .settings import Settings
from .words import Words

ANSWERS_PAGE = "maa-jeg.html"
"""The page of what the provisions answer, in the folder of the lists."""
SETTINGS_FILE = {"da": "indstillinger.js", "en": "settings.js"}
"""What the script reads in each language."""


def theme_css() -> str:
    """The municipality's accent colour, for the style sheet."""
    return f":root {{ --accent: {designation_texts()['accent']}; }}\n"


def page_settings(site: Site, settings: Settings, words: Words) -> dict[str, Any]:
    """What the script has to know: how classes look, which periods there are, what lies under the buildings."""
    plan, state, answer = words.plan, site.state, site.state.answer
    return {
        "title": text(site.title) or "",
        "language": words.language,
        "texts": dict(words.all),
        "state": "decided" if state.in_force else "proposed",
        "answers": [plan(state.answer(False)), plan(state.answer(True))],
        "apart": APART,
        "this_one": plan(state.this_one),
        "among": [plan(state.among(count)) for count in (0, 1, 2)],
        "among_all": [plan(state.among(count, count)) for count in (2, 3)],
        "answers_page": f"{words.lists}/{ANSWERS_PAGE}",
        "no_reason": plan(NO_REASON),
        "documents": [[one.path, one.label(words)] for one in site.documents],
        "photo_credit": settings.photo_credit,
        "fbb": settings.fbb,
        "rule_alone": plan(RULE_ALONE),
        "source": text(site.source) or "",
        "terms": words.terms(_terms(site)),
        "classes": [
            {name: each[name] for name in ("key", "fill", "outline", "pattern", "marker")}
            | {"name": plan(state.class_name(each)), "explanation": plan(each["explanation"])}
            | {"legend": plan(state.legend(each)), "save": "SAVE" in state.legend(each)}
            | {"told": [plan(state.told(each, designated)) for designated in (False, True)]}
            | {"designated": each["designated"]}
            | dict(zip(("verdict", "ground"), map(plan, verdict_of(each, each["designated"] is True, answer=answer))))
            for each in Classes.known().described
        ],
        "certainty": for_page(words) if any_told(site.buildings.get("certainty", ())) else None,
        "periods": settings.periods,
        "visible": settings.visible,
        "background": settings.background and settings.background.for_page(),
    }


def _terms(site: Site) -> Iterator[str | None]:
    """What the data files say in Danish that may have another word: uses, names, the source, themes, statuses, days."""
    yield from dict.fromkeys(text(use) for use in site.buildings.get("use", ()))
    for each in site.environments:
        yield from (text(each.get(name)) for name in ("name", "use", "day"))
    for each in site.landscape:
        yield from (text(each.get(name)) for name in ("name", "theme_name", "status", "guideline"))
    yield text(site.source)
    yield NO_ADDRESS
    yield from answers_in_words(site.state)

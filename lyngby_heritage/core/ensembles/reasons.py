"""`begrundelse` of an ensemble: what argues for it, and what the registers cannot tell, in Danish for the council."""

from __future__ import annotations

import math

from ..common.wording import agreeing, decimal, number, percent, plain_spaces
from ..designation.chosen_values import said
from ..registers.codes import label, labels
from .find import Commonest, Figures
from .outlines import FROM_BUILDINGS, FROM_PARCELS

STATUS = "forslag"
"""What an ensemble of the tool is: a proposal. People decide."""
DECIDED, REFUSED = "besluttet", "fravalgt"
"""What one is that lies in an environment that people decided on."""


def status_of(designated: bool) -> str:
    """What an ensemble is by the decision that it carries."""
    return DECIDED if designated else REFUSED


def use_words(code: float) -> str | None:
    """The words of a use code; beside its number ("120 fritliggende enfamiliehus") they read as that many houses."""
    if math.isnan(code):
        return None
    whole = int(code)
    return labels("use").get(whole, str(whole))


def reason(figures: Figures, source: int, group: int) -> str:
    """The sentences of one group.

    The first says no more than what every group is, whatever its figures: connected, each like most of the others.
    """
    f = figures
    parts = [
        f"Forslag: {f.buildings[group]} hovedbygninger{_built(f, group)} "
        "ligger i sammenhæng, og hver af dem ligner de fleste af de andre.",
        _likeness(f, group),
        _comparisons(f, group),
        _values(f, group),
        _designated(f, group),
        _others(f, group),
        _drawn(source),
        "Registrene viser ensartethed, ikke værdi; stedet skal besigtiges af en fagperson.",
    ]
    return " ".join(part for part in parts if part)


def _built(f: Figures, group: int) -> str:
    first, last = f.first_year[group], f.last_year[group]
    if math.isnan(first):
        return " (opførelsesår ukendt)"
    return f", opført {int(first)}," if first == last else f", opført {int(first)}–{int(last)},"


def _storeys(value: float) -> str:
    return decimal(value, 2)


def _likeness(f: Figures, group: int) -> str:
    """What most of them share, and what they are not known to share."""
    columns = (
        ("anvendelse", f.use, lambda code: label("use", int(code))),
        ("etager", f.storeys, _storeys),
        ("ydervæg", f.wall, lambda code: label("wall", int(code))),
        ("tagdækning", f.roof, lambda code: label("roof", int(code))),
    )
    shared, mixed, unknown = [], [], []
    for name, column, words in columns:
        value, of, known = _at(column, group)
        if not known:
            unknown.append(name)
        elif 2 * of > known:
            shared.append(f"{name} {words(value)} ({of} af {known})")
        else:
            mixed.append(name)
    smallest, largest = f.smallest[group], f.largest[group]
    if not math.isnan(smallest):
        size = "–".join(dict.fromkeys((number(smallest), number(largest))))
        shared.append(f"bebygget areal {size} m²")
    text = f"Fælles: {', '.join(shared)}." if shared else ""
    if mixed:
        text += f" Blandet: {', '.join(mixed)}."
    if unknown:
        text += f" Ukendt: {', '.join(unknown)}."
    return text.strip()


def _at(column: Commonest, group: int) -> tuple[float, int, int]:
    return float(column.value[group]), int(column.number[group]), int(column.known[group])


def _comparisons(f: Figures, group: int) -> str:
    pairs, alike = int(f.pairs[group]), int(f.alike[group])
    if not pairs:
        return ""
    whom = "med naboer, også uden for forslaget," if f.pairs_outside[group] else "med naboer"
    return (
        f"I {alike} af {pairs} {agreeing(pairs, 'sammenligning', 'sammenligninger')} {whom} "
        f"ligner bygningerne hinanden ({plain_spaces(percent(alike, pairs, fixed=False))}). {_uniform(f, group)}"
    )


def _uniform(f: Figures, group: int) -> str:
    """How many the designation calls uniform: of a value that is designated where alike, these are."""
    count, uniform = int(f.buildings[group]), int(f.uniform[group])
    who = "Alle" if uniform == count else f"{uniform or 'Ingen'} af dem"
    words = "er ensartet med naboerne" if uniform < 2 else "er ensartede med naboerne"
    return f"{who} {words} efter udpegningens regel."


def _values(f: Figures, group: int) -> str:
    valued, count = int(f.valued[group]), int(f.buildings[group])
    if not valued:
        return "Ingen af dem har en brugbar SAVE-værdi."
    who = "Alle" if valued == count else f"{valued} af {count}"
    fours = int(f.fours[group])
    return f"{who} har en SAVE-værdi, i gennemsnit {decimal(float(f.mean_value[group]), 2)}" + (
        said(f"; {fours} har værdi {{neighbour_value}}.") if fours else "."
    )


def _designated(f: Figures, group: int) -> str:
    assessed, count, designated = int(f.assessed[group]), int(f.buildings[group]), int(f.designated[group])
    if not assessed:
        return ""
    of = "dem" if assessed == count else f"de {assessed}, hvis udpegning er kendt,"
    who = "Alle" if designated == count else f"{designated or 'Ingen'} af {of}"
    # True of a draft as of a plan in force: the layer does not know which of them it will be read in.
    return f"{who} udpeges efter reglerne eller ved særskilt beslutning, fredede medregnet."


def _others(f: Figures, group: int) -> str:
    others = int(f.others[group])
    if not others:
        return ""
    return f"Inden for omridset ligger {others} {agreeing(others, 'anden hovedbygning', 'andre hovedbygninger')}."


def _drawn(source: int) -> str:
    if source == FROM_PARCELS:
        return "Omridset følger ejendommenes jordstykker."
    if source == FROM_BUILDINGS:
        return "Omridset er tegnet om bygningerne, da deres jordstykker ikke er kendt."
    return "Omridset følger jordstykkerne, og er tegnet om de bygninger, der ikke ligger på noget jordstykke."

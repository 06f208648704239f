"""The sources of decisions (`kilde`): everybody reads them as they are written, and the log says so before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..common.errors import Note, listed
from ..designation.reasons import source_told
from .content import Plan
from .told_buildings import told_buildings

COLUMN = "kilde"
PERSONAL = re.compile(
    r"\b(?:\w*brev(?:et|e|ene)?|e-?mails?|e-?mailen|mails?|mailen|e-?post|henvendelsen?|telefon\w*|samtale\w*"
    r"|(?:grund|hus)?ejer(?:en|e|ne|s|ens|nes)?|beboer(?:en|e|ne|s|ens|nes)?|lejer(?:en|e|ne|s|ens|nes)?"
    r"|nabo(?:en|er|erne|s|ens)?|fru|hr)\b",
    re.IGNORECASE,
)
"""Words of a letter, a message or a talk, and of who may have sent it: what a person wrote is no public paper."""


def is_personal(source: str) -> bool:
    """Whether a source seems to be what a person wrote or said, rather than a paper, a case or a body.

    >>> [is_personal(one) for one in ("Brev fra ejeren af Ågade 1", "Mail", "Byggesag 2024-021", "Ejerlavskortet")]
    [True, True, False, False]
    """
    return PERSONAL.search(source) is not None


def source_notes(plan: Plan) -> Iterator[Note]:
    """What the log says of the sources of the plan's decisions, on buildings and on cultural environments."""
    told = {row: source for row, reason in enumerate(plan.buildings.reasons) if (source := source_told(reason))}
    e = plan.environments
    of_places = {} if e is None else {at: e.said(at, COLUMN) for at in range(len(e)) if e.is_decided(at)}
    count = len(told) + sum(map(bool, of_places.values()))
    if not count:
        return
    personal = told_buildings(plan.buildings, [row for row, one in told.items() if is_personal(one)], plan.parcels)
    personal += [e.called(at) for at, one in of_places.items() if e is not None and is_personal(one)]
    yield Note(
        "{count:decision is|decisions are} published with {count:=its|their} source (kilde), as it is written: on the "
        "website, in the open data, the documents and the annexes.",
        {"count": count},
    )
    if personal:
        yield Note(
            "{count:source seems|sources seem} to be a letter, a message or a talk with a person, and everybody will "
            "read {count:=it|them} as written ({examples}). Read kilde before the plan is published, name no person "
            "there but the paper or the case, correct it in the layer of decisions, and make the plan again.",
            {"count": len(personal), "examples": listed(personal, between="; ")},
            warning=True,
        )

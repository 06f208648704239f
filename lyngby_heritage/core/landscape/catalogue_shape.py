"""What a municipality's catalogue of themes must look like, key by key.

Which codes and statuses there are is asked where the catalogue is put together.
"""

from __future__ import annotations

from ..common.shapes import Anything, Either, Flag, ListOf, MapOf, Number, OneOf, Record, Text

_TEXTS = ListOf(Text())
_WORDS = MapOf(Text(empty=True))
_REMARK = Either((Text(empty=True),), null=True)
_THEME = Record(
    {
        "code": Text(),
        "name": Text(),
        "english": Text(),
        "legal": _REMARK,
        "legal_verified": Flag(),
        "guideline": _REMARK,
        "extent": OneOf(("area", "any")),
        "layers": MapOf(_TEXTS),
        "theme_codes": ListOf(Number(whole=True)),
        "number_registers": MapOf(ListOf(Number(whole=True))),
        "status": _WORDS,
        "style": MapOf(Anything()),
    }
)
_PLACE = Record(
    {"theme": Text(), "names": _TEXTS, "note": Text(), "source": Text(empty=True), "certain": Flag()},
    needed=("theme", "names", "note"),
)
_BUFFER = Record(
    {"metres": Number(above=True), "note": Text(empty=True), "source": Text(empty=True), "certain": Flag()},
    needed=("metres",),
)
_DRAWN = Record({"point_radius_m": Number(), "line_half_width_m": Number()})

CATALOGUE = Record(
    {
        "accent": Text(),
        "builds_on": OneOf(("indbygget",)),
        "registers": _WORDS,
        "fields": MapOf(_TEXTS),
        "status_values": MapOf(ListOf(Either((Text(), Number())))),
        "status_words": _WORDS,
        "namespaces": _TEXTS,
        "ignored_words": _TEXTS,
        "municipalities": _TEXTS,
        "placeholder_dates": _TEXTS,
        "drawn": _DRAWN,
        "themes": ListOf(_THEME),
        "aliases": MapOf(_TEXTS),
        "buffers": MapOf(_BUFFER),
        "places": ListOf(_PLACE),
        "municipality": Text(),
        "called_here": ListOf(_THEME),
    }
)

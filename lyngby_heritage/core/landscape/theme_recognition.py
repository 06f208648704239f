"""Which theme a layer is, by what is seen of it without reading it: its names, the numbers on its rows, its fields.

Names come first, then the register's number of the theme (`temakode`), then fields that one register alone has
(`data/themes/deliveries.json`). Two themes that fit are a question. What nobody has verified says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..common.cells import cell_id
from ..common.data import cached, load
from ..registers.aliases import plain
from ..registers.deliveries import Delivery, delivery_of
from ..registers.recognition import CERTAIN, LIKELY, OPEN, Header, Seen
from .catalogue import Catalogue, Contradiction, Recognised

FILE = "themes/deliveries.json"

NAME, CODE, FIELDS = "navn", "temakode", "felter"


@dataclass(frozen=True)
class ThemeVerdict:
    """What a layer was taken for."""

    by: str
    """NAME, CODE or FIELDS."""
    recognised: Recognised | None = None
    """The theme; None where it is open."""
    sure: str = OPEN
    """CERTAIN; LIKELY: by fields alone, or by a name that nobody has verified; OPEN."""
    code: str = ""
    """The theme's code in the catalogue."""
    what: str = ""
    """Danish: the delivery, where it is more than its theme says."""
    name: str = ""
    """The name that told."""
    title: str = ""
    """What the theme is called."""
    number: str = ""
    """The number on the rows that told, or that the catalogue does not have."""
    unverified: bool = False
    """Nobody has seen a register's layer under this name."""
    fits: tuple[str, ...] = ()
    """Codes of the themes that fit, where two or more do."""
    contradiction: Contradiction | None = None
    """The name says one theme and the rows another, or the rows say several."""

    @property
    def is_unknown_number(self) -> bool:
        """Whether all that is known is a number of a theme that the catalogue does not have."""
        return bool(self.number) and not self.code and not self.fits

    @property
    def open_or_theme(self) -> Recognised | Contradiction | None:
        """What `maplandscape` asks: the theme, else what contradicts itself, else nothing."""
        return self.recognised or self.contradiction


def recognise_theme(header: Header, catalogue: Catalogue) -> ThemeVerdict | None:
    """Which theme a layer is; None where nothing speaks of a theme."""
    names = [name for name in header.names if name]
    numbers = numbers_on_rows(header, catalogue)
    found = catalogue.recognise(names, numbers)
    if isinstance(found, Contradiction):
        named = [one for name in names if isinstance(one := catalogue.recognise([name], ()), Recognised)]
        fits = dict.fromkeys((*(catalogue.themes[one.theme].code for one in named), *found.coded))
        return ThemeVerdict(by=CODE, name=_first(names), fits=tuple(fits), contradiction=found)
    told = {one.role: one for one in _told_by_fields(header, catalogue)}
    if found is not None:
        return _known(found, told, numbers, catalogue)
    none = next((what for name in names if (what := _no_theme(name, catalogue))), "")
    if none:
        return ThemeVerdict(by=NAME, name=_first(names), what=none)
    if len(told) > 1:
        return ThemeVerdict(by=FIELDS, name=_first(names), fits=tuple(sorted(told)))
    for code, delivery in told.items():
        theme = catalogue.positions[code]
        recognised = Recognised(theme, _data().registers[code], catalogue.status_told(names), FIELDS)
        title = catalogue.themes[theme].name
        return ThemeVerdict(FIELDS, recognised, LIKELY, code, delivery.what, _first(names), title)
    return ThemeVerdict(by=CODE, name=_first(names), number=", ".join(numbers)) if numbers else None


def numbers_on_rows(header: Header, catalogue: Catalogue) -> list[str]:
    """What stands in the fields for a register's number of the theme, as text, sorted."""
    fields = number_fields(catalogue)
    values = (value for name, found in header.values.items() if plain(name) in fields for value in found)
    return sorted({text for value in values if (text := cell_id(value)) is not None})


def number_fields(catalogue: Catalogue) -> frozenset[str]:
    """The fields, as they are compared, that hold a register's number of the theme: their values are asked for."""
    return frozenset(plain(name) for name in catalogue.fields.get("theme_code", ()))


# What is known -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Remark:
    """What people are told of layers of some names, or with a number on their rows."""

    names: tuple[str, ...]
    text: str
    number: str = ""


@dataclass(frozen=True)
class _Known:
    """`data/themes/deliveries.json` as it is asked."""

    deliveries: tuple[Delivery, ...]
    """With the theme's code as their role."""
    registers: Mapping[str, str] = field(default_factory=dict)
    """Theme's code → the register of its delivery."""
    unverified: tuple[str, ...] = ()
    remarks: tuple[_Remark, ...] = ()
    no_themes: tuple[_Remark, ...] = ()


@cached
def _data() -> _Known:
    content = load(FILE)
    return _Known(
        tuple(delivery_of({**entry, "role": entry["theme"]}) for entry in content["deliveries"]),
        {entry["theme"]: entry["register"] for entry in content["deliveries"]},
        tuple(content["unverified_names"]),
        tuple(_remark(entry) for entry in content["remarks"]),
        tuple(_remark(entry) for entry in content["no_themes"]),
    )


def _remark(entry: Mapping[str, Any]) -> _Remark:
    return _Remark(tuple(entry["names"]), entry["remark"], str(entry.get("code", "")))


def _told_by_fields(header: Header, catalogue: Catalogue) -> list[Delivery]:
    """The deliveries of the catalogue's themes that the fields alone tell."""
    seen = Seen(header)
    return [one for one in _data().deliveries if one.role in catalogue.positions and seen.tells(one)]


def _known(
    found: Recognised, told: Mapping[str, Delivery], numbers: Iterable[str], catalogue: Catalogue
) -> ThemeVerdict:
    """The verdict on a theme that the name or the number told; open where fields tell one other theme."""
    code = catalogue.themes[found.theme].code
    if len(told) == 1 and code not in told:
        return ThemeVerdict(by=found.by, name=found.name, fits=(code, *told))
    unverified = found.register != "own" and _is_any(found.name, _data().unverified, catalogue)
    told_numbers = [one for one in numbers if catalogue.knows_number(one)]
    remark = next(
        (
            one.text
            for one in _data().remarks
            if one.number in told_numbers or (found.name and _is_any(found.name, one.names, catalogue))
        ),
        "",
    )
    return ThemeVerdict(
        found.by,
        found,
        LIKELY if unverified else CERTAIN,
        code,
        remark,
        found.name,
        catalogue.themes[found.theme].name,
        ", ".join(told_numbers),
        unverified,
    )


def _no_theme(name: str, catalogue: Catalogue) -> str:
    """What a layer is that is known and no theme as it is (Danish); empty for any other."""
    return next((one.text for one in _data().no_themes if _is_any(name, one.names, catalogue)), "")


def _is_any(name: str, known: Iterable[str], catalogue: Catalogue) -> bool:
    """Whether a name is a spelling of one of those known: with namespace, status, place or number."""
    keys = set(catalogue.keys_of(name))
    return any(next(catalogue.keys_of(one)) in keys for one in known)


def _first(names: list[str]) -> str:
    return names[0] if names else ""

"""The themes of landscape and heritage (`data/themes/`), and which of them a layer holds.

A layer is known by its name in the services and in files, or by the code of its theme that Danmarks Miljøportal and
Plandata write on every row. Nothing is guessed: a name that is not in the catalogue, and a name and a code that
contradict each other, leave the theme open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ..common.cells import cell_id
from ..common.data import load
from ..common.errors import HeritageError
from ..common.profile import current
from ..common.shapes import UnreadableError, json_of, without_remarks
from ..registers.aliases import plain
from .catalogue_shape import CATALOGUE
from .theme import Buffer, Place, Theme

BUILT_IN = "themes/catalogue.json"
MUNICIPAL = "themes/places.json"

IN_FORCE, PROPOSED, UNKNOWN, ENDED = "gaeldende", "forslag", "ukendt", "ophoert"
STATUSES = (IN_FORCE, PROPOSED, UNKNOWN, ENDED)
STATUS_WORDS = {IN_FORCE: "gældende", PROPOSED: "forslag", UNKNOWN: "ukendt status", ENDED: "ophørt"}
"""What the statuses are called where people read them."""

_CODE = re.compile(r"^[a-z][a-z0-9_]*$")
_PARAGRAPH = re.compile(r"(§|paragraf|par)[\s_.-]*3(?![0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class Recognised:
    """What is known of a layer: its theme, the register it comes from, and the status that its name tells."""

    theme: int
    register: str
    status: str | None
    by: str
    """`navn`, `temakode`, `felter` or `THEMES`."""
    name: str = field(default="", compare=False)
    """The name that told, where one did."""


@dataclass(frozen=True)
class Contradiction:
    """A layer whose name says one theme and whose rows say another, or several."""

    named: str | None
    coded: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """All themes in their order, and how layers, fields and values are read."""

    name: str
    themes: tuple[Theme, ...]
    registers: Mapping[str, str]
    fields: Mapping[str, tuple[str, ...]]
    status_values: Mapping[str, str]
    """Value as it is compared → status."""
    status_words: Mapping[str, str]
    namespaces: tuple[str, ...]
    ignored_words: frozenset[str]
    placeholder_dates: frozenset[str]
    point_radius: float
    line_half_width: float
    places: tuple[Place, ...] = field(default=())

    @cached_property
    def positions(self) -> dict[str, int]:
        """Code → position of the theme."""
        return {theme.code: position for position, theme in enumerate(self.themes)}

    @cached_property
    def layer_names(self) -> dict[str, tuple[int, str]]:
        """Layer name as it is compared → theme and register. HeritageError where two themes claim one name."""
        known: dict[str, tuple[int, str]] = {}
        for position, theme in enumerate(self.themes):
            named = [(register, name) for register, names in theme.layers.items() for name in names]
            for register, name in [*named, ("own", theme.code), ("own", theme.name)]:
                key = self._key(self._words(name))
                other, _ = known.setdefault(key, (position, register))
                if other != position:
                    raise HeritageError(
                        "The catalogue {catalogue} gives the layer name '{name}' to two themes, {one} and {two}. "
                        "Take it from one of them.",
                        catalogue=self.name,
                        name=name,
                        one=self.themes[other].code,
                        two=theme.code,
                    )
        return known

    @cached_property
    def themes_by_code(self) -> dict[int, int]:
        """Number of a theme in the registers → theme."""
        return {code: position for position, theme in enumerate(self.themes) for code in theme.theme_codes}

    def theme_named(self, text: str) -> int | None:
        """The theme that a person names by its code or by its name."""
        wanted = plain(text)
        for position, theme in enumerate(self.themes):
            if wanted in (plain(theme.code), plain(theme.name), plain(theme.english)):
                return position
        return None

    def status_of(self, value: Any) -> str | None:
        """What a value of a status field means; None where nothing stands, UNKNOWN where it is no known value."""
        text = cell_id(value)
        return None if text is None else self.status_values.get(plain(text), UNKNOWN)

    def knows_status(self, value: Any) -> bool:
        """Whether a status value is one that the catalogue lists."""
        return plain(cell_id(value) or "") in self.status_values

    def recognise(self, names: Sequence[str], codes: Iterable[Any]) -> Recognised | Contradiction | None:
        """The theme of a layer by any of its names and by the theme codes on its rows; None when neither tells."""
        found = [self._by_name(name) for name in names if name]
        by_name = list({one.theme: one for one in reversed([one for one in found if one])}.values())
        numbers = _theme_numbers(codes)
        by_code = sorted({self.themes_by_code[code] for code in numbers if code in self.themes_by_code})
        themes = {one.theme for one in by_name} | set(by_code)
        if not themes:
            return None
        if len(themes) > 1:
            named = self.themes[by_name[0].theme].code if by_name else None
            return Contradiction(named, tuple(self.themes[one].code for one in by_code))
        theme = themes.pop()
        register = by_name[0].register if by_name else "own"
        if by_code and register == "own":  # the code is the register's own, whatever the file is called
            register = self.themes[theme].register_of(numbers)
        if by_name:
            return replace(by_name[0], register=register, status=self.status_told(names))
        return Recognised(theme, register, self.status_told(names), "temakode")

    def status_told(self, names: Iterable[str]) -> str | None:
        """The status that a word in one of the names says; None where none does."""
        return next((word for name in names if (word := self._status_word(name))), None)

    def knows_number(self, value: Any) -> bool:
        """Whether a value is the number of a theme in one of the registers."""
        return not _theme_numbers([value]).isdisjoint(self.themes_by_code)

    def _by_name(self, name: str) -> Recognised | None:
        for key in self.keys_of(name):
            found = self.layer_names.get(key)
            if found is not None:
                return Recognised(found[0], found[1], self._status_word(name), "navn", name)
        return None

    def keys_of(self, name: str) -> Iterator[str]:
        """What a name is looked up by, best first: whole, then without status, place and numbers."""
        words = self._words(name)
        meaning = [word for word in words if word not in self.status_words]
        placeless = [word for word in meaning if word not in self.ignored_words]
        numberless = [word for word in placeless if not word.isdigit()]
        for candidate in (words, meaning, placeless, numberless):
            for form in (candidate, _without_last_numbers(candidate)):
                if key := self._key(form):
                    yield key

    def _status_word(self, name: str) -> str | None:
        return next((self.status_words[word] for word in self._words(name) if word in self.status_words), None)

    def _key(self, words: Sequence[str]) -> str:
        return "".join(word for word in words if word not in self.status_words and word != "v")

    def _words(self, name: str) -> list[str]:
        """The words of a layer's name, without the service's namespace and the ending of a file."""
        text = _PARAGRAPH.sub("paragraf3", unicodedata.normalize("NFC", name).strip())
        text = re.sub(r"\.(gpkg|shp|zip|geojson|json|fgb|gml|tab|csv)$", "", text, flags=re.IGNORECASE)
        words = [plain(word) for word in re.split(r"[^0-9A-Za-zÆØÅæøåÄÖäö]+", text)]
        words = [word for word in words if word]
        while len(words) > 1 and words[0] in self.namespaces:
            words = words[1:]
        return words

    def places_of(self, theme: int, name: str | None) -> list[Place]:
        """What is known of the place that a designation is named after."""
        if not name:
            return []
        wanted, code = plain(name), self.themes[theme].code
        return [
            place for place in self.places if place.theme == code and any(plain(one) in wanted for one in place.names)
        ]


def _without_last_numbers(words: Sequence[str]) -> list[str]:
    """`fredede omraader 3` → `fredede omraader`: QGIS and services number what they export."""
    kept = list(words)
    while len(kept) > 1 and kept[-1].isdigit():
        kept.pop()
    return kept


def _theme_numbers(values: Iterable[Any]) -> set[int]:
    """Theme codes as numbers, which the registers also write as text; what is none is left out."""
    found = set()
    for value in values:
        try:
            found.add(int(float(str(value).strip().replace(",", "."))))
        except (ValueError, OverflowError):
            continue
    return found


# Reading a catalogue ------------------------------------------------------------------------------------------------


def built_in() -> Catalogue:
    """The catalogue that comes with the plugin as the profile has it, with what is known of a municipality's places."""
    profile = current()
    own = profile is not None and not {BUILT_IN, MUNICIPAL}.isdisjoint(profile.files)
    return _catalogue(load(BUILT_IN), profile.name if profile and own else "indbygget", load(MUNICIPAL))


def read_catalogue(text: str, name: str) -> Catalogue:
    """A municipality's own catalogue: a whole one, or changes to the built-in one (`"builds_on": "indbygget"`).

    HeritageError when it is no JSON, lacks what a catalogue needs, or names an unknown status.
    """
    try:
        content = json_of(text)
    except UnreadableError as error:
        raise _unusable(name, str(error)) from error
    if not isinstance(content, dict):
        raise _unusable(name, "not an object { … }")
    wrong = CATALOGUE.wrong(content, "")
    if wrong is not None:
        raise HeritageError(
            "The catalogue {catalogue} cannot be used: {path} is {found}; expected is {expected}. It is built like "
            "data/themes/catalogue.json of the plugin.",
            catalogue=name,
            path=wrong.path,
            found=wrong.found,
            expected=wrong.expected,
        )
    content = without_remarks(content)
    if "builds_on" in content:
        return _catalogue(_changed(load(BUILT_IN), content, name), name, load(MUNICIPAL), content)
    return _catalogue(content, name)


def _changed(base: Mapping[str, Any], changes: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The built-in catalogue with a municipality's changes: key by key, themes by their code, new themes last."""
    merged = {**base, **{key: value for key, value in changes.items() if key not in ("themes", "builds_on")}}
    for key in ("fields", "status_values", "registers", "status_words", "drawn"):
        if isinstance(changes.get(key), dict):
            merged[key] = {**base[key], **changes[key]}
    themes = {theme["code"]: theme for theme in base["themes"]}
    listed = changes.get("themes", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) and "code" in one for one in listed):
        raise _unusable(name, "themes: a list of themes, each with a code")
    for theme in listed:
        themes[theme["code"]] = {**themes.get(theme["code"], {}), **theme}
    return {**merged, "themes": list(themes.values())}


def _catalogue(content: Mapping[str, Any], name: str, *municipal: Mapping[str, Any]) -> Catalogue:
    try:
        aliases, buffers, places = _municipal([*municipal, content])
        built = Catalogue(
            name=name,
            themes=tuple(_theme(one, aliases, buffers) for one in content["themes"]),
            registers=dict(content.get("registers", {})),
            fields={concept: tuple(content["fields"].get(concept, ())) for concept in load(BUILT_IN)["fields"]},
            status_values={
                plain(str(value)): status for status, values in content["status_values"].items() for value in values
            },
            status_words={plain(word): status for word, status in content.get("status_words", {}).items()},
            namespaces=tuple(content.get("namespaces", ())),
            ignored_words=frozenset(
                plain(word)
                for title in [*content.get("ignored_words", ()), *content.get("municipalities", ())]
                for word in re.split(r"[^\w]+", title)
            ),
            placeholder_dates=frozenset(content.get("placeholder_dates", ())),
            point_radius=float(content["drawn"]["point_radius_m"]),
            line_half_width=float(content["drawn"]["line_half_width_m"]),
            places=places,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unusable(name, f"{type(error).__name__}: {error}") from error
    _check(built)
    codes = [*content.get("aliases", {}), *content.get("buffers", {}), *(one.theme for one in places)]
    for code in codes:
        if code not in built.positions:
            raise _unusable(name, f"theme: {code!r}")
    for concept in content["fields"]:
        if concept not in built.fields:
            raise _unusable(name, f"fields: {concept!r}; {', '.join(built.fields)}")
    return built


def _municipal(
    given: Sequence[Mapping[str, Any]],
) -> tuple[dict[str, list[str]], dict[str, Buffer], tuple[Place, ...]]:
    aliases: dict[str, list[str]] = {}
    buffers: dict[str, Buffer] = {}
    places: list[Place] = []
    for one in given:
        for code, names in one.get("aliases", {}).items():
            aliases.setdefault(code, []).extend(names)
        for code, buffer in one.get("buffers", {}).items():
            buffers[code] = Buffer(float(buffer["metres"]), str(buffer.get("note", "")))
        for place in one.get("places", ()):
            if isinstance(place["names"], str):
                raise TypeError("names: a list of names")
            certain = bool(place.get("certain", True))
            places.append(Place(place["theme"], tuple(place["names"]), place["note"], certain))
    return aliases, buffers, tuple(places)


def _theme(described: Mapping[str, Any], aliases: Mapping[str, Sequence[str]], buffers: Mapping[str, Buffer]) -> Theme:
    layers = {register: tuple(names) for register, names in described.get("layers", {}).items()}
    layers["own"] = (*layers.get("own", ()), *aliases.get(described["code"], ()))
    return Theme(
        code=described["code"],
        name=described["name"],
        english=described.get("english", described["name"]),
        legal=described.get("legal"),
        legal_verified=bool(described.get("legal_verified", False)),
        guideline=described.get("guideline"),
        areal=described.get("extent", "area") == "area",
        layers=layers,
        theme_codes=tuple(int(code) for code in described.get("theme_codes", ())),
        status=dict(described.get("status", {})),
        style=dict(described.get("style", {})),
        buffer=buffers.get(described["code"]),
        number_registers={
            one: tuple(int(n) for n in own) for one, own in described.get("number_registers", {}).items()
        },
    )


def _check(catalogue: Catalogue) -> None:
    codes = [theme.code for theme in catalogue.themes]
    for code in codes:
        if not _CODE.match(code) or codes.count(code) > 1:
            raise _unusable(catalogue.name, f"code: {code!r}")
    stated = {
        *catalogue.status_values.values(),
        *catalogue.status_words.values(),
        *(status for theme in catalogue.themes for status in theme.status.values()),
    }
    if stated - set(STATUSES):
        raise _unusable(catalogue.name, f"status: {', '.join(sorted(stated - set(STATUSES)))}")
    if catalogue.point_radius <= 0 or catalogue.line_half_width <= 0:
        raise _unusable(catalogue.name, "drawn: point_radius_m > 0, line_half_width_m > 0")
    _ = catalogue.layer_names  # claims no name twice


def _unusable(name: str, why: str) -> HeritageError:
    return HeritageError(
        "The catalogue {catalogue} cannot be used: {why}. It is built like data/themes/catalogue.json of the plugin.",
        catalogue=name,
        why=why,
    )

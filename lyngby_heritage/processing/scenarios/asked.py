"""Which scenarios a run asks for: the profile in force, those that are ticked, own ones, and variants of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core.common.errors import HeritageError
from ...core.common.profile import Profile, current, in_force
from ...core.common.profile_reading import MANIFEST, PROFILES, built_in_profile, read_profile, shipped
from ..inputs.given_values import refusal
from ..inputs.neighbourhood import FIELD_PARAMETERS, NUMBER_PARAMETERS
from ..inputs.parameters import is_blank, table_rows
from ..inputs.profile import completed
from ..inputs.profile_checks import refuse_unfit

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from ..tools.classify_buildings import ClassifyBuildings

FEWEST = 2
"""Scenarios that can be compared."""
VARYING = ("VALUE4_RULE", "NEIGHBOUR_METHOD", *(one[0] for one in NUMBER_PARAMETERS))
"""The settings of a designation that a variant may have otherwise."""
OF_THE_DATA = (
    *("BUILDINGS", *(one[0] for one in FIELD_PARAMETERS)),
    *("PARCELS", "PARCEL_PROPERTY_FIELD", "CONTEXT_BUILDINGS", "DECISIONS"),
)
"""The parameters of a designation that all scenarios share."""


@dataclass(frozen=True)
class Asked:
    """A scenario: a profile, and what it has otherwise."""

    name: str
    profile: Profile
    changed: dict[str, Any] = field(default_factory=dict)
    """Parameter of a designation → value, of a variant."""

    @property
    def key(self) -> str:
        """Its name in the name of a field: the folder of its profile, and of a variant the name that it was given."""
        from ...core.designation.scenario_words import plain_key

        folder = self.profile.folder
        return plain_key(self.name if self.changed or folder is None else folder.name)


@cache
def shipped_names() -> dict[str, str]:
    """The profiles that come with the plugin: folder → name, in the order of their folders."""
    return {one: read_profile(PROFILES / one).name for one in shipped()}


def scenarios_asked_for(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Asked]:
    """The scenarios of a run, under the profile that it goes by; two or more, each told apart by its name.

    HeritageError where a profile cannot be read or used, and for names that are not apart.
    """
    profiles = list(_profiles(algorithm, parameters, context))
    found = [Asked(one.name, one) for one in profiles]
    found += _variants(algorithm, parameters, context, profiles)
    if len(found) < FEWEST:
        raise HeritageError(
            "PROFILES: scenarios are compared, and so there must be two or more; this run has {count}: {names}. Tick "
            "profiles in PROFILES (by number: {known}), give a folder of your own in OWN_PROFILES, or a row of "
            "VARIANTS.",
            count=len(found),
            names="; ".join(one.name for one in found) or "-",
            known="; ".join(f"{number} = {name}" for number, name in enumerate(shipped_names().values())),
        )
    _refuse_one_name(found)
    for one in found:
        refuse_unfit(one.profile)
        completed(designation_tool(one.profile), one.changed, one.profile, context)
    return found


def designation_tool(profile: Profile) -> ClassifyBuildings:
    """The tool that designates, as it is declared under a profile: what nobody gives is as the profile says."""
    from ..tools.classify_buildings import ClassifyBuildings

    with in_force(profile):
        tool = ClassifyBuildings()
        tool.initAlgorithm()
    return tool


def _profiles(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> Iterator[Profile]:
    ruling = current() or built_in_profile()
    if not ruling.built_in:
        yield ruling
    numbers = (
        [] if is_blank(parameters.get("PROFILES")) else algorithm.parameterAsEnums(parameters, "PROFILES", context)
    )
    known = shipped()
    ticked = [read_profile(PROFILES / known[one]) for one in dict.fromkeys(numbers)]
    given = algorithm.parameterAsFile(parameters, "OWN_PROFILES", context)
    own = [] if is_blank(given) else _own_profiles(Path(given).absolute())
    yield from (one for one in (*ticked, *own) if one.checksum != ruling.checksum)


def _own_profiles(folder: Path) -> list[Profile]:
    """The profile in a folder, else those in the folders of it."""
    if folder.name == MANIFEST:
        folder = folder.parent
    if (folder / MANIFEST).is_file():
        return [read_profile(folder)]
    inside = sorted(folder.glob(f"*/{MANIFEST}"))
    if not inside:
        raise HeritageError(
            "OWN_PROFILES: the folder {folder} is no profile, and no folder in it is one: a profile has a file "
            "profile.json. Give the folder of a profile, or one that holds the folders of several.",
            folder=str(folder),
        )
    return [read_profile(one.parent) for one in inside]


def _refuse_one_name(found: Sequence[Asked]) -> None:
    names: dict[str, Asked] = {}
    for one in found:
        for told in {one.name.strip().casefold(), one.key}:
            other = names.setdefault(told, one)
            if other is not one:
                raise HeritageError(
                    "Two scenarios have one name: {name} ({place}) and {other} ({other_place}). Leave one of them out, "
                    "or give it another name: a profile in navn of its profile.json and by its folder, a variant in "
                    "VARIANTS.",
                    name=one.name,
                    place=_place(one),
                    other=other.name,
                    other_place=_place(other),
                )


def _place(one: Asked) -> str:
    return "VARIANTS" if one.changed else str(one.profile.folder)


def _variants(
    algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext, profiles: Iterable[Profile]
) -> list[Asked]:
    made: dict[str, Asked] = {}
    known = _by_name(profiles)
    for row, (name, called, parameter, value) in table_rows(algorithm, parameters, "VARIANTS", context):
        profile = current() or built_in_profile() if not called else known.get(called.casefold())
        if profile is None:
            raise HeritageError(
                "VARIANTS, row {row}: no profile is called {name}. Give one of: {known}; or leave it empty for the "
                "profile that the run goes by.",
                row=row,
                name=called,
                known=", ".join(sorted(known)),
            )
        # QGIS takes a cell that is a number for a fraction, and a choice as "1.0" for none.
        parameter, value = parameter.upper(), value.removesuffix(".0")
        if not name or parameter not in VARYING or not value:
            raise HeritageError(
                "VARIANTS, row {row}: {cells}. Expected are the name of the scenario, a profile, one of the parameters "
                "{known}, and its value.",
                row=row,
                cells=" | ".join((name, called, parameter, value)),
                known=", ".join(VARYING),
            )
        one = made.setdefault(name, Asked(name, profile))
        if one.profile.checksum != profile.checksum or parameter in one.changed:
            raise HeritageError(
                "VARIANTS, row {row}: the rows of {name} contradict each other in {what}. A scenario has one profile, "
                "and each parameter once.",
                row=row,
                name=name,
                what=parameter if one.profile.checksum == profile.checksum else "profil",
            )
        tool = designation_tool(profile)
        why = refusal(tool.parameterDefinition(parameter), {parameter: value}, context)
        if why:
            raise HeritageError("VARIANTS, row {row}: {why}", row=row, why=why)
        one.changed[parameter] = value
    return list(made.values())


def _by_name(profiles: Iterable[Profile]) -> dict[str, Profile]:
    """Profiles by what a table may call them: their folder and their name, in small letters."""
    known: dict[str, Profile] = {one: read_profile(PROFILES / one) for one in shipped()}
    for one in profiles:
        known[one.name.casefold()] = one
        if one.folder is not None:
            known[one.folder.name.casefold()] = one
    return known

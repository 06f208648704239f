"""Whether a layer that a tool was given is what the parameter asks for, as far as its names, fields and rows tell.

Nothing is refused for it: a name may be wrong, and people know their layers. What parameters ask for is in
`data/registers/asked_for.json`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from ..common.data import cached, load
from ..common.errors import Note, listed
from .deliveries import deliveries
from .found_layers import Layer, stated_municipalities
from .recognition import CERTAIN, CONTENT, FIELDS, Seen, Verdict, recognise

FILE = "registers/asked_for.json"


@dataclass(frozen=True)
class Asked:
    """What a parameter asks for."""

    what: str
    """Danish, as people call it."""
    roles: frozenset[str]
    """That it may be given."""
    prefilled: tuple[str, ...]
    """Of these, the best first, a single layer of the open project is filled in by itself in a dialog."""
    made: frozenset[str]
    """Fields by which what another of the tools made is known, whatever it is called; none where none makes it."""


@cached
def asked_for() -> dict[str, Asked]:
    """Parameter → what it asks for; parameters that take any layer are not there."""
    return {
        name: Asked(
            one["what"], frozenset(one["roles"]), tuple(one.get("prefilled", ())), frozenset(one.get("made", ()))
        )
        for name, one in load(FILE)["parameters"].items()
    }


def remark(layer: Layer, parameter: str, shared_with: Callable[[], Collection[str]] = tuple) -> Note | None:
    """What is said of a layer that is for certain not what the parameter asks for, or not the whole of it.

    `shared_with` gives the other parameters that were given the same layer and may be: what one of them asks for is
    no mistake in the others. None where nothing speaks against the layer.
    """
    asked = asked_for().get(parameter)
    if asked is None or (asked.made and asked.made.issubset(layer.fields)):
        return None
    verdict = recognise(layer.header)
    if verdict.role is None or not _is_certain(verdict, layer):
        return None
    values: dict[str, object] = {"parameter": parameter, "layer": layer.called, "asked": asked.what}
    values["what"] = verdict.what or _called(verdict.role)
    values["role"] = verdict.part_of or verdict.role
    if verdict.role in asked.roles:
        return _not_the_whole(layer, verdict, values)
    if verdict.part_of in asked.roles:
        return _only_a_part(verdict, values)
    roles = asked.roles.union(*(asked_for()[one].roles for one in shared_with() if one in asked_for()))
    if verdict.role in roles or _has_fields_of(layer, roles):
        return None
    return _another(verdict, values)


def _is_certain(verdict: Verdict, layer: Layer) -> bool:
    """A whole name that nothing speaks against, or fields or rows that one role alone has."""
    if verdict.sure == CERTAIN or verdict.by in (FIELDS, CONTENT):
        return True
    return recognise(replace(layer.header, names=())).fits == verdict.fits


def _called(role: str) -> str:
    """What a role that a layer goes by the name of is called: as the register's, where there is one."""
    return deliveries().called.get(role, f"laget {role}")


def _has_fields_of(layer: Layer, roles: Collection[str]) -> bool:
    """Whether the layer has the fields of what is asked for too: GeoDanmark's outlines with BBR's facts joined."""
    seen = Seen(layer.header)
    return any(
        one.role in roles
        and one.least_usual is not None
        and not seen.lacking(one)
        and not seen.names.intersection(one.excluded)
        for one in deliveries().every
    )


def _another(verdict: Verdict, values: dict[str, object]) -> Note:
    if verdict.by in (FIELDS, CONTENT):
        return Note(
            "{parameter} was given {layer}, which by its fields is {what}. It asks for {asked}. Give that layer, "
            "unless this one is meant.",
            values,
            warning=True,
            danish="{parameter} fik {layer}, som efter sine felter er {what}. Der skal bruges {asked}. Angiv det "
            "lag, medmindre det her er ment.",
        )
    return Note(
        "{parameter} was given {layer}, which by its name is {what}. It asks for {asked}. Give that layer, unless "
        "this one is meant.",
        values,
        warning=True,
        danish="{parameter} fik {layer}, som efter sit navn er {what}. Der skal bruges {asked}. Angiv det lag, "
        "medmindre det her er ment.",
    )


def _only_a_part(verdict: Verdict, values: dict[str, object]) -> Note:
    recipe = deliveries().made_of.get(verdict.part_of or "")
    if recipe is None:
        return Note(
            "{parameter} was given {layer}, which is {what}, and only a part of what it asks for: {asked}. Give the "
            "whole.",
            values,
            warning=True,
            danish="{parameter} fik {layer}, som er {what}, og kun en del af det, der skal bruges: {asked}. Angiv det "
            "hele.",
        )
    values["parts"] = listed([_called(one) for one in (*recipe.needed, *recipe.wanted)])
    return Note(
        "{parameter} was given {layer}, which is {what}, and only a part of what it asks for: {asked}. Run the tool "
        "'Collect data' (collectdata) on the folder that holds {parts}, and give the layer {role} that it makes.",
        values,
        warning=True,
        danish="{parameter} fik {layer}, som er {what}, og kun en del af det, der skal bruges: {asked}. Kør værktøjet "
        "»Saml data« (collectdata) på mappen med {parts}, og angiv laget {role}, som det laver.",
    )


def _not_the_whole(layer: Layer, verdict: Verdict, values: dict[str, object]) -> Note | None:
    """Of a layer that is what is asked for: changes only, nothing in force, headings only, or too much of it."""
    if verdict.download is not None and verdict.download.delta:
        return Note(
            "{parameter} was given {layer}, a download of changes only (Delta). Give the whole (Total).",
            values,
            warning=True,
            danish="{parameter} fik {layer}, som kun indeholder ændringer (Delta). Angiv det hele (Total).",
        )
    if verdict.state is not None:
        values["state"] = verdict.state
        return Note(
            "{parameter} was given {layer}, which by its name is not what applies ({state}). Give those in force, "
            "unless these are meant.",
            values,
            warning=True,
            danish="{parameter} fik {layer}, som efter sit navn ikke er det gældende ({state}). Angiv de gældende, "
            "medmindre disse er ment.",
        )
    if layer.rows == 0 and verdict.download is not None:
        return Note(
            "{parameter} was given {layer}, a download that holds headings and no rows. Give an earlier or later one, "
            "or the same in another format.",
            values,
            warning=True,
            danish="{parameter} fik {layer}, en hentet fil med overskrifter og ingen rækker. Angiv en tidligere eller "
            "senere, eller den samme i et andet format.",
        )
    codes = sorted(stated_municipalities(layer))
    if verdict.most_rows == 1 and len(codes) > 1:
        values["codes"] = listed([code.zfill(4) for code in codes])
        return Note(
            "{parameter} was given {layer}, which holds several municipalities ({codes}). Give the one that is meant: "
            "the tool 'Collect data' (collectdata) picks it out by MUNICIPALITY.",
            values,
            warning=True,
            danish="{parameter} fik {layer}, som indeholder flere kommuner ({codes}). Angiv den, der er ment: "
            "værktøjet »Saml data« (collectdata) tager den ud efter MUNICIPALITY.",
        )
    return None

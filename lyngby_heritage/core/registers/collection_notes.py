"""What is said of the layers that were found: what was taken for what, and what probably has a role and is not used.

In Danish too, for the table of what there was and the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..common.errors import Note
from .deliveries import deliveries
from .recognition import BY_HAND, CONTENT, FIELDS, OWN_NAME, REGISTER_NAME, Verdict


class Named(Protocol):
    """A layer as it is spoken of."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def rows(self) -> int | None:
        """How many it has, where they were counted."""


def taken(layer: Named, role: str, verdict: Verdict) -> Note:
    """What a layer was taken for and by what; a warning where name and fields do not bear each other out."""
    values: dict[str, object] = {"layer": layer.name, "role": role, "name": verdict.name, "what": verdict.what}
    if verdict.lacking and verdict.by == REGISTER_NAME:
        values["fields"] = ", ".join(verdict.lacking)
        return Note(
            "{layer} is taken for {role} by the name {name}, but has not the field {fields} of {what}. "
            "Rename it if it is something else.",
            values,
            warning=True,
            danish="{layer} er taget for {role} efter navnet {name}, men mangler feltet {fields}, som {what} har. Er "
            "det noget andet, så giv det et andet navn.",
        )
    if verdict.unverified:
        return Note(
            "{layer} is taken for {role}: {name} should be the name of {what}, which nobody has verified.",
            values,
            warning=True,
            danish="{layer} er taget for {role}: {name} er formentlig navnet på {what}, men navnet er ikke "
            "efterprøvet.",
        )
    if verdict.by == BY_HAND:
        return Note(
            "{layer} is taken for {role}, as was asked for.",
            values,
            danish="{layer} er taget for {role}, som der er bedt om.",
        )
    if verdict.by == OWN_NAME:
        return Note(
            "{layer} is taken for {role}: by the name {name}.",
            values,
            danish="{layer} er taget for {role}: efter navnet {name}.",
        )
    if verdict.by == FIELDS:
        return Note(
            "{layer} is taken for {role}: it has the fields of {what}.",
            values,
            danish="{layer} er taget for {role}: det har felterne fra {what}.",
        )
    if verdict.by == CONTENT:
        return Note(
            "{layer} is taken for {role}: its rows say that they are {what}.",
            values,
            danish="{layer} er taget for {role}: rækkerne siger, at de er {what}.",
        )
    if verdict.name == layer.name:
        return Note(
            "{layer} is taken for {role}: so the register calls {what}.",
            values,
            danish="{layer} er taget for {role}: sådan kalder registret {what}.",
        )
    return Note(
        "{layer} is taken for {role}: {name} is what the register calls {what}.",
        values,
        danish="{layer} er taget for {role}: {name} er registrets navn på {what}.",
    )


def own(layer: Named, role: str) -> Note:
    """A layer that goes by the role's own name."""
    return Note(
        "{layer} is {role} by its own name.",
        {"layer": layer.name, "role": role},
        danish="Laget {layer} er brugt som {role} efter sit eget navn.",
    )


def theme(layer: Named, what: str) -> Note:
    """A layer that the theme catalogue knows; `what` it is called there, or empty."""
    if not what:
        return Note("{layer} is a theme.", {"layer": layer.name}, danish="{layer} er et tema.")
    return Note(
        "{layer} is a theme: {what}.",
        {"layer": layer.name, "what": what},
        danish="{layer} er et tema: {what}.",
    )


def part(layer: Named, verdict: Verdict, role: str) -> Note:
    """A layer that a role is made of, with others."""
    return Note(
        "{layer} is {what}, of which {role} is made.",
        {"layer": layer.name, "what": verdict.what, "role": role},
        danish="{layer} er {what}, som {role} er samlet af.",
    )


def lookup(layer: Named, verdict: Verdict, role: str) -> Note:
    """A table in which something of a role is looked up."""
    return Note(
        "{layer} is {what}, in which the BFE numbers of {role} are looked up.",
        {"layer": layer.name, "what": verdict.what, "role": role},
        danish="{layer} er {what}, hvor BFE-numrene i {role} slås op.",
    )


def by_hand(layer: Named, verdict: Verdict) -> Note:
    """A layer that a person gave its role, or none."""
    if verdict.role is not None:
        return taken(layer, verdict.role, verdict)
    return Note(
        "{layer} is not used, as was asked for.",
        {"layer": layer.name},
        danish="{layer} er ikke brugt, som der er bedt om.",
    )


def tie(role: str, addresses: Sequence[str]) -> Note:
    """Several layers for one role, of which none is the better."""
    return Note(
        "Several layers may be {role}, and none is used: {layers}. Call the one that is meant {role}.",
        {"role": role, "layers": ", ".join(addresses)},
        warning=True,
        danish="Flere lag kan være {role}, og ingen af dem er brugt: {layers}. Kald det, der er ment, {role}.",
    )


def other_municipality(layer: Named, verdict: Verdict, municipality: str) -> Note:
    """A layer whose rows are another municipality's."""
    return Note(
        "{layer} is {role}, but not of municipality {code}, and is not used.",
        {"layer": layer.name, "role": verdict.fits, "code": municipality.zfill(4)},
        warning=True,
        danish="{layer} er {role}, men ikke fra kommune {code}, og er ikke brugt.",
    )


def empty(layer: Named, verdict: Verdict) -> Note:
    """A download that holds its headings only."""
    return Note(
        "{layer} is {what}, but holds headings and no rows, and is not used.",
        {"layer": layer.name, "what": verdict.what},
        danish="{layer} er {what}, men har kun overskrifter og ingen rækker, og er ikke brugt.",
    )


def kept_for_people(layer: Named) -> Note:
    """That a layer in people's own file is left to them where no step asks for it."""
    return Note(
        "{layer}, which people write, is kept as it is; no step of this run reads it.",
        {"layer": layer.name},
        danish="{layer}, som folk selv skriver, bliver, som det er; intet trin i denne kørsel læser det.",
    )


def not_used(
    layer: Named, verdict: Verdict, instead: str | None = None, lacking_parts: Sequence[str] = ()
) -> Note | None:
    """Why a layer that probably has a role is not used; None of a layer that is nothing known.

    `instead` is the address of what has the role, `lacking_parts` what else the role would have to be made of.
    """
    values: dict[str, object] = {
        "layer": layer.name,
        "role": verdict.fits or verdict.nearest,
        "what": verdict.what,
        "rows": layer.rows or 0,
    }
    if instead is not None:
        values |= {"instead": instead, "called": verdict.what or values["role"]}
        return Note(
            "{layer} is probably {role} too, and is not used: {instead} is.",
            values,
            warning=True,
            danish="{layer} er formentlig også {called}, men er ikke brugt; {instead} er brugt i stedet.",
        )
    if verdict.roles:
        values["roles"] = ", ".join(verdict.roles)
        return Note(
            "{layer} is not used: it may be any of {roles}. Call the layer or its file by the one that it is.",
            values,
            warning=True,
            danish="{layer} er ikke brugt: det kan være {roles}. Kald laget eller filen det, som det er.",
        )
    if verdict.role is not None:
        return _of_part(values, lacking_parts) if verdict.part_of is not None else _of_known(values, verdict)
    if verdict.nearest is not None:
        return _of_guessed(values, verdict)
    return None


def _of_part(values: dict[str, object], lacking: Sequence[str]) -> Note:
    if not lacking:
        return Note(
            "{layer} is {what}, only a part of {role}, and is not used: give the whole.",
            values,
            warning=True,
            danish="{layer} er {what}, kun en del af {role}, og er ikke brugt: angiv det hele.",
        )
    values["lacking"] = ", ".join(lacking)
    return Note(
        "{layer} is {what}, a part of {role}, and is not used: {role} cannot be made without {lacking}.",
        values,
        warning=True,
        danish="{layer} er {what}, en del af {role}, og er ikke brugt: {role} kan ikke samles uden {lacking}.",
    )


def _of_known(values: dict[str, object], verdict: Verdict) -> Note:
    if verdict.download is not None and verdict.download.delta:
        return Note(
            "{layer} is {role} but holds changes only (Delta), and is not used. Give the whole (Total).",
            values,
            warning=True,
            danish="{layer} er {role}, men indeholder kun ændringer (Delta) og er ikke brugt. Angiv det hele (Total).",
        )
    if verdict.state is not None:
        values["state"] = verdict.state
        return Note(
            "{layer} is {role} but not what applies ({state}), and is not used. Give those in force.",
            values,
            warning=True,
            danish="{layer} er {role}, men ikke dem, der gælder ({state}), og er ikke brugt. Kun de gældende bruges.",
        )
    if verdict.most_rows is not None:
        return Note(
            "{layer} is {role} but has {rows:row|rows}, more than one municipality, and is not used. Save the one "
            "that is meant as {role}.",
            values,
            warning=True,
            danish="{layer} er {role}, men har {rows:række|rækker}, mere end én kommune, og er ikke brugt. Gem den, "
            "der er ment, som {role}.",
        )
    if verdict.role in deliveries().of_hearing:
        return Note(
            "{layer} is {what}, for the tools of the hearing. It is not used here, and nothing of it is shown.",
            values,
            danish="{layer} er {what}, til værktøjerne til høringen. Den er ikke brugt her, og intet af den er vist.",
        )
    return Note(
        "{layer} is {what} ({role}), which the plan has no use for.",
        values,
        danish="{layer} er {what} ({role}), som planen ikke bruger.",
    )


def _of_guessed(values: dict[str, object], verdict: Verdict) -> Note:
    if verdict.what and not verdict.lacking and verdict.by != FIELDS:
        return Note(
            "{layer} has the name of {what} ({role}) but another kind of geometry, and is not used.",
            values,
            warning=True,
            danish="{layer} hedder som {what} ({role}), men har en anden slags geometri og er ikke brugt.",
        )
    return Note(
        "{layer} is not used: it is most like {role}, but neither name nor fields say so for certain. "
        "If it is, call the layer or its file {role}.",
        values,
        warning=True,
        danish="{layer} er ikke brugt: det ligner mest {role}, men hverken navn eller felter siger det sikkert. Er det "
        "{role}, så kald laget eller filen det.",
    )

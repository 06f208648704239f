"""What the main job says of its input's layers: what was taken for what, and what probably has a role, unused."""

from __future__ import annotations

from collections.abc import Sequence

from ..common.errors import Note
from ..registers.recognition import CONTENT, FIELDS, OWN_NAME, REGISTER_NAME, Verdict

NOT_YET = {"kulturmiljoeer"}
"""Roles of what people write that no step reads so far: they should not believe that it counts."""


def taken(layer: str, role: str, verdict: Verdict) -> Note:
    """What a layer was taken for and by what; a warning where name and fields do not bear each other out."""
    values: dict[str, object] = {"layer": layer, "role": role, "name": verdict.name, "what": verdict.what}
    if verdict.lacking and verdict.by == REGISTER_NAME:
        values["fields"] = ", ".join(verdict.lacking)
        return Note(
            "{layer} is taken for {role} by the name {name}, but has not the field {fields} of {what}. "
            "Rename it if it is something else.",
            values,
            warning=True,
        )
    if verdict.unverified:
        return Note(
            "{layer} is taken for {role}: {name} should be the name of {what}, which nobody has verified.",
            values,
            warning=True,
        )
    if verdict.by == OWN_NAME:
        return Note("{layer} is taken for {role}: by the name {name}.", values)
    if verdict.by == FIELDS:
        return Note("{layer} is taken for {role}: it has the fields of {what}.", values)
    if verdict.by == CONTENT:
        return Note("{layer} is taken for {role}: its rows say that they are {what}.", values)
    return Note("{layer} is taken for {role}: {name} is what the register calls {what}.", values)


def tie(role: str, addresses: Sequence[str]) -> Note:
    """Several layers for one role, of which none is the better."""
    return Note(
        "Several layers may be {role}, and none is used: {layers}. Call the one that is meant {role}.",
        {"role": role, "layers": ", ".join(addresses)},
        warning=True,
    )


def not_used(layer: str, verdict: Verdict, rows: int = 0, instead: str | None = None) -> Note | None:
    """Why a layer that probably has a role is not used; None of a layer that is nothing known.

    `rows` is how many it has, `instead` the address of the layer that has the role.
    """
    values: dict[str, object] = {"layer": layer, "role": verdict.fits or verdict.nearest, "what": verdict.what}
    if instead is not None:
        values["instead"] = instead
        return Note("{layer} is probably {role} too, and is not used: {instead} is.", values, warning=True)
    if verdict.roles:
        values["roles"] = ", ".join(verdict.roles)
        return Note(
            "{layer} is not used: it may be any of {roles}. Call the layer or its file by the one that it is.",
            values,
            warning=True,
        )
    if verdict.role is not None:
        return _of_known({**values, "rows": rows}, verdict)
    if verdict.nearest is not None:
        return _of_guessed(values, verdict)
    return None


def _of_known(values: dict[str, object], verdict: Verdict) -> Note:
    if verdict.part_of is not None:
        return Note(
            "{layer} is {what}, a part of {role}, and is not used: {role} must be put together from the parts first.",
            values,
            warning=True,
        )
    if verdict.download is not None and verdict.download.delta:
        return Note(
            "{layer} is {role} but holds changes only (Delta), and is not used. Give the whole (Total).",
            values,
            warning=True,
        )
    if verdict.state is not None:
        values["state"] = verdict.state
        return Note(
            "{layer} is {role} but not what applies ({state}), and is not used. Give those in force.",
            values,
            warning=True,
        )
    if verdict.most_rows is not None:
        return Note(
            "{layer} is {role} but has {rows:row|rows}, more than one municipality, and is not used. Save the one "
            "that is meant as {role}.",
            values,
            warning=True,
        )
    if verdict.role in NOT_YET:
        return Note("{layer} is {what} ({role}), which the plan has no use for yet.", values, warning=True)
    return Note("{layer} is {what} ({role}), which the plan has no use for.", values)


def _of_guessed(values: dict[str, object], verdict: Verdict) -> Note:
    if verdict.what and not verdict.lacking and verdict.by != FIELDS:
        return Note(
            "{layer} has the name of {what} ({role}) but another kind of geometry, and is not used.",
            values,
            warning=True,
        )
    return Note(
        "{layer} is not used: it is most like {role}, but neither name nor fields say so for certain. "
        "If it is, call the layer or its file {role}.",
        values,
        warning=True,
    )

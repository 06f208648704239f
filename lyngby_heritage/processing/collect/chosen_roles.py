"""What a person says of a file or layer: which role it has, or none; remembered beside what was put together."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ...core.common.errors import HeritageError, Note, listed
from ...core.common.shapes import UnreadableError, json_of
from ...core.registers.deliveries import deliveries
from ...core.registers.found_layers import Layer
from ...core.registers.recognition import own_role

ENDING = "_roller.json"
KEY = "roller"
NONE = {"", "-", "ingen", "none", "intet"}
"""What people write for a layer that is to have no role."""
BETWEEN = "|"
"""Between the file and the layer in it."""


def file_beside(output: Path) -> Path:
    """Where the roles that were chosen for an output are remembered."""
    return output.with_name(output.stem + ENDING)


def remembered(output: Path) -> dict[str, str | None]:
    """Name → role, None for none, as the last run was told. HeritageError when the file cannot be read."""
    file = file_beside(output)
    if not file.exists():
        return {}
    try:
        content = json_of(file.read_text(encoding="utf-8-sig"))
        chosen = content[KEY]
        return {str(name): None if role is None else _role(str(role), str(name)) for name, role in chosen.items()}
    except (OSError, UnicodeDecodeError, UnreadableError, KeyError, TypeError, AttributeError) as error:
        raise HeritageError(
            "{file} should hold the roles that were chosen before, and cannot be read ({error}). Mend or delete it.",
            file=str(file),
            error=str(error),
        ) from error


def given_roles(rows: Iterable[Sequence[str]]) -> dict[str, str | None]:
    """Name → role, None for none, of the parameter ROLES. HeritageError for a role that no tool knows."""
    return {name: None if role.lower() in NONE else _role(role, name) for name, role in rows if name}


def _role(text: str, name: str) -> str:
    role = own_role(text)
    if role is not None:
        return role
    parts = [part for recipe in deliveries().made_of.values() for part in recipe.every]
    if text in parts:
        return text
    raise HeritageError(
        "ROLES: '{role}' ({name}) is no role. The roles are: {roles}; or none.",
        role=text,
        name=name,
        roles=", ".join([*deliveries().roles, *parts]),
    )


def text_of(chosen: Mapping[str, str | None]) -> str:
    """What is remembered, as the file has it."""
    return json.dumps({KEY: dict(sorted(chosen.items()))}, ensure_ascii=False, indent=1) + "\n"


def full_name(layer: Layer) -> str:
    """The name by which a person's word about a layer is kept: its file, and the layer in it."""
    return f"{layer.called}{BETWEEN}{layer.name}"


def layers_meant(layers: Sequence[Layer], name: str) -> list[int]:
    """The layers that a person means by a name: file and layer, the file below the folder, its name, or the layer's.

    The first of these by which any is found counts.
    """
    wanted = _folded(name)
    forms = (
        lambda one: [full_name(one), f"{os.path.basename(one.called)}{BETWEEN}{one.name}"],
        lambda one: [one.called],
        lambda one: [os.path.basename(one.called), Path(one.called).stem],
        lambda one: [one.name, *one.other_names],
    )
    for form in forms:
        found = [place for place, layer in enumerate(layers) if wanted in map(_folded, form(layer))]
        if found:
            return found
    return []


def by_hand(
    layers: Sequence[Layer], given: Mapping[str, str | None], before: Mapping[str, str | None]
) -> tuple[dict[int, str | None], list[Note]]:
    """Layer → role or None, by what is said now and was said before, and what is to be said of it.

    HeritageError where what is said now means no layer or several, or gives one role to two.
    """
    out: dict[int, str | None] = {}
    now: dict[int, str | None] = {}
    notes = []
    for name, role in before.items():
        places = layers_meant(layers, name)
        if len(places) == 1:
            out[places[0]] = role
        elif name not in given:
            notes.append(
                Note(
                    "{name} was given the role {role} before, and is not among the layers now.",
                    {"name": name, "role": role or "-"},
                    warning=True,
                )
            )
    for name, role in given.items():
        places = layers_meant(layers, name)
        if len(places) != 1:
            raise _no_single(name, [layers[one] for one in places], layers)
        now[places[0]] = role
    kept = {place: role for place, role in out.items() if place not in now and role not in {*now.values()} - {None}}
    out = kept | now
    _refuse_twice(layers, out)
    return out, notes


def _refuse_twice(layers: Sequence[Layer], chosen: Mapping[int, str | None]) -> None:
    by_role: dict[str, int] = {}
    for place, role in chosen.items():
        if role is not None and by_role.setdefault(role, place) != place:
            raise HeritageError(
                "ROLES: {first} and {second} are both given the role {role}. Choose one of them.",
                first=layers[by_role[role]].called,
                second=layers[place].called,
                role=role,
            )


def _no_single(name: str, found: Sequence[Layer], layers: Sequence[Layer]) -> HeritageError:
    if found:
        return HeritageError(
            "ROLES: {name} means several layers: {layers}. Write the file and the layer, as file|layer.",
            name=name,
            layers=listed([full_name(one) for one in found]),
        )
    return HeritageError(
        "ROLES: there is no file or layer {name}. There are: {layers}.",
        name=name,
        layers=listed([one.called for one in layers]) or "-",
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\\", "/").strip().casefold()

"""What cannot be replaced is refused before any work is done for it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.errors import HeritageError
from .box import companions
from .held import in_main_thread, layers_on, patiently, same_file

if TYPE_CHECKING:
    from qgis.core import QgsProject


def refuse(
    parameter: str, places: Iterable[Path], project: QgsProject | None, own: Collection[str] = frozenset()
) -> None:
    """HeritageError when one of the files cannot be replaced, as far as that can be known beforehand.

    Files that only the layers of the open project hold are no obstacle: `move` makes those let go. Neither are those in
    `own`, by `same_file`, which the run itself reads.
    """
    places = [one for one in places if os.path.lexists(one)]
    if not places:
        return
    held = in_main_thread(lambda: _held_by_layers(parameter, project, places), list)
    for place in places:
        for one in (place, *companions(place)):
            _refuse_kind(parameter, one)
            if (one == place and not os.access(one, os.W_OK)) or _is_anothers(one):
                raise HeritageError(
                    "{parameter}: {file} is write-protected or belongs to somebody else, so it cannot be replaced. "
                    "Remove the protection, or choose another name.",
                    parameter=parameter,
                    file=str(one),
                )
        if same_file(place) not in held and same_file(place) not in own:
            _refuse_open(parameter, (place, *companions(place)))


def _refuse_kind(parameter: str, one: Path) -> None:
    if one.is_symlink():
        raise HeritageError(
            "{parameter}: {file} is a link to {target}. Give the file itself, or choose another name.",
            parameter=parameter,
            file=str(one),
            target=os.readlink(one),
        )
    if one.is_dir():
        raise unwritable(parameter, one, os.strerror(errno.EISDIR))
    if not one.is_file():
        raise HeritageError(
            "{parameter}: {file} is a device, not a file. Choose another name.", parameter=parameter, file=str(one)
        )


def _is_anothers(one: Path) -> bool:
    """Whether the folder lets nobody but the owner rename a file (the sticky bit, as in /tmp)."""
    if os.name == "nt":
        return False
    folder = one.parent.stat()
    return bool(folder.st_mode & stat.S_ISVTX) and os.geteuid() not in (0, folder.st_uid, one.lstat().st_uid)


def _refuse_open(parameter: str, files: Iterable[Path]) -> None:
    for one in files:
        try:
            patiently(_rename_onto_itself, one)
        except OSError as error:
            raise HeritageError(
                "{parameter}: {file} is open in another program, so it cannot be replaced ({error}). Close it there "
                "(QGIS, Excel, a PDF viewer), or choose another name.",
                parameter=parameter,
                file=str(one),
                error=error.strerror or str(error),
            ) from error


def _rename_onto_itself(one: Path) -> None:
    """Changes nothing; on Windows an error when anybody has the file open without allowing it to be renamed."""
    with suppress(FileExistsError, FileNotFoundError):
        os.rename(one, one)


def _held_by_layers(parameter: str, project: QgsProject | None, places: Iterable[Path]) -> list[str]:
    pairs = layers_on(project, places)
    for layer, file in pairs:
        if layer.isEditable():
            raise HeritageError(
                "{parameter}: the layer {layer} of the open project lies in {file} and is being edited. End editing, "
                "or choose another name.",
                parameter=parameter,
                layer=layer.name(),
                file=str(file),
            )
    return [same_file(file) for _, file in pairs]


def unwritable(parameter: str, file: Path, why: str) -> HeritageError:
    """The error of a place where nothing may be written."""
    return HeritageError(
        "{parameter}: {file} cannot be written ({why}). Choose a place where you may write.",
        parameter=parameter,
        file=str(file),
        why=why,
    )


# ---- the plan --------------------------------------------------------------------------------------------------------

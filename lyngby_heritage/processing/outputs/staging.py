"""Files are written into a folder beside their destination, and moved into place together when all are whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.errors import HeritageError
from .box import Box
from .moving import move, recover_alone, steps_for
from .refusal import refuse, unwritable

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from ...core.common.errors import Note


class Staging:
    """The files of one run. Use as a context: what was not committed when it ends is gone without a trace.

    `project` is the open project, or None: its layers let go of files that are replaced.
    """

    def __init__(self, project: QgsProject | None = None) -> None:
        self.project = project
        self.notes: list[Note] = []
        """What the person must know of an earlier run that was killed."""
        self._boxes: dict[Path, Box] = {}  # destination folder → staging folder
        self._looked_at: set[Path] = set()

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_: object) -> None:
        for box in reversed(self._boxes.values()):  # the first one's journal speaks for all
            box.discard()

    def path(self, parameter: str, destination: Path) -> Path:
        """Where to write the file that shall stand at `destination`, an absolute path; HeritageError if none may."""
        folder = destination.parent
        if folder not in self._boxes:
            if not folder.is_dir():
                raise HeritageError(
                    "{parameter}: the folder {folder} does not exist. Make it first, or choose another.",
                    parameter=parameter,
                    folder=str(folder),
                )
            self.notes += recover_alone(folder, self.project)
        if destination not in self._looked_at:
            refuse(parameter, [destination], self.project)
            self._looked_at.add(destination)
        if folder not in self._boxes:
            try:
                self._boxes[folder] = Box.make(folder)
            except OSError as error:
                raise unwritable(parameter, destination, error.strerror or str(error)) from error
        return self._boxes[folder].new / destination.name

    def final(self, text: str) -> str:
        """What a destination that names a staged file is called once it is in place."""
        for folder, box in self._boxes.items():
            if text.startswith(str(box.new)):
                return str(folder) + text[len(str(box.new)) :]
        return text

    def commit(self) -> None:
        """Move every file into place. Should one fail, all are as they were."""
        boxes = list(self._boxes.values())
        if boxes:
            move(boxes, [step for box in boxes for step in steps_for(box)], self.project)

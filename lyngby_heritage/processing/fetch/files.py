"""Fetches an entity of Datafordeleren's Fildownload: finds the file, fetches it, and writes its rows as they are."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCryptographicHash

from ...core.common.errors import HeritageError, Note
from ...core.registers import service_answers as answers
from ...core.registers.service_addresses import Where, file_address, files_address, with_key, without_key
from ...core.registers.service_results import FETCHED, INCOMPLETE, NO_ANSWER, REFUSED, UNKNOWN
from ..collect import zips
from ..collect.forms import CONVERTED, to_geopackage
from ..collect.peek import peek
from ..collect.writing import copy_layer
from .network import ask
from .pages import Written
from .wfs import Came, Wfs

if TYPE_CHECKING:
    from qgis.core import QgsGeometry, QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.errors import Check
    from ...core.registers.services import FetchRules, Service, ServiceLayer
    from .keys import Key

BLOCK = 1 << 20
MOST_PAGES = 200


class Fildownload(Wfs):
    """A register of Fildownload; it is asked as a WFS is, and answers with files."""

    def __init__(
        self,
        service: Service,
        rules: FetchRules,
        key: Key,
        folder: Path,
        check: Check,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        super().__init__(service, rules, key, folder, check)
        self.context, self.feedback = context, feedback
        self.generated: dict[str, str] = {}
        """Entity → when the rows of its file were drawn."""

    def fetch_file(self, layer: ServiceLayer, where: Where, target: Path, table: str, area: QgsGeometry | None) -> Came:
        """Write the newest file of the entity as `table` of the GeoPackage `target`, or say why it is not there."""
        listed = self.listed(layer)
        if isinstance(listed, Came):
            return listed
        files, shown = listed
        chosen = answers.best_file(files, where.code, layer.form, self.rules.smallest_file_bytes)
        if chosen is None:
            why = Note(
                "{count:file is|files are} listed, none of them whole and of the municipality", {"count": len(files)}
            )
            return Came(UNKNOWN, shown, why=why)
        address = file_address(self.service, chosen.name)
        path = self.folder / Path(chosen.name.replace("\\", "/")).name
        answer = ask(with_key(address, self.service.key, self.key.text), self.check, self.key.configuration, path)
        shown = without_key(address)
        if not answer.fine:
            return Came(REFUSED if answer.refused else NO_ANSWER, shown, why=answer.failure)
        why_not = _fault(path, chosen.md5)
        if why_not is not None:
            return Came(INCOMPLETE, shown, why=why_not)
        try:
            written = self.write(path, target, table, area)
        except HeritageError as error:
            return Came(INCOMPLETE, shown, why=Note(error.template, dict(error.values)))
        self.generated[layer.layer] = chosen.generated
        return Came(FETCHED, shown, written.rows, written.rows, written, in_output=True)

    def listed(self, layer: ServiceLayer) -> tuple[list[answers.File], str] | Came:
        """Every file of an entity."""
        files: list[answers.File] = []
        page, pages = 1, 1
        shown = without_key(files_address(self.service.addresses[0], layer, 1))
        while page <= min(pages, MOST_PAGES):
            answer = self.ask(files_address(self.service.addresses[0], layer, page))
            if page > 1 and answer.status == 400:  # past the last page
                break
            if not answer.fine:
                return self.failed(answer, shown)
            try:
                found, pages = answers.files_listed(answer.text)
            except ValueError:
                return self.failed(answer, shown)
            files += found
            page += 1
        return files, shown

    def write(self, path: Path, target: Path, table: str, area: QgsGeometry | None) -> Written:
        """The rows of the one file in a zip, as a layer."""
        member = next(iter(zips.members(path)), None)
        if member is None:
            raise HeritageError("{file} does not hold what its name says.", file=path.name)
        head = peek(path, member)
        if head is not None and head.form in CONVERTED:
            made = to_geopackage(path, member, head.form, target, table, self.check)
            return Written(made.rows, 0, 0, tuple(made.notes))
        file = zips.extract(path, member, self.folder, self.check)
        layer = QgsVectorLayer(str(file), table, "ogr")
        if not layer.isValid():
            raise HeritageError("{file} does not hold what its name says.", file=path.name)
        before = layer.featureCount()
        rows = copy_layer(layer, target, table, self.context, self.feedback, area, self.check)
        return Written(rows, 0, max(0, before - rows))


def _fault(path: Path, md5: str) -> Note | None:
    """What is wrong with a file that came; None where nothing is."""
    if not zipfile.is_zipfile(path):
        return Note("what came is no zip")
    if md5 and md5.lower() != _md5(path):
        return Note("the file's checksum is another than the list says")
    return None


def _md5(path: Path) -> str:
    """The checksum that the service gives its files; it guards against what broke off, not against anybody."""
    digest = QCryptographicHash(QCryptographicHash.Algorithm.Md5)
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.addData(block)
    return bytes(digest.result().toHex().data()).decode("ascii")

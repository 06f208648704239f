"""Fetches a layer of a WFS: by the name it has today, page by page, and only when it is whole."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.errors import HeritageError, Note
from ...core.registers import service_answers as answers
from ...core.registers.service_addresses import (
    Where,
    capabilities_address,
    count_address,
    description_address,
    page_address,
    with_key,
    without_key,
)
from ...core.registers.service_results import (
    FETCHED,
    INCOMPLETE,
    NO_ANSWER,
    NO_SUCH_LAYER,
    NONE_HERE,
    REFUSED,
    UNKNOWN,
)
from ..collect.layer_writer import LayerWriter
from ..collect.shapes import DANISH_CRS, Shapes
from .network import ask
from .pages import Pages, Wanted, write_pages

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from ...core.registers.services import FetchRules, Service, ServiceLayer
    from .keys import Key
    from .network import Answer
    from .pages import Written

MOST_PAGES = 10_000
SECOND = 0.1


@dataclass(frozen=True)
class Came:
    """What came of a layer."""

    result: str
    address: str = ""
    matched: int | None = None
    returned: int | None = None
    written: Written | None = None
    why: Note | None = None
    in_output: bool = False
    """Whether the layer stands in the output, with or without rows."""


@dataclass(frozen=True)
class _Server:
    """One address of a service that answers, and the layers it has."""

    address: str
    names: list[str]


class Wfs:
    """A service and what it has said of itself so far."""

    def __init__(self, service: Service, rules: FetchRules, key: Key, folder: Path, check: Check) -> None:
        self.service, self.rules, self.key = service, rules, key
        self.folder, self.check = folder, check
        self._server: _Server | Came | None = None

    def fetch(self, layer: ServiceLayer, where: Where, wanted: Wanted, target: Path, table: str) -> Came:
        """Write the layer as `table` of the GeoPackage `target`, or say why it is not there."""
        server = self.server()
        if isinstance(server, Came):
            return server
        name = answers.same_layer(layer.layer, server.names)
        shown = without_key(page_address(self.service, layer, name or layer.layer, server.address, where, 0))
        if name is None:
            return Came(NO_SUCH_LAYER, shown)
        count = self.ask(count_address(self.service, layer, name, server.address, where))
        matched = answers.matched(count.text) if count.fine else None
        if matched == 0:
            return self.nothing(layer, name, server, shown, target, table)
        came = self.pages(layer, name, server.address, where, shown, matched)
        if isinstance(came, Came):
            return came
        if matched is None and not came.rows:
            return self.nothing(layer, name, server, shown, target, table)
        try:
            written = write_pages(came, target, table, wanted, self.check)
        except HeritageError as error:
            return Came(INCOMPLETE, shown, matched, came.rows, why=Note(error.template, dict(error.values)))
        return Came(FETCHED, shown, matched, came.rows, written, in_output=True)

    def server(self) -> _Server | Came:
        """The first address that answers, with its layers; else why none does. Asked once."""
        if self._server is None:
            self._server = self._find()
        return self._server

    def _find(self) -> _Server | Came:
        failed = Came(NO_ANSWER)
        for number, address in enumerate(self.service.addresses):
            asked = capabilities_address(self.service, address)
            answer = self.ask(asked)
            names = answers.feature_types(answer.text) if answer.fine else []
            if names:
                return _Server(address, names)
            if number == 0:
                failed = self.failed(answer, without_key(asked))
        return failed

    def ask(self, address: str) -> Answer:
        """What an address answers, asked once more after a while where it fails."""
        asked = with_key(address, self.service.key, self.key.text)
        answer = ask(asked, self.check, self.key.configuration)
        if not answer.fine and (answer.status is None or answer.status >= 500 or answer.refused):
            self.wait()
            answer = ask(asked, self.check, self.key.configuration)
        return answer

    def wait(self) -> None:
        until = time.monotonic() + self.rules.wait_s
        while time.monotonic() < until:
            self.check()
            time.sleep(SECOND)

    def failed(self, answer: Answer, shown: str, matched: int | None = None, returned: int | None = None) -> Came:
        """What an answer that is no data means. What a service says that was asked with a key is never repeated."""
        if answer.refused:
            return Came(REFUSED, shown, matched, returned, why=answer.failure)
        if answer.failure is not None:
            result = INCOMPLETE if returned else NO_ANSWER
            return Came(result, shown, matched, returned, why=answer.failure)
        if answers.is_web_page(answer.text):
            return Came(NO_ANSWER, shown, matched, returned, why=Note("a web page came in place of data"))
        said = answers.exception(answer.text)
        if said and not self.key:
            return Came(NO_ANSWER, shown, matched, returned, why=Note("the service says: {said}", {"said": said}))
        if said is not None:
            return Came(NO_ANSWER, shown, matched, returned, why=Note("the service reports an error"))
        return Came(NO_ANSWER, shown, matched, returned, why=Note("the answer is no data"))

    def pages(
        self, layer: ServiceLayer, name: str, address: str, where: Where, shown: str, matched: int | None
    ) -> Pages | Came:
        """All pages of the rows; what is not whole, or not told apart, is none."""
        pages = Pages()
        ending = ".json" if "json" in self.service.format.lower() else ".gml"
        for number in range(MOST_PAGES):
            answer = self.ask(page_address(self.service, layer, name, address, where, pages.rows))
            if not answer.fine or answers.exception(answer.text) is not None or answers.is_web_page(answer.text):
                return self.failed(answer, shown, matched, pages.rows)
            file = self.folder / f"{self.service.code}_{number:04d}{ending}"
            file.write_bytes(answer.content)
            try:
                pages.add(file, layer.key_field)
            except HeritageError:
                return Came(INCOMPLETE, shown, matched, pages.rows, why=Note("an answer cannot be read as rows"))
            done = pages.rows >= matched if matched is not None else pages.last < max(1, self.service.page)
            if done or not pages.last or not self.service.page:
                break
        return self.whole(pages, matched, shown)

    def whole(self, pages: Pages, matched: int | None, shown: str) -> Pages | Came:
        """The pages where they are all of it and no row is twice."""
        if pages.double:
            why = Note("{count:row|rows} came twice, so others may be missing", {"count": pages.double})
            return Came(INCOMPLETE, shown, matched, pages.rows, why=why)
        if matched is not None and pages.rows != matched:
            why = Note("{rows} of {count:row|rows} came", {"rows": pages.rows, "count": matched})
            return Came(INCOMPLETE, shown, matched, pages.rows, why=why)
        return pages

    def nothing(self, layer: ServiceLayer, name: str, server: _Server, shown: str, target: Path, table: str) -> Came:
        """What no rows mean: nothing here, but only where the service gives something where there is something."""
        if layer.known:
            west, south, east, north = layer.known
            there = Where("0000", (west, south, east, north))
            answer = self.ask(count_address(self.service, layer, name, server.address, there))
            if not (answer.fine and answers.matched(answer.text)):
                why = Note("the service gives nothing where it is known to have something either")
                return Came(UNKNOWN, shown, 0, 0, why=why)
        answer = self.ask(description_address(self.service, name, server.address))
        fields, kind = answers.described(answer.text) if answer.fine else ([], None)
        if not fields:
            return Came(NONE_HERE, shown, 0, 0)
        with LayerWriter(target, table, self.check) as writer:
            writer.begin(fields, None if kind is None else Shapes(kind, DANISH_CRS))
        return Came(NONE_HERE, shown, 0, 0, in_output=True)

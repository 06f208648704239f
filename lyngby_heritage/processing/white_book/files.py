"""The folder that the administration works in: internal, with names, and marked so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from ...core.designation.binding import COUNTED_HERE
from ...core.documents import document_template, word_document
from ...core.plan.word_facts import municipality_called
from ...core.registers.registration import PUBLIC_CONCEPTS as PUBLIC
from ...core.tables.table import Imprint, Table
from ...core.tables.workbook import workbook_bytes
from ...core.white_book.annex import APART_CONCEPTS, CALLED, counts_more, kinds_apart
from ...core.white_book.notice_list import (
    Standing,
    adopted_buildings,
    adopted_standing,
    authorities_row,
    bound_properties,
    notice_list,
    notice_table,
    unbound_rows,
)
from ...core.white_book.participants import participants, told_to
from ...core.white_book.text import participant_text, white_book_text
from ...core.white_book.working_table import working_rows, working_table
from ..outputs.folder_contents import NAME, own_contents, write_contents
from ..tools.compare_designations_report import report_html
from .inputs import has_environments, known_buildings, package_of
from .working_layer import write_working_layer

if TYPE_CHECKING:
    from ...core.comparison.compare import Side
    from ..export.folder import PackageFolder
    from ..inputs.designation_layer import DesignationLayer

README = "LAES_MIG.txt"
TABLE, LAYER, BOOK, CHANGES = "arbejdsskema.xlsx", "arbejdsskema.gpkg", "hvidbog_intern.docx", "bilag_aendringer.html"
NOTICE, PAGES = "underretning_paragraf_31.xlsx", "deltagere"
WORDS = {
    TABLE: "Skemaet, som forvaltningen arbejder i, med plads til resumé, vurdering, konsekvens og beslutning",
    LAYER: "Det samme som lag til QGIS, med formular; ret enten her eller i regnearket",
    BOOK: "Hvidbogen med navne og svarenes fulde ordlyd: må ikke offentliggøres",
    NOTICE: "Hvem der skal underrettes, når planen er vedtaget: ejere, og de, der svarede inden fristen; "
    "myndigheder og foreninger tages fra høringens liste over andre parter",
    CHANGES: "Bilag til hvidbogen: hvad der er ændret i udpegningen, bygning for bygning",
    PAGES: "Hvad blev der af dit svar? Én side til hver, der har svaret",
    README: "Hvad mappen er, og hvem der må se den",
}
LETTER = "hoeringsbrev"
"""The template of letters to citizens, which these pages are."""
INTERNAL = ("Kommunens egen udgave", "Kommunens egen udgave: må ikke offentliggøres.")
WARNING = (
    "Mappen indeholder navne og svar fra borgere. Den er kommunens egen og må ikke offentliggøres.\r\n"
    "Læg den, hvor kun sagens medarbejdere har adgang, og slet den, når kommunens regler siger det.\r\n\r\n"
    "De offentlige udgaver af hvidbogen (Word-filen og hjemmesiden) er skrevet uden privatpersoners navne. Læs dem,\r\n"
    "før de offentliggøres: et resumé eller en vurdering kan omtale nogen, som værktøjet ikke kender.\r\n\r\n"
    "Laget med beslutninger og laget med de udpegede bygninger er kommunens egne, også når de ligger ved siden af\r\n"
    "hvidbogen, og må ikke offentliggøres: de kan have bygninger, som registret ikke offentliggør, og kilder til\r\n"
    "beslutninger, som er personer.\r\n\r\n"
)


class FolderFiles:
    """Writes the folder of one run."""

    names = (TABLE, LAYER, BOOK, NOTICE, CHANGES, README, NAME)

    def __init__(self, run: Any, folder: PackageFolder) -> None:
        self.run = run
        self.folder = folder

    def earlier(self) -> dict[str, str]:
        """The files that an earlier run wrote here, as it left them. HeritageError for another tool's folder."""
        return own_contents(self.folder.parameter, self.folder.path, WORDS)

    def write(self, work: Path) -> None:
        """Write everything into the folder's staged place; `work` is for what QGIS keeps open."""
        run, staged = self.run, Path(self.folder.staged)
        rows = working_rows(run.answers, run.found, run.known, run.hearing.end)
        imprint = Imprint(
            run.hearing.heading, "Kommunens egen udgave: må ikke offentliggøres", None, municipality_called()
        )
        (staged / TABLE).write_bytes(workbook_bytes([working_table(rows)], run.check, imprint))
        (staged / NOTICE).write_bytes(workbook_bytes([self.notice()], run.check, imprint))
        write_working_layer(work / LAYER, rows, self.places(), run.crs, run.check)
        (staged / LAYER).write_bytes((work / LAYER).read_bytes())
        book = run.book(False)
        text = white_book_text(book, run.hearing)
        (staged / BOOK).write_bytes(word_document(text, document_template(), run.facts(*INTERNAL), run.check))
        self.pages(staged / PAGES, book)
        if run.comparison is not None:
            layers = [
                (one.source, len(one.table), one.table.fields.get("building_id")) for one in (run.layer, run.later)
            ]
            html = report_html(run.comparison, layers, [], None, CALLED, self.counted_too())
            (staged / CHANGES).write_text(html, encoding="utf-8")
        listed = "\r\n".join(f"{name}: {words}." for name, words in WORDS.items() if (staged / name).exists())
        (staged / README).write_text(WARNING + listed + "\r\n", encoding="utf-8-sig", newline="")
        write_contents(staged, WORDS)

    def counted_too(self) -> str:
        """What the annex says of the buildings that it counts and the plan's documents do not, "" without any."""
        run = self.run
        sides = ((run.layer, run.before), (run.later, run.after))
        more = [counts_more({one: layer.more[one] for one in APART_CONCEPTS}, side.withheld) for layer, side in sides]
        return COUNTED_HERE if any(more) else ""

    def notice(self) -> Table:
        """Whom to notify: by the designation after the hearing, where it was given."""
        run = self.run
        known, standing = run.known, _standing(run.layer, run.before)
        source = run.layer.source
        if run.after is not None:
            later = known_buildings(run.later, run.after)
            tells = [any(run.later.positions[one] is not None for one in names) for names in (APART_CONCEPTS, PUBLIC)]
            standing = adopted_standing(standing, known, _standing(run.later, run.after), later, tells)
            known = adopted_buildings(known, later)
            if package_of(run.later.source, run.context) is not None:
                source = run.later.source
        bound = bound_properties(known, standing.bound.tolist())
        environments = has_environments(source, run.context)
        listed = notice_list(run.answers, run.owner_rows, bound, run.hearing.end, environments)
        unbound = unbound_rows(standing) if run.owner_rows is not None else []
        return notice_table([*listed, *unbound, authorities_row()])

    def pages(self, folder: Path, book: Any) -> None:
        """A page for each participant, named by the number of the first answer and by nobody's name."""
        run = self.run
        folder.mkdir()
        facts = {**run.facts("", ""), "dokument": "Hvad blev der af dit svar?"}
        template = document_template(LETTER)
        for number, one in enumerate(participants(run.answers), start=1):
            run.check()
            name = one.name or f"Afsender af svar {one.answers[0].label}"
            answers = told_to(one, book, run.found, run.known, run.outcomes)
            text = participant_text(name, answers, run.hearing)
            file = folder / f"{number:04d}_svar_{_safe(one.answers[0].label)}.docx"
            file.write_bytes(word_document(text, template, facts, run.check))

    def places(self) -> list[bytes | None]:
        """Where each point belongs on the map: in the middle of the buildings that it is about."""
        run = self.run
        made: list[bytes | None] = []
        for _, point in run.answers.points():
            shapes = run.known.places[list(run.found[point.row].rows)]
            there = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
            centre = shapely.centroid(shapely.multipoints(shapely.centroid(there))) if len(there) else None
            made.append(None if centre is None else shapely.to_wkb(centre))
        return made


def _standing(layer: DesignationLayer, side: Side) -> Standing:
    """How the buildings of a layer stand in the plan made of it."""
    apart = np.array([bool(one) for one in kinds_apart({one: layer.more[one] for one in APART_CONCEPTS})], dtype=bool)
    withheld = side.withheld if len(side.withheld) else np.zeros(len(side), dtype=bool)
    return Standing(side.designated == 1, apart, withheld)


def _safe(label: str) -> str:
    keep: Callable[[str], bool] = lambda one: one.isalnum() or one in "-_"  # noqa: E731
    return "".join(one if keep(one) else "-" for one in label)

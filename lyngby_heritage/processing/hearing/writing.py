"""Writes the folder of a hearing: lists, letters, the account, and what the folder says of itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.documents import blanks_in, document_template, word_document
from ...core.hearing.letters import FOLDER, Writer, file_names
from ...core.hearing.lists import account_tables, digital_table, hearing_list, near_table, print_table
from ...core.hearing.statement import hearing_statement, read_me
from ...core.tables.danish_csv import BOM, csv_bytes
from ...core.tables.table import Imprint
from ...core.tables.workbook import workbook_bytes
from ..export.folder import sha256
from ..outputs.own_files import listed_files

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from ...core.hearing.account import Account
    from ...core.hearing.letters import About

TEMPLATE = "hoeringsbrev"
LIST_XLSX, LIST_CSV = "hoeringsliste.xlsx", "hoeringsliste.csv"
DIGITAL, PRINT = "digital_post.csv", "trykkes.csv"
ACCOUNT, STATEMENT = "hoering_regnskab.xlsx", "hoering_redegoerelse.docx"
NEAR, README, FILES = "naboer_at_tage_stilling_til.csv", "LAES_MIG.txt", "filer.csv"
ALWAYS = (LIST_XLSX, LIST_CSV, DIGITAL, PRINT, ACCOUNT, STATEMENT, README)
HEADINGS = ["fil", "sha256"]
"""Of the list of files."""
TOLD_EVERY = 100
"""Letters between two steps of the progress."""


def write_hearing(
    staged: Path,
    account: Account,
    about: About,
    reasons: Mapping[str, str],
    withheld: int,
    check: Check,
    progress: Callable[[float], None],
) -> int:
    """Write all files; returns the most blanks that a letter leaves to a person. `withheld` as of `read_package`.

    How many it leaves depends on what it tells: an owner's letter has some that an authority's has not.
    """
    writer = Writer(about)
    imprint = Imprint(about.plan, "Må ikke offentliggøres: listen har navne og adresser.", author=about.municipality)
    listed = hearing_list(account, writer)
    (staged / LIST_XLSX).write_bytes(workbook_bytes([listed], check, imprint))
    (staged / LIST_CSV).write_bytes(csv_bytes(listed, check))
    progress(0.1)
    (staged / DIGITAL).write_bytes(csv_bytes(digital_table(account, about), check))
    (staged / PRINT).write_bytes(csv_bytes(print_table(account), check))
    tables = account_tables(account, about.hearing)
    (staged / ACCOUNT).write_bytes(workbook_bytes(tables, check, imprint))
    if account.near:
        (staged / NEAR).write_bytes(csv_bytes(near_table(account, reasons), check))
    progress(0.2)
    facts = {"kommune": about.municipality, "dato": about.made, "tilstand": "", "plannummer": ""}
    template = document_template(TEMPLATE)
    text = hearing_statement(about.plan, account, about.hearing, withheld)
    told = {**facts, "titel": about.plan, "dokument": "Redegørelse for høringen"}
    (staged / STATEMENT).write_bytes(word_document(text, template, told, check))
    facts |= {"titel": about.plan, "dokument": "Høringsbrev"}
    (staged / FOLDER).mkdir()
    blanks = 0
    for letter, name in zip(account.letters, file_names(len(account.letters))):
        if letter.number % TOLD_EVERY == 1:
            check()
            progress(0.2 + 0.8 * letter.number / len(account.letters))
        text = writer.text(letter)
        blanks = max(blanks, blanks_in(text))
        (staged / name).write_bytes(word_document(text, template, facts, check))
    (staged / README).write_bytes((BOM + read_me(about.plan, about.hearing, len(account.letters))).encode("utf-8"))
    _write_files(staged)
    return blanks


def _write_files(staged: Path) -> None:
    """The list of files, by which a later run knows those that nobody has changed since."""
    names = sorted(one.relative_to(staged).as_posix() for one in staged.rglob("*") if one.is_file())
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [HEADINGS, *([name, sha256(staged / name)] for name in names)]
    )
    (staged / FILES).write_bytes((BOM + text.getvalue()).encode("utf-8"))


def earlier_files(folder: Path) -> dict[str, str]:
    """The files that an earlier run wrote into a folder: name → SHA-256."""
    return listed_files(folder / FILES, HEADINGS)

"""The list that a tool leaves of its own files, by which a later run knows those that nobody has changed since.

Loads without the libraries that the tools need: the sample's tool asks it when it is listed.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path


def listed_files(listing: Path, headings: Sequence[str]) -> dict[str, str]:
    """Name → SHA-256 of the files in a list under these headings, the name first and the checksum last.

    {} where there is no such list: another file of the name says nothing of ours.
    """
    if not listing.is_file():
        return {}
    with open(listing, encoding="utf-8-sig", newline="", errors="replace") as file:
        rows = list(csv.reader(file, delimiter=";"))
    if not rows or rows[0] != list(headings):
        return {}
    return {row[0]: row[-1] for row in rows[1:] if len(row) == len(headings)}

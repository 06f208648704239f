"""The printed pages of a workbook: paper, what stands above and below the rows, and which columns are on them."""

from __future__ import annotations

from html import escape

from ..common.dates import danish_date
from .table import Imprint, Table, printable

A3 = 8
"""The paper, as SpreadsheetML numbers it."""
LONGEST = 255
"""Characters above or below the rows, codes included; Excel calls a file with more damaged."""
SHORT = 90
"""Characters of a note that stand above the rows with all the rest."""
SEE = "Læs arket »Om listen«."

_PAGE = "&R&9Side &P af &N"


def page_setup(table: Table, imprint: Imprint) -> str:
    """The end of a sheet: margins in inches, paper, and what stands above and below the rows of each page."""
    above, above_first, below = (escape(one, quote=False) for one in around_rows(table, imprint))
    return (
        '<pageMargins left="0.5" right="0.5" top="0.95" bottom="0.65" header="0.35" footer="0.3"/>'
        f'<pageSetup paperSize="{A3}" orientation="landscape" fitToHeight="0"/>'
        f'<headerFooter differentFirst="1"><oddHeader>{above}</oddHeader><oddFooter>{below}</oddFooter>'
        f"<firstHeader>{above_first}</firstHeader><firstFooter>{below}</firstFooter></headerFooter>"
    )


def around_rows(table: Table, imprint: Imprint) -> tuple[str, str, str]:
    """What stands above the rows, above those of the first page, and below them, in the codes of header and footer.

    The first page says in full what the list is, how far, and what is to be known of it, or where that stands; below
    each page stands how far, and of which day.
    """
    made = f"Listen er dannet {danish_date(imprint.made)}." if imprint.made is not None else ""
    state = imprint.state if not imprint.state or imprint.state.endswith((".", "!", "?")) else f"{imprint.state}."
    known = table.note if len(table.note) <= SHORT else SEE if table.note else ""
    told = " ".join(one for one in (state, known) if one)
    first = [("&L&B&14", table.title, "&B"), ("\n&10", imprint.title, ""), ("\n&10", told, "")]
    others = [("&L&B&10", table.title, "&B"), (" · ", imprint.title, "")]
    below = [("&L&9", " ".join(one for one in (state, made) if one), "")]
    return _said(others, ""), _said(first, ""), _said(below, _PAGE)


def _said(parts: list[tuple[str, str, str]], end: str) -> str:
    """Texts between their codes, and the end; the longest text is cut until all of it is no longer than it may be."""
    shown = [(before, _literal(text), after) for before, text, after in parts if _literal(text)]
    while True:
        whole = "".join(before + _apart(before, text) + after for before, text, after in shown) + end
        if len(whole) <= LONGEST:
            return whole
        place = max(range(len(shown)), key=lambda one: len(shown[one][1]))
        before, text, after = shown[place]
        shown[place] = (before, _shorter(text), after)


def _literal(text: str) -> str:
    """A text on one line in which nothing is a code."""
    return " ".join(printable(text).split()).replace("&", "&&")


def _shorter(text: str) -> str:
    """A text without its last letter, an ellipsis in its place; a doubled & goes whole."""
    text = text.removesuffix("…")
    return text[: -2 if text.endswith("&&") else -1].rstrip() + "…"


def _apart(code: str, text: str) -> str:
    """A text behind the size of its letters, which a digit would change."""
    return f" {text}" if text[:1].isdigit() and code[-1:].isdigit() else text

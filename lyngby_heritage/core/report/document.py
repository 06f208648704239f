"""A document as one HTML page that needs nothing besides itself, from the text that its Word file is made of."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.errors import Check, never_cancelled
from ..documents.html_blocks import html_of
from ..documents.markdown import read_markdown
from .page import render_page

TEMPLATE = "document.html.j2"
ACCENT = "#7c2320"


@dataclass(frozen=True)
class DocumentPage:
    """What the template shows."""

    title: str
    kicker: str
    made_at: str
    content: str
    """HTML in which every text is escaped."""


def document_page(markdown: str, title: str, kicker: str, made_at: str, check: Check = never_cancelled) -> str:
    """The page. `title` stands for the text's own; `kicker` is the line above it, such as what the document is."""
    content = html_of(read_markdown(markdown, check), check)
    return render_page(TEMPLATE, {"report": DocumentPage(title, kicker, made_at, content), "accent": ACCENT})

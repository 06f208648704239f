"""The card as Qt shows rich text: its words, with links to the neighbours."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from urllib.parse import quote, unquote

from ..core.designation.chosen_values import designation_texts
from ..core.plan.card import DECISION, NEIGHBOURS, UNKNOWN, Card, Section
from ..core.plan.card_line import Line

SCHEME = "bygning:"
"""What the address of a link to another building begins with."""
NOTES = {DECISION: "#fff0c4", UNKNOWN: "#f1ede4"}
"""Sections that stand on a ground of their own."""


def card_html(card: Card, linked: Collection[str] = ()) -> str:
    """The card; neighbours whose ids are `linked` can be clicked."""
    accent = designation_texts()["accent"]
    story = f"<p><i>{_text(card.story)}</i></p>" if card.story else ""
    return (
        f'<p style="color:#6b655c; margin-bottom:0">{_text(card.kind)}</p>'
        f'<h2 style="margin-top:0; margin-bottom:4px">{_text(card.title)}</h2>'
        f'<p><b style="color:{accent}">{_text(card.verdict)}</b> {_text(card.ground)}</p>{story}'
        + "".join(_section(one, linked) for one in card.sections)
    )


def link_to(id_: str, text: str) -> str:
    """A link to the card of a building."""
    return f'<a href="{SCHEME}{quote(id_)}">{_text(text)}</a>'


def id_of_link(address: str) -> str | None:
    """The building that a link leads to, None for another link."""
    return unquote(address.removeprefix(SCHEME)) if address.startswith(SCHEME) else None


def _section(section: Section, linked: Collection[str]) -> str:
    rows, sentences = [], []
    for line in section.lines:
        if line.name:
            rows.append(_row(line, section.key == NEIGHBOURS and line.key in linked))
        else:
            sentences.append(f'<p style="margin:2px 0">{_text(line.text)}</p>')
    table = f'<table cellpadding="2" width="100%">{"".join(rows)}</table>' if rows else ""
    inside = f'<h4 style="margin-bottom:2px">{_text(section.title)}</h4>{"".join(sentences)}{table}'
    ground = NOTES.get(section.key)
    return (
        f'<table width="100%" bgcolor="{ground}" cellpadding="6"><tr><td>{inside}</td></tr></table>'
        if ground
        else inside
    )


def _row(line: Line, linked: bool) -> str:
    name = link_to(line.key, line.name) if linked else _text(line.name)
    return f'<tr><td width="34%" style="color:#6b655c">{name}</td><td>{_text(line.text)}</td></tr>'


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")

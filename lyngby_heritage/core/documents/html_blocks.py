"""Writes a document's blocks as HTML, for a page that needs nothing besides itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from ..common.errors import Check, never_cancelled
from .blocks import Block, Bullet, Contents, Heading, Notice, PageBreak, Paragraph, Table, Text, plain

LONG = 12
"""Rows from which a table may be broken in print."""

_NOT_IN_NAME = re.compile(r"[^\w]+")


def html_of(blocks: Sequence[Block], check: Check = never_cancelled) -> str:
    """The blocks but for the title (a heading of level 1), which the page has of its own."""
    names = _names(blocks)
    made: list[str] = []
    for is_list, group in groupby(enumerate(blocks), key=lambda one: isinstance(one[1], Bullet)):
        check()
        if is_list:
            made.append(
                f"<ul>{''.join(f'<li>{_text(one.text)}</li>' for _, one in group if isinstance(one, Bullet))}</ul>"
            )
        else:
            for place, one in group:
                made += _block(one, names.get(place, ""), blocks, names)
    return "\n".join(made)


def _names(blocks: Sequence[Block]) -> dict[int, str]:
    """Position of each heading below the title → the name that a link leads to."""
    taken: set[str] = set()
    names = {}
    for place, one in enumerate(blocks):
        if isinstance(one, Heading) and one.level > 1:
            name = _NOT_IN_NAME.sub("-", plain(one.text).casefold()).strip("-") or "afsnit"
            while name in taken:
                name += "-"
            taken.add(name)
            names[place] = name
    return names


def _block(one: Block, name: str, blocks: Sequence[Block], names: dict[int, str]) -> Iterator[str]:
    if isinstance(one, Heading) and one.level > 1:
        level = min(one.level, 4)
        yield f'<h{level} id="{escape(name)}">{_text(one.text)}</h{level}>'
    elif isinstance(one, Paragraph):
        number = f"<strong>{escape(one.number)}</strong> " if one.number else ""
        yield f"<p>{number}{_text(one.text)}</p>"
    elif isinstance(one, Notice):
        yield f'<div class="note">{html_of(one.blocks)}</div>'
    elif isinstance(one, Table):
        yield _table(one)
    elif isinstance(one, Contents):
        entries = [
            f'<li><a href="#{escape(names[place])}">{_text(head.text)}</a></li>'
            for place, head in enumerate(blocks)
            if isinstance(head, Heading) and head.level == 2
        ]
        listed = f'<ol style="list-style: none; padding-left: 0">{"".join(entries)}</ol>'
        yield f'<nav aria-labelledby="indhold"><h2 id="indhold">Indhold</h2>{listed}</nav>'
    elif isinstance(one, PageBreak):
        yield '<div style="break-before: page"></div>'


def _table(one: Table) -> str:
    looks = [' class="n"' if right else "" for right in one.right]
    head = "".join(f'<th scope="col"{look}>{_text(cell)}</th>' for cell, look in zip(one.headings, looks))
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{look}>{_text(cell)}</td>" if place else f'<th scope="row"{look}>{_text(cell)}</th>'
            for place, (cell, look) in enumerate(zip(row, looks))
        )
        + "</tr>"
        for row in one.rows
    )
    label = escape(plain(one.headings[0]) if one.headings else "")
    long = " long" if len(one.rows) > LONG else ""
    return (
        f'<div class="scroll{long}" tabindex="0" role="region" aria-label="Tabel: {label}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _text(text: Text) -> str:
    made = []
    for span in text:
        letters = escape(span.text).replace("\n", "<br>")
        letters = f"<mark>{letters}</mark>" if span.blank else letters
        letters = f"<em>{letters}</em>" if span.italic else letters
        made.append(f"<strong>{letters}</strong>" if span.bold else letters)
    return "".join(made)

"""The white book and the page to each participant as text, which `documents` makes Word files and pages of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import select_autoescape

from ..common.data import load
from ..common.dates import danish_date
from ..common.law import with_citations
from ..common.templates import templates_of
from ..common.wording import capitalised, names_joined, number, plain_plural, plain_spaces
from ..documents import blanks_in
from ..documents.markdown_text import markdown
from .answers import RULES
from .book import Book, Entry

BOOK, PAGE = "hvidbog.md.j2", "hvad_blev_der_af_dit_svar.md.j2"
DOCUMENT = "Hvidbog"
MOST_NAMED = 8
"""Buildings that a sentence names."""
LONGEST_QUOTE = 700
"""Letters of an answer that its page quotes."""


@dataclass(frozen=True)
class Hearing:
    """What the hearing was about, and when. Texts are "" where nothing is known."""

    heading: str
    """What the plan is called."""
    start: datetime.date | None = None
    end: datetime.date | None = None
    web_address: str = ""

    @property
    def period(self) -> str:
        """' fra den 1. marts 2027 til den 30. april 2027', "" where no day is known."""
        told = [f"{word} den {danish_date(day)}" for word, day in (("fra", self.start), ("til", self.end)) if day]
        return "".join(f" {one}" for one in told)


@dataclass(frozen=True)
class Told:
    """A point on a participant's page: the entry, and what became of the buildings that it is about."""

    entry: Entry
    about: Sequence[str]
    """What the page calls the buildings: as people outside the administration know them."""
    outcomes: Sequence[str] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.entry, name)


@dataclass(frozen=True)
class AnswerTold:
    """One answer on its sender's page."""

    label: str
    entries: Sequence[Told]


def consequence_words() -> dict[str, str]:
    """What each code of `konsekvens` is called, "" that of none."""
    rules = load(RULES)
    return {**rules["consequences"], "": rules["no_consequence"]}


def white_book_text(book: Book, hearing: Hearing) -> str:
    """The book as Markdown."""
    context = {
        **_common(hearing),
        "bog": book,
        "tal": book.summary,
        "frist": danish_date(hearing.end) if hearing.end else "",
        "ikke_hoert": _not_heard(book.added),
    }
    return _rendered(BOOK, context)


def _not_heard(buildings: Sequence[str]) -> str:
    """What is to be settled of buildings that are designated first after the hearing; "" where there is none."""
    if not buildings:
        return ""
    called = names_joined(buildings) if len(buildings) <= MOST_NAMED else f"{number(len(buildings))} bygninger"
    text = load(RULES)["not_heard"]["one" if len(buildings) == 1 else "many"]
    return plain_spaces(with_citations(text).format(bygninger=called))


def participant_text(name: str, answers: Sequence[AnswerTold], hearing: Hearing) -> str:
    """The page 'Hvad blev der af dit svar?' of one sender, as Markdown."""
    return _rendered(PAGE, {**_common(hearing), "navn": name, "svar": answers, "hvidbog": hearing.web_address})


def _common(hearing: Hearing) -> dict[str, Any]:
    return {"overskrift": hearing.heading, "periode": hearing.period, "konsekvens": consequence_words()}


def _rendered(name: str, context: Mapping[str, Any]) -> str:
    # No HTML: what is data goes through the filter `md` here.
    jinja = templates_of("templates", autoescape=select_autoescape(), keep_trailing_newline=True)
    filters: dict[str, Callable[..., object]] = {
        "md": markdown,
        "stort": capitalised,
        "opregnet": names_joined,
        "tal": plain_plural,
        "antal": lambda count: plain_spaces(number(count)),
        "dato": danish_date,
        "afsnit": paragraphs,
        "begyndelse": beginning,
    }
    jinja.filters.update(filters)
    template = jinja.get_template(name)
    # The first page says how many blanks the text has; the sentence itself has none.
    count = blanks_in(template.render({**context, "felter": ""}))
    return template.render({**context, "felter": plain_plural(count, "felt", "felter", "ingen felter")})


def paragraphs(text: str) -> list[str]:
    """The paragraphs of what somebody wrote, each safe in Markdown."""
    return [safe for one in re.split(r"\n\s*\n|\r\n?|\n", text) if (safe := markdown(one))]


def beginning(text: str) -> str:
    """As much of a text as a page quotes, up to the end of a word."""
    plain = " ".join(text.split())
    if len(plain) <= LONGEST_QUOTE:
        return plain
    return plain[:LONGEST_QUOTE].rpartition(" ")[0] + " …"

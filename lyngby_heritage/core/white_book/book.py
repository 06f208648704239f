"""The white book: what was said about what, what the administration makes of it, and what was changed."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..common.addresses import WITHHELD, danish_key
from ..common.data import load
from ..common.wording import names_joined
from .answers import CHANGED, MET, PARTLY, RULES, Answer, Answers, Point, senders
from .decided import DecisionRow
from .places import WHOLE_PLAN, Found, Known
from .public import Discreet, is_private, sender_called


@dataclass(frozen=True)
class Entry:
    """One point as it stands in a version of the book."""

    row: int
    """Of the table of answers."""
    label: str
    sender: str
    day: datetime.date | None
    late: bool
    """Whether it came after the deadline."""
    about: Sequence[str]
    """The buildings by what people call them."""
    subject: str
    said: str
    """The summary, or in the internal version the text where there is none; "" where nobody has written one."""
    text: str
    """The whole text, in the internal version only."""
    assessment: str
    consequence: str
    """A code of `konsekvens`, "" where nobody has decided."""
    designate: bool | None
    attachments: str


@dataclass(frozen=True)
class Topic:
    """What was said on one subject."""

    name: str
    entries: Sequence[Entry]


@dataclass(frozen=True)
class ChangeMade:
    """A building of which something changed between the proposal and what came of it, and the answers behind it."""

    name: str
    before: str
    after: str
    reason: str
    row: int = -1
    """Of the buildings that went to the hearing, -1 for one that came later."""
    withheld: bool = False
    labels: Sequence[str] = ()
    """Of the answers on this building that were met or led to a change."""
    added: bool = False
    """Whether it is designated first after the hearing."""
    still: str = ""
    """That a plan in force designates it all the same (`still_designated`), "" where none does or the plan does."""


@dataclass(frozen=True)
class Summary:
    """The counts of the first page."""

    answers: int
    senders: int
    points: int
    late: int
    kinds: Sequence[tuple[str, int]]
    """What the senders are, and how many answers each kind sent; the commonest first."""
    consequences: Sequence[tuple[str, int]]
    """Code of `konsekvens`, "" for none, and how many points."""
    without_place: int
    """Points about no building that was found, and not about the whole plan either."""
    whole_plan: int
    """Points that say themselves that they are about the whole plan."""
    same_text: int
    """Answers whose text another sender sent word for word."""


@dataclass(frozen=True)
class Book:
    """One version of the white book."""

    public: bool
    topics: Sequence[Topic]
    summary: Summary
    changes: Sequence[ChangeMade] = ()
    """Of buildings that an answer is about."""
    other_changes: Sequence[ChangeMade] = ()
    withheld_changes: int = 0
    """Changes on buildings that the register keeps from the public: counted, never named."""
    compared: bool = False
    """Whether the designation afterwards was given."""

    @property
    def entries(self) -> list[Entry]:
        """All of them by the answers' own order."""
        found = [entry for topic in self.topics for entry in topic.entries]
        return sorted(found, key=lambda one: (danish_key(one.label), one.row))

    @property
    def added(self) -> list[str]:
        """The names of the buildings that the proposal which was heard did not designate."""
        return [one.name for one in (*self.changes, *self.other_changes) if one.added]

    @property
    def changed_otherwise(self) -> list[str]:
        """The labels of the answers that changed the plan's text or maps, each once, in the answers' own order."""
        return list(dict.fromkeys(one.label for one in self.entries if one.consequence == CHANGED))

    @property
    def met_otherwise(self) -> list[str]:
        """The labels of the answers that were met without a decision on a designation: nothing tells what changed."""
        told = {*self.changed_otherwise, *(label for change in self.changes for label in change.labels)}
        met = (one for one in self.entries if one.consequence in (MET, PARTLY) and one.designate is None)
        return list(dict.fromkeys(one.label for one in met if one.label not in told))


def white_book(
    answers: Answers,
    found: Mapping[int, Found],
    known: Known,
    discreet: Discreet,
    public: bool,
    deadline: datetime.date | None,
    changes: Sequence[ChangeMade] | None = None,
    decided: Sequence[DecisionRow] = (),
) -> Book:
    """Put a version of the book together.

    `changes` are those of every building whose outcome or ground is another than before, None where no designation
    afterwards was given.
    """
    entries = [
        _entry(answer, point, found[point.row], known, discreet, public, deadline) for answer, point in answers.points()
    ]
    behind = _behind(answers, found, decided)
    mine: list[ChangeMade] = []
    others: list[ChangeMade] = []
    hidden = 0
    for change in changes or ():
        if public and change.withheld:
            hidden += 1
            continue
        made = replace(change, labels=behind.get(change.row, ()))
        (mine if made.labels else others).append(made)
    return Book(
        public=public,
        topics=_topics(entries),
        summary=_summary(answers, found, deadline),
        changes=sorted(mine, key=lambda one: danish_key(one.name)),
        other_changes=sorted(others, key=lambda one: danish_key(one.name)),
        withheld_changes=hidden,
        compared=changes is not None,
    )


def is_late(day: datetime.date | None, deadline: datetime.date | None) -> bool:
    """Whether an answer came after the deadline; one without a date is not said to."""
    return day is not None and deadline is not None and day > deadline


def building_called(row: int, known: Known, public: bool) -> str:
    """What a version calls a building: its address, else by the address it stands beside; internally by its id too."""
    if public and known.withheld[row]:
        return WITHHELD
    if known.addresses[row]:
        return known.addresses[row]
    beside = known.called[row]
    if public:
        return beside or "bygning uden adresse"
    return f"{beside} ({known.ids[row]})" if beside else known.ids[row]


def told_rows(rows: Sequence[int], known: Known) -> list[int]:
    """The buildings of an answer that a text names: not the outhouses that another's address stands for already.

    An answer on a property is about its house and all else on it; one that is about an outhouse alone names that.
    """
    named = {known.properties[row] for row in rows if known.addresses[row] and not known.withheld[row]} - {""}
    return [row for row in rows if known.addresses[row] or known.withheld[row] or known.properties[row] not in named]


def topic_order(name: str) -> tuple[int, object]:
    """What subjects are sorted by: the plan's paragraphs first, the general ones last (`topics`)."""
    rules = load(RULES)
    if name == rules["general"]:
        return (len(rules["topics"]) + 1, danish_key(name))
    low = name.casefold()
    place = next((k for k, words in enumerate(rules["topics"]) if any(word in low for word in words)), None)
    return (len(rules["topics"]) if place is None else place, danish_key(name))


def _entry(
    answer: Answer,
    point: Point,
    found: Found,
    known: Known,
    discreet: Discreet,
    public: bool,
    deadline: datetime.date | None,
) -> Entry:
    said = discreet.text if public else str
    about = list(dict.fromkeys(building_called(row, known, public) for row in told_rows(found.rows, known)))
    if not about and point.place:
        about = [said(point.place)]
    return Entry(
        row=point.row,
        label=answer.label,
        sender=sender_called(answer.sender, answer.kind, public),
        day=answer.day,
        late=is_late(answer.day, deadline),
        about=about,
        subject=said(point.subject) or str(load(RULES)["general"]),
        said=said(point.summary) if public else point.summary,
        text="" if public else point.text,
        assessment=said(point.assessment),
        consequence=point.consequence,
        designate=point.designate,
        attachments="" if public else point.attachments,
    )


def _topics(entries: Sequence[Entry]) -> list[Topic]:
    by_name: dict[str, list[Entry]] = {}
    written: dict[str, str] = {}
    for one in entries:
        key = " ".join(one.subject.casefold().split())
        by_name.setdefault(written.setdefault(key, one.subject), []).append(one)
    return [Topic(name, by_name[name]) for name in sorted(by_name, key=topic_order)]


def _behind(answers: Answers, found: Mapping[int, Found], decided: Sequence[DecisionRow]) -> dict[int, list[str]]:
    """Row of the buildings → the answers on it that led to something."""
    behind: dict[int, list[str]] = {}
    for answer, point in answers.points():
        if point.designate is not None or (point.consequence and point.consequence != "ingen"):
            for row in found[point.row].rows:
                _add(behind, row, answer.label)
    for one in decided:
        for label in one.labels:
            _add(behind, one.row, label)
    return behind


def _add(behind: dict[int, list[str]], row: int, label: str) -> None:
    labels = behind.setdefault(row, [])
    if label not in labels:
        labels.append(label)


def _summary(answers: Answers, found: Mapping[int, Found], deadline: datetime.date | None) -> Summary:
    points = answers.points()
    rules = load(RULES)
    kinds = Counter(
        str(rules["private_called"]) if is_private(one.kind) else one.kind.strip() for one in answers.answers
    )
    consequences = Counter(point.consequence for _, point in points)
    texts = Counter(" ".join(one.text.casefold().split()) for one in answers.answers if one.label not in answers.again)
    return Summary(
        answers=len(answers),
        senders=len(senders(answers)),
        points=len(points),
        late=sum(is_late(one.day, deadline) for one in answers.answers),
        kinds=sorted(kinds.items(), key=lambda one: (-one[1], danish_key(one[0]))),
        consequences=[(code, consequences[code]) for code in (*rules["consequences"], "") if consequences[code]],
        without_place=sum(found[point.row].lost for _, point in points),
        whole_plan=sum(found[point.row].by == WHOLE_PLAN for _, point in points),
        same_text=sum(count for text, count in texts.items() if text and count > 1),
    )


def labels_told(labels: Iterable[str]) -> str:
    """Answers as a text names them: 'svar 3 og 17'."""
    found = list(labels)
    return f"svar {names_joined(found)}" if found else ""

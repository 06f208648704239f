"""The two pages for the council in words: what stands on each, in the order that it stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..common.law import references
from ..common.wording import (
    NBSP,
    NOTHING,
    decimal,
    filled,
    joined,
    number,
    percent,
    share,
    signed,
    storeys,
)
from ..designation.certainty_texts import every_such
from ..designation.chosen_values import texts_of
from ..designation.shown_classes import APART, QUIET
from .choices import Count, Limit, Option, PlotChoice, low_storeys
from .state import ADOPTED, PlanState
from .summary import ClassCount, Summary
from .withheld import withheld_words

TEXTS = "rules/summary.json"


@dataclass(frozen=True)
class Row:
    """A line of a table: its first cell is a text, the others are numbers."""

    cells: tuple[str, ...]
    sign: Mapping[str, Any] | None = None
    """The class of the legend whose sign stands before it."""
    strong: bool = False
    heading: bool = False
    """A line over those of its kind, without numbers."""


@dataclass(frozen=True)
class Table:
    """A table; each row has as many cells as there are heads, a heading one."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Segment:
    """A part of the bar: a class and how many buildings."""

    described: Mapping[str, Any]
    count: int


@dataclass(frozen=True)
class First:
    """The first page."""

    overline: str
    page: str
    state: str
    title: str
    sentence: str
    figures: tuple[tuple[str, str], ...]
    """A number, large, and what it is of."""
    table: Table
    bar: tuple[Segment, ...]
    bar_text: str
    notes: tuple[str, ...]
    map: Mapping[str, str]
    """What stands under the map."""
    signs: int
    """How many buildings the map shows by a sign that is to be seen."""


@dataclass(frozen=True)
class Choice:
    """A question to the council, its answers and what they mean."""

    title: str
    table: Table | None
    texts: tuple[str, ...]
    meaning: str


@dataclass(frozen=True)
class Second:
    """The second page."""

    overline: str
    page: str
    title: str
    leads: tuple[str, ...]
    choices: tuple[Choice, ...]
    uncertain_title: str
    uncertain: tuple[tuple[str, str], ...]
    """What it is about, and the sentence."""


@dataclass
class Words:
    """The texts of the data file, filled in."""

    state: PlanState
    texts: Mapping[str, Any] = field(default_factory=lambda: texts_of(TEXTS))

    def say(self, template: str, **values: Any) -> str:
        """A template with its values; numbers are kept together with their words."""
        return filled(template, values, danish=True)


def first_page(summary: Summary, state: PlanState, title: str, day: str) -> First:
    """What stands on the first page: `title` with the plan's number, `day` in words."""
    words = Words(state)
    texts = words.texts
    return First(
        overline=words.say(texts["overline"], more=day),
        page=words.say(texts["page"], page=1),
        state=state.name,
        title=title,
        # The word itself stands before it, in a box.
        sentence=state.sentence.removeprefix(f"{state.name}. "),
        figures=tuple(_figures(summary, words)),
        table=_class_table(summary, words),
        bar=tuple(
            Segment(one.described, one.assessed)
            for one in summary.classes
            if one.assessed and one.described["key"] not in APART
        ),
        bar_text=words.say(texts["bar"], assessed=summary.assessed),
        notes=tuple(_notes(summary, words)),
        map=texts["map"],
        signs=sum(one.count.buildings for one in summary.classes if one.described["key"] not in QUIET),
    )


def second_page(summary: Summary, state: PlanState, title: str, source: str) -> Second:
    """What stands on the second page; `source` is the line of the maps."""
    words = Words(state)
    texts, law = words.texts, references()
    choices = texts["choices"]
    decided = state.code == ADOPTED
    binding = words.say(choices["binding"], binding=law["binding"])
    leads = [choices["lead"], binding if state.in_force else words.say(choices["interim"], interim=law["interim"])]
    if summary.preserved is not None:
        leads.append(choices["unpreserved_note"])
    return Second(
        overline=words.say(texts["overline"], more=title),
        page=words.say(texts["page"], page=2),
        title=choices["title_decided" if decided else "title"],
        leads=tuple(leads),
        choices=(_fours(summary, words), _uniform(summary, words), _plots(summary, words)),
        uncertain_title=texts["uncertain"]["title"],
        uncertain=tuple(_uncertain(summary, words, source)),
    )


# ---- the first page --------------------------------------------------------------------------------------------------


def _figures(summary: Summary, words: Words) -> Iterator[tuple[str, str]]:
    texts, count, state = words.texts["figures"], summary.designated, words.state
    of = percent(summary.designated_assessed, summary.assessed)
    told = texts["share"] if summary.assessed else texts["share_none"]
    buildings = count.buildings
    yield number(buildings), words.say(texts["designated"], count=buildings, designated=state.is_designated)
    told_of = texts["properties_unknown" if _properties(count) == NOTHING else "properties"]
    yield _properties(count), words.say(told_of, count=count.properties, buildings=buildings)
    yield of, words.say(told, assessed=summary.assessed, designated=state.is_designated)
    yield number(summary.review.buildings), words.say(texts["review"], count=summary.review.buildings)


def _class_table(summary: Summary, words: Words) -> Table:
    texts = words.texts["table"]
    chosen = [one for one in summary.classes if one.designated]
    others = [one for one in summary.classes if not one.designated]
    total = summary.designated
    rows = [Row((words.state.designated_heading,), heading=True), *(_class_row(one, words.state) for one in chosen)]
    if chosen:
        rows.append(Row((texts["total"], number(total.buildings), _properties(total)), strong=True))
    else:
        rows.append(Row((texts["none"], number(0), number(0))))
    if others:
        rows += [Row((texts["others"],), heading=True), *(_class_row(one, words.state) for one in others)]
    return Table(tuple(texts["heads"]), tuple(rows))


def _class_row(one: ClassCount, state: PlanState) -> Row:
    name, count = state.class_name(one.described), one.count
    return Row((name, number(count.buildings), _properties(count)), sign=one.described)


def _properties(count: Count) -> str:
    """How many properties the buildings stand on; nothing is told where that of none of them is known."""
    return NOTHING if count.on_none and not count.properties else number(count.properties)


def _notes(summary: Summary, words: Words) -> Iterator[str]:
    texts, count = words.texts["notes"], summary.designated
    many = words.state.designated_many
    yield texts["once"]
    if count.on_none:
        yield words.say(texts["on_none"], count=count.on_none, **{"is": words.state.is_designated})
    unvalued = count.buildings - summary.designated_assessed
    if unvalued:
        yield words.say(texts["unvalued"], count=unvalued, **{"is": words.state.is_designated})
    if summary.preserved:
        yield words.say(texts["preserved"], count=summary.preserved, **{"is": words.state.is_designated})
    if summary.listed is None:
        yield texts["listed_unknown"]
    elif summary.listed.buildings or summary.churches:
        yield words.say(texts["listed"], designated=many)
    if withheld := withheld_words(summary.withheld):
        yield withheld


# ---- the choices -----------------------------------------------------------------------------------------------------


def _fours(summary: Summary, words: Words) -> Choice:
    texts, choice = words.texts["fours"], summary.fours
    said = [] if choice.unknown is None else [words.say(texts["unknown"], why=words.texts["why"][choice.unknown])]
    named = [
        one if one.name else Option(words.texts["choices"]["as_now"], one.count, one.unpreserved, one.chosen)
        for one in choice.options
    ]
    meaning = words.say(texts["meaning"], takeover=references()["takeover"])
    return Choice(texts["title"], _options(named, words), tuple(said), meaning)


def _uniform(summary: Summary, words: Words) -> Choice:
    texts, choice = words.texts["uniform"], summary.uniform
    said = []
    if choice.unknown is not None:
        said.append(words.say(texts["unknown"], why=words.texts["why"][choice.unknown]))
    if choice.settings:
        figures = {one: number(getattr(choice, one)) for one in ("settings", "certain", "judged")}
        said.append(words.say(texts["certain"], **figures))
    elif choice.options:
        said.append(texts["certain_unknown"])
    named = [
        Option(words.say(texts["option"], share=share(float(one.name))), one.count, one.unpreserved, one.chosen)
        for one in choice.options
    ]
    return Choice(texts["title"], _options(named, words) if named else None, tuple(said), texts["meaning"])


def _options(options: Sequence[Option], words: Words) -> Table:
    """The answers with their buildings, properties and how many more or fewer than the plan they are."""
    texts = words.texts["choices"]
    tells = all(one.unpreserved is not None for one in options)
    now = next((one.count.buildings for one in options if one.chosen), None)
    rows = []
    for one in options:
        unpreserved = [number(one.unpreserved.buildings)] if tells and one.unpreserved is not None else []
        moved = NOTHING if one.chosen or now is None else signed(one.count.buildings - now)
        name = words.say(texts["chosen"], name=one.name) if one.chosen else one.name
        counts = (number(one.count.buildings), _properties(one.count), *unpreserved, moved)
        rows.append(Row((name, *counts), strong=one.chosen))
    first, *counted, last = texts["heads"]
    return Table((first, *counted, *([texts["unpreserved_head"]] if tells else []), last), tuple(rows))


def _plots(summary: Summary, words: Words) -> Choice:
    texts, choice = words.texts["plots"], summary.plots
    meaning = words.say(texts["meaning"], dispensation=references()["dispensation"])
    if choice is None:
        return Choice(texts["title"], None, (texts["not_told" if summary.plots_given else "not_given"],), meaning)
    if not choice.plots:
        return Choice(texts["title"], None, (texts["none"],), meaning)
    exceeded = sum(one.exceeded for one in choice.storeys)
    said = [words.say(texts["general"], ratio=choice.general_ratio, storeys=choice.general_storeys)]
    if exceeded:
        said_of = {0: "low_none", exceeded: "low_all"}.get(choice.low, "low")
        low, most = number(choice.low), _storeys(low_storeys(), words)
        said.append(words.say(texts[said_of], exceeded=exceeded, low=low, storeys=most))
    return Choice(texts["title"], _limits(choice, words), tuple(said), meaning)


def _limits(choice: PlotChoice, words: Words) -> Table:
    texts = words.texts["plots"]
    lines: list[tuple[str, Limit]] = []
    for one in choice.ratio:
        known = one.value is not None
        lines.append((words.say(texts["ratio"], limit=_percent(one.value)) if known else texts["ratio_rest"], one))
    for one in choice.storeys:
        if one.value is None:
            lines.append((texts["storeys_rest"], one))
        else:
            lines.append((_storeys(one.value, words), one))
    if choice.now is not None and choice.compared is not None:
        lines += [(texts["now"], choice.now), (texts["compared"], choice.compared)]
    tells = any(one.of_area for _, one in lines)
    rows = []
    for name, one in lines:
        figures = (one.plots, one.kept, one.exceeded, one.unknown, *([one.of_area] if tells else []))
        rows.append(Row((name, *map(number, figures))))
    first, *heads = texts["heads"]
    head = words.say(first, plots=choice.plots)
    return Table((head, *heads, *([texts["of_area_head"]] if tells else [])), tuple(rows))


def _storeys(value: float, words: Words) -> str:
    template = words.texts["plots"]["storeys_one" if value < 2 else "storeys"]  # 1½ etage, 2 etager
    return words.say(template, limit=storeys(value))


def _percent(value: float | None) -> str:
    return f"{decimal(value, 2)}{NBSP}%"


# ---- what is uncertain -----------------------------------------------------------------------------------------------


def _uncertain(summary: Summary, words: Words, source: str) -> Iterator[tuple[str, str]]:
    texts = words.texts["uncertain"]
    labels, review = texts["labels"], summary.review
    kind = "unvalued_none" if not summary.unvalued else "unvalued" if summary.unvalued_main else "unvalued_secondary"
    yield labels["unvalued"], words.say(texts[kind], count=summary.unvalued, main=summary.unvalued_main)
    told = texts["review" if review.buildings else "review_none"]
    yield labels["review"], words.say(told, count=review.buildings, properties=review.properties)
    yield labels["unsure"], _unsure(summary, words)
    if summary.plots is None:
        yield labels["plots"], words.texts["plots"]["not_told" if summary.plots_given else "not_given"]
    else:
        unknown, plots = summary.plots.unknown, number(summary.plots.plots)
        yield labels["plots"], words.say(texts["plots"], unknown=unknown, plots=plots)
    if summary.preserved is None:
        yield labels["preserved"], texts["preserved_unknown"]
    else:
        told = words.say(texts["preserved"], count=summary.preserved, **{"is": words.state.is_designated})
        yield labels["preserved"], told
    if summary.on_none:
        yield labels["on_none"], words.say(texts["on_none"], count=summary.on_none)
    yield labels["themes"], _themes(summary, words)
    yield labels["data"], " ".join(_dates(summary, words, source))


def _unsure(summary: Summary, words: Words) -> str:
    texts, choice = words.texts["uncertain"], summary.uniform
    if not choice.settings:
        return str(texts["unsure_unknown"])
    figures = {one: number(getattr(choice, one)) for one in ("unsure", "judged", "settings")}
    said = {"is": words.state.is_designated, "is_not": words.state.is_not_designated, "every": every_such()}
    return words.say(texts["unsure"], nearly=choice.nearly, **said, **figures)


def _themes(summary: Summary, words: Words) -> str:
    texts, missing = words.texts["uncertain"], summary.missing_themes
    if summary.themes is None:
        return str(texts["themes_unknown"])
    total = number(summary.themes + len(missing))
    if not missing:
        return words.say(texts["themes_all"], total=total)
    most = words.texts["most_themes"]
    named = list(missing if len(missing) <= most + 1 else missing[:most])
    rest = len(missing) - len(named)
    if rest:
        named.append(words.say(texts["and_others"], count=rest))
    return words.say(texts["themes"], given=number(summary.themes), total=total, missing=joined(named))


def _dates(summary: Summary, words: Words, source: str) -> Iterator[str]:
    texts = words.texts["uncertain"]
    if summary.registered is None:
        yield texts["no_years"]
    else:
        first, last = summary.registered
        yield words.say(texts["years" if first < last else "year"], first=str(first), last=str(last))
        if summary.undated:
            yield words.say(texts["undated"], count=summary.undated)
    if source:
        yield words.say(texts["source"], source=source.rstrip(" ."))

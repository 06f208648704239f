"""How far the plan is: draft, proposal in hearing, adopted, in force. What every part of the package says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..common.data import load
from ..common.dates import danish_date
from ..common.errors import HeritageError, Note
from ..common.law import references
from ..common.wording import capitalised, filled, plain_spaces

FILE = "rules/plan_state.json"
DRAFT, PROPOSAL, ADOPTED = 0, 1, 2
"""The codes of STATE."""
DATES = ("hearing_from", "hearing_to", "adopted", "published")


@dataclass(frozen=True)
class PlanState:
    """How far the plan is, with the dates that are known; None for one that is not.

    Adopted is not in force: a plan binds from when it is public in Plandata. Source: planloven § 54 b(4).

    >>> PlanState(ADOPTED, adopted=date(2027, 3, 1)).in_force
    False
    """

    code: int = DRAFT
    hearing_from: date | None = None
    hearing_to: date | None = None
    adopted: date | None = None
    published: date | None = None

    @property
    def key(self) -> str:
        """The state in a field or a file: udkast, forslag, vedtaget."""
        return str(self._described["key"])

    @property
    def name(self) -> str:
        """Udkast, Forslag, Vedtaget: the word for a corner of a page."""
        return str(self._described["name"])

    @property
    def sentence(self) -> str:
        """What a title page, a map, an annex or a banner says of the state, with the dates that are known."""
        known = self.known_dates
        wanted = next(one for one in self._described["sentences"] if set(one["needs"]) <= set(known))
        return str(wanted["text"].format(**known))

    @property
    def known_dates(self) -> dict[str, str]:
        """The dates that are known, in words."""
        return {name: danish_date(day) for name in DATES if (day := getattr(self, name)) is not None}

    @property
    def in_force(self) -> bool:
        """Whether the plan binds as an adopted one."""
        return self.code == ADOPTED and self.published is not None

    def answer(self, designated: bool) -> str:
        """What stands for "designated?" of a building: "Foreslås udpeget", "Ikke udpeget i denne plan".

        Another plan may designate what this one does not.
        """
        return str(self._words["yes" if designated else "no"])

    @property
    def binding(self) -> str:
        """What a page says of its own force: none, whatever the plan's."""
        return str(load(FILE)["binding"]["in_force" if self.in_force else "open"])

    @property
    def is_designated(self) -> str:
        """What is said of one of its buildings: "foreslås udpeget", "er udpeget"."""
        return str(self._words["is"])

    @property
    def this_one(self) -> str:
        """What is said of one of its buildings where others stand on the same property: "Forslaget gælder denne …"."""
        return str(self._words["this_one"])

    @property
    def is_not_designated(self) -> str:
        """What is said of any other: "foreslås ikke udpeget", "er ikke udpeget"."""
        return str(self._words["is_not"])

    @property
    def designated_one(self) -> str:
        """The same behind a verb, of one or of none: "foreslået udpeget", "udpeget"."""
        return str(self._words["one"])

    @property
    def designated_many(self) -> str:
        """The same before "bygninger": "foreslåede", "udpegede"."""
        return str(self._words["many"])

    @property
    def designated_heading(self) -> str:
        """What stands above a list of its buildings."""
        return str(self._words["heading"])

    def legend(self, described: Mapping[str, Any]) -> str:
        """What a legend calls a class of `shown_classes.Classes`: a proposed designation is called so.

        >>> PlanState().legend({"designated": True, "legend": "Udpeget: SAVE-værdi 1–3"})
        'Foreslås udpeget: SAVE-værdi 1–3'
        """
        return self._proposed(described, "legend", self.answer(True), self.answer(False))

    def told(self, described: Mapping[str, Any], designated: bool) -> str:
        """What stands beside one building of a class: always whether it is designated, then the ground.

        >>> PlanState().told({"designated": False, "legend": "Til vurdering"}, designated=False)
        'Foreslås ikke udpeget: til vurdering'
        """
        said = self.legend(described)
        open_answer = described["designated"] is None
        unsaid = described["designated"] is False and not said.startswith((self.answer(False), *self._say_no))
        return f"{self.answer(designated)}: {said[:1].lower()}{said[1:]}" if open_answer or unsaid else said

    def map_legend(self, described: Mapping[str, Any]) -> str:
        """The same on a map, where room is short: "Foreslås: SAVE-værdi 1–3"."""
        return self._proposed(described, "legend", self._words["on_maps"], self._words["on_maps_not"])

    def class_name(self, described: Mapping[str, Any]) -> str:
        """What such a class is called beside its colour."""
        return self._proposed(described, "name", self.answer(True), self.answer(False))

    @staticmethod
    def _proposed(described: Mapping[str, Any], which: str, yes: str, no: str) -> str:
        said, classes = str(described[which]), load(FILE)["classes"]
        if described["designated"] is True and said.startswith(classes["yes"]):
            return f"{yes}{said.removeprefix(classes['yes'])}"
        return no if said == classes["no"] else said

    def among(self, count: int, of: int = 0) -> str:
        """How many of some buildings, named before it: "heraf foreslås 5 udpeget", "ingen af dem er udpeget".

        Where it is told how many they are `of`, and it is all of several: "som alle foreslås udpeget".
        """
        if count == of > 1:
            return f"som {'begge' if of == 2 else 'alle'} {self.is_designated}"
        return plain_spaces(filled(self._words["among" if count else "none_among"], {"count": count}, danish=True))

    @property
    def _say_no(self) -> tuple[str, str]:
        """How a class begins that says by itself that its buildings are not designated."""
        return str(load(FILE)["classes"]["no"]), str(load(FILE)["classes"]["left_out"])

    @property
    def _described(self) -> dict[str, Any]:
        return next(one for one in load(FILE)["states"] if one["code"] == self.code)

    @property
    def _words(self) -> dict[str, str]:
        words: dict[str, str] = load(FILE)["decided" if self.in_force else "proposed"]
        return words


def refuse_unadopted(state: PlanState, parameter: str) -> None:
    """HeritageError unless a plan is adopted: only such a plan is given back to registers, or followed up."""
    if state.code != ADOPTED:
        raise HeritageError(
            "{parameter}: the plan is not adopted ({state}), and an adopted one is wanted. Make the package of the "
            "adopted plan (STATE = {adopted} in 'Export the kulturhistorisk lokalplan'), and give that.",
            parameter=parameter,
            state=state.name,
            adopted=ADOPTED,
        )


def refuse_contradictions(state: PlanState) -> None:
    """HeritageError when the dates contradict each other or the state, with the parameters as people know them."""
    for earlier, later in (("hearing_from", "hearing_to"), ("hearing_to", "adopted"), ("adopted", "published")):
        first, second = getattr(state, earlier), getattr(state, later)
        if first is not None and second is not None and second < first:
            raise HeritageError(
                "{later} ({second}) is before {earlier} ({first}). Correct one of the two dates.",
                later=later.upper(),
                second=second,
                earlier=earlier.upper(),
                first=first,
            )
    for name in ("adopted", "published"):
        if getattr(state, name) is not None and state.code != ADOPTED:
            raise HeritageError(
                "{parameter} is {day}, but STATE = {state} says that the plan is not adopted. Choose STATE = "
                "{adopted}, or leave {parameter} empty.",
                parameter=name.upper(),
                day=getattr(state, name),
                state=state.code,
                adopted=ADOPTED,
            )


def state_notes(state: PlanState) -> Iterator[Note]:
    """What the log says of the state: dates that its texts lack, and days that the law may not allow."""
    wanted = {PROPOSAL: ("hearing_from", "hearing_to"), ADOPTED: ("adopted", "published")}.get(state.code, ())
    missing = [one for one in wanted if getattr(state, one) is None]
    if missing:
        yield Note(
            "The plan's texts say that dates are not known: {missing} {count:=is|are} not given.",
            {"missing": ", ".join(one.upper() for one in missing), "count": len(missing)},
            warning=True,
        )
    yield from _adoption_notes(state)
    least = load(FILE)["shortest_hearing_days"]
    if state.hearing_from is None or state.hearing_to is None:
        return
    days = (state.hearing_to - state.hearing_from).days
    if days < least:
        yield Note(
            "The hearing lasts {days:day|days}. {law} asks for at least {least} days for a lokalplan, unless it is of "
            "minor importance.",
            {"days": days, "least": least, "law": capitalised(str(references()["publication"]))},
            warning=True,
        )


def _adoption_notes(state: PlanState) -> Iterator[Note]:
    """That the plan is adopted so soon after the hearing that objections could not be heard as the law has it.

    One before the hearing's end is refused. Source: planloven § 27, at second hand.
    """
    least = int(load(FILE)["earliest_adoption_days"])
    if state.adopted is None or state.hearing_to is None:
        return
    earliest = state.hearing_to + timedelta(least)
    if state.adopted < earliest:
        yield Note(
            "The plan is adopted on {adopted}, and the last day for answers was {last}. Where objections came in time, "
            "it is adopted {least} days after that day at the earliest, which is {earliest} ({law}, known at second "
            "hand: look it up).",
            {
                "adopted": state.adopted,
                "last": state.hearing_to,
                "least": least,
                "earliest": earliest,
                "law": str(references()["adoption"]),
            },
            warning=True,
        )

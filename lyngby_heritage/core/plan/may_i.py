"""May I …? What the provisions answer the owner of a designated building, theme by theme (`data/rules/may_i.json`).

An answer says what the provisions say and no more: a rule that the municipality has not decided, which stands in
brackets in the draft, is answered with just that, and what no rule names is said to be named by none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..common.data import load
from ..common.law import references
from ..common.profile import current
from ..common.wording import joined
from .plan_groups import provision_groups
from .provision_rules import DEMAND, PERMISSION, TEMPLATE, Rule, Theme, rule_sections
from .state import ADOPTED, PlanState

FILE = "rules/may_i.json"
FREE, PERMIT, EXEMPTION, BOTH = "frit", "tilladelse", "dispensation", "begge"
OPEN, UNKNOWN, UNNAMED = "ikke_fastlagt", "ikke_kendt", "ikke_naevnt"
"""The codes of answers."""
WHOLE, PART, PERHAPS = "whole", "part", "perhaps"
"""How much of a property is in the plan's area."""


@dataclass(frozen=True)
class Answer:
    """What the provisions say of one theme."""

    theme: str
    """In words: "Tagdækning"."""
    question: str
    answer: str
    """In words, with how far the plan is: "Kræver tilladelse efter udkastet"."""
    text: str
    """The rules themselves, "" where none is decided."""
    paragraph: str
    """Where it stands: "§§ 5.3 og 5.5", "" where no rule names it."""
    code: str
    """FREE, PERMIT, EXEMPTION (a demand), BOTH, OPEN, UNKNOWN or UNNAMED."""
    key: str
    """The theme's key in the data file."""


def may_i(plan_state: PlanState, group: str | None) -> list[Answer]:
    """The answers for a building of a group of the provisions (`plan_groups`): those of § 4, then theme by theme.

    None for a building that is in no group: the provisions bind no other. None either where the municipality has its
    own text of the provisions, for nothing is known of its numbers and its § 4.
    """
    letters = [one["letter"] for one in provision_groups()]
    if group is None or group not in letters or has_own_text():
        return []
    return list(_answers(plan_state, group))


def before_answers(plan_state: PlanState, where: str = PART) -> str:
    """What is said before the answers: how far the plan is, and what holds while it is a proposal (`interim`)."""
    told = (load(FILE)["introductions"][_stage(plan_state)], interim(plan_state, where))
    return " ".join(filter(None, told))


def interim(plan_state: PlanState, where: str = PART) -> str:
    """What may not be anticipated from the proposal's publication until the plan is in force (planloven § 17), else "".

    `where` is WHOLE for a property that the plan's area has all of, PERHAPS for one of which nobody has said whether it
    has any, and PART for one that it has some of and for any one at all.
    """
    texts = load(FILE)
    text: str = texts["interim"].get(_stage(plan_state), "")
    return text.format(interim=references()["interim"], where=texts["interim_where"][where])


def whom_answered(plan_state: PlanState) -> str:
    """Whose questions are answered: said above the answers of every group, where no building stands."""
    return str(load(FILE)["whom"]["decided" if plan_state.in_force else "proposed"])


def said_of_land(plan_state: PlanState) -> str:
    """What holds beside a building that the plan does not bind, on a parcel that § 2 lists, and until then (`interim`).

    "" where the municipality has its own text of the provisions: nothing is known of its § 2.
    """
    if has_own_text():
        return ""
    told = (load(FILE)["land"]["decided" if plan_state.in_force else "proposed"], interim(plan_state))
    return " ".join(filter(None, told))


def said_of_environment(plan_state: PlanState) -> str:
    """What is said of a building that is not designated in a decided environment, on a parcel that § 2 does not list.

    The municipality may add its parcel (`area_parcels.UNDECIDED`). "" where it has its own text of the provisions.
    """
    if has_own_text():
        return ""
    return " ".join(filter(None, (load(FILE)["land"]["undecided"], interim(plan_state, PERHAPS))))


def answers_in_words(plan_state: PlanState) -> list[str]:
    """All that a theme may be answered with, in words."""
    texts = load(FILE)
    return [one.format(plan=texts["called"][_stage(plan_state)]) for one in texts["answers"].values()]


def after_answers() -> str:
    """What is said behind the answers: that other law may ask for more."""
    return str(load(FILE)["elsewhere"])


def has_own_text() -> bool:
    """Whether the profile brings its own template of the provisions."""
    profile = current()
    return profile is not None and any(one.rsplit("/", 1)[-1] == TEMPLATE for one in profile.templates)


def _answers(state: PlanState, group: str) -> Iterator[Answer]:
    texts = load(FILE)
    plan = texts["called"][_stage(state)]
    # An adopted plan should have no brackets: what was adopted in their place stands in a text that is not here.
    missing, bracket = (UNKNOWN, "unknown") if state.code == ADOPTED else (OPEN, "open")
    for one in texts["fixed"]:
        yield Answer(
            theme=one["title"],
            question=one["question"],
            answer=texts["answers"][one["answer"]].format(plan=plan),
            text=" ".join([one["text"], *([one[bracket]] if bracket in one else [])]),
            paragraph=f"§ {one['paragraph']}",
            code=one["answer"],
            key=one["key"],
        )
    for section in rule_sections():
        for theme in section.themes:
            rules = [rule for rule in theme.rules if group in rule.letters]
            decided = [rule for rule in rules if rule.decided]
            code = _code(decided) if decided else missing if rules else UNNAMED
            told = [rule.text for rule in decided] if rules else [texts["not_named"]]
            more = [texts["partly"][missing]] if 0 < len(decided) < len(rules) else []
            yield Answer(
                theme=theme.title,
                question=_question(theme),
                answer=texts["answers"][code].format(plan=plan),
                text=" ".join([*told, *more]),
                paragraph=_paragraphs(rules),
                code=code,
                key=theme.key,
            )


def _code(decided: Sequence[Rule]) -> str:
    norms = {rule.norm for rule in decided}
    if norms >= {PERMISSION, DEMAND}:
        return BOTH
    return PERMIT if PERMISSION in norms else EXEMPTION


def _paragraphs(rules: Sequence[Rule]) -> str:
    """The numbers of the rules: "§ 5.3", "§§ 5.3 og 5.5", "" for none."""
    signs = "§§" if len(rules) > 1 else "§"
    return f"{signs} {joined([rule.paragraph for rule in rules])}" if rules else ""


def _question(theme: Theme) -> str:
    texts = load(FILE)
    asked: str = texts["questions"].get(theme.key) or texts["question"].format(title=theme.title.lower())
    return asked


def _stage(state: PlanState) -> str:
    return "gaeldende" if state.in_force else state.key

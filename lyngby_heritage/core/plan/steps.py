"""Which steps the main job takes with what it has, in order, and what it leaves out and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..common.data import load
from ..common.errors import HeritageError, Note, listed
from .layers import RULES, Found
from .state import PlanState


@dataclass(frozen=True)
class Step:
    """One tool's turn."""

    tool: str
    title: str
    """Danish, as the report heads it."""
    english: str
    """The same in the log of an English QGIS."""
    inputs: Mapping[str, str]
    """Parameter → role of the layer it is given, for those that are there."""
    outputs: Mapping[str, str]
    """Parameter → role that its output takes on; a name that ends in .html is a report."""
    remarks: tuple[str, ...] = ()
    """Danish: what the absence of optional layers means for the result."""

    @property
    def named(self) -> Note:
        """Its title, as the log says it in the language of QGIS."""
        return Note(self.english, danish=self.title)


@dataclass(frozen=True)
class LeftOut:
    """A step that is not taken."""

    tool: str
    title: str
    reason: str
    """Danish."""
    english: str
    """The title and, in `why`, the reason, in the log of an English QGIS."""
    why: str

    @property
    def told(self) -> Note:
        """That it is left out and why, as the log says it."""
        english, danish = f"{self.english}. {self.why}", f"{self.title}. {self.reason}"
        return Note(english, danish=danish)


@dataclass(frozen=True)
class Plan:
    """The job: what is done and what is not."""

    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class JobOutcome:
    """A run of the job as it came out: what a report on it tells."""

    title: str
    plan_number: str
    plan: Plan
    found: Found
    results: tuple[tuple[Step, Mapping[str, Any]], ...]
    """Each step that was taken with what its tool answered, in order."""
    settings: tuple[tuple[str, str], ...]
    """Name and value of each parameter that the tools were given."""
    files: tuple[str, ...]
    """Names of the files that the package holds."""
    state: PlanState = field(default_factory=PlanState)

    def said(self, tool: str) -> Mapping[str, Any]:
        """What one tool answered; nothing for one that was not run."""
        return next((answer for step, answer in self.results if step.tool == tool), {})

    def result(self, tool: str) -> Mapping[str, Any]:
        """What one tool answered; KeyError for one that was not run."""
        return {step.tool: answer for step, answer in self.results}[tool]


def plan(
    available: Collection[str],
    missing_libraries: Mapping[str, Sequence[str]] | None = None,
    unused: Collection[str] = (),
) -> Plan:
    """The steps that can be taken with the roles in `available`.

    `missing_libraries` names, by tool, the Python libraries that it uses and that do not work here; `unused` are the
    names of layers without a role, for a message. HeritageError when
    there is neither a building layer nor the register to make one from, or when a step that every plan needs cannot be
    taken.
    """
    there = set(available)
    if not there & {"bygninger", "fbb", "bygningsvurdering"}:
        raise HeritageError(
            "The input holds neither the layer 'bygninger' nor the layer 'fbb' or 'bygningsvurdering' to make it from. "
            "Found: {found}. Not used: {unused}. Rename the layer of buildings to 'bygninger', or add FBB's points as "
            "'fbb', or GeoFA's theme 6205 as 'bygningsvurdering'.",
            found=", ".join(sorted(there)) or "-",
            unused=listed(sorted(unused), 30) or "-",
        )
    steps, left_out = [], []
    for rule in load(RULES)["steps"]:
        if rule.get("unless") in there:
            continue
        taking_part = _taking_part(rule.get("instead", {}), there)
        missing = [role for role in rule["needs"] if taking_part.get(role, role) not in there]
        if missing:
            words = _missing(missing), rule["english"], _missing_in_english(missing)
            left_out.append(LeftOut(rule["tool"], rule["title"], *words))
            continue
        lacking = (missing_libraries or {}).get(rule["tool"])
        if lacking and rule["tool"] in load(RULES)["indispensable"]:
            raise HeritageError(
                "The step '{step}' cannot be taken, and no plan can be made without it: {libraries} is missing or "
                "broken in QGIS's Python. Run the tool 'Self-check' of Lyngby Heritage, which says what to do.",
                step=Note(rule["english"], danish=rule["title"]),
                libraries=", ".join(lacking),
            )
        if lacking:
            reason = load(RULES)["without_libraries"].format(libraries=" og ".join(lacking))
            why = f"{' and '.join(lacking)} is missing or broken in QGIS's Python: run the tool 'Self-check'."
            left_out.append(LeftOut(rule["tool"], rule["title"], reason, rule["english"], why))
            continue
        inputs = _given(rule["inputs"], taking_part, there)
        beside = rule.get("input_needs", {})
        inputs = {name: role for name, role in inputs.items() if beside.get(name, name) in inputs}
        needed = rule.get("output_needs", {})
        outputs = {name: role for name, role in rule["outputs"].items() if needed.get(name, name) in {name, *inputs}}
        remarks = tuple(words for name, words in rule.get("without", {}).items() if name not in inputs)
        steps.append(Step(rule["tool"], rule["title"], rule["english"], inputs, outputs, remarks))
        there |= {role for role in outputs.values() if not role.endswith(".html")}
    return Plan(tuple(steps), tuple(left_out))


def _taking_part(instead: Mapping[str, str], there: Collection[str]) -> dict[str, str]:
    """Roles that are not there → the role that takes their place, of those that can."""
    return {role: other for role, other in instead.items() if role not in there and other in there}


def _given(inputs: Mapping[str, str], taking_part: Mapping[str, str], there: Collection[str]) -> dict[str, str]:
    """Parameter → role, of those that are there; a role that takes the place of another is not given a second time."""
    given: dict[str, str] = {}
    for name, role in inputs.items():
        role = taking_part.get(role, role)
        if role in there and not (role in taking_part.values() and role in given.values()):
            given[name] = role
    return given


def _missing(roles: list[str]) -> str:
    words = {**load(RULES)["layers"], **load(RULES)["special"]}
    named = [words[role] if role.startswith("@") else f"{words[role]} (laget {role})" for role in roles]
    return "Der mangler " + " og ".join(named) + "."


def _missing_in_english(roles: list[str]) -> str:
    words = load(RULES)["special_in_english"]
    return "Missing: " + " and ".join(words.get(role, f"the layer {role}") for role in roles) + "."

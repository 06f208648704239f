"""What the domain has to tell a person: errors that stop a run, and notes that go into its log.

Both carry an English template and the values that go into it, so that the interface can translate the template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .wording import filled


class HeritageError(Exception):
    """Stops a run. The template says what was found, what was expected and what to do; the values name it."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return filled(self.template, self.values)


Check = Callable[[], None]
"""Raises Cancelled when the person who started the run has stopped it."""


def never_cancelled() -> None:
    """The check of a run that nobody can cancel."""


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The person who started the run has stopped it."""


@dataclass(frozen=True)
class Note:
    """A line for the log; `warning` marks what the planner should look into. Templates are those of `wording.filled`.

    `danish` is given where the report says the same, which is always in Danish.
    """

    template: str
    values: dict[str, object] = field(default_factory=dict)
    warning: bool = False
    danish: str = ""

    def __str__(self) -> str:
        return filled(self.template, self.values)


def note_in_both(english: str, danish: str, /, **values: object) -> Note:
    """A line for the log that a report says too, in its Danish."""
    return Note(english, values, danish=danish)


def warning_in_both(english: str, danish: str, /, **values: object) -> Note:
    """As `note_in_both`, for what the planner should look into."""
    return Note(english, values, warning=True, danish=danish)


def listed(items: list[str], most: int = 10, between: str = ", ") -> str:
    """The first items one after the other, with the number left out, for a message that stays readable."""
    shown = between.join(items[:most])
    return f"{shown} (+{len(items) - most})" if len(items) > most else shown

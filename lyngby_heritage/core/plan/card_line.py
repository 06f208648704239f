"""A line of a building's card."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of a section: what it is about, by a key for whoever adds a picture or a link, and in words."""

    text: str
    name: str = ""
    """What stands before the text; "" for a sentence of its own."""
    key: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.text}" if self.name else self.text

"""The classes that people see a designation in: those of the legend, what stands apart, and what nobody knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .chosen_values import designation_texts

LISTED = "fredet"
"""The key of the class of listed buildings, and what stands there for "designated?": neither yes nor no."""
CHURCH = "kirke"
"""The same of churches."""
APART = (LISTED, CHURCH)
"""The classes that stand apart from what a plan designates, whatever their value."""
QUIET = ("ikke_udpeget", "ikke_registreret")
"""The keys of the classes of which nothing is said that anybody has to decide on: small on a map of the whole."""


@dataclass(frozen=True)
class Classes:
    """The classes of the legend, in its order, the unknown one last; `of` finds a building's place among them."""

    described: tuple[Mapping[str, Any], ...]

    @staticmethod
    def known() -> Classes:
        """The classes of `designation_texts.json`."""
        texts = designation_texts()
        listed = {"key": LISTED, "code": None, "designated": LISTED, **texts["listed"]}
        church = {"key": CHURCH, "code": None, "designated": CHURCH, **texts["church"]}
        unknown = {"key": "ukendt", "code": None, "designated": None, "pattern": "solid", "marker": "circle"}
        return Classes((*texts["classes"], listed, church, {**unknown, **texts["unknown"]}))

    def of(
        self,
        grounds: Sequence[str | None],
        designated: Sequence[bool],
        apart: Sequence[str | None] = (),
    ) -> list[int]:
        """The class of each building; a code with the wrong answer to "designated?" is as little known as a new one.

        A building that stands apart (of APART) is of that class, whatever its ground; without `apart` none is.
        """
        places = {(each["code"], each["designated"]): i for i, each in enumerate(self.described) if each["code"]}
        keys = {each["key"]: i for i, each in enumerate(self.described)}
        unknown = len(self.described) - 1
        return [
            keys[kind] if kind in APART else places.get((g, d), unknown)
            for g, d, kind in zip(grounds, designated, apart or [None] * len(grounds))
        ]

    def described_as(self, ground: str | None, designated: bool, apart: str | None = None) -> Mapping[str, Any]:
        """The class of one building."""
        return self.described[self.of([ground], [designated], [apart])[0]]

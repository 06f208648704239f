"""The classes that people see a designation in: those of the legend, the listed buildings, and what nobody knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .chosen_values import designation_texts

LISTED = "fredet"
"""The key of the class of listed buildings, and what stands there for "designated?": neither yes nor no."""
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
        unknown = {"key": "ukendt", "code": None, "designated": None, "pattern": "solid", "marker": "circle"}
        return Classes((*texts["classes"], listed, {**unknown, **texts["unknown"]}))

    def of(self, grounds: Sequence[str | None], designated: Sequence[bool], listed: Sequence[bool] = ()) -> list[int]:
        """The class of each building; a code with the wrong answer to "designated?" is as little known as a new one.

        A listed building is of a class of its own, whatever its ground; without `listed` none is.
        """
        places = {(each["code"], each["designated"]): i for i, each in enumerate(self.described)}
        unknown = len(self.described) - 1
        apart = unknown - 1
        return [
            apart if yes else places.get((g, d), unknown)
            for g, d, yes in zip(grounds, designated, listed or [False] * len(grounds))
        ]

    def described_as(self, ground: str | None, designated: bool, listed: bool = False) -> Mapping[str, Any]:
        """The class of one building."""
        return self.described[self.of([ground], [designated], [listed])[0]]

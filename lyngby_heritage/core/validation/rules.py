"""The functions that find what breaks a rule: each registers itself under the rule's name in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .findings import Hits
from .inputs import Inputs
from .rule_table import Rule

Test = Callable[[Inputs, Rule], Iterator[Hits]]
_TESTS: dict[str, Test] = {}


def rule(name: str) -> Callable[[Test], Test]:
    """Register the function that finds what breaks the rule of this name."""

    def register(test: Test) -> Test:
        _TESTS[name] = test
        return test

    return register


def test_of(name: str) -> Test:
    """The function of a rule."""
    return _TESTS[name]


def implemented() -> set[str]:
    """The names of all rules that have a function."""
    return set(_TESTS)

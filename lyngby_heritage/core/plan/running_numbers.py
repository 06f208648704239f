"""The running number (`loebenr`) that names a building in the provisions, the annexes, on the maps and the website."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from ..common.addresses import danish_key
from ..common.arrays import Booleans


def running_numbers(
    designated: Booleans,
    listed: Booleans,
    districts: Sequence[str],
    addresses: Sequence[str],
    ids: Sequence[str],
    earlier: Sequence[int | None] = (),
    lent: Sequence[bool] = (),
) -> list[int | None]:
    """The number of each building, (n,): the designated ones by district and address from 1, then the listed ones.

    None for all others. A building that has a number already (`earlier`, (n,), from an earlier package) keeps it, since
    letters and answers of a hearing name it; new ones then follow behind the largest, that of a building that the plan
    no longer names too: nobody gets another's number. `lent` as of `by_place`.
    """
    order = by_place(districts, addresses, ids, lent)
    wanted = [
        *(row for row in order if designated[row]),
        *(row for row in order if listed[row] and not designated[row]),
    ]
    numbers: list[int | None] = [None] * len(ids)
    kept = _kept(wanted, earlier)
    for row, number in kept.items():
        numbers[row] = number
    free = count(max((number for _, number in _numbered(range(len(ids)), earlier)), default=0) + 1)
    for row in wanted:
        if row not in kept:
            numbers[row] = next(free)
    return numbers


def by_place(
    districts: Sequence[str], addresses: Sequence[str], ids: Sequence[str], lent: Sequence[bool] = ()
) -> list[int]:
    """The rows by district and address in Danish order, and the same on every run; what is not known comes last.

    `lent` are those whose address is another's (`lent_addresses`): they come behind those that have it.
    """

    def key(row: int) -> tuple[Any, ...]:
        district, address = districts[row], addresses[row]
        return danish_key(district), district, danish_key(address), address, bool(lent) and lent[row], ids[row], row

    return sorted(range(len(ids)), key=key)


def _kept(wanted: Sequence[int], earlier: Sequence[int | None]) -> dict[int, int]:
    """Row → its earlier number, where that is one and no other row has it."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for row, number in _numbered(wanted, earlier):
        if number not in taken:
            taken.add(number)
            found[row] = number
    return found


def _numbered(wanted: Sequence[int], earlier: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    for row in wanted if earlier else ():
        number = earlier[row]
        if number is not None and number > 0:
            yield row, number


def gone_numbers(numbers: Sequence[int | None], earlier: Sequence[int | None]) -> dict[int, int]:
    """Number → row of the buildings that had one (`earlier`) which no building has now (`numbers`), in their order.

    >>> gone_numbers([1, None, 3, None], [1, 17, None, 5])
    {5: 3, 17: 1}
    """
    used = set(numbers)
    gone = ((number, row) for row, number in _numbered(range(len(earlier)), earlier) if number not in used)
    return dict(sorted(gone))


def in_order(numbers: Sequence[int | None]) -> list[int]:
    """The rows that have a number, by their numbers."""
    return sorted((row for row, one in enumerate(numbers) if one is not None), key=lambda row: numbers[row] or 0)

"""Rows of another municipality: the one rule by which every tool that meets them refuses them or says so.

Nobody designates, reports or follows up another municipality's buildings. A layer that is mostly another's is the wrong
one and is refused; of any other the foreign rows are told by municipality. What a register is searched in is left out;
what a plan decides on is never left out in silence: it stands in the tool's own list, or the plan is refused where what
receives it takes one municipality alone (Plandata, `core.delivery.one_municipality`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..common.errors import HeritageError, Note, listed
from .bbr_number import municipality_of
from .municipalities import authority_name


def municipality_codes(numbers: Sequence[str]) -> Counter[str]:
    """Municipality codes of four digits in front of BBR numbers such as 173-9100003-1."""
    return counted_codes(map(municipality_of, numbers))


def counted_codes(codes: Iterable[str]) -> Counter[str]:
    """Codes as of four digits, with the number of rows; "" says nothing."""
    return Counter(code.zfill(4) for code in codes if code)


def refuse_foreign(
    layer: str, parameter: str, codes: Counter[str], own: set[str], most: float = 1.0, left_out: bool = False
) -> list[Note]:
    """HeritageError where a layer is another municipality's; a note where some of its rows are.

    `codes` are municipality codes of four digits with the number of rows, `own` those of the plan; nothing is said
    where one of the two is not known. A layer is another's where all of its rows are, or more than the share `most`.
    `left_out` says that the tool leaves the rows out.
    """
    total = sum(codes.values())
    foreign = Counter({code: count for code, count in codes.items() if code not in own})
    if not own or not total or not foreign:
        return []
    names = listed([f"{authority_name(code)} ({count})" for code, count in foreign.most_common()])
    count = sum(foreign.values())
    if count == total or count > most * total:
        raise HeritageError(
            "{layer} ({parameter}): {count:row|rows} of {total:,} {count:=belongs|belong} to another municipality: "
            "{names}. The plan is of {mine}. Give the rows of the plan's own municipality.",
            layer=layer,
            parameter=parameter,
            count=count,
            total=total,
            names=names,
            mine=listed([authority_name(code) for code in sorted(own)]),
        )
    values: dict[str, object] = {"layer": layer, "count": count, "names": names}
    if left_out:
        return [
            Note(
                "{layer}: {count:row belongs|rows belong} to another municipality, and {count:=is|are} left out: "
                "{names}.",
                values,
                danish="{layer}: {count:række hører|rækker hører} til en anden kommune og er udeladt: {names}.",
            )
        ]
    return [
        Note(
            "{layer}: {count:row belongs|rows belong} to another municipality: {names}.",
            values,
            danish="{layer}: {count:række hører|rækker hører} til en anden kommune: {names}.",
        )
    ]

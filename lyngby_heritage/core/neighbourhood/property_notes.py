"""That parcels do not say which property they belong to, which decides what is a plot and who is a neighbour."""

from __future__ import annotations

from collections.abc import Sequence

from ..common.errors import Note
from ..registers.aliases import aliases


def without_property(layer: str, property_ids: Sequence[str] | None) -> list[Note]:
    """What to say of parcels whose property is not known; `property_ids` are "" there, None where no field is."""
    blank = sum(not one for one in property_ids or ())
    if property_ids is None or (blank and blank == len(property_ids)):
        return [
            Note(
                "{layer} says of no parcel which property it belongs to: each parcel is taken for a property by "
                "itself. Name the field of the property, or take parcels that have one of: {tried}.",
                {"layer": layer, "tried": ", ".join(aliases("property_id"))},
                warning=True,
                danish="{layer} siger ikke om noget jordstykke, hvilken ejendom det hører til: hvert jordstykke regnes "
                "for en ejendom for sig. Angiv feltet med ejendommen, eller brug jordstykker, der har et af: {tried}.",
            )
        ]
    if not blank:
        return []
    return [
        Note(
            "{count:parcel|parcels} of {layer} {count:=says|say} no property; each is taken for one by itself.",
            {"layer": layer, "count": blank},
            danish="{count:jordstykke|jordstykker} i {layer} har ingen ejendom; hvert regnes for en ejendom for sig.",
        )
    ]

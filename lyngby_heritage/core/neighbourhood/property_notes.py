"""That parcels do not say which property they belong to, which decides what is a plot and who is a neighbour."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..common.arrays import Booleans
from ..common.errors import Note
from ..registers.aliases import aliases
from .buildings import Buildings
from .neighbours import NeighbourGraph, of_flats
from .properties import Parcels, of_chosen_properties


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


def selected_properties(layer: str, parcels: Parcels, selected: Booleans) -> Note:
    """That the properties of the `selected` parcels, (n,), were judged whole, and which parcels that took more."""
    whole = of_chosen_properties(parcels, selected)
    return Note(
        "{layer}: {chosen:property of the selected parcels is|properties of the selected parcels are} judged, each "
        "whole, with {more:parcel|parcels} that {more:=was|were} not selected.",
        {
            "layer": layer,
            "chosen": len(np.unique(parcels.owner[selected])),
            "more": int((whole & ~selected).sum()),
        },
        danish="{layer}: {chosen:ejendom med valgte jordstykker|ejendomme med valgte jordstykker} er vurderet, hver "
        "som en helhed, med {more:jordstykke|jordstykker}, der ikke {more:=var|var} valgt.",
    )


def flats_for_properties(buildings: Buildings, graph: NeighbourGraph) -> list[Note]:
    """That blocks may be one another's neighbours though they are of one property: without parcels nothing tells.

    Each has a property id of its own, which may be that of one of its flats.
    """
    if graph.homes is not None:
        return []
    flats, known = of_flats(buildings), np.array([bool(one) for one in buildings.property_ids], dtype=bool)
    chosen = flats & known
    pairs = chosen[graph.source] & chosen[graph.target]
    doubtful = np.unique(graph.source[pairs])
    if not len(doubtful):
        return []
    numbers = np.array(buildings.bbr_properties, dtype=object)
    one = pairs & (numbers[graph.source] == numbers[graph.target]) & (numbers[graph.source] != "")
    sure = len(np.unique(graph.source[one]))
    notes = [
        Note(
            "{count:building|buildings} of flats {count:=has|have} neighbours that are buildings of flats with another "
            "property id. Where the ids are those of flats (ejerlejligheder), blocks of one property count as one "
            "another's neighbours. Give PARCELS, or name the field with the property's own number.",
            {"count": len(doubtful)},
            warning=True,
            danish="{count:bygning|bygninger} med etageboliger har naboer af samme slags med et andet ejendomsnummer. "
            "Er numrene ejerlejligheders, regnes blokke på samme ejendom for hinandens naboer. Angiv jordstykkerne, "
            "eller feltet med ejendommens eget nummer.",
        )
    ]
    if sure:
        notes.append(
            Note(
                "{count} of them {count:=has|have} such a neighbour on the same property by its BBR number "
                "(bbrnummer), so that their property ids are probably those of flats: a person must "
                "look at what they decide.",
                {"count": sure},
                warning=True,
                danish="{count} af dem har sådan en nabo på samme ejendom efter bbrnummer, så deres ejendomsnumre er "
                "formentlig ejerlejligheders: se på, hvad de er med til at afgøre.",
            )
        )
    return notes

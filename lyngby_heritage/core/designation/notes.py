"""What a run found out about its data: said in the log, and in the report where it counts for the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from ..common.addresses import called, short_id
from ..common.errors import Note, listed, note_in_both, warning_in_both
from ..neighbourhood.buildings import Buildings, Rows
from ..neighbourhood.property_notes import flats_for_properties
from ..registers.aliases import words
from ..registers.values import NOT_ASSESSED
from .classify import Classified

CONCEPTS = {  # one and several, in English and in Danish
    "save_value": ("SAVE value|SAVE values", "SAVE-værdi|SAVE-værdier"),
    "designated": ("value of udpeget|values of udpeget", "værdi af udpeget|værdier af udpeget"),
    "use": ("use code|use codes", "anvendelseskode|anvendelseskoder"),
    "year": ("year of construction|years of construction", "opførelsesår|opførelsesår"),
    "storeys": ("number of storeys|numbers of storeys", "etagetal|etagetal"),
    "wall": ("code of outer wall|codes of outer walls", "kode for ydervæg|koder for ydervæg"),
    "roof": ("code of roofing|codes of roofing", "kode for tagdækning|koder for tagdækning"),
    "footprint_area": ("footprint area|footprint areas", "bebygget areal|bebyggede arealer"),
}


def designation_notes(
    classified: Classified,
    rows: Rows,
    unreadable: Mapping[str, Counter[str]],
    repaired: Sequence[str],
    without_geometry: Sequence[str],
    fields: Mapping[str, str],
    parcels_given: bool,
    address_of: Mapping[str, str],
    unknown: Sequence[tuple[str, str]] = (),
) -> list[Note]:
    """Everything about the building layer that its reader must know.

    `repaired` and `without_geometry` name buildings by their label; `fields` says from which field each concept was
    read; `address_of` is by label and by id; `unknown` has id and words of the decisions on buildings that nobody
    knows.
    """
    if not len(rows):
        return [empty_layer()]
    notes = unreadable_values(unreadable)
    missing = int((classified.save == NOT_ASSESSED).sum())
    if missing:
        notes.append(
            note_in_both(
                "{count:building has|buildings have} no SAVE value (empty, 0 or −1): not assessed, which is no low "
                "value.",
                "{count:bygning har|bygninger har} ingen SAVE-værdi (tom, 0 eller −1): ikke vurderet, og ikke en "
                "lav værdi.",
                count=missing,
            )
        )
    off = len(classified.graph.off_property)
    on_none = off == int(classified.assessed.sum())
    notes += of_buildings(classified.buildings, rows, repaired, without_geometry, fields, address_of)
    notes += of_parcels(off if parcels_given else 0, on_none)
    notes += flats_for_properties(classified.buildings, classified.graph)
    if unknown:
        notes.append(
            warning_in_both(
                "{count:decision names|decisions name} a building that is not in the layer: {examples}.",
                "{count:beslutning|beslutninger} gælder en bygning, som ikke findes i laget: {examples}.",
                count=len(unknown),
                examples=listed([f"{said} ({short_id(building)})" for building, said in unknown]),
            )
        )
    return notes


def empty_layer() -> Note:
    """That there was nothing to work on."""
    return warning_in_both("The building layer is empty.", "Bygningslaget er tomt.")


def of_buildings(
    buildings: Buildings,
    rows: Rows,
    repaired: Sequence[str],
    without_geometry: Sequence[str],
    fields: Mapping[str, str],
    address_of: Mapping[str, str],
) -> list[Note]:
    """What any tool must say of a building layer: ids, geometries, and whether anything is known to compare."""
    notes: list[Note] = []
    duplicates = buildings.duplicate_ids
    if duplicates:
        notes.append(
            warning_in_both(
                "{count:id stands|ids stand} on more than one row; each is taken for one building: {examples}.",
                "{count:id|id'er} står på mere end én række; hvert regnes for én bygning: {examples}.",
                count=len(duplicates),
                examples=listed(called(sorted(duplicates), address_of)),
            )
        )
    blank = sum(1 for one in rows.ids if not one)
    if blank:
        notes.append(
            note_in_both(
                "{count:row has|rows have} no building id.", "{count:række|rækker} har intet bygnings-id.", count=blank
            )
        )
    if without_geometry:
        notes.append(
            warning_in_both(
                "{count:row has|rows have} no geometry, so {count:=its|their} neighbours cannot be found: {examples}.",
                "{count:række|rækker} har ingen geometri, så {count:=dens|deres} naboer kan ikke findes: {examples}.",
                count=len(without_geometry),
                examples=listed(called(without_geometry, address_of)),
            )
        )
    if repaired:
        notes.append(
            warning_in_both(
                "{count:invalid geometry was|invalid geometries were} repaired for the computation; the output "
                "keeps {count:=it|them}: {examples}.",
                "{count:ugyldig geometri|ugyldige geometrier} er repareret til beregningen; i resultatet står "
                "{count:=den|de} uændret: {examples}.",
                count=len(repaired),
                examples=listed(called(repaired, address_of)),
            )
        )
    notes += _known_attributes(buildings, fields)
    return notes


def of_parcels(off: int, all_of_them: bool) -> list[Note]:
    """How many buildings lie on no parcel, where there are parcels."""
    if not off:
        return []
    return [
        warning_in_both(
            "{count:building lies|buildings lie} on none of the parcels; {count:=its|their} neighbours were found "
            "by distance."
            + (" No building lies on a parcel: do the parcels belong to this place?" if all_of_them else ""),
            "{count:bygning|bygninger} ligger ikke på noget jordstykke; {count:=dens|deres} naboer er fundet efter "
            "afstand."
            + (" Ingen bygning ligger på et jordstykke: hører jordstykkerne til dette sted?" if all_of_them else ""),
            count=off,
        )
    ]


def other_geometries(layer: str, repaired: int, missing: int) -> list[Note]:
    """What was wrong with the geometries of parcels or of further buildings."""
    notes = []
    if repaired:
        notes.append(
            warning_in_both(
                "{layer}: {count:invalid geometry was|invalid geometries were} repaired for the computation.",
                "{layer}: {count:ugyldig geometri|ugyldige geometrier} er repareret til beregningen.",
                layer=layer,
                count=repaired,
            )
        )
    if missing:
        notes.append(
            warning_in_both(
                "{layer}: {count:row has|rows have} no geometry and {count:=counts|count} for nothing.",
                "{layer}: {count:række|rækker} har ingen geometri og tæller ikke med.",
                layer=layer,
                count=missing,
            )
        )
    return notes


def unreadable_values(unreadable: Mapping[str, Counter[str]]) -> list[Note]:
    """Per concept how many values could not be read, and which."""
    return [unreadable_note(concept, values) for concept, values in unreadable.items()]


def _known_attributes(buildings: Buildings, fields: Mapping[str, str]) -> list[Note]:
    known = ~np.isnan(buildings.attributes)
    if known[:, :5].any():
        return []
    return [
        warning_in_both(
            "Neither use, year, storeys, wall nor roofing is known of any building, so neighbours cannot be compared. "
            "Give BBR's buildings in CONTEXT_BUILDINGS, or name the fields. Fields read: {fields}.",
            "Hverken anvendelse, opførelsesår, etager, ydervæg eller tagdækning er kendt for nogen bygning, så naboer "
            "kan "
            "ikke sammenlignes. Angiv BBR's bygninger som yderligere bygninger, eller navngiv felterne. "
            "Læst: {fields}.",
            fields=", ".join(fields.values()) or "-",
        )
    ]


def unreadable_note(concept: str, values: Counter[str], layer: str = "") -> Note:
    """Says which values of a concept could not be read; `layer` is named where a tool reads several."""
    if concept in CONCEPTS:
        english, danish = CONCEPTS[concept]
    else:
        one, other = words(concept)
        english, danish = f"value of '{one}'|values of '{one}'", f"værdi for '{other}'|værdier for '{other}'"
    examples = [f"'{value}' ({count})" for value, count in sorted(values.items(), key=lambda one: (-one[1], one[0]))]
    named = "{layer}: " if layer else ""
    return warning_in_both(
        named + "{count:" + english + "} cannot be read, and {count:=counts|count} as unknown: {examples}.",
        named + "{count:" + danish + "} kan ikke læses og regnes for {count:=ukendt|ukendte}: {examples}.",
        count=sum(values.values()),
        examples=listed(examples),
        layer=layer,
    )

"""What a run found out about its data: for the log, and for the report where it counts for the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from ..common.errors import Note, listed
from ..designation.notes import other_geometries
from .check import Checked
from .remarks import deviating, in_document
from .rules import known
from .unmatched import Unmatched


def find(
    checked: Checked,
    layers: Mapping[str, str],
    geometries: Mapping[str, tuple[int, int]],
    unreadable: Mapping[tuple[str, str], Counter[str]],
    gone: int,
    unmatched: Unmatched,
) -> list[Note]:
    """Everything that the reader must know; `layers` names the layer behind each parameter.

    `geometries` counts repaired and missing ones, `gone` the buildings that no longer stand.
    """
    notes: list[Note] = []
    if not len(checked.inputs.parcels):
        notes.append(_warning("The parcel layer is empty.", "Jordstykkelaget er tomt."))
    for (name, concept), values in unreadable.items():
        notes.append(_unreadable(layers[name], concept, values))
    for name, (repaired, missing) in geometries.items():
        notes += other_geometries(layers[name], repaired, missing)
    notes += _zones(checked, layers)
    notes += _buildings(checked, layers, gone, unmatched)
    notes += _plots(checked)
    return [note for note in notes if note.values.get("count", 1)]


def _zones(checked: Checked, layers: Mapping[str, str]) -> list[Note]:
    zones, plans = checked.grounds.zones, checked.grounds.plans
    notes = []
    if zones.left_out:
        notes.append(
            _note(
                "{count:area|areas} of {layer} {count:=is|are} not used: not detached housing (1110), or not in force.",
                "{count:område|områder} i {layer} er ikke brugt: de er ikke åben-lav (1110) eller gælder ikke.",
                count=zones.left_out,
                layer=layers["ZONES"],
            )
        )
    if len(checked) and not (checked.zone >= 0).any():
        notes.append(
            _warning(
                "No plot belongs to a zone: do {layer} and the parcels belong to the same place?",
                "Ingen grund hører til en zone: hører {layer} og jordstykkerne til samme sted?",
                layer=layers["ZONES"],
            )
        )
    if plans.left_out:
        notes.append(
            _note(
                "{count:plan|plans} of {layer} {count:=is|are} not used, for {count:=it is|they are} not in force.",
                "{count:plan|planer} i {layer} er ikke brugt, da {count:=den|de} ikke gælder.",
                count=plans.left_out,
                layer=layers["PLANS"],
            )
        )
    notes += [
        _warning(
            "{count:plot has|plots have} a plan whose date of adoption is unknown; the rules of calculation are a "
            "guess there.",
            "{count:grund|grunde} har en lokalplan uden kendt vedtagelsesdato; beregningsreglerne er dér et skøn.",
            count=int(checked.rule_sets.undated.sum()),
        ),
        _note(
            "{count:plot has|plots have} a plan that states no plot ratio in Plandata but refers to its document.",
            "{count:grund|grunde} har en lokalplan, der ikke angiver bebyggelsesprocent i Plandata, men henviser til "
            "plandokumentet.",
            count=int(in_document(checked).sum()),
        ),
        _note(
            "{count:plot has|plots have} several plans or zones of one rank that state different limits.",
            "{count:grund|grunde} har flere planer eller zoner af samme rang, der angiver forskellige grænser.",
            count=int((checked.ratio_limit.disagreeing | checked.storeys_limit.disagreeing).sum()),
        ),
    ]
    return notes


def _buildings(checked: Checked, layers: Mapping[str, str], gone: int, unmatched: Unmatched) -> list[Note]:
    buildings = checked.merged.buildings
    notes = [
        _note(
            "{count:building is|buildings are} not counted: BBR calls {count:=it|them} historic, registered by "
            "mistake or ended.",
            "{count:bygning|bygninger} er ikke regnet med: BBR kalder "
            "{count:=den historisk, fejlregistreret eller ophørt|dem historiske, fejlregistrerede eller ophørte}.",
            count=gone,
        ),
        _note(
            "{count:building id stands|building ids stand} on more than one row; each is taken for one building: "
            "{examples}.",
            "{count:bygnings-id|bygnings-id'er} står på mere end én række; hvert regnes for én bygning: {examples}.",
            count=len(checked.merged.duplicate_ids),
            examples=listed(sorted(checked.merged.duplicate_ids)),
        ),
        _warning(
            "{count:building lies|buildings lie} on no parcel and {count:=counts|count} nowhere: {examples}.",
            "{count:bygning|bygninger} ligger ikke på noget jordstykke og tæller ikke med: {examples}.",
            count=len(unmatched.outside),
            examples=listed(unmatched.outside),
        ),
        _warning(
            "{count:building has|buildings have} no geometry and {count:=counts|count} nowhere: {examples}.",
            "{count:bygning|bygninger} har ingen geometri og tæller ikke med: {examples}.",
            count=len(unmatched.without_geometry),
            examples=listed(unmatched.without_geometry),
        ),
        _note(
            "{count:building lies|buildings lie} partly outside the plot that holds most of {count:=it|them}.",
            "{count:bygning|bygninger} ligger delvis uden for den grund, der har det meste af {count:=den|dem}.",
            count=int(((checked.placement.plot >= 0) & (checked.placement.share < 0.999)).sum()),
        ),
    ]
    if checked.inputs.floors is not None:
        all_of_them = checked.floors.unmatched == len(checked.inputs.floors.building_ids)
        notes.append(
            _warning(
                "{count:row|rows} of {layer} {count:=names|name} a building that is not in the layer."
                + (" None does: are the ids those of the buildings?" if all_of_them else ""),
                "{count:række|rækker} i {layer} nævner en bygning, der ikke er i laget."
                + (" Ingen gør: er id'erne bygningernes?" if all_of_them else ""),
                count=checked.floors.unmatched,
                layer=layers["FLOORS"],
            )
        )
    if len(buildings) and not known(buildings.use).any():
        notes.append(
            _warning(
                "No building has a use, so garages and sheds count as main buildings.",
                "Ingen bygninger har en anvendelse, så garager og udhuse regnes som hovedbygninger.",
            )
        )
    return notes


def _plots(checked: Checked) -> list[Note]:
    plots, parcels = checked.plots, checked.inputs.parcels
    unregistered = ~known(parcels.registered) & ~plots.repeated
    return [
        _note(
            "{count:parcel has|parcels have} no registered area and {count:=counts with its|count with their} "
            "geometry.",
            "{count:jordstykke|jordstykker} har intet registreret areal og er målt på kortet.",
            count=int(unregistered.sum()),
        ),
        _note(
            "{count:plot has|plots have} a registered area that is far from the drawn one.",
            "{count:grund|grunde} har et registreret areal, der er langt fra arealet på kortet.",
            count=int(deviating(checked).sum()),
        ),
        _warning(
            "{count:row repeats|rows repeat} a parcel of the same property, or {count:=is|are} a further part of "
            "it; its area counts once.",
            "{count:række|rækker} gentager et jordstykke på samme ejendom eller er en del af det; arealet tæller én "
            "gang.",
            count=int(plots.repeated.sum()),
        ),
        _warning(
            "{count:plot overlaps|plots overlap} another plot under a building.",
            "{count:grund|grunde} overlapper en anden grund under en bygning.",
            count=int(checked.contested.sum()),
        ),
        _note(
            "{count:plot lies|plots lie} partly in another planning zone than {count:=its|their} main building; "
            "that part is left out.",
            "{count:grund|grunde} ligger delvis i en anden zone end {count:=dens|deres} hovedbygning; den del er "
            "ikke regnet med.",
            count=int((np.nan_to_num(checked.left_out) > 0.005).sum()),
        ),
        _note(
            "{count:plot lies|plots lie} partly in a zone to which {count:=it does|they do} not belong.",
            "{count:grund|grunde} ligger delvis i en zone, som {count:=den|de} ikke hører til.",
            count=int(checked.grounds.in_zones.partly.sum()),
        ),
    ]


def outcome(counts: Mapping[str, int]) -> Note:
    """What came out, in one line."""
    return Note(
        "{plots} plots, {covered} of them in the zones: {kept} within the limits, {exceeded} over, {unknown} unknown, "
        "{area} with a limit for the area as a whole.",
        {
            "plots": counts["PLOT_COUNT"],
            "covered": counts["COVERED_COUNT"],
            "kept": counts["COMPLIANT_COUNT"],
            "exceeded": counts["EXCEEDED_COUNT"],
            "unknown": counts["UNKNOWN_COUNT"],
            "area": counts["AREA_COUNT"],
        },
    )


def _unreadable(layer: str, concept: str, values: Counter[str]) -> Note:
    from ..registers.aliases import words

    english, danish = ("limit or date", "grænse eller dato") if concept == "limits" else words(concept)
    examples = [f"'{value}' ({count})" for value, count in sorted(values.items(), key=lambda one: (-one[1], one[0]))]
    return _warning(
        f"{{count:value|values}} of {{layer}} ({english}) cannot be read, and {{count:=counts|count}} as unknown: "
        f"{{examples}}.",
        f"{{count:værdi|værdier}} i {{layer}} ({danish}) kan ikke læses og regnes for {{count:=ukendt|ukendte}}: "
        f"{{examples}}.",
        count=sum(values.values()),
        layer=layer,
        examples=listed(examples),
    )


def _note(english: str, danish: str, **values: object) -> Note:
    return Note(english, values, danish=danish)


def _warning(english: str, danish: str, **values: object) -> Note:
    return Note(english, values, warning=True, danish=danish)

"""What a run found out about its data: for the log, and for the report where it counts for the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from ..common.addresses import called
from ..common.errors import Note, listed, note_in_both, warning_in_both
from ..designation.notes import other_geometries
from ..neighbourhood.plots import Land
from ..neighbourhood.property_notes import without_property
from ..registers.aliases import words
from ..registers.left_out import counted_by_reason, status_notes, storey_notes
from ..registers.storeys import UNPLACED
from ..registers.versions import Life, RowLives, Versions, left_out
from .check import Checked
from .plan_limits import NO_NUMBER, SUB_AREAS_NOT_GIVEN
from .remark_facts import deviating
from .rules import known
from .unmatched import Unmatched


def find(
    checked: Checked,
    layers: Mapping[str, str],
    geometries: Mapping[str, tuple[int, int]],
    unreadable: Mapping[tuple[str, str], Counter[str]],
    gone: tuple[Versions, RowLives],
    unmatched: Unmatched,
    address_of: Mapping[str, str],
) -> list[Note]:
    """Everything that the reader must know; `layers` names the layer behind each parameter.

    `geometries` counts repaired and missing ones; `gone` is the verdict on the rows of buildings and what they
    say; `address_of` is by label and by id.
    """
    notes: list[Note] = []
    if not len(checked.inputs.parcels):
        notes.append(warning_in_both("The parcel layer is empty.", "Jordstykkelaget er tomt."))
    for (name, concept), values in unreadable.items():
        notes.append(_unreadable(layers[name], concept, values))
    for name, (repaired, missing) in geometries.items():
        notes += other_geometries(layers[name], repaired, missing)
    notes += _zones(checked, layers)
    notes += _left_out(checked, layers, *gone)
    notes += _buildings(checked, layers, unmatched, address_of)
    notes += _plots(checked)
    notes += without_property(layers["PARCELS"], checked.inputs.parcels.property_labels)
    return [note for note in notes if note.values.get("count", 1)]


def _zones(checked: Checked, layers: Mapping[str, str]) -> list[Note]:
    zones, plans = checked.grounds.zones, checked.grounds.plans
    notes = []
    if zones.left_out:
        notes.append(
            note_in_both(
                "{count:area|areas} of {layer} {count:=is|are} not used: not detached housing, or not in force.",
                "{count:område|områder} i {layer} er ikke brugt: de er ikke åben-lav eller gælder ikke.",
                count=zones.left_out,
                layer=layers["ZONES"],
            )
        )
    if len(checked) and not (checked.zone >= 0).any():
        notes.append(
            warning_in_both(
                "No plot belongs to a zone: do {layer} and the parcels belong to the same place?",
                "Ingen grund hører til et åben-lav-område: hører {layer} og jordstykkerne til samme sted?",
                layer=layers["ZONES"],
            )
        )
    if plans.left_out:
        notes.append(
            note_in_both(
                "{count:plan|plans} of {layer} {count:=is|are} not used, for {count:=it is|they are} not in force.",
                "{count:plan|planer} i {layer} er ikke brugt, da {count:=den|de} ikke gælder.",
                count=plans.left_out,
                layer=layers["PLANS"],
            )
        )
    notes += [
        warning_in_both(
            "{count:plot has|plots have} a plan whose date of adoption is unknown; the rules of calculation are a "
            "guess there.",
            "{count:grund|grunde} har en lokalplan uden kendt vedtagelsesdato; beregningsreglerne er dér et skøn.",
            count=int(checked.rule_sets.undated.sum()),
        ),
        *_sub_areas(checked, layers),
        note_in_both(
            "{count:plot has|plots have} several plans or zones of one rank that state different limits.",
            "{count:grund|grunde} har flere planer eller åben-lav-områder af samme rang, der angiver forskellige "
            "grænser.",
            count=int((checked.ratio_limit.disagreeing | checked.storeys_limit.disagreeing).sum()),
        ),
    ]
    return notes


def _sub_areas(checked: Checked, layers: Mapping[str, str]) -> list[Note]:
    """What the lokalplaner do not regulate themselves, and which delområder belong to no plan."""
    grounds, limit, storeys = checked.grounds.of_plans, checked.ratio_limit, checked.storeys_limit

    def plots_of(why: int) -> int:
        return int(((limit.why == why) | (storeys.why == why)).sum())

    plans = set(grounds.plans.plan_ids)
    orphans = [name for name, plan in zip(grounds.sub_areas.sources, grounds.sub_areas.plan_ids) if plan not in plans]
    layer = layers.get("SUB_AREAS", layers.get("PLANS", ""))
    return [
        warning_in_both(
            "{count:plot lies|plots lie} in a plan that does not itself regulate the extent, and the delområder that "
            "may do so are not given: the limit is unknown there. Give Plandata's delområder as SUB_AREAS.",
            "{count:grund|grunde} ligger i en lokalplan, der ifølge Plandata ikke selv regulerer omfanget, og "
            "delområder, der kan gøre det, er ikke angivet: grænsen er ukendt dér. Angiv også Plandatas delområder.",
            count=plots_of(SUB_AREAS_NOT_GIVEN),
        ),
        warning_in_both(
            "{count:plot lies|plots lie} in a plan that regulates the extent, but Plandata has no number of it: the "
            "limit is unknown there.",
            "{count:grund|grunde} ligger i en lokalplan, der regulerer omfanget, men Plandata har intet tal: grænsen "
            "er ukendt dér.",
            count=plots_of(NO_NUMBER),
        ),
        note_in_both(
            "{count:plot lies|plots lie} in a plan that does not itself regulate the extent, and no delområde of it in "
            "the data states a limit there: the next limit in line is used.",
            "{count:grund|grunde} ligger i en lokalplan, der ifølge Plandata ikke selv regulerer omfanget, og intet "
            "delområde af den i data angiver en grænse dér: den næste grænse i rækken er brugt.",
            count=int(((limit.silent >= 0) | (storeys.silent >= 0)).sum()),
        ),
        warning_in_both(
            "{count:delområde|delområder} of {layer} {count:=belongs|belong} to no plan in force of PLANS "
            "(lokplan_id), and {count:=is|are} not used: {examples}.",
            "{count:delområde|delområder} i {layer} hører ikke til nogen gældende plan i PLANS (lokplan_id) og er "
            "ikke brugt: {examples}.",
            count=len(orphans),
            layer=layer,
            examples=listed(orphans),
        ),
    ]


def _left_out(checked: Checked, layers: Mapping[str, str], versions: Versions, lives: RowLives) -> list[Note]:
    """What BBR itself says does not stand, by its reason; and what was read into the storeys."""
    gone = left_out(versions.life, lives)
    english, danish = counted_by_reason(gone)
    notes = [
        note_in_both(
            "{count:building is|buildings are} not counted, since {count:=it does|they do} not stand: {reasons}.",
            "{count:bygning|bygninger} er ikke regnet med, da {count:=den|de} ikke står der efter BBR: {grunde}.",
            count=sum(len(one.rows) for one in gone),
            reasons=english,
            grunde=danish,
        ),
        *status_notes(layers["BUILDINGS"], versions.life, lives),
    ]
    floors = checked.inputs.floors
    if floors is not None:
        gone = left_out(checked.storey_outcome, floors.lives)
        english, danish = counted_by_reason(gone)
        notes.append(
            note_in_both(
                "{count:storey|storeys} of {layer} {count:=is|are} not counted: {reasons}.",
                "{count:etage|etager} i {layer} er ikke regnet med: {grunde}.",
                count=sum(len(one.rows) for one in gone),
                layer=layers["FLOORS"],
                reasons=english,
                grunde=danish,
            )
        )
        notes += status_notes(layers["FLOORS"], checked.storey_outcome, floors.lives)
        notes += storey_notes(layers["FLOORS"], checked.storeys)
    return notes


def _buildings(
    checked: Checked, layers: Mapping[str, str], unmatched: Unmatched, address_of: Mapping[str, str]
) -> list[Note]:
    buildings, parts = checked.merged.buildings, checked.placement.parts
    over = np.zeros(len(buildings), dtype=bool)
    over[parts.building[parts.shared]] = True
    notes = [
        note_in_both(
            "{count:building id stands|building ids stand} on more than one row; each is taken for one building: "
            "{examples}.",
            "{count:bygnings-id|bygnings-id'er} står på mere end én række; hvert regnes for én bygning: {examples}.",
            count=len(checked.merged.duplicate_ids),
            examples=listed(called(sorted(checked.merged.duplicate_ids), address_of)),
        ),
        warning_in_both(
            "{count:building lies|buildings lie} on no parcel and {count:=counts|count} nowhere: {examples}.",
            "{count:bygning|bygninger} ligger ikke på noget jordstykke og tæller ikke med: {examples}.",
            count=len(unmatched.outside),
            examples=listed(called(unmatched.outside, address_of)),
        ),
        warning_in_both(
            "{count:building has|buildings have} no geometry and {count:=counts|count} nowhere: {examples}.",
            "{count:bygning|bygninger} har ingen geometri og tæller ikke med: {examples}.",
            count=len(unmatched.without_geometry),
            examples=listed(called(unmatched.without_geometry, address_of)),
        ),
        warning_in_both(
            "{count:building lies|buildings lie} on a road or on common land and {count:=counts|count} nowhere: "
            "{examples}.",
            "{count:bygning|bygninger} ligger på vejareal eller på en fælleslod og tæller ikke med: {examples}.",
            count=len(unmatched.on_no_plot),
            examples=listed(called(unmatched.on_no_plot, address_of)),
        ),
        note_in_both(
            "{count:building lies|buildings lie} partly outside the plot that holds most of {count:=it|them}.",
            "{count:bygning|bygninger} ligger delvis uden for den grund, der har det meste af {count:=den|dem}.",
            count=int((~over & (checked.placement.plot >= 0) & (checked.placement.share < 0.999)).sum()),
        ),
        warning_in_both(
            "{count:building lies|buildings lie} on several properties; {count:=its|their} areas are shared out by the "
            "footprint on each: {examples}.",
            "{count:bygning|bygninger} ligger på flere ejendomme; {count:=dens|deres} arealer er delt efter omridset "
            "på hver: {examples}.",
            count=int(over.sum()),
            examples=listed(called((buildings.labels[one] for one in np.flatnonzero(over).tolist()), address_of)),
        ),
    ]
    if checked.inputs.floors is not None:
        outcome = checked.storey_outcome
        unplaced = int((outcome == UNPLACED).sum())
        all_of_them = unplaced == int(((outcome == Life.CURRENT) | (outcome == UNPLACED)).sum())
        notes.append(
            warning_in_both(
                "{count:row|rows} of {layer} {count:=names|name} a building that is not in the layer."
                + (" None does: are the ids those of the buildings?" if all_of_them else ""),
                "{count:række|rækker} i {layer} nævner en bygning, der ikke er i laget."
                + (" Ingen gør: er id'erne bygningernes?" if all_of_them else ""),
                count=unplaced,
                layer=layers["FLOORS"],
            )
        )
    notes.append(
        note_in_both(
            "{count:dwelling has|dwellings have} 0 dwellings in BBR (byg024), which is not registered, not none; "
            "{count:=it counts|each counts} as one dwelling.",
            "{count:bolig|boliger} har 0 boliger i BBR (byg024): antallet er ikke registreret. {count:=Den|Hver} "
            "regnes for én bolig.",
            count=int(checked.merged.undeclared.sum()),
        )
    )
    if len(buildings) and not known(buildings.use).any():
        notes.append(
            warning_in_both(
                "No building has a use, so garages and sheds count as main buildings.",
                "Ingen bygninger har en anvendelse, så garager og udhuse regnes som hovedbygninger.",
            )
        )
    return notes


def _plots(checked: Checked) -> list[Note]:
    plots, parcels = checked.plots, checked.inputs.parcels
    first = parcels.same == np.arange(len(parcels))
    unregistered = ~known(parcels.registered) & ~plots.repeated
    return [
        note_in_both(
            "{count:parcel has|parcels have} no registered area and {count:=counts with its|count with their} "
            "geometry.",
            "{count:jordstykke|jordstykker} har intet registreret areal og er målt på kortet.",
            count=int(unregistered.sum()),
        ),
        note_in_both(
            "{count:plot has|plots have} a registered area that is far from the drawn one.",
            "{count:grund|grunde} har et registreret areal, der er langt fra arealet på kortet.",
            count=int(deviating(checked).sum()),
        ),
        note_in_both(
            "{count:piece|pieces} of road (7000, 7000a and so on, or road area alone) {count:=is|are} no plot and "
            "{count:=comes|come} out as not covered.",
            "{count:vejareal|vejarealer} (7000, 7000a osv. eller kun vejareal) er ikke {count:=en grund|grunde} og "
            "står som ikke omfattet.",
            count=int(np.isin(checked.land, (Land.ROAD, Land.ALL_ROAD)).sum()),
        ),
        note_in_both(
            "{count:piece|pieces} of common land {count:=is|are} no plot and {count:=comes|come} out as not covered; "
            "the area is not shared out among the owners.",
            "{count:fælleslod|fælleslodder} er ikke {count:=en grund|grunde} og står som ikke omfattet; arealet er "
            "ikke fordelt på ejerne.",
            count=int((checked.land == Land.COMMON).sum()),
        ),
        warning_in_both(
            "{count:parcel is|parcels are} listed once for each of several properties, such as flats: {count:=it is|"
            "each is} one parcel, counted once.",
            "{count:jordstykke|jordstykker} står i laget én gang for hver af flere ejendomme, f.eks. ejerlejligheder: "
            "{count:=det|hvert} er ét jordstykke og tæller én gang.",
            count=int(((parcels.listed > 1) & first & ~parcels.common).sum()),
        ),
        warning_in_both(
            "{count:row repeats|rows repeat} a parcel of the same property, or {count:=is|are} a further part of "
            "it; its area counts once.",
            "{count:række|rækker} gentager et jordstykke på samme ejendom eller er en del af det; arealet tæller én "
            "gang.",
            count=int((plots.repeated & (parcels.listed == 1)).sum()),
        ),
        warning_in_both(
            "{count:plot overlaps|plots overlap} another plot under a building.",
            "{count:grund|grunde} overlapper en anden grund under en bygning.",
            count=int(checked.contested.sum()),
        ),
        note_in_both(
            "{count:plot lies|plots lie} partly in another planning zone than {count:=its|their} main building; "
            "that part is left out.",
            "{count:grund|grunde} ligger delvis i en anden zone end {count:=dens|deres} hovedbygning; den del er "
            "ikke regnet med.",
            count=int((np.nan_to_num(checked.left_out) > 0.005).sum()),
        ),
        note_in_both(
            "{count:plot lies|plots lie} partly in a zone to which {count:=it does|they do} not belong.",
            "{count:grund|grunde} ligger delvis i et åben-lav-område, som {count:=den|de} ikke hører til.",
            count=int(checked.grounds.in_zones.partly.sum()),
        ),
    ]


def outcome(counts: Mapping[str, int]) -> Note:
    """What came out, in one line."""
    return Note(
        "{plots:plot|plots}, {covered:,} of them in the areas: {kept:,} within the limits, {exceeded:,} over, "
        "{unknown:,} "
        "unknown, "
        "{area:,} with a limit for the area as a whole.",
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
    english, danish = ("limit or date", "grænse eller dato") if concept == "limits" else words(concept)
    examples = [f"'{value}' ({count})" for value, count in sorted(values.items(), key=lambda one: (-one[1], one[0]))]
    return warning_in_both(
        f"{{count:value|values}} of {{layer}} ({english}) cannot be read, and {{count:=counts|count}} as unknown: "
        f"{{examples}}.",
        f"{{count:værdi|værdier}} i {{layer}} ({danish}) kan ikke læses og regnes for {{count:=ukendt|ukendte}}: "
        f"{{examples}}.",
        count=sum(values.values()),
        layer=layer,
        examples=listed(examples),
    )

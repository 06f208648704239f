"""What a comparison found out about its two layers: said in the log, and in the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ..common.addresses import called
from ..common.errors import Note, listed, note_in_both, warning_in_both
from .compare import NOBODY, Matched
from .settings import SettingChanges


def comparison_notes(
    matched: Matched,
    before: str,
    after: str,
    unreadable: Mapping[str, Counter[str]],
    settings: SettingChanges,
    address_of: Mapping[str, str],
) -> list[Note]:
    """Everything about the match and the settings that the reader must know.

    `before` and `after` name the layers; `address_of` is by id as it is compared.
    """
    return [
        *_settings(before, after, settings),
        *_layers(matched, before, after),
        *_recognised(matched, before, address_of),
        *_unreadable(unreadable),
    ]


def _layers(matched: Matched, before: str, after: str) -> Iterator[Note]:
    """A layer without rows, and buildings that only one of the two has."""
    in_before, in_after = matched.before != NOBODY, matched.after != NOBODY
    both = int((in_before & in_after).sum())
    if not in_after.any():
        yield warning_in_both("{layer} is empty.", "{layer} er tomt.", layer=after)
    if not in_before.any():
        yield warning_in_both("{layer} is empty.", "{layer} er tomt.", layer=before)
    if not both and in_before.any() and in_after.any():
        yield warning_in_both(
            "No building is in both layers: do they belong to the same place, and are the ids of the same kind?",
            "Ingen bygning findes i begge lag: hører de til samme sted, og er id'erne af samme slags?",
        )
    for rows, layer in ((in_after & ~in_before, after), (in_before & ~in_after, before)):
        if rows.any() and both:
            yield note_in_both(
                "{count:building is|buildings are} only in {layer}.",
                "{count:bygning|bygninger} findes kun i {layer}.",
                count=int(rows.sum()),
                layer=layer,
            )


def _recognised(matched: Matched, before: str, address_of: Mapping[str, str]) -> Iterator[Note]:
    """How buildings were found again where an id did not say it once and for all."""
    if matched.by_place:
        yield note_in_both(
            "{count:building without an id was|buildings without an id were} recognised by {count:=its|their} place.",
            "{count:bygning uden id er genkendt på sit|bygninger uden id er genkendt på deres} sted.",
            count=matched.by_place,
        )
    if matched.blank:
        yield warning_in_both(
            "{count:row has|rows have} no id and could not be recognised by {count:=its|their} place; each counts "
            "as a "
            "building apart.",
            "{count:række uden id kunne ikke genkendes på sit|rækker uden id kunne ikke genkendes på deres} sted; "
            "hver "
            "er sin egen bygning.",
            count=matched.blank,
        )
    if matched.duplicates:
        yield warning_in_both(
            "{count:id stands|ids stand} on more than one row of a layer; {count:=its|their} rows are compared "
            "one by "
            "one: {examples}.",
            "{count:id|id'er} står på mere end én række i et lag; rækkerne er sammenlignet en for en: {examples}.",
            count=len(matched.duplicates),
            examples=listed(called(sorted(matched.duplicates), address_of)),
        )
    if matched.folded:
        yield warning_in_both(
            "{count:row|rows} of {layer} {count:=repeats|repeat} an id more often than the other layer, and "
            "{count:=has no row of its|have no row of their} own.",
            "{count:række|rækker} i {layer} gentager et id oftere end det andet lag og står ikke for sig.",
            count=matched.folded,
            layer=before,
        )


def _unreadable(unreadable: Mapping[str, Counter[str]]) -> Iterator[Note]:
    """Values that count as unknown, by layer."""
    for layer, values in unreadable.items():
        most = sorted(values.items(), key=lambda one: (-one[1], one[0]))
        examples = [f"'{value}' ({count})" for value, count in most]
        yield warning_in_both(
            "{layer}: {count:value|values} cannot be read, and {count:=counts|count} as unknown: {examples}.",
            "{layer}: {count:værdi|værdier} kan ikke læses og regnes for {count:=ukendt|ukendte}: {examples}.",
            layer=layer,
            count=sum(values.values()),
            examples=listed(examples),
        )


def _settings(before: str, after: str, settings: SettingChanges) -> list[Note]:
    """Whether the rule and the thresholds of both are known, and what of them differs."""
    layers = [name for name, when in ((before, "før"), (after, "nu")) if when in settings.unknown_when]
    notes = [
        warning_in_both(
            "{layer} does not say which rule and thresholds it was decided by, so the reasons name none that changed. "
            "classifybuildings writes them into the layer's metadata (in a GeoPackage, or a .qmd file beside it).",
            "{layer} oplyser ikke, hvilken regel og hvilke tærskler det er lavet efter, så begrundelserne nævner "
            "ingen, der er ændret. De står i lagets metadata (i en GeoPackage, eller i en .qmd-fil ved siden af).",
            layer=name,
        )
        for name in layers
    ]
    if settings.known and not settings.any:
        notes.append(
            note_in_both(
                "Both were decided by the same rule and thresholds.", "Begge er lavet efter samme regel og tærskler."
            )
        )
    elif settings.any:
        notes.append(
            note_in_both(
                "The rule or the thresholds differ (in Danish, as in the reasons): {changes}.",
                "Regel eller tærskler er ikke de samme: {changes}.",
                changes="; ".join((*settings.values, *settings.verdict, *settings.figures)),
            )
        )
    return notes

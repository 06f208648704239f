"""What came of asking a service for a layer: a code, what it rests on, and words for the log and the table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..common.errors import Note

FETCHED, NONE_HERE, INCOMPLETE, NO_SUCH_LAYER = "hentet", "ingen", "ufuldstaendig", "findes_ikke"
NO_ANSWER, REFUSED, UNKNOWN, NOT_ASKED, KEPT = "intet_svar", "naegtet", "ukendt", "ikke_spurgt", "beholdt"
KNOWN = (FETCHED, NONE_HERE)
"""The results by which one knows what there is."""

_SAID = {
    FETCHED: Note("{service}: {layer}: {rows:row|rows}."),
    NONE_HERE: Note("{service}: {layer}: the service has the layer and nothing of it here."),
    INCOMPLETE: Note("{service}: {layer} is not whole ({why}). It is not written. Run the tool again."),
    NO_SUCH_LAYER: Note(
        "{service}: the service has no layer {layer}. It may have another name today: look in the service, and give "
        "the name in a catalogue of your own (CATALOGUE)."
    ),
    NO_ANSWER: Note(
        "{service}: {layer} was not answered ({why}). Whether there is anything is not known. Run the tool again "
        "later, or download the data and give them to 'Collect data'."
    ),
    REFUSED: Note(
        "{service}: {layer} was refused ({why}). Check the key in AUTH; a new key does not work for the first quarter "
        "of an hour."
    ),
    UNKNOWN: Note("{service}: {layer}: nothing came ({why}). That is no proof that there is nothing here."),
    NOT_ASKED: Note(
        "{service}: {layer} was not asked for, since it can only be asked for by an area. Give AREA, or fetch the "
        "plans together with it."
    ),
    KEPT: Note("{service}: {layer} could not be fetched now ({why}); the rows from {time} are kept."),
}


@dataclass(frozen=True)
class Fetched:
    """One row of the table of what was asked for."""

    service: str
    layer: str
    """As the service has it."""
    table: str
    """What it is called in the output; "" where it is not there."""
    address: str
    """Without any key."""
    time: str
    """UTC, as in 2026-11-26T17:05:12Z."""
    result: str
    matched: int | None = None
    """Rows that the service says it has; None where it does not say."""
    returned: int | None = None
    """Rows that came; None where none was asked for."""
    written: int | None = None
    """Rows of these that stand in the output; the rest is of other municipalities or outside the area."""
    why: Note | None = None
    notes: tuple[Note, ...] = field(default=())
    """What else the log says of it."""

    @property
    def known(self) -> bool:
        """Whether one knows by it what there is."""
        return self.result in KNOWN

    def note(self) -> Note:
        """What the log says of the result."""
        values: dict[str, object] = {"service": self.service, "layer": self.layer, "rows": self.written or 0}
        values |= {"why": self.why or "", "time": self.time}
        return replace(_SAID[self.result], values=values, warning=not self.known)

    def kept(self, earlier: Fetched) -> Fetched:
        """What stands of it, where rows of an earlier time are kept in place of those that did not come."""
        return replace(earlier, service=self.service, layer=self.layer, result=KEPT, why=self.why, notes=self.notes)

"""What is said of each layer that was asked for."""

import pytest

from lyngby_heritage.core.common.errors import Note
from lyngby_heritage.core.registers import service_results as results
from lyngby_heritage.core.registers.service_results import Fetched


def fetched(result, **more):
    return Fetched(
        "plandata", "pdk:plan", "lokalplaner", "https://example.dk/wfs", "2026-11-26T18:00:00", result, **more
    )


@pytest.mark.parametrize(
    ("result", "known", "words"),
    [
        (results.FETCHED, True, "plandata: pdk:plan: 1 row."),
        (results.NONE_HERE, True, "the service has the layer and nothing of it here"),
        (results.INCOMPLETE, False, "not whole (HTTP status 503)"),
        (results.NO_SUCH_LAYER, False, "no layer pdk:plan"),
        (results.NO_ANSWER, False, "Whether there is anything is not known"),
        (results.REFUSED, False, "Check the key in AUTH"),
        (results.UNKNOWN, False, "no proof that there is nothing here"),
        (results.NOT_ASKED, False, "Give AREA"),
        (results.KEPT, False, "the rows from 2026-11-26T18:00:00 are kept"),
    ],
)
def test_only_rows_and_a_sure_nothing_are_known(result, known, words):
    one = fetched(result, written=1, why=Note("HTTP status {status}", {"status": 503}))
    assert one.known is known
    assert one.note().warning is not known
    assert words in str(one.note())


def test_rows_of_an_earlier_time_are_kept_under_their_own_time_and_number():
    before = Fetched("plandata", "pdk:plan", "lokalplaner", "https://a.dk", "2026-10-01T09:00:00", "hentet", 5, 5, 4)
    now = fetched(results.NO_ANSWER, why=Note("no connection"))
    kept = now.kept(before)
    assert (kept.result, kept.time, kept.table, kept.matched, kept.written) == (
        *("beholdt", "2026-10-01T09:00:00", "lokalplaner", 5, 4),
    )
    assert "no connection" in str(kept.note())

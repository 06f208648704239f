"""The work list on what has happened since a plan was adopted, as a page: counts, signs, and whom it does not name."""

import re

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.report.since import ListedEvent, SinceReport, render_since


def a_page(*events, map_png=b"\x89PNG\r\n"):
    return render_since(
        SinceReport(
            *("Hvad er der sket?", "Lokalplan 300", "Vedtaget endeligt den 19. april 2027.", 12, events),
            *((), (), (), (("QGIS", "3.40.6"),), "01.05.2028 kl. 9.00", map_png),
        )
    )


def event(kind, name, rank=1, hidden=False):
    return ListedEvent(kind, "udpeget", rank, name, "Står", "Væk", "2028-01-02", "Der er sket noget.", hidden)


def legend_of(page):
    (legend,) = re.findall(r'<ul class="legend">(.*?)</ul>', page, re.DOTALL)
    return re.findall(r"<li>(<svg.*?</svg>)([^<]*)</li>", legend, re.DOTALL)


def test_the_legend_has_the_signs_of_the_map_for_what_has_happened():
    signs = {
        name.strip(): drawn for drawn, name in legend_of(a_page(event("nedrevet", "A 1"), event("lokalplan", "A 2")))
    }
    assert list(signs) == ["Nedrevet", "Anden lokalplan"]
    assert "M6.5 2h5" in signs["Nedrevet"]  # a cross
    assert "M9 2.5 16 15.5H2Z" in signs["Anden lokalplan"]  # a triangle


def test_every_kind_of_event_has_a_sign_that_can_be_drawn():
    kinds = [one["code"] for one in load("rules/since.json")["events"]]
    assert len(legend_of(a_page(*(event(kind, f"A {at}") for at, kind in enumerate(kinds))))) == len(kinds) == 8


def test_a_hidden_building_is_counted_and_not_named():
    page = a_page(event("nedrevet", "Ågade 1"), event("nedrevet", "Skjult 2", hidden=True))
    assert "Ågade 1" in page
    assert "Skjult 2" not in page
    assert "som registret ikke offentliggør" in page

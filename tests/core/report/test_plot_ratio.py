"""The report on plot ratios: what it counts, what it says, and that it stands whatever is missing."""

from dataclasses import replace

import plots as town
import pytest
from plot_ratio_cases import box

from lyngby_heritage.core.plot_ratio.summary import summarise
from lyngby_heritage.core.report.charts import Bar, Paint, Part, histogram
from lyngby_heritage.core.report.plot_ratio import PlotRatioReport, WholeArea, render

ALL = box(-100, -100, 900, 900)


def plot(number, west, area=600, **more):
    return (box(west, 0, west + 30, 20), f"e{number}", f"{number}a", area, more)


def house(west, **facts):
    return {
        "wkt": box(west + 2, 2, west + 12, 12),
        "id": f"h{west}",
        "anvendelse": 120,
        "etager": 1,
        "samlet_m2": 150,
        **facts,
    }


def checked(**chosen):
    """25 %, exactly 30 %, 50 %, an unknown one, an empty plot, a road, and one under an area's limit."""
    parcels = [plot(i, 40 * i) for i in range(5)] + [plot(5, 200, road=600), plot(6, 300)]
    point = {"wkt": "POINT (125 5)", "id": "p", "anvendelse": 120, "etager": 1}
    houses = [house(0), house(40, samlet_m2=180), house(80, samlet_m2=300, etager=2), point, house(300)]
    zone = [{"wkt": ALL, "plannr": "4.2", "plannavn": "Virum"}]
    plan = [{"wkt": box(290, -10, 340, 40), "plannr": "9", "bebygpct": 30, "bebygpctaf": 1, "datovedt": 20200101}]
    return town.computed(parcels, houses, zone=zone, plan=plan, **chosen)


def page(summary, **more):
    given = {
        "title": "Bebyggelsesprocent og etager",
        "summary": summary,
        "max_plot_ratio": 30.0,
        "whole_areas": (),
        "unmatched": (),
        "findings": (),
        "parameters": (),
        "inputs": (),
        "versions": (),
        "made_at": "1. maj 2026",
        "map_png": None,
    }
    return " ".join(render(PlotRatioReport(**{**given, **more})).split())  # a hard space is a space too


def test_the_counts():
    found = summarise(checked())
    assert found.statuses == {
        "overholdt": 3,
        "overskredet": 1,
        "ukendt": 1,
        "omraade": 1,
        "ikke_omfattet": 0,
    }
    (zone,) = found.zones
    assert (zone.name, zone.plots, zone.kept, zone.exceeded, zone.unknown, zone.of_area) == ("4.2 Virum", 6, 3, 1, 1, 1)
    # 30 on the first, 0 on the second, 180 on the empty one; the road is no plot, and one under an area has no room.
    assert (found.room, zone.room, zone.room_plots, found.roads) == (210.0, 210.0, 2, 1)
    assert (found.exceeding, found.unbuilt, found.unknown_ratio) == (120.0, 1, 1)
    assert found.unknown_reasons["no_floor_area"] == 1
    assert found.limit_sources == {"delomraade": 0, "lokalplan": 1, "zone": 0, "parameter": 5, "to_etager": 0}
    (worst,) = found.worst
    assert (worst.parcels, worst.ratio, worst.limit, worst.above) == ("2a [ejerlav ikke oplyst]", 50.0, 30.0, 120.0)


def test_a_plot_that_exceeds_is_not_among_the_unknown_for_what_else_is_not_known_of_it():
    """50 % of 30 is exceeded, whatever its storeys are: no plot is unknown, and no reason is told."""
    found = summarise(town.computed([plot(0, 0)], [house(0, samlet_m2=300, etager=None)]))
    assert (found.statuses["overskredet"], found.statuses["ukendt"]) == (1, 0)
    assert found.storeys_statuses["ukendt"] == 1
    assert sum(found.unknown_reasons.values()) == 0


def test_a_ratio_on_the_edge_of_a_bar_stands_in_the_lower_one():
    bars = {(start, end): counts for start, end, *counts in summarise(checked()).histogram if any(counts)}
    assert bars == {(20, 25): [2, 0], (25, 30): [1, 0], (45, 50): [0, 1]}


def test_the_area_above_the_limits_is_said_of_all_the_plots_that_exceed_and_not_of_those_listed():
    """The report lists some; the sum is of all, and says how many they are."""
    found = summarise(checked())
    one = "Den ene grund, hvor bebyggelsesprocenten er over det tilladte. Der er bygget 120 m² ud over grænsen."
    assert one in page(found)
    three = replace(found, worst=found.worst * 3, ratio_statuses={**found.ratio_statuses, "overskredet": 3})
    assert "De 3 grunde, hvor bebyggelsesprocenten er over det tilladte. Tilsammen er der bygget 120 m²" in page(three)
    more = replace(three, ratio_statuses={**found.ratio_statuses, "overskredet": 1187}, exceeding=12609.0)
    assert (
        "De 3 grunde, hvor bebyggelsesprocenten er længst over det tilladte. På alle 1.187 grunde over procenten er "
        "der tilsammen bygget 12.609 m² ud over grænserne."
    ) in page(more)


def test_a_second_limit():
    found = summarise(checked(compare_plot_ratio=50.0)).comparison
    # 50 % is then exactly at the limit, but two storeys still exceed: the ratio changes, the status does not.
    assert (found.ratio_changes, found.exceeding_before, found.exceeding) == (1, 120.0, 0.0)
    assert {one.code: one.plots for one in found.changes} == {"uaendret": 5, "lokalplan": 1}
    assert found.room - found.room_before == 20 / 100 * 600 * 3  # the first two and the empty one
    text = page(summarise(checked(compare_plot_ratio=25.0)))
    assert "Hvad betyder en anden grænse?" in text
    assert "Fra overholdt til overskredet" in text
    assert "Bundet af en lokalplan" in text


def test_the_exceeded_are_also_a_share_of_the_plots_that_can_be_decided():
    """Of 6 plots 3 keep the limits and 1 exceeds them; one is unknown, and one under an area's limit."""
    assert "Af de 4, der kan afgøres, er 25,0 % overskredet." in page(summarise(checked()))


@pytest.mark.parametrize(
    ("plots", "covered", "said"),
    [
        (84, 0, "Ingen af grundene ligger i de valgte åben-lav-områder."),
        (84, 12, "12 af 84 grunde ligger i de valgte åben-lav-områder."),
        (1, 0, "Grunden ligger ikke i de valgte åben-lav-områder."),
        (84, 84, ""),
    ],
)
def test_an_area_says_how_many_of_its_plots_the_rest_of_the_page_counts(plots, covered, said):
    area = WholeArea("lokalplan 33", plots, 41.0, 30.0, -500.0, "overskredet", "Regnestykket.", covered)
    text = page(summarise(checked()), whole_areas=(area,)).replace("\u00a0", " ")
    told = f'<span class="under">{said}</span>' if said else ""
    assert f'<span class="under">Regnestykket.</span>{told}</th>' in text


def test_the_page_says_what_was_found():
    areas = (WholeArea("lokalplan 9", 1, 25.0, 30.0, 30.0, "overholdt", "150 / 600 m²", 1),)
    text = page(summarise(checked()), whole_areas=areas, unmatched=(("ude <1>", "Bygningen ligger ikke på noget."),))
    for words in (
        "6 grunde ligger i de valgte åben-lav-områder",
        "På <strong>3</strong> (50,0 %) er grænserne",
        "For 1 kan det ikke afgøres. For 1 gælder",
        "er der i alt 210 m² etageareal tilbage; afstand, højde, etager og bevaring kan begrænse det",
        "de som ikke omfattet: 1 vejareal og 0 fælleslodder.",
        "4.2 Virum",
        '<th scope="col" class="n wide-only">Området som helhed</th>',
        "ude &lt;1&gt;",
        "lokalplan 9",
        "Sætter en anden plan, der går forud, en grænse for den enkelte grund",
        "En hovedbygning har intet areal i BBR og intet omrids",
        "BR18 §&nbsp;453",
    ):
        assert words in text, words
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert "Hvad betyder en anden grænse?" not in text


@pytest.mark.parametrize(
    "summary",
    [
        lambda: summarise(town.computed([], [])),
        lambda: summarise(town.computed([plot(0, 0)], [], zone=[])),
        lambda: summarise(town.computed([plot(0, 0)], [])),
        lambda: summarise(town.computed([(None, "e", "1a", 600)], [house(0)])),
        lambda: summarise(town.computed([plot(0, 0, road=600)], [])),
        lambda: summarise(town.computed([], [], compare_plot_ratio=25.0)),
    ],
)
def test_the_page_stands_whatever_is_missing(summary):
    assert "Sådan er det lavet" in page(summary())


def test_the_last_bar_of_the_histogram_says_that_it_is_open():
    """It holds a plot of 94 % too, and the bars end at 60."""
    found = page(summarise(checked())).replace("\u2060", "")
    assert "Den sidste søjle er alle grunde over 60 %." in found.replace("&nbsp;", " ").replace("\xa0", " ")
    assert "; over 60 %: " in found
    assert "60–65" not in found


def test_a_histogram_marks_its_limits():
    paint = Paint("#fff", "#000")
    bars = [Bar(5.0 * i, 5.0 * i + 5, (Part("x", i, paint),)) for i in range(13)]
    chart = histogram("h", "Titel & mere", bars, [(30.0, "30 %"), (95.0, "95 %")], "Procent")
    assert '<title id="h-titel">Titel &amp; mere</title>' in chart
    assert "30 %" in chart
    assert "over 60" in chart
    assert "95 %" in chart  # beyond the axis: drawn at its end
    assert chart.count("<rect") == 12  # none for the empty bar

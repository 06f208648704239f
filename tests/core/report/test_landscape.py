"""The report on landscape and heritage, from figures: unknown is never shown as nothing."""

import dataclasses
import re

import pytest

from lyngby_heritage.core.landscape.outcome import ThemeFigures
from lyngby_heritage.core.report.landscape import LandscapeReport, LayerLine, hectares, hectares_in_column, render

BOG = ThemeFigures(
    code="paragraf3",
    name="Beskyttet natur (§ 3)",
    legal="Naturbeskyttelseslovens § 3",
    designations=1469,
    single=0,
    statuses=(("gaeldende", 1387), ("ukendt", 72), ("forslag", 10)),
    area=15_014_927.6,
    inside=8_380_000.0,
    kept=100_000.0,
    new=0.0,
    gone=20.0,
    single_changes=(0, 0, 0),
    compared=True,
    buildings=12,
    properties=340,
    guidelines=(("Registreringen er vejledende.", 1469),),
    sources=("Danmarks Miljøportal: bes_naturtyper",),
    remarks=(),
    unknown=False,
)
CHURCH = dataclasses.replace(
    BOG,
    code="kirkebyggelinje",
    name="Kirkebyggelinje",
    legal="Naturbeskyttelsesloven [ikke kontrolleret]",
    designations=2,
    inside=0.0,
    compared=False,
    buildings=0,
    properties=0,
    guidelines=(),
    remarks=(("Kirken <b>", "Et sted & en bemærkning"),),
    unknown=True,
)


def a_report(**changes):
    whole = LandscapeReport(
        title="Udpegninger i Ærøskøbing",
        themes=(BOG, CHURCH),
        municipality=38_700_000.0,
        layers=(
            LayerLine("bes_naturtyper", "Beskyttet natur (§ 3)", "laest", 1469, ""),
            LayerLine("kirkebyggelinjer", "Kirkebyggelinje", "uden_for", 2, "Laget når ikke ind i kommunen."),
            LayerLine("min_egen", "", "ukendt_tema", 4, "Temaet kendes ikke."),
        ),
        not_given=("Natura 2000", "Lavbundsareal"),
        not_compared=("Kirkebyggelinje",),
        not_held=("Fredning",),
        counted=("gaeldende", "ukendt", "forslag"),
        compared=True,
        building_count=2000,
        covered_buildings=12,
        property_count=340,
        sliver=1.0,
        findings=(),
        parameters=(("SLIVER", "Bredde", "1"),),
        inputs=(),
        versions=(("QGIS", "3.40"),),
        made_at="1.1.2026 kl. 10.00",
        map_png=None,
        changes_png=None,
    )
    return dataclasses.replace(whole, **changes)


def words(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("square_metres", "text"),
    [(None, "–"), (0.0, "0"), (20.0, "<0,01"), (15_000.0, "1,50"), (838e4, "838,0"), (15_014_927.6, "1.501,5")],
)
def test_hectares(square_metres, text):
    assert hectares(square_metres) == text


@pytest.mark.parametrize(
    ("not_held", "said"),
    [
        (("Kirkebyggelinje",), "om temaet, så det vides ikke, om det er nyt."),
        (("Kirkebyggelinje", "Fredning"), "om temaerne, så det vides ikke, om de er nye."),
    ],
)
def test_what_could_not_be_compared_agrees_in_number(not_held, said):
    assert f"indeholder ikke noget {said}" in words(render(a_report(not_held=not_held)))


def test_areas_in_a_column_have_one_number_of_decimals():
    sizes = (None, 0.0, 20.0, 15_000.0, 999_999.0, 1e6, 838e4, 15_014_927.6)
    told = ["–", "0", "<0,01", "1,50", "100,00", "100,00", "838,00", "1.501,49"]
    assert [hectares_in_column(one) for one in sizes] == told


def test_the_figures_stand_in_the_table():
    page = words(render(a_report()))
    assert "1.471 udpegninger i 2 temaer" in page
    assert "1.387 gældende, 72 ukendt status, 10 forslag 1.469 1.501,49 838,00 21,7 % 12 340" in page
    assert "Kommunen er 3.870,0 ha" in page


def test_nothing_found_of_an_unknown_theme_is_unknown():
    page = words(render(a_report()))
    assert "2 1.501,49 ukendt ukendt ukendt ukendt" in page
    partly = dataclasses.replace(CHURCH, inside=50_000.0, buildings=3)
    assert "mindst 5,00 mindst 0,1 % mindst 3 ukendt" in words(render(a_report(themes=(partly,))))


def test_what_is_unknown_is_listed_with_its_reason():
    page = words(render(a_report()))
    assert "Ukendt: når ikke ind i kommunen. Laget når ikke ind i kommunen." in page
    assert "Udeladt: temaet kendes ikke. Temaet kendes ikke." in page
    assert "ikke undersøgt: Natura 2000 og Lavbundsareal" in page


def test_changes_are_shown_for_what_was_compared_only():
    page = words(render(a_report()))
    changes = page.split("Fastholdt, nyt og udgået, ha")[1].split("Hvad er ukendt?")[0]
    assert "Beskyttet natur (§ 3) 10,00 0 <0,01 –" in changes.replace("&lt;", "<")
    assert "Ikke sammenlignet: Kirkebyggelinje." in changes.replace(" :", ":")
    assert "Fastholdt, nyt og udgået" not in render(a_report(compared=False))


def test_laws_that_were_not_looked_up_are_named_and_data_hold_no_markup():
    page = render(a_report())
    assert "Naturbeskyttelsesloven [ikke kontrolleret] · " in words(page)  # the church's line
    assert "Naturbeskyttelseslovens § 3 · " in words(page)  # which has been read
    assert "Lovgrundlag er ikke angivet" in words(render(a_report(themes=(dataclasses.replace(BOG, legal=None),))))
    assert "Kirken &lt;b&gt;" in page


def test_a_report_without_anything_still_reads():
    page = words(
        render(
            a_report(
                themes=(),
                layers=(),
                municipality=None,
                building_count=None,
                covered_buildings=None,
                property_count=None,
                compared=False,
                not_compared=(),
                not_held=(),
            )
        )
    )
    assert "Der er ingen udpegninger i de lag, der er givet." in page
    assert "bygninger er ikke undersøgt" in page

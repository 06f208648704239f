"""The two pages for the council are two A4 pages, whatever stands on them, and nothing is outside their margins."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest
from builders import square
from choice_cases import BASIS, OWNERS, PLOTS, TOWN, evidence, town
from plan_builders import building, buildings, plots
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.designation.chosen_values import texts_of
from lyngby_heritage.core.documents.pdf_finish import Told
from lyngby_heritage.core.plan.choices import Evidence
from lyngby_heritage.core.plan.content import Withheld
from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.plan.summary import summarise
from lyngby_heritage.core.plan.summary_pages import first_page, second_page
from lyngby_heritage.processing.export.maps_pdf import write_pdf
from lyngby_heritage.processing.export.summary_layouts import SIGNS, TEXTS, first_layout, second_layout
from lyngby_heritage.processing.outputs.styling import apply_style

MM = 72 / 25.4
TITLE = "Lokalplan 300: Kulturhistorisk lokalplan for Eksempelkommunen"
FIELDS = "field=udpegning:string&field=udpeget:int&field=plangruppe:string"


def signs(kind, rows):
    """A layer of buildings in the look of the package."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:25832&{FIELDS}", "Bygninger", "memory")
    features = []
    for x, y, ground, yes, group in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(square(x, y) if kind == "Polygon" else f"POINT ({x} {y})"))
        feature.setAttributes([ground, yes, group])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    apply_style(layer, f"classifybuildings_{kind.lower()}_plan.qml", {})
    return layer


STREET = [
    *((720000 + 40 * i, 6187000, "vaerdi_1_3", 1, "A") for i in range(5)),
    *((720000 + 40 * i, 6187100, "ikke_registreret", 0, None) for i in range(5)),
    (720000, 6187200, "beslutning", 1, "C"),
    (720040, 6187200, "vaerdi_1_3", 1, "fredet"),
    (720080, 6187200, "vaerdi_1_3", 1, "kirke"),
]


@pytest.fixture
def drawn(tmp_path):
    """Draw both pages of a summary; the words of each with their box in mm."""
    project = QgsProject()

    def draw(summary, state=None, title=TITLE, source="Opdigtede data.", layer=None, boundary=False):
        state = state or PlanState()
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
        layer = layer or signs("Polygon", STREET)
        project.addMapLayer(layer)
        plan = SimpleNamespace(
            project=project,
            layers={SIGNS: layer, **({"afgraensning": layer} if boundary else {})},
            texts=load("rules/lokalplan.json"),
        )
        pages = [
            first_layout(plan, first_page(summary, state, title, "26. november 2026"), QgsRectangle(layer.extent())),
            second_layout(plan, second_page(summary, state, title, source)),
        ]
        path = tmp_path / "sammenfatning.pdf"
        assert write_pdf(path, Told(title), pages, False, 2, lambda: None) == []
        return boxes(path)

    yield draw
    project.clear()


def boxes(path):
    said = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = said.split("<page ")[1:]
    sizes = [
        tuple(round(float(one) / MM) for one in re.search(r'width="(.+?)" height="(.+?)"', page).groups())
        for page in pages
    ]
    assert sizes == [(210, 297), (210, 297)]
    word = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
    return [[(*(float(one) / MM for one in found[:4]), found[4]) for found in word.findall(page)] for page in pages]


def refuse_outside(pages):
    """No word beyond the margins, and none of the page in the foot's room."""
    for page in pages:
        assert page
        for x, y, right, below, word in page:
            assert x >= 14.5, word
            assert right <= 196.0, word
            assert y >= 4.0, word
            assert below <= 292.0, word


def refuse_overlap(pages):
    """No two words lie on each other."""
    for page in pages:
        found = np.array([one[:4] for one in page])
        for place, (x, y, right, below) in enumerate(found):
            tall = below - y
            others = found[place + 1 :]
            over = (others[:, 0] < right - 0.3) & (others[:, 2] > x + 0.3)
            over &= (others[:, 1] < below - 0.35 * tall) & (others[:, 3] > y + 0.35 * tall)
            assert not over.any(), (page[place][4], [page[place + 1 + row][4] for row in np.flatnonzero(over)])


def words(page):
    return " ".join(one[4] for one in page)


PARCELS = plots(*((owner, "", 0, 1) for owner in OWNERS))
WHOLE = summarise(
    town(*TOWN),
    evidence(*TOWN),
    BASIS,
    plots=PARCELS,
    plot_columns={**PLOTS, "status_sammenlign": PLOTS["status"]},
    preserved_by=["lokalplan 91"] * len(TOWN),
    themes=(["Fredning"], [f"Et tema om landskabet nummer {number}" for number in range(30)]),
    withheld=Withheld(np.ones(12_345, dtype=bool), frozenset(), 2_345),
)
BARE = summarise(
    buildings(building(0, ground="ikke_registreret")), Evidence(np.full(1, np.nan)), None, knows_listed=False
)
DESIGNATED = summarise(
    buildings(building(0, save=2, yes=True, ground="vaerdi_1_3", property="1")), Evidence(np.full(1, np.nan)), BASIS
)


def counted(one):
    return replace(one, buildings=one.buildings + 114_000, properties=one.properties + 113_000, on_none=12_345)


def answered(one):
    return replace(one, count=counted(one.count), unpreserved=counted(one.unpreserved))


def limited(one):
    return replace(one, plots=one.plots + 114_000, kept=114_000, exceeded=12_345, unknown=13_456, of_area=14_567)


def large():
    """As WHOLE, with the numbers of a large town, and a fourth rule."""
    fours, plots_ = WHOLE.fours, WHOLE.plots
    return replace(
        WHOLE,
        buildings=140_000,
        assessed=120_000,
        designated=counted(WHOLE.designated),
        classes=tuple(replace(one, count=counted(one.count), assessed=one.assessed + 20_000) for one in WHOLE.classes),
        unvalued=23_456,
        unvalued_main=12_345,
        on_none=12_345,
        fours=replace(fours, options=tuple(map(answered, (*fours.options, fours.options[0]))), unknown="near_high"),
        uniform=replace(WHOLE.uniform, options=tuple(map(answered, WHOLE.uniform.options))),
        plots=replace(plots_, ratio=tuple(map(limited, plots_.ratio)), storeys=tuple(map(limited, plots_.storeys))),
    )


TITLES = {
    "short": "Plan",
    "usual": TITLE,
    "long": "Kulturhistorisk lokalplan for hele kommunen med undtagelse af en lang række områder ved åen " * 6,
    "one word": "Kulturhistorisklokalplanforhelekommunen" * 12,
}


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        *((WHOLE, title) for title in TITLES),
        *((large(), title) for title in TITLES),
        (BARE, "usual"),
        (DESIGNATED, "short"),
    ],
)
def test_both_pages_hold_what_stands_on_them(drawn, summary, title):
    pages = drawn(
        summary, title=title, source="Bevaringsværdier: FBB. Bygninger og ejendomme: BBR, GeoDanmark og Matriklen."
    )
    refuse_outside(pages)
    refuse_overlap(pages)


def test_each_page_is_text_that_can_be_searched(drawn):
    one, other = map(words, drawn(WHOLE))
    for text in (TITLE, "UDKAST", "bygninger foreslås udpeget", "SAVE-værdi 1–3 1 1", "I alt", "Side 1 af 2", "1:"):
        assert text in one
    for text in (
        "Tre valg for kommunalbestyrelsen",
        "Ensartet med naboerne (planen) 5 3",
        "Hvad der er usikkert",
        "Side 2 af 2",
    ):
        assert text in other
    assert "erstatning" in other


def test_the_source_of_the_data_is_said_to_be_one(drawn):
    assert "Kilder: Opdigtede data." in words(drawn(WHOLE)[1])


def test_the_line_around_the_map_is_called_what_the_maps_call_it(drawn):
    assert "Undersøgt område" in words(drawn(WHOLE, boundary=True)[0])


def test_the_state_takes_one_line_where_it_can_be_read_in_one(drawn):
    """A second line is taken from the map, and an adopted plan had a smaller one than its proposal."""
    page, _ = drawn(WHOLE, PlanState(2, adopted=date(2027, 4, 19), published=date(2027, 4, 26)))
    told = {below for _, _, _, below, word in page if word in ("endeligt", "offentliggørelsen", "2027.")}
    assert max(told) - min(told) < 1.0


def test_numbers_of_a_column_end_at_the_same_place(drawn):
    page = drawn(large())[0]
    top = next(y for _, y, _, _, word in page if word == "Signatur")
    rows = [(round(right, 1), word) for _, y, right, _, word in page if y > top and 80 < right < 140]
    ends = {right for right, word in rows if re.fullmatch(r"11[34]\.0\d\d", word)}
    assert len(rows) > 20
    assert ends == {111.0, 133.0}


@pytest.mark.parametrize("points", [TEXTS[0], TEXTS[-1]])
def test_no_heading_of_a_column_is_cut(drawn, monkeypatch, points):
    """One that is cut says another thing than it counts: "Uden anden bevarende …"."""
    monkeypatch.setattr("lyngby_heritage.processing.export.summary_layouts.TEXTS", (points,))
    page = drawn(WHOLE)[1]
    y = next(y for _, y, _, _, word in page if word == "Svar")
    heads = [word for _, at, _, _, word in page if y - 7 < at < y + 3]
    assert "lokalplan" in heads
    assert not [one for one in heads if "…" in one]


@pytest.mark.parametrize("kind", ["Polygon", "Point"])
def test_every_building_is_a_sign_of_its_class_and_churches_have_their_own(drawn, kind):
    layer = signs(kind, STREET)
    drawn(WHOLE, layer=layer)
    rules = {rule.ruleKey(): rule for rule in layer.renderer().rootRule().children()}
    assert {"vaerdi_1_3", "fredet", "kirke", "ukendt"} <= set(rules)
    counted = {
        key: sum(1 for _ in layer.getFeatures(rules[key].filterExpression()))
        for key in ("vaerdi_1_3", "fredet", "kirke")
    }
    assert counted == {"vaerdi_1_3": 5, "fredet": 1, "kirke": 1}
    assert rules["vaerdi_1_3"].label() == "Udpeget: SAVE-værdi 1–3"


def test_an_extremely_long_text_is_cut_and_no_page_is_added(drawn, monkeypatch):
    """A profile may have any texts."""
    texts = dict(texts_of("rules/summary.json"))
    texts["fours"] = {**texts["fours"], "meaning": texts["fours"]["meaning"] * 40}
    monkeypatch.setattr("lyngby_heritage.core.plan.summary_pages.texts_of", lambda _: texts)
    pages = drawn(WHOLE)
    refuse_outside(pages)
    assert "…" in words(pages[1])

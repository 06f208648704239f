"""The working paper on proposed cultural environments, as the følgegruppe opens it in Word and prints it."""

import docx
import pytest
from conftest import write_layer
from office import as_pdf, page_texts
from word_files import seen

pytestmark = pytest.mark.process

SQUARE = "POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))"
BUILDING_FIELDS = (
    *("bygning_id:text", "adresse:text", "anvendelse:int", "opfoerelsesaar:int", "save_vaerdi:int"),
    *("udpeget:bool", "udpegning:text", "offentlig:bool"),
)
ENSEMBLE_FIELDS = (
    *("ensemble_id:int", "navn:text", "antal_bygninger:int", "antal_udpeget:int", "save_middel:real", "antal_save:int"),
    *("opfoert_fra:int", "opfoert_til:int", "anvendelse:text", "areal_ha:real", "ensartethed:real", "antal_andre:int"),
    *("begrundelse:text", "vaegt:real", "vaegt_udregning:text"),
)
ENVIRONMENT_FIELDS = ("navn:text", "beslutning:text")
PAPER = "kulturmiljoe_forslag.docx"
EAST, NORTH = 720000, 6187000


def at(x, y, side):
    return SQUARE.format(EAST + x, NORTH + y, EAST + x + side, NORTH + y + side)


def house(x, name, save, yes, use=120, public=None):
    ground = "vaerdi_1_3" if yes else "ikke_udpeget"
    return (at(x, 0, 10), name, name, use, 1920 + x, save, yes, ground, public)


HOUSES = [
    house(0, "Ågade 2", 3, True),
    house(20, "Ågade 1", 5, False),
    house(40, "Hemmeligvej 1", 2, True, public=False),
    house(60, "Ågade 3", None, False, use=910),
    house(1000, "Bygade 1", 2, True),  # in a decided environment
    house(2000, "Mosevej 1", 6, False),  # nothing designated
]


def proposal(x, number, name):
    told = (3.5, 2, 1920, 1940, "fritliggende enfamiliehus", 0.12, 0.75, 1, "Fordi de ligner.", 0.42, "0,42 = 0,42.")
    return (at(x - 5, -5, 100), number, name, 2, 1, *told)


def package(process, folder, proposals, *more):
    path = folder / "lag.gpkg"
    given = {
        "BUILDINGS": write_layer(path, "udpegning", HOUSES, BUILDING_FIELDS),
        "ENSEMBLES": write_layer(path, "forslag", proposals, ENSEMBLE_FIELDS),
        "ENVIRONMENTS": write_layer(
            path, "kulturmiljoeer", [(at(990, -10, 200), "Bygade", "udpeg")], ENVIRONMENT_FIELDS
        ),
        "FOLDER": folder / "pakke",
    }
    values = [f"{name}={value}" for name, value in given.items()]
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *values, *more)
    assert done.code == 0, done.log
    return folder / "pakke", done


@pytest.fixture(scope="module")
def made(process, tmp_path_factory):
    proposals = [proposal(0, 1, "Ågade 1–3"), proposal(1000, 2, "Bygade 1"), proposal(2000, 3, "Mosevej 1")]
    return package(process, tmp_path_factory.mktemp("papir"), proposals, "TITLE=Lokalplan", "PLAN_NUMBER=300")


@pytest.fixture(scope="module")
def paper(made):
    return docx.Document(made[0] / PAPER)


def cells(table):
    return [[seen(cell.text) for cell in row.cells] for row in table.rows]


def test_it_has_a_section_for_each_open_proposal_with_evidence_and_no_other(made, paper):
    headings = [seen(one.text) for one in paper.paragraphs if one.style.name == "Heading 1"]
    assert headings == ["Om papiret", "Forslag 1: Ågade 1–3"]
    assert made[1].results["PROPOSALS"] == str(made[0] / PAPER)
    assert f"{PAPER}: 1 proposal for cultural environments" in made[1].log


def test_the_figures_the_reason_and_the_weight_are_those_of_the_layer(paper):
    assert cells(paper.tables[1])[1:] == [
        ["Hovedbygninger i forslaget", "2"],
        ["Heraf foreslået udpeget, fredede medregnet", "1"],
        ["SAVE-værdi i gennemsnit", "3,50 (2 har en værdi)"],
        ["SAVE-værdiernes spredning (hovedbygninger inden for omridset)", "værdi 3: 1, værdi 5: 1"],
        ["Opført", "1920–1940"],
        ["Hyppigste anvendelse (BBR)", "fritliggende enfamiliehus"],
        ["Areal", "0,12 ha"],
        ["Ensartethed: sammenligninger med naboer, hvor bygningerne ligner hinanden", "75 %"],
        ["Andre hovedbygninger inden for omridset", "1"],
        ["Vægt: hvor meget der taler for forslaget (0–1)", "0,42"],
    ]
    told = [seen(one.text) for one in paper.paragraphs]
    assert "Vægten 0,42 = 0,42." in told
    assert "Fordi de ligner." in told


def test_the_buildings_stand_by_address_and_what_is_withheld_does_not(paper):
    assert cells(paper.tables[2]) == [
        ["Adresse", "Nr.", "SAVE", "Opført", "Udpegning og grundlag"],
        ["Ågade 1", "–", "5", "1940", "Foreslås ikke"],
        ["Ågade 2", "2", "3", "1920", "Foreslås: SAVE-værdi 1–3"],
    ]
    assert any("Desuden ligger der 1 anden bygning, såsom garager" in one.text for one in paper.paragraphs)


def test_the_answers_are_empty_and_no_code_or_column_stands_beside_them(paper):
    rows = cells(paper.tables[3])
    assert rows[0] == ["Spørgsmål", "Svar"]
    assert [row[1] for row in rows[1:]] == [""] * 14
    told = " ".join([*(seen(one.text) for one in paper.paragraphs), *(row[0] for row in rows)])
    assert not [one for one in ("udpeg_ikke", "kulturmiljoeer", "gpkg", "ENVIRONMENTS", "fortaelling") if one in told]


def test_the_map_is_there_and_says_what_it_is(paper):
    (shown,) = paper.inline_shapes
    assert shown._inline.docPr.get("descr") == "Kort over forslag 1, Ågade 1–3, blandt naboerne"
    (picture,) = [one for one in paper.part.package.iter_parts() if one.content_type == "image/png"]
    assert len(picture.blob) > 10_000


def test_every_page_says_that_nothing_is_decided(made, tmp_path):
    pages = page_texts(as_pdf(made[0] / PAPER, tmp_path))
    assert len(pages) >= 4
    assert all("ikke besluttet" in page and "Udkast" in page for page in pages)


def test_without_a_proposal_to_work_with_there_is_no_paper_and_the_log_says_so(process, tmp_path):
    folder, done = package(process, tmp_path, [proposal(2000, 3, "Mosevej 1")])
    assert not (folder / PAPER).exists()
    assert "PROPOSALS" not in done.results
    assert f"so the working paper {PAPER} is not written" in done.log

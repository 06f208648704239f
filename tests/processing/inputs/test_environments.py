"""Decisions on cultural environments on their way into the package: a town of two streets, one decided, one refused."""

import json
import sqlite3
from contextlib import closing

import pytest
from conftest import write_layer

SQUARE = "POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))"
BUILDING_FIELDS = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text")
ENSEMBLE_FIELDS = ("ensemble_id:int", "navn:text", "antal_bygninger:int", "antal_udpeget:int")
ENVIRONMENT_FIELDS = (
    *("navn:text", "beslutning:text", "begrundelse:text", "kilde:text", "dato:text", "hvem:text", "fortaelling:text"),
    *("baerende_vaerdier:text", "saarbarhed:text", "anbefaling:text"),
)
TEXTS = ("Den er hel.", "Referat", "2024-10-03", "xy", "Bygget på en mark.", "Tagene.", "Kviste.", "Ens vinduer.")


def at(x, y, side):
    return SQUARE.format(x, y, x + side, y + side)


def town(path, decisions):
    """Three streets of two houses, 1,000 m apart, each with a proposal round it, and the decisions given."""
    houses = [
        (at(1000 * street + 20 * house, 0, 10), f"{street}-{house}", f"{name} {house + 1}", 2, True, "vaerdi_1_3")
        for street, name in enumerate(("Ågade", "Bygade", "Mosevej"))
        for house in range(2)
    ]
    proposals = [(at(1000 * street - 5, -5, 50), street + 1, "", 2, 2) for street in range(3)]
    return {
        "BUILDINGS": write_layer(path, "udpegning", houses, BUILDING_FIELDS),
        "ENSEMBLES": write_layer(path, "forslag", proposals, ENSEMBLE_FIELDS),
        "ENVIRONMENTS": write_layer(path, "kulturmiljoeer", decisions, ENVIRONMENT_FIELDS),
    }


DECISIONS = [
    (at(-10, -10, 100), "Ågade", "udpeg", *TEXTS),
    (at(990, -10, 100), "Bygade", "udpeg_ikke", *TEXTS),
    (at(9000, 0, 100), "Haven", "udpeg", *TEXTS),
    (at(1990, -10, 100), "Mosevej", None, *TEXTS),
]


@pytest.fixture(scope="module")
def package(process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pakke")
    given = [f"{name}={value}" for name, value in town(folder / "lag.gpkg", DECISIONS).items()]
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *given, f"FOLDER={folder / 'pakke'}")
    assert done.code == 0, done.log
    return folder / "pakke", done


def rows(package, select):
    with closing(sqlite3.connect(package[0] / "kulturhistorisk_lokalplan.gpkg")) as database:
        return database.execute(select).fetchall()


def text_of(package, name):
    return (package[0] / name).read_text(encoding="utf-8")


def test_decided_environments_stand_beside_the_open_proposals_and_refused_ones_nowhere(package):
    assert rows(package, "SELECT navn, beslutning, saarbarhed FROM kulturmiljoeer ORDER BY fid") == [
        ("Ågade", "udpeg", "Kviste."),
        ("Haven", "udpeg", "Kviste."),
    ]
    assert rows(package, "SELECT ensemble_id FROM kulturmiljoe_forslag") == [(3,)]
    assert (package[1].results["ENVIRONMENT_COUNT"], package[1].results["ENSEMBLE_COUNT"]) == (2, 1)
    assert "1 row has no beslutning and is no decision (row 4)" in package[1].log


def test_who_wrote_a_decision_down_is_not_in_the_package(package):
    columns = [row[1] for row in rows(package, "PRAGMA table_info(kulturmiljoeer)")]
    assert "hvem" not in columns
    assert "begrundelse" in columns


def test_each_decided_environment_and_each_open_proposal_has_a_sheet(package):
    sheets = rows(package, "SELECT navn, slags FROM kortblade ORDER BY nr")
    assert [name for name, kind in sheets if kind == "kulturmiljoe"] == [
        "Ågade",
        "Haven",
        "Forslag til kulturmiljø 3: Mosevej",
    ]


def test_the_documents_name_what_is_decided_and_never_what_is_refused(package):
    provisions, statement = text_of(package, "bestemmelser.md"), text_of(package, "redegoerelse.md")
    assert (
        "- **Ågade.** I området ligger 2 bygninger, som begge foreslås udpeget. Bærende værdier: Tagene." in provisions
    )
    assert "- **Haven.** I området ligger ingen bygninger" in provisions
    assert "1 område er **foreslået** som kulturmiljø efter registrene, ved Mosevej." in provisions
    assert "**Ågade.** Bygget på en mark. I området ligger 2 bygninger, heraf 2 i planen." in statement
    assert "- Begrundelse for udpegningen: Den er hel. (Referat, 3. oktober 2024)" in statement
    for text in (provisions, statement):
        assert "Kulturmiljø 2" not in text
        assert "**Bygade" not in text


def test_the_website_tells_decided_environments_with_their_values_and_no_refused_one(package):
    script = text_of(package, "web/data/omraader.js")
    found = json.loads(script[script.index("{") : script.rindex("}") + 1])["environments"]
    assert [(one["name"], one["decided"]) for one in found] == [
        ("Ågade", True),
        ("Haven", True),
        ("Forslag til kulturmiljø 3", False),
    ]
    assert (found[0]["values"], found[0]["vulnerability"], found[0]["advice"]) == ("Tagene.", "Kviste.", "Ens vinduer.")
    page = text_of(package, "web/liste/omraader.html")
    assert '<h2 id="kulturmiljoeer">Kulturmiljøer</h2>' in page
    assert "Tagene." in page
    assert "Bygade" not in page


def test_proposals_go_where_proposals_are_asked_for(process, tmp_path):
    layers = town(tmp_path / "lag.gpkg", DECISIONS)
    given = [f"BUILDINGS={layers['BUILDINGS']}", f"ENVIRONMENTS={layers['ENSEMBLES']}", f"FOLDER={tmp_path / 'p'}"]
    done = process("run", "lyngby_heritage:exportlokalplan", "--", *given)
    assert done.code != 0
    assert "has no field 'beslutning', so it holds no decisions" in done.log
    assert not (tmp_path / "p").exists()

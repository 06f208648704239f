"""What people are told of the rows for GeoFA: lists, tables, and the read-me."""

import re
from pathlib import Path

import numpy as np
import pytest
import shapely
from builders import square
from geofa_cases import bbr, house, plan_buildings, register_rows, registered

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.delivery.geofa import adopted_rows
from lyngby_heritage.core.delivery.geofa_lists import (
    CHANGE_COLUMNS,
    FILE,
    GAP_COLUMNS,
    About,
    Exported,
    change_rows,
    gap_rows,
    geofa_read_me,
    geofa_tables,
)
from lyngby_heritage.core.delivery.geofa_rows import Gap
from lyngby_heritage.core.delivery.groups import group_rows
from lyngby_heritage.core.designation.decided_environments import read_environment_decisions

ABOUT = About(
    *("Lokalplan 7: Huse", "Vedtaget endeligt den 2. november 2026.", "9. november 2026", "tema6205 (udtræk.gpkg)"),
    *("geofa.gpkg", "geofa.xlsx"),
)


def exported(houses, rows=()):
    columns = {"navn": ["Gadekæret"], "beslutning": ["udpeg"], "begrundelse": ["Samlet."]}
    place = np.array([shapely.from_wkt(square(0, 0))], dtype=object)
    decided, _ = read_environment_decisions("kulturmiljoeer", columns, place)
    register = register_rows(*rows)
    return Exported(adopted_rows(plan_buildings(*houses), register, "173"), group_rows(decided), register)


TRANSLATIONS = Path(__file__).resolve().parents[3] / "lyngby_heritage" / "i18n" / "lyngby_heritage_da.ts"
OF_PLANDATA = ("Upload GIS", "Andre bestemmelser", "Ikke zoneregulerende", "Ikke anvendelsesregulerende")
OF_PLANDATA += ("Ikke omfangsregulerende", "Ikke udstykningsregulerende")
"""Names that Plandata's own pages have."""
HOUSES = (house(1, yes=True), house(2), house(3, yes=True), house(4), house(5, yes=True, wkt="POINT(0 0)"))
ROWS = (registered(1), registered(2), registered(8, systid_til="2026-01-01T00:00:00Z"))


def shown(tables):
    return {one.title: [dict(zip((each.heading for each in one.columns), row)) for row in one.rows()] for one in tables}


def test_a_change_is_told_with_its_row_before_after_and_why():
    (first, second, *_) = [dict(zip(CHANGE_COLUMNS, row)) for row in change_rows(exported(HOUSES, ROWS).buildings)]
    assert first == {
        "tabel": "t_6205_bygningsvurdering",
        "objekt_id": "objekt-1",
        "bbr_uuid": bbr(1),
        "bfe_nr": 101,
        "bygningsnummer": 1,
        "adresse": "Byvej 1",
        "aendring": "aendret",
        "felt": "bevaringsvaerdig",
        "foer": "nej",
        "efter": "ja",
        "hvorfor": "Planen udpeger bygningen.",
    }
    assert (second["foer"], second["efter"]) == (
        "0 (ikke udpeget som bevaringsværdig)",
        "1 (udpeget som bevaringsværdig i lokalplan)",
    )


def test_what_the_plan_does_not_bind_lacks_a_reason_for_preservation_and_not_a_lokalplan():
    """That no lokalplan is written reads as if there were none: it is not written as the building's reason."""
    for what in ("apart", "apart_withheld", "unbound"):
        assert "er lokalplan ikke skrevet som bevaringsårsag." in load(FILE)["gaps"][what]["lacks"]


def test_a_gap_says_what_lacks_and_what_to_do():
    (only,) = [dict(zip(GAP_COLUMNS, row)) for row in gap_rows(exported(HOUSES, ROWS).gaps)]
    assert (only["adresse"], only["felt"], only["mangler"], only["skrevet"]) == (
        *("Byvej 5", "geometri", "Mangler geometri."),
        False,
    )
    assert only["goer"].endswith("og lav eksporten igen.")


def test_every_gap_has_its_words_filled():
    every = [Gap(what, "Byvej 1", "b1", 1, 1, ("objekt-1",), ("bfe_nr", "geometri")) for what in load(FILE)["gaps"]]
    for row in gap_rows(every):
        assert not set("{}") & set(f"{row[7]}{row[8]}")
    assert "bfe_nr og geometri" in next(iter(gap_rows(every)))[7]


def test_the_list_has_a_sheet_for_each_kind_of_row_and_counts_them_first():
    sheets = shown(geofa_tables(exported(HOUSES, ROWS)))
    assert list(sheets) == [
        *("Oversigt", "Mangler", "Ændringer", "Nye rækker", "Ikke længere udpeget", "Uændrede rækker", "Kulturmiljøer"),
    ]
    assert {row["Hvad"]: row["Antal"] for row in sheets["Oversigt"]} == {
        "Nye rækker i 6205": 2,
        "– heraf udpegede": 1,
        "Rækker skrevet som ikke udpeget, uden at kommuneplanen er slået op": 1,
        "Rækker skrevet som udpeget af lokalplan alene, uden at kommuneplanen er slået op": 1,
        "Ændrede rækker i 6205": 1,
        "Rækker, som ingen plan udpeger mere": 0,
        "Uændrede rækker i 6205": 1,
        "Rækker i 6204 (kulturmiljøer)": 1,
        "Rækker på listen over mangler": 1,
        "– heraf ikke skrevet": 1,
        "Bygninger uden udpegning, SAVE-værdi og række i GeoFA, som der ikke er skrevet en række for": 0,
        "Tidligere versioner i udtrækket, som er udeladt": 1,
        "Rækker i andre kommuner, som er udeladt": 0,
    }
    assert [row["Ændring"] for row in sheets["Ændringer"]] == ["ændret", "ændret"], "new rows have a sheet of their own"
    assert [(row["Adresse"], row["bevaringsvaerdig"]) for row in sheets["Nye rækker"]] == [
        *(("Byvej 3", "ja"), ("Byvej 4", "nej")),
    ]
    assert sheets["Kulturmiljøer"] == [{"omraade": "Gadekæret", "beskrivelse": "Samlet."}]


def test_the_read_me_says_that_nothing_is_sent_and_what_nobody_has_verified():
    text = geofa_read_me(exported(HOUSES, ROWS), ABOUT)
    assert "Intet er sendt." in text
    assert "t_6205_bygningsvurdering: 4 rækker i alt. Nye: 2, heraf udpegede: 1. Ændrede: 1. Uændrede: 1." in text
    assert "- bfe_nr: Feltets lange navn er ikke efterprøvet" in text
    assert "\r\n" in text
    assert "\n" not in text.replace("\r\n", "")
    assert not set("{}") & set(text)


def test_the_read_me_names_the_fields_of_the_place_that_no_new_row_has():
    text = geofa_read_me(exported(HOUSES, ROWS), ABOUT)
    assert (
        "I alle nye rækker er felterne om beliggenheden tomme: vejkode, husnr, postnr, adr_id, koordinat_north, "
        "koordinat_east, matrikel_ejerlav. Bygningens adresse står i geofa.xlsx.\r\n"
    ) in text
    done = exported(HOUSES, ROWS)
    new = done.buildings.kinds.index("ny")
    done.buildings.columns["postnr"][new] = 2800
    assert "vejkode, husnr, adr_id," in geofa_read_me(done, ABOUT)
    assert "beliggenheden" not in geofa_read_me(exported([house(1)], [registered(1)]), ABOUT)


UNSEEN = "Om kommuneplanen {}, vides ikke: ingen række fra GeoFA siger det."


def test_a_new_row_says_why_it_has_its_code_and_that_nobody_has_looked_into_the_kommuneplan():
    (designated, other) = shown(geofa_tables(exported(HOUSES, ROWS)))["Nye rækker"]
    assert designated["Hvorfor"] == f"Planen udpeger bygningen. {UNSEEN.format('også gør')}"
    assert other["Hvorfor"] == f"Planen udpeger ikke bygningen. {UNSEEN.format('gør')}"
    (known,) = shown(geofa_tables(exported([house(1, yes=True, standing_designation="ingen")])))["Nye rækker"]
    assert known["Hvorfor"] == "Planen udpeger bygningen."


@pytest.mark.parametrize(
    ("houses", "said"),
    [
        ([], ""),
        ([house(1, yes=True, standing_designation="ingen")], ""),
        ([house(1)], "1 ny række er skrevet som ikke udpeget. Om kommuneplanen udpeger bygningen, er"),
        ([house(1, yes=True), house(2, yes=True)], "2 nye rækker er skrevet som udpeget af lokalplan alene. Om"),
        (
            [house(1), house(2), house(3, yes=True)],
            "2 nye rækker er skrevet som ikke udpeget og 1 som udpeget af lokalplan alene. Om kommuneplanen udpeger "
            "bygningerne, er ikke undersøgt: slå det op, før rækkerne føres ind.",
        ),
    ],
)
def test_the_read_me_counts_the_rows_whose_kommuneplan_nobody_has_looked_up(houses, said):
    text = geofa_read_me(exported(houses), ABOUT)
    assert f"Sådan føres det ind\r\n{said or '1. Ret'}" in text
    assert ("ikke undersøgt" in text) == bool(said)


def test_what_a_person_reads_of_a_delivery_names_its_inputs_as_the_window_does():
    """Not by their codes, which only a script writes; what stands in »…« is a label, or the name of a tool."""
    geofa, plandata = load("rules/geofa_texts.json"), load("rules/plandata.json")
    fields = [one for layer in plandata["layers"] for one in layer["fields"]]
    told = [*geofa["readme"], *(one["do"] for one in geofa["gaps"].values()), plandata["no_plots"]]
    told += [*(one["where"] for one in fields), *(one["text"] for one in plandata["steps"])]
    labels = TRANSLATIONS.read_text(encoding="utf-8")
    for text in told:
        assert not re.search(r"\b(exportgeofa|exportplandata|SOURCE_6205|PROPERTIES|PLANID|FOLDER)\b", text), text
    named = [name for text in told for name in re.findall("»(.*?)«", text)]
    assert {"Tema 6205, som GeoFA har det", "Grunde med bebyggelsesprocent", "planid, som Plandata gav planen"} <= {
        *named
    }
    for name in named:
        assert f"<translation>{name}" in labels or name in OF_PLANDATA, name


def test_what_to_do_names_no_setting_of_the_program():
    told = [said for gap in load("rules/geofa_texts.json")["gaps"].values() for said in gap.values()]
    assert [one for one in told if ".json" in one or "apart_counts" in one or " true" in one] == []


def test_a_row_that_several_gaps_kept_from_being_written_counts_once():
    kept = [Gap("uden_sted", "Byvej 1", "b1", 1, 1), Gap("uden_save", "Byvej 1", "b1", 1, 1), Gap("x", "Byvej 3", "b2")]
    done = exported(HOUSES, ROWS)
    done.buildings.gaps[:] = [*kept, Gap("uden_sted", "Byvej 5", "b3", written=True)]
    assert done.unwritten == 2

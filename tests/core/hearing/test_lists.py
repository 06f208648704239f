"""The tables of a hearing: merge fields, what goes where, and what the account shows."""

from datetime import date

import pytest
from hearing_cases import building, heard, others, owners

from lyngby_heritage.core.hearing.account import account_of
from lyngby_heritage.core.hearing.deadlines import hearing_of, terms
from lyngby_heritage.core.hearing.letters import About, Writer
from lyngby_heritage.core.hearing.lists import account_tables, digital_table, hearing_list, near_table, print_table
from lyngby_heritage.core.hearing.near import Near
from lyngby_heritage.core.hearing.statement import hearing_statement, read_me
from lyngby_heritage.core.tables.danish_csv import csv_bytes

HEARING = hearing_of(date(2027, 1, 4), None, terms()[0])
ABOUT = About("Lokalplan 300", "", "https://plan.dk", HEARING, "1. december 2026")
HEADING = "bfe navn adresse postnr by land rolle post beskyttet"
A, B = heard("1", "Avej 1", building(1), environments=("Landsbyen",)), heard("2", "Bvej 2", building(2, "Bvej 2", 2))
NEAR = heard("9", "Nærvej 9", near=True)
ROWS = (
    ("1", "Anna Alm", "Vej 1", "2800", "Lyngby", None, None, "0101501234", "ja"),
    ("1", "Bo Bro", "Vej 2", "2830", "Virum", None, None, None, None),
    ("2", "Bo Bro", "Vej 2", "2830", "Virum", None, "lejer", None, None),
    ("2", "Boet efter Carl Carl", "Gata 3", "21745", "Malmø", "Sverige", None, None, None),
    ("2", "=HYPERLINK(1)", None, None, None, None, None, None, None),
    ("7", "Dorte Dam", "Vej 4", "2800", None, None, None, None, None),
)


def account(*rows, properties=(A, B), near=()):
    return account_of(properties, near, owners(HEADING, *rows), None, ["1", "2"])


def shown(table):
    return [dict(zip((one.heading for one in table.columns), row)) for row in table.rows()]


def test_the_list_has_a_row_per_receiver_and_property_with_what_a_letter_merges():
    rows = shown(hearing_list(account(*ROWS), Writer(ABOUT)))
    assert [(row["Brev nr."], row["Navn"], row["Ejendom"], row["Rolle"], row["Forsendelse"]) for row in rows] == [
        (1, "Anna Alm", "1", "ejer", "digital post"),
        (2, "Bo Bro", "1", "ejer", "brev"),
        (2, "Bo Bro", "2", "lejer", "brev"),
        (3, "Boet efter Carl Carl", "2", "ejer", "brev"),
        (None, "=HYPERLINK(1)", "2", "ejer", "kan ikke sendes"),
    ]
    assert rows[2] | {} == rows[2] | {
        "Fil": "breve/brev_0002.docx",
        "Bygninger": "nr. 2 Bvej 2 (SAVE 2)",
        "Grundlag": "Foreslås udpeget: SAVE-værdi 1–3",
        "Begrundelse": "SAVE-værdi 2. Udpeges: bygningen er fin.",
        "Høringsfrist": "mandag den 1. februar 2027",
        "Link": "https://plan.dk",
    }
    assert rows[1]["Kulturmiljø"] == "Landsbyen"
    assert rows[0]["Konsekvens nu"].startswith("Fra forslaget er offentliggjort")


def test_a_protected_address_stands_in_no_list_where_digital_post_reaches():
    first = shown(hearing_list(account(*ROWS), Writer(ABOUT)))[0]
    assert (first["Adresse"], first["Postnr."], first["By"]) == ("beskyttet adresse", "", "")


def test_the_ids_stand_in_the_file_for_digital_post_alone():
    made = account(*ROWS)
    (row,) = shown(digital_table(made, ABOUT))
    assert (row["brev_nr"], row["id"], row["id_type"]) == (1, "0101501234", "CPR")
    tables = [hearing_list(made, Writer(ABOUT)), print_table(made), *account_tables(made, HEARING)]
    assert not any(b"0101501234" in csv_bytes(table) for table in tables)


def test_what_is_printed_lies_in_the_order_of_the_post():
    rows = shown(print_table(account(*ROWS)))
    assert [(row["fil"], row["postnr"], row["land"]) for row in rows] == [
        ("breve/brev_0002.docx", "2830", ""),
        ("breve/brev_0003.docx", "21745", "Sverige"),
    ]


def test_a_name_that_begins_as_a_formula_is_none_in_a_csv():
    assert b";'=HYPERLINK(1);" in csv_bytes(hearing_list(account(*ROWS), Writer(ABOUT)))


def test_the_account_shows_every_property_what_lacks_and_every_row():
    results, missing, groups, left, look, days = map(shown, account_tables(account(*ROWS), HEARING))
    assert [(row["Ejendom"], row["Hvorfor"], row["Brev lavet til ejerne"], row["Breve nr."]) for row in results] == [
        ("1", "bygning nr. 1; kulturmiljøet Landsbyen", "ja", "1, 2"),
        ("2", "bygning nr. 2", "delvist", "2, 3"),
    ]
    assert [(row["Ejendom"], row["Hvorfor ikke"]) for row in missing] == [
        ("2", "1 ejer får intet brev: der er hverken id til digital post eller adresse")
    ]
    assert [(row["Breve"], row["Bemærkning"]) for row in groups[:3]] == [
        (3, "1 i udtrækket får intet brev: kommunen skal selv sørge for, at den får besked."),
        (1, ""),
        (0, "Der er ingen brugere i udtrækket. § 26 nævner dem: kommunen skal selv sørge for, at de får besked."),
    ]
    assert [(row["Række i udtrækket"], row["Navn"], row["Hvorfor intet brev"]) for row in left] == [
        (6, "Dorte Dam", "ejendommen findes ikke i planens lag")
    ]
    said = {row["Navn"]: row["Hvad"] for row in look}
    assert said["=HYPERLINK(1)"].startswith("Brevet kan ikke sendes")
    assert "Adressen er beskyttet" in said["Anna Alm"]
    assert [row["Hvad"][:8] for row in look if row["Navn"].startswith("Boet")] == ["Dødsbo: ", "Adresse "]
    assert [row["Dag"].isoformat() for row in days[:2]] == ["2027-01-04", "2027-02-01"]
    assert [row["Bemærkning"] for row in days if row["Lov"] == "planlovens § 27"] == ["anden hånd: skal kontrolleres"]


@pytest.mark.parametrize(
    ("rows", "letters", "said"),
    [
        ([], 0, "Der er ingen i listen. De skal kun høres, hvis planen ophæver servitutter."),
        (
            [("Vandværket", None)],
            *(0, "1 i listen får intet brev: kommunen skal selv sørge for, at den får besked."),
        ),
        (
            [("Vandværket", None), ("Gasværket", None), ("Elværket", "Vej 1")],
            *(1, "2 i listen får intet brev: kommunen skal selv sørge for, at de får besked."),
        ),
        ([("Elværket", "Vej 1")], 1, ""),
    ],
)
def test_a_group_is_said_to_be_empty_only_where_nobody_of_it_is_named(rows, letters, said):
    given = others("navn adresse postnr rolle", *((name, at, at and "2800", "rettighed") for name, at in rows))
    made = account_of((A, B), [], owners(HEADING, *ROWS), given, ["1", "2"])
    groups = shown(account_tables(made, HEARING)[2])
    (row,) = (one for one in groups if one["Hvem"].startswith("Indehavere af servitutter"))
    assert (row["Breve"], row["Bemærkning"]) == (letters, said)
    text = hearing_statement("Lokalplan 300", made, HEARING, withheld=0)
    assert f"| {letters} | planlovens § 26 | {said} |" in text.replace("\\", "")


def test_the_text_for_the_case_says_of_no_owner_that_the_address_is_protected():
    made = account(("1", "Eva Eg", "beskyttet", None, None, None, None, None, None), properties=(A,))
    (missing,) = shown(account_tables(made, HEARING)[1])
    assert "adressen er beskyttet" in missing["Hvorfor ikke"]
    text = hearing_statement("Lokalplan 300", made, HEARING, withheld=0)
    assert "| 1 | Avej 1 | 1 ejer kan ikke nås med det, der står i udtrækket |" in text
    assert "beskyttet" not in text


def test_the_list_of_neighbours_keeps_what_somebody_decided():
    made = account(*ROWS, properties=(A, B, NEAR), near=[Near(NEAR, 4.26, "Avej 1"), Near(heard("8", ""), 9, "Avej 1")])
    rows = shown(near_table(made, {"9": "deler indkørsel"}))
    assert [(row["ejendom_id"], row["afstand_m"], row["hoeres"], row["begrundelse"]) for row in rows] == [
        ("9", 4.3, "ja", "deler indkørsel"),
        ("8", 9, "", ""),
    ]


def test_the_text_for_the_case_names_nobody():
    text = hearing_statement("Lokalplan 300", account(*ROWS), HEARING, withheld=2)
    assert "For 1 ejendom er der lavet brev til nogle af ejerne, men ikke til alle." in text
    assert "2 bygninger, som registret ikke offentliggør, opfylder reglen for udpegning eller er valgt" in text
    assert "Planen nævner dem ikke, og de er ikke med i breve og lister. Ejerne af dem skal høres for sig." in text
    assert "Fredede bygninger og kirker er ikke talt med her" in text
    assert "| 2 | Bvej 2 |" in text
    for name in ("Anna", "Bo Bro", "Carl", "Dorte", "HYPERLINK"):
        assert name not in text


def test_what_the_letters_say_at_length_is_in_the_list_and_not_on_paper():
    columns = hearing_list(account(*ROWS), Writer(ABOUT)).columns
    kept_off = [one.heading for one in columns if not one.prints]
    assert kept_off == ["Fil", "Begrundelse", "Konsekvens nu", "Konsekvens senere", "Høringsfrist", "Link"]


def test_the_folder_says_that_it_must_not_be_published():
    text = read_me("Lokalplan 300", HEARING, 3)
    assert text.startswith("HØRINGSMAPPE – MÅ IKKE OFFENTLIGGØRES\r\n")
    assert "Høring: 4. januar 2027 til 1. februar 2027\r\n3 breve" in text
    assert [one for one in ("NEARBY", "NEIGHBOURS") if one in text] == []  # what the dialog calls them, not their names
    assert "\n" not in text.replace("\r\n", "")


def test_of_a_neighbour_of_land_outside_the_plan_alone_the_list_says_which_land_that_is():
    near = [
        Near(NEAR, 4.26, "Avej 1"),
        Near(heard("8", ""), 61.0, "Avej 1", "matr.nr. 9 Askholt (Kirkevej 2)", 0.04),
        Near(heard("7", ""), None, "", "matr.nr. 9 Askholt (Kirkevej 2)", 12.5),
    ]
    rows = shown(near_table(account(*ROWS, near=near), {}))
    told = (
        "Kun i listen, fordi den ligger {} fra matr.nr. 9 Askholt (Kirkevej 2), som ikke er med i planens område "
        "(bestemmelsernes § 2), men hører til en ejendom, der høres."
    )
    assert [(row["afstand_m"], row["naermeste_ejendom_i_planen"], row["bemaerkning"]) for row in rows] == [
        (4.3, "Avej 1", ""),
        (61.0, "Avej 1", told.format("0 m")),
        (None, "", told.format("12,5 m")),
    ]
    assert b"7;;" in csv_bytes(near_table(account(*ROWS, near=near), {}))

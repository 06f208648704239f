"""The account: every property is heard or says why not, every row leads to a letter or says why not, nothing twice."""

import pytest
from hearing_cases import building, heard, others, owners

from lyngby_heritage.core.hearing.account import (
    NO_KEY,
    NO_OWNER,
    REPEATED,
    TENANTS_ONLY,
    UNKNOWN_PROPERTY,
    UNTOUCHED,
    WITHOUT_NUMBER,
    account_of,
    proof,
)
from lyngby_heritage.core.hearing.near import Near

A, B, C = heard("1", "Avej 1", building(1)), heard("2", "Bvej 2", building(2)), heard("3", "Cvej 3", building(3))
HEADING = "bfe navn adresse postnr rolle post"


def hear(*rows, properties=(A, B, C), known=("1", "2", "3", "50"), other=None, near=(), heading=HEADING):
    return account_of(properties, near, owners(heading, *rows), other, known)


def letters(account):
    return [(one.receiver.name, [each.property.key for each in one.holdings], one.roles) for one in account.letters]


def test_one_letter_has_all_that_is_the_receivers():
    account = hear(
        ("1", "Jens Hansen", "Vej 1", "2800", None, None),
        ("3", "HANSEN, Jens", "vej 1", "2800", None, None),
        ("2", "Bo Bo", "Vej 2", "2800", None, None),
        ("2", "Jens Hansen", "Vej 1", "2800", "lejer", None),
    )
    assert letters(account) == [
        ("Jens Hansen", ["1", "2", "3"], ("ejer", "lejer")),
        ("Bo Bo", ["2"], ("ejer",)),
    ]
    assert [one.number for one in account.letters] == [1, 2]
    assert [(one.heard, one.owners, one.reached, one.others, one.letters) for one in account.results] == [
        ("ja", 1, 1, 0, (1,)),
        ("ja", 1, 1, 1, (1, 2)),
        ("ja", 1, 1, 0, (1,)),
    ]


@pytest.mark.parametrize(
    ("rows", "heard_", "why"),
    [
        ([], "nej", NO_OWNER),
        ([("1", "A", "Vej 1", "2800", "lejer", None)], "nej", TENANTS_ONLY),
        (
            [("1", "A", None, None, None, None)],
            "nej",
            "1 ejer får intet brev: der er hverken id til digital post eller adresse",
        ),
        (
            [("1", "A", "Adressebeskyttet", None, None, None)],
            "nej",
            "1 ejer får intet brev: adressen er beskyttet, og der er intet id til digital post",
        ),
        (
            [("1", "A", "Vej 1", "2800", None, None), ("1", "B", None, None, None, None), ("1", "C", "", "", "", "")],
            "delvist",
            "2 ejere får intet brev: der er hverken id til digital post eller adresse",
        ),
        ([("1", None, "Vej 1", "2800", None, None)], "ja", ""),
        (
            [("1", None, None, None, None, None)],
            "nej",
            "1 ejer får intet brev: der er hverken id til digital post eller adresse",
        ),
    ],
)
def test_a_property_is_heard_or_says_why_not(rows, heard_, why):
    (result,) = hear(*rows, properties=(A,)).results
    assert (result.heard, result.why) == (heard_, why)


def test_a_property_without_number_is_not_lost():
    (result,) = hear(properties=(heard("", "Avej 1", building(1)),)).results
    assert (result.heard, result.why) == ("nej", NO_KEY)


def test_no_row_is_lost():
    account = hear(
        ("1", "A", "Vej 1", "2800", None, None),
        ("1", "a", "vej 1", "2800", "Ejer", None),
        ("50", "B", "Vej 2", "2800", None, None),
        ("77", "C", "Vej 3", "2800", None, None),
        (None, "D", "Vej 4", "2800", None, None),
    )
    assert [(one.row, one.written, one.name, one.why) for one in account.left] == [
        (2, "1", "a", REPEATED),
        (3, "50", "B", UNTOUCHED),
        (4, "77", "C", UNKNOWN_PROPERTY),
        (5, "", "D", WITHOUT_NUMBER),
    ]
    assert len(account.letters) == 1
    assert account.rows == 5


@pytest.mark.parametrize("written", ["1", "0001", 1, 1.0, "1.0", " 1 "])
def test_a_number_matches_however_a_spreadsheet_wrote_it(written):
    assert len(hear((written, "A", "Vej 1", "2800", None, None)).letters) == 1


def test_the_owner_of_a_flat_is_found_by_the_whole_propertys_number():
    account = hear(
        ("901", "1", "A", "Vej 1", "2800"), ("902", "1", "B", "Vej 1", "2800"), heading="bfe sfe navn adresse postnr"
    )
    assert [name for name, *_ in letters(account)] == ["A", "B"]
    assert account.left == []


def test_an_association_that_owns_and_asked_gets_one_letter():
    asked = others(
        "navn adresse postnr rolle post",
        ("E/F Avej", None, None, "forening", "12345678"),
        ("Region Nord", "Vej 9", "3400", "myndighed", None),
    )
    account = hear(("1", "E/F AVEJ 1", "Vej 1", "2800", None, "12345678"), other=asked)
    assert letters(account) == [
        ("E/F AVEJ 1", ["1"], ("ejer", "forening")),
        ("Region Nord", [], ("myndighed",)),
    ]
    assert account.by_role == {"ejer": 1, "forening": 1, "myndighed": 1}


def test_a_near_property_that_is_heard_is_no_property_of_the_plan():
    near = heard("4", "Dvej 4", near=True)
    account = hear(
        ("1", "A", "Vej 1", "2800", None, None),
        ("4", "D", "Vej 4", "2800", None, None),
        properties=(A, near),
        near=[Near(near, 5.0, "Avej 1")],
    )
    assert letters(account) == [("A", ["1"], ("ejer",)), ("D", ["4"], ("nabo",))]
    assert len(account.plan_results) == 1
    assert (account.count("ja"), account.count("nej")) == (1, 0)


def test_the_proof_names_what_is_missing():
    account = hear(("1", "A", "Vej 1", "2800", None, "12345678"), ("2", "B", "Vej 2", "2800", None, None))
    assert proof(account) == [
        "Høringen omfatter 3 ejendomme med en bygning, som forslaget nævner, eller i et besluttet kulturmiljø. For 2 "
        "af dem er der lavet brev til alle ejere, som udtrækket nævner.",
        "For 1 ejendom er der ikke lavet brev til nogen ejer.",
        "De står hver for sig i listen over ejendomme, der mangler, med grunden.",
        "Der er 2 breve i alt, heraf 1 til digital post og 1 til print; hver modtager får ét.",
        "Udtrækket nævner ingen lejere og ingen brugere af de berørte ejendomme. Planlovens § 26 nævner også lejere og "
        "brugere, så kommunen skal selv sørge for, at de får besked.",
    ]


def test_the_proof_asks_the_municipality_to_reach_those_alone_whom_the_table_does_not_name():
    account = hear(("1", "A", "Vej 1", "2800", None, None), ("1", "B", "Vej 1", "2800", "lejer", None), properties=(A,))
    assert proof(account)[-2:] == [
        "Udtrækket nævner ingen brugere af de berørte ejendomme. Planlovens § 26 nævner også brugere, så kommunen skal "
        "selv sørge for, at de får besked.",
        "Også 1 lejer får brev. Om udtrækket nævner dem alle, ved programmet ikke.",
    ]


def test_the_proof_of_a_hearing_without_gaps():
    account = hear(
        ("1", "A", "Vej 1", "2800", None, None),
        ("1", "B", "Vej 1", "2800", "lejer", None),
        ("1", "C", "Vej 1", "2800", "bruger", None),
        properties=(A,),
    )
    said = " ".join(proof(account))
    assert "For den er der lavet brev til alle ejere" in said
    assert "Også 1 lejer og 1 bruger får brev." in said
    assert "mangler" not in said


def test_the_proof_tells_of_tenants_and_users_whom_no_letter_reaches():
    account = hear(
        ("1", "A", "Vej 1", "2800", None, None),
        ("1", "B", "Vej 1", "2800", "lejer", None),
        ("1", "C", None, None, "lejer", None),
        ("1", "D", None, None, "bruger", None),
        properties=(A,),
    )
    assert proof(account)[-2:] == [
        "Også 1 lejer får brev. Om udtrækket nævner dem alle, ved programmet ikke.",
        "1 lejer og 1 bruger i udtrækket får intet brev: kommunen skal selv sørge for, at de får besked.",
    ]


def test_roles_that_nobody_knows_are_counted():
    account = hear(
        ("1", "A", "Vej 1", "2800", "Administrator", None), ("2", "B", "Vej 2", "2800", "Administrator", None)
    )
    assert account.unknown_roles == {"Administrator": 2}
    assert [one.roles for one in account.letters] == [("bruger",), ("bruger",)]


def test_the_proof_tells_properties_without_a_building_that_the_plan_binds():
    only_in_environment = heard("5", "Evej 5", environments=("Gadekæret",))
    with_a_listed_one = heard("6", "Fvej 6", building(6, apart="fredet"))
    account = hear(("1", "A", "Vej 1", "2800", None, None), properties=(A, only_in_environment, with_a_listed_one))
    said = proof(account)
    assert said[0].startswith("Høringen omfatter 3 ejendomme ")
    assert said[1:3] == [
        "Af de 3 ejendomme har 2 ejendomme ingen bygning, som planens bestemmelser skal gælde for; de ligger i et "
        "kulturmiljø eller har en fredet bygning eller en kirke.",
        "De 2 uden en bygning, som bestemmelserne gælder for, er kun omfattet af planen, hvis deres jordstykker står i "
        "bestemmelsernes § 2.",
    ]


@pytest.mark.parametrize(
    ("others", "has"), [((), "Ejendommen har ingen bygning"), ((A,), "Af de 2 ejendomme har 1 ejendom ingen bygning")]
)
def test_the_proof_tells_of_a_single_property_without_a_building_that_the_plan_binds(others, has):
    alone = heard("5", "Evej 5", environments=("Gadekæret",))
    said = proof(hear(("5", "E", "Vej 5", "2800", None, None), properties=(*others, alone)))
    assert said[1:3] == [
        f"{has}, som planens bestemmelser skal gælde for; den ligger i et kulturmiljø eller har en fredet bygning "
        "eller en kirke.",
        "Den uden en bygning, som bestemmelserne gælder for, er kun omfattet af planen, hvis dens jordstykker står i "
        "bestemmelsernes § 2.",
    ]


def test_the_proof_says_nothing_of_the_plans_area_where_every_property_has_a_bound_building():
    said = " ".join(proof(hear(("1", "A", "Vej 1", "2800", None, None), properties=(A,))))
    assert "§ 2." not in said

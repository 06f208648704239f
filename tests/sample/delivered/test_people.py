"""Owners and hearing answers: in the columns that the hearing's tools ask for, and nobody of them exists."""

from collections import Counter

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.sample.delivered.people import people_files
from lyngby_heritage.sample.municipality import make_municipality


@pytest.fixture(scope="module")
def made():
    return make_municipality(700, 173)


@pytest.fixture(scope="module")
def owners(made):
    return columns(made, 0)


@pytest.fixture(scope="module")
def answers(made):
    return columns(made, 2)


def columns(made, number):
    return {name: values.tolist() for name, values in people_files(made)[number].tables[0].columns.items()}


def test_the_tables_have_the_columns_of_the_hearing(owners, answers):
    assert list(owners) == [
        *("bfe", "navn", "adresse", "postnr", "by", "land", "rolle", "digital_post_id", "oprindelse")
    ]
    assert list(answers) == [
        *("svar_id", "afsender", "afsendertype", "dato", "bygning_id", "ejendom_id", "sted", "emne", "tekst", "resume"),
        *("vurdering", "konsekvens", "beslutning", "oprindelse"),
    ]


def test_every_name_and_town_says_that_it_is_invented(owners, answers):
    for texts in (owners["navn"], owners["by"], answers["afsender"]):
        assert all(text.endswith("(opdigtet)") for text in texts)


def test_nearly_every_property_has_an_owner(made, owners):
    properties = set(made.table("jordstykker").columns["samletFastEjendomLokalId"].tolist())
    assert set(owners["bfe"]) < properties
    assert 0 < len(properties - set(owners["bfe"])) < 0.02 * len(properties)


def test_owners_tenants_and_empty_roles_occur(owners):
    roles = Counter(owners["rolle"])
    assert set(roles) == {"ejer", "lejer", None}
    assert roles["ejer"] > roles["lejer"] > roles[None] > 0


def test_some_own_several_properties_and_some_properties_have_two_owners(owners):
    rows = [row for row in zip(owners["bfe"], owners["navn"], owners["rolle"]) if row[2] != "lejer"]
    private = {row[:2] for row in rows if row[1].startswith("Ejer ")}
    assert max(Counter(name for _, name in private).values()) > 1
    assert max(Counter(number for number, _ in private).values()) == 2


def test_a_name_is_one_person(owners):
    """The same name always has the same address, but for the municipality's and tenants of one house."""
    homes = {}
    for name, *place in zip(owners["navn"], owners["adresse"], owners["postnr"], owners["by"]):
        assert homes.setdefault(name, place) == place


def test_answers_are_on_buildings_properties_and_places_that_there_are(made, answers):
    buildings = made.table("bygninger").columns
    known = set(buildings["bygning_id"].tolist()), set(buildings["ejendom_id"].tolist())
    for building, number, place in zip(answers["bygning_id"], answers["ejendom_id"], answers["sted"]):
        assert [building, number, place].count(None) == 2
        assert building is None or building in known[0]
        assert number is None or number in known[1]


def test_answers_are_assessed_and_some_carry_a_decision(answers):
    assert set(answers["konsekvens"]) == {"ingen", "aendret", "imoedekommet", "delvist"}
    assert all(answers["vurdering"])
    assert {"udpeg", "udpeg_ikke", None} == set(answers["beslutning"])
    decided = [on for on, decision in zip(answers["bygning_id"], answers["beslutning"]) if decision]
    assert all(decided)
    assert len(set(decided)) == len(decided)
    assert answers["dato"] == sorted(answers["dato"])


def test_the_kinds_of_owners_that_a_hearing_meets_occur(owners):
    kinds = Counter(name.split()[0] for name in owners["navn"])
    assert min(kinds[one] for one in ("Boet", "Ejendomsselskabet", "Ejerforeningen", "Lejlighedsejer")) > 0
    assert {"Sverige", None} == set(owners["land"])
    protected = [
        post for address, post in zip(owners["adresse"], owners["digital_post_id"]) if address == "Adressebeskyttet"
    ]
    assert None in protected
    assert len(set(protected)) > 1


def test_no_id_is_like_a_number_that_somebody_has(made, owners):
    others = columns(made, 1)
    ids = [*owners["digital_post_id"], *others["digital_post_id"]]
    assert all(one.startswith("opdigtet-") for one in ids if one)


def test_the_other_parties_are_of_every_kind_and_one_cannot_be_reached(made):
    others = columns(made, 1)
    assert list(others) == ["navn", "adresse", "postnr", "by", "type", "digital_post_id", "oprindelse"]
    assert all(name.endswith("(opdigtet)") for name in others["navn"])
    assert list(zip(others["adresse"], others["digital_post_id"])).count((None, None)) == 1


DESIGNATED = {1, 2, 3}
CLAIMS = {
    "udpeget": lambda one, town: (
        one["save_vaerdi"] in DESIGNATED and not one["fredet"] and one["offentlig"] is not False
    ),
    "ikke_udpeget": lambda one, town: one["save_vaerdi"] == 5 and not one["fredet"],
    "gruppe_c": lambda one, town: (
        one["save_vaerdi"] > 3 and not one["fredet"] and town.decided[one["bygning_id"]] == "udpeg"
    ),
    "fredet": lambda one, town: one["fredet"] is True,
    "udpeget_nabo": lambda one, town: bool(town.designated_on_the_road(one, {2})),
    "to_udpegede_ens": lambda one, town: len(town.designated_on_the_road(one, set(range(2, 200)))) >= 2,
    "gammel_registrering": lambda one, town: int(one["save_dato"][:4]) <= 2006,
    "fritliggende": lambda one, town: one["anvendelse"] in (110, 120, 122),
    "tegltag": lambda one, town: one["tagdaekning"] == 5,
    "murstensfacade": lambda one, town: one["ydervaeg"] == 1,
    "en_etage": lambda one, town: one["etager"] == 1,
    "foer_1900": lambda one, town: one["opfoerelsesaar"] < 1900,
    "foer_1950": lambda one, town: one["opfoerelsesaar"] < 1950,
    "opfoert_1929_1940": lambda one, town: 1929 <= one["opfoerelsesaar"] <= 1940,
    "nyt_udhus": lambda one, town: any(
        (it["anvendelse"], it["save_vaerdi"]) == (930, None) and it["opfoerelsesaar"] >= 1990 for it in town.beside(one)
    ),
    "carport": lambda one, town: any(it["anvendelse"] == 920 for it in town.beside(one)),
    "sekundaert_fratrukket": lambda one, town: (
        one["anvendelse"] in (110, 120, 122)
        and sum(it["bebygget_m2"] for it in town.beside(one) if 910 <= it["anvendelse"] <= 950)
        + sum(it["indbygget_m2"] or 0 for it in town.beside(one))
        <= 35
    ),
    "flere_jordstykker": lambda one, town: town.parcels.count(one["ejendom_id"]) >= 2,
}


class Town:
    """The built sample, row by row."""

    def __init__(self, made):
        columns = {name: values.tolist() for name, values in made.table("bygninger").columns.items()}
        self.rows = [dict(zip(columns, values)) for values in zip(*columns.values())]
        self.parcels = made.table("jordstykker").columns["samletFastEjendomLokalId"].tolist()
        decided = made.table("beslutninger").columns
        self.decided = dict(zip(decided["bygning_id"].tolist(), decided["beslutning"].tolist()))

    def beside(self, one):
        return [it for it in self.rows if it["ejendom_id"] == one["ejendom_id"]]

    def designated_on_the_road(self, one, numbers_away):
        road, number = one["adresse"].rsplit(" ", 1)
        return [
            it
            for it in self.rows
            if it["adresse"].rsplit(" ", 1)[0] == road
            and abs(int(it["adresse"].rsplit(" ", 1)[1]) - int(number)) in numbers_away
            and it["anvendelse"] == one["anvendelse"]
            and abs(it["opfoerelsesaar"] - one["opfoerelsesaar"]) <= 3
            and CLAIMS["udpeget"](it, self)
        ]


@pytest.mark.parametrize("size", [60, 300, 700])
def test_what_an_answer_says_of_its_house_is_so(size):
    made = make_municipality(size, 173)
    town, answers = Town(made), columns(made, 2)
    claimed = {one["tekst"]: one.get("gaelder", []) for one in load("sample/delivered.json")["answers"]}
    told = 0
    for building, number, text in zip(answers["bygning_id"], answers["ejendom_id"], answers["tekst"]):
        houses = [one for one in town.rows if building == one["bygning_id"] or number == one["ejendom_id"]]
        assert bool(claimed[text]) == bool(building or number), text
        if claimed[text]:
            assert any(all(CLAIMS[claim](one, town) for claim in claimed[text]) for one in houses), text
            told += 1
    assert told == {60: 3, 300: 25, 700: 28}[size]


def test_no_house_is_spoken_of_twice(made, answers):
    home = dict(zip(*(made.table("bygninger").columns[one].tolist() for one in ("bygning_id", "ejendom_id"))))
    homes = [home.get(building, number) for building, number in zip(answers["bygning_id"], answers["ejendom_id"])]
    known = [one for one in homes if one]
    assert len(set(known)) == len(known) == 28


def test_who_asks_to_be_taken_in_is_not_designated_yet_and_who_asks_to_be_let_out_is(made, answers):
    buildings = made.table("bygninger").columns
    save = dict(zip(buildings["bygning_id"].tolist(), buildings["save_vaerdi"].tolist()))
    asked = [(one, save[on]) for on, one in zip(answers["bygning_id"], answers["beslutning"]) if one]
    assert {decision for decision, _ in asked} == {"udpeg", "udpeg_ikke"}
    assert all(value == 5 if decision == "udpeg" else value <= 3 for decision, value in asked)

"""The website's cards say what the plan's card says, and no more than the municipality shows the public."""

import re
from dataclasses import replace
from datetime import date

import pytest
from web_sites import a_site, data

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.plan.card import card_of
from lyngby_heritage.core.plan.card_facts import Facts, HeldBy, Neighbour
from lyngby_heritage.core.plan.may_i import said_of_environment, said_of_land
from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.web import settings, write_site
from lyngby_heritage.core.web.words import Words

HOUSE = Facts(
    id="aa-9",
    address="Ågade 9",
    save=2,
    ground="vaerdi_1_3",
    designated=True,
    reason="SAVE-værdi 2. Udpeges: bygningen har høj bevaringsværdi (1-3).",
    year=1912,
    use="fritliggende enfamiliehus",
    environment="Ågades gamle huse",
    themes=(HeldBy("Fredning", proposed=True), HeldBy("Mølleådalen")),
)
"""The second building of `a_site`, by address."""


def shown(folder, row):
    """What the page is handed of one building, [(heading, [line, …])], and its reason."""
    texts = data(folder, "tekst/000")
    sections = [
        (texts["headings"][heading][1], [texts["lines"][one][1:] for one in lines])
        for heading, *lines in texts["cards"][row]
    ]
    return sections, texts["reasons"][texts["reason"][row]]


def test_the_page_has_the_words_of_the_card(tmp_path):
    write_site(tmp_path, a_site())
    # Which neighbours it was compared with is told where they decide: its value does here.
    wanted = [one for one in settings.settings().card if one != "naboer"]
    card = card_of(HOUSE, wanted)
    sections, reason = shown(tmp_path, 1)
    assert reason == card.section("begrundelse").lines[0].text
    expected = [
        (one.title, [[line.name, line.text] for line in one.lines if line.key != "id"])
        for one in card.sections
        if one.key != "begrundelse"
    ]
    assert sections == expected
    assert ["Landskab", "Fredning (forslag), Mølleådalen"] in dict(sections)["Landskab og beskyttelse"]


def test_the_answers_of_the_legend_are_the_card_s(tmp_path):
    write_site(tmp_path, a_site())
    handed = (tmp_path / "indstillinger.js").read_text(encoding="utf-8")
    assert '"verdict":"Foreslås udpeget","ground":"SAVE-værdi 1–3"' in handed
    assert '"verdict":"Foreslås ikke udpeget","ground":"Fravalgt ved særskilt beslutning"' in handed
    assert '"verdict":"Fredet","ground":""' in handed
    assert '"verdict":"Kirke","ground":""' in handed


def test_no_theme_is_an_answer_and_nothing_said_is_not(tmp_path):
    write_site(tmp_path, a_site([{"themes": ""}, {"themes": None}]))
    none, unknown = (dict(shown(tmp_path, row)[0]) for row in (0, 1))
    assert none["Landskab og beskyttelse"] == [["Landskab", "Intet af kortets temaer dækker bygningen."]]
    assert "Landskab og beskyttelse" not in unknown
    assert ["", "Det er ikke undersøgt, om temaer om landskab eller beskyttelse dækker bygningen."] in unknown[
        "Det vides ikke"
    ]


def test_a_municipality_chooses_the_sections(tmp_path, monkeypatch):
    chosen = replace(settings.settings(), card=("begrundelse",))
    monkeypatch.setattr("lyngby_heritage.core.web.writing.settings", lambda: chosen)
    write_site(tmp_path, a_site())
    assert shown(tmp_path, 1) == ([], HOUSE.reason)


@pytest.mark.parametrize("wrong", [["oplysninger"], ["begrundelse", "ejer"]])
def test_a_card_without_its_reason_or_with_a_section_that_there_is_not_is_refused(wrong):
    with pytest.raises(HeritageError, match="setting card"):
        settings.read({**load("web/settings.json"), "card": wrong})


def test_the_neighbours_stand_on_the_cards_that_they_decide(tmp_path):
    site = a_site()
    told = [None, None, None, (Neighbour("aa-9", "Ågade 9", 0.9, ("anvendelse",), ()),), None]
    write_site(tmp_path, replace(site, buildings={**site.buildings, "neighbours": told}, alike_from=0.75))
    sections, _ = shown(tmp_path, 0)  # Zebravej 1, the first by address
    summary, neighbour = dict(sections)["Naboer"]
    assert summary[1].startswith("1 af 1 naboer ligner bygningen")
    assert neighbour == ["Ågade 9", "Ligner, 1 af 1 forhold er ens. Ens på anvendelse."]
    lines = data(tmp_path, "tekst/000")["lines"]
    assert ["aa-9", *neighbour] in lines  # by its id the page finds the neighbour's own card
    assert "Naboer" not in dict(shown(tmp_path, 1)[0])
    assert not [text for _, _, text in lines if text.startswith("Laget med sammenlignede naboer")]


IN_FORCE = PlanState(2, published=date(2027, 3, 8))
HEARING = PlanState(1, date(2027, 1, 4), date(2027, 3, 1))


def test_in_a_plan_in_force_what_it_does_not_designate_is_said_of_this_plan_alone(tmp_path):
    """On the page's card, in its filters and list, on the plain list and in the open data: others may designate it."""
    site = a_site(state=IN_FORCE)
    standing = {"aa-10": "kommuneplan", "aa-9": "begge", "zz-1": "ingen"}
    columns = {**site.buildings, "standing": [standing.get(one) for one in site.buildings["id"]]}
    write_site(tmp_path, replace(site, buildings=columns))
    handed = (tmp_path / "indstillinger.js").read_text(encoding="utf-8")
    assert '"legend":"Ikke udpeget i denne plan"' in handed
    assert '"verdict":"Ikke udpeget i denne plan","ground":"Fravalgt ved særskilt beslutning"' in handed
    assert '"Ikke udpeget"' not in handed
    front = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<p class="group">Ikke udpeget i denne plan</p>' in front
    assert '<span class="what">Ikke udpeget i denne plan</span>' in front
    today = {row: dict(shown(tmp_path, row)[0])["Oplysninger"] for row in range(5)}
    told = {row: [text for name, text in lines if name == "Udpeget i dag af"] for row, lines in today.items()}
    assert [told[row] for row in range(5)] == [
        ["ingen plan"],
        ["denne plan; i forvejen af kommuneplanen og en lokalplan"],
        [],
        ["kommuneplanen"],
        [],
    ]
    listed = (tmp_path / "liste" / "001.html").read_text(encoding="utf-8")
    assert "<strong>Ikke udpeget i denne plan</strong>" in listed
    assert "<p>Udpeget i dag af: kommuneplanen.</p>" in listed
    assert "ingen plan" not in listed
    english = (tmp_path / "list" / "001.html").read_text(encoding="utf-8")
    assert "Designated today by: this plan; already by the municipal plan and a local plan." in english
    assert "Ikke udpeget i denne plan" in (tmp_path / "aabne_data" / "bygninger.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("group", "told"), [(None, True), ("fredet", True), ("kirke", True), ("A", False)])
def test_a_building_that_the_plan_does_not_bind_is_told_what_holds_on_its_parcel(tmp_path, group, told):
    site = a_site()
    rows = len(site.buildings["id"])
    columns = {**site.buildings, "on_listed_parcel": [True] * rows, "group": [group] * rows}
    write_site(tmp_path, replace(site, buildings=columns))
    land = said_of_land(site.state)
    sections, _ = shown(tmp_path, 0)
    assert ([["", land]] == dict(sections)["Må jeg …?"]) == told
    assert (land in (tmp_path / "liste" / "001.html").read_text(encoding="utf-8")) == told
    in_english = (tmp_path / "list" / "001.html").read_text(encoding="utf-8")
    assert (Words("en").plan(land).split(" (")[0].replace("'", "&#39;") in in_english) == told


@pytest.mark.parametrize(
    ("environment", "group", "decided", "told"),
    [
        ("E1", None, True, True),
        ("E1", "kirke", True, True),
        ("E1", "A", True, False),
        ("E1", None, False, False),  # of a proposal for one the municipality has yet to decide
        (None, None, True, False),
    ],
)
def test_in_a_decided_environment_it_is_said_that_the_provisions_tell_whether_the_parcel_is_in_the_plan(
    tmp_path, environment, group, decided, told
):
    site = a_site(state=HEARING)
    rows = len(site.buildings["id"])
    columns = {**site.buildings, "group": [group] * rows, "ensemble": [environment] * rows}
    environments = [{**site.environments[0], "decided": decided}]
    write_site(tmp_path, replace(site, buildings=columns, environments=environments))
    perhaps = said_of_environment(HEARING)
    assert "Om dens jordstykke er med i planens område, står i planens bestemmelser" in perhaps
    assert "på den del af ejendommen, der eventuelt er med i planens område, ikke foretages noget" in perhaps
    assert ([["", perhaps]] == dict(shown(tmp_path, 0)[0]).get("Må jeg …?")) == told
    assert (perhaps in (tmp_path / "liste" / "001.html").read_text(encoding="utf-8")) == told
    in_english = (tmp_path / "list" / "001.html").read_text(encoding="utf-8")
    assert ("on such part of the property as may be within the area of the plan" in in_english) == told


def test_a_building_on_other_land_is_told_nothing_of_the_plans_parcels(tmp_path):
    write_site(tmp_path, a_site())
    assert "Må jeg …?" not in dict(shown(tmp_path, 0)[0])
    assert "§ 2" not in (tmp_path / "liste" / "001.html").read_text(encoding="utf-8")


def test_themes_stand_by_their_names_as_danes_sort_them_and_not_by_their_codes(tmp_path):
    names = {"a": "Ådalen", "b": "Æblehaven", "c": "Fredning"}
    landscape = [{"theme": code, "theme_name": name, "name": name} for code, name in names.items()]
    rows = [{"id": "hus", "themes": "a;b;c", "parcels": None}]
    write_site(tmp_path, a_site(rows, environments=[], landscape=landscape))
    sections, _ = shown(tmp_path, 0)
    assert ["Landskab", "Fredning, Æblehaven, Ådalen"] in dict(sections)["Landskab og beskyttelse"]
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    chosen = page.split('id="filter-tema"')[1].split("</select>")[0]
    assert re.findall(r'value="(\w+)"', chosen) == ["c", "b", "a"]

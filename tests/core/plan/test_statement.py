"""The statement as a whole: every part of it for every state, with much data and with none."""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import shapely
from builders import a_basis, square
from plan_builders import building, buildings, environments, plots
from plan_landscapes import CATALOGUE, landscape

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.law import references
from lyngby_heritage.core.documents import blanks_in
from lyngby_heritage.core.landscape.layers_told import LayerTold
from lyngby_heritage.core.landscape.rule import MembershipRule
from lyngby_heritage.core.plan.content import Plan, Withheld
from lyngby_heritage.core.plan.local_plans import buildings_in_plans, preserved_by, read_local_plans
from lyngby_heritage.core.plan.map_annexes import map_annexes
from lyngby_heritage.core.plan.provisions import environments_of
from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.plan.statement import DataRow, Known, explanatory_statement
from lyngby_heritage.core.plan.statement_themes import properties_of, theme_facts

TOWN = buildings(
    building(0, save=2, yes=True, ground="vaerdi_1_3", property="1", quarter="Ådalen"),
    building(100, save=4, yes=True, ground="vaerdi_4_ensartet", property="2", by_local_plan=True),
    building(200, save=6, yes=True, ground="beslutning", property="3"),
    building(300, save=4, ground="til_vurdering", property="4"),
    building(400, property="5"),
    building(500, save=1, ground="vaerdi_1_3", listed=True, decided=True),
)
PLOTS = plots(*((str(one + 1), f"{one + 1}a", 100 * one, 20) for one in range(5)))
LIMITS = {
    "status_procent": ["overholdt", "overskredet", "ukendt", "overholdt", "ikke_omfattet"],
    "status_etager": ["overholdt", "overholdt", "ukendt", "overholdt", "ikke_omfattet"],
    "tilladt_procent": [30.0, 30.0, 25.0, 30.0, None],
    "tilladt_etager": [1.5, 1.5, 2.0, 1.5, None],
    "zone": ["Virum"] * 4 + [None],
}
VALLEY = ("landskab", "Ådalen", square(-50, -50, 200))
FILES = {"kort": "kort.pdf", "bygninger": "bilag_bygninger.xlsx"}
PROPOSAL = PlanState(1, date(2026, 12, 1), date(2027, 2, 1))


def a_plan(town=TOWN, state=PROPOSAL, land=PLOTS, **more):
    plan = Plan("Kulturhistorisk lokalplan", "300", "Registrene", "26. november 2026", town, state=state, **more)
    plan.plots, plan.plot_columns = land, LIMITS if land is PLOTS else {}
    plan.numbers = [None] * len(town)
    plan.districts, plan.preserved_by = more.get("districts", [""] * len(town)), [""] * len(town)
    return plan


def with_plans(plan, *rows):
    """Rows of (number, name, adopted, preservation code, WKT)."""
    names, numbers = [row[1] for row in rows], [row[0] for row in rows]
    raw = {"plan_name": names, "plan_number": numbers, "adopted": [row[2] for row in rows]}
    shapes = np.array([*(row[4] for row in rows), None], dtype=object)[:-1]
    plan.local_plans = read_local_plans(shapely.from_wkt(shapes), raw, [[row[3] for row in rows]])
    plan.in_local_plans = buildings_in_plans(plan.buildings.points, plan.local_plans)
    plan.preserved_by = preserved_by(plan.buildings.by_local_plan, plan.local_plans, plan.in_local_plans)
    return plan


def known_of(plan, land=None, told=(), **more):
    properties = properties_of(plan.buildings, plan.plots)
    themes = theme_facts(plan.buildings, properties, land, told, CATALOGUE, MembershipRule())
    return Known(**{"basis": a_basis(), "themes": themes, "properties": properties, "files": FILES, **more})


def text_of(plan=None, **more):
    plan = plan or a_plan()
    return explanatory_statement(plan, known_of(plan, **more))


def section(text, title):
    """What stands under a heading, up to the next."""
    (found,) = re.findall(rf"^#+ (?:[0-9.]+ )?{re.escape(title)}\n(.*?)(?=^#|\Z)", text, re.DOTALL | re.MULTILINE)
    return " ".join(found.split())


def test_it_begins_with_title_and_state_and_counts_its_blanks():
    text = text_of()
    assert text.startswith(
        "# Redegørelse: Lokalplan 300, Kulturhistorisk lokalplan\n\n> **Forslag i offentlig høring fra den 1. "
        "december 2026 til den 1. februar 2027. Forslaget er ikke vedtaget endeligt.** "
        "Redegørelsen er udskrevet den 26. november"
    )
    assert f"Der er {blanks_in(text)} felter i kantet parentes" in text


@pytest.mark.parametrize(("share", "says"), [(0.1, "10 %"), (0.25, "25 %")])
def test_it_says_how_much_of_a_building_or_a_property_must_lie_in_an_area(share, says):
    text = " ".join(text_of(rule=MembershipRule(min_share=share)).replace("\u00a0", " ").split())
    assert f"en bygning, når mindst {says} af den ligger i området, og en ejendoms jordstykker, når det samme" in text
    assert "når området når mere end 0,5 m ind over deres grænse; det, der kun strejfes, er ikke talt med." in text


def test_what_is_touched_by_a_theme_of_lines_is_not_said_to_lie_in_an_area():
    text = " ".join(text_of().replace("\u00a0", " ").split())
    assert (
        "»berørt« er dér en bygning, som en linje eller et punkt rammer, og en ejendoms jordstykker, når en linje når "
        "mere end 0,5 m ind over deres grænse, eller et punkt ligger på dem." in text
    )
    assert "Linjen krydser eller løber langs det, den berører; det ligger ikke i den." in text


def test_its_sections_stand_in_the_order_of_the_law_and_of_the_municipalities():
    assert re.findall(r"^## (.*)$", text_of(), re.MULTILINE) == [
        "1 Baggrund",
        "2 Eksisterende forhold",
        "3 Lokalplanens indhold",
        "4 Hvordan bygningerne er valgt",
        "5 Bebyggelsesprocent og etager",
        "6 Forholdet til anden planlægning",
        "7 Forholdet til anden lovgivning",
        "8 Miljøvurdering",
        "9 Tilladelser fra andre myndigheder",
        "10 Ekspropriation",
        "11 Offentlig høring",
        "12 Retsvirkninger",
        "Lovhenvisninger",
    ]


def test_values_and_grounds_are_counted():
    text = text_of()
    assert "Grundlaget har 6 bygninger, heraf 5 med en brugbar SAVE-værdi." in text
    assert "At 1 bygning ikke er vurderet, er ikke det samme som en lav værdi." in text
    assert "holder fra offentligheden" not in text
    assert "| 4 | 2 | 40,0 % | 1 | 0 |\n" in text
    assert "Planen omfatter 3 bygninger på 3 ejendomme." in text
    assert "| SAVE-værdi 1–3 | 1 |\n| SAVE-værdi 4, opfylder reglen for værdi 4 | 1 |\n" in text
    assert "| Foreslås udpeget ved særskilt beslutning | 1 |\n" in text
    assert "| **I alt** | **3** |" in text
    assert "1 bygning skal vurderes af en fagperson, før det kan afgøres, om den skal udpeges." in text
    assert "Den er ikke med i planen nu." in text


def test_buildings_kept_from_the_public_are_counted_apart_and_not_named():
    plan = a_plan()
    plan.withheld = Withheld(np.array([False] * len(plan.buildings) + [True, True]), frozenset({"x1", "x2"}))
    assert "2 bygninger, som registret holder fra offentligheden, er ikke talt med.\n" in text_of(plan)
    plan.withheld = replace(plan.withheld, bound=1)
    assert "er ikke talt med. 1 af dem er hverken fredet eller en kirke og opfylder reglen for" in text_of(plan)


def test_listed_buildings_and_churches_stand_apart():
    assert "1 bygning i grundlaget er fredet og ikke omfattet" in section(text_of(), "Fredede bygninger og kirker")
    town = buildings(building(0, save=2, yes=True), building(20, save=2, church=True), building(40, church=True))
    text = section(text_of(a_plan(town)), "Fredede bygninger og kirker")
    assert text.startswith("Ingen bygning i grundlaget er fredet. 2 kirker er heller ikke omfattet.")
    unknown = section(text_of(knows_listed=False), "Fredede bygninger og kirker")
    assert unknown.startswith("Ikke kendt: laget med bygninger siger ikke, hvilke der er fredet.")


def test_quarters_and_districts_are_listed_where_they_are_known():
    text = text_of(a_plan(districts=["Virum"] * 4 + ["Brede", ""]))
    assert "| Ådalen | 1 | 1 |\n| ikke oplyst | 5 | 2 |\n" in text
    assert "| Brede | 1 | 0 |\n| Virum | 4 | 3 |\n| ikke oplyst | 1 | 0 |\n" in text
    assert "### 3.3 Bygninger efter kvarter" in text
    assert "### 3.4 Bygninger efter ejerlav" in text
    assert "### 3.5 Fredede bygninger" in text
    assert "efter ejerlav" not in text_of()


def test_the_rule_is_told_with_its_thresholds_and_where_nobody_tells_it_a_person_is_asked():
    assert "mindst 60 % af de naboer" in section(text_of(), "Værdi 4")
    assert "| Andel ens naboer, fra hvilken en bygning er ensartet | 60 % |" in text_of()
    silent = text_of(basis=None)
    assert section(silent, "Værdi 4").startswith("\\[Laget siger ikke, hvilken regel")
    assert "### 4.5 Data" in silent


def test_the_settings_of_neighbours_are_left_out_where_the_rule_asks_for_none():
    text = text_of(basis=a_basis(rule=3))
    assert "| Regel for værdi 4 | Alle bygninger med værdi 4 |" in text
    assert "Afstand mellem nabobygninger" not in text


def test_the_data_are_listed_with_their_dates_and_a_date_that_nobody_knows_is_a_blank():
    rows = [DataRow("jordstykkerne i Matriklen", "hentet/mat.zip/lod.gpkg|lodflade", "2026-03-12")]
    rows.append(DataRow("lokalplanerne", "planer.gpkg", ""))
    text = section(text_of(data=rows), "Data")
    assert "| Jordstykkerne i Matriklen | mat.zip, lod.gpkg, laget lodflade | 12. marts 2026 |" in text
    assert "| Lokalplanerne | planer.gpkg | \\[dato\\] |" in text
    assert section(text_of(), "Data") == "\\[Hvilke data planen bygger på, og hvornår de er hentet.\\]"


def test_a_plan_made_again_says_plainly_that_its_data_were_not_fetched_anew():
    text = text_of(data=[DataRow("BBR", "bbr.gpkg", "2026-11-01")], has_earlier_data=True)
    assert (
        "Planen er lavet af kortlagene i en tidligere udgave af planen. Registre og andre data er ikke hentet igen;"
        in text
    )
    assert "tidligere udgave" not in text_of(data=[DataRow("BBR", "bbr.gpkg", "2026-11-01")])


def test_the_files_of_themes_stand_in_the_table_of_data_and_nowhere_else():
    told = [
        LayerTold("landskab", "theme_pdk_landskab", "laest", "2026-03-12"),
        LayerTold("geologi", "geo", "laest", ""),
    ]
    rows = [
        DataRow("Bygninger", "bbr.zip", ""),
        DataRow("Bevaringsværdigt landskab", "hentet/aadal.gpkg", "2026-03-12"),
    ]
    text = text_of(land=landscape(VALLEY), told=told, data=rows)
    data = section(text, "Data")
    assert "| Bevaringsværdigt landskab | aadal.gpkg | 12. marts 2026 |" in data
    # The theme has a row of its own; that on geology has none but by its layer.
    assert "theme" not in text
    assert "| Geologisk bevaringsværdi | geo | \\[dato\\] |" in data
    assert text.count("| geo |") == 1
    assert "(geo" not in text


def test_the_limits_are_counted_on_the_plots_in_the_areas():
    text = section(text_of(), "Bebyggelsesprocent og etager")
    assert (
        "4 grunde ligger i åben-lav-områderne, og 3 af dem hører til en ejendom med en bygning, som planen omfatter."
        in text
    )
    assert "1 grund ligger uden for dem" in text
    assert "»Området som helhed« betyder, at grænsen gælder området som helhed" in text
    assert "er for usikre. Et tal under grænsen er ikke en ret til at bygge:" in text
    assert "| Bebyggelsesprocent, alle grunde i områderne | 2 | 1 | 0 | 1 |" in text
    assert "| Bebyggelsesprocent, grunde på en ejendom med en bygning i planen | 1 | 1 | 0 | 1 |" in text
    assert "**Bebyggelsesprocent:** 30 % på 3 grunde og 25 % på 1 grund." in text
    assert "**Etager:** 1½ etage på 3 grunde og 2 etager på 1 grund." in text
    assert "Planen ændrer ikke i sig selv bebyggelsesprocent eller etageantal. \\[Enten:" in text


def test_the_limits_name_the_list_that_has_the_figures_of_each_plot():
    text = text_of(files={**FILES, "ejendomme": "bilag_ejendomme.xlsx"})
    told = "Tallene for hver grund står i kommunens liste (bilag_ejendomme.xlsx)."
    assert told in section(text, "Bebyggelsesprocent og etager")
    assert "Tallene for hver grund" not in text_of()


def test_the_maps_of_changes_and_of_limits_are_cited_by_number_where_they_are_made():
    plan = a_plan()
    plan.maps = map_annexes(["aendringer", "ejendomme"])
    text = text_of(plan)
    assert "sammenlignet med, er vist på redegørelseskort 1 (kort.pdf)." in section(text, "Hvad planen gør")
    assert "Se redegørelseskort 2 (kort.pdf)." in section(text, "Bebyggelsesprocent og etager")
    assert "redegørelseskort" not in text_of()


def test_without_plots_nothing_is_known_of_limits_and_properties():
    text = text_of(a_plan(land=None))
    assert section(text, "Bebyggelsesprocent og etager").startswith("Ikke kendt: der er ikke angivet et lag")
    assert "Planen omfatter 3 bygninger. De står i bilaget" in text
    assert "ejendommene er ikke kendt, for der er ikke angivet et lag med dem" in text


def test_a_theme_that_is_met_and_one_that_is_not_and_one_that_nobody_gave():
    told = [LayerTold("landskab", "landskaber", "laest", "2026-03-12"), LayerTold("geologi", "geo", "laest", "")]
    text = section(text_of(land=landscape(VALLEY), told=told), "Retningslinjer om landskab og geologi")
    assert (
        "**Bevaringsværdigt landskab:** 2 af 3 bygninger og 2 af 3 ejendomme, i alt 800 m² af de jordstykker, "
        "planen omfatter. Områder: Ådalen. Grundlag: Planlovens § 11 a, stk. 1 (kommuneplanens retningslinjer). "
        "Data fra 12. marts 2026." in text
    )
    assert "**Ådal med sidedale:** ikke kendt: der er ikke angivet et lag." in text
    # geologi was read and has no row: the layer of the result cannot tell more than that
    assert (
        "**Geologisk bevaringsværdi:** ingen af planens bygninger eller jordstykker er berørt efter det angivne lag "
        "(\\[dato\\])." in text
    )


def test_where_no_layer_was_given_nothing_is_said_not_to_be_met():
    text = text_of()
    told = [line for line in text.splitlines() if line.startswith("- **") and "ikke kendt" in line]
    assert len(told) == len(CATALOGUE.themes)
    assert "er berørt efter" not in text
    assert "Ingen af planens bygninger eller jordstykker" not in text
    assert "ikke berørt" not in text.lower()


def test_a_theme_of_the_municipality_s_own_stands_with_the_others():
    text = section(text_of(land=landscape(("egne_haver", "Haven", square(0, 0)))), "Øvrige udpegninger")
    assert (
        "**egne\\_haver:** 1 af 3 bygninger og 1 af 3 ejendomme, i alt 100 m² af de jordstykker, planen "
        "omfatter. Områder: Haven." in text
    )


PLANS = (
    ("91", "Bevarende lokalplan", 20200622, 4160, square(-50, -50, 200)),
    ("12", "Byplanvedtægt nr. 12", None, None, square(150, -50, 100)),
    ("70", "Stationen", 20140127, None, square(5000, 0)),
)


def test_plans_that_hold_a_building_are_listed_and_byplanvedtaegter_apart():
    text = text_of(with_plans(a_plan(), *PLANS))
    plans = section(text, "Gældende lokalplaner")
    assert "| Lokalplan 91 Bevarende lokalplan | 22. juni 2020 | 2 | ja |" in plans
    assert "Stationen" not in text
    assert "Byplanvedtægt" not in plans
    # the register says it of one of the two, and of the other only that the plan has such provisions
    assert "1 bygning er efter registret allerede udpeget af en anden lokalplan eller en byplanvedtægt." in plans
    assert "1 bygning ligger i en anden lokalplan eller en byplanvedtægt, som har bestemmelser om bevaring." in plans
    assert "Yderligere 1 bygning ligger i" in plans  # not the one that is counted before
    old = section(text, "Byplanvedtægter")
    assert "Byplanvedtægt nr. 12" in old
    assert "| \\[datoen mangler i laget\\] | 1 | ikke oplyst |" in old


def test_without_the_plan_those_that_a_lokalplan_preserves_are_not_free():
    text = text_of(with_plans(a_plan(), *PLANS))
    (line,) = [one for one in text.splitlines() if one.startswith("| 0-alternativ |")]
    assert (
        "1 bygning er allerede udpeget af en lokalplan eller byplanvedtægt, og 1 bygning ligger i en, der har" in line
    )
    assert "de øvrige kan ændres, så langt byggelovgivningen og de gældende planer tillader det" in line
    (alone,) = [one for one in text_of().splitlines() if one.startswith("| 0-alternativ |")]
    assert "1 bygning er allerede udpeget af en lokalplan eller byplanvedtægt; de øvrige kan ændres" in alone


def test_without_plans_none_is_said_not_to_be_there():
    assert section(text_of(), "Gældende lokalplaner").startswith("Ikke kendt: der er ikke angivet et lag")
    far = with_plans(a_plan(), PLANS[2])
    assert "Ingen af planens bygninger ligger i en af de gældende lokalplaner i det angivne lag." in text_of(far)


def test_nothing_designated_is_told_as_such():
    town = buildings(building(0, save=6), building(20, save=7))
    text = text_of(a_plan(town, land=plots(("1", "1a", 0, 20))), land=landscape(VALLEY))
    assert "Planen omfatter 0 bygninger. Ingen bygning i grundlaget er udpeget." in text
    assert "**Bevaringsværdigt landskab:** ingen af planens bygninger eller jordstykker er berørt" in text


def test_a_town_of_one_agrees_in_number():
    town = buildings(building(0, save=3, yes=True, ground="vaerdi_1_3", property="1"))
    text = text_of(a_plan(town, land=plots(("1", "1a", 0, 20))), land=landscape(VALLEY))
    assert "Planen omfatter 1 bygning på 1 ejendom." in text
    assert "Grundlaget har 1 bygning, og alle har en brugbar SAVE-værdi." in text
    assert "1 af 1 bygning og 1 af 1 ejendom" in text


def test_the_screening_has_remarks_and_not_one_cross():
    text = section(text_of(land=landscape(VALLEY)), "Miljøvurdering")
    described = load("rules/redegoerelse.json")["screening"]
    rows = re.findall(r"\| ([^|]+) \| \| \| \| \| ([^|]*)\|", text)
    assert [row[0] for row in rows] == [one["title"] for one in described]
    remarks = dict(rows)
    assert remarks["Landskab"].startswith("Berørt: Bevaringsværdigt landskab (2 bygninger, 2 ejendomme). Ikke kendt,")
    assert remarks["Kulturarv: arkitektonisk arv"].endswith("Planen har til formål at bevare 3 bygninger. ")
    assert remarks["Samspil mellem faktorerne"] == ""
    assert "**Konklusion:** \\[Enten:" in text
    assert "**Dato og underskrift:** \\[dato, navn\\]" in text


def test_a_road_is_not_counted_as_a_plot_outside_the_areas():
    """The layer of plots holds roads and common land too, and the report of plot ratio leaves them out."""
    text = section(text_of(), "Bebyggelsesprocent og etager")
    assert "1 grund ligger uden for dem eller er vejareal eller fælleslod og er ikke holdt op mod en grænse." in text


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (PROPOSAL, "Den er ikke med i planen nu. \\[Kommunen tager stilling før vedtagelsen.\\]"),
        (
            PlanState(2, adopted=date(2027, 3, 1)),
            "Den er ikke med i planen. \\[Hvordan og hvornår kommunen tager stilling.\\]",
        ),
    ],
)
def test_what_awaits_an_assessment_is_told_by_the_state(state, told):
    """After the adoption nothing can be settled before it."""
    text = section(text_of(a_plan(state=state)), "Bygninger, der ikke er taget stilling til")
    assert told in text
    assert "Bygningen har værdi 4 og for få naboer at sammenligne med, er en garage, et udhus eller lignende" in text


@pytest.mark.parametrize(
    ("state", "there", "absent"),
    [
        (
            PlanState(),
            ("12.1 Mens planen er et forslag", "\\[Høringen varer fra den … til den …\\]"),
            ("er vedtaget endeligt",),
        ),
        (PROPOSAL, ("Høringen varer fra den 1. december 2026 til den 1. februar 2027.",), ("er vedtaget endeligt",)),
        (
            replace(PROPOSAL, code=2, adopted=date(2027, 3, 1)),
            ("Planen er vedtaget endeligt den 1. marts 2027.", "Forslaget var i offentlig høring fra den 1. december"),
            ("Mens planen er et forslag", "fra offentliggørelsen i Plandata den"),
        ),
        (
            PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8)),
            (
                "Planen gælder fra offentliggørelsen i Plandata den 8. marts 2027 (planlovens § 54 b, stk. 4).",
                "Udpegede |",
                "| Udpeget ved særskilt beslutning |",
                "\\[fra den … til den …\\]",
            ),
            ("Mens planen er et forslag", "Foreslås udpeget"),
        ),
    ],
)
def test_hearing_and_effects_follow_the_state(state, there, absent):
    text = text_of(a_plan(state=state))
    assert state.sentence in text
    assert [one for one in there if one not in text] == []
    assert [one for one in absent if one in text] == []


@pytest.mark.parametrize(
    ("state", "heading"),
    [
        (PlanState(), "12.1 Mens planen er et forslag"),
        (PROPOSAL, "12.1 Mens planen er et forslag"),
        (replace(PROPOSAL, code=2, adopted=date(2027, 3, 1)), "12.1 Indtil planen er offentliggjort"),
        (PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8)), None),
    ],
)
def test_what_may_not_be_anticipated_is_said_until_the_plan_is_published(state, heading):
    """planloven § 17 ends with the publication, not with the adoption: § 13 of the provisions says it as long."""
    text = text_of(a_plan(state=state))
    ban = (
        "må der på de ejendomme og dele af ejendomme, som lokalplanen omfatter, ikke foretages noget, som kan foregribe"
    )
    assert (ban in text) == (heading is not None)
    assert heading is None or f"### {heading}\n" in text
    assert ("### 12.2 Når planen er vedtaget og offentliggjort" in text) == (heading is not None)


def test_those_who_are_told_of_the_plan_stand_as_who_is_told():
    assert "foreninger og de, der har svaret i tide, får besked" in text_of(
        a_plan(state=PlanState(2, adopted=date(2027, 3, 1)))
    )


def test_a_screening_that_nobody_has_made_is_not_said_to_be_made():
    text = section(text_of(), "Miljøvurdering")
    assert text.startswith("Planen screenes efter miljøvurderingslovens § 8, stk. 2")
    assert "er screenet" not in text


def test_what_nobody_has_looked_up_in_the_law_is_never_printed_as_a_fact():
    text, listed = text_of().split("## Lovhenvisninger")
    assert "nr. 21" not in text
    for key, place in references().items():
        if not place.verified and f"{place.cite}" in text and key not in ("preservation", "planning_act"):
            behind = text.split(place.cite)[1:]
            assert [one[:25] for one in behind if "ikke kontrolleret" not in one[:25].lower()] == [], key
    assert "| planlovens § 27 | er der indsigelser i tide" in listed
    assert listed.count("| nej |") == listed.count("| anden hånd") + listed.count("\\[nr. 21") + listed.count(
        "\\[stk. 5"
    )


def test_the_list_of_the_law_holds_what_is_cited_and_nothing_else():
    text, listed = text_of().split("## Lovhenvisninger")
    cited = [place for place in references().values() if f"| {place.cite} " in listed.replace("\\[", "[")]
    assert [place.cite for place in cited if place.cite.lower() not in text.lower()] == []
    assert "BR18 § 5" not in listed


PARAGRAPH = re.compile(r"(?:[a-zæøå]+lovens|br18) § \d+(?: [a-h]\b)?")


def test_every_paragraph_that_is_printed_is_listed_and_so_are_those_of_themes():
    mire = ("paragraf3", "Mosen", square(0, 0))
    text, listed = text_of(land=landscape(VALLEY, mire), basis=a_basis()).lower().split("## lovhenvisninger")
    printed = set(PARAGRAPH.findall(text))
    assert {"planlovens § 11 a", "naturbeskyttelseslovens § 3", "planlovens § 19"} <= printed
    rows = [line for line in listed.splitlines() if line.startswith("| ")]
    assert printed == {found[0] for line in rows if (found := PARAGRAPH.findall(line.split(" | ")[0]))}
    assert [line for line in rows[2:] if not line.endswith(("| ja |", "| nej |"))] == []


def test_nothing_from_the_data_is_markup():
    town = buildings(building(0, save=2, yes=True, ground="ny|kode", property="1", quarter="<b>*Ærø*</b>"))
    found = environments(("E1", "[Torvet](x)", -5, 40))
    plan = a_plan(town, land=None)
    known = known_of(plan, environments=environments_of(town, found, np.array([0])))
    text = explanatory_statement(plan, known)
    assert "| \\<b\\>\\*Ærø\\*\\</b\\> | 1 | 1 |" in text
    assert "| ny\\|kode | 1 |" in text
    assert "**Forslag til kulturmiljø E1: \\[Torvet\\](x):** 1 bygning, heraf 1 i planen." in text


def test_of_many_environments_those_with_most_of_the_plan_are_named():
    many = environments(*((str(one), f"Vej {one}", 100 * one - 5, 40) for one in range(12)))
    of = np.array([11, 11, 3, 0, 0, 0])
    text = section(text_of(environments=environments_of(TOWN, many, of)), "Kulturmiljøer")
    assert "12 områder er foreslået; de er vist på kortene. De 8 med flest af planens bygninger er:" in text
    named = re.findall(r"kulturmiljø (\d+): Vej", text)
    assert named[:2] == ["11", "3"]
    assert len(named) == 8


def test_every_theme_of_the_catalogue_stands_in_one_line_and_each_line_can_tell_both():
    texts = load("rules/redegoerelse.json")
    lines = [*texts["planning"], *texts["law"]]
    named = [code for one in lines for code in one["themes"]]
    assert sorted(named) == sorted(theme.code for theme in CATALOGUE.themes)
    assert [one["title"] for one in lines if bool(one["themes"]) != ("met" in one and "none" in one)] == []
    assert [one["title"] for one in lines if len(one["choose"]) != 2] == []
    known = {theme.code for theme in CATALOGUE.themes}
    assert [one["title"] for one in texts["screening"] if not known.issuperset(one["themes"])] == []

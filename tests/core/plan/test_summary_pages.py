"""The words of the two pages for the council, from numbers counted by hand."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from choice_cases import BASIS, OWNERS, PLOTS, TOWN, evidence, town
from plan_builders import building, buildings, plots

from lyngby_heritage.core.plan.choices import Evidence
from lyngby_heritage.core.plan.state import PROPOSAL, PlanState
from lyngby_heritage.core.plan.summary import summarise
from lyngby_heritage.core.plan.summary_pages import first_page, second_page

DRAFT = PlanState()
IN_FORCE = PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8))
PARCELS = plots(*((owner, "", 0, 1) for owner in OWNERS))


def plain(text):
    return text.replace("\u00a0", " ")


def summary_of(**more):
    return summarise(town(*TOWN), evidence(*TOWN), BASIS, plots=PARCELS, plot_columns=PLOTS, **more)


def first(summary, state=DRAFT):
    return first_page(summary, state, "Lokalplan 300: Plan", "26. november 2026")


def second(summary, state=DRAFT):
    return second_page(summary, state, "Lokalplan 300: Plan", "FBB.")


def cells(table):
    return [tuple(map(plain, row.cells)) for row in table.rows]


def test_the_first_page_says_what_plan_it_is_how_far_and_of_when():
    page = first(summary_of())
    assert page.overline == "Sammenfatning til kommunalbestyrelsen · 26. november 2026"
    assert (page.title, page.page) == ("Lokalplan 300: Plan", "Side 1 af 2")
    assert (page.state, page.sentence) == ("Udkast", "Planen er ikke behandlet politisk og binder ingen.")
    proposal = PlanState(1, hearing_from=date(2027, 1, 10), hearing_to=date(2027, 3, 7))
    assert first(summary_of(), proposal).sentence.startswith("Forslag i offentlig høring fra den 10. januar 2027 til")


def test_the_figures_are_of_what_was_assessed():
    """5 of the 10 that are not listed, all of which have a value."""
    assert [(number, plain(text)) for number, text in first(summary_of()).figures] == [
        ("5", "bygninger foreslås udpeget"),
        ("3", "ejendomme, som de står på"),
        ("50,0\u00a0%", "af 10 bygninger med SAVE-værdi foreslås udpeget"),
        ("1", "bygning afventer en fagpersons vurdering"),
    ]


def test_two_of_three_is_rounded_and_one_is_singular():
    rows = [building(x, save=save, yes=save < 4, ground="vaerdi_1_3") for x, save in ((0, 2), (20, 3), (40, 6))]
    made = summarise(buildings(*rows), Evidence(use=np.full(3, np.nan)), None)
    assert first(made).figures[2][0] == "66,7\u00a0%"
    alone = summarise(
        buildings(building(0, save=2, yes=True, ground="vaerdi_1_3", property="1")), Evidence(np.full(1, np.nan)), None
    )
    assert [plain(text) for _, text in first(alone, IN_FORCE).figures] == [
        "bygning er udpeget",
        "ejendom, som den står på",
        "af 1 bygning med SAVE-værdi er udpeget",
        "bygninger afventer en fagpersons vurdering",
    ]


def test_the_table_lists_the_designated_ones_by_ground_their_sum_and_the_others():
    assert cells(first(summary_of()).table) == [
        ("Bygninger, der foreslås udpeget",),
        ("SAVE-værdi 1–3", "1", "1"),
        ("SAVE-værdi 4, opfylder reglen for værdi 4", "3", "2"),
        ("Foreslås udpeget ved særskilt beslutning", "1", "1"),
        ("I alt", "5", "3"),
        ("Andre bygninger",),
        ("Fravalgt ved særskilt beslutning", "1", "1"),
        ("Skal vurderes af en fagperson", "1", "1"),
        ("Foreslås ikke udpeget", "3", "2"),
        ("Fredet", "1", "1"),
    ]


def test_the_bar_has_the_assessed_buildings_that_are_not_listed():
    page = first(summary_of())
    assert [(one.described["key"], one.count) for one in page.bar] == [
        ("vaerdi_1_3", 1),
        ("vaerdi_4_ensartet", 3),
        ("beslutning_udpeg", 1),
        ("beslutning_udpeg_ikke", 1),
        ("til_vurdering", 1),
        ("ikke_udpeget", 3),
    ]
    assert plain(page.bar_text).startswith("10 bygninger med en brugbar SAVE-værdi")


def test_nothing_designated_and_nothing_assessed_is_said():
    made = summarise(buildings(building(0, ground="ikke_registreret")), Evidence(np.full(1, np.nan)), None)
    page = first(made)
    assert cells(page.table)[:2] == [("Bygninger, der foreslås udpeget",), ("Ingen bygninger", "0", "0")]
    assert page.figures[2] == ("–", "ingen bygning har en brugbar SAVE-værdi")
    assert page.bar == ()


def test_churches_have_a_line_of_their_own():
    rows = [
        building(0, save=2, yes=True, ground="vaerdi_1_3", property="1"),
        building(20, save=2, decided=True, ground="vaerdi_1_3", church=True, property="2"),
    ]
    page = first(summarise(buildings(*rows), Evidence(np.full(2, np.nan)), None))
    assert cells(page.table)[-2:] == [("Andre bygninger",), ("Kirke", "1", "1")]


def test_each_choice_has_its_answers_with_what_they_reach_and_the_plan_is_marked():
    fours, uniform, plots_ = second(summary_of()).choices
    assert fours.title == "Skal bygninger med SAVE-værdi 4 udpeges, og efter hvilken regel?"
    assert cells(fours.table) == [
        ("Ingen bygninger med værdi 4", "2", "2", "−3"),
        ("Ensartet med naboerne (planen)", "5", "3", "–"),
        ("Alle bygninger med værdi 4", "8", "4", "+3"),
    ]
    assert [row.strong for row in fours.table.rows] == [False, True, False]
    assert cells(uniform.table) == [
        ("Mindst 50 % af naboerne ligner den", "6", "4", "+1"),
        ("Mindst 60 % af naboerne ligner den (planen)", "5", "3", "–"),
        ("Mindst 70 % af naboerne ligner den", "3", "3", "−2"),
    ]
    assert "udpeges 1 af de 3 bygninger i dem alle" in uniform.texts[0]
    assert tuple(map(plain, plots_.table.heads)) == (
        *("Grænse for 6 grunde", "Grunde", "Overholdt", "Overskredet", "Ukendt", "Området som helhed"),
    )
    assert cells(plots_.table)[0] == ("Bebyggelsesprocent 30 %", "3", "1", "1", "1", "0")
    assert ("1½ etage", "4", "3", "1", "0", "0") in cells(plots_.table)
    assert plain(plots_.texts[1]) == "1 grund overskrider etagetallet; der er bygget højst 2 etager på den."


@pytest.mark.parametrize(
    ("exceeded", "low", "says"),
    [
        (3, 2, "3 grunde overskrider etagetallet; på 2 af dem er der bygget højst 2 etager."),
        (3, 3, "3 grunde overskrider etagetallet; der er bygget højst 2 etager på dem alle."),
        (3, 0, "3 grunde overskrider etagetallet; der er bygget mere end 2 etager på dem alle."),
        (1, 0, "1 grund overskrider etagetallet; der er bygget mere end 2 etager på den."),
    ],
)
def test_how_many_of_the_plots_over_their_storeys_are_low(exceeded, low, says):
    summary = summary_of()
    storeys = (replace(summary.plots.storeys[0], exceeded=exceeded),)
    told = second(replace(summary, plots=replace(summary.plots, storeys=storeys, low=low))).choices[2]
    assert plain(told.texts[1]) == says


def test_a_limit_that_is_no_plots_is_not_told_as_a_count_of_none():
    summary = summary_of()
    told = second(replace(summary, plots=replace(summary.plots, general_ratio=0, general_storeys=4))).choices[2]
    assert plain(told.texts[0]).startswith(
        "Kommunens almindelige grænse gælder for ingen grunde (bebyggelsesprocent) og 4 grunde (etager); "
    )


def test_with_lokalplaner_the_answers_say_what_none_preserves_yet():
    fours = second(summary_of(preserved_by=["lokalplan 91", "", "lokalplan 91", *[""] * 8])).choices[0]
    assert fours.table.heads == (
        "Svar",
        "Bygninger",
        "Ejendomme",
        "Uden anden bevarende lokalplan",
        "Forskel i bygninger",
    )
    assert [row.cells[3] for row in fours.table.rows] == ["1", "3", "6"]


@pytest.mark.parametrize("state", [PlanState(), PlanState(PROPOSAL), IN_FORCE])
def test_what_a_lokalplan_preserves_besides_this_one_is_told_of_other_plans(state):
    """This plan, when it is in force, preserves all of its buildings itself."""
    summary = summary_of(preserved_by=["lokalplan 91", "", "lokalplan 91", *[""] * 8])
    page = second(summary, state)
    assert page.leads[2] == (
        "»Uden anden bevarende lokalplan« er bygninger, som ingen anden gældende lokalplan med bestemmelser om "
        "bevaring omfatter."
    )
    assert "ligger i en anden gældende lokalplan" in plain(dict(page.uncertain)["Andre lokalplaner"])
    assert any("ligger i en anden gældende lokalplan" in plain(one) for one in first(summary, state).notes)


def test_each_choice_says_what_it_means_with_the_law_that_was_looked_up():
    page = second(summary_of())
    for choice, law in zip(page.choices, ("mod erstatning", "de almindelige regler", "planlovens § 19")):
        assert law in choice.meaning
        assert choice.meaning.startswith("Retligt og økonomisk: ")
    assert "planlovens § 49" in page.choices[0].meaning
    assert page.choices[1].meaning.endswith("udpeges ved særskilt beslutning eller bevares af en anden plan.")
    assert "i en lokalplan, byplanvedtægt eller kommuneplanramme" in " ".join(page.choices[2].texts)
    assert "planlovens § 17" in page.leads[1]
    assert "alt andet, også de særskilte beslutninger, er som i planen" in page.leads[0]


def test_a_plan_in_force_is_told_as_one():
    page = second(summary_of(), IN_FORCE)
    assert page.title == "Tre valg bag planen"
    assert page.leads[1] == "Den vedtagne plan er bindende (planlovens § 18)."


def test_a_layer_that_does_not_say_by_what_it_was_designated_is_told_so():
    made = summarise(town(*TOWN), evidence(*TOWN), None)
    fours, uniform, plots_ = second(made).choices
    assert cells(fours.table)[1][0] == "Regel, som laget ikke oplyser (planen)"
    assert "laget siger ikke, hvilke indstillinger" in fours.texts[0]
    assert uniform.table is None
    assert uniform.texts[0].startswith("Hvad andre grænser betyder, er ikke kendt: ")
    assert (plots_.table, plots_.texts[0][:12]) == (None, "Ikke belyst:")


def test_what_is_uncertain_is_listed_with_its_reason():
    told = {label: plain(text) for label, text in second(summary_of()).uncertain}
    assert (
        told["Uden SAVE-værdi"]
        == "Alle bygninger har en brugbar SAVE-værdi, når der ses bort fra fredede bygninger og kirker."
    )
    assert told["Til vurdering"].startswith("1 bygning på 1 ejendom. En fagperson skal vurdere den, ")
    assert told["Tæt på grænsen"].startswith("2 af de 3 bygninger, der foreslås udpeget efter reglen for værdi 4,")
    assert told["Tæt på grænsen"].endswith("gælder det samme 1 bygning.")
    assert "Af de øvrige bygninger med værdi 4 gælder" in told["Tæt på grænsen"]
    assert told["Grunde"].startswith("2 grunde af 6 kan ikke afgøres")
    assert told["Andre lokalplaner"].startswith("Ikke kendt: ")
    assert told["Ejendomme"].startswith("1 bygning i planen står ikke på en kendt ejendom")
    assert told["Landskab og beskyttelse"] == "Ikke belyst: Der er ikke angivet et lag med landskab og beskyttelse."
    assert told["Data"] == "Datoen for SAVE-registreringerne kendes ikke. Kilder: FBB."


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ((), "Der er data om alle temaer (1)."),
        (("A", "B"), "Der er data om 1 af 3 temaer. Planen siger intet om de øvrige: A og B."),
        (tuple("ABCDEFGHIJKLMNOP"), "A, B, C, D, E, F, G, H, I, J, K, L og 4 andre temaer."),
    ],
)
def test_themes_without_data_are_named_as_far_as_there_is_room(missing, said):
    told = dict(second(summary_of(themes=(["Fredning"], missing))).uncertain)
    assert plain(told["Landskab og beskyttelse"]).endswith(said)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["garage"], "1 bygning, som ikke er en hovedbygning. Den er ikke vurderet, og"),
        (["garage", "udhus"], "2 bygninger, ingen af dem hovedbygninger. De er ikke vurderet, og"),
        (["garage", "villa"], "2 bygninger, heraf 1 hovedbygning. De er ikke vurderet, og"),
    ],
)
def test_buildings_without_a_value_are_told_by_what_they_are(rows, said):
    made = buildings(*(building(20 * i, ground="ikke_registreret", use=use) for i, use in enumerate(rows)))
    told = dict(second(summarise(made, Evidence(np.full(len(rows), np.nan)), None)).uncertain)
    assert plain(told["Uden SAVE-værdi"]).startswith(said)
    assert plain(told["Uden SAVE-værdi"]).endswith("Fredede bygninger og kirker er ikke talt med.")


def test_a_layer_of_plots_that_does_not_tell_is_not_called_missing():
    made = summarise(town(*TOWN), evidence(*TOWN), BASIS, plots=PARCELS, plot_columns={})
    assert dict(second(made).uncertain)["Grunde"].startswith("Ikke belyst: Laget med ejendomme siger ikke")


def test_a_number_of_properties_that_nobody_knows_is_not_none():
    """Of two buildings on no known property; and of one on a known one beside them."""
    rows = [building(x, save=2, yes=True, ground="vaerdi_1_3") for x in (0, 20)]
    page = first(summarise(buildings(*rows), Evidence(np.full(2, np.nan)), None))
    assert page.figures[1] == ("–", "antallet af ejendomme er ikke kendt")
    assert ("I alt", "2", "–") in cells(page.table)
    assert plain(page.notes[1]).startswith("2 bygninger, der foreslås udpeget, står ikke på en kendt ejendom")
    rows.append(building(40, save=2, yes=True, ground="vaerdi_1_3", property="1"))
    page = first(summarise(buildings(*rows), Evidence(np.full(3, np.nan)), None))
    assert ("I alt", "3", "1") in cells(page.table)

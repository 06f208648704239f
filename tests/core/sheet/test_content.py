"""The sheet says what the data say, in the words of the card and of the provisions, and never more."""

import re
from dataclasses import replace
from datetime import date

import pytest
from sheet_builders import (
    SUM,
    house,
    lokalplan,
    neighbour,
    plain,
    plan_facts,
    plot,
    property_facts,
    said,
    shed,
    sheet,
    theme,
)

from lyngby_heritage.core.plan.area_parcels import INSIDE, OUTSIDE, UNDECIDED
from lyngby_heritage.core.plan.state import ADOPTED, PROPOSAL, PlanState
from lyngby_heritage.core.sheet.content import sheet_of, sheet_title
from lyngby_heritage.core.sheet.texts import BUILDINGS, PLANS, PLOT, PROCESS, RULES, SUMMARY, THEMES, UNKNOWN

IN_FORCE = PlanState(ADOPTED, adopted=date(2027, 3, 1), published=date(2027, 3, 8))
HEARING = PlanState(PROPOSAL, hearing_from=date(2027, 1, 4), hearing_to=date(2027, 3, 1))


def test_a_sheet_names_the_property_and_how_far_the_plan_is():
    found = sheet()
    assert (found.title, found.about) == ("Ågade 1", "Matr.nr. 5a Askholt By, Askholt · BFE 9100085")
    assert found.state == "Udkast. Planen er ikke behandlet politisk og binder ingen."
    assert "FBB og BBR" in found.footer


@pytest.mark.parametrize(("made_at", "said_of_data"), [(date(2027, 1, 4), "4. januar 2027"), (None, "en ukendt dag")])
def test_the_day_of_the_sheet_is_not_taken_for_the_day_of_its_data(made_at, said_of_data):
    footer = sheet(plan=plan_facts(made_at=made_at, today=date(2028, 1, 10), versions="0.1.0")).footer
    told = f"Arket er lavet 10. januar 2028 af planens data, som er fra {said_of_data} (plugin-version 0.1.0). "
    assert footer.startswith(told)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"addresses": ("Ågade 1", "Ågade 3")}, "Ågade 1 og Ågade 3"),
        ({"addresses": tuple(f"Ågade {n}" for n in range(1, 8))}, "Ågade 1, Ågade 2, Ågade 3 og 4 adresser mere"),
        ({"addresses": ()}, "5a Askholt By, Askholt"),
        ({"addresses": (), "parcels": ()}, "BFE 9100085"),
        ({"addresses": (), "parcels": (), "key": ""}, "Uden adresse"),
    ],
)
def test_a_property_is_called_by_what_is_known_of_it(more, expected):
    assert sheet_title(property_facts(**more)) == expected


def test_the_summary_proposes_as_long_as_the_plan_is_not_in_force():
    assert "Bevaring: Bygningen foreslås udpeget." in said(sheet(), SUMMARY)
    assert "Bevaring: 1 af 2 bygninger er udpeget." in said(sheet(house(), shed(), state=IN_FORCE), SUMMARY)
    assert "Ingen af 2 bygninger foreslås udpeget i denne plan." in said(sheet(plain(), shed()), SUMMARY)
    assert "Landskab og beskyttelse: Ikke undersøgt" in said(sheet(themes=None), SUMMARY)
    assert "Lokalplaner i kraft: Ingen af de undersøgte" in said(sheet(), SUMMARY)


@pytest.mark.parametrize(("count", "sheds"), [(1, "1 mindre bygning"), (2, "2 mindre bygninger")])
def test_of_small_buildings_alone_it_is_said_that_the_public_data_name_no_other(count, sheds):
    # The house may be withheld from the public: what is left is never called all that stands there.
    found = sheet(*[shed()] * count)
    only = f"Planens offentlige data nævner kun {sheds} (garage, udhus og lignende) på ejendommen."
    assert f"Bevaring: {only}" in said(found, SUMMARY).splitlines()
    assert said(found, BUILDINGS) == only


def test_each_building_has_value_ground_and_reason_and_the_neighbours_it_was_compared_with():
    compared = house(neighbours=(neighbour("Ågade 3"), neighbour("Ågade 5", likeness=1.0)), alike_from=0.75)
    text = said(sheet(compared, shed()), BUILDINGS)
    assert "Nr. 7: Ågade 1, fritliggende enfamiliehus, opført 1912" in text
    assert "Udpeget?: Foreslås udpeget. SAVE-værdi 1–3." in text
    assert "SAVE-værdi: 3 på en skala fra 1, som er højest, til 9" in text
    assert "Begrundelse: SAVE-værdi 3. Udpeges" in text
    assert "1 af 2 naboer ligner bygningen (50 %)." in text
    assert "Ågade 3: Ligner ikke, 2 af 3 forhold er ens." in text
    assert "Desuden 1 mindre bygning (garage, udhus og lignende), som planen ikke nævner." in text


def test_what_needs_permission_is_what_the_provisions_say_and_no_more():
    text = said(sheet(), RULES)
    assert "Kræver tilladelse efter udkastet: nedrivning (§ 4.1), ydre ændringer (§ 4.2)" in text
    assert "Frit efter udkastet: vedligeholdelse (§ 4.3), indvendigt (§ 4.4)" in text
    assert "Ikke fastlagt i udkastet: tagets form" in text
    assert "BR18 § 267, stk. 3" in text
    assert "Det gælder først, når bygningen er udpeget." in text
    assert "Det gælder først" not in said(sheet(state=IN_FORCE), RULES)


def test_buildings_of_two_groups_are_answered_apart():
    text = said(sheet(house(), house(9, "B", ground="vaerdi_4_ensartet", save=4)), RULES)
    assert "Bygning nr. 7" in text
    assert "Bygning nr. 9" in text


def test_a_property_without_designated_buildings_is_bound_by_no_provision():
    text = said(sheet(shed()), RULES)
    assert text.startswith(
        "Ingen bygning på ejendommen foreslås udpeget i denne plan, så dens bestemmelser om bevaring gælder ingen "
        "bygning her."
    )


@pytest.mark.parametrize(
    ("reach", "state", "rules", "process"),
    [
        (OUTSIDE, IN_FORCE, "Ingen af dens jordstykker er nævnt i bestemmelsernes § 2.", "Planen gælder, men ikke for"),
        (OUTSIDE, PlanState(), "Ejendommen er ikke med i planens område", "Planen er et udkast."),
        (INSIDE, IN_FORCE, "er matr.nr. 5a Askholt By, Askholt med i planens område", "Kommunen kan give tilladelse"),
        (INSIDE, HEARING, "Bliver planen gældende, gælder dér bestemmelserne om sekundær", "ændre forslaget"),
        (UNDECIDED, IN_FORCE, "Om ejendommen er med i planens område, står i planens bestemmelser.", "dispensere"),
    ],
)
def test_a_property_without_designated_buildings_is_told_whether_the_plans_area_has_its_parcels(
    reach, state, rules, process
):
    found = sheet(shed(), state=state, reach=reach, in_area=("5a Askholt By, Askholt",) if reach == INSIDE else ())
    assert rules in said(found, RULES)
    assert process in said(found, PROCESS)
    # Nobody outside the plan is told of permits and dispensations from it.
    assert ("kan give tilladelse" in said(found, PROCESS)) == (reach != OUTSIDE and state is IN_FORCE)


@pytest.mark.parametrize(
    ("buildings", "expected"),
    [
        (
            [plain(standing="begge")],
            "Bygningen er ikke udpeget i denne plan. Bygningen er i forvejen udpeget af kommuneplanen og en "
            "lokalplan, og det gælder fortsat.",
        ),
        (
            [plain(standing="lokalplan"), shed(standing="ingen")],
            "Ingen af 2 bygninger er udpeget i denne plan. En af bygningerne er i forvejen udpeget af en lokalplan, og "
            "det gælder fortsat.",
        ),
        (
            [house(standing="kommuneplan"), shed(standing="kommuneplan")],
            "1 af 2 bygninger er udpeget. Den øvrige bygning er i forvejen udpeget af kommuneplanen, og det "
            "gælder fortsat.",
        ),
        ([plain(standing="")], "Bygningen er ikke udpeget i denne plan."),
    ],
)
def test_a_building_that_another_plan_designates_is_never_called_not_designated_alone(buildings, expected):
    assert f"Bevaring: {expected}" in said(sheet(*buildings, state=IN_FORCE), SUMMARY).splitlines()


def test_where_no_provision_of_the_plan_reaches_the_designation_of_another_stands_beside():
    text = said(sheet(plain(standing="kommuneplan"), state=IN_FORCE), RULES)
    assert "ingen bygning her." in text
    assert text.endswith(" Bygningen er i forvejen udpeget af kommuneplanen, og det gælder fortsat.")


@pytest.mark.parametrize(
    ("standing", "who"),
    [
        (["lokalplan"], "Bygningen"),
        (["lokalplan", "ingen"], "En af bygningerne"),
        (["lokalplan", "lokalplan", ""], "2 af bygningerne"),
    ],
)
def test_after_a_sentence_on_parcels_it_is_the_buildings_that_are_said_to_be_designated(standing, who):
    text = said(sheet(*(plain(standing=one) for one in standing), reach=OUTSIDE), RULES)
    assert text.endswith(f"bestemmelsernes § 2. {who} er i forvejen udpeget af en lokalplan, og det gælder fortsat.")


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([("overholdt", "overskredet")], "Overholdt for bebyggelsesprocent, overskredet for etager"),
        ([("overholdt", "overholdt")] * 2, "Overholdt for begge"),
        (
            [("overskredet", "overholdt"), ("overholdt", "overholdt")],
            "Grund 1: overskredet for bebyggelsesprocent, overholdt for etager. Grund 2: overholdt for begge.",
        ),
        (
            [("ukendt", "ukendt"), ("overholdt", "overholdt"), ("ukendt", "ukendt")],
            "Grund 1 og 3: ukendt for begge. Grund 2: overholdt for begge.",
        ),
        ([("omraade", "overholdt")], "Bebyggelsesprocenten gælder området som helhed; overholdt for etager"),
        ([], "Ejendommen er ikke i laget med bebyggelsesprocenter"),
    ],
)
def test_plots_of_which_not_the_same_is_true_are_told_apart_in_the_summary(statuses, expected):
    plots = [plot(number) for number in range(1, len(statuses) + 1)]
    told = tuple(
        replace(one, plot=replace(one.plot, status_ratio=ratio, status_storeys=storeys))
        for one, (ratio, storeys) in zip(plots, statuses)
    )
    assert f"Bebyggelsesprocent og etager: {expected}" in said(sheet(plots=told), SUMMARY).splitlines()


def test_a_listed_building_is_not_read_as_designated_by_the_rule():
    assert re.search(
        "Kommunens regel ville ellers sige: »[^«]+«", said(sheet(house(apart="fredet", group="fredet")), BUILDINGS)
    )


def test_a_listed_building_follows_another_law():
    text = said(sheet(house(group="fredet", apart="fredet", designated=False)), RULES)
    assert "Slots- og Kulturstyrelsen" in text
    assert "nedrivning (§ 4.1)" not in text
    listed = house(group="fredet", apart="fredet", designated=False)
    church = house(8, group="kirke", apart="kirke", designated=False)
    short = said(sheet(listed, church), SUMMARY)
    assert "Fredet: 1 bygning, som bestemmelserne ikke gælder." in short
    assert "Kirke: 1 bygning, som bestemmelserne ikke gælder." in short


def test_only_of_the_value_that_neighbours_decide_on_is_it_said_that_they_are_not_known():
    missing = "Laget med sammenlignede naboer er ikke med"
    assert missing not in said(sheet(house(neighbours=None)), UNKNOWN)
    assert missing in said(sheet(house(neighbours=None, save=4)), UNKNOWN)


@pytest.mark.parametrize(
    ("buildings", "asked"),
    [
        ([house(save=4)], True),
        ([house(), plain(save=4)], True),
        ([house(save=4, counted=(0, 0))], False),
        ([house(save=3)], False),
        ([house(group="fredet", apart="fredet", designated=False, save=None)], False),
        ([shed(save=4)], False),  # of which the sheet shows nothing but that it is there
    ],
)
def test_whom_a_building_was_compared_with_is_missed_only_where_one_that_is_shown_may_have_been(buildings, asked):
    text = said(sheet(*buildings, plan=plan_facts(knows_pairs=False)), UNKNOWN)
    assert ("Hvilke naboer bygningen er sammenlignet med, er ikke med i data bag arket." in text) == asked


def test_a_property_of_which_the_public_is_told_of_no_building_has_no_neighbours_to_miss():
    withheld = replace(property_facts(), buildings=())
    assert "naboer" not in said(sheet_of(withheld, plan_facts(knows_pairs=False)), UNKNOWN)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (PlanState(), "kan ændre alt i det"),
        (HEARING, "Send dit svar senest den 1. marts 2027."),
        (PlanState(PROPOSAL), "Høringsfristen er ikke oplyst; spørg kommunen."),
        (HEARING, "hvilken bygning det gælder (nr. 7 i planen)"),
        (PlanState(ADOPTED, adopted=date(2027, 3, 1)), "gælder først fra offentliggørelsen i Plandata"),
        (IN_FORCE, "ikke er i strid med planens principper (planlovens § 19)"),
    ],
)
def test_what_can_still_change_and_how_to_answer_goes_by_the_state(state, expected):
    assert expected in said(sheet(state=state), PROCESS)


@pytest.mark.parametrize(
    ("state", "heading"),
    [
        (PlanState(), "Hvad kan kommunen endnu ændre, og hvordan svarer du?"),
        (HEARING, "Hvad kan kommunen endnu ændre, og hvordan svarer du?"),
        (PlanState(ADOPTED, adopted=date(2027, 3, 1)), "Kan planen fraviges eller ændres?"),
        (IN_FORCE, "Kan planen fraviges eller ændres?"),
    ],
)
def test_nobody_is_asked_to_answer_an_adopted_plan(state, heading):
    assert sheet(state=state).section(PROCESS).title == heading


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({"area": 425.0, "share": 0.5}, "Omfatter 425 m² af ejendommen, målt på kortet (50 %)."),
        ({"area": 880.0, "share": 0.9996}, "Omfatter hele ejendommen."),
        ({"area": 877.0, "share": 0.994}, "Omfatter 877 m² af ejendommen, målt på kortet (99,4 %)."),
        ({"areas": ("Ådalen", "Mosen"), "share": 1.0}, "Ådalen og Mosen; omfatter hele ejendommen."),
        ({"areas": ("Eng og mose", "Ådalen"), "share": 1.0}, "Eng og mose; Ådalen; omfatter hele ejendommen."),
        ({"area": None, "line": True}, "Går ind over ejendommen eller langs dens skel."),
        ({"area": None}, "Ligger på ejendommen."),
    ],
)
def test_how_much_of_a_property_a_theme_holds_and_in_which_areas(held, expected):
    assert expected in said(sheet(themes=(theme("Kirkebyggelinje", **held),)), THEMES)


def test_only_who_has_a_designated_building_is_told_of_a_takeover():
    told = "kan ejeren kræve ejendommen overtaget mod erstatning"
    listed = house(group="fredet", apart="fredet")
    assert told in said(sheet(house(), shed(), state=IN_FORCE), PROCESS)
    assert told not in said(sheet(shed(), listed, state=IN_FORCE), PROCESS)
    assert told not in said(sheet(house()), PROCESS)  # a draft forbids nothing


def test_the_sum_stands_whole_with_its_terms_and_what_is_left():
    text = said(sheet(), PLOT)
    assert SUM in text
    assert "Tallene: grundareal 850 m² (registreret), etageareal 170 m² (BBR)" in text
    assert "fradrag 22 m² (BR18, 1 bolig)" in text
    assert "Bebyggelsesprocent: 20 %; tilladt 30 % (kommunens almindelige grænse)" in text
    assert "Tilbage: 85 m² inden for bebyggelsesprocenten" in text
    assert "ikke hvad der må bygges" in text
    exceeded = said(sheet(plots=(plot(remaining=-12.5),)), PLOT)
    assert "Tilbage: intet; overskredet med 12,5 m²" in exceeded
    assert "ikke hvad der må bygges" not in exceeded
    assert sheet(plots=None).section(PLOT) is None


def test_what_is_exceeded_is_told_with_its_limit_its_source_and_that_it_may_be_lawful():
    told = plot(remaining=-12.5)
    over = replace(told.plot, ratio=37.73, storeys=3.5, status_ratio="overskredet", status_storeys="overskredet")
    text = said(
        sheet(plots=(replace(told, plot=replace(over, status="overskredet", ratio_source="ramme 6.5.40")),)), PLOT
    )
    assert (
        "Efter beregningen er grænsen for bebyggelsesprocenten på 30 % (ramme 6.5.40) overskredet med 7,73 "
        "procentpoint og grænsen på 1½ etage (kommunens almindelige grænse) overskredet med 2 etager. Det er ikke det "
        "samme som ulovligt: En ældre bygning kan være opført efter andre regler"
    ) in text
    assert "Det, der er lovligt opført, kan blive stående." in text
    alone = replace(over, status_ratio="overholdt", storeys=2.0)
    text = said(sheet(plots=(replace(told, plot=alone),)), PLOT)
    half = "Efter beregningen er grænsen på 1½ etage (kommunens almindelige grænse) overskredet med ½ etage."
    assert half in text
    assert "ulovligt" not in said(sheet(), PLOT)


def test_themes_stand_with_ground_part_and_distance():
    beside = theme("Åbeskyttelseslinje", 37.8, legal="")
    held = theme("Beskyttet natur (§ 3)", areas=("Mose",), proposed=True)
    text = said(sheet(themes=(held, beside)), THEMES)
    assert "Beskyttet natur (§ 3): Mose; omfatter 425 m² af ejendommen, målt på kortet (50 %); kun et forslag. " in text
    assert "Naturbeskyttelseslovens § 3." in text
    assert "Åbeskyttelseslinje: 37,8 m fra ejendommen. Lovgrundlaget er ikke oplyst." in text
    assert "Inden for 100 m ligger, med afstanden til det nærmeste af hvert tema:" in text
    unsure = theme("Skovbyggelinje", 71.3, legal="Naturbeskyttelsesloven [ikke kontrolleret]")
    assert (
        "71,3 m fra ejendommen. Lovgrundlag: Naturbeskyttelsesloven; det præcise lovsted er ikke kontrolleret."
        in said(sheet(themes=(unsure,)), THEMES)
    )
    assert said(sheet(themes=(held,)), THEMES).startswith("\nIngen andre ligger inden for 100 m.\n")
    none = "Intet af de temaer, der er i planens data, omfatter ejendommen eller ligger inden for 100 m fra den."
    assert said(sheet(), THEMES) == none


def test_a_theme_that_only_borders_on_the_property_is_said_to_and_is_not_in_short():
    beside = theme("Skovbyggelinje", held=False, areas=("Skoven",), legal="")
    told = sheet(themes=(beside,))
    assert said(told, THEMES) == (
        "Intet af de temaer, der er i planens data, omfatter ejendommen.\n"
        "Inden for 100 m ligger, med afstanden til det nærmeste af hvert tema:\n\n"
        "Skovbyggelinje: Skoven; grænser op til ejendommen. Lovgrundlaget er ikke oplyst."
    )
    assert "Landskab og beskyttelse: Intet af de undersøgte temaer" in said(told, SUMMARY).splitlines()


def test_lokalplaner_stand_with_their_day_and_whether_they_preserve():
    preserving = lokalplan(preserves=True, says="Må ikke nedrives.")
    text = said(sheet(plans=(preserving, lokalplan("lokalplan 5", None))), PLANS)
    assert "Lokalplan 91 Villavejene, vedtaget 22. juni 2020. Planen har bestemmelser om bevaring" in text
    assert "Registret siger: »Må ikke nedrives.«" in text
    assert "Lokalplan 5; vedtagelsesdatoen er ikke oplyst." in text
    assert said(sheet(), PLANS) == "Ingen af de undersøgte lokalplaner dækker ejendommen."
    assert sheet(plans=None).section(PLANS) is None


def test_several_lokalplaner_are_listed_with_a_name_that_is_a_list_in_quotes():
    told = sheet(plans=(lokalplan("lokalplan 88 Huse, udpeget ved navn"), lokalplan("byplanvedtægt nr. 1")))
    short = "Lokalplaner i kraft: »lokalplan 88 Huse, udpeget ved navn« og byplanvedtægt nr. 1"
    assert short in said(told, SUMMARY).splitlines()
    assert "Lokalplaner i kraft: Lokalplan 91 Villavejene" in said(sheet(plans=(lokalplan(),)), SUMMARY).splitlines()


def test_what_nobody_knows_is_said_with_whom_to_ask():
    text = said(
        sheet(house(year=None), plots=None, themes=None, plans=None, plan=plan_facts(knows_pairs=False)), UNKNOWN
    )
    assert "Opførelsesåret kendes ikke." in text
    assert "Laget med bebyggelsesprocenter er ikke med i planen." in text
    assert "Landskab og beskyttelse er ikke undersøgt" in text
    assert "Lokalplaner i kraft er ikke undersøgt" in text
    assert "Tinglyste servitutter er ikke undersøgt." in text
    assert "Spørg kommunen." in text
    known = plan_facts(contact=("Spørgsmål", "mailto:plan@kommune.example"), web_address="https://plan.example/")
    text = said(sheet(unknown_themes=("Natura 2000",), plan=known), UNKNOWN)
    assert "Planens data siger intet om: Natura 2000." in text
    assert "mailto:plan@kommune.example" in text
    assert "https://plan.example/" in text


def test_a_property_without_a_place_has_no_map_and_says_so():
    found = sheet(placed=False, themes=None, plans=None)
    assert found.map_text == ""
    assert "Ejendommens sted kendes ikke" in said(found, UNKNOWN)
    assert "rød kant" in sheet().map_text


def test_no_text_is_made_of_nothing():
    bare = replace(property_facts(), buildings=(), plots=(), addresses=(), parcels=(), key="")
    text = sheet_of(bare, plan_facts()).text()
    assert "None" not in text
    assert "Planens offentlige data nævner ingen bygning på ejendommen." in text
    assert "Ejendommen er ikke i laget med bebyggelsesprocenter" in text

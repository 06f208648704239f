"""The card of a building: the same words wherever it is shown, and unknown where nobody has told."""

import datetime
import doctest

import pytest

from lyngby_heritage.core.designation import reasons
from lyngby_heritage.core.designation.decisions import Decision
from lyngby_heritage.core.plan import card
from lyngby_heritage.core.plan.card import SECTIONS, card_of, reason_in_line
from lyngby_heritage.core.plan.card_facts import Facts, HeldBy, Neighbour, PlanOver, Plot
from lyngby_heritage.core.plan.may_i import before_answers, may_i
from lyngby_heritage.core.plan.state import PlanState


def facts(**changed):
    """A designated house of value 4 about which nothing more is known."""
    plain = {
        "id": "b1",
        "address": "Ågade 9",
        "save": 4,
        "ground": "vaerdi_4_ensartet",
        "designated": True,
        "reason": "SAVE-værdi 4. Udpeges: bygningen er ensartet med naboerne.",
        "year": 1912,
        "use": "fritliggende enfamiliehus",
    }
    return Facts(**{**plain, **changed})


def lines(made, key):
    section = made.section(key)
    return None if section is None else [str(one) for one in section.lines]


def test_the_examples_of_the_modules():
    for module in (card, reasons):
        outcome = doctest.testmod(module)
        assert outcome.attempted
        assert not outcome.failed


@pytest.mark.parametrize(
    ("state", "verdict", "ground"),
    [
        (PlanState(), "Foreslås udpeget", "Ved særskilt beslutning"),
        (PlanState(2, published=datetime.date(2027, 3, 8)), "Udpeget", "Ved særskilt beslutning"),
    ],
)
def test_before_a_plan_is_in_force_its_buildings_are_proposed(state, verdict, ground):
    made = card_of(facts(ground="beslutning"), answer=state.answer)
    assert (made.verdict, made.ground) == (verdict, ground)
    assert card_of(facts(designated=False), answer=state.answer).verdict == state.answer(False)


def test_what_is_said_at_the_top():
    made = card_of(facts(story="Her boede en fotograf."))
    assert (made.title, made.kind, made.verdict) == ("Ågade 9", "Fritliggende enfamiliehus", "Udpeget")
    assert made.ground == "SAVE-værdi 4, opfylder reglen for værdi 4"
    assert made.story == "Her boede en fotograf."
    assert lines(made, "begrundelse") == ["SAVE-værdi 4. Udpeges: bygningen er ensartet med naboerne."]


@pytest.mark.parametrize(
    ("changed", "verdict", "ground"),
    [
        ({"ground": "vaerdi_1_3", "save": 2}, "Udpeget", "SAVE-værdi 1–3"),
        ({"ground": "beslutning"}, "Udpeget", "Ved særskilt beslutning"),
        ({"ground": "beslutning", "designated": False}, "Ikke udpeget", "Fravalgt ved særskilt beslutning"),
        ({"ground": "til_vurdering", "designated": False}, "Ikke udpeget", "Skal vurderes af en fagperson"),
        ({"ground": "ikke_udpeget", "designated": False}, "Ikke udpeget", ""),
        ({"ground": "ny_kode", "designated": True}, "Udpeget", "Ukendt kode: ny_kode"),
        ({"apart": "fredet"}, "Fredet", ""),
        ({"apart": "kirke"}, "Kirke", ""),
    ],
)
def test_the_answer_and_what_it_rests_on(changed, verdict, ground):
    made = card_of(facts(**changed))
    assert (made.verdict, made.ground) == (verdict, ground)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"ground": "ikke_udpeget", "save": 6},
            "Bygningen er vurderet og opfylder ikke den regel, som planens bygninger udpeges efter.",
        ),
        (
            {"ground": "til_vurdering", "save": 4},
            "En fagperson skal vurdere bygningen, før det kan afgøres, om den skal udpeges. Hvorfor, står i "
            "begrundelsen. Udpeger en anden plan bygningen i dag, gælder den plan fortsat for den.",
        ),
        (
            {"ground": "beslutning", "save": 3},
            "Det er konkret besluttet, at bygningen ikke udpeges, uanset dens SAVE-værdi. Udpeger en anden plan "
            "bygningen i dag, gælder den plan fortsat for den.",
        ),
        (
            {"ground": "ikke_registreret", "save": None},
            "Reglen for udpegning kræver en SAVE-værdi. Uden den kan bygningen kun udpeges ved en særskilt beslutning.",
        ),
    ],
)
def test_a_card_says_what_the_answer_means_for_its_own_building_not_for_all_of_the_class(changed, told):
    """The legend's "value 4 without …, or 5–9" is no answer to the owner of one building."""
    assert lines(card_of(facts(designated=False, **changed)), "betydning") == [told]


def test_the_reason_of_a_listed_building_says_that_it_is_the_rule_s_alone():
    made = card_of(facts(apart="fredet"))
    assert made.section("begrundelse").title == "Kommunens regel ville ellers sige"
    assert reason_in_line(facts(apart="fredet")) == f"Kommunens regel ville ellers sige: »{facts().reason}«"
    assert reason_in_line(facts()) == facts().reason


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"certainty": 26 / 27}, ["Sikkerhed: 96 % af de prøvede indstillinger giver samme udfald"]),
        ({"certainty": 18 / 27}, ["Sikkerhed: tæt på grænsen: 67 % af de prøvede indstillinger giver samme udfald"]),
        ({"certainty": None}, []),
        ({"certainty": 1.0, "ground": "beslutning"}, []),  # no setting moves a decision
        ({"certainty": 0.5, "apart": "fredet"}, []),  # nor what the plan does not bind
        ({"certainty": 1.0, "save": 3}, []),
    ],
)
def test_how_sure_the_answer_is_is_told_of_what_the_settings_decide(changed, told):
    assert [one for one in lines(card_of(facts(**changed)), "oplysninger") if one.startswith("Sikkerhed")] == told


def test_facts_are_told_where_they_are_known():
    made = card_of(facts(parcels="5a Askholt By", environment="Kulturmiljø 3", standing="begge", certainty=0.925))
    assert lines(made, "oplysninger") == [
        "SAVE-værdi: 4 på en skala fra 1, som er højest, til 9",
        "Opført: 1912",
        "Anvendelse: Fritliggende enfamiliehus",
        "Matr.nr.: 5a Askholt By",
        "Kulturmiljø: Kulturmiljø 3",
        "Udpeget i dag af: kommuneplanen og en lokalplan",
        "Sikkerhed: 93 % af de prøvede indstillinger giver samme udfald",
        "Bygnings-id: b1",
    ]


LANDSBY = PlanOver("lokalplan 64 Landsbyen", preserves=True)
VILLAVEJE = PlanOver("lokalplan 91 Villavejene", preserves=True)
TORVET = PlanOver("lokalplan 12 Torvet")


@pytest.mark.parametrize(
    ("standing", "plans", "told"),
    [
        ("lokalplan", None, "en lokalplan"),
        ("lokalplan", (TORVET,), "en lokalplan"),
        (
            "lokalplan",
            (LANDSBY, TORVET),
            "en lokalplan (her gælder lokalplan 64 Landsbyen, som har bestemmelser om bevaring)",
        ),
        (
            "begge",
            (LANDSBY, VILLAVEJE),
            "kommuneplanen og en lokalplan (her gælder lokalplan 64 Landsbyen og lokalplan 91 Villavejene, "
            "som begge har bestemmelser om bevaring)",
        ),
        (
            "lokalplan",
            (PlanOver("lokalplan 88 Huse, udpeget ved navn", preserves=True), LANDSBY),
            "en lokalplan (her gælder »lokalplan 88 Huse, udpeget ved navn« og lokalplan 64 Landsbyen, "
            "som begge har bestemmelser om bevaring)",
        ),
        ("kommuneplan", (LANDSBY,), "kommuneplanen"),
        ("ingen", (LANDSBY,), "ingen plan"),
    ],
)
def test_the_plans_that_may_designate_it_today_are_named(standing, plans, told):
    made = card_of(facts(standing=standing, plans=plans))
    assert f"Udpeget i dag af: {told}" in lines(made, "oplysninger")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"standing": "ingen"}, "denne plan"),
        ({"standing": "begge"}, "denne plan; i forvejen af kommuneplanen og en lokalplan"),
        ({"standing": ""}, "denne plan"),  # whatever the register knows of others
        ({"standing": "", "designated": False, "ground": "ikke_udpeget"}, None),
        ({"standing": "kommuneplan", "designated": False, "ground": "ikke_udpeget"}, "kommuneplanen"),
        ({"standing": "ingen", "designated": False, "ground": "ikke_udpeget"}, "ingen plan"),
        ({"standing": "ingen", "designated": False, "apart": "fredet"}, None),  # another law protects it
        ({"standing": "kommuneplan", "designated": False, "apart": "fredet"}, "kommuneplanen"),
    ],
)
def test_who_designates_it_today_does_not_contradict_the_answer_of_a_plan_in_force(changed, told):
    state = PlanState(2, published=datetime.date(2027, 3, 8))
    said = lines(card_of(facts(in_force=True, **changed), answer=state.answer), "oplysninger")
    today = [one.removeprefix("Udpeget i dag af: ") for one in said if one.startswith("Udpeget i dag af")]
    assert today == ([told] if told else [])


def test_what_nobody_knows_is_said_and_is_no_answer():
    made = card_of(facts(address="", save=None, year=None, use="", reason="", placed=False))
    assert (made.title, made.kind) == ("Uden adresse", "Bygning")
    assert lines(made, "begrundelse") == ["Der er ikke givet en begrundelse."]
    assert lines(made, "oplysninger")[0] == "SAVE-værdi: Ikke vurderet"
    assert lines(made, "ukendt") == [
        "Bygningens sted kendes ikke. Den er derfor ikke på kortet.",
        "Opførelsesåret kendes ikke.",
        "Anvendelsen kendes ikke.",
        "Laget med sammenlignede naboer er ikke med, så hver enkelt nabo kan ikke vises.",
        "Laget med bebyggelsesprocenter er ikke med.",
        "Det er ikke undersøgt, om temaer om landskab eller beskyttelse dækker bygningen.",
        "Laget med lokalplaner er ikke med.",
    ]


def test_a_section_that_is_not_wanted_is_not_missed_either():
    made = card_of(facts(year=None), ["begrundelse", "ukendt"])
    assert [one.key for one in made.sections] == ["begrundelse"]


def test_neighbours_one_by_one():
    alike = Neighbour("b2", "Ågade 11", 5 / 6, ("anvendelse", "etagetal"), ("ydervæg",))
    other = Neighbour("b3", "", 0.25, (), ("anvendelse", "opførelsesår"))
    told = lines(card_of(facts(neighbours=(alike, other), alike_from=0.75)), "naboer")
    assert told == [
        "1 af 2 naboer ligner bygningen (50 %). En nabo ligner, når mindst 75 % af de kendte forhold er ens.",
        "Ågade 11: Ligner, 2 af 3 forhold er ens. Ens på anvendelse og etagetal. Forskellig på ydervæg.",
        "En bygning uden adresse: Ligner ikke, 0 af 2 forhold er ens. Forskellig på anvendelse og opførelsesår.",
    ]


def test_the_neighbours_are_counted_as_the_reason_counts_them():
    """The layer of pairs may be of an earlier run; the reason and the line below it never say two things."""
    alike = Neighbour("b2", "Ågade 11", 5 / 6, ("anvendelse",), ())
    told = lines(card_of(facts(neighbours=(alike,), alike_from=0.75, counted=(4, 5))), "naboer")
    assert told[0].startswith("4 af 5 naboer ligner bygningen (80 %).")
    unsaid = lines(card_of(facts(neighbours=(alike,), alike_from=0.75, counted=(0, 0))), "naboer")
    assert unsaid[0].startswith("1 af 1 naboer ligner bygningen")


def test_where_the_threshold_is_not_known_no_neighbour_is_called_alike():
    told = lines(card_of(facts(neighbours=(Neighbour("b2", "Ågade 11", 0.9, ("etagetal",), ()),))), "naboer")
    assert told == ["Ågade 11: 1 af 1 forhold er ens. Ens på etagetal."]


def test_no_neighbour_is_another_thing_than_no_layer_of_neighbours():
    assert lines(card_of(facts(neighbours=())), "naboer") == ["Bygningen er ikke sammenlignet med nogen nabo."]
    assert lines(card_of(facts()), "naboer") is None


ROW = {
    "grund_nr": 1,
    "bebyggelsesprocent": 63.39,
    "tilladt_procent": 25,
    "procent_kilde": "lokalplan 27 Villakvarter",
    "etager": 3.5,
    "tilladt_etager": 1.5,
    "etager_kilde": "parameter",
    "status": "overskredet",
    "bemaerkning": "Bebyggelsesprocent: 400 / 631 m² = 63,39 %.",
}


def test_the_plot_ratio_with_its_sum():
    assert lines(card_of(facts(plots=(Plot.of_row(ROW),))), "bebyggelse") == [
        "Status: Overskredet",
        "Bebyggelsesprocent: 63,39 %; tilladt 25 % (lokalplan 27 Villakvarter)",
        "Etager: 3½; tilladt 1½ (kommunens almindelige grænse)",
        "Regnestykket: Bebyggelsesprocent: 400 / 631 m² = 63,39 %.",
    ]


def test_a_limit_that_nobody_states_is_unknown():
    plot = Plot.of_row({**ROW, "tilladt_procent": None, "etager": None, "bemaerkning": None})
    assert lines(card_of(facts(plots=(plot,))), "bebyggelse") == [
        "Status: Overskredet",
        "Bebyggelsesprocent: 63,39 %; hvad der er tilladt, kendes ikke",
    ]


def test_outside_the_areas_no_limit_is_missed():
    row = {**ROW, "status": "ikke_omfattet", "tilladt_procent": None, "tilladt_etager": None, "bemaerkning": ""}
    assert lines(card_of(facts(plots=(Plot.of_row(row),))), "bebyggelse") == [
        "Status: Ikke omfattet",
        "Bebyggelsesprocent: 63,39 %",
        "Etager: 3½",
    ]


def test_where_the_limit_is_the_areas_the_status_says_who_is_judged():
    plot = Plot.of_row({**ROW, "status": "omraade"})
    assert lines(card_of(facts(plots=(plot,))), "bebyggelse")[0] == "Status: Afgøres for området som helhed"


def test_two_plots_of_one_property_are_told_apart():
    plots = (Plot.of_row(ROW), Plot.of_row({**ROW, "grund_nr": 2}))
    told = lines(card_of(facts(plots=plots)), "bebyggelse")
    assert [one for one in told if one.startswith("Status")] == [
        "Status: Grund 1: Overskredet",
        "Status: Grund 2: Overskredet",
    ]


def test_themes_with_their_legal_ground():
    held = (HeldBy("Kirkebyggelinje", legal="Naturbeskyttelsesloven"), HeldBy("Fredning", proposed=True))
    made = card_of(facts(themes=held, unknown_themes=("Støj",)))
    assert lines(made, "temaer") == [
        "Landskab: Fredning (forslag), Kirkebyggelinje",
        "Kirkebyggelinje: Naturbeskyttelsesloven",
    ]
    assert "Det kan ikke siges, om bygningen er omfattet af: Støj." in lines(made, "ukendt")
    assert lines(card_of(facts(themes=())), "temaer") == ["Landskab: Intet af kortets temaer dækker bygningen."]


def test_plans_over_the_building():
    plans = (PlanOver("lokalplan 64 Landsbyen", datetime.date(2016, 5, 30)), PlanOver("byplanvedtægt 2"))
    assert lines(card_of(facts(plans=plans)), "planer") == [
        "Lokalplan 64 Landsbyen, vedtaget 30. maj 2016",
        "Byplanvedtægt 2; vedtagelsesdatoen er ikke oplyst",
    ]
    assert lines(card_of(facts(plans=())), "planer") == [
        "Ingen af de andre lokalplaner, der er undersøgt, dækker bygningen."
    ]


def test_a_decision_that_no_run_has_used_yet():
    decision = Decision(False, "Facaden er ændret.", "Besigtigelse", datetime.date(2026, 3, 2))
    made = card_of(facts(decision=decision))
    assert made.sections[0].title == "Beslutning, som endnu ikke er kørt"
    assert lines(made, "beslutning") == [
        "Bygningen udpeges ikke. Det gælder fra næste kørsel.",
        "Begrundelse: Facaden er ændret.",
        "Kilde: Besigtigelse, 2. marts 2026",
    ]


def test_the_sections_stand_in_their_order_and_the_whole_is_a_text():
    made = card_of(
        facts(
            neighbours=(),
            plots=(Plot.of_row(ROW),),
            themes=(),
            plans=(),
            year=None,
            answers=tuple(may_i(PlanState(), "B")),
            decision=Decision(True, "", "", None),
        )
    )
    assert tuple(one.key for one in made.sections) == SECTIONS
    text = made.text()
    assert text.startswith("Ågade 9\nFritliggende enfamiliehus\nUdpeget. SAVE-værdi 4, opfylder reglen for værdi 4.\n")
    assert "\n\nDet vides ikke\nOpførelsesåret kendes ikke." in text


def test_what_the_provisions_answer_and_in_one_line_what_nobody_has_decided():
    state = PlanState()
    told = lines(card_of(facts(answers=tuple(may_i(state, "B")), before_answers=before_answers(state))), "maa_jeg")
    assert told[0] == "Planen er et udkast og binder ingen. Svarene er, hvad udkastet siger."
    assert told[1] == (
        "Må jeg rive bygningen ned?: Kræver tilladelse efter udkastet (§ 4.1). Bygningen må ikke rives ned, helt eller "
        "delvist, uden kommunalbestyrelsens tilladelse."
    )
    assert told[2].startswith("Må jeg ændre bygningens ydre?: Kræver tilladelse efter udkastet (§ 4.2). ")
    assert told[5].startswith("Ikke fastlagt i udkastet: Tagets form (§ 5.2); Tagdækning (§§ 5.3 og 5.6); ")
    assert told[6] == "Anden lovgivning, servitutter og andre planer kan stille flere krav."
    assert len(told) == 7
    assert lines(card_of(facts()), "maa_jeg") is None


def test_the_parameters_of_save_stand_in_words_and_once():
    reason = "SAVE-værdi 4. Udpeges: bygningen er ensartet med naboerne."
    known = {"save_architecture": 3, "save_condition": 7, "save_culture": 0}
    said = facts(reason=f"{reason} SAVE's delværdier: arkitektonisk 3, tilstand 7.", sub_values=known)
    made = card_of(said)
    assert lines(made, "oplysninger")[1:3] == ["Arkitektonisk værdi: 3: høj", "Tilstand: 7: lav"]
    assert lines(made, "begrundelse") == [reason]
    assert lines(card_of(facts(reason=said.reason)), "begrundelse") == [said.reason]


def test_what_makes_two_alike_is_said_once():
    alike = Neighbour("b2", "Ågade 11", 1.0, ("etagetal",), ())
    demand = "En nabo ligner, når mindst 75 % af de kendte forhold er ens."
    said = facts(reason=f"SAVE-værdi 4. Udpeges. {demand}", neighbours=(alike,), alike_from=0.75)
    assert lines(card_of(said), "naboer")[0] == "1 af 1 naboer ligner bygningen (100 %)."
    other = facts(neighbours=(alike,), alike_from=0.75)
    assert lines(card_of(other), "naboer")[0] == f"1 af 1 naboer ligner bygningen (100 %). {demand}"

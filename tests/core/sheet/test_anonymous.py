"""An anonymous sheet names no property, and says what it leaves out."""

import pytest
from sheet_builders import house, lokalplan, neighbour, plan_facts, plot, property_facts, shed, theme

from lyngby_heritage.core.sheet.anonymous import SOURCE, anonymous, anonymous_plan, anonymous_sheet
from lyngby_heritage.core.sheet.content import sheet_of

REMARK = (
    "Etageareal 170 m² på matr.nr. 5a. Tilladt 30 % = 255 m² (lokalplan 91 Villavejene (syd)). Beregnet efter BR18, da "
    "lokalplan 91 er vedtaget 22. juni 2020. Ågade er vej."
)


def text_of(facts, plan=None):
    return anonymous_sheet(sheet_of(anonymous(facts), anonymous_plan(plan or plan_facts()))).text()


def test_nothing_that_names_the_property_is_left():
    facts = property_facts(
        house(
            reason="SAVE-værdi 3. Huset på Ågade 1 ligner Bredevej 9.",
            neighbours=(neighbour("Bredevej 9"),),
            environment="Villavejene",
            story="Bygget af en skipper.",
            year=1905,
        ),
        plots=(plot(remark=REMARK),),
        plans=(lokalplan(),),
        themes=(theme("Fredning", areas=("Præstemosen",)),),
    )
    plan = plan_facts(web_address="https://plan.example/")
    for named in ("Ågade", "Bredevej", "Villavejene", "5a", "Askholt", "9100085", "91", "Præstemosen"):
        assert named in sheet_of(facts, plan).text()
        assert named not in text_of(facts, plan)
    assert "https://plan.example/" not in text_of(facts, plan)


def test_the_parcels_in_the_plans_area_are_not_named():
    text = text_of(property_facts(shed(), in_area=("5a Askholt By, Askholt",)))
    assert "5a" not in text
    assert "Af ejendommen er et eller flere jordstykker med i planens område" in text


def test_the_reason_of_a_decision_is_a_persons_own_words_and_goes():
    decided = house(ground="beslutning", reason="Skipper Hansens hus.")
    assert "Skipper" not in text_of(property_facts(decided))
    assert "Begrundelse: [udeladt]" in text_of(property_facts(decided))


def test_figures_value_and_comparison_stay_and_the_sheet_says_what_went():
    text = text_of(property_facts(house(neighbours=(neighbour("Bredevej 9"),)), plots=(plot(remark=REMARK),)))
    assert "SAVE-værdi: 3" in text
    assert "Etageareal 170 m²" in text
    assert "Nabo 1: 2 af 3 forhold er ens." in text
    assert "Tilladt 30 % = 255 m²." in text
    assert "Arket er anonymt: Adresse, matrikelnumre, BFE-nummer" in text
    assert "kan stadig genkende ejendommen" in text


def test_who_says_a_limit_is_left_out_whatever_kind_of_area_it_is():
    for named in ("lokalplan 241", "ramme 2.B.1 Villaby", "delområde A", "åben-lav-område i række 3"):
        assert SOURCE.sub("", f"Grænsen er 30 % ({named}).") == "Grænsen er 30 %.", named


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Beregnet efter BR18, da ingen lokalplan med grænser gælder.",) * 2,
        (
            "Beregnet efter BR18, da lokalplan 91 er vedtaget 22. juni 2020.",
            "Beregnet efter BR18, da en lokalplan er vedtaget 22. juni 2020.",
        ),
        (
            "Lokalplan 33 Landsbyen tillader 30 % beregnet for området som helhed; det afgøres ikke.",
            "En lokalplan tillader 30 % beregnet for området som helhed; det afgøres ikke.",
        ),
        ("Vedtagelsesdatoen for byplanvedtægt nr. 1 kendes ikke.", "Vedtagelsesdatoen for en lokalplan kendes ikke."),
        (
            "Lokalplan 91 Villavejene er bygget tæt regulerer omfanget.",  # known from the plans
            "En lokalplan regulerer omfanget.",
        ),
        ("Etager: 2, tilladt 1½ (delområde A).", "Etager: 2, tilladt 1½."),
    ],
)
def test_a_sentence_about_a_plan_stays_whole_without_its_name(said, told):
    plans = (lokalplan("lokalplan 91 Villavejene er bygget tæt"),)
    (made,) = anonymous(property_facts(house(), plans=plans, plots=(plot(remark=said),))).plots
    assert made.plot.remark == told


def test_a_reason_that_speaks_of_any_plan_at_all_stays_as_it_is():
    reason = "Til vurdering: en gældende lokalplan udpeger bygningen i dag, og ingen regel her gør det."
    (made,) = anonymous(property_facts(house(reason=reason))).buildings
    assert made.facts.reason == reason

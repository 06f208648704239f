"""The sentences that go to the owner: whole, so that whoever changes one reads it."""

import math

import pytest
from builders import classified, house, plots_in_a_row

from lyngby_heritage.core.designation.reasons import pair_words


def reason(table, row=0, **chosen):
    result = classified(table, **chosen)
    return result.reasons(0, len(table))[row]


def on_plots(*changes):
    return [house(20 * i + 5, id=f"b{i}", **{"save": 5, **change}) for i, change in enumerate(changes)]


def test_a_high_value():
    assert reason([house(0, save=2)]) == "SAVE-værdi 2. Udpeges: bygningen har høj bevaringsværdi (1–3)."


def test_a_value_below_4():
    assert reason([house(0, save=6)]) == (
        "SAVE-værdi 6. Udpeges ikke: der udpeges kun bygninger med værdi 1–3 og, efter en særlig regel, værdi 4."
    )


def test_no_value():
    assert reason([house(0, save=None)]) == (
        "Ingen SAVE-værdi: bygningen er ikke vurderet. Det er ikke det samme som en lav værdi."
    )


def test_a_value_that_cannot_be_read_is_quoted():
    assert reason([house(0, save="4-5")]) == (
        "SAVE-værdien kan ikke læses: '4-5' er ikke et helt tal fra 1 til 9. "
        "Værdien skal rettes, før bygningen kan vurderes."
    )


def test_a_uniform_4_names_neighbours_likenesses_and_thresholds():
    table = on_plots({}, {"save": 4}, {"year": 1960})
    assert reason(table, 1, parcels=plots_in_a_row(3)) == (
        "SAVE-værdi 4. Udpeges: bygningen er ensartet med naboerne. 2 af 2 tilstødende ejendomme ligner den (100 %; "
        "krav: mindst 60 % af mindst 2 naboer). Ens: anvendelse (2 af 2), etagetal (2 af 2), "
        "ydervæg (2 af 2), tagdækning (2 af 2), bebygget areal med højst 25 % forskel (2 af 2); ens hos halvdelen: "
        "opført med højst 10 års mellemrum (1 af 2). "
        "En nabo ligner, når mindst 75 % af de kendte forhold er ens."
    )


def test_a_4_unlike_its_neighbours_says_in_what():
    other = {"wall": 4, "roof": 7, "year": 1790}
    table = on_plots(other, {"save": 4, "storeys": None}, other)
    assert reason(table, 1, parcels=plots_in_a_row(3)) == (
        "SAVE-værdi 4. Udpeges ikke: bygningen er ikke ensartet med naboerne. 0 af 2 tilstødende ejendomme ligner den "
        "(0 %; krav: mindst 60 % af mindst 2 naboer). Ens: anvendelse (2 af 2), bebygget areal med højst 25 % "
        "forskel (2 af 2); forskelligt: opført med mere end 10 års mellemrum (2 af 2), "
        "ydervæg (2 af 2), tagdækning (2 af 2); ukendt: "
        "etagetal. En nabo ligner, når mindst 75 % af de kendte forhold er ens."
    )


def test_a_difference_in_area_is_one_beyond_the_limit():
    other = {"wall": 4, "roof": 7, "area": 300}
    table = on_plots(other, {"save": 4, "area": 100}, other)
    told = reason(table, 1, parcels=plots_in_a_row(3))
    assert "; forskelligt: ydervæg (2 af 2), tagdækning (2 af 2), " in told
    assert "tagdækning (2 af 2), bebygget areal med mere end 25 % forskel (2 af 2)" in told


def test_a_4_that_a_person_must_look_at_says_why():
    assert reason([house(0, save=4)]) == (
        "SAVE-værdi 4. Til vurdering: der er for få naboer at sammenligne med; en fagperson skal vurdere den. "
        "Ingen nabobygninger inden for 40 m kan sammenlignes med den (krav: mindst 2, hvor mindst 2 forhold er kendt "
        "på begge)."
    )


def test_a_4_under_rule_1_that_a_person_must_look_at_has_a_sentence_with_its_own_subject():
    assert (
        "Til vurdering: der er for få naboer at sammenligne med, og bygningen ligger ikke nær en bygning med værdi "
        "1–3; en fagperson skal vurdere den."
    ) in reason([house(0, save=4)], rule=1)


def test_one_neighbour_is_written_in_the_singular():
    table = [house(0, id="a", save=4), house(15, id="b")]
    assert "1 af 1 nabobygning inden for 40 m ligner den" in reason(table)


def test_a_building_on_no_property_says_so():
    table = [*on_plots({}, {}), house(200, id="off", save=4)]
    assert "Bygningen ligger ikke på nogen ejendom i kortet." in reason(table, 2, parcels=plots_in_a_row(2))


def test_opposite_plots_are_named():
    text = reason(on_plots({"save": 4}, {}, {}), parcels=plots_in_a_row(3), method=2)
    assert "2 af 2 tilstødende eller overfor liggende ejendomme ligner den" in text


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (2, "Udpeges ikke: efter den valgte regel udpeges række- og dobbelthuse med værdi 4; BBR kalder den"),
        (3, "Udpeges: efter den valgte regel udpeges alle med værdi 4."),
        (4, "Udpeges ikke: efter den valgte regel udpeges ingen med værdi 4."),
    ],
)
def test_the_other_rules_say_which_was_used(rule, text):
    assert text in reason([house(0, save=4)], rule=rule)


def test_rule_1_names_the_high_value_near_by():
    table = [house(0, id="a", save=4), house(30, id="b", save=2, wall=4, roof=7, year=1700, storeys=3)]
    assert "Udpeges: bygningen ligger højst 40 m fra en bygning med værdi 1–3." in reason(table, rule=1)


def test_an_unknown_use_under_rule_2_is_said():
    assert "anvendelsen er ukendt" in reason([house(0, save=4, use=None)], rule=2)


def test_a_secondary_building_is_called_what_bbr_calls_it():
    assert reason([house(0, save=3, use=910)]).endswith(
        "BBR kalder bygningen garage, og den følger samme regler som andre bygninger."
    )
    told = reason([house(0, save=4, use=910)], rule=2)  # a rule about the use says it already
    assert told.endswith("; BBR kalder den garage.")


def test_a_decision_gives_its_reason_source_and_day():
    import datetime

    from builders import rows, settings

    from lyngby_heritage.core.designation.classify import classify
    from lyngby_heritage.core.designation.decisions import Decision
    from lyngby_heritage.core.registers.values import read_save_values

    table = [house(0, id="a", save=6)]
    decision = Decision(True, "Første funkisvilla i byen.", "Byrådet", datetime.date(2012, 1, 17))
    save, _ = read_save_values([6])
    text = classify(rows(table), save, [6], settings(), decisions={"a": decision}).reasons(0, 1)[0]
    assert text == "Udpeget ved beslutning (Byrådet, 17. januar 2012): Første funkisvilla i byen. SAVE-værdi 6."


def test_the_words_of_a_pair():
    assert pair_words(0b000101) == "anvendelse, etager"
    assert pair_words(0) == ""


def test_reasons_come_in_any_block():
    table = on_plots({"save": 1}, {"save": 4}, {"save": None}, {"save": "x"})
    result = classified(table)
    assert [result.reasons(i, i + 1)[0] for i in range(4)] == result.reasons(0, 4)


def test_nothing_is_left_unexplained():
    saves = (*range(1, 10), None, "IV")
    table = [house(15 * i, id=i, save=save, area=math.nan) for i, save in enumerate(saves)]
    for rule in range(5):
        assert all(
            text.endswith(".") and len(text) > 40 for text in classified(table, rule=rule).reasons(0, len(table))
        )

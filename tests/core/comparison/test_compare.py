"""What became of each building between two designations, and the reason that is given for it."""

import math

import numpy as np
import pytest
import shapely
from builders import a_basis, classified, codes, house, settings
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lyngby_heritage.core.comparison.compare import CHANGES, NOBODY, Side, compare_designations
from lyngby_heritage.core.comparison.reasons import reasons
from lyngby_heritage.core.registers.values import normal_id

GROUNDS = ("vaerdi_1_3", "vaerdi_4_ensartet", "beslutning")


def row(id, ground="ikke_udpeget", save=6, neighbours=None, alike=None, designated=None, place=None, reason=None):
    """One building as a designation leaves it; designated as its ground says, unless told otherwise."""
    return {
        "id": id,
        "ground": ground,
        "save": save,
        "neighbours": neighbours,
        "alike": alike,
        "designated": ground in GROUNDS if designated is None else designated,
        "place": place,
        "reason": reason,
    }


def side(table, basis=None):
    def numbers(name):
        return np.array([math.nan if one[name] is None else one[name] for one in table], dtype=float)

    with np.errstate(invalid="ignore", divide="ignore"):
        share = numbers("alike") / numbers("neighbours")
    return Side(
        ids=[normal_id(one["id"]) for one in table],
        places=np.array([one["place"] and shapely.from_wkt(one["place"]) for one in table], dtype=object),
        designated=np.array(
            [-1 if one["designated"] == "?" else int(one["designated"]) for one in table], dtype=np.int8
        ),
        grounds=[one["ground"] for one in table],
        save=np.array([one["save"] or 0 for one in table], dtype=np.int8),
        neighbours=numbers("neighbours"),
        alike=numbers("alike"),
        share=share,
        reasons=[one["reason"] for one in table],
        basis=basis,
    )


def compared(before, after, bases=(None, None)):
    """(row of before, row of after, code, reason) of each building; None for a row or a code that is not there."""
    old, new = side(before, bases[0]), side(after, bases[1])
    result = compare_designations(old, new)
    texts = reasons(result, old, new, 0, len(result.matched))
    return [
        (None if i == NOBODY else i, None if j == NOBODY else j, CHANGES[code] if code >= 0 else None, text)
        for i, j, code, text in zip(
            result.matched.before.tolist(), result.matched.after.tolist(), result.change.tolist(), texts
        )
    ]


def the(before, after, bases=(None, None)):
    """Code and reason of the only building; `bases` say what each designation was decided by, None for unknown."""
    ((_, _, code, text),) = compared([before] if before else [], [after] if after else [], bases)
    return code, text


# ---- the code --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (row("a", "ikke_udpeget"), row("a", "vaerdi_1_3", 3), "ny"),
        (row("a", "til_vurdering", 4), row("a", "beslutning", 4), "ny"),
        (None, row("a", "vaerdi_1_3", 3), "ny"),
        (row("a", "vaerdi_1_3", 3), row("a", "ikke_udpeget", 5), "udgaaet"),
        (row("a", "vaerdi_1_3", 3), row("a", "beslutning", 3, designated=False), "udgaaet"),
        (row("a", "vaerdi_1_3", 3), None, "udgaaet"),
        (row("a", "vaerdi_1_3", 3), row("a", "vaerdi_1_3", 2), "fastholdt"),
        (row("a", "ikke_udpeget", 5), row("a", "ikke_udpeget", 6), "fastholdt"),
        (row("a", "ikke_registreret", None), row("a", "ikke_registreret", None), "fastholdt"),
        (row("a", "vaerdi_4_ensartet", 4), row("a", "vaerdi_1_3", 3), "aendret_grundlag"),
        (row("a", "vaerdi_1_3", 3), row("a", "beslutning", 3), "aendret_grundlag"),
        (row("a", "til_vurdering", 4), row("a", "ikke_udpeget", 4), "aendret_grundlag"),
        (None, row("a", "ikke_udpeget", 6), "aendret_grundlag"),
        (row("a", "ikke_udpeget", 6), None, "aendret_grundlag"),
        (row("a", "vaerdi_1_3", 3, designated="?"), row("a", "vaerdi_1_3", 3), None),
        (row("a", None, 3, designated=True), row("a", "vaerdi_1_3", 3), None),
        (row("a", None, 3, designated=False), row("a", "vaerdi_1_3", 3), "ny"),
    ],
)
def test_each_pair_of_states_has_its_code(before, after, code):
    assert the(before, after)[0] == code


# ---- the reason ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (
            row("a", "ikke_udpeget", 5),
            row("a", "vaerdi_1_3", 3),
            "Ny: udpeget på SAVE-værdi 3. SAVE-værdien er ændret fra 5 til 3.",
        ),
        (
            row("a", "vaerdi_1_3", 3),
            row("a", "ikke_registreret", None),
            "Udgået: var udpeget på SAVE-værdi 3. SAVE-værdien 3 er væk; nu har bygningen ingen brugbar SAVE-værdi.",
        ),
        (
            row("a", "ikke_registreret", None),
            row("a", "ikke_udpeget", 6),
            "Andet grundlag: fortsat ikke udpeget, før ingen brugbar SAVE-værdi, nu SAVE-værdi 6. "
            "Bygningen har fået SAVE-værdi 6; før havde den ingen brugbar SAVE-værdi.",
        ),
        (None, row("a", "vaerdi_1_3", 2), "Ny: udpeget på SAVE-værdi 2. Bygningen er ny i data."),
        (
            row("a", "vaerdi_1_3", 2),
            None,
            "Udgået: var udpeget på SAVE-værdi 2. Bygningen findes ikke længere i data.",
        ),
        (None, row("a"), "Intet grundlag før: er ikke udpeget. Bygningen er ny i data."),
        (row("a"), None, "Intet grundlag nu: var ikke udpeget. Bygningen findes ikke længere i data."),
        (
            row("a", "vaerdi_4_ensartet", 4, 5, 3),
            row("a", "ikke_udpeget", 4, 5, 3),
            "Udgået: var udpeget med SAVE-værdi 4 efter reglen for værdi 4. Ensartetheden er uændret 60 % (3 af 5 "
            "naboer ligner). Hvilken regel og hvilke tærskler der gjaldt før og nu, er ikke oplyst.",
        ),
        (
            row("a", "ikke_udpeget", 4, 6, 3),
            row("a", "vaerdi_4_ensartet", 4, 6, 4),
            "Ny: udpeget med SAVE-værdi 4 efter reglen for værdi 4. Ensartetheden er ændret fra 50 % (3 af 6 naboer "
            "ligner) til 66,7 % (4 af 6 naboer ligner). Det er oplysningerne om bygningen, dens naboer eller "
            "tærsklerne for, hvornår to bygninger ligner hinanden, der er ændret.",
        ),
        (
            row("a", "til_vurdering", 4, 0, 0),
            row("a", "ikke_udpeget", 4, 3, 1),
            "Andet grundlag: fortsat ikke udpeget, før SAVE-værdi 4, til vurdering, nu SAVE-værdi 4. Ensartetheden er "
            "ændret fra ukendt (ingen naboer at sammenligne med) til 33,3 % (1 af 3 naboer ligner). Det er "
            "oplysningerne om bygningen, dens naboer eller tærsklerne for, hvornår to bygninger ligner hinanden, der "
            "er ændret.",
        ),
        (
            row("a", "ikke_udpeget", 4),  # an earlier layer without the figures of the neighbours
            row("a", "vaerdi_4_ensartet", 4, 4, 4),
            "Ny: udpeget med SAVE-værdi 4 efter reglen for værdi 4. Ensartetheden er nu 100 % (4 af 4 naboer ligner); "
            "før var den ikke oplyst.",
        ),
        (
            row("a", "vaerdi_1_3", 3),
            row("a", "ikke_udpeget", 3),
            "Udgået: var udpeget på SAVE-værdi 3. SAVE-værdien er uændret 3, så det er reglerne for udpegning, der er "
            "ændret.",
        ),
        (
            row("a", "ikke_udpeget", 5),
            row(
                "a",
                "beslutning",
                5,
                reason="Udpeget ved beslutning (Byrådet, 17.01.2012): Første hus på vejen. SAVE-værdi 5.",
            ),
            "Ny: udpeget ved særskilt beslutning. Der er truffet en særskilt beslutning: »Udpeget ved beslutning "
            "(Byrådet, 17.01.2012): Første hus på vejen. SAVE-værdi 5.«",
        ),
        (
            row("a", "beslutning", 3, designated=False),
            row("a", "vaerdi_1_3", 3),
            "Ny: udpeget på SAVE-værdi 3. Den særskilte beslutning, der gjaldt før, gælder ikke længere.",
        ),
        (
            row("a", "beslutning", 3, designated=False, reason="Ikke udpeget ved beslutning. SAVE-værdi 3."),
            row("a", "beslutning", 3, reason="Udpeget ved beslutning: Nu. SAVE-værdi 3."),
            "Ny: udpeget ved særskilt beslutning. Den særskilte beslutning er ændret: »Udpeget ved beslutning: Nu. "
            "SAVE-værdi 3.«",
        ),
        (
            row("a", "beslutning", 3, reason="Udpeget ved beslutning: Før. SAVE-værdi 3."),
            row("a", "beslutning", 3, reason="Udpeget ved beslutning: Nu. SAVE-værdi 3."),
            "Fastholdt: udpeget ved særskilt beslutning. Det, der står om beslutningen, er ændret: »Udpeget ved "
            "beslutning: Nu. SAVE-værdi 3.«",
        ),
        (row("a", "vaerdi_1_3", 3), row("a", "vaerdi_1_3", 3), "Fastholdt: udpeget på SAVE-værdi 3. Intet er ændret."),
        (
            row("a", "ikke_udpeget", 5),
            row("a", "ikke_udpeget", 6),
            "Fastholdt: ikke udpeget (SAVE-værdi 6). SAVE-værdien er ændret fra 5 til 6.",
        ),
        (
            row("a", "vaerdi_1_3", 3, designated="?"),
            row("a", "vaerdi_1_3", 3),
            "Kan ikke afgøres: det står ikke, om bygningen var udpeget før.",
        ),
    ],
)
def test_the_reason_names_what_has_changed(before, after, text):
    assert the(before, after)[1] == text


FOUR = "Ny: udpeget med SAVE-værdi 4 efter reglen for værdi 4. "
SAME = "Ensartetheden er uændret 60 % (3 af 5 naboer ligner)"
MOVED = "Ensartetheden er ændret fra 40 % (2 af 5 naboer ligner) til 60 % (3 af 5 naboer ligner). "


@pytest.mark.parametrize(
    ("alike", "before", "after", "text"),
    [
        pytest.param(
            (3, 3),
            a_basis(uniform_share=0.8),
            a_basis(),
            f"{FOUR}{SAME}, så det er reglen eller tærsklen for værdi 4, der er ændret (kravet var mindst 80 % af "
            "mindst 2 naboer og er nu mindst 60 % af mindst 2 naboer).",
            id="a threshold of the verdict",
        ),
        pytest.param(
            (3, 3),
            a_basis(rule=4),
            a_basis(rule=3),
            f"{FOUR}{SAME}, så det er reglen eller tærsklen for værdi 4, der er ændret (før udpegedes efter den "
            "valgte regel ingen med værdi 4; nu udpeges efter den valgte regel alle med værdi 4).",
            id="the rule",
        ),
        pytest.param(
            (3, 3),
            a_basis(rule=4, uniform_share=0.8),
            a_basis(rule=0),
            f"{FOUR}{SAME}, så det er reglen eller tærsklen for værdi 4, der er ændret (før udpegedes efter den "
            "valgte regel ingen med værdi 4; nu udpeges efter den valgte regel de med værdi 4, der er ensartede med "
            "naboerne).",
            id="the rule, and a threshold that the earlier one did not ask",
        ),
        pytest.param(
            (3, 3),
            a_basis(rule=2),
            a_basis(rule=2),
            f"{FOUR}{SAME}, og reglen er den samme, så det er bygningens anvendelse, der er ændret.",
            id="the same rule, which asks the use",
        ),
        pytest.param(
            (3, 3),
            None,
            a_basis(),
            f"{FOUR}{SAME}. Hvilken regel og hvilke tærskler der gjaldt før, er ikke oplyst.",
            id="the earlier unknown",
        ),
        pytest.param(
            (3, 3),
            a_basis(uniform_share=0.8),
            None,
            f"{FOUR}{SAME}. Hvilken regel og hvilke tærskler der gjaldt nu, er ikke oplyst.",
            id="the later unknown",
        ),
        pytest.param(
            (2, 3),
            a_basis(),
            a_basis(),
            f"{FOUR}{MOVED}Det er oplysningerne om bygningen eller dens naboer, der er ændret.",
            id="only the facts",
        ),
        pytest.param(
            (2, 3),
            a_basis(similarity=1.0, method=3),
            a_basis(method=1),
            f"{FOUR}{MOVED}Indstillingerne er ændret (en nabo var en nabobygning inden for en afstand og er nu en "
            "tilstødende ejendom; kravet til lighed var mindst 100 % af de kendte forhold og er nu mindst 75 % af de "
            "kendte forhold).",
            id="what shapes the figures",
        ),
        pytest.param(
            (2, 3),
            a_basis(min_neighbours=3),
            a_basis(),
            f"{FOUR}{MOVED}Det er oplysningerne om bygningen eller dens naboer, der er ændret. Indstillingerne er også "
            "ændret (kravet var mindst 60 % af mindst 3 naboer og er nu mindst 60 % af mindst 2 naboer).",
            id="the facts, and a threshold of the verdict",
        ),
        pytest.param(
            (2, 3),
            None,
            None,
            f"{FOUR}{MOVED}Det er oplysningerne om bygningen, dens naboer eller tærsklerne for, hvornår to bygninger "
            "ligner hinanden, der er ændret.",
            id="both unknown",
        ),
    ],
)
def test_the_reason_of_a_4_names_the_settings_that_both_say(alike, before, after, text):
    old, new = row("a", "ikke_udpeget", 4, 5, alike[0]), row("a", "vaerdi_4_ensartet", 4, 5, alike[1])
    assert the(old, new, (before, after))[1] == text


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (
            a_basis(high_values=(1, 2)),
            a_basis(high_values=(1, 2, 3)),
            "SAVE-værdien er uændret 3, så det er reglerne for udpegning, der er ændret (de værdier, der udpeges uden "
            "videre, var 1, 2 og er nu 1, 2, 3).",
        ),
        (
            a_basis(uniform_share=0.8),
            a_basis(),
            "SAVE-værdien er uændret 3, og hvilke værdier der udpeges, er det samme; udpegningen kan være rettet "
            "i laget.",
        ),
        (a_basis(), None, "SAVE-værdien er uændret 3, så det er reglerne for udpegning, der er ændret."),
    ],
)
def test_an_unchanged_value_is_judged_by_the_values_that_both_name(before, after, text):
    found = the(row("a", "ikke_udpeget", 3), row("a", "vaerdi_1_3", 3), (before, after))[1]
    assert found == f"Ny: udpeget på SAVE-værdi 3. {text}"


def test_the_value_that_the_rule_is_asked_for_is_that_of_each_designation():
    """5 was the rule's value and 4 is: so this 5 was judged by the rule, and now by its value alone."""
    old, new = row("a", "vaerdi_4_ensartet", 5, 5, 3), row("a", "ikke_udpeget", 5, 5, 3)
    _, text = the(old, new, (a_basis(neighbour_value=5), a_basis()))
    assert text == (
        "Udgået: var udpeget med SAVE-værdi 5 efter reglen for værdi 5. SAVE-værdien er uændret 5, så det er reglerne "
        "for udpegning, der er ændret (værdien, som reglen gælder, var 5 og er nu 4)."
    )


def test_the_reasons_of_two_real_designations_tell_the_thresholds_apart():
    """Run the designation twice, and let its own basis tell what differed: nothing here is written by hand."""
    table = [house(20 * i, id=f"b{i}", save=4, wall=1 if i < 3 else 5, roof=5 if i < 3 else 1) for i in range(5)]

    def designation(**chosen):
        found = classified(table, neighbour_distance=70.0, **chosen)
        figures = found.figures
        return Side(
            [f"b{i}" for i in range(5)],
            np.full(5, None, dtype=object),
            found.designation.designated.astype(np.int8),
            codes(found),
            found.save,
            figures.neighbours.astype(float),
            figures.alike.astype(float),
            figures.share,
            found.reasons(0, 5),
            settings(neighbour_distance=70.0, **chosen).basis(False, (), ()),
        )

    strict = designation(uniform_share=0.8)

    def told(**chosen):
        old, new = strict, designation(**chosen)
        return list(reasons(compare_designations(old, new), old, new, 0, 5))

    assert (
        "kravet var mindst 80 % af mindst 2 naboer og er nu mindst 40 % af mindst 2 naboer"
        in told(uniform_share=0.4)[0]
    )
    assert "nu udpeges efter den valgte regel alle med værdi 4)." in told(rule=3)[0]
    assert "kravet til lighed var mindst 75 % af de kendte forhold og er nu mindst 50 %" in told(similarity=0.5)[0]


def test_a_decision_is_quoted_as_the_designation_wrote_it():
    table = [house(0, id="a", save=3)]
    found = classified(table, decisions={"a": True})
    words = found.reasons(0, 1)[0]
    assert words.startswith("Udpeget ved beslutning")
    _, text = the(row("a", "vaerdi_1_3", 3), row("a", "beslutning", 3, reason=words))
    assert text.endswith(f"Der er truffet en særskilt beslutning: »{words}«")


# ---- the same building -----------------------------------------------------------------------------------------------


def pairs(before, after):
    return [(i, j) for i, j, _, _ in compared(before, after)]


def test_ids_are_the_same_in_any_case_and_the_order_is_that_of_after():
    before = [row("AB"), row("cd"), row("gone")]
    after = [row("{CD}"), row("new"), row("ab")]
    assert pairs(before, after) == [(1, 0), (None, 1), (0, 2), (2, None)]


def test_rows_of_one_id_are_paired_by_what_they_say():
    before = [row("a", "ikke_udpeget", 5), row("A", "vaerdi_1_3", 3)]
    after = [row("a", "vaerdi_1_3", 3), row("a", "ikke_udpeget", 5)]
    assert [one[2] for one in compared(before, after)] == ["fastholdt", "fastholdt"]
    assert [one[2] for one in compared(before, after[::-1])] == ["fastholdt", "fastholdt"]


def test_a_row_more_with_the_same_id_is_no_new_building():
    one, two = [row("a", "vaerdi_1_3", 3)], [row("a", "vaerdi_1_3", 3), row("a", "vaerdi_1_3", 3)]
    assert [code for _, _, code, _ in compared(one, two)] == ["fastholdt", "fastholdt"]
    assert pairs(two, one) == [(0, 0)]
    found = compare_designations(side(two), side(one)).matched
    assert (found.folded, dict(found.duplicates)) == (1, {"a": 2})


SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"
NEXT = "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("POINT (0 0)", "POINT (0.9 0)", True),
        ("POINT (0 0)", "POINT (1.1 0)", False),
        (SQUARE, SQUARE, True),
        (SQUARE, NEXT, False),  # they share a wall
        (SQUARE, "POINT (5 5)", True),
        ("POINT (5 5)", SQUARE, True),
        (SQUARE, None, False),
    ],
)
def test_a_row_without_an_id_is_recognised_by_its_place(old, new, same):
    for ids in (("", ""), ("a", ""), ("", "a")):
        found = pairs([row(ids[0], place=old)], [row(ids[1], place=new)])
        assert found == ([(0, 0)] if same else [(None, 0), (0, None)])
    assert pairs([row("a", place=old)], [row("b", place=new)]) == [(None, 0), (0, None)]  # ids come before places


def test_where_two_stand_on_one_point_nobody_guesses():
    before = [row("", place="POINT (0 0)"), row("", place="POINT (0 0)")]
    result = compare_designations(side(before), side([row("", place="POINT (0 0)")])).matched
    assert (result.by_place, result.blank, len(result)) == (0, 3, 3)


def test_empty_layers():
    assert compared([], []) == []
    assert pairs([row("a")], []) == [(0, None)]
    assert pairs([], [row("a")]) == [(None, 0)]


sides = st.lists(
    st.tuples(
        st.sampled_from(["", "a", "b", "c", "D", "d"]),
        st.sampled_from(["vaerdi_1_3", "ikke_udpeget", "til_vurdering", None]),
        st.integers(0, 3),
    ),
    max_size=8,
)


def table_of(drawn):
    return [row(id, ground, 4, place=f"POINT ({50 * x} 0)") for id, ground, x in drawn]


@hypothesis_settings(max_examples=150, deadline=None)
@given(sides, sides)
def test_every_row_of_after_comes_out_once_and_every_other_building_of_before_too(old, new):
    before, after = table_of(old), table_of(new)
    result = compare_designations(side(before), side(after)).matched
    assert result.after[: len(after)].tolist() == list(range(len(after)))
    assert (result.after[len(after) :] == NOBODY).all()
    used = result.before[result.before != NOBODY].tolist()
    alone = [i for i in used if used.count(i) == 1]
    assert len(set(used)) + result.folded >= len(before)
    assert set(alone) <= set(range(len(before)))


@hypothesis_settings(max_examples=100, deadline=None)
@given(sides)
def test_a_designation_compared_with_itself_is_unchanged(drawn):
    table = [
        {**row(f"{i}", ground or "ikke_udpeget", 4), "designated": ground == "vaerdi_1_3"}
        for i, (_, ground, _) in enumerate(drawn)
    ]
    assert all(code == "fastholdt" and text.endswith("Intet er ændret.") for _, _, code, text in compared(table, table))


@hypothesis_settings(max_examples=100, deadline=None)
@given(sides, sides)
def test_the_other_way_round_new_is_removed(old, new):
    def unique(drawn):
        return [row(f"{id}{i}", ground, 4) for i, (id, ground, _) in enumerate(drawn) if ground]

    forth = {(i, j): code for i, j, code, _ in compared(unique(old), unique(new))}
    back = {(j, i): code for i, j, code, _ in compared(unique(new), unique(old))}
    turned = {"ny": "udgaaet", "udgaaet": "ny"}
    assert {key: turned.get(code, code) for key, code in forth.items()} == back

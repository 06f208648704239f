"""The adopted plan against the registers of today: an event for each thing that happens, none where nothing does."""

import re
from datetime import date

import numpy as np
import pytest
import shapely
from follow_cases import PLAN_ROWS, house, plots, stock

from lyngby_heritage.core.comparison.compare import NOBODY
from lyngby_heritage.core.comparison.follow import AdoptedPlan, Registers, follow
from lyngby_heritage.core.comparison.since import EVENTS, Fate, History, advice, is_hidden, one_row_each, ranks
from lyngby_heritage.core.comparison.since_plans import PlansInForce
from lyngby_heritage.core.comparison.since_words import text_of

ADOPTED = date(2027, 4, 19)
NAN = np.nan


def changed(row, **values):
    names = ("id", "outline", "designated", "ground", "save", "listed")
    return tuple((dict(zip(names, row)) | values)[name] for name in names)


def only(which, **values):
    """The plan's rows, one of them changed or, with none given, left out."""
    rows = [changed(row, **values) if row[0] == which else row for row in PLAN_ROWS]
    return rows if values else [row for row in rows if row[0] != which]


def events(now, history=None, plan=None, **more):
    """(kind, group, id in the plan, before, after, day) of the work list, in its order."""
    plan = plan or stock(PLAN_ROWS)
    layers = {name: more.pop(name, None) for name in ("plans", "plots", "plans_now", "plots_now")}
    found = follow(
        AdoptedPlan(plan, layers["plans"], layers["plots"], **more),
        Registers(now, history, layers["plans_now"], layers["plots_now"]),
        ADOPTED,
        (1, 2, 3),
    )
    return [
        (
            one.kind,
            one.group,
            plan.ids[one.plan_row] if one.plan_row != NOBODY else None,
            one.before,
            one.after,
            one.day,
        )
        for one in found.events
    ]


def test_a_plan_against_its_own_registers_gives_nothing():
    assert events(stock(PLAN_ROWS), History()) == []


# ---- gone ------------------------------------------------------------------------------------------------------------

GONE = {"a": Fate(True, "er historisk (status 10), altså nedrevet eller lagt sammen med en anden", "2027-09-14")}


def test_what_bbr_calls_historic_is_demolished_on_its_day():
    assert events(stock(only("a")), History(gone=GONE)) == [
        (
            *("nedrevet", "udpeget", "a", "udpeget, SAVE-værdi 3"),
            "BBR: historisk (status 10), altså nedrevet eller lagt sammen med en anden",
            "2027-09-14",
        )
    ]


def test_it_is_so_too_where_another_register_still_has_it_and_nothing_else_is_said_of_it():
    kinds = [one[0] for one in events(stock(only("a", save=6)), History(gone=GONE))]
    assert kinds == ["nedrevet"]


def test_what_nobody_explains_is_gone_and_without_bbr_the_text_says_that_it_is_not_known_why():
    assert events(stock(only("b")), History()) == [
        ("vaek", "udpeget", "b", "udpeget, SAVE-værdi 4", "ikke i registrene", "")
    ]
    found = follow(AdoptedPlan(stock(PLAN_ROWS), None, None), Registers(stock(only("b"))), ADOPTED, (1, 2, 3))
    assert "BBR med historik er ikke angivet, så om den er nedrevet, vides ikke." in text_of(found.events[0])
    assert "Dagen er ikke oplyst." in text_of(found.events[0])


def test_buildings_that_the_plan_leaves_alone_are_not_followed():
    found = follow(AdoptedPlan(stock(PLAN_ROWS), None, None), Registers(stock(only("d"))), ADOPTED, (1, 2, 3))
    assert (list(found.events), found.unreported, found.followed_count) == ([], 1, 3)


APART = [
    ("f", house(500), 1, "vaerdi_1_3", 2, 1),  # listed, and of a value that designates
    ("g", house(600), 0, "ikke_registreret", 0, 1),  # listed, without a value
    ("k", house(700), 1, "vaerdi_1_3", 3, 0),  # a church
    ("m", house(800), 0, "ikke_udpeget", 6, 0),
]


def with_a_church(rows=APART):
    return stock(rows, {"use": np.array([120.0, 120.0, 414.0, 120.0])})  # 414: church, in BBR's codes


def test_what_stands_apart_from_the_plan_is_followed_whatever_the_rule_said_and_is_not_called_designated():
    gone = {one: Fate(True, "er historisk (status 10)", "2027-09-14") for one in "fgkm"}
    assert [one[:4] for one in events(stock(APART[:0]), History(gone=gone), with_a_church())] == [
        ("nedrevet", "fredet_kirke", "f", "fredet, SAVE-værdi 2"),
        ("nedrevet", "fredet_kirke", "g", "fredet, ingen brugbar SAVE-værdi"),
        ("nedrevet", "fredet_kirke", "k", "kirke, SAVE-værdi 3"),
    ]
    assert (
        follow(AdoptedPlan(with_a_church(), None, None), Registers(with_a_church()), ADOPTED, (1, 2, 3)).followed_count
        == 3
    )


def test_a_listed_building_that_is_no_longer_listed_is_told():
    now = [changed(row, listed=0) if row[0] == "g" else row for row in APART]
    assert [one[:5] for one in events(with_a_church(now), History(), with_a_church())] == [
        ("anden_vaerdi", "fredet_kirke", "g", "fredet", "ikke fredet")
    ]


def test_without_a_use_the_listing_alone_tells_what_stands_apart():
    groups = follow(AdoptedPlan(stock(APART), None, None), Registers(stock(APART)), ADOPTED, (1, 2, 3)).groups
    assert list(groups) == ["fredet_kirke", "fredet_kirke", "udpeget", "oevrige"]


@pytest.mark.parametrize("group", ["fredet_kirke", "til_vurdering", "holdt_tilbage", "udpeget"])
def test_every_kind_of_event_has_a_place_in_the_list_for_what_is_followed(group):
    assert {kind for kind, of_group in ranks() if of_group == group} == set(EVENTS)


def test_what_the_register_keeps_from_the_public_the_plan_does_not_name_and_it_is_not_called_designated():
    """The plan binds what it names (planloven § 18); of the five, b alone. d is left alone in any case."""
    rows = [*PLAN_ROWS[:3], APART[0], PLAN_ROWS[3]]
    plan = stock(rows, withheld=np.array([True, False, True, True, True]))
    gone = {one: Fate(True, "er historisk (status 10)", "2027-09-14") for one in "abcdf"}
    assert [one[:4] for one in events(stock(rows[:0]), History(gone=gone), plan)] == [
        ("nedrevet", "udpeget", "b", "udpeget, SAVE-værdi 4"),
        ("nedrevet", "holdt_tilbage", "a", "ikke nævnt i planen, SAVE-værdi 3"),
        ("nedrevet", "holdt_tilbage", "c", "ikke nævnt i planen, SAVE-værdi 4"),
        ("nedrevet", "holdt_tilbage", "f", "ikke nævnt i planen, SAVE-værdi 2"),
    ]


def test_a_value_and_a_listing_that_changed_together_are_two():
    now = stock([changed(PLAN_ROWS[0], save=5, listed=1), *PLAN_ROWS[1:]])
    found = follow(AdoptedPlan(stock(PLAN_ROWS), None, None), Registers(now), ADOPTED, (1, 2, 3)).events
    assert [one.what for one in found] == ["SAVE-værdien og fredningen er andre end i planen."]


@pytest.mark.parametrize("group", ["fredet_kirke", "holdt_tilbage"])
@pytest.mark.parametrize("kind", ["nedrevet", "ombygget", "andet_omrids"])
def test_works_on_a_listed_building_are_not_the_municipality_s_to_decide(kind, group):
    """As the sheet of a property says: changes of a listed one ask for a permit of Slots- og Kulturstyrelsen."""
    assert "Slots- og Kulturstyrelsen" in advice(kind, group)[1]


@pytest.mark.parametrize("group", ["fredet_kirke", "til_vurdering", "holdt_tilbage", "ville_udpeges", "oevrige"])
def test_of_what_the_plan_does_not_designate_nobody_is_asked_to_change_its_designation(group):
    for kind, of_group in ranks():
        if of_group == group:
            look, _ = advice(kind, group)
            assert not re.search(r"om udpegningen skal ændres|hvilken gælder for bygningen", look), (kind, group)


# ---- another id ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outline", "kinds"),
    [
        (house(0), ["nyt_id"]),
        (house(5), ["andet_omrids", "nyt_id"]),  # 50 of 100 m² in common: just the same place
        (house(6), ["vaek", "anden_vaerdi"]),  # 40 of 100 m²: another building, whose value would designate it
        (house(0, 0, 20), ["andet_omrids", "nyt_id"]),  # all of the smaller one, and twice as large
    ],
)
def test_another_id_on_the_same_place_is_a_new_id(outline, kinds):
    assert [one[0] for one in events(stock(only("a", id="ny", outline=outline)), History())] == kinds


@pytest.mark.parametrize(
    ("year", "kind"),
    [(1910, "nyt_id"), (1925, "nyt_id"), (2024, "nyt_id"), (2025, "vaek"), (2028, "vaek"), (NAN, "nyt_id")],
)
def test_a_building_of_a_year_near_the_plan_is_another_one(year, kind):
    """`new_building_years` is 2, and the plan of 2027."""
    rows = only("a", id="ny")
    years = np.array([year, 1910.0, 1910.0, 1910.0])
    found = events(stock(rows, {"year": years}), History())
    assert found[-1 if kind == "nyt_id" else 0][0] == kind
    if kind == "vaek":
        assert found[0][4] == f"ikke i registrene; på stedet står nu en anden bygning, opført {int(year)}"


def test_a_new_id_gets_the_day_on_which_bbr_began_it_unless_that_is_long_ago():
    now = stock(only("a", id="ny"))
    assert events(now, History(since={"ny": "2028-01-17"}))[0][5] == "2028-01-17"
    assert events(now, History(since={"ny": "2017-06-26"}))[0][5] == ""


# ---- rebuilt ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("concept", "was", "now", "words"),
    [
        ("storeys", 1, 1.5, ("etager 1", "etager 1½")),
        ("use", 120, 322, ("anvendelse fritliggende enfamiliehus", "anvendelse detailhandel")),
        ("rebuilt_year", NAN, 2027, ("ombygningsår ikke oplyst", "ombygningsår 2027")),
        ("rebuilt_year", 1960, 1985, ("ombygningsår 1960", "ombygningsår 1985")),
        ("rebuilt_year", NAN, 1985, None),  # a correction: the register learns of an old rebuilding
        ("rebuilt_year", 1960, NAN, None),
        ("year", NAN, 1910, None),  # unknown before
        ("storeys", 1, NAN, None),  # unknown now
        ("total_area", 100, 109, None),  # under 10 m²
        ("total_area", 300, 320, None),  # under 10 %
        ("total_area", 100, 130, ("samlet areal 100 m²", "samlet areal 130 m²")),
    ],
)
def test_a_fact_that_is_known_in_both_and_another_is_a_rebuilding(concept, was, now, words):
    plan = stock(PLAN_ROWS, {concept: np.full(4, was, dtype=float)})
    registers = stock(PLAN_ROWS, {concept: np.array([now, was, was, was], dtype=float)})
    found = events(registers, History(since={"a": "2027-11-02"}), plan)
    assert found == ([] if words is None else [("ombygget", "udpeget", "a", *words, "2027-11-02")])


def test_a_field_that_the_registers_lack_is_not_compared():
    now = stock(PLAN_ROWS)
    del now.facts["storeys"]
    assert events(now, plan=stock(PLAN_ROWS, {"storeys": np.full(4, 3.0)})) == []


# ---- value and listing -----------------------------------------------------------------------------------------------


def test_another_value_of_a_designated_building():
    rows = only("a", save=6)
    assert events(stock(rows, save_days=["2027-12-01", "", "", ""])) == [
        ("anden_vaerdi", "udpeget", "a", "SAVE-værdi 3", "SAVE-værdi 6", "2027-12-01")
    ]
    assert events(stock(only("a", save=0)))[0][3:5] == ("SAVE-værdi 3", "ingen brugbar SAVE-værdi")


def test_a_building_that_its_value_would_designate_now_is_told_and_another_value_that_would_not_is_none():
    assert events(stock(only("d", save=2)))[0][:3] == ("anden_vaerdi", "ville_udpeges", "d")
    assert events(stock(only("d", save=6))) == []


def test_so_is_one_that_the_plan_does_not_know():
    now = stock([*PLAN_ROWS, ("e", house(400), -1, None, 1, 0), ("f", house(500), -1, None, 5, 0)])
    assert events(now) == [("anden_vaerdi", "ville_udpeges", None, "ikke i planen", "SAVE-værdi 1", "")]


@pytest.mark.parametrize(("now", "kinds"), [(1, ["anden_vaerdi"]), (0, []), (NAN, [])])
def test_listing(now, kinds):
    assert [one[0] for one in events(stock(only("a", listed=now)))] == kinds


def test_registers_without_values_say_nothing_of_them():
    rows = [changed(row, save=0, listed=NAN) for row in PLAN_ROWS]
    assert events(stock(rows, has_save=False, has_listed=False)) == []


# ---- outline ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outline", "kinds"),
    [
        (house(0.5), []),  # 95 of 105 m² in common
        (house(1.5), ["andet_omrids"]),  # 85 of 115 m²
        (house(0, 0, 10.9), []),  # 9 m² more
        (house(0, 0, 11), ["andet_omrids"]),  # 10 m² and 10 %
        (shapely.Point(5, 5), []),  # no outline to compare
    ],
)
def test_an_outline(outline, kinds):
    assert [one[0] for one in events(stock(only("a", outline=outline)))] == kinds


def test_two_polygons_of_one_id_are_one_building():
    halves = [("a", house(0, 0, 5), 1, "vaerdi_1_3", 3, 0), ("a", house(5, 0, 5), 1, "vaerdi_1_3", 3, 0)]
    both = one_row_each(stock([*halves, *PLAN_ROWS[1:]]))
    assert (len(both), both.places[0].area) == (4, 100)
    assert events(both) == []


# ---- lokalplaner -----------------------------------------------------------------------------------------------------


def plans(*rows):
    """Rows (number, outline, adopted, provisions on preservation)."""
    numbers, shapes, adopted, words = zip(*rows) if rows else ((), (), (), ())
    return PlansInForce(
        [f"lokalplan {one} Navn" for one in numbers],
        list(numbers),
        list(adopted),
        np.array([bool(one) for one in words], dtype=bool),
        list(words),
        np.array(shapes, dtype=object),
    )


OVER_A = house(-5, -5, 30, 30)
DAY = date(2027, 12, 13)


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ([], [("301", OVER_A, DAY, "")], ("ingen", "lokalplan 301 Navn", "2027-12-13")),
        ([("12", OVER_A, None, "")], [], ("lokalplan 12 Navn", "ingen", "")),
        (  # one that comes does not put an end to the one that was there
            [("27", OVER_A, None, "")],
            [("301", OVER_A, DAY, ""), ("27", OVER_A, None, "")],
            ("lokalplan 27 Navn", "lokalplan 27 Navn; lokalplan 301 Navn", "2027-12-13"),
        ),
        (
            [("27", OVER_A, None, ""), ("12", OVER_A, None, "")],
            [("27", OVER_A, None, "")],
            ("lokalplan 12 Navn; lokalplan 27 Navn", "lokalplan 27 Navn", ""),
        ),
        ([("12", OVER_A, None, "")], [("12", OVER_A, None, "")], None),
        (
            [("12", OVER_A, None, "")],
            [("12", OVER_A, None, "alle før 1940")],
            ("uden bestemmelser om bevaring", "bevarende: alle før 1940", ""),
        ),
        ([], [("301", house(1000), DAY, "")], None),
        ([], [("300", OVER_A, DAY, "se bilag")], None),  # the plan itself
    ],
)
def test_a_lokalplan_that_comes_goes_or_preserves_otherwise(then, now, told):
    found = events(stock(PLAN_ROWS), plans=plans(*then), plans_now=plans(*now), number="300", title="Kulturhistorisk")
    assert found == ([] if told is None else [("lokalplan", "udpeget", "a", *told)])


def test_that_the_plan_itself_is_not_public_is_known():
    def own(*rows):
        registers = Registers(stock(PLAN_ROWS), None, plans(*rows))
        return follow(AdoptedPlan(stock(PLAN_ROWS), plans(), None, "300"), registers, ADOPTED, ()).own_plan_rows

    assert (own(), own(("300", OVER_A, DAY, ""))) == (0, 1)


# ---- plot ratio ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        (("overholdt", 19.6, 25), ("overskredet", 27.5, 25), ("19,6 % af højst 25 %", "27,5 % af højst 25 %")),
        (("overskredet", 26, 25), ("overskredet", 27.5, 25), None),
        (("ukendt", NAN, NAN), ("overskredet", 27.5, 25), None),
        (("overholdt", 19.6, 25), ("ukendt", NAN, NAN), None),
    ],
)
def test_a_property_that_comes_over_its_plot_ratio_stands_at_its_designated_building(then, now, told):
    found = events(stock(PLAN_ROWS), plots=plots(("9000", *then)), plots_now=plots(("9000", *now)))
    assert found == ([] if told is None else [("procent", "udpeget", "a", *told, "")])


def test_where_the_limit_has_changed_and_not_the_house_the_text_says_so():
    then, now = plots(("9000", "overholdt", 28, 30)), plots(("9000", "overskredet", 28, 25))
    registers = Registers(stock(PLAN_ROWS), None, None, now)
    found = follow(AdoptedPlan(stock(PLAN_ROWS), None, then), registers, ADOPTED, ())
    assert "Det er grænsen, der er en anden." in text_of(found.events[0])


# ---- the list --------------------------------------------------------------------------------------------------------


def test_the_demolished_designated_building_stands_first():
    now = stock([changed(PLAN_ROWS[1], save=5), changed(PLAN_ROWS[2], save=5), changed(PLAN_ROWS[3], save=1)])
    found = events(now, History(gone=GONE))
    assert [one[:3] for one in found] == [
        ("nedrevet", "udpeget", "a"),
        ("anden_vaerdi", "udpeget", "b"),
        ("anden_vaerdi", "ville_udpeges", "d"),
        ("anden_vaerdi", "til_vurdering", "c"),
    ]
    assert ranks()["nedrevet", "udpeget"] == 1
    assert {kind for kind, _ in ranks()} == set(EVENTS)


def test_what_either_register_withholds_is_known():
    plan = stock(PLAN_ROWS)
    now = stock(only("a", save=6), withheld=np.array([True, False, False, False]))
    found = follow(AdoptedPlan(plan, None, None), Registers(now), ADOPTED, (1, 2, 3))
    assert [is_hidden(one, plan, now) for one in found.events] == [True]

"""What each answer to the council's questions reaches, counted by hand on small towns."""

import random
from dataclasses import replace

import numpy as np
import pytest
from builders import DEFAULTS, classified, codes, house
from choice_cases import BASIS, LISTED, OWNERS, PLOTS, TOWN, evidence, town

from lyngby_heritage.core.plan.choices import (
    EDITED,
    NEAR_HIGH,
    NO_BASIS,
    NO_FIELDS,
    NOT_ASKED,
    Counting,
    FourRules,
    Limit,
    plot_choice,
)
from lyngby_heritage.core.plan.summary import property_of_each

NAMES = {0: "ensartet", 1: "nær", 2: "række", 3: "alle", 4: "ingen"}


def rules(basis=BASIS, rows=TOWN, listed=(LISTED,), **changed):
    made = town(*rows, listed=listed)
    preserved = np.array([row[7] for row in rows])
    return FourRules(made, evidence(*rows, **changed), basis, Counting(property_of_each(made, None), preserved))


def told(options):
    """Name, buildings, properties, on no property, buildings that no lokalplan preserves, whether it is the plan."""
    return [
        (one.name, one.count.buildings, one.count.properties, one.count.on_none, one.unpreserved.buildings, one.chosen)
        for one in options
    ]


def test_the_rules_reach_as_many_buildings_and_properties_as_are_counted_by_hand():
    """None: the 2 and the decision. As now: and three 4s. All: and the other three 4s that no decision names."""
    choice = rules().fours(NAMES)
    assert told(choice.options) == [
        ("ingen", 2, 2, 0, 1, False),
        ("ensartet", 5, 3, 0, 3, True),
        ("alle", 8, 4, 1, 6, False),
    ]
    assert (choice.rule, choice.unknown) == (0, None)


def test_the_share_of_alike_neighbours_moves_a_step_down_and_up():
    """At 50 % the building with 1 of 2 comes in, at 70 % only 4 of 4 stays of the four with 100, 66.7, 60 and 50 %."""
    choice = rules().shares()
    assert told(choice.options) == [
        ("0.5", 6, 4, 0, 4, False),
        ("0.6", 5, 3, 0, 3, True),
        ("0.7", 3, 3, 0, 1, False),
    ]
    assert choice.unknown is None


def test_a_step_past_everything_is_everything():
    choice = rules(replace(BASIS, uniform_share=1.0), TOWN[2:3]).shares()
    assert [one.name for one in choice.options] == ["0.9", "1.0"]


def test_what_hangs_on_the_thresholds_is_what_a_third_of_the_settings_would_change():
    """Of three designated 4s one is certain and two (0.5 and 2/3) are not; of the others one (0.6) would come in."""
    choice = rules().shares()
    assert (choice.settings, choice.judged, choice.certain, choice.unsure, choice.nearly) == (27, 3, 1, 2, 1)


@pytest.mark.parametrize(
    ("basis", "changed", "options", "why"),
    [
        (None, {}, ["ingen", "", "alle"], NO_BASIS),
        (BASIS, {"neighbours": None}, ["ingen", "ensartet", "alle"], NO_FIELDS),
        (BASIS, {"alike": np.zeros(len(TOWN), dtype=np.int32)}, ["ingen", "ensartet", "alle"], EDITED),
        (replace(BASIS, rule=1), {}, ["ingen", "nær", "alle"], None),
    ],
)
def test_what_the_layer_does_not_tell_is_unknown_with_its_reason(basis, changed, options, why):
    made = rules(basis, **changed)
    choice, shares = made.fours(NAMES), made.shares()
    if basis is not None and basis.rule == 1:  # what lies nearby is not in the layer, but how many are alike is
        options, why = ["ingen", "ensartet", "nær", "alle"], NEAR_HIGH
    assert [one.name for one in choice.options] == options
    assert shares.unknown == why
    assert not shares.options
    assert next(one for one in choice.options if one.chosen).count.buildings == 5


def test_a_rule_that_asks_for_no_neighbours_has_no_thresholds_to_move():
    """Every 4 is designated, and the rule of uniform character can still be told from the figures."""
    rows = [
        (*row[:2], "vaerdi_4_ensartet", True, *row[4:]) if row[1] == 4 and row[2] != "beslutning" else row
        for row in TOWN
    ]
    made = rules(replace(BASIS, rule=3), rows)
    choice, shares = made.fours(NAMES), made.shares()
    assert [(one.name, one.count.buildings, one.chosen) for one in choice.options][:2] == [
        ("ingen", 3, False),
        ("ensartet", 6, False),
    ]
    assert (shares.unknown, shares.settings) == (NOT_ASKED, 0)


# ---- bebyggelsesprocent and storeys ----------------------------------------------------------------------------------


def test_plots_are_counted_by_limit_and_status_and_none_outside_the_zones():
    choice = plot_choice(OWNERS, PLOTS)
    assert (choice.plots, choice.properties) == (6, 4)
    assert choice.ratio == (
        Limit(30.0, 3, kept=1, exceeded=1, unknown=1, of_area=0),
        Limit(25.0, 1, kept=1, exceeded=0, unknown=0, of_area=0),
        Limit(40.0, 1, kept=0, exceeded=0, unknown=0, of_area=1),
        Limit(None, 1, kept=0, exceeded=0, unknown=1, of_area=0),
    )
    assert choice.storeys == (
        Limit(1.5, 4, kept=3, exceeded=1, unknown=0, of_area=0),
        Limit(2.0, 1, kept=1, exceeded=0, unknown=0, of_area=0),
        Limit(None, 1, kept=0, exceeded=0, unknown=1, of_area=0),
    )
    assert sum(one.plots for one in choice.ratio) == sum(one.plots for one in choice.storeys) == choice.plots
    assert (choice.general_ratio, choice.general_storeys, choice.low, choice.unknown) == (4, 3, 1, 2)
    assert choice.compared is None


def test_a_second_limit_stands_beside_the_first():
    compared = {
        "status_sammenlign": ["overholdt", "overholdt", "overskredet", "ukendt", "omraade", "ikke_omfattet", None]
    }
    choice = plot_choice(OWNERS, {**PLOTS, **compared})
    assert choice.now == Limit(None, 6, kept=1, exceeded=2, unknown=2, of_area=1)
    assert choice.compared == Limit(None, 6, kept=2, exceeded=1, unknown=2, of_area=1)


def test_of_many_limits_the_rarest_stand_together():
    count = 10
    values = [30.0] * 4 + [25.0] * 3 + [20.0, 40.0, 45.0]
    columns = {one: ["overholdt"] * count for one in ("status", "status_procent", "status_etager")}
    choice = plot_choice(["a"] * count, {**columns, "tilladt_procent": values})
    assert [(one.value, one.plots) for one in choice.ratio] == [(30.0, 4), (25.0, 3), (None, 3)]


def test_a_layer_without_statuses_tells_nothing():
    assert plot_choice(["a"], {"status": ["overholdt"]}) is None


# ---- held against the designation itself -----------------------------------------------------------------------------


def street(seed):
    """A street of houses of four kinds, most of them 4s."""
    draw = random.Random(seed)
    return [
        house(
            20 * i,
            id=f"b{i}",
            save=draw.choice((2, 4, 4, 4, 5)),
            year=draw.choice((1930, 1937, 1955)),
            wall=draw.randint(1, 2),
        )
        for i in range(60)
    ]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("rule", [0, 3])
def test_rules_and_shares_are_those_that_the_designation_itself_gives(seed, rule):
    """Told from the layer's figures alone, and by trying them on the buildings."""
    table = street(seed)
    done = classified(table, rule=rule)
    outcomes = {one.rule: one.designated for one in done.sensitivity().rules()}
    grounds = codes(done)
    rows = [
        (f"p{i}", int(done.save[i]), grounds[i], bool(done.designation.designated[i]), *figures, False)
        for i, figures in enumerate(
            zip(done.figures.neighbours.tolist(), done.figures.alike.tolist(), done.certainty.tolist())
        )
    ]
    basis = replace(
        BASIS, rule=rule, **{name: DEFAULTS[name] for name in ("min_neighbours", "similarity", "uniform_share")}
    )
    made = rules(basis, rows, listed=())
    high = grounds.count("vaerdi_1_3")
    assert {one.name: one.count.buildings - high for one in made.fours(NAMES).options} == {
        NAMES[one]: outcomes[one] for one in (4, 0, 3)
    }
    sweep = next(one for one in done.sensitivity().sweeps() if one.parameter == "UNIFORM_SHARE")
    told = {float(one.name): one.count.buildings - high for one in made.shares().options}
    tried = {value: count for value, count in zip(sweep.values, sweep.designated) if value in told}
    assert tried == {value: told[value] for value in tried}
    assert len(tried) == (3 if rule == 0 else 0)

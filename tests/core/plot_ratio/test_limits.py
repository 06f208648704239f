"""Which limit applies: lokalplan, area of two storeys, zone, parameter; and what the registers write."""

import datetime
import math

import plots as town
import pytest
from plot_ratio_cases import box

from lyngby_heritage.core.plot_ratio.rule_sets import BEFORE_2008, BR08_15, BR18, by_date
from lyngby_heritage.core.registers.plandata import limit, slots

ALL = box(-50, -50, 100, 100)
PARCEL = [(box(0, 0, 30, 20), "e", "1a", 600)]
HOUSE = [{"wkt": box(2, 2, 12, 12), "id": "a", "anvendelse": 120, "etager": 1, "samlet_m2": 150}]


def row(zone=None, plan=None, **more):
    """The one plot under these plans and zones, dicts of Plandata's fields, everywhere unless they say where."""
    wkt = {"wkt": ALL}
    zones = [{**wkt, **one} for one in zone] if zone is not None else None
    plans = [{**wkt, **one} for one in plan] if plan is not None else None
    (found,) = town.plots(PARCEL, HOUSE, zone=zones, plan=plans, **more)
    return found


def limits(found):
    return found["tilladt_procent"], found["procent_kilde"], found["tilladt_etager"], found["etager_kilde"]


def test_the_parameters_apply_where_nothing_else_states_a_limit():
    assert limits(row()) == (30.0, "parameter", 1.5, "parameter")
    assert limits(row(max_plot_ratio=25.0, max_storeys=2.0)) == (25.0, "parameter", 2.0, "parameter")


def test_each_limit_comes_from_the_first_that_states_one():
    zone = [{"plannr": "4.2", "bebygpct": 25, "maxetager": 1}]
    assert limits(row(zone)) == (25.0, "ramme 4.2", 1.0, "ramme 4.2")
    assert limits(row(zone, two=[ALL])) == (25.0, "ramme 4.2", 2.0, "to-etager-område")
    plan = [{"plannr": "9", "maxetager": 1.5, "datovedt": 20200101}]
    assert limits(row(zone, plan, two=[ALL])) == (25.0, "ramme 4.2", 1.5, "lokalplan 9")
    plan = [{"plannr": "9", "bebygpct": 20, "datovedt": 20200101}]
    assert limits(row(zone, plan, two=[ALL])) == (20.0, "lokalplan 9", 2.0, "to-etager-område")


@pytest.mark.parametrize(
    ("name", "called"),
    [("Villavejene", "lokalplan 241 Villavejene"), ("Lokalplan 241", "lokalplan 241"), ("241", "lokalplan 241")],
)
def test_a_plan_whose_name_holds_its_number_is_called_by_it_once(name, called):
    found = row(plan=[{"plannr": "241", "plannavn": name, "bebygpct": 20, "datovedt": 20200101}])
    assert limits(found)[1] == called
    assert f"({called})" in found["bemaerkning"]
    assert "da lokalplan 241 er vedtaget 1. januar 2020" in found["bemaerkning"]


def test_of_overlapping_plans_the_one_adopted_last_states_each_limit():
    old = {"plannr": "1", "bebygpct": 20, "maxetager": 1, "datovedt": 19900101}
    new = {"plannr": "2", "maxetager": 2, "datovedt": 20200101}
    unknown = {"plannr": "3", "bebygpct": 40, "maxetager": 4, "datovedt": 19101224}
    for plans in ([old, new, unknown], [unknown, new, old]):
        assert limits(row(plan=plans)) == (20.0, "lokalplan 1", 2.0, "lokalplan 2")
    assert "Flere planer" in row(plan=[old, new])["bemaerkning"]
    assert "Flere planer" not in row(plan=[old])["bemaerkning"]


def test_a_slot_of_detached_housing_comes_before_the_plan_s_own():
    zone = {"anvspec1": 1120, "bygpct1": 40, "maxetage1": 3, "anvspec2": 1110, "bygpct2": 25, "bygpcth2": 2}
    assert limits(row([{**zone, "bebygpct": 60, "bebygpctaf": 1, "maxetager": 2}]))[0::2] == (25.0, 2.0)
    assert row([{**zone, "bebygpct": 60, "bebygpctaf": 1}])["status_procent"] == "overholdt"


def test_the_slot_of_another_use_is_not_read():
    plan = [{"plannr": "9", "anvspec1": 1120, "bygpct1": 40, "bygpcth1": 2, "datovedt": 20200101}]
    assert limits(row(plan=plan))[:2] == (30.0, "parameter")


@pytest.mark.parametrize(
    ("scope", "status"), [(1, "omraade"), (2, "overholdt"), (3, "overholdt"), (4, "overholdt"), (None, "overholdt")]
)
def test_a_limit_for_the_area_as_a_whole_is_not_decided_for_one_plot(scope, status):
    assert row([{"bebygpct": 30, "bebygpctaf": scope}])["status_procent"] == status


def test_a_scope_of_the_plan_without_a_ratio_of_the_plan_is_that_of_its_slots():
    assert row([{"anvspec1": 1110, "bygpct1": 30, "bebygpctaf": 1}])["status_procent"] == "omraade"
    own_too = {"anvspec1": 1110, "bygpct1": 30, "bebygpct": 60, "bebygpctaf": 1}
    assert row([own_too])["status_procent"] == "overholdt"


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("30", 30),
        ("30,5", 30.5),
        (" 30 % ", 30),
        ("1½", 1.5),
        (1.5, 1.5),
        ("2.0", 2),
        (0, None),
        ("0", None),
        ("", None),
        (None, None),
        (-1, None),
    ],
)
def test_limits_as_the_registers_write_them(raw, read):
    found = limit(raw)
    assert (None if math.isnan(found) else found) == read


@pytest.mark.parametrize("raw", ["25-30", "tredive", "se planen"])
def test_a_limit_that_cannot_be_read_makes_the_plot_unknown_and_is_not_passed_over(raw):
    assert limit(raw) is None
    found = row(plan=[{"plannr": "9", "bebygpct": raw, "maxetager": raw, "datovedt": 20200101}])
    assert limits(found) == (None, "lokalplan 9", None, "lokalplan 9")
    assert (found["status_procent"], found["status_etager"], found["restareal_m2"]) == ("ukendt", "ukendt", None)
    assert "kan ikke læses" in found["bemaerkning"]


@pytest.mark.parametrize("status", ["F", "A", "forslag"])
def test_a_proposal_and_a_cancelled_plan_do_not_bind(status):
    plan = {"plannr": "9", "bebygpct": 20, "datovedt": 20200101}
    assert limits(row(plan=[{**plan, "status": status}]))[0] == 30.0
    assert limits(row(plan=[{**plan, "status": "V"}]))[0] == 20.0
    assert limits(row(plan=[{**plan, "datoaflyst": 20210101}]))[0] == 30.0


def test_of_zones_with_plandata_s_fields_only_detached_housing_is_one():
    assert row([{"anvspec1": 1120}])["status"] == "ikke_omfattet"
    assert row([{"anvspec1": "1120", "anvspec2": "1110"}])["status"] == "overholdt"
    assert row([{"navn": "hvad som helst"}])["status"] == "overholdt"


@pytest.mark.parametrize(("east", "inside"), [(15, True), (14.99, False), (30, True)])
def test_a_plot_belongs_to_an_area_that_holds_half_of_it(east, inside):
    area = box(-50, -50, east, 50)
    assert (row([{"wkt": area}])["status"] == "overholdt") == inside
    plan = [{"wkt": area, "plannr": "9", "bebygpct": 20, "maxetager": 2, "datovedt": 20200101}]
    assert (row(plan=plan)["procent_kilde"] == "lokalplan 9") == inside
    assert (row(two=[area])["tilladt_etager"] == 2.0) == inside


def test_the_share_is_a_parameter():
    zone = [{"wkt": box(-50, -50, 10, 50)}]
    assert row(zone, zone_share=33.0)["status"] == "overholdt"
    assert row(zone, zone_share=34.0)["status"] == "ikke_omfattet"


def test_of_two_zones_the_one_that_holds_most_is_named_and_states_the_limit():
    two = [
        {"wkt": box(-50, -50, 12, 50), "plannavn": "A", "bebygpct": 20},
        {"wkt": box(12, -50, 90, 50), "plannavn": "B", "bebygpct": 40},
    ]
    found = row(two)
    assert (found["zone"], found["tilladt_procent"]) == ("B", 40.0)
    halves = [{**two[0], "wkt": box(-50, -50, 10, 50)}, {**two[1], "wkt": box(20, -50, 90, 50)}]
    found = row(halves)
    assert (found["zone"], found["status"], found["tilladt_procent"]) == (None, "ikke_omfattet", None)
    assert "Under 50 % af grunden ligger i et enkelt af de åben-lav-områder, der er valgt" in found["bemaerkning"]


def test_a_plan_covers_nothing_outside_the_zones():
    found = row([{"wkt": box(500, 500, 600, 600)}], [{"plannr": "9", "bebygpct": 20, "datovedt": 20060101}])
    assert (found["status"], found["tilladt_procent"], found["procent_kilde"]) == ("ikke_omfattet", None, None)
    assert found["bebyggelsesprocent"] == 25.0  # computed all the same


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (20080131, "foer_2008"),
        (20080201, "BR08-15"),
        (20171231, "BR08-15"),
        (20180101, "BR18"),
        ("2006-04-19", "foer_2008"),
        ("20121210", "BR08-15"),
        (19101224, "BR18"),
        (None, "BR18"),
    ],
)
def test_the_date_of_the_plan_that_states_the_ratio_decides_the_rules(day, code):
    found = row(plan=[{"plannr": "9", "bebygpct": 30, "datovedt": day}])
    assert found["regelsaet"] == code
    assert ("kendes ikke" in found["bemaerkning"]) == (day in (None, 19101224))


def test_rule_sets_by_date():
    days = [
        datetime.date(2008, 1, 31),
        datetime.date(2008, 2, 1),
        datetime.date(2017, 12, 31),
        datetime.date(2018, 1, 1),
    ]
    import numpy as np

    ordinals = np.array([*(one.toordinal() for one in days), np.nan])
    assert by_date(ordinals).tolist() == [BEFORE_2008, BR08_15, BR08_15, BR18, BR18]


def test_without_a_plan_that_states_a_limit_the_rules_are_br18():
    assert row()["regelsaet"] == "BR18"
    assert row(plan=[{"plannr": "9", "datovedt": 20060419}])["regelsaet"] == "BR18"
    assert row(plan=[{"plannr": "9", "maxetager": 2, "datovedt": 20060419}])["regelsaet"] == "foer_2008"


@pytest.mark.parametrize(("chosen", "code"), [(1, "BR18"), (2, "BR08-15"), (3, "foer_2008")])
def test_the_rule_set_may_be_chosen(chosen, code):
    plan = [{"plannr": "9", "bebygpct": 30, "datovedt": 20060419}]
    assert row(plan=plan, rule_set=chosen)["regelsaet"] == code


def test_an_unknown_date_that_decides_makes_the_ratio_unknown():
    shed = {"wkt": box(14, 2, 16, 12), "id": "s", "anvendelse": 930, "bebygget_m2": 75}
    plan = [{"wkt": ALL, "plannr": "9", "bebygpct": 30, "datovedt": 19101224}]
    # BR18: 150 + 25 = 175 ≤ 180; before: 150 + 40 = 190.
    (found,) = town.plots(PARCEL, [*HOUSE, shed], plan=plan)
    assert (found["etageareal_m2"], found["status_procent"]) == (175.0, "ukendt")
    assert "afhænger af, hvornår lokalplanen er vedtaget" in found["bemaerkning"]
    # 150 + 5 and 150 + 20 are both within: the date does not matter.
    (found,) = town.plots(PARCEL, [*HOUSE, {**shed, "bebygget_m2": 55}], plan=plan)
    assert found["status_procent"] == "overholdt"


def test_slots_are_found_whatever_their_case():
    found = slots(["fid", "ANVSPEC1", "BygPct1", "bygpcth1", "maxetage10", "bebygpct", "bygpctar1"])
    assert found == {"slot_use": {1: 1}, "slot_ratio": {1: 2}, "slot_scope": {1: 3}, "slot_storeys": {10: 4}}


# Each parcel by itself ----------------------------------------------------------------------------------------------


def test_each_parcel_by_itself_the_row_carries_the_worst():
    virum = {"district": "Virum"}
    parcels = [(box(0, 0, 30, 20), "e", "1a", 600, virum), (box(30, 0, 50, 20), "e", "1b", 400, virum)]
    small = {"wkt": box(32, 2, 42, 12), "id": "b", "anvendelse": 120, "etager": 1, "samlet_m2": 110}
    (found,) = town.plots(parcels, [*HOUSE, small], zone=[{"wkt": ALL, "bebygpct": 25, "bebygpctaf": 4}])
    # 1a: 150 / 600 = 25 %, within. 1b: 110 / 400 = 27.5 %, 10 m² over. Together 260 / 1000 = 26 %.
    assert (found["bebyggelsesprocent"], found["restareal_m2"], found["status_procent"]) == (27.5, -10.0, "overskredet")
    assert (found["grundareal_m2"], found["etageareal_m2"]) == (1000.0, 260.0)
    assert "mest bebygget er matr.nr. 1b Virum): 110 / 400 m² = 27,5 %" in found["bemaerkning"]


def test_each_parcel_has_a_deduction_of_its_own():
    parcels = [(box(0, 0, 30, 20), "e", "1a", 600), (box(30, 0, 50, 20), "e", "1b", 400)]
    shed = {"wkt": box(32, 2, 42, 12), "id": "s", "anvendelse": 930, "bebygget_m2": 80}
    zone = [{"wkt": ALL, "bebygpct": 30, "bebygpctaf": 4}]
    # The shed stands on the parcel without a main building, where nothing counts; the house has 150 / 600.
    (found,) = town.plots(parcels, [*HOUSE, shed], zone=zone)
    assert (found["bebyggelsesprocent"], found["status_procent"]) == (25.0, "overholdt")


# A second limit -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "then", "change"),
    [
        (24, 30, "overskredet_til_overholdt"),
        (30, 24, "overholdt_til_overskredet"),
        (25, 25, "uaendret"),
        (24, 24.5, "uaendret"),
    ],
)
def test_what_a_second_limit_changes(now, then, change):
    found = row(max_plot_ratio=now, compare_plot_ratio=then)
    assert found["aendring"] == change
    assert found["status_sammenlign"] == ("overholdt" if then >= 25 else "overskredet")


def test_a_second_limit_moves_the_zone_s_and_not_a_lokalplan_s():
    assert row([{"bebygpct": 24}], compare_plot_ratio=30)["status_sammenlign"] == "overholdt"
    found = row(plan=[{"plannr": "9", "bebygpct": 24, "datovedt": 20200101}], compare_plot_ratio=30)
    assert (found["status"], found["status_sammenlign"], found["aendring"]) == (
        "overskredet",
        "overskredet",
        "lokalplan",
    )
    found = row([{"bebygpct": 24, "bebygpctaf": 1}], compare_plot_ratio=30)
    assert (found["status_sammenlign"], found["aendring"]) == ("omraade", "uaendret")


def test_without_a_second_limit_there_are_no_such_fields():
    assert "aendring" not in row()

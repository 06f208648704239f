"""Delområder before their lokalplan, and plans that leave the extent to them or state no number at all."""

import plots as town
import pytest
from plot_ratio_cases import box

from lyngby_heritage.core.plot_ratio.areas import PLAN, SUB_AREA, together
from lyngby_heritage.core.plot_ratio.rows import area_rows

PLOT = [(box(0, 0, 25, 40), "e", "1a", 1000)]
HOUSE = [{"wkt": box(4, 10, 18, 22), "id": "h", "anvendelse": 120, "etager": 2, "samlet_m2": 350}]
"""350 m² on 1000 m² = 35 %, two storeys."""
WEST, EAST, ALL = box(-100, -100, 100, 300), box(100, -100, 300, 300), box(-100, -100, 300, 300)
LEAVES = {"wkt": ALL, "planid": 9999, "plannr": "241", "datovedt": 20200401, "iomfangreg": "true"}
A = {"wkt": WEST, "lokplan_id": 9999, "delnr": "A", "bebygpct": 40, "bebygpctaf": 3, "maxetager": 2}
B = {"wkt": EAST, "lokplan_id": 9999, "delnr": "B", "bebygpct": 25, "bebygpctaf": 3, "maxetager": 1.5}


def row(plan=(LEAVES,), parts=None, **chosen):
    (found,) = town.plots(PLOT, HOUSE, plan=list(plan), parts=parts, **chosen)
    return found


def limits(found):
    return found["tilladt_procent"], found["procent_kilde"], found["tilladt_etager"], found["etager_kilde"]


def test_the_delomraade_where_the_plot_lies_sets_the_limit():
    found = row(parts=[A, B])
    assert limits(found) == (40.0, "lokalplan 241, delområde A", 2.0, "lokalplan 241, delområde A")
    assert (found["status"], found["restareal_m2"], found["regelsaet"]) == ("overholdt", 50.0, "BR18")


def test_without_delomraader_the_limit_is_unknown_and_the_row_says_where_to_look():
    found = row()
    assert limits(found) == (None, "lokalplan 241", None, "lokalplan 241")
    assert (found["status_procent"], found["status_etager"], found["restareal_m2"]) == ("ukendt", "ukendt", None)
    assert found["bebyggelsesprocent"] == 35.0
    assert "Lokalplan 241 regulerer ikke selv omfanget" in found["bemaerkning"]
    assert "grænsen skal findes i planen" in found["bemaerkning"]
    assert "dokument" not in found["bemaerkning"]


def test_without_a_row_for_the_plan_the_next_in_line_holds_with_a_remark():
    found = row(parts=[{**A, "lokplan_id": 1}], zone=[{"wkt": ALL, "bebygpct": 35, "maxetager": 1}])
    assert limits(found) == (35.0, "åben-lav-område i række 1", 1.0, "åben-lav-område i række 1")
    assert (
        "regulerer ikke selv omfanget ifølge Plandata, og der er ingen delområder for den i data. Den næste grænse i "
        "rækken er brugt."
    ) in found["bemaerkning"]


@pytest.mark.parametrize("parts", [None, [], [{**A, "lokplan_id": 1}], [B]])
def test_a_plan_that_does_not_regulate_the_extent_is_not_said_to_leave_it_to_delomraader(parts):
    found = row(parts=parts, zone=[{"wkt": ALL, "bebygpct": 35}])["bemaerkning"]
    assert "241 regulerer ikke selv omfanget ifølge Plandata, og " in found
    assert "overlader" not in found


def test_without_a_delomraade_at_the_plot_the_next_in_line_holds_with_a_remark():
    found = row(parts=[B])
    assert limits(found) == (30.0, "parameter", 1.5, "parameter")
    assert (
        "intet af dens delområder, som grunden hører til, angiver bebyggelsesprocent eller etageantal"
        in (found["bemaerkning"])
    )


def test_a_delomraade_may_state_one_of_the_two():
    found = row(parts=[{**A, "maxetager": None}])
    assert limits(found) == (40.0, "lokalplan 241, delområde A", 1.5, "parameter")
    assert "som grunden hører til, angiver etageantal." in found["bemaerkning"]


def test_a_delomraade_comes_before_its_plan_s_own_figures():
    plan = {**LEAVES, "iomfangreg": "false", "bebygpct": 20, "maxetager": 1}
    assert limits(row([plan], [A]))[:2] == (40.0, "lokalplan 241, delområde A")
    assert limits(row([plan], [B])) == (20.0, "lokalplan 241", 1.0, "lokalplan 241")


def test_a_delomraade_is_read_in_the_slot_of_detached_housing():
    part = {**A, "bebygpct": 60, "anvspec1": 1130, "bygpct1": 60, "anvspec2": 1110, "bygpct2": 45, "bygpcth2": 2}
    assert limits(row(parts=[part]))[0] == 45.0


@pytest.mark.parametrize(("west", "limit"), [(13.0, 30.0), (12.5, 40.0), (0.0, 40.0)])
def test_a_delomraade_that_holds_less_than_the_share_counts_for_nothing(west, limit):
    # The plot is 25 m wide: from 12.5 m on exactly half of it lies in the delområde, from 13 m on 48 %.
    assert limits(row(parts=[{**A, "wkt": box(west, -100, 100, 300)}]))[0] == limit


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ({"bebygpct": 25}, "ukendt"),
        ({"bebygpctaf": 1}, "ukendt"),
        ({"bebygpctaf": 2}, "overholdt"),
        ({"maxetager": 1}, "overholdt"),
        ({"bebygpct": None}, "overholdt"),
    ],
)
def test_two_delomraader_that_disagree_make_it_unknown(other, status):
    found = row(parts=[A, {**A, "delnr": "C", **other}])
    assert found["status_procent"] == status
    assert ("o delområder i lokalplan 241" in found["bemaerkning"]) == (found["status"] == "ukendt")


def test_plan_by_plan_the_newest_first():
    older = {"wkt": ALL, "planid": 8, "plannr": "8", "datovedt": 20100101, "bebygpct": 50, "maxetager": 2}
    assert limits(row([older, LEAVES], [A]))[:2] == (40.0, "lokalplan 241, delområde A")
    assert limits(row([older, LEAVES]))[:2] == (None, "lokalplan 241")
    found = row([older, LEAVES], [B])
    assert limits(found)[:2] == (50.0, "lokalplan 8")
    assert "Lokalplan 241 regulerer ikke selv omfanget" in found["bemaerkning"]
    newer = {**older, "datovedt": 20220101}
    found = row([LEAVES, newer])
    assert limits(found)[:2] == (50.0, "lokalplan 8")
    assert "241" not in found["bemaerkning"]


def test_the_delomraader_of_an_older_plan_come_after_a_newer_plan_s_own():
    newer = {"wkt": ALL, "planid": 8, "plannr": "8", "datovedt": 20220101, "bebygpct": 50}
    assert limits(row([LEAVES, newer], [A])) == (50.0, "lokalplan 8", 2.0, "lokalplan 241, delområde A")


@pytest.mark.parametrize("gone", [{"status": "F"}, {"status": "A"}, {"datoaflyst": 20240101}])
def test_what_is_not_in_force_sets_no_limit(gone):
    assert limits(row([{**LEAVES, **gone}], [A]))[0] == 30.0
    assert limits(row(parts=[{**A, **gone}]))[0] == 30.0


@pytest.mark.parametrize(("written", "id"), [("9999", 9999.0), (9999, "9999"), (9999.0, " 9999 ")])
def test_ids_are_joined_however_they_are_written(written, id):
    assert limits(row([{**LEAVES, "planid": written}], [{**A, "lokplan_id": id}]))[0] == 40.0


def test_delomraader_that_lie_among_the_plans_are_delomraader():
    merged = [LEAVES, A, B]
    plans, parts = (town.areas(kind, merged) for kind in (PLAN, SUB_AREA))
    assert (plans.sources, plans.left_out, plans.other_kind) == (["lokalplan 241"], 0, 2)
    assert (parts.names, parts.left_out, parts.other_kind) == (["A", "B"], 0, 1)
    assert limits(row(merged, merged))[0] == 40.0


def test_delomraader_of_two_layers_are_read_together():
    parts = together([town.areas(SUB_AREA, [A]), town.areas(SUB_AREA, [B])])
    assert (parts.names, parts.ratio.tolist(), parts.plan_ids) == (["A", "B"], [40.0, 25.0], ["9999", "9999"])


def test_a_plan_that_regulates_the_extent_without_a_number_leaves_the_limit_unknown():
    silent = {**LEAVES, "iomfangreg": "false"}
    found = row([silent])
    assert limits(found) == (None, "lokalplan 241", None, "lokalplan 241")
    assert "regulerer omfanget, men Plandata har intet tal" in found["bemaerkning"]
    assert limits(row([silent], [A]))[0] == 40.0


@pytest.mark.parametrize(
    "number", [{"maxbygnhjd": 8.5}, {"m3_m2": 2}, {"anvspec1": 1120, "bygpct1": 40}, {"maxetager": 2}]
)
def test_a_plan_that_regulates_the_extent_by_another_number_leaves_the_ratio_to_the_next_in_line(number):
    assert limits(row([{**LEAVES, "iomfangreg": "false", **number}]))[:2] == (30.0, "parameter")


@pytest.mark.parametrize("said", [None, "", "ved ikke"])
def test_a_plan_that_does_not_say_whether_it_regulates_the_extent_leaves_it_to_the_next_in_line(said):
    found = row([{**LEAVES, "iomfangreg": said}])
    assert limits(found)[:2] == (30.0, "parameter")
    assert "omfang" not in found["bemaerkning"]


def test_a_ratio_for_the_delomraade_as_a_whole_is_a_row_of_the_areas():
    checked = town.computed(PLOT, HOUSE, plan=[LEAVES], parts=[{**A, "bebygpctaf": 1}, B])
    (found,) = town.rows_of(checked)
    assert (found["status_procent"], found["tilladt_procent"]) == ("omraade", 40.0)
    _, columns = area_rows(checked)
    assert columns["omraade"] == ["A"]
    assert columns["kilde"] == ["lokalplan 241, delområde A"]
    assert (columns["etageareal_m2"], columns["status"]) == ([350.0], ["overholdt"])


def test_an_area_counts_its_plots_that_lie_in_no_zone_and_says_how_many_do():
    part = {**A, "wkt": ALL, "bebygpctaf": 1}
    plots = [*PLOT, (box(30, 0, 55, 40), "f", "1b", 1000)]
    for zone, covered in ((ALL, 2), (box(-100, -100, 27, 300), 1), (box(500, 500, 600, 600), 0)):
        _, columns = area_rows(town.computed(plots, HOUSE, plan=[LEAVES], parts=[part], zone=[{"wkt": zone}]))
        assert (columns["grunde"], columns["omfattede_grunde"]) == ([2], [covered])


def test_a_second_limit_does_not_move_a_delomraade_s():
    found = row(parts=[A], compare_plot_ratio=20)
    assert (found["status_sammenlign"], found["aendring"]) == ("overholdt", "lokalplan")

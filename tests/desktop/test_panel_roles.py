"""The table of data knows every role that the main job reads, and where each is got."""

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.plan.layers import RULES, job_roles
from lyngby_heritage.core.registers.deliveries import deliveries
from lyngby_heritage.desktop.panel_roles import GROUPS, NEEDED, OWN, ROLES, TERRAIN, THEMES, got_at, is_missed, label_of


def test_every_role_of_the_job_is_shown_once():
    shown = [role.name for _, roles in GROUPS for role in roles]
    assert sorted(shown) == sorted(set(shown))
    assert set(shown) == {*job_roles(), TERRAIN, THEMES}


def test_what_a_step_of_the_job_needs_is_never_the_municipalitys_own():
    needed = {role for step in load(RULES)["steps"] for role in step["needs"]} - {"bygninger", "@tidligere_bygninger"}
    assert {role for role in needed if ROLES[role].weight == OWN} == set()
    assert [role.name for role in ROLES.values() if role.weight == NEEDED] == ["fbb"]


def test_where_it_is_got_is_said_in_english_too():
    assert [name for name in deliveries().got_at if not got_at(name)] == []


def test_registers_are_missed_only_where_no_building_layer_is_there():
    assert is_missed("bbr", {"fbb"})
    assert not is_missed("bbr", {"bygninger"})
    assert not is_missed("fbb", {"bygningsvurdering"})
    assert is_missed("etager", {"bygninger"}), "plot ratios are computed from storeys"


def test_a_part_goes_by_its_own_name():
    assert (label_of("jordstykker"), label_of("lodflader")) == ("Parcels", "lodflader")

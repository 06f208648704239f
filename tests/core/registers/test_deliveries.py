"""The kinds of deliveries: their names are found, and each says how far it is known."""

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.plan.layers import RULES
from lyngby_heritage.core.registers.deliveries import deliveries, fildownload, state_of, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pdk:theme_pdk_lokalplan_vedtaget_v", ["theme", "pdk", "lokalplan", "vedtaget", "v"]),
        ("geodanmark_60_nohist.vandloebsmidte", ["vandloebsmidte"]),  # a schema
        ("Vandløb 2026.gpkg", ["vandloeb", "2026"]),
        ("udgave 1.2", ["udgave", "1", "2"]),
        ("So\u0308er", ["soeer"]),  # ö in two characters, as on a Mac
        ("", []),
    ],
)
def test_words_of_a_name(name, words):
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("name", "group", "delta", "preference"),
    [
        ("BBR_V3_Bygning_0173_TotalDownload_csv_Current_688.csv", ("BBR", "Bygning", "0173"), False, (True, 3, 688)),
        ("bbr_v3_bygning_totaldownload_csv_temporal_9", ("BBR", "bygning", ""), False, (False, 3, 9)),
        ("MAT_V1_SamletFastEjendom_X_Jordstykke_DeltaDownload_csv_12", ("MAT", "SamletFastEjendom_X_Jordstykke", ""),
         True, (False, 1, 12)),
    ],
)  # fmt: skip
def test_a_name_of_fildownload(name, group, delta, preference):
    found = fildownload(name)
    assert (found.group, found.delta, found.preference) == (group, delta, preference)


@pytest.mark.parametrize("name", ["BBR_Bygning", "BBR_V3_Bygning_0173", "jordstykker", ""])
def test_other_names_are_none_of_fildownload_s(name):
    assert fildownload(name) is None


def test_the_state_that_a_name_tells():
    known = deliveries()
    assert state_of(["zoner"], known) is None
    assert state_of(["zoner", "kommuneplanramme_forslag_v"], known) == "forslag"


def test_every_role_of_the_job_is_one_that_layers_have():
    written = {"kulturmiljoeer"}  # a role only where its rows are decisions, so its name alone is none
    assert set(load(RULES)["layers"]) <= {*deliveries().roles, *written}
    assert written <= {one.role for one in deliveries().every}


def test_every_delivery_says_how_far_it_is_known_and_from_where():
    qualities = {"official", "real", "code", "single", "unverified"}
    assert [one for one in deliveries().every if one.quality not in qualities or not one.source] == []


def test_what_is_a_part_is_a_part_of_a_role():
    assert {one.part_of for one in deliveries().every} - {None} <= set(deliveries().roles)


def test_a_geometry_is_one_of_the_four():
    assert {kind for one in deliveries().every for kind in one.geometry} == {"point", "line", "polygon", "none"}

"""Which group of the plan a building is in."""

from plan_builders import building, buildings

from lyngby_heritage.core.plan.plan_groups import plan_groups


def test_a_building_is_in_the_group_of_its_ground_or_apart():
    rows = buildings(
        building(0, yes=True, ground="vaerdi_1_3"),
        building(10, yes=True, ground="vaerdi_4_ensartet"),
        building(20, yes=True, ground="beslutning"),
        building(30, yes=True, ground="en_ny_kode"),  # of no group: with the decisions
        building(40, ground="ikke_udpeget"),
        building(50, ground="vaerdi_1_3", listed=True, decided=True),
        building(60, ground="vaerdi_1_3", church=True, decided=True),
        building(70, ground="ikke_udpeget", listed=True, church=True),  # the law on listed buildings comes first
    )
    assert plan_groups(rows) == ["A", "B", "C", "C", None, "fredet", "kirke", "fredet"]

"""Website and working paper show the same environments."""

import numpy as np
import shapely
from plan_builders import building, plan_of

from lyngby_heritage.core.plan.environments import Environments
from lyngby_heritage.core.web.shown import shown_environments, shown_proposals


def test_the_decided_ones_come_first_and_a_proposal_without_a_designated_building_is_not_shown():
    shapes = np.array([shapely.box(x, 0, x + 10, 10) for x in (0, 100, 200)], dtype=object)
    environments = Environments(["a", "1", "2"], ["A", "", ""], {}, [""] * 3, shapes, [True, False, False])
    houses = (building(100, yes=True, ground="vaerdi_1_3"), building(200))
    told = plan_of(*houses, environments=environments, environment_of=np.array([1, 2]))
    assert shown_environments(told) == [0, 1]
    assert shown_proposals(told) == [1]


def test_a_plan_without_environments_shows_none():
    assert shown_environments(plan_of(building(0))) == shown_proposals(plan_of(building(0))) == []

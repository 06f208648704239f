"""What GeoFA's row says of a building that the plan designates or not."""

import pytest

from lyngby_heritage.core.delivery import codes
from lyngby_heritage.core.delivery.codes import adopted_code, code_reason, other_plan_stands
from lyngby_heritage.core.registers.registration import LOCAL_PLAN, MUNICIPAL_PLAN, NO_PLAN, UNNAMED_PLAN

BOTH_PLANS = LOCAL_PLAN | MUNICIPAL_PLAN
CASES = (
    # designated, standing, code, why
    (True, 0, 1, "designated_unknown"),
    (True, NO_PLAN, 1, "designated"),
    (True, LOCAL_PLAN, 1, "designated"),
    (True, MUNICIPAL_PLAN, 3, "designated_too"),
    (True, BOTH_PLANS, 3, "designated_too"),
    (True, UNNAMED_PLAN, 1, "designated_unknown"),
    (False, 0, 0, "unknown"),
    (False, NO_PLAN, 0, "nobody"),
    (False, LOCAL_PLAN, 1, "other_plan"),
    (False, MUNICIPAL_PLAN, 2, "municipal"),
    (False, BOTH_PLANS, 3, "other_plan"),
    (False, UNNAMED_PLAN, None, None),
)


@pytest.mark.parametrize(("designated", "standing", "code", "why"), CASES)
def test_the_code_follows_from_the_plan_and_from_what_stands(designated, standing, code, why):
    assert other_plan_stands()
    assert adopted_code(designated, standing) == code
    if code is not None:
        assert code_reason(designated, standing) == why


@pytest.mark.parametrize(("standing", "code", "why"), [(LOCAL_PLAN, 0, "ended"), (BOTH_PLANS, 2, "ended")])
def test_a_municipality_whose_plan_replaces_the_others_says_so(monkeypatch, standing, code, why):
    monkeypatch.setattr(codes, "load", lambda _: {"other_local_plan_stands": False})
    assert (adopted_code(False, standing), code_reason(False, standing)) == (code, why)
    assert adopted_code(True, standing) == (3 if standing & MUNICIPAL_PLAN else 1)

"""The environments of the plan: decided ones first, open proposals behind them, refused ones nowhere."""

import datetime

import numpy as np
import shapely
from builders import square
from plan_builders import environments

from lyngby_heritage.core.designation.decided_environments import TEXTS, EnvironmentDecisions
from lyngby_heritage.core.plan.environments import of_plan, open_proposals, with_evidence

PROPOSALS = environments(("1", "Ågade", 0, 20), ("2", "", 100, 20), ("3", "Torvet", 200, 20), antal_udpeget=[3, 0, 1])


def decided(*rows):
    """Rows of (name, designate, x, side)."""
    texts = {name: [f"{name} {row[0]}" for row in rows] for name in TEXTS}
    return EnvironmentDecisions(
        np.arange(len(rows)),
        [row[0] for row in rows],
        np.array([row[1] for row in rows], dtype=bool),
        [datetime.date(2024, 10, 3)] * len(rows),
        texts,
        np.array([shapely.from_wkt(square(row[2], -5, row[3])) for row in rows], dtype=object),
        len(rows),
    )


def made(decisions, choices=("", "", "")):
    still = open_proposals(PROPOSALS, choices, decisions)
    return of_plan(decisions, PROPOSALS, still)


def test_a_decided_environment_is_in_the_plan_whether_or_not_a_proposal_lies_inside_it():
    both = made(decided(("Byen", True, 0, 20), ("Søen ved Å", True, 900, 50)))
    assert both.ids == ["byen", "soeen-ved-aa", "2", "3"]
    assert [both.called(one) for one in range(4)] == [
        "Byen",
        "Søen ved Å",
        "Forslag til kulturmiljø 2",
        "Forslag til kulturmiljø 3: Torvet",
    ]
    assert both.figures == {"areal_ha": [0.04, 0.25, None, None], "antal_udpeget": [None, None, 0, 1]}
    assert both.said(0, "saarbarhed") == "saarbarhed Byen"
    assert both.said(0, "dato") == "3. oktober 2024"
    assert both.said(2, "saarbarhed") == ""
    assert both.stories == ["fortaelling Byen", "fortaelling Søen ved Å", "", ""]


def test_a_refused_environment_is_in_neither_and_its_proposal_is_not_proposed_again():
    assert made(decided(("Byen", False, 0, 20))).ids == ["2", "3"]


def test_a_proposal_whose_own_layer_says_that_it_is_decided_is_open_no_more():
    assert made(None, ("udpeg", "udpeg_ikke", "")).ids == ["3"]


def test_decided_environments_of_one_name_have_keys_of_their_own():
    same = of_plan(decided(("Byen", True, 0, 20), ("Byen!", True, 900, 20), ("7", True, 300, 20)), None, np.zeros(0))
    assert same.ids == ["byen", "byen-2", "kulturmiljoe-7"]


def test_without_any_decision_the_proposals_are_as_they_were():
    alone = made(None)
    assert (alone.ids, alone.figures) == (["1", "2", "3"], {"antal_udpeget": [3, 0, 1]})
    assert not any(alone.is_decided(one) for one in range(3))


def test_the_public_is_shown_decided_ones_and_proposals_with_designated_buildings():
    both = made(decided(("Byen", True, 0, 20)))  # then the proposals 2 and 3
    of, designated = np.array([0, 1, 1, 2, 2, -1]), np.array([False, False, False, True, False, True])
    assert with_evidence(both, of, designated, 1, 10) == [0, 2]
    assert with_evidence(both, of, designated, 0, 1) == [0, 1]
    assert with_evidence(both, of, designated, 2, 10) == [0]

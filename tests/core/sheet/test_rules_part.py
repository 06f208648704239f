"""What needs permission on a property: of which building and of which of its parcels the sheet says it."""

from datetime import date

import pytest
from profiles import profile_in
from sheet_builders import house, plain, plan_facts, property_facts, said, shed, sheet

from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.plan.area_parcels import INSIDE, OUTSIDE, UNDECIDED
from lyngby_heritage.core.plan.state import ADOPTED, PROPOSAL, PlanState
from lyngby_heritage.core.sheet.anonymous import anonymous, anonymous_plan, anonymous_sheet
from lyngby_heritage.core.sheet.content import sheet_of
from lyngby_heritage.core.sheet.texts import RULES

HEARING = PlanState(PROPOSAL, hearing_from=date(2027, 1, 4), hearing_to=date(2027, 3, 1))
DECIDED = PlanState(ADOPTED, adopted=date(2027, 3, 1))
IN_FORCE = PlanState(ADOPTED, adopted=date(2027, 3, 1), published=date(2027, 3, 8))
TWO = {"parcels": ("4m Askholt", "4ag Askholt"), "in_area": ("4ag Askholt",), "partly": True}
ONE = {"parcels": ("4ag Askholt",), "in_area": ("4ag Askholt",)}
WHOLE = "må der på ejendommen ikke foretages noget, som kan foregribe planens indhold"
PART = (
    "må der på den del af ejendommen, der er med i planens område (bestemmelsernes § 2), ikke foretages noget, som kan "
    "foregribe planens indhold"
)
PERHAPS = (
    "må der på den del af ejendommen, der eventuelt er med i planens område, ikke foretages noget, som kan foregribe "
    "planens indhold"
)
NAMED = (
    "Af ejendommen er matr.nr. 4ag Askholt med i planens område (bestemmelsernes § 2). Svarene om tilbygninger, "
    "sekundær bebyggelse, hegn, forhaver og tekniske anlæg gælder kun dér."
)
BESIDE = "også ved andre bygninger."
LISTED = house(8, group="fredet", apart="fredet", designated=False)
CHURCH = house(8, group="kirke", apart="kirke", designated=False)
TO_ASSESS = plain(ground="til_vurdering", save=None)


def lines(*buildings, **more):
    return said(sheet(*buildings, **more), RULES).splitlines()


@pytest.mark.parametrize("state", [HEARING, DECIDED])
@pytest.mark.parametrize(("land", "where", "named"), [(ONE, WHOLE, False), (TWO, PART, True)])
def test_what_may_not_be_anticipated_is_said_of_the_parcels_that_the_plans_area_has(state, land, where, named):
    text = said(sheet(state=state, **land), RULES)
    assert where in text
    assert "(planlovens § 17)" in text
    assert (NAMED in text) == named


@pytest.mark.parametrize("state", [PlanState(), HEARING, DECIDED, IN_FORCE])
def test_answers_on_land_are_said_to_hold_on_those_parcels_alone_in_every_state(state):
    assert NAMED in lines(state=state, **TWO)
    assert "kun dér" not in said(sheet(state=state, **ONE), RULES)


@pytest.mark.parametrize(
    ("reach", "land", "expected"),
    [
        (INSIDE, ONE, WHOLE),
        (INSIDE, TWO, PART),
        (UNDECIDED, {}, PERHAPS),
        (OUTSIDE, {}, None),
    ],
)
def test_where_no_building_is_designated_it_is_said_as_far_as_the_plans_area_is_known(reach, land, expected):
    for state, said_now in ((HEARING, True), (DECIDED, True), (PlanState(), False), (IN_FORCE, False)):
        text = said(sheet(plain(), state=state, reach=reach, **land), RULES)
        assert ("§ 17" in text) == (said_now and expected is not None)
        assert expected is None or not said_now or expected in text


def test_an_adopted_plan_that_is_not_published_says_until_when():
    text = said(sheet(plain(), state=DECIDED, reach=UNDECIDED), RULES)
    assert "\nIndtil planen er offentliggjort, må der på den del af ejendommen, der eventuelt er med" in text


def test_the_law_on_anticipation_holds_under_the_municipality_s_own_text_too(tmp_path):
    folder = profile_in(tmp_path / "vores", {})
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / "bestemmelser.md.j2").write_text("# Vores\n", encoding="utf-8")
    with in_force(read_profile(folder)):
        own, draft = said(sheet(state=HEARING, **TWO), RULES), said(sheet(), RULES)
        outside = said(sheet(plain(), state=HEARING, reach=OUTSIDE), RULES)
    assert own.startswith("Kommunen har sin egen tekst til bestemmelserne; læs dem dér.\nFra forslaget")
    assert PART in own
    assert "§ 17" not in draft
    assert PERHAPS in outside  # what its own § 2 lists is not known here


@pytest.mark.parametrize(
    ("buildings", "headings"),
    [
        ([house()], []),
        ([house(), shed()], []),
        ([house(), LISTED], ["Bygning nr. 7"]),
        ([house(), CHURCH], ["Bygning nr. 7"]),
        ([house(), TO_ASSESS], ["Bygning nr. 7"]),
        ([house(), plain()], ["Bygning nr. 7"]),
        ([house(), house(9), LISTED], ["Bygning nr. 7 og nr. 9"]),
        ([house(), house(9)], []),
        ([house(), house(9, "B", save=4)], ["Bygning nr. 7", "Bygning nr. 9"]),
    ],
)
def test_whom_the_answers_are_for_is_said_where_another_building_stands_beside(buildings, headings):
    section = sheet(*buildings, state=HEARING).section(RULES)
    assert [one.text for one in section.parts if one.strong] == headings
    unbound = any(one.facts.apart or (one.main and one.group is None) for one in buildings)
    assert any(one.text.endswith(BESIDE) for one in section.parts) == unbound


def test_an_anonymous_sheet_names_no_parcel_and_calls_the_buildings_what_it_calls_them_elsewhere():
    facts = property_facts(house(), LISTED, **TWO)
    text = anonymous_sheet(sheet_of(anonymous(facts), anonymous_plan(plan_facts(HEARING)))).text()
    assert PART in text
    assert "Af ejendommen er et eller flere jordstykker med i planens område" in text
    assert "4ag" not in text
    section = sheet_of(anonymous(facts), plan_facts(HEARING)).section(RULES)
    assert [one.text for one in section.parts if one.strong] == ["Bygning 1"]

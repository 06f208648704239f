"""May I …? An answer says what the provisions say, and no more."""

import re
from datetime import date

import pytest
from plan_builders import building, plan_of
from profiles import profile_in

from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.plan.may_i import (
    BOTH,
    EXEMPTION,
    FREE,
    OPEN,
    PERMIT,
    UNKNOWN,
    UNNAMED,
    WHOLE,
    after_answers,
    before_answers,
    interim,
    may_i,
    said_of_environment,
    said_of_land,
    whom_answered,
)
from lyngby_heritage.core.plan.provision_rules import rule_sections
from lyngby_heritage.core.plan.provisions import provisions
from lyngby_heritage.core.plan.state import ADOPTED, DRAFT, PROPOSAL, PlanState

FORCE = PlanState(ADOPTED, adopted=date(2027, 3, 1), published=date(2027, 3, 8))


def draft():
    plan = plan_of(building(0, address="Ågade 1", save=2, yes=True, ground="vaerdi_1_3"))
    return provisions(plan, {"kort": "kort.pdf", "bygninger": "bilag_bygninger.xlsx"})


def section(text, number):
    """What stands in a paragraph of the plan."""
    return re.search(rf"^## § {number} .*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[0]


DRAFTED = PlanState()


def answers(group="A", state=DRAFTED):
    return {one.key: one for one in may_i(state, group)}


def rule(groups, norm, text, decided=True):
    return {"groups": groups, "norm": norm, "text": text, "decided": decided}


def decided_by(folder, **rules_by_theme):
    """A profile in which the municipality has written the rules of some themes."""
    themes = [{"key": key, "rules": rules} for key, rules in rules_by_theme.items()]
    return in_force(read_profile(profile_in(folder / "vores", {"rules/provisions.json": {"themes": themes}})))


def test_demolition_takes_a_permission_and_the_inside_is_free_in_every_group():
    for group in "ABC":
        found = answers(group)
        assert (found["nedrivning"].code, found["nedrivning"].paragraph) == (PERMIT, "§ 4.1")
        assert (found["indvendigt"].code, found["indvendigt"].paragraph) == (FREE, "§ 4.4")


def test_a_rule_in_brackets_is_answered_with_that_and_nothing_of_its_text():
    windows = answers()["vinduer"]
    assert windows.question == "Må jeg skifte vinduer?"
    assert (windows.code, windows.answer, windows.text) == (OPEN, "Ikke fastlagt i udkastet", "")
    assert {one.code for one in answers().values()} == {OPEN, PERMIT, FREE}


@pytest.mark.parametrize(
    ("rules", "code", "text"),
    [
        ([rule(["A"], "tilladelse", "Nye kviste")], PERMIT, "Nye kviste kræver kommunalbestyrelsens tilladelse."),
        ([rule(["A"], "krav", "Kviste skal være smalle.")], EXEMPTION, "Kviste skal være smalle."),
        (
            [rule(["A"], "tilladelse", "Nye kviste"), rule(["A"], "krav", "Kviste skal være smalle.")],
            BOTH,
            "Nye kviste kræver kommunalbestyrelsens tilladelse. Kviste skal være smalle.",
        ),
        (
            [rule(["A"], "krav", "Kviste skal være smalle."), rule(["A"], "tilladelse", "Nye kviste", decided=False)],
            EXEMPTION,
            "Kviste skal være smalle. Andet om dette er ikke fastlagt.",
        ),
        (
            [rule(["B"], "krav", "Kviste skal være smalle.")],
            UNNAMED,
            "Bestemmelserne om dette gælder ikke bygningens gruppe.",
        ),
    ],
)
def test_decided_rules_of_the_group_are_the_answer(tmp_path, rules, code, text):
    with decided_by(tmp_path, kviste=rules):
        found = answers("A")["kviste"]
    assert (found.code, found.text) == (code, text)


def test_the_answer_stands_at_the_number_that_the_provisions_have(tmp_path):
    rules = [rule(["A"], "krav", "Kviste skal være smalle."), rule(["A", "B"], "tilladelse", "Nye kviste")]
    with decided_by(tmp_path, kviste=rules):
        text = draft()
        for key, one in answers("A").items():
            for number in re.findall(r"\d+\.\d+", one.paragraph):
                assert re.search(rf"^{re.escape(number)} \*\*", text, re.M) or f"\n{number} " in text, key
        first, second = re.findall(r"\d+\.\d+", answers("A")["kviste"].paragraph)
    assert f"{first} **Gruppe A.** Kviste skal være smalle." in section(text, 5)
    assert f"{second} **Gruppe A og B.** Nye kviste kræver" in section(text, 5)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("4.1", "må ikke rives ned, helt eller delvist, uden kommunalbestyrelsens tilladelse"),
        ("4.2", "må kun ombygges eller på anden måde ændres i det ydre med kommunalbestyrelsens tilladelse."),
        ("4.3", "Almindelig vedligeholdelse med samme materiale, form og farve kræver ikke tilladelse."),
        ("4.4", "Bestemmelserne gælder ikke ændringer inde i bygning"),
    ],
)
def test_what_is_fixed_is_what_paragraph_4_of_the_provisions_says(number, said):
    paragraph = section(draft(), 4).split(f"\n{number} ")[1].split("\n\n")[0]
    answer = next(one for one in may_i(PlanState(), "A") if one.paragraph == f"§ {number}")
    assert said in paragraph
    assert said in answer.text


@pytest.mark.parametrize("group", [None, "fredet", "kirke", ""])
def test_a_building_in_no_group_has_no_answers(group):
    assert may_i(PlanState(), group) == []


@pytest.mark.parametrize(
    ("state", "answer", "windows", "code"),
    [
        (PlanState(DRAFT), "Kræver tilladelse efter udkastet", "Ikke fastlagt i udkastet", OPEN),
        (PlanState(PROPOSAL), "Kræver tilladelse efter forslaget", "Ikke fastlagt i forslaget", OPEN),
        (PlanState(ADOPTED), "Kræver tilladelse efter den vedtagne plan", "Læs det i bestemmelserne", UNKNOWN),
        (FORCE, "Kræver tilladelse efter planen", "Læs det i bestemmelserne", UNKNOWN),
    ],
)
def test_an_answer_says_how_far_the_plan_is(state, answer, windows, code):
    found = answers(state=state)
    assert found["nedrivning"].answer == answer
    assert (found["vinduer"].answer, found["vinduer"].code) == (windows, code)
    assert ("Ordlyden er ikke fastlagt." in found["vedligeholdelse"].text) == (code == OPEN)


@pytest.mark.parametrize("state", [PlanState(ADOPTED), FORCE])
def test_an_adopted_plan_says_of_a_wording_in_brackets_that_it_stands_elsewhere(state):
    assert "\n4.3 " in draft()
    assert "[Kommunen tager stilling til ordlyden.\\]" in section(draft(), 4)
    told = answers(state=state)["vedligeholdelse"].text
    assert told.endswith("Ordlyden er ikke fastlagt i den tekst, som svaret bygger på. Læs den i bestemmelserne.")
    assert "bygger på" not in answers()["vedligeholdelse"].text


@pytest.mark.parametrize(("state", "interim"), [(PlanState(), False), (PlanState(PROPOSAL), True), (FORCE, False)])
def test_section_17_is_told_from_the_hearing_until_the_plan_is_in_force(state, interim):
    assert ("planlovens § 17" in before_answers(state)) == interim
    assert "planlovens § 17" in before_answers(PlanState(ADOPTED))
    assert "Anden lovgivning" in after_answers()


@pytest.mark.parametrize("state", [PlanState(PROPOSAL), PlanState(ADOPTED)])
def test_where_no_property_is_named_section_17_is_said_of_the_land_in_the_plan_alone(state):
    land = "må der på den del af ejendommen, der er med i planens område (bestemmelsernes § 2), ikke foretages noget"
    assert land in before_answers(state)
    assert "må der på ejendommen ikke foretages noget" in before_answers(state, WHOLE)


def test_a_theme_of_the_municipality_is_asked_about_by_its_title(tmp_path):
    more = {"key": "porte", "section": "ydre", "title": "Porte", "rules": [rule(["A"], "krav", "Porte er af træ.")]}
    files = {"rules/provisions.json": {"themes": [more]}}
    with in_force(read_profile(profile_in(tmp_path / "vores", files))):
        found = answers()["porte"]
    assert (found.question, found.text) == ("Hvad gælder for porte?", "Porte er af træ.")


def test_nothing_is_answered_where_the_municipality_has_its_own_text(tmp_path):
    folder = profile_in(tmp_path / "vores", {})
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / "bestemmelser.md.j2").write_text("# Vores\n", encoding="utf-8")
    with in_force(read_profile(folder)):
        assert may_i(PlanState(), "A") == []
        assert said_of_land(PlanState()) == said_of_environment(PlanState()) == ""


@pytest.mark.parametrize("state", [PlanState(), FORCE])
def test_what_holds_on_the_parcels_is_said_of_them_and_not_of_the_designated_buildings_alone(state):
    """As what stands before the rules of each section says: on the parcels of § 2, or on the buildings of annex 1."""
    on_parcels = [one for one in rule_sections() if "jordstykke" in one.intro]
    assert [one.number for one in on_parcels] == [6, 7, 9]
    assert "Svarene gælder kun" not in whom_answered(state)
    for said in (whom_answered(state), said_of_land(state)):
        assert all(word in said for word in ("sekundær bebyggelse", "hegn", "tekniske anlæg", "§ 2", "jordstykke"))
    assert ("Bliver planen gældende" in said_of_land(state)) == (not state.in_force)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (PlanState(), False),
        (PlanState(PROPOSAL), True),
        (PlanState(ADOPTED, adopted=date(2027, 3, 1)), True),
        (FORCE, False),
    ],
)
def test_beside_a_building_that_the_plan_does_not_bind_it_is_said_what_may_not_be_done_until_it_is_in_force(
    state, told
):
    """planloven § 17 is for the property, not for its designated buildings: a letter to the same owner says it too."""
    assert ("foregribe planens indhold" in said_of_land(state)) == told
    assert said_of_land(state).endswith(interim(state)) if told else interim(state) == ""

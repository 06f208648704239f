"""What the package says of itself: what is known, and nothing of what nobody said."""

from datetime import date

from plan_builders import building, plan_of
from profiles import profile_in

from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.plan.about import about
from lyngby_heritage.core.plan.state import ADOPTED, PlanState


def test_without_a_profile_nobody_stands_behind_it_and_no_right_is_claimed():
    said = about(plan_of(building(0), building(20)), "1.2.3")
    assert said.title == "Lokalplan 300: Kulturhistorisk lokalplan"
    assert said.abstract.startswith(
        "Lokalplan 300: Kulturhistorisk lokalplan. Udkast. Planen er ikke behandlet politisk og binder ingen. "
        "Samlet den 5. juni 2026 med Lyngby Heritage 1.2.3 af 2 bygninger."
    )
    assert (said.owner, said.contact, said.licence, said.rights, said.published) == ("", "", "", "", None)
    assert (said.language, said.source) == ("da", "Kilde")


def test_a_profile_names_its_municipality_its_contact_and_the_rights(tmp_path):
    files = {
        "web/settings.json": {"contact": {"url": "mailto:plan@kommune.example"}},
        "rules/project.json": {"metadata": {"licence": "CC BY 4.0", "rights": "Kilden skal nævnes."}},
    }
    with in_force(read_profile(profile_in(tmp_path, files, kommunekode="0159"))):
        said = about(plan_of(building(0)), "1")
    assert (said.owner, said.contact) == ("Gladsaxe Kommune", "mailto:plan@kommune.example")
    assert (said.licence, said.rights) == ("CC BY 4.0", "Kilden skal nævnes.")


def test_a_plan_that_is_public_says_since_when():
    state = PlanState(ADOPTED, adopted=date(2027, 3, 1), published=date(2027, 3, 8))
    assert about(plan_of(building(0), state=state), "1").published == date(2027, 3, 8)

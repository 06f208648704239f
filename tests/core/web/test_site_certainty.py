"""How sure the designations are, as the site hands it to its page, its lists and whoever takes the open data."""

import json
import re
from datetime import date

import pytest
from web_sites import a_site, columns, data

from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.web import write_site
from lyngby_heritage.core.web.certainty import NONE, UNSURE, certainty_codes, packed

FOUR, NOT, REVIEW = "vaerdi_4_ensartet", "ikke_udpeget", "til_vurdering"
IN_FORCE = PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8))


def house(id_, certainty, ground=FOUR, **more):
    return {"id": id_, "save": 4, "ground": ground, "designated": ground == FOUR, **more} | {"certainty": certainty}


STREET = [
    house("sure", 1.0),
    house("close", 15 / 27),
    house("seldom", 20 / 27, NOT),
    house("seen", 1.0, REVIEW),
    house("other", None, "vaerdi_1_3", save=2, designated=True),
]
"""Under 27, 15, 7, 0 and no settings of 27."""


def told(rows):
    """Columns with the one that not every site has."""
    return {
        **columns(rows),
        "certainty": [row["certainty"] for row in rows],
        "apart": [row.get("apart") for row in rows],
    }


def street(**changes):
    return a_site(buildings=told(STREET), environments=[], **changes)


def test_each_building_has_its_class_and_says_whether_it_is_close_to_the_limit():
    """Always; about half, close to the limit; seldom; to be seen under every setting; of another value."""
    assert certainty_codes(told(STREET)) == [0, 2 + UNSURE, 3, 5, NONE]
    assert packed(told(STREET)) == "0:357"


@pytest.mark.parametrize("apart", ["fredet", "kirke"])
def test_what_the_plan_does_not_bind_is_of_no_class(apart):
    assert certainty_codes(told([house("a", 15 / 27, apart=apart)])) == [NONE]


def test_a_site_that_is_not_told_has_no_such_map(tmp_path):
    write_site(tmp_path, a_site())
    assert data(tmp_path, "bygninger")["sure"] == ""
    assert '"certainty":null' in (tmp_path / "indstillinger.js").read_text(encoding="utf-8")
    assert "vis-sikkerhed" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_page_has_the_classes_with_their_counts_in_both_languages(tmp_path):
    write_site(tmp_path, street())
    assert sorted(data(tmp_path, "bygninger")["sure"]) == sorted("0:357")
    for page, always, others, edge in (
        (
            "index.html",
            "Altid udpeget",
            "Andre bygninger, også de udpegede med værdi 1–3",
            "Tæt på grænsen: et andet svar i mindst 1 ud af 3 forsøg",
        ),
        (
            "english.html",
            "Always designated",
            "Other buildings, also those designated with value 1–3",
            "Close to the limit: another answer in at least 1 of 3 tries",
        ),
    ):
        text = (tmp_path / page).read_text(encoding="utf-8").replace("\u00a0", " ").replace("\u2060", "")
        box = re.search(r'<details class="filters" id="sikkerhed">(.*?)</details>', text, re.DOTALL)[1]
        rows = re.findall(r'<span class="what">([^<]*)</span> <span class="n">(\d+)</span>', box)
        assert (always, "1") in rows
        assert (others, "1") in rows
        assert (edge, "1") in rows
        assert len(rows) == 6


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (PlanState(), "kan svaret blive et andet. Planen gælder ikke endnu."),
        (PlanState(2, adopted=date(2027, 3, 1)), "Planen gælder ikke endnu."),
        (IN_FORCE, "kunne svaret være blevet et andet. Det er planens svar, der gælder."),
    ],
)
def test_the_list_without_a_map_says_of_its_building_what_is_right_while_the_plan_is_so_far(tmp_path, state, says):
    write_site(tmp_path, street(state=state))
    text = (tmp_path / "liste" / "001.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    told_of = [one for one in text.split('<div class="building">')[1:] if "Tæt på grænsen:" in one]
    assert len(told_of) == 1
    assert "#bygning=close" in told_of[0]
    assert says in told_of[0]


def test_the_card_says_it_in_both_languages(tmp_path):
    write_site(tmp_path, street())
    lines = data(tmp_path, "tekst/000")["lines"]
    said = [text for key, _, text in lines if key == "sikkerhed"]
    assert "tæt på grænsen: 56 % af de prøvede indstillinger giver samme udfald" in said
    english = data(tmp_path, "tekst/000.en")["lines"]
    assert ["Certainty", "close to the limit: 56% of the settings tried give the same outcome"] in english


def test_the_open_data_have_the_share_and_what_it_means(tmp_path):
    write_site(tmp_path, street())
    found = json.loads((tmp_path / "aabne_data" / "bygninger.geojson").read_text(encoding="utf-8"))
    shares = {one["properties"]["bygnings_id"]: one["properties"]["sikkerhed"] for one in found["features"]}
    assert shares["close"] == pytest.approx(15 / 27)
    assert shares["other"] is None
    package = json.loads((tmp_path / "aabne_data" / "datapackage.json").read_text(encoding="utf-8"))
    fields = {one["name"]: one for one in package["resources"][0]["schema"]["fields"]}
    assert fields["sikkerhed"]["type"] == "number"
    assert "giver samme svar" in fields["sikkerhed"]["description"]

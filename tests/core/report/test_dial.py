"""The dial as a report holds it: JSON that nothing breaks out of, small, and what can be moved how far."""

import base64
import json

import numpy as np
import pytest
from builders import classified, house, plots_in_a_row, settings
from designation_reports import a_report

from lyngby_heritage.core.designation.dial import make_dial
from lyngby_heritage.core.report.classification import render
from lyngby_heritage.core.report.dial import FARTHER, NEW_RUN, NO_PARCELS, dial_page, dial_payload, json_in_script

TABLE = [house(0, id="a", save=4), house(20, id="b", save=4), house(40, id="c", save=5)]


def payload(table=TABLE, names=None, parcels=None, **chosen):
    given = settings(**chosen)
    run = classified(table, parcels=parcels, **chosen)
    made = make_dial(run, given, names or [row["id"] for row in table], np.zeros(len(table), dtype=bool))
    return dial_payload(made, given.basis(parcels is not None, (), ()))


def page(names=("a", "b", "c")):
    given = settings()
    made = make_dial(classified(TABLE), given, names, np.zeros(3, dtype=bool))
    return dial_page(made, given.basis(False, (), ()))


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "\u2028", "&lt;", "Æ\"'\\"])
def test_a_text_stays_a_text(text):
    written = json_in_script({"name": text})
    assert json.loads(written) == {"name": text}
    assert not set(written) & {"<", ">", "&", "\u2028"}


def test_names_share_their_towns():
    names = ["Bredevej 9, 2830 Virum", "Bredevej 10, 2830 Virum", "b7"]
    fours = payload([house(20 * i, id=str(i), save=4) for i in range(3)], names)["fours"]
    assert (fours["names"], fours["towns"]) == (["Bredevej 9", "Bredevej 10", "b7"], [", 2830 Virum", ""])
    assert np.frombuffer(base64.b64decode(fours["town"]), "<u2").tolist() == [0, 0, 1]


def test_places_are_within_a_decimetre():
    fours = payload()["fours"]
    x = np.frombuffer(base64.b64decode(fours["x"]), "<u2") * fours["unit"] + fours["origin"][0]
    assert x.tolist() == pytest.approx([5.0, 25.0], abs=0.05)


def test_what_can_be_moved_and_how_far():
    limits = payload(method=3)["limits"]
    movable = {name for name, one in limits.items() if one["movable"]}
    assert movable == {
        *("UNIFORM_SHARE", "SIMILARITY", "YEAR_TOLERANCE", "MIN_NEIGHBOURS", "VALUE4_RULE", "NEIGHBOUR_DISTANCE"),
    }
    assert limits["NEIGHBOUR_DISTANCE"]["values"] == [float(one) for one in range(101)]
    assert limits["NEIGHBOUR_DISTANCE"]["why"] == FARTHER
    assert limits["AREA_TOLERANCE"]["why"] == limits["MIN_ATTRIBUTES"]["why"] == NEW_RUN
    assert limits["NEIGHBOUR_METHOD"]["values"] == [3]
    assert limits["NEIGHBOUR_METHOD"]["why"] == limits["OPPOSITE_DISTANCE"]["why"] == NO_PARCELS


def test_with_parcels_the_methods_can_be_moved_too():
    limits = payload(parcels=plots_in_a_row(3), method=0)["limits"]
    assert limits["NEIGHBOUR_METHOD"]["values"] == [1, 2, 3]
    assert limits["NEIGHBOUR_METHOD"]["chosen"] == 1
    assert limits["OPPOSITE_DISTANCE"]["values"] == [float(one) for one in range(41)]


def test_a_number_that_was_chosen_beyond_the_slider_makes_it_longer():
    limits = payload(min_neighbours=14, year_tolerance=300)["limits"]
    assert (limits["MIN_NEIGHBOURS"]["max"], limits["YEAR_TOLERANCE"]["max"]) == (14, 300.0)


def test_only_the_scripts_of_the_dial_may_run():
    made = page()
    text = render(a_report(dial=made))
    assert f"; script-src {made.hashes}" in text
    assert made.hashes.count("'sha256-") == len(made.scripts) == text.count("<script>")
    assert "script-src" not in render(a_report())


def test_without_a_dial_the_page_is_as_it_was():
    assert "dial-data" not in render(a_report())
    assert dial_page(None, settings().basis(False, (), ())) is None


def test_a_page_whose_neighbours_do_not_fit_says_so():
    text = render(a_report(too_many_neighbours=True))
    assert "Bygningerne med SAVE-værdi 4 har flere naboer, end filen har plads til." in text
    assert "flere naboer" not in render(a_report()) + render(a_report(dial=page()))


def test_a_pair_takes_five_bytes_and_a_building_no_more_than_its_name_and_forty():
    """So 40,000 buildings of value 4 stay under 10 MB with the map beside them: the room is reckoned by it."""
    count = 900
    table = [house(20 * (i % 30), 20 * (i // 30), id=str(i), save=4) for i in range(count)]
    found = payload(table, ["Ved Smedebakken 12, 2800 Kongens Lyngby"] * count, method=3)
    pairs = found["pairs"]["distance"]
    carried = len(base64.b64decode(pairs["step"]))
    assert carried > 60 * count
    assert len(json_in_script(pairs)) < 4 / 3 * 5 * carried + 3 * count + 200
    found["pairs"] = None
    assert len(json_in_script(found)) < count * (len('"Ved Smedebakken 12",') + 40) + 5_000

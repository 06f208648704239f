"""The dial of a report in a real browser: it says what a run of the tool says, at whatever is chosen."""

import random

import numpy as np
import pytest
from builders import NONE, classified, house, settings
from designation_reports import a_report
from dial_cases import COUNT, of_a_run, rolled_settings, said_by_a_run
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.designation.dial import make_dial
from lyngby_heritage.core.report.classification import render
from lyngby_heritage.core.report.dial import dial_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


def villas(rolled):
    """A hundred and twenty houses that stand askew, some at whole metres from one another, on no known parcels."""
    return [
        house(
            720_000 + 25 * (i % 12) + rolled.choice((0, 0, rolled.random() * 9)),
            6_187_000 + 30 * (i // 12) + rolled.choice((0, 0, rolled.random() * 12)),
            id=f"h{i}",
            save=rolled.choice((None, 2, 4, 4, 4, 4, 5)),
            year=rolled.choice((1900, 1908, 1910, 1930, NONE)),
            wall=rolled.choice((1, 1, 2, NONE)),
            roof=rolled.choice((5, 5, 3)),
            use=rolled.choice((120, 120, 130, 910, NONE)),
            storeys=rolled.choice((1, 1, 2)),
            standing=rolled.choice((0, 0, 0, 1)),
            property=rolled.choice((None, None, "a", "b", "c")),
        )
        for i in range(120)
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_layer_without_parcels_comes_out_as_runs_have_it(browser, tmp_path, seed):
    rolled = random.Random(seed)
    table, decisions = villas(rolled), {"h3": True, "h40": False}
    base = settings(method=3, neighbour_distance=32.5)
    run = classified(table, decisions=decisions, method=3, neighbour_distance=32.5)
    names = ["</script><!-- Å" for _ in table]
    dial = make_dial(run, base, names, np.zeros(len(table), dtype=bool))
    page = tmp_path / "rapport.html"
    page.write_text(render(a_report(dial=dial_page(dial, base.basis(False, (), ())))), encoding="utf-8")
    browser.open(page.as_uri())
    tried = rolled_settings(rolled, 100, methods=(3,), metres=[*range(101), 32.5])
    for settings_tried, found in zip(tried, browser.run(COUNT, tried)):
        again = of_a_run(settings_tried)
        expected = classified(
            table,
            decisions=decisions,
            rule=again.rule,
            method=3,
            neighbour_distance=again.neighbour_distance,
            uniform_share=again.thresholds.uniform_share,
            similarity=again.thresholds.similarity,
            year_tolerance=again.thresholds.year_tolerance,
            min_neighbours=again.thresholds.min_neighbours,
        )
        assert found == said_by_a_run(expected, dial.rows), settings_tried
    name = browser.run('return Dial.read(JSON.parse(document.getElementById("dial-data").textContent)).name(0)')
    assert name == "</script><!-- Å"
    assert browser.messages() == []


def test_what_a_building_turns_at_is_where_it_turns(browser, tmp_path):
    rolled = random.Random(7)
    table = villas(rolled)
    base = settings(method=3)
    dial = make_dial(classified(table, method=3), base, ["" for _ in table], np.zeros(len(table), dtype=bool))
    page = tmp_path / "rapport.html"
    page.write_text(render(a_report(dial=dial_page(dial, base.basis(False, (), ())))), encoding="utf-8")
    browser.open(page.as_uri())
    tried = rolled_settings(rolled, 60, methods=(3,))
    turned = browser.run(TURNS, tried)
    assert turned["wrong"] == []
    assert all(count > 50 for count in turned["told"].values()), turned["told"]


# Designated at the value, and no more one step beyond it; a null is right where the ends of the slider agree.
TURNS = """
const model = Dial.read(JSON.parse(document.getElementById("dial-data").textContent));
const wrong = [], told = {UNIFORM_SHARE: 0, SIMILARITY: 0, YEAR_TOLERANCE: 0, MIN_NEIGHBOURS: 0};
for (const settings of arguments[0]) {
  for (let i = 0; i < model.n; i++) {
    const said = Dial.explain(model, i, settings);
    if (said.outcome !== Dial.outcome(model, settings)[i]) wrong.push(["outcome", i, settings]);
    for (const [name, turn] of Object.entries(said.turns)) {
      const at = (value) => Dial.explain(model, i, {...settings, [name]: value}).outcome === 1;
      const {min, max} = model.limits[name];
      if (turn === null) {
        if (at(min) !== at(max)) wrong.push(["null", name, i, settings]);
        continue;
      }
      told[name]++;
      const step = name === "YEAR_TOLERANCE" || name === "MIN_NEIGHBOURS" ? 1 : 1e-6;
      const beyond = turn.value + (turn.when === "at_most" ? step : -step);
      if (!at(turn.value) || at(beyond)) wrong.push([name, turn, i, settings]);
    }
  }
}
return {wrong: wrong.slice(0, 3), told};
"""

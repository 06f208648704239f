"""The report on a comparison of two designations: its counts and its words."""

from collections import Counter

from profiles import profile_in

from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.comparison.outcome import ChangedBuilding, ComparisonOutcome, Standing
from lyngby_heritage.core.report.comparison import ComparisonReport, render

WAS, NOW, NOT_THERE = (
    Standing(True, "ikke_udpeget", False),
    Standing(True, "til_vurdering", False),
    Standing(False, None, None),
)
LEGENDS = ["Samme udfald, andet grundlag", "Ikke udpeget og ny i data", "Ikke udpeget og ikke længere i data"]


def page(*moves, map_png=None):
    """The report on buildings that went from what to what; none of them is designated."""
    outcome = ComparisonOutcome(
        Counter({("aendret_grundlag", False): len(moves)}),
        Counter(moves),
        [ChangedBuilding(f"Åvej {i}", "aendret_grundlag", *move, "Derfor.") for i, move in enumerate(moves, start=1)],
    )
    report = ComparisonReport("Ændringer", (), (), (), (), "i dag", map_png, "før", "nu", outcome)
    return " ".join(render(report).replace("\xa0", " ").replace("\u2060", "").split())


def test_what_only_one_layer_has_is_counted_apart_from_what_changed_its_ground():
    found = page((WAS, NOW), (NOT_THERE, WAS), (NOT_THERE, NOW), (WAS, NOT_THERE))
    assert "For 1 bygning er udfaldet det samme, men på et andet grundlag." in found
    assert "2 bygninger, der ikke er udpeget, er nye i data og har intet grundlag før." in found
    assert "1 bygning, der ikke var udpeget, findes ikke længere i data." in found
    assert '<th scope="row">heraf nye i data, uden grundlag før</th><td class="n">2</td>' in found
    assert "<dt>er ikke udpeget og kun i det ene lag</dt><dd>3</dd>" in found


def test_the_maps_legend_has_what_only_one_layer_has_by_itself():
    def legend(*moves):
        found = page(*moves, map_png=b"png")
        return [one for one in LEGENDS if f"</svg>{one}</li>" in found.replace("</svg> ", "</svg>")]

    assert legend((WAS, NOW), (NOT_THERE, NOW)) == LEGENDS[:2]
    assert legend((NOT_THERE, WAS), (WAS, NOT_THERE)) == LEGENDS[1:]
    assert legend((WAS, NOW)) == LEGENDS[:1]


def test_where_both_layers_have_every_building_nothing_is_said_of_one_layer():
    found = page((WAS, NOW))
    assert "kun i det ene lag</dt>" not in found
    assert "er nye i data og" not in found
    assert "heraf nye i data" not in found


def test_what_is_left_out_of_a_list_agrees_with_its_number(tmp_path):
    with in_force(read_profile(profile_in(tmp_path, {"rules/comparison_texts.json": {"most_listed": 1}}))):
        assert "1 bygning mere er ikke vist her; den står i kortlaget." in page(*[(WAS, NOW)] * 2)
        assert "2 bygninger mere er ikke vist her; de står i kortlaget." in page(*[(WAS, NOW)] * 3)

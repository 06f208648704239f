"""What each layer told goes into the metadata and comes out again; what is damaged is left out."""

from lyngby_heritage.core.landscape.layer_results import EMPTY, READ, UNNAMED, LayerResult
from lyngby_heritage.core.landscape.layers_told import LayerTold, layers_told, read_told, told_pairs, told_summary

CODES = ["fredning", "lavbund"]
RESULTS = [
    LayerResult("fredede_omr", 0, READ, 3, 3, ""),
    LayerResult('lavbund "gl."; 2', 1, EMPTY, 0, 0, "Laget er tomt"),
    LayerResult("veje", None, UNNAMED, 9, 0, "kendes ikke"),
    LayerResult("", 1, "ikke_givet", 0, 0, ""),
]


def test_of_each_layer_with_a_theme_its_outcome_and_its_day():
    told = layers_told(RESULTS, CODES, ["2026-03-12"])
    assert told == [
        LayerTold("fredning", "fredede_omr", READ, "2026-03-12"),
        LayerTold("lavbund", 'lavbund "gl."; 2', EMPTY, ""),
    ]
    assert [one.tells for one in told] == [True, False]


def test_it_is_read_from_the_pairs_again():
    told = layers_told(RESULTS, CODES, ["2026-03-12", "2026-04-01"])
    assert read_told(told_pairs(told)) == told


def test_the_pairs_are_written_as_people_read_them():
    assert told_pairs(layers_told(RESULTS, CODES, ["2026-03-12"])) == [
        ("LAG 1", "fredning; laest; 2026-03-12; fredede_omr"),
        ("LAG 2", 'lavbund; tomt; uden dato; lavbund "gl."; 2'),
    ]


def test_what_is_no_layer_or_is_damaged_is_left_out():
    pairs = [
        ("HIGH_VALUES", "1 2 3"),
        ("LAG 1", "fredning; laest"),
        ("LAG 2", ""),
        ("LAG 3", None),
        ("LAG 4", "a;b;c;d"),
    ]
    assert read_told(pairs) == []


def test_people_read_a_line_for_each():
    assert told_summary(layers_told(RESULTS, CODES, ["2026-03-12"])).splitlines() == [
        "Landskab og kulturarv (maplandscape).",
        "fredning: fredede_omr (2026-03-12), laest",
        'lavbund: lavbund "gl."; 2, tomt',
    ]

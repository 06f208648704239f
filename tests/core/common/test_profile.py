"""A profile holds for one run: in its own thread, until it ends, and in nothing that is kept for the next."""

import ast
from concurrent.futures import ThreadPoolExecutor

import pytest
from profiles import profile_in

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.law import references
from lyngby_heritage.core.common.profile import current, in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.designation.chosen_values import designation_texts, said
from lyngby_heritage.core.plot_ratio.rules import rule
from lyngby_heritage.core.registers.aliases import is_known_name
from lyngby_heritage.core.registers.codes import codes_by_label, label
from lyngby_heritage.paths import PLUGIN


@pytest.fixture
def profile(tmp_path):
    files = {
        "rules/designation.json": {"high_values": [1, 2, 3, 4], "neighbour_value": 5},
        "rules/designation_texts.json": {"classes": [{"key": "vaerdi_1_3", "name": "Høj ({high_values})"}]},
        "rules/plot_ratio.json": {"most_exceeded": 3},
        "registers/bbr_codes.json": {"use": {"120": "Villa", "777": "Vandtårn"}},
        "registers/fields.json": {"save_value": ["vores_save"]},
    }
    return read_profile(profile_in(tmp_path / "vores", files))


def told():
    return (
        said("{high_values}, {neighbour_value}"),
        designation_texts()["classes"][0]["name"],
        rule("most_exceeded"),
        label("use", 120),
        codes_by_label("use").get("vandtårn"),
        is_known_name("VORES_SAVE"),
    )


def test_what_is_kept_is_kept_for_each_profile(profile):
    before = told()
    with in_force(profile):
        assert told() == ("1–4, 5", "Høj (1–4)", 3, "Villa", 777, True)
    assert told() == before == ("1–3, 4", "SAVE-værdi 1–3", 20, label("use", 120), None, False)


def test_an_error_leaves_nothing_in_force(profile):
    with pytest.raises(ZeroDivisionError), in_force(profile):
        1 / 0  # noqa: B018
    assert current() is None


def test_another_thread_knows_nothing_of_it(profile):
    with in_force(profile), ThreadPoolExecutor(1) as other:
        assert load("rules/designation.json")["neighbour_value"] == 5
        assert other.submit(lambda: (current(), load("rules/designation.json")["neighbour_value"])).result() == (
            None,
            4,
        )


def test_runs_in_two_threads_go_by_their_own(profile, tmp_path):
    other = read_profile(profile_in(tmp_path / "andre", {"rules/designation.json": {"neighbour_value": 9}}))

    def value(one):
        with in_force(one):
            return [load("rules/designation.json")["neighbour_value"] for _ in range(2_000)]

    with ThreadPoolExecutor(2) as threads:
        assert [set(one) for one in threads.map(value, (profile, other))] == [{5}, {9}]


def test_nothing_read_from_the_data_is_cached_for_all_profiles():
    """functools.cache would give one municipality what another's run had read: data.cached keeps them apart."""
    kept = []
    for path in PLUGIN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and path.name not in ("data.py", "profile_reading.py"):
                decorators = {
                    name.id for one in node.decorator_list for name in ast.walk(one) if isinstance(name, ast.Name)
                }
                called = {
                    one.func.id
                    for one in ast.walk(node)
                    if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
                }
                if decorators & {"cache", "lru_cache"} and called & {"load", "texts_of", "designation_texts", "rule"}:
                    kept.append(f"{path.relative_to(PLUGIN)}: {node.name}")
    assert kept == []


def test_a_number_of_the_law_that_the_municipality_has_looked_up_is_cited(tmp_path):
    looked_up = {"detail": "nr. 22", "source": "retsinformation.dk", "date": "2027-01", "verified": True}
    profile = read_profile(profile_in(tmp_path / "a", {"rules/law.json": {"references": {"preservation": looked_up}}}))
    assert str(references()["preservation"]) == "planlovens § 15, stk. 2"
    with in_force(profile):
        assert str(references()["preservation"]) == "planlovens § 15, stk. 2, nr. 22"
    assert str(references()["preservation"]) == "planlovens § 15, stk. 2"

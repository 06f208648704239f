"""A municipality's profile is read, or refused with the file, the place in it, what stands there and what may."""

import json
import re

import pytest
from profiles import profile_in

from lyngby_heritage.core.common.data import as_shipped, load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import (
    DECIDED,
    MANIFEST,
    OF_ONE_MUNICIPALITY,
    PROFILES,
    built_in_profile,
    merged,
    places_of,
    profile_named,
    read_profile,
    shipped,
)

DESIGNATION, PLOT_RATIO = "rules/designation.json", "rules/plot_ratio.json"
TEXTS, PLAN, WEB = "rules/designation_texts.json", "rules/lokalplan.json", "web/settings.json"
VALIDATION, CATALOGUE = "rules/validation.json", "themes/catalogue.json"


def test_a_profile_says_whose_it_is_and_changes_what_it_names(tmp_path):
    folder = profile_in(
        tmp_path / "vores",
        {DESIGNATION: {"high_values": [1, 2], "neighbour_value": 3}},
        navn="Vores Kommune",
        kommunekode="190",
        kilde="Byrådet, 1. maj",
        parametre={"VALUE4_RULE": 1, "_VALUE4_RULE": "en bemærkning"},
        kilder=[{"om": "VALUE4_RULE", "kilde": "Byrådet", "bekraeftet": False, "note": "se bilag"}],
    )
    profile = read_profile(folder)
    assert (profile.name, profile.version, profile.municipality) == ("Vores Kommune", "7", "0190")
    assert (profile.source, profile.parameters) == ("Byrådet, 1. maj", {"VALUE4_RULE": 1})
    assert [(one.about, one.verified, one.note) for one in profile.sources] == [("VALUE4_RULE", False, "se bilag")]
    with in_force(profile):
        assert load(DESIGNATION)["high_values"] == [1, 2]
        assert load(DESIGNATION)["thresholds"] == as_shipped(DESIGNATION)["thresholds"]
        assert load(PLOT_RATIO) is as_shipped(PLOT_RATIO)
    assert load(DESIGNATION)["high_values"] == [1, 2, 3]


@pytest.mark.parametrize(
    ("base", "change", "expected"),
    [
        ({"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"c": 3}}, {"a": {"b": 1, "c": 3}}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({"a": 1, "_a": "remark"}, {"_a": "another", "a": 2}, {"a": 2, "_a": "remark"}),
        (
            [{"key": "x", "v": 1}, {"key": "y", "v": 2}],
            [{"key": "y", "v": 3}],
            [{"key": "x", "v": 1}, {"key": "y", "v": 3}],
        ),
        ([{"code": "x", "v": 1}], [{"code": "z", "v": 9}], [{"code": "x", "v": 1}, {"code": "z", "v": 9}]),
        ([{"t": "x"}, {"t": "y"}], [{"t": "z"}], [{"t": "z"}]),
        (
            {"a": {"colours": {"x": "#111111"}}},
            {"a": {"colours": {"y": "#222222"}}},
            {"a": {"colours": {"x": "#111111", "y": "#222222"}}},
        ),
    ],
)
def test_what_laying_over_means(base, change, expected):
    assert merged(base, change) == expected


# File → content, and what the message must hold: the file, the place, what stands there, what is expected.
WRONG = [
    ({DESIGNATION: {"high_value": [1]}}, (DESIGNATION, "high_value", '"high_values"')),
    ({DESIGNATION: {"high_values": "1-3"}}, (DESIGNATION, "high_values", "1-3", "[…]")),
    ({DESIGNATION: {"high_values": [0]}}, (DESIGNATION, "high_values[0]", "0", "1 – 9")),
    ({DESIGNATION: {"high_values": [1, 2.5]}}, (DESIGNATION, "high_values[1]", "2.5", "1 – 9")),
    ({DESIGNATION: {"thresholds": {"SIMILARITY": "0,75"}}}, (DESIGNATION, "thresholds.SIMILARITY", "0,75")),
    ({DESIGNATION: {"thresholds": {"SIMILARITET": 1}}}, (DESIGNATION, "thresholds", "SIMILARITET", '"SIMILARITY"')),
    ({DESIGNATION: {"thresholds": {"SIMILARITY": True}}}, (DESIGNATION, "thresholds.SIMILARITY", "true")),
    ({DESIGNATION: []}, (DESIGNATION, "[]", "{")),
    ({DESIGNATION: "{"}, (DESIGNATION, "JSON")),
    ({DESIGNATION: '{"neighbour_value": 4, "neighbour_value": 5}'}, (DESIGNATION, "neighbour_value", "2 ×")),
    ({DESIGNATION: '{"neighbour_value": NaN}'}, (DESIGNATION, "NaN")),
    ({DESIGNATION: b'{"neighbour_value": 4, "_x": "\xe6"}'}, (DESIGNATION, "UTF-8")),
    ({TEXTS: {"classes": [{"key": "vaerdi_1_3", "fill": "red"}]}}, (TEXTS, "classes[0].fill", "red", "#8a2f78")),
    (
        {TEXTS: {"classes": [{"key": "vaerdi_2", "fill": "#112233"}]}},
        (TEXTS, "classes[0].key", "vaerdi_2", "vaerdi_1_3"),
    ),
    ({TEXTS: {"classes": [{"fill": "#112233"}]}}, (TEXTS, "classes[0]", "fill", '"key"')),
    ({TEXTS: {"classes": [{"key": "vaerdi_1_3"}, {"key": "vaerdi_1_3"}]}}, (TEXTS, "classes[1].key", "vaerdi_1_3")),
    (
        {TEXTS: {"classes": [{"key": "vaerdi_1_3", "name": "{vaerdi}"}]}},
        (TEXTS, "classes[0].name", "{vaerdi}", "{high_values}"),
    ),
    ({TEXTS: {"classes": [{"key": "vaerdi_1_3", "name": "{"}]}}, (TEXTS, "classes[0].name", "{")),
    ({TEXTS: {"accent": ""}}, (TEXTS, "accent")),
    (
        {PLAN: {"tables": {"bygninger": {"parameter": "BYGNINGER"}}}},
        (PLAN, "tables.bygninger.parameter", "BYGNINGER", "BUILDINGS"),
    ),
    ({PLOT_RATIO: {"rule_sets": [{"code": "BR30", "name": "x"}]}}, (PLOT_RATIO, "rule_sets[0].code", "BR30", "BR18")),
    (
        {PLOT_RATIO: {"rule_sets": [{"code": "BR18", "adopted_before": "1. maj"}]}},
        (PLOT_RATIO, "rule_sets[0].adopted_before", "1. maj", "2018-01-01"),
    ),
    ({"rules/ensembles.json": {"road_share": 2}}, ("rules/ensembles.json", "road_share", "2", "0 – 1")),
    ({"rules/plots.json": {"adjoining_tolerance_m": -1}}, ("rules/plots.json", "adjoining_tolerance_m", "-1", "≥ 0")),
    ({CATALOGUE: {"themes": [{"code": "bryggerier", "name": "Bryggerier"}]}}, (CATALOGUE, "themes[0]", "english")),
    ({"rules/designationer.json": {}}, ("rules/designationer.json", DESIGNATION)),
    ({"sample/names.json": {}}, ("sample/names.json",)),
    ({"templates/raport.html.j2": ""}, ("templates/raport.html.j2", "templates/base.html.j2")),
]


@pytest.mark.parametrize(("files", "said"), WRONG)
def test_a_wrong_file_is_refused_with_its_place(tmp_path, files, said):
    with pytest.raises(HeritageError) as refused:
        read_profile(profile_in(tmp_path / "vores", files))
    assert [one for one in ("vores", *said) if one not in str(refused.value)] == [], str(refused.value)


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ({"navn": ""}, ("navn", "…")),
        ({"navn": None}, ("navn", "null")),
        ({"kommunekode": 190}, ("kommunekode", "190", '"0173"')),
        ({"kommunekode": "Lyngby"}, ("kommunekode", "Lyngby")),
        ({"versoin": "1"}, ("versoin", '"version"')),
        ({"parametre": {"VALUE4_RULE": {}}}, ("parametre.VALUE4_RULE", "{}")),
        ({"kilder": [{"om": "x", "kilde": "y"}]}, ("kilder[0]", '"bekraeftet"')),
        ({"kilder": [{"om": "x", "kilde": "y", "bekraeftet": "ja"}]}, ("kilder[0].bekraeftet", "ja", "true, false")),
        ({"logo": "logo.png"}, ("logo", "logo.png", "*.svg")),
        ({"logo": "../udenfor.svg"}, ("logo", "../udenfor.svg")),
        ({"logo": "logo.exe"}, ("logo", "logo.exe", "*.png")),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_place(tmp_path, manifest, said):
    (tmp_path / "udenfor.svg").write_text("<svg/>", encoding="utf-8")
    with pytest.raises(HeritageError) as refused:
        read_profile(profile_in(tmp_path / "vores", {"logo.exe": b"x"}, **manifest))
    assert [one for one in (MANIFEST, *said) if one not in str(refused.value)] == [], str(refused.value)


def test_a_parameter_that_is_set_twice_is_refused(tmp_path):
    folder = profile_in(
        tmp_path / "vores", {DESIGNATION: {"thresholds": {"SIMILARITY": 0.5}}}, parametre={"SIMILARITY": 0.6}
    )
    with pytest.raises(HeritageError, match=r"SIMILARITY stands both .*thresholds\.SIMILARITY"):
        read_profile(folder)


def test_a_folder_without_a_manifest_and_a_name_that_there_is_not_are_refused(tmp_path):
    with pytest.raises(HeritageError, match=r"no profile\.json"):
        profile_named(str(tmp_path), tmp_path)
    with pytest.raises(HeritageError, match=r"no folder .*ukendt.*indbygget, furesoe"):
        profile_named("ukendt", tmp_path)


@pytest.mark.parametrize("given", ["vores", "vores/profile.json", "{}/vores", " vores "])
def test_a_profile_is_named_by_its_folder(tmp_path, given):
    profile_in(tmp_path / "vores")
    assert profile_named(given.format(tmp_path), tmp_path).name == "Prøve Kommune"


def test_the_checksum_follows_the_content_and_nothing_else(tmp_path):
    one = read_profile(profile_in(tmp_path / "a", {DESIGNATION: {"neighbour_value": 4}}))
    same = read_profile(profile_in(tmp_path / "b", {DESIGNATION: {"neighbour_value": 4}, "noter.md": "til os selv"}))
    other = read_profile(profile_in(tmp_path / "c", {DESIGNATION: {"neighbour_value": 5}}))
    assert one.checksum == same.checksum != other.checksum
    assert len({one.checksum, other.checksum, built_in_profile().checksum}) == 3


def test_what_nothing_reads_is_told(tmp_path):
    profile = read_profile(
        profile_in(tmp_path / "a", {"rules/designation.jsn": "{}", "LAES_MIG.md": "", ".x/y.json": ""})
    )
    assert profile.unread == ("rules/designation.jsn",)


def test_another_municipality_inherits_no_place_of_lyngby_taarbaek(tmp_path):
    told = json.dumps(as_shipped(OF_ONE_MUNICIPALITY), ensure_ascii=False)
    assert "Mølleåen" in told
    for code, inherits in (("0190", False), ("0173", True), ("", False)):
        folder = profile_in(tmp_path / f"p{code}", **({"kommunekode": code} if code else {}))
        with in_force(read_profile(folder)):
            assert bool(load(OF_ONE_MUNICIPALITY)["places"]) is inherits
    own = {
        "places": [{"theme": "geologi", "names": ["Bakken"], "note": "Vores bakke.", "source": "x", "certain": True}]
    }
    with in_force(read_profile(profile_in(tmp_path / "egne", {OF_ONE_MUNICIPALITY: own}, kommunekode="0190"))):
        assert [one["names"] for one in load(OF_ONE_MUNICIPALITY)["places"]] == [["Bakken"]]
        assert load(OF_ONE_MUNICIPALITY)["aliases"] == {}


def test_a_theme_bears_the_name_of_a_place_of_lyngby_taarbaek_in_its_own_profile_alone(tmp_path):
    def names(profile=None):
        with in_force(profile or built_in_profile()):
            called = {one["code"]: one["name"] for one in load(CATALOGUE)["themes"]}
            return called["moelleaadal"], called["dyrehave"]

    here = ("Mølleådalen med sidedale", "Dyrehaven (Parforcejagtlandskabet)")
    elsewhere = ("Ådal med sidedale", "Dyrehave (parforcejagtlandskab)")
    assert names() == elsewhere  # no profile says whose the plan is: the sample's is nobody's
    assert names(read_profile(profile_in(tmp_path / "anden", kommunekode="0190"))) == elsewhere
    assert names(read_profile(profile_in(tmp_path / "ingen"))) == elsewhere
    assert names(read_profile(profile_in(tmp_path / "egen", kommunekode="173"))) == here
    assert names(read_profile(PROFILES / "lyngby_taarbaek")) == here
    own = {CATALOGUE: {"themes": [{"code": "dyrehave", "name": "Dyrehaven og Hegnet"}]}}
    assert names(read_profile(profile_in(tmp_path / "navn", own, kommunekode="0173"))) == (
        here[0],
        "Dyrehaven og Hegnet",
    )


def test_another_municipality_is_told_whose_decisions_it_takes(tmp_path):
    given = profile_in(
        tmp_path / "a",
        {DESIGNATION: {"high_values": [1]}, PLOT_RATIO: {"defaults": {"MAX_STOREYS": 2}}},
        kommunekode="0190",
        parametre={"MAX_PLOT_RATIO": 25},
    )
    assert read_profile(given).inherited == (
        "rules/designation.json: neighbour_value",
        "rules/plot_ratio.json: defaults.TWO_STOREY_LIMIT",
        "VALUE4_RULE",
    )
    assert len(read_profile(profile_in(tmp_path / "b")).inherited) == len(DECIDED)
    assert read_profile(profile_in(tmp_path / "c", kommunekode="173")).inherited == ()


def test_the_profiles_that_come_with_the_plugin():
    assert shipped() == ["furesoe", "gentofte", "gladsaxe", "lyngby_taarbaek", "roedovre", "rudersdal"]
    codes = {name: read_profile(PROFILES / name).municipality for name in shipped()}
    assert codes == {
        "furesoe": "0190",
        "gentofte": "0157",
        "gladsaxe": "0159",
        "lyngby_taarbaek": "0173",
        "roedovre": "0175",
        "rudersdal": "0230",
    }


@pytest.mark.parametrize("name", shipped())
def test_every_value_of_a_shipped_profile_has_its_source(name):
    folder = PROFILES / name
    profile = read_profile(folder)
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*.json") if path.name != MANIFEST]
    said = {
        f"{file}: {place}"
        for file in files
        for place in places_of(json.loads((folder / file).read_text(encoding="utf-8")))
    }
    assert {one.about for one in profile.sources} == said | set(profile.parameters) | {"kommunekode"}
    assert (profile.inherited, profile.unread) == ((), ())
    told = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.json"))
    assert name == "lyngby_taarbaek" or not [one for one in ("Lyngby", "Taarb", "0173", "Mølleå") if one in told]


@pytest.mark.parametrize(
    ("name", "high", "rule", "ratio", "storeys"),
    [
        ("lyngby_taarbaek", [1, 2, 3], 0, 30, 1.5),
        ("furesoe", [2, 3], 1, 30, 2),
        ("rudersdal", [1, 2, 3], 3, 30, 2),
        ("gentofte", [1, 2, 3], 3, 25, 2),
        ("roedovre", [1, 2, 3], 2, 30, 2),
        ("gladsaxe", [1, 2, 3], 4, 30, 2),
    ],
)
def test_what_the_shipped_profiles_say(name, high, rule, ratio, storeys):
    profile = read_profile(PROFILES / name)
    with in_force(profile):
        rules, limits = load(DESIGNATION), load(PLOT_RATIO)["defaults"]
    assert (rules["high_values"], profile.parameters["VALUE4_RULE"]) == (high, rule)
    assert (limits["MAX_PLOT_RATIO"], limits["MAX_STOREYS"]) == (ratio, storeys)


def test_what_is_not_verified_is_marked():
    marked = {
        name: [one.about for one in read_profile(PROFILES / name).sources if not one.verified] for name in shipped()
    }
    assert {name: places for name, places in marked.items() if places} == {
        "gentofte": ["rules/plot_ratio.json: defaults.MAX_PLOT_RATIO"],
        "roedovre": ["rules/designation.json: attached_uses"],
    }


def test_no_note_calls_a_rule_by_a_number_that_no_report_shows():
    told = [one.note for name in shipped() for one in read_profile(PROFILES / name).sources]
    assert [one for one in told if re.search(r"\b[Rr]egel \d", one)] == []


def test_lyngby_taarbaeks_profile_is_what_is_built_in():
    with in_force(read_profile(PROFILES / "lyngby_taarbaek")):
        assert load(DESIGNATION) == as_shipped(DESIGNATION)
        assert load(PLOT_RATIO) == as_shipped(PLOT_RATIO)
        assert load(OF_ONE_MUNICIPALITY) == as_shipped(OF_ONE_MUNICIPALITY)

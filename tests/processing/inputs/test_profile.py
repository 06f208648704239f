"""Which profile a run goes by, what it makes of the parameters, and where it is told."""

import json
import sqlite3
from contextlib import closing

import pytest
from conftest import read_layer, write_layer
from profiles import profile_in
from qgis.core import QgsProcessingContext, QgsProject, QgsSettings

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.profile import current
from lyngby_heritage.core.common.profile_reading import built_in_profile, read_profile
from lyngby_heritage.processing.base import HeritageAlgorithm
from lyngby_heritage.processing.inputs import profile as profiles
from lyngby_heritage.processing.tools.check_plot_ratio import CheckPlotRatio
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings
from lyngby_heritage.processing.tools.provider import TOOLS

FIELDS = ("bygning_id:text", "save_vaerdi:int", "anvendelse:int", "opfoerelsesaar:int")
RULES = "rules/designation.json"


def square(x):
    return f"POLYGON(({x} 0,{x + 10} 0,{x + 10} 10,{x} 10,{x} 0))".replace(" 0", " 6187000").replace(" 10", " 6187010")


@pytest.fixture
def buildings(tmp_path):
    """A 2 beside a 4 that is not like it: nothing by the built-in rule, and designated where a 2 lies near."""
    rows = [(square(720_000), "a", 2, 120, 1800), (square(720_020), "b", 4, 120, 1950)]
    return write_layer(tmp_path / "byg.gpkg", "bygninger", rows, FIELDS)


@pytest.fixture
def vores(tmp_path):
    """As Furesø's Lokalplan 162: values 2 and 3, and a 4 that lies near one of them."""
    return profile_in(
        tmp_path / "vores",
        {RULES: {"high_values": [2, 3], "thresholds": {"UNIFORM_SHARE": 0.7}}},
        navn="Vores Kommune",
        version="2.1",
        kommunekode="0190",
        parametre={"VALUE4_RULE": 1},
        kilder=[{"om": "VALUE4_RULE", "kilde": "Lokalplan 162", "bekraeftet": False}],
    )


@pytest.fixture
def settings():
    yield QgsSettings()
    QgsSettings().remove(profiles.SETTING)


def grounds(path):
    return [one["udpegning"] for one in read_layer(path)]


@pytest.mark.real_start
def test_a_profile_decides_in_the_real_program_and_is_named(process, classify, buildings, vores, tmp_path):
    checksum = read_profile(vores).checksum
    plain = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "uden.gpkg")
    assert grounds(tmp_path / "uden.gpkg") == ["vaerdi_1_3", "til_vurdering"]
    assert f"Profile: indbygget, version 0.1.0, checksum {built_in_profile().checksum}" in plain.log
    done = classify(BUILDINGS=buildings, PROFILE=vores, OUTPUT=tmp_path / "ud.gpkg")
    assert grounds(tmp_path / "ud.gpkg") == ["vaerdi_1_3", "vaerdi_4_ensartet"]
    assert f"Profile: Vores Kommune, version 2.1, checksum {checksum} (parameter PROFILE)." in done.log
    assert "Not verified in the source itself: VALUE4_RULE." in done.log
    given = (f"BUILDINGS={tmp_path / 'ud.gpkg'}", f"PROFILE={vores}", f"FOLDER={tmp_path / 'pakke'}")
    package = process("run", "lyngby_heritage:exportlokalplan", "--", *given)
    assert package.code == 0, package.log
    run = koersel(tmp_path / "pakke")
    assert ("profil", "navn", "Vores Kommune") in run
    assert ("profil", "version", "2.1") in run
    assert ("profil", "kontrolsum", checksum) in run
    assert ("profil_kilde", "VALUE4_RULE", "Lokalplan 162 (ikke bekræftet)") in run
    assert ("parameter", "PROFILE", "vores") in run  # not in whose folder it lies
    named = f"Vores Kommune, version 2.1, kontrolsum {checksum}"
    assert {("udpegning", "VERSION Profil", named), ("udpegning", "VALUE4_RULE", "1")} <= set(run)


def koersel(folder):
    with closing(sqlite3.connect(folder / "kulturhistorisk_lokalplan.gpkg")) as database:
        return database.execute("SELECT emne, navn, vaerdi FROM koersel").fetchall()


def test_the_job_hands_its_profile_to_every_step(process, vores, tmp_path):
    sample = tmp_path / "proeve.gpkg"
    made = process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=60", f"OUTPUT={sample}")
    assert made.code == 0, made.log
    given = (f"INPUT={sample}", f"PROFILE={vores}", f"FOLDER={tmp_path / 'pakke'}")
    done = process("run", "lyngby_heritage:heritageplan", "--", *given)
    assert done.code == 0, done.log
    assert done.log.count("Profile: Vores Kommune") == 1  # not once for every step
    run = koersel(tmp_path / "pakke")
    told = [("VALUE4_RULE", "1"), ("HIGH_VALUES", "2 3"), ("UNIFORM_SHARE", "0.7")]
    assert {("udpegning", *one) for one in told} <= set(run)
    assert ("job_parameter", "UNIFORM_SHARE", "0.7") in run
    assert current() is None


def test_a_run_leaves_nothing_of_its_profile_to_the_next(classify, buildings, vores, tmp_path):
    found = []
    for number, given in enumerate(({"PROFILE": vores}, {}, {"PROFILE": "gladsaxe"}, {"PROFILE": "indbygget"})):
        done = classify(BUILDINGS=buildings, OUTPUT=tmp_path / f"ud{number}.gpkg", **given)
        assert done.code == 0, done.log
        found.append(grounds(tmp_path / f"ud{number}.gpkg")[1])
    assert found == ["vaerdi_4_ensartet", "til_vurdering", "ikke_udpeget", "til_vurdering"]


@pytest.mark.parametrize(
    ("given", "ground"),
    [
        ({}, "vaerdi_4_ensartet"),
        ({"VALUE4_RULE": 0}, "til_vurdering"),  # given, though it is what is built in
        ({"VALUE4_RULE": 4}, "ikke_udpeget"),
    ],
)
def test_a_parameter_that_is_given_wins_over_the_profile(classify, buildings, vores, tmp_path, given, ground):
    done = classify(BUILDINGS=buildings, PROFILE=vores, OUTPUT=tmp_path / "ud.gpkg", **given)
    assert done.code == 0, done.log
    assert grounds(tmp_path / "ud.gpkg")[1] == ground


# Where -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("desktop", [True, False])
@pytest.mark.parametrize(
    ("named", "taken"),
    [
        ("", ("indbygget", profiles.FROM_NOWHERE)),
        ("person", ("person", profiles.FROM_SETTING)),
        ("person variable", ("variable", profiles.FROM_VARIABLE)),
        ("person variable project", ("project", profiles.FROM_PROJECT)),
        ("person variable project parameter", ("parameter", profiles.FROM_PARAMETER)),
        ("person parameter", ("parameter", profiles.FROM_PARAMETER)),
        ("person project", ("project", profiles.FROM_PROJECT)),
    ],
)
def test_who_comes_first(qgis_app, monkeypatch, tmp_path, settings, desktop, named, taken):
    folders = {one: profile_in(tmp_path / one, navn=one) for one in named.split()}
    monkeypatch.setattr(profiles, "is_desktop", lambda: desktop)
    monkeypatch.delenv(profiles.VARIABLE, raising=False)
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    if "person" in folders:
        settings.setValue(profiles.SETTING, str(folders["person"]))
    if "variable" in folders:
        monkeypatch.setenv(profiles.VARIABLE, str(folders["variable"]))
    if "project" in folders:
        project.writeEntry(*profiles.PROJECT_ENTRY, str(folders["project"]))
    algorithm = ClassifyBuildings().create()
    given = {"PROFILE": str(folders["parameter"])} if "parameter" in folders else {"PROFILE": ""}
    found = profiles.taken(algorithm, given, context)
    if taken[1] == profiles.FROM_SETTING and not desktop:
        taken = ("indbygget", profiles.FROM_NOWHERE)
    assert (found.profile.name, found.origin) == taken


def test_without_a_desktop_no_setting_of_a_person_is_taken(classify, buildings, vores, tmp_path, settings):
    settings.setValue(profiles.SETTING, str(vores))
    done = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg")
    assert grounds(tmp_path / "ud.gpkg")[1] == "til_vurdering"
    assert f"names the profile {vores}. A run without a desktop does not take it" in done.log
    assert "Profile: indbygget" in done.log


@pytest.mark.real_start
def test_the_environment_variable_is_taken_and_said(classify, buildings, vores, tmp_path):
    env = {profiles.VARIABLE: str(vores)}
    done = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg", env=env)
    assert grounds(tmp_path / "ud.gpkg")[1] == "vaerdi_4_ensartet"
    assert "(environment variable LYNGBY_HERITAGE_PROFILE)" in done.log
    env = {profiles.VARIABLE: str(tmp_path / "væk")}
    done = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "to.gpkg", env=env)
    assert done.code == 1
    assert "PROFILE=indbygget takes the built-in settings instead" in done.log
    assert not (tmp_path / "to.gpkg").exists()


def test_a_profile_of_a_project_lies_where_the_project_says(qgis_app, tmp_path):
    profile_in(tmp_path / "plan" / "profil", navn="Ved siden af")
    project = QgsProject()
    project.writeEntry(*profiles.PROJECT_ENTRY, "profil")
    assert project.write(str(tmp_path / "plan" / "plan.qgz"))
    context = QgsProcessingContext()
    context.setProject(project)
    assert profiles.taken(ClassifyBuildings().create(), {}, context).profile.name == "Ved siden af"


# Dialogs ---------------------------------------------------------------------------------------------------------


def test_a_dialog_is_filled_from_the_persons_profile(qgis_app, monkeypatch, vores, settings):
    monkeypatch.setattr(profiles, "is_desktop", lambda: True)
    settings.setValue(profiles.SETTING, str(vores))
    algorithm = ClassifyBuildings().create()
    filled = {one.name(): one.defaultValue() for one in algorithm.parameterDefinitions()}
    assert (filled["VALUE4_RULE"], filled["UNIFORM_SHARE"], filled["SIMILARITY"]) == (1, 0.7, 0.75)
    assert filled["PROFILE"] == str(vores)
    assert "2–3" in algorithm.shortHelpString()
    options = algorithm.parameterDefinition("VALUE4_RULE").options()
    assert [one.endswith("(the municipality's decision)") for one in options] == [False, True, False, False, False]


def test_a_profile_that_cannot_be_read_hides_no_tool(qgis_app, monkeypatch, tmp_path, settings):
    monkeypatch.setattr(profiles, "is_desktop", lambda: True)
    settings.setValue(profiles.SETTING, str(tmp_path / "væk"))
    algorithm = ClassifyBuildings().create()
    assert algorithm.parameterDefinition("VALUE4_RULE").defaultValue() == 0
    fine, why = algorithm.checkParameterValues({"PROFILE": str(tmp_path / "væk")}, QgsProcessingContext())
    assert (fine, "væk" in why) == (False, True)


@pytest.mark.parametrize(
    ("desktop", "changed", "rule", "told"),
    [
        (True, {}, 1, True),  # nobody touched it: the profile holds, and the log says so
        (True, {"VALUE4_RULE": 4}, 4, False),  # somebody chose
        (False, {}, 0, False),  # without a dialog all that stands there was given
    ],
)
def test_a_value_that_the_dialog_filled_in_was_not_given(qgis_app, monkeypatch, vores, desktop, changed, rule, told):
    algorithm = ClassifyBuildings().create()
    handed = {one.name(): one.defaultValue() for one in algorithm.parameterDefinitions() if not one.isDestination()}
    monkeypatch.setattr(profiles, "is_desktop", lambda: desktop)
    found, notes = profiles.completed(algorithm, {**handed, **changed}, read_profile(vores), QgsProcessingContext())
    assert found["VALUE4_RULE"] == rule
    assert any("VALUE4_RULE is 1, as the profile says. The dialog had filled in 0" in str(one) for one in notes) is told


def test_a_call_from_a_script_at_the_desktop_is_no_dialog(qgis_app, monkeypatch, vores):
    monkeypatch.setattr(profiles, "is_desktop", lambda: True)
    algorithm = ClassifyBuildings().create()
    found, _ = profiles.completed(algorithm, {"VALUE4_RULE": 0}, read_profile(vores), QgsProcessingContext())
    assert (found["VALUE4_RULE"], found["UNIFORM_SHARE"]) == (0, 0.7)


def test_what_a_file_says_of_a_parameter_is_its_default(qgis_app, tmp_path):
    limits = {"rules/plot_ratio.json": {"defaults": {"MAX_PLOT_RATIO": 25}}}
    profile = read_profile(profile_in(tmp_path / "a", limits, parametre={"COMPARE_PLOT_RATIO": 30, "RULE_SET": 1}))
    found, _ = profiles.completed(CheckPlotRatio().create(), {"MAX_STOREYS": 1}, profile, QgsProcessingContext())
    assert found == {"MAX_STOREYS": 1, "MAX_PLOT_RATIO": 25, "COMPARE_PLOT_RATIO": 30, "RULE_SET": 1}


# What is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "manifest", "said"),
    [
        ({RULES: {"high_values": [4]}}, {}, "high_values is [4] and neighbour_value is 4"),
        (
            {RULES: {"thresholds": {"UNIFORM_SHARE": 6}}},
            {},
            "UNIFORM_SHARE = 6 cannot be used. Expected is a number from 0 to 1",
        ),
        (
            {RULES: {"thresholds": {"MIN_NEIGHBOURS": 1.5}}},
            {},
            "MIN_NEIGHBOURS = 1.5 cannot be used. Expected is a whole number",
        ),
        ({}, {"parametre": {"VALUE4_RULE": 7}}, "VALUE4_RULE = 7 cannot be used. Expected is the number of a choice"),
        ({}, {"parametre": {"VALUE5_RULE": 1}}, "parametre is VALUE5_RULE; expected is"),
        ({}, {"parametre": {"BUILDINGS": "byg.gpkg"}}, "parametre is BUILDINGS; expected is"),
        ({"themes/catalogue.json": {"themes": [{"code": "stoej", "status": {"x": "maaske"}}]}}, {}, "maaske"),
        ({"web/settings.json": {"contact": {"url": "javascript:alert(1)"}}}, {}, "contact.url"),
        ({"rules/validation.json": {"rules": {"bygning_uden_jordstykke": {"level": "slem"}}}}, {}, "level is 'slem'"),
        ({"templates/job.html.j2": "{% if %}"}, {}, "templates/job.html.j2 is wrong in line 1"),
        ({RULES: {"high_value": [1]}}, {}, "rules/designation.json"),
    ],
)
def test_a_wrong_profile_is_refused_before_anything_is_written(classify, buildings, tmp_path, files, manifest, said):
    folder = profile_in(tmp_path / "forkert", files, **manifest)
    done = classify(BUILDINGS=buildings, PROFILE=folder, OUTPUT=tmp_path / "ud.gpkg")
    assert done.code == 1
    assert said in done.log
    assert not (tmp_path / "ud.gpkg").exists()


def test_a_template_that_asks_for_what_there_is_not_is_the_profiles_fault(classify, buildings, tmp_path):
    folder = profile_in(tmp_path / "vores", {"templates/classification.html.j2": "<p>\n{{ rapport }}</p>"})
    done = classify(BUILDINGS=buildings, PROFILE=folder, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    assert done.code == 1
    assert "a template cannot be filled in (classification.html.j2, 2): 'rapport' is undefined" in done.log
    assert not (tmp_path / "ud.gpkg").exists()


# The tools -------------------------------------------------------------------------------------------------------


def test_every_tool_with_settings_has_a_profile(qgis_app):
    without = {tool.NAME for tool in TOOLS if tool().create().parameterDefinition("PROFILE") is None}
    assert without == {"selfcheck", "createsampledata"}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda one: one.NAME)
def test_no_tool_declares_its_parameters_past_the_profile(tool):
    assert tool.initAlgorithm is HeritageAlgorithm.initAlgorithm
    assert tool.shortHelpString is HeritageAlgorithm.shortHelpString


def test_a_profile_can_give_every_tool_its_values(qgis_app, tmp_path):
    """The parameters that a planner sets by hand in some tool can all be set for good."""
    known = {
        "VALUE4_RULE": 1,
        "NEIGHBOUR_METHOD": 3,
        "MAX_DISTANCE": 10,
        "MIN_BUILDINGS": 4,
        "MAX_HEIGHT": 2.5,
        "TITLE": "Plan",
    }
    profile = read_profile(profile_in(tmp_path / "a", parametre=known))
    profiles.refuse_unknown(profile)
    found = {}
    for tool in TOOLS:
        if tool.HAS_SETTINGS:
            found |= profiles.completed(tool().create(), {}, profile, QgsProcessingContext())[0]
    assert {name: found[name] for name in known} == known


def test_the_error_names_what_named_the_profile(qgis_app, tmp_path):
    context, project = QgsProcessingContext(), QgsProject()
    project.writeEntry(*profiles.PROJECT_ENTRY, str(tmp_path / "væk"))
    context.setProject(project)
    with pytest.raises(HeritageError, match=r"væk.*It was named by: the project"):
        profiles.taken(ClassifyBuildings().create(), {}, context)


def test_the_metadata_of_a_layer_names_the_profile(classify, buildings, vores, tmp_path):
    classify(BUILDINGS=buildings, PROFILE=vores, OUTPUT=tmp_path / "ud.gpkg")
    with closing(sqlite3.connect(tmp_path / "ud.gpkg")) as database:
        told = "".join(row[0] for row in database.execute("SELECT metadata FROM gpkg_metadata"))
    assert f"Vores Kommune, version 2.1, kontrolsum {read_profile(vores).checksum}" in told
    assert json.dumps(str(vores)) not in told

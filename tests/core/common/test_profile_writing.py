"""A new profile holds what a council decides, says what it does not know, and is written whole or not at all."""

import json
import subprocess
import sys

import pytest
from profiles import profile_in
from project_tools import ROOT

from lyngby_heritage import write_profile as command
from lyngby_heritage.core.common.data import as_shipped, load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import TEMPLATES, profile_named, read_profile, settings_files
from lyngby_heritage.core.common.profile_writing import write_profile

FILES = ["LAES_MIG.md", "profile.json", "rules/designation.json", "rules/plot_ratio.json", "web/settings.json"]


def files_in(folder):
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def test_a_new_profile_says_what_is_built_in_and_that_nobody_has_checked_it(tmp_path):
    profile = write_profile(tmp_path / "ny", "Vores Kommune", "190")
    assert files_in(tmp_path / "ny") == FILES
    assert (profile.name, profile.version, profile.municipality) == ("Vores Kommune", "1", "0190")
    with in_force(profile):
        for name in ("rules/designation.json", "rules/plot_ratio.json", "web/settings.json"):
            assert load(name) == as_shipped(name)
    assert {one.about for one in profile.sources if not one.verified} == {
        "VALUE4_RULE",
        "rules/designation.json: high_values",
        "rules/designation.json: neighbour_value",
        "rules/plot_ratio.json: defaults.MAX_PLOT_RATIO",
        "rules/plot_ratio.json: defaults.MAX_STOREYS",
        "rules/plot_ratio.json: defaults.TWO_STOREY_LIMIT",
    }
    assert profile.inherited == ()
    assert '"high_values": [1, 2, 3],' in (tmp_path / "ny/rules/designation.json").read_text(encoding="utf-8")
    assert "_high_values" in json.loads((tmp_path / "ny/rules/designation.json").read_text(encoding="utf-8"))


def test_with_everything_it_holds_every_setting_and_template_but_nobody_elses_places(tmp_path):
    profile = write_profile(tmp_path / "alt", "Vores Kommune", "0190", everything=True)
    files = files_in(tmp_path / "alt")
    assert [one for one in files if one.endswith(".json")] == sorted(["profile.json", *settings_files()])
    assert {one.split("/")[0] for one in profile.templates} == set(TEMPLATES)
    with in_force(profile):
        assert load("themes/places.json") == {"aliases": {}, "buffers": {}, "places": []}
        others = {name for name in settings_files() if load(name) != as_shipped(name)}
        assert others == {"themes/places.json"}
        assert "Mølleå" not in str(load("themes/catalogue.json")["themes"])


def test_it_can_begin_with_another_profile(tmp_path):
    profile = write_profile(tmp_path / "ny", "Vores", "0159", profile_named("furesoe", tmp_path))
    assert (profile.name, profile.municipality, profile.parameters) == ("Vores", "0159", {"VALUE4_RULE": 1})
    assert profile.source == "Skrevet ud fra profilen Furesø (eksempel efter Lokalplan 162)"


@pytest.mark.parametrize("code", ["0173x", "abc", "12345", "0000"])
def test_a_code_that_is_none_leaves_nothing(tmp_path, code):
    with pytest.raises(HeritageError, match="kommunekode"):
        write_profile(tmp_path / "ny", "Vores", code)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    folder = profile_in(tmp_path / "vores")
    with pytest.raises(HeritageError, match="holds something"):
        write_profile(folder, "Ny")
    assert read_profile(folder).name == "Prøve Kommune"
    (tmp_path / "tom").mkdir()
    assert write_profile(tmp_path / "tom", "Ny").name == "Ny"


def test_the_command_writes_one_without_qgis_and_without_libraries(tmp_path):
    code = "import sys; sys.modules.update(dict.fromkeys(('qgis', 'numpy', 'shapely', 'jinja2')));"
    code += "from lyngby_heritage.write_profile import main; sys.exit(main(sys.argv[1:]))"
    arguments = [str(tmp_path / "ny"), "--navn", "Vores", "--kommunekode", "0190", "--fra", "rudersdal"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert read_profile(tmp_path / "ny").checksum in done.stdout


def test_the_command_says_why_not(tmp_path, capsys):
    assert command.main([str(tmp_path / "ny"), "--navn", "Vores", "--fra", "ukendt"]) == 1
    assert "indbygget, furesoe" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_everything_is_refused_beside_another_profile_which_is_copied_as_it_is(tmp_path, capsys):
    with pytest.raises(SystemExit):
        command.main([str(tmp_path / "ny"), "--navn", "Vores", "--fra", "furesoe", "--alt"])
    assert "kan ikke bruges sammen med --fra" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

"""The Danish of the interface: whole, faithful, and shown by the real qgis_process in a Danish locale."""

import ast
import importlib.util
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SQUARE = "POLYGON ((720000 6187000, 720010 6187000, 720010 6187010, 720000 6187010, 720000 6187000))"


LRELEASE = next(filter(None, map(shutil.which, ("lrelease", "/usr/lib/qt5/bin/lrelease"))), None)


@pytest.fixture(scope="module")
def translations():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_text_is_untranslated_and_placeholders_agree(translations):
    messages = translations.merged(translations.collect(), translations.read())
    assert list(translations.faults(messages)) == []


def test_the_file_is_up_to_date(translations):
    messages = translations.merged(translations.collect(), translations.read())
    assert translations.FILE.read_text(encoding="utf-8") == translations.written(messages)


def test_every_kind_of_text_is_collected(translations):
    module = ast.parse(
        "HINT = 'module constant {x}'\n"
        "class Tool:\n"
        "    DISPLAY_NAME = 'name'\n"
        "    GROUP = 'group'\n"
        "    SHORT_HELP = ('help '\n        'in two parts')\n"
        "    NAME = 'an id is no text'\n"
        "    LABELS = ((1, mark('marked')),)\n"
        "    def work(self):\n"
        "        self.tr('method')\n"
        "        tr(HINT).format(x=1)\n"
        "        tr(unknown)\n"
        "        raise HeritageError('an error {y}', y=2)\n"
        "        Note('a note', {})\n"
        "        warning_in_both('english', 'dansk')\n"
    )
    assert sorted(translations.texts_of(module)) == sorted(
        ["name", "group", "help in two parts", "marked", "method", "module constant {x}", "an error {y}", "a note"]
    )


def test_a_text_that_cannot_be_translated_is_refused(translations):
    with pytest.raises(SystemExit, match="f-string"):
        list(translations.texts_of(ast.parse("tr(f'{name} is gone')")))


@pytest.mark.parametrize(
    ("danish", "fault"),
    [
        ("", "no Danish"),
        ("Laget {lag} mangler.", "other placeholders"),
        ("Laget mangler.", "other placeholders"),
        ("Laget {layer} mangler. ", "other blanks"),
    ],
)
def test_faults_are_found(translations, danish, fault):
    message = translations.Message("The layer {layer} is missing.", danish, files=["a.py"])
    assert [fault in one for one in translations.faults([message])] == [True]


@pytest.mark.skipif(LRELEASE is None, reason="no lrelease: tools/setup --tests installs it (qttools5-dev-tools)")
def test_the_compiled_file_is_that_of_qt_s_own_compiler(translations, tmp_path):
    path = tmp_path / "a.ts"
    texts = [
        *translations.read().values(),
        translations.Message("Å & <b> \n", 'æøå "ord" €', files=["a.py"]),
        translations.Message("no Danish yet", files=["a.py"]),
        translations.Message("x" * 5000, "y" * 5000, files=["a.py"]),
    ]
    path.write_text(translations.written(texts), encoding="utf-8")
    subprocess.run([LRELEASE, "-silent", path, "-qm", tmp_path / "qt.qm"], check=True, timeout=60)
    translations.compile_file(path)
    assert path.with_suffix(".qm").read_bytes() == (tmp_path / "qt.qm").read_bytes()


def test_danish_is_kept_when_a_text_goes_and_comes_back(translations, tmp_path):
    file = tmp_path / "da.ts"
    first = translations.merged({"One & two": ["a.py"], "Three\n\nfour": ["a.py"]}, {})
    for one, danish in zip(first, ("En & to", "Tre <b>\n\nfire")):
        one.translation = danish
    file.write_text(translations.written(first), encoding="utf-8")
    without = translations.merged({"One & two": ["a.py"]}, translations.read(file))
    assert [(one.source, one.vanished) for one in without] == [("One & two", False), ("Three\n\nfour", True)]
    file.write_text(translations.written(without), encoding="utf-8")
    again = translations.merged({"One & two": ["a.py"], "Three\n\nfour": ["a.py"]}, translations.read(file))
    assert [(one.translation, one.vanished) for one in again] == [("En & to", False), ("Tre <b>\n\nfire", False)]


def run(language, *arguments):
    return subprocess.run(
        [ROOT / "tools" / "qgis_process", *map(str, arguments)],
        env={**os.environ, "LANG": language, "LC_ALL": language},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def layer(tmp_path_factory):
    path = tmp_path_factory.mktemp("sprog") / "bygninger.csv"
    path.write_text(f'WKT;bygning_id;save_vaerdi\n"{SQUARE}";a;4\n', encoding="utf-8")
    return f"delimitedtext://file://{path}?delimiter=;&wktField=WKT&crs=EPSG:25832"


@pytest.mark.process
@pytest.mark.parametrize(
    ("language", "name", "help_text", "label", "option"),
    [
        (
            "da_DK.UTF-8",
            "Udpeg bevaringsværdige bygninger",
            "Siger for hver bygning",
            "Bygninger med SAVE-værdier",
            "Tilstødende ejendomme",
        ),
        (
            "C.UTF-8",
            "Designate buildings",
            "Says for each building",
            "Buildings with SAVE values",
            "Adjoining properties",
        ),
    ],
)
def test_qgis_process_shows_the_locale_s_language(language, name, help_text, label, option):
    result = run(language, "help", "lyngby_heritage:classifybuildings")
    assert result.returncode == 0, result.stderr
    for text in (name, help_text, label, option):
        assert text in result.stdout


@pytest.mark.process
@pytest.mark.parametrize(
    ("language", "line", "error"),
    [
        ("da_DK.UTF-8", "0 af 1 bygning udpeges", "har intet felt 'nej'"),
        ("C.UTF-8", "0 of 1 building designated", "has no field 'nej'"),
    ],
)
def test_messages_are_in_the_locale_s_language_and_reasons_always_danish(language, line, error, layer, tmp_path):
    output = tmp_path / "ud.gpkg"
    command = ("run", "lyngby_heritage:classifybuildings", "--", f"BUILDINGS={layer}", f"OUTPUT={output}")
    result = run(language, *command)
    assert result.returncode == 0, result.stderr
    assert line in result.stdout + result.stderr
    with closing(sqlite3.connect(output)) as database:
        assert "en fagperson skal vurdere den" in database.execute("SELECT begrundelse FROM ud").fetchone()[0]
    refused = run(language, *command, "USE_FIELD=nej")
    assert refused.returncode == 1
    assert error in refused.stdout + refused.stderr

"""Runs the tests, each file where it belongs, side by side; the last line says what came of all of them.

Where a file belongs is read from the file itself, without importing it:

* A file that knows QGIS runs inside a qgis_process: the one algorithm of the plugin `lyngby_tests` beside this file is
  pytest. There the tools run as they do for a planner, with the libraries that QGIS loads, and `process(…)` of
  conftest.py need not start the program anew for every call (lyngby_tests/command.py). A test that shows what only the
  program itself shows is marked `real_start`, or gives `process` an environment or a folder: that starts it.
  A file knows QGIS when it imports `qgis` or the plugin's part that does, is marked `process`, or asks for one of
  conftest's fixtures that need it.
* A file marked `desktop`, `browser` or `slow` starts what it needs itself: plain Python, the file alone. The desktop's
  and the slow ones are heavy: they begin first, so that none is left over at the end.
* All others are plain Python without QGIS, many files in one session.

Every session is a process of its own and writes a record line by line (lyngby_tests/session.py). So a crash costs the
rest of its file only, and the record says in which test it was. As many sessions run at once as there are cores, the
longest files first. Any failure, error, crash, or nothing run at all: exit status 1.

    tools/run_tests                                   everything
    tools/run_tests tests/core tests/test_docs.py     folders and files
    tools/run_tests tests/x/test_y.py::test_z -k a    one test; the options go to every session of pytest
"""

import ast
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
PROFILE = ROOT / ".qgis-profile" / "tests"
PROGRAM = ROOT / "tools" / "qgis_process"

KNOWS_QGIS = ("qgis", "lyngby_heritage.processing", "lyngby_heritage.plugin")
QGIS_FIXTURES = {"process", "classify", "sample", "qgis_app"}
ALONE = {"desktop", "browser"}
PLUGINS = ("-p", "pytest_timeout", "-p", "_hypothesis_pytestplugin")
TAKE_A_VALUE = {"-k", "-m", "-p", "-o", "-c", "-W", "-r", "--maxfail", "--deselect", "--tb", "--durations", "--timeout"}
SHARES = 4
"""Into how many sessions the plain files are divided."""
LONG, MOST_LONG = 20.0, 30
"""Seconds from which a test is named at the end as a long one, and how many are."""
SLOWEST = 2700
"""Seconds after which a session is given up."""


@dataclass
class Session:
    """Some files for one session of pytest, and what came of it."""

    paths: list
    inside: bool = False
    heavy: bool = False
    """Whether it drives a whole window or every tool: minutes, however short the file is."""
    outcomes: dict = field(default_factory=dict)
    times: dict = field(default_factory=dict)
    """Seconds that each test took, with what it had to wait for."""
    unfinished: list = field(default_factory=list)
    untouched: list = field(default_factory=list)
    """The paths of which no test began."""
    seconds: float = 0.0
    output: str = ""
    fault: str = ""
    """What went wrong with the session itself."""

    @property
    def name(self):
        first = os.path.relpath(str(self.paths[0]), ROOT)
        return first if len(self.paths) == 1 else f"{first} and {len(self.paths) - 1} more"

    @property
    def weight(self):
        times = 30 if self.heavy else 3 if len(self.paths) == 1 else 1
        return sum(file_of(path).stat().st_size for path in self.paths) * times

    @property
    def failed(self):
        return [name for name, outcome in self.outcomes.items() if outcome == "failed"]

    def count(self, outcome):
        return sum(one == outcome for one in self.outcomes.values())


# Which files, and where they belong -----------------------------------------------------------------------------------


def parted(arguments):
    """Paths of tests and options of pytest."""
    paths, options = [], []
    given = iter(arguments)
    for argument in given:
        if argument in TAKE_A_VALUE:
            options += [argument, next(given, "")]
        elif not argument.startswith("-"):
            paths.append(argument)
        else:
            options.append(argument)
    return paths, options


def file_of(path):
    return Path(str(path).split("::")[0])


def test_files(paths):
    """Every test file once, in order; what is named with :: stays so."""
    found = {}
    for path in paths or [TESTS]:
        file = file_of(path)
        if not file.exists():
            sys.exit(f"{path}: no such test")
        for one in sorted(file.rglob("test_*.py")) if file.is_dir() else [path]:
            found[str(one)] = None
    return list(found)


def belongs(path):
    """`qgis`, `heavy`, `alone` or `plain`."""
    marks, modules, arguments = set(), set(), set()
    for node in ast.walk(ast.parse(file_of(path).read_bytes())):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr == "mark":
            marks.add(node.attr)
        elif isinstance(node, ast.Import):
            modules |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules |= {f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.FunctionDef):
            arguments |= {one.arg for one in node.args.args}
    if "slow" in marks or "desktop.MARKS" in modules:
        return "heavy"
    if marks & ALONE:
        return "alone"
    knows = any(module == one or module.startswith(f"{one}.") for module in modules for one in KNOWS_QGIS)
    return "qgis" if knows or "process" in marks or arguments & QGIS_FIXTURES else "plain"


def sessions_of(paths):
    """The sessions, the longest first."""
    places = {path: belongs(path) for path in paths}
    sessions = [
        Session([path], inside=place == "qgis", heavy=place == "heavy")
        for path, place in places.items()
        if place != "plain"
    ]
    plain = [path for path, place in places.items() if place == "plain"]
    plain.sort(key=lambda path: -file_of(path).stat().st_size)
    sessions += [Session(sorted(plain[first::SHARES])) for first in range(SHARES) if plain[first::SHARES]]
    return sorted(sessions, key=lambda one: -one.weight)


# A session ------------------------------------------------------------------------------------------------------------


def prepare_profile():
    """A profile of QGIS for the tests alone, with both plugins, once."""
    if (PROFILE / "ready").exists():
        return
    (PROFILE / "plugins").mkdir(parents=True, exist_ok=True)
    for name, folder in (
        ("lyngby_heritage", ROOT / "lyngby_heritage"),
        ("lyngby_tests", TESTS / "inside/lyngby_tests"),
    ):
        link = PROFILE / "plugins" / name
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(folder, link.parent))
    command = [PROGRAM, "plugins", "enable", "lyngby_tests"]
    done = subprocess.run(command, env=inside_environment(), capture_output=True, text=True, check=False)
    if done.returncode and "already enabled" not in done.stdout + done.stderr:
        sys.exit(f"The plugin of the tests cannot be enabled:\n{done.stdout}{done.stderr}")
    (PROFILE / "ready").touch()


def inside_environment():
    return {**os.environ, "LYNGBY_PROFILE": str(PROFILE)}


def command_of(session, record, options):
    arguments = [
        *PLUGINS,
        "--continue-on-collection-errors",
        f"--basetemp={record.with_suffix('')}",
        *options,
        *session.paths,
    ]
    if not session.inside:
        return [sys.executable, "-m", "lyngby_tests.session", record, *arguments], None
    # A test that hangs in QGIS's own code hears no signal: then the process is ended, and the record names the test.
    arguments = json.dumps(["-o", "timeout_method=thread", *arguments])
    given = (f"PYTHON={sys.executable}", f"RECORD={record}", f"ARGUMENTS={arguments}")
    return [PROGRAM, "run", "lyngby_tests:pytest", "--json", "--", *given], inside_environment()


def run(session, record, options, show):
    """Run it; with `show` its output goes straight to the screen."""
    command, environment = command_of(session, record, options)
    started = time.monotonic()
    with ExitStack() as stack:
        # A file and no pipe: what a crash leaves running may hold on to it.
        output = None if show else stack.enter_context(record.with_suffix(".txt").open("wb"))
        streams = {"stdin": subprocess.DEVNULL, "stdout": output, "stderr": output and subprocess.STDOUT}
        process = stack.enter_context(subprocess.Popen(command, env=environment, cwd=ROOT, **streams))
        try:
            process.wait(SLOWEST)
        except subprocess.TimeoutExpired:
            process.kill()
    session.seconds = time.monotonic() - started
    session.output = "" if show else record.with_suffix(".txt").read_text(encoding="utf-8", errors="replace")
    read_record(session, record, process.returncode)
    if not session.failed and not session.fault:
        shutil.rmtree(record.with_suffix(""), ignore_errors=True)


def read_record(session, record, code):
    lines = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()] if record.exists() else []
    session.outcomes = {line["done"]: line["outcome"] for line in lines if "done" in line}
    session.times = {line["done"]: line["seconds"] for line in lines if "seconds" in line}
    begun = {line["started"]: line["file"] for line in lines if "started" in line}
    session.unfinished = [name for name in begun if name not in session.outcomes]
    session.untouched = [path for path in session.paths if str(file_of(path).resolve()) not in begun.values()]
    status = next((line["exit"] for line in lines if "exit" in line), None)
    if status is None:
        number = -code if code < 0 else code - 128  # as a shell in between passes it on
        end = signal.Signals(number).name if number in set(signal.Signals) else f"exit code {code}"
        where = f" in {session.unfinished[0]}" if session.unfinished else ""
        session.fault = f"{session.name} crashed{where} ({end})"
    elif status not in (0, 1, 5) and not session.failed:
        session.fault = f"{session.name}: pytest ended with status {status}"
    elif code != (0 if session.inside else status):
        session.fault = f"{session.name} crashed after its last test ({code})"


# All of them ----------------------------------------------------------------------------------------------------------


def run_all(sessions, folder, options):
    """Run them, as many at once as there are cores; what a crash left untouched gets a session of its own."""
    several = len(sessions) > 1
    numbers = itertools.count()

    def one(session):
        run(session, folder / f"{next(numbers)}.jsonl", options, show=not several)
        if several:
            tell(session)
        if session.fault and 0 < len(session.untouched) < len(session.paths):
            rest = Session(session.untouched)
            sessions.append(rest)
            one(rest)

    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        list(pool.map(one, list(sessions)))


def tell(session):
    if session.failed or session.fault:
        print(session.output.rstrip(), flush=True)
    counts = [f"{session.count(one)} {one}" for one in ("passed", "failed", "skipped") if session.count(one)]
    said = ", ".join([*counts, *([session.fault] if session.fault else [])])
    print(f"{session.seconds:6.1f} s  {session.name}: {said or 'nothing run'}", flush=True)


def close(sessions, folder):
    """Names what failed, and says the last line; the exit status."""
    wrong = [name for session in sessions for name in (*session.failed, *([session.fault] if session.fault else []))]
    for name in wrong:
        print(f"FAILED {name}")
    if wrong:
        print(f"The files that the failed tests made are in {folder}")
    else:
        shutil.rmtree(folder, ignore_errors=True)
    times = [(seconds, name) for session in sessions for name, seconds in session.times.items() if seconds >= LONG]
    for seconds, name in sorted(times, reverse=True)[:MOST_LONG]:
        print(f"{seconds:6.1f} s  {name}")
    passed, skipped = (sum(session.count(one) for session in sessions) for one in ("passed", "skipped"))
    print(f"{passed} passed, {len(wrong)} failed, {skipped} skipped")
    return 1 if wrong or not passed + skipped else 0


def main(arguments):
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    paths, options = parted(arguments)
    paths = test_files(paths)
    if {"--collect-only", "--co"} & set(options):  # no test runs, so one session of plain Python can do it
        return subprocess.run(
            [sys.executable, "-m", "pytest", *PLUGINS, *options, *paths], cwd=ROOT, check=False
        ).returncode
    sessions = sessions_of(paths)
    if any(session.inside for session in sessions):
        prepare_profile()
    folder = Path(tempfile.mkdtemp(prefix="lyngby-tests-"))
    run_all(sessions, folder, options)
    return close(sessions, folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

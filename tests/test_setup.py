"""What `make setup` does and says on a machine whose packages, rights and lock are made up, and so is its apt-get."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BASE = ["python3-venv", "python3-pyproj", "python3-scipy", "fonts-dejavu-core"]
TOOLS = (
    *("bash", "cat", "chmod", "cut", "date", "dirname", "echo", "env", "find", "grep", "head", "mkdir", "mktemp"),
    *("readlink", "rm", "sed", "sha256sum", "sleep", "tail", "true"),
)
PROGRAMS = {
    "id": 'case $1 in -u) cat "$HERE/uid";; *) echo planner;; esac',
    "dpkg-query": 'cat "$HERE/installed"',
    "dpkg": "exit 1",
    "apt-cache": 'case $2 in chromium*) echo "  Candidate: (none)";; *) echo "  Candidate: 1.0";; esac',
    "apt-get": """echo "$*" >>"$HERE/called"
if [ -s "$HERE/held" ]; then
  sed -i 1d "$HERE/held"; echo "E: Could not get lock /var/lib/dpkg/lock-frontend" >&2; exit 100
fi
for name; do echo "$name installed" >>"$HERE/installed"; done""",
    # Answers what setup asks of QGIS's Python: the version of QGIS, whether it is 3.11, its own version, and a venv.
    "python": """case "$*" in
  *versionInt*) cat "$HERE/qgis" ;;
  *"-m venv"*)
    mkdir -p .venv/bin
    for one in .venv/bin/pip .venv/bin/python; do echo '#!/bin/sh' >$one; chmod +x $one; done ;;
  -V) echo Python 3.11.2 ;;
esac""",
}


class Machine:
    """A checkout with setup alone, and programs that answer as the machine would."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "tools").mkdir(parents=True)
        for name in ("tools/setup", "constraints.txt"):
            shutil.copy(ROOT / name, folder / name)
        self.programs = folder / "bin"
        self.programs.mkdir()
        for name in TOOLS:
            (self.programs / name).symlink_to(shutil.which(name))
        for name, text in PROGRAMS.items():
            self.program(name, text)
        self.says(uid="0", installed="", held="", qgis="34006", called="")

    def program(self, name, text):
        path = self.programs / name
        path.write_text(f"#!/bin/bash\n{text}\n", encoding="utf-8")
        path.chmod(0o755)

    def says(self, **answers):
        for name, text in answers.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def has(self, *packages):
        self.says(installed="".join(f"{one} installed\n" for one in packages))

    def setup(self, *options, **environment):
        return subprocess.run(
            ["bash", "tools/setup", *options],
            cwd=self.folder,
            env={"PATH": str(self.programs), "HERE": str(self.folder), "QGIS_PYTHON": "python"} | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    @property
    def installed(self):
        """The packages that apt-get was asked to install, call by call."""
        calls = (self.folder / "called").read_text(encoding="utf-8").splitlines()
        return [call.split("--no-install-recommends ")[1].split() for call in calls if " install " in call]


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path / "checkout")


def test_root_gets_what_is_missing_and_nothing_the_second_time(machine):
    machine.has("python3-scipy")
    assert machine.setup().returncode == 0
    assert machine.installed == [["python3-venv", "python3-pyproj", "fonts-dejavu-core"]]
    machine.says(called="")
    again = machine.setup()
    assert (again.returncode, again.stdout, machine.installed) == (0, "", [])


def test_who_may_not_install_is_told_the_line_before_anything_is_changed(machine):
    machine.says(uid="1000")
    machine.has("python3-scipy")
    done = machine.setup()
    assert done.returncode == 1
    lines = [line.strip() for line in done.stderr.splitlines()]
    assert "apt-get install -y --no-install-recommends python3-venv python3-pyproj fonts-dejavu-core" in lines
    assert "you (planner) may not install them" in done.stderr
    assert (machine.folder / "called").read_text(encoding="utf-8") == ""
    assert not (machine.folder / ".venv").exists()


def test_who_may_not_install_needs_no_rights_when_all_is_there(machine):
    machine.says(uid="1000")
    machine.has(*BASE)
    assert machine.setup().returncode == 0


def test_a_user_of_sudo_installs(machine):
    machine.program("sudo", '[ "$1" = -n ] && shift; exec "$@"')
    machine.says(uid="1000")
    assert machine.setup().returncode == 0
    assert machine.installed == [BASE]


def test_a_user_whom_sudo_refuses_is_told_the_line(machine):
    machine.program("sudo", "echo planner is not in the sudoers file >&2; exit 1")
    machine.says(uid="1000")
    done = machine.setup()
    assert done.returncode == 1
    assert f"apt-get install -y --no-install-recommends {' '.join(BASE)}" in done.stderr


def test_a_lock_is_waited_for(machine):
    machine.says(held="once\n")
    done = machine.setup()
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("another program is installing packages") == 1
    assert machine.installed[-1] == BASE


def test_a_lock_that_stays_is_named(machine):
    machine.says(held="again\n" * 100)
    done = machine.setup(APT_WAIT="1")
    assert done.returncode == 1
    assert "Could not get lock" in done.stderr


def test_what_the_archive_lacks_is_left_out_and_named(machine):
    done = machine.setup("--demo")
    assert done.returncode == 0, done.stderr
    assert "no package chromium" in done.stdout
    assert machine.installed == [BASE]


def test_without_apt_qgis_must_be_there(machine):
    (machine.programs / "apt-get").unlink()
    assert machine.setup().returncode == 0
    machine.says(qgis="0")
    done = machine.setup()
    assert done.returncode == 1
    assert "no QGIS 3.34 or newer was found" in done.stderr

"""The helper that interrupts tools: a run counts as interrupted only where something was there to interrupt."""

import sys

import pytest
from interrupting import stops_and_leaves_nothing

BUSY = "while time.process_time() < {seconds}: pass\n"
"""Works for so many seconds of processor time."""
LISTENS = "for one in (signal.SIGINT, signal.SIGTERM): signal.signal(one, lambda *_: sys.exit({code}))\n"
CANCELLED = LISTENS.format(code=1)
DEAF = "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
DONE = "for one in (signal.SIGINT, signal.SIGTERM): signal.signal(one, signal.SIG_DFL)\n"


def program(folder, *lines):
    """A Python program that knows its folder as `folder`; it listens to nobody, unless `lines` change that."""
    start = f"import pathlib, signal, sys, time\nfolder = pathlib.Path({str(folder)!r})\n"
    return [sys.executable, "-c", start + "".join(lines)]


WRITTEN = "(folder / 'ud').write_text('new')\n"


def test_a_run_that_stops_and_leaves_the_folder_as_it_was_is_counted(tmp_path):
    (tmp_path / "ud").write_text("earlier")
    command = program(tmp_path, CANCELLED, BUSY.format(seconds=2.0), WRITTEN)
    assert stops_and_leaves_nothing(command, (0.3, 0.5), tmp_path, ["ud"], within=1.0) == 2
    assert (tmp_path / "ud").read_text() == "earlier"


def test_one_that_was_always_done_before_it_was_asked_has_shown_nothing(tmp_path):
    command = program(tmp_path, DEAF, WRITTEN)
    with pytest.raises(AssertionError, match="never while it worked"):
        stops_and_leaves_nothing(command, (0.2,), tmp_path, ["ud"], within=1.0)
    assert list(tmp_path.iterdir()) == []  # what the finished runs wrote is gone again


def test_another_moment_is_sought_where_those_given_were_too_late(tmp_path):
    """Done after 0.4 s of processor time, asked at 0.8 s: the search halves the way to the start, 0.4 and then 0.2."""
    command = program(tmp_path, CANCELLED, BUSY.format(seconds=0.4), DONE, WRITTEN)
    assert stops_and_leaves_nothing(command, (0.8,), tmp_path, ["ud"], within=1.0) == 1


def test_nothing_is_asked_of_a_program_before_it_listens(tmp_path):
    """Asked at 0.1 s, it listens from 0.5 s on: an interrupt before that would end it by the signal itself."""
    command = program(tmp_path, BUSY.format(seconds=0.5), CANCELLED, BUSY.format(seconds=2.0), WRITTEN)
    assert stops_and_leaves_nothing(command, (0.1,), tmp_path, ["ud"], within=1.0) == 1


HALF = "(folder / 'half').write_text('')\n"
FAULTS = {
    "it leaves a file behind": (CANCELLED, HALF, BUSY.format(seconds=1.0)),
    "it replaces what was there": (CANCELLED, WRITTEN, BUSY.format(seconds=1.0)),
    "it ends with another code": (LISTENS.format(code=3), BUSY.format(seconds=1.0)),
    "it fails before it listens": ("sys.exit(1)\n",),
    "it goes on for too long": (CANCELLED, DEAF, BUSY.format(seconds=1.5), "sys.exit(1)\n"),
}


@pytest.mark.parametrize("lines", FAULTS.values(), ids=FAULTS.keys())
def test_a_run_that_is_stopped_badly_fails(tmp_path, lines):
    (tmp_path / "ud").write_text("earlier")
    with pytest.raises(AssertionError):
        stops_and_leaves_nothing(program(tmp_path, *lines), (0.3,), tmp_path, ["ud"], within=0.5)

"""Interrupts a program by what it has done, not by the clock: a busy machine then changes nothing."""

import os
import signal
import subprocess
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 120
"""Seconds after which a program that does not end is taken to hang."""
MORE_TRIES = 4
"""How often another moment is sought, between one too early and one too late, where none of those given was right."""
STOPPED = 1
"""Exit code of a tool that was cancelled."""


def processor_time(pid):
    """Seconds of processor time that a process has used, all its threads together; None when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return (int(fields[11]) + int(fields[12])) / TICKS


def interrupted(running, after):
    """Interrupt a program (Popen) once it has used `after` seconds of processor time.

    Gives what it said on standard error, and how many seconds of processor time it used from then to its end.
    """
    until = time.monotonic() + PATIENCE
    used = 0.0
    while running.poll() is None and used < after and time.monotonic() < until:
        used = processor_time(running.pid) or used
        time.sleep(0.01)
    asked = used
    running.send_signal(signal.SIGINT)
    while running.poll() is None and time.monotonic() < until:
        used = processor_time(running.pid) or used
        time.sleep(0.01)
    _, errors = running.communicate(timeout=30)
    return errors, used - asked


def stops_and_leaves_nothing(command, moments, folder, written, within):
    """Run `command` again and again, interrupted after each of `moments`, seconds of processor time.

    A run that was stopped must end `within` seconds with the exit code of a cancelled tool, and leave `folder` as it
    was. One asked before it began to listen, or when it was done, shows nothing: the folder is put back, and a finished
    one has left `written`, names of files, and nothing else. Gives how many were stopped: AssertionError where none
    was, also after a search for a better moment.
    """
    earlier = _content(folder)
    stopped, too_early, too_late = 0, 0.0, None
    moments = list(moments)
    tries = len(moments) + MORE_TRIES
    for _ in range(tries):
        if not moments:
            if stopped:
                break
            moments = [2 * too_early if too_late is None else (too_early + too_late) / 2]
        moment = moments.pop(0)
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        errors, took = interrupted(running, moment)
        if running.returncode < 0:  # asked before it began to listen, or after it had ended
            finished = _content(folder) != earlier
        elif running.returncode == 0:  # it was done before it was asked
            assert set(_content(folder)) == {*earlier, *written}, errors
            finished = True
        else:
            assert running.returncode == STOPPED, errors
            assert took < within, errors
            assert _content(folder) == earlier, errors
            stopped += 1
            continue
        _put_back(folder, earlier)
        if finished:
            too_late = moment if too_late is None else min(moment, too_late)
        else:
            too_early = max(moment, too_early)
    assert stopped, (
        f"interrupted {tries} times and never while it worked: too early at {too_early} s, late at {too_late} s"
    )
    return stopped


def _content(folder):
    """Name → bytes of all that lies in a folder; None for a folder in it."""
    return {one.name: one.read_bytes() if one.is_file() else None for one in folder.iterdir()}


def _put_back(folder, earlier):
    for one in folder.iterdir():
        if one.name not in earlier:
            one.unlink()
    for name, content in earlier.items():
        (folder / name).write_bytes(content)

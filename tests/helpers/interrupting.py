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
"""How often an earlier moment is sought, each half of the last one, where all of those given were too late."""
STOPPED = 1
"""Exit code of a tool that was cancelled."""


def processor_time(pid):
    """Seconds of processor time that a process has used, all its threads together; None when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return (int(fields[11]) + int(fields[12])) / TICKS


def listens(pid):
    """Whether a process asks to be told of SIGTERM, as a tool does from its first step to its last.

    Python itself catches SIGINT alone, and from its own start on: an interrupt between that and a tool's first step
    strikes the start of QGIS, which then crashes, goes on without the plugin or hangs, and says nothing of the tool.
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught >> (signal.SIGTERM - 1) & 1)


def interrupted(running, after):
    """Interrupt a program (Popen) once it listens and has used `after` seconds of processor time.

    Gives what it said on standard error, and how many seconds of processor time it used from then to its end; None for
    the seconds when it ended before it could be asked.
    """
    until = time.monotonic() + PATIENCE
    used = 0.0
    while running.poll() is None and time.monotonic() < until:
        used = processor_time(running.pid) or used
        if used >= after and listens(running.pid):
            break
        time.sleep(0.01)
    asked = used if running.poll() is None else None
    running.send_signal(signal.SIGINT)
    while running.poll() is None and time.monotonic() < until:
        used = processor_time(running.pid) or used
        time.sleep(0.01)
    _, errors = running.communicate(timeout=30)
    return errors, None if asked is None else used - asked


def stops_and_leaves_nothing(command, moments, folder, written, within):
    """Run `command` again and again, interrupted after each of `moments`, seconds of processor time.

    A run that was stopped must end `within` seconds with the exit code of a cancelled tool, and leave `folder` as it
    was. One that was done before it was asked shows nothing: it has left `written`, names of files, and nothing else,
    and the folder is put back. Gives how many were stopped: AssertionError where none was, also after a search for an
    earlier moment.
    """
    earlier = _content(folder)
    stopped, too_late = 0, None
    moments = list(moments)
    tries = len(moments) + MORE_TRIES
    for _ in range(tries):
        if not moments:
            if stopped:
                break
            moments = [too_late / 2]
        moment = moments.pop(0)
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        errors, took = interrupted(running, moment)
        if took is not None and running.returncode == STOPPED:
            assert took < within, errors
            assert _content(folder) == earlier, errors
            stopped += 1
            continue
        # Done before it was asked, or while it was: then the interrupt may have struck the end of QGIS.
        assert running.returncode == 0 or (took is not None and running.returncode < 0), (running.returncode, errors)
        assert set(_content(folder)) == {*earlier, *written}, errors
        _put_back(folder, earlier)
        too_late = moment if too_late is None else min(moment, too_late)
    assert stopped, f"interrupted {tries} times and never while it worked: too late at {too_late} s"
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

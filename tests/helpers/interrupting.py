"""Interrupts a program by what it has done, not by the clock: a busy machine then changes nothing."""

import os
import signal
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 120
"""Seconds after which a program that does not end is taken to hang."""


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

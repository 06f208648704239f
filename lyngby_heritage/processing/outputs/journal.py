"""The journal of a staging folder: whose it is, how far its run has come, and what is being moved where.

It is a small JSON file that is on the disk before the first file is moved, so that a later run can tell a folder that
is at work from one whose process is gone, and put back what a killed run has left half done.
"""

from __future__ import annotations

import json
import os
import platform
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from .held import patiently

NAME = "journal.json"
WRITING, MOVING, DONE = "writing", "moving", "done"
"""How far: nothing in place was touched; files are being moved; all stand, and the folder is to be removed."""

LONGEST_MOVE = 3600
LONGEST_RUN = 7 * 86_400
"""Seconds after which the folder of a run on another machine is taken for dead: whether its process lives cannot be
seen from here. A move is a matter of seconds, a run one of hours."""

_STILL_ACTIVE, _NO_SUCH_PROCESS, _QUERY = 259, 87, 0x1000  # of Windows: winbase.h, winerror.h, winnt.h


def write(box: Path, state: str, **more: Any) -> None:
    """Write the journal of the staging folder `box` and wait until it is on the disk. OSError when it is not."""
    content = {"state": state, "owner": owner(), **more}
    part = box / (NAME + ".part")
    with open(part, "w", encoding="ascii") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    patiently(os.replace, part, box / NAME)
    sync_folder(box)


def give_up(box: Path) -> None:
    """Say that this process has no hand in the folder any more, so that the next run, whosever, puts things right."""
    write(box, **{**(read(box) or {}), "owner": None})


def read(box: Path) -> dict[str, Any] | None:
    """The journal of a staging folder, or {} where it has none; None for one that cannot be understood."""
    try:
        content = json.loads((box / NAME).read_text(encoding="ascii"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and "state" in content and "owner" in content else None


def is_dead(box: Path) -> bool:
    """Whether the run that made a staging folder is over. In doubt it is not."""
    content = read(box)
    if content is None:
        return False
    try:
        file = box / NAME
        age = time.time() - (file if file.exists() else box).stat().st_mtime
    except OSError:
        return False
    if not content:  # killed in the instant between making the folder and the journal, or removing them
        return age > LONGEST_MOVE
    its = content["owner"]
    if its is None:
        return True
    if its["where"] != _where():
        return age > (LONGEST_MOVE if content["state"] == MOVING else LONGEST_RUN)
    started = started_at(its["process"])
    return started is None or bool(started and its["started"] and started != its["started"])


def owner() -> dict[str, Any]:
    """The process at work: its number, where that number holds, and when it started, since numbers are used again."""
    return {"process": os.getpid(), "where": _where(), "started": started_at(os.getpid())}


def _where() -> str:
    """The machine, and on Linux the container: a Flatpak counts its processes from 1 under the machine's name."""
    try:
        return f"{platform.node()} {os.readlink('/proc/self/ns/pid')}"
    except OSError:
        return platform.node()


def started_at(process: int) -> str | None:
    """When a process started, as a text to compare; "" when that cannot be told, None when there is no such process."""
    return _started_on_windows(process) if os.name == "nt" else _started_on_posix(process)


def _started_on_posix(process: int) -> str | None:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        return ""  # another user's, of whom nothing may be seen
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            values = file.read().rpartition(b")")[2].split()
    except OSError:
        return ""
    return None if values[0] in (b"Z", b"X") else values[19].decode("ascii")  # proc(5): state, starttime


def _started_on_windows(process: int) -> str | None:
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    kernel.GetExitCodeProcess.argtypes = (wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD))
    kernel.GetProcessTimes.argtypes = (wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4)
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    handle = kernel.OpenProcess(_QUERY, False, process)
    if not handle:
        return None if ctypes.get_last_error() == _NO_SUCH_PROCESS else ""
    try:
        code, times = wintypes.DWORD(), [wintypes.FILETIME() for _ in range(4)]
        if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
            return None
        if not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
            return ""
        return str((times[0].dwHighDateTime << 32) + times[0].dwLowDateTime)
    finally:
        kernel.CloseHandle(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can (Windows does so by itself)."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network drives know no such thing
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

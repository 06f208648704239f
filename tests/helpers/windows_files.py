"""Files as on Windows: one that this process has open, or has mapped into memory, can be neither moved nor removed.

Only what Python does is refused; what QGIS and GDAL rename or delete by themselves goes through. `HITS` tells what was
refused.
"""

import os
import traceback
from pathlib import Path

HITS = []
_real = {name: getattr(os, name) for name in ("replace", "rename", "unlink", "remove")}


def open_files():
    """The files that this process holds, by their real paths."""
    held = set()
    for number in os.listdir("/proc/self/fd"):
        try:
            held.add(os.readlink(f"/proc/self/fd/{number}"))
        except OSError:
            continue  # the one that listed them
    maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="surrogateescape")
    return held | {line.split(maxsplit=5)[5] for line in maps.splitlines() if "/" in line}


def _placed(path, folder=None):
    path = os.fsdecode(path)
    if folder is not None:
        path = os.path.join(os.readlink(f"/proc/self/fd/{folder}"), path)
    return os.path.join(os.path.realpath(os.path.dirname(os.path.abspath(path))), os.path.basename(path))


def _refuse(path, folder=None):
    place = _placed(path, folder)
    if os.path.isdir(place):
        return  # a folder that holds an open file cannot go either, but holds it still
    if place in open_files():
        where = [one for one in traceback.extract_stack() if "lyngby_heritage/" in one.filename]
        HITS.append(f"{place} at {' < '.join(f'{Path(one.filename).name}:{one.lineno}' for one in reversed(where))}")
        raise PermissionError(13, "[WinError 32] The process cannot access the file: it is used by another", place)


def _replace(source, target, *, src_dir_fd=None, dst_dir_fd=None):
    _refuse(source, src_dir_fd)
    _refuse(target, dst_dir_fd)
    _real["replace"](source, target, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)


def _rename(source, target, *, src_dir_fd=None, dst_dir_fd=None):
    _refuse(source, src_dir_fd)
    if os.path.lexists(target) and _placed(source) != _placed(target):
        raise FileExistsError(17, "[WinError 183] Cannot create a file when that file already exists", target)
    _real["rename"](source, target, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)


def _unlink(path, *, dir_fd=None):
    _refuse(path, dir_fd)
    _real["unlink"](path, dir_fd=dir_fd)


def pretend():
    """From now on files behave so."""
    os.replace, os.rename, os.unlink, os.remove = _replace, _rename, _unlink, _unlink


def stop():
    """Files behave as they do here again."""
    for name, function in _real.items():
        setattr(os, name, function)

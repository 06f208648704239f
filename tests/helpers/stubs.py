"""Qt 6 and QGIS as their stubs describe them, and what a source asks of them: read as text, nothing is loaded."""

import ast
import re
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from project_tools import ROOT

MENDED = ROOT / "tools" / "stubs" / "qgis" / "core.pyi"
"""What QGIS adds when it is loaded, and its stubs lack."""


@dataclass
class Names:
    """A class or module of a stub: its classes by name, the names of all else in it, what the class is made from."""

    classes: dict = field(default_factory=dict)
    values: set = field(default_factory=set)
    functions: set = field(default_factory=set)
    bases: tuple = ()

    def merge(self, other):
        """Add what another stub says of the same class."""
        self.classes |= other.classes
        self.values |= other.values
        self.functions |= other.functions
        self.bases += other.bases


@cache
def module(name):
    """Everything in a module: `qgis.core`, or one of Qt as `qgis.PyQt.QtGui`."""
    if name.startswith("qgis.PyQt."):
        return _file(_installed("PyQt6-stubs") / f"{name.rpartition('.')[2]}.pyi")
    found = _file(_installed("qgis-stubs") / f"_{name.rpartition('.')[2]}.pyi")
    for own, names in _file(MENDED).classes.items():
        found.classes.setdefault(own, Names()).merge(names)
    return found


def _installed(package):
    for folder in map(Path, sys.path):
        if (folder / package).is_dir():
            return folder / package
    raise FileNotFoundError(f"{package} is not there: run tools/setup")


def _file(path):
    # The stubs name types as Python 3.12 does.
    text = re.sub(r"^type (?=\w+ =)", "", path.read_text(encoding="utf-8"), flags=re.M)
    return _read(ast.parse(text).body)


def _read(body):
    found = Names()
    for node in body:
        if isinstance(node, ast.ClassDef):
            found.classes[node.name] = _read(node.body)
            found.classes[node.name].bases = tuple(ast.unparse(one).rpartition(".")[2] for one in node.bases)
        elif isinstance(node, ast.FunctionDef):
            found.functions.add(node.name)
        elif isinstance(node, ast.Assign):
            found.values |= {one.id for one in node.targets if isinstance(one, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            if "typing.Type[" in ast.unparse(node.annotation):  # an enumeration under the name that it had before
                found.classes.setdefault(node.target.id, Names(bases=(_aliased(node.annotation),)))
            else:
                found.values.add(node.target.id)
    return found


def _aliased(annotation):
    """`typing.Type[Qgis.ProcessingSourceType]` → `Qgis.ProcessingSourceType`."""
    return ast.unparse(annotation.slice)


def uses(source):
    """(module, names in order, line) of each name of QGIS or Qt that a source asks for: `Qt.AlignmentFlag.AlignTop`."""
    tree = ast.parse(source)
    origin = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] == "qgis"
        for alias in node.names
    }
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Name, ast.Attribute)) or id(node) in inner:
            continue
        names = _chain(node)
        if names and names[0] in origin:
            where, own = origin[names[0]]
            yield where, (own, *names[1:]), node.lineno


def _chain(node):
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return (node.id, *reversed(names)) if isinstance(node, ast.Name) else ()


def problem(where, names):
    """What is wrong with asking for these names of a module, or ""."""
    top = module(where)
    if names[0] not in top.classes:
        return "" if names[0] in top.functions else "not there"
    here = top.classes[names[0]]
    for depth, name in enumerate(names[1:]):
        above = list(_with_bases(here, top))
        inside = [one.classes[name] for one in above if name in one.classes]
        if inside:
            here = inside[0]
            continue
        if any(name in one.functions for one in above):
            return ""  # what it gives is mypy's to know
        if not any(name in one.values for one in above):
            return "not there"
        return "unscoped" if depth == 0 and name[0].isupper() else ""
    return ""


def _with_bases(names, top):
    yield names
    for base in names.bases:
        first, *rest = base.split(".")
        if first.startswith("_"):  # the enumeration of another module: `_core.Qgis.ProcessingMode`
            first, *rest = rest
            top = module(f"qgis.{base.split('.')[0][1:]}")
        found = top.classes.get(first)
        for one in rest:
            found = found and found.classes.get(one)
        if found is not None and found is not names:
            yield from _with_bases(found, top)

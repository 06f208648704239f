"""The structure of the plugin: the rooms of core/ as they are meant, and what imports what, read from the text.

Nothing is loaded, neither QGIS nor any library. tests/test_house.py holds the one against the other, and
make_architecture.py draws it.
"""

import ast
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "lyngby_heritage"
CORE = f"{PLUGIN}.core"

FLOORS = {
    1: ("common",),
    2: ("valley", "registers", "neighbourhood", "tables", "documents"),
    3: ("designation", "landscape"),
    4: ("preparation", "ensembles", "comparison", "plot_ratio", "plan", "delivery"),
    5: ("sheet", "hearing"),
    6: ("white_book",),
    7: ("validation",),
    8: ("report",),
    9: ("web",),
}
"""The rooms of core/ by floor, as they are drawn from left to right: a room asks those on the floors below it."""
NEIGHBOURS = {("neighbourhood", "registers")}
"""(room, room it asks) on one floor: the only ones that may."""
MOST_ROOMS = 20
"""Who needs another room than that should ask first whether two of them are one subject."""


@dataclass(frozen=True)
class Import:
    """One import: a module of the plugin, the module it asks for, and where."""

    importer: str
    imported: str
    line: int
    at_load: bool
    """It happens when the importer is loaded, not first when a function of it runs."""


@dataclass(frozen=True)
class Module:
    """A file of the plugin as its text shows it."""

    name: str
    lines: int
    imports: tuple
    functions: tuple
    """Names of its public functions: those that stand in the file itself, not in a class."""


def modules(root=ROOT):
    """Dotted name → Module, for every Python file of the plugin."""
    files = sorted((root / PLUGIN).rglob("*.py"))
    names = {_dotted(path.relative_to(root)): path for path in files}
    return {name: _read(name, path, names) for name, path in names.items()}


def _dotted(path):
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _read(name, path, known):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return Module(
        name,
        len(text.splitlines()),
        tuple(_imports(name, package, tree, known)),
        tuple(
            node.name
            for node in tree.body
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_")
        ),
    )


def _imports(name, package, tree, known):
    for node, at_load in _import_statements(tree.body):
        plain = isinstance(node, ast.Import)
        for one in [alias.name for alias in node.names] if plain else _asked(node, package, known):
            yield Import(name, one, node.lineno, at_load)


def _import_statements(body, at_load=True):
    """(statement, at load?) of every import, in functions and branches too; expressions hold none."""
    for node in body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node, at_load
            continue
        late = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or _for_type_checkers(node)
        for part in ("body", "orelse", "finalbody", "handlers"):
            yield from _import_statements(getattr(node, part, ()), at_load and not late)


def _for_type_checkers(node):
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def _asked(node, package, known):
    """The modules that a `from … import …` asks for: those named after `import` where they are files themselves."""
    base = node.module or ""
    if node.level:
        parts = package.split(".")
        base = ".".join([*parts[: len(parts) - node.level + 1], *([node.module] if node.module else [])])
    names = [f"{base}.{alias.name}" for alias in node.names]
    files = [name for name in names if name in known]
    return files if len(files) == len(names) else [base, *files]


def room(name):
    """The room of core/ that a module lies in, or None: `lyngby_heritage.core.valley.form` → `valley`."""
    parts = name.split(".")
    return parts[2] if name.startswith(f"{CORE}.") else None


def rooms(read):
    """Room of core/ → its modules, by name."""
    found = defaultdict(list)
    for module in read.values():
        if room(module.name):
            found[room(module.name)].append(module)
    return dict(sorted(found.items()))


def floor_of(name):
    """The floor that a room of core/ stands on."""
    for floor, names in FLOORS.items():
        if name in names:
            return floor
    raise LookupError(f"The room core/{name}/ has no floor: give it one in tools/structure.py.")


def may_ask(asker, asked):
    """Whether one room of core/ may import from another."""
    return floor_of(asker) > floor_of(asked) or (asker, asked) in NEIGHBOURS


def between_rooms(read):
    """(room, room it asks) → the imports that make it so."""
    arrows = defaultdict(list)
    for module in read.values():
        for one in module.imports:
            asker, asked = room(module.name), room(one.imported)
            if asker and asked and asker != asked:
                arrows[asker, asked].append(one)
    return dict(sorted(arrows.items()))


def between_files(read):
    """(module, module of the plugin that it asks), each pair once."""
    pairs = {(one.importer, one.imported) for module in read.values() for one in module.imports}
    return sorted(pair for pair in pairs if pair[1] in read)


def circles(arrows):
    """Groups that reach each other along the arrows (pairs), each sorted; a thing that asks itself is one too."""
    graph = defaultdict(set)
    for asker, asked in arrows:
        graph[asker].add(asked)
    reach = {one: _reached(graph, one) for one in list(graph)}
    groups = {
        tuple(sorted({one} | {other for other in reach[one] if one in reach.get(other, ())}))
        for one in reach
        if one in reach[one]
    }
    return sorted(groups)


def _reached(graph, start):
    seen, ahead = set(), list(graph[start])
    while ahead:
        one = ahead.pop()
        if one not in seen:
            seen.add(one)
            ahead.extend(graph.get(one, ()))
    return seen

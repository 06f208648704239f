#!/usr/bin/env python3
"""Collects the English texts that the interface shows, and keeps the Danish of each in i18n/lyngby_heritage_da.ts.

    tools/translations.py            brings the file up to date; fails when a text has no Danish yet
    tools/translations.py --check    changes nothing; fails also when the file is not up to date

Write the missing Danish into the file between <translation> and </translation> (any text editor, or Qt Linguist), and
run it again. Texts that the code no longer holds stay in the file as vanished, so that nothing is translated twice.
"""

import argparse
import ast
import string
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = ROOT / "lyngby_heritage"
FILE = PLUGIN / "i18n" / "lyngby_heritage_da.ts"
CONTEXT = "lyngby_heritage"
LANGUAGE = "da_DK"

TRANSLATED_BY = {"tr", "mark", "HeritageError", "Note"}
"""Functions and classes whose first argument is shown translated."""
TRANSLATED_ATTRIBUTES = {"DISPLAY_NAME", "GROUP", "SHORT_HELP"}
"""Class attributes of the tools that are shown translated."""


@dataclass
class Message:
    """An English text, its Danish, and the files that hold it."""

    source: str
    translation: str = ""
    vanished: bool = False
    files: list = field(default_factory=list)


def collect(folder=PLUGIN):
    """Every text that the interface shows → the files that hold it, sorted."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        for text in texts_of(ast.parse(path.read_text(encoding="utf-8"))):
            files = found.setdefault(text, [])
            name = path.relative_to(folder).as_posix()
            if name not in files:
                files.append(name)
    return dict(sorted(found.items()))


def texts_of(module):
    """The texts of one module that the interface shows, as the code is written: nothing is run."""
    constants = {
        target.id: node.value.value
        for node in module.body
        if isinstance(node, ast.Assign) and _is_text(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and node.args and _called(node) in TRANSLATED_BY:
            first = node.args[0]
            if _is_text(first):
                yield first.value
            elif isinstance(first, ast.Name) and first.id in constants:
                yield constants[first.id]
            elif isinstance(first, ast.JoinedStr):
                raise SystemExit(f"line {node.lineno}: an f-string cannot be translated; use placeholders and format()")
        elif isinstance(node, ast.ClassDef):
            for statement in node.body:
                if isinstance(statement, ast.Assign) and _is_text(statement.value) and statement.value.value:
                    names = {target.id for target in statement.targets if isinstance(target, ast.Name)}
                    if names & TRANSLATED_ATTRIBUTES:
                        yield statement.value.value


def _called(call):
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def read(path=FILE):
    """The messages of the file, by English text."""
    if not path.exists():
        return {}
    messages = {}
    for node in ElementTree.parse(path).getroot().iter("message"):
        translation = node.find("translation")
        source = node.findtext("source")
        messages[source] = Message(source, translation.text or "", translation.get("type") in ("vanished", "obsolete"))
    return messages


def merged(texts, known):
    """The messages for `texts` with the Danish that is known, and the known ones that are gone as vanished."""
    current = [Message(text, known[text].translation if text in known else "", False, texts[text]) for text in texts]
    gone = [
        Message(text, old.translation, True) for text, old in known.items() if text not in texts and old.translation
    ]
    return sorted([*current, *gone], key=lambda one: (one.vanished, one.source))


def written(messages):
    """The file's content, in the form that Qt Linguist reads."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{LANGUAGE}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for one in messages:
        kind = ' type="vanished"' if one.vanished else "" if one.translation else ' type="unfinished"'
        lines += [
            "    <message>",
            *(f'        <location filename="../{file}"/>' for file in one.files),
            f"        <source>{escape(one.source)}</source>",
            f"        <translation{kind}>{escape(one.translation)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def placeholders(text):
    """The names in braces that `str.format` fills in."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


def faults(messages):
    """What is wrong with the translations, in words; empty when every text has good Danish."""
    for one in messages:
        if one.vanished:
            continue
        shown = one.source if len(one.source) <= 90 else f"{one.source[:87]}..."
        if not one.translation:
            yield f"no Danish ({', '.join(one.files)}): {shown}"
        elif placeholders(one.source) != placeholders(one.translation):
            yield f"other placeholders in the Danish than {placeholders(one.source)}: {shown}"
        elif one.source[-1:].isspace() != one.translation[-1:].isspace():
            yield f"the Danish begins or ends with other blanks: {shown}"


def main():
    """Update or check the file; the exit code says whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, fail when the file is not up to date")
    arguments = parser.parse_args()
    messages = merged(collect(), read())
    content = written(messages)
    problems = list(faults(messages))
    stale = not FILE.exists() or FILE.read_text(encoding="utf-8") != content
    if arguments.check and stale:
        problems.append(f"{FILE.relative_to(ROOT)} is not up to date: run tools/translations.py")
    elif stale:
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(content, encoding="utf-8")
    current = sum(not one.vanished for one in messages)
    print(f"{FILE.relative_to(ROOT)}: {current} texts, {len(messages) - current} vanished, {len(problems)} problems")
    for problem in problems:
        print(f"  {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Collects the English texts that the interface shows, and keeps the Danish of each in i18n/lyngby_heritage_da.ts.

    tools/translations.py            brings the file up to date; fails when a text has no Danish yet
    tools/translations.py --check    changes nothing; fails also when the file is not up to date
    tools/translations.py --compile  writes the .qm beside it, which QGIS reads: what Qt's lrelease writes, without Qt

Write the missing Danish into the file between <translation> and </translation> (any text editor, or Qt Linguist), and
run it again. Texts that the code no longer holds stay in the file as vanished, so that nothing is translated twice.
"""

import argparse
import ast
import string
import struct
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
TRANSLATED_ATTRIBUTES = {"DISPLAY_NAME", "GROUP", "SHORT_DESCRIPTION", "SHORT_HELP"}
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


QM = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
"""How a compiled translation begins. Behind it come sections, each a number of one byte, a length, and the content."""
_LANGUAGE, _HASHES, _MESSAGES, _NUMERUS = 0xA7, 0x42, 0x69, 0x88
_TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 3, 6, 7, 8
_END = b"\x01"
_SINGULAR_AT_ONE = b"\x01\x01"
"""Danish numerus rule, which Qt wants to know although no text here uses it."""


def compiled(messages):
    """The bytes of a .qm file (Qt's qtranslator.cpp reads it): every text that has a translation, found by its hash."""
    shown = sorted((one.source.encode("utf-8"), one.translation) for one in messages if not one.vanished)
    content, places = b"", []
    for source, translation in shown:
        if translation:
            places.append((_hash(source), len(content)))
            content += _section(_TRANSLATION, translation.encode("utf-16-be")) + _section(_COMMENT, b"")
            content += _section(_SOURCE, source) + _section(_CONTEXT, CONTEXT.encode("utf-8")) + _END
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return (
        QM
        + _section(_LANGUAGE, LANGUAGE.encode("utf-8"))
        + _section(_HASHES, hashes)
        + _section(_MESSAGES, content)
        + _section(_NUMERUS, _SINGULAR_AT_ONE)
    )


def _section(number, content):
    return struct.pack(">BI", number, len(content)) + content


def _hash(text):
    """The hash of ELF symbol tables, in 32 bits; never 0, which to Qt is none."""
    value = 0
    for byte in text:
        value = (value << 4) + byte & 0xFFFFFFFF
        high = value & 0xF0000000
        value = (value ^ high >> 24) & ~high
    return value or 1


def compile_file(path=FILE):
    """Write the .qm beside the file, unless it is there as it should be."""
    wanted, beside = compiled(read(path).values()), path.with_suffix(".qm")
    if not beside.is_file() or beside.read_bytes() != wanted:
        beside.write_bytes(wanted)


def main():
    """Update, check or compile the file; the exit code says whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, fail when the file is not up to date")
    parser.add_argument("--compile", action="store_true", help="write the .qm, which QGIS reads")
    arguments = parser.parse_args()
    if arguments.compile:
        compile_file()
        return 0
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

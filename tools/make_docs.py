#!/usr/bin/env python3
"""Writes docs/tools/: one page per tool, from what the tools say of themselves, Danish first.

The same pages as HTML are in lyngby_heritage/help/, for the help button of the dialogs.

    make docs                        writes the pages
    tools/make_docs.py --check       writes nothing; fails when a page is not what it would write

Needs QGIS's Python (as `make docs` runs it) and the compiled translation.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import help_pages  # noqa: E402
import package  # noqa: E402
from docs_content import BEFOREHAND, CODE_LISTS, EXAMPLES, FIELDS, METHODS, READ_ON  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator  # noqa: E402

from lyngby_heritage.core.common.data import load  # noqa: E402
from lyngby_heritage.core.designation.chosen_values import texts_of  # noqa: E402
from lyngby_heritage.core.designation.rule import CODES  # noqa: E402
from lyngby_heritage.processing.inputs.parameters import numbered  # noqa: E402
from lyngby_heritage.processing.tools.provider import TOOLS, HeritageProvider  # noqa: E402

PAGES = ROOT / "docs" / "tools"
HELP = ROOT / "lyngby_heritage" / "help"
TRANSLATION = ROOT / "lyngby_heritage" / "i18n" / "lyngby_heritage_da.qm"

KINDS = {
    "source": "lag",
    "multilayer": "flere lag",
    "raster": "raster",
    "layer": "kortlag",
    "matrix": "tabel",
    "file": "fil",
    "field": "felt",
    "enum": "valg",
    "boolean": "ja/nej",
    "authcfg": "autentifikation i QGIS",
    "datetime": "dato",
    "string": "tekst",
    "folderDestination": "mappe, der skrives",
    "sink": "lag, der skrives",
    "fileDestination": "fil, der skrives",
    "rasterDestination": "raster, der skrives",
    "outputVector": "lag",
    "outputRaster": "raster",
    "outputFile": "fil",
    "outputFolder": "mappe",
    "outputHtml": "HTML-fil",
    "outputNumber": "tal",
    "outputString": "tekst",
}
"""What Danish calls each kind of parameter and output. A new kind must be named here."""

GEOMETRIES = {
    QgsProcessing.SourceType.TypeVectorPoint: "punkter",
    QgsProcessing.SourceType.TypeVectorLine: "linjer",
    QgsProcessing.SourceType.TypeVectorPolygon: "flader",
    QgsProcessing.SourceType.TypeVector: "også tabel uden geometri",
    QgsProcessing.SourceType.TypeVectorAnyGeometry: "enhver geometri",
}


def described(provider, name):
    """A fresh copy of a tool, in the language that is installed."""
    return provider.algorithm(name).create()


def pages():
    """File name → text of every page, the index included."""
    provider = HeritageProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        names = sorted(tool.NAME for tool in TOOLS)
        QLocale.setDefault(QLocale("en"))
        english = {name: described(provider, name) for name in names}
        translator = QTranslator()
        translator.load(str(TRANSLATION))
        QCoreApplication.installTranslator(translator)
        QLocale.setDefault(QLocale("da"))
        danish = {name: described(provider, name) for name in names}
        # The names are asked for while the translator stands.
        texts = {f"{name}.md": page(danish[name], _english(translator, english[name])) for name in names}
        texts["README.md"] = index([danish[name] for name in names])
        QCoreApplication.removeTranslator(translator)
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)
    return texts


def _english(translator, algorithm):
    """What the English page part needs, read without the translator."""
    QCoreApplication.removeTranslator(translator)
    texts = {
        "name": algorithm.displayName(),
        "help": algorithm.shortHelpString(),
        "labels": {one.name(): _meaning(one) for one in algorithm.parameterDefinitions()},
    }
    QCoreApplication.installTranslator(translator)
    return texts


def page(algorithm, english):
    """One tool's page."""
    lines = [
        f"# {algorithm.displayName()}",
        "",
        f"`{algorithm.id()}` · gruppe {algorithm.group()} · på engelsk *{english['name']}* · "
        + " · ".join(["[alle værktøjer](README.md)", *_read_on(algorithm.name())]),
        "",
        algorithm.shortHelpString(),
        "",
        "## Parametre",
        "",
    ]
    definitions = [one for one in algorithm.parameterDefinitions() if not _hidden(one)]
    if definitions:
        lines += ["| navn | betydning | slags | standard |", "| --- | --- | --- | --- |"]
        lines += [_row(f"`{one.name()}`", _meaning(one), _kind(one), _default(one)) for one in definitions]
    else:
        lines.append("Ingen.")
    for one in definitions:
        if one.type() == "enum":
            lines += ["", f"`{one.name()}`, {one.description()[0].lower()}{one.description()[1:]}:", ""]
            lines += [f"- {option}" for option in numbered(one.options())]
    outputs = algorithm.outputDefinitions()
    if outputs:
        lines += ["", "## Resultater", "", "| navn | betydning | slags |", "| --- | --- | --- |"]
        lines += [_row(f"`{one.name()}`", one.description(), KINDS[one.type()]) for one in outputs]
    lines += _fields(algorithm.name())
    lines += ["", "## Eksempel", "", "```sh", *_example(algorithm), "```", ""]
    if algorithm.name() not in ("createsampledata", "fetchofficialdata") and EXAMPLES[algorithm.name()]:
        lines += ["Eksemplets data laves af [createsampledata](createsampledata.md).", ""]
    lines += ["## In English", "", f"**{english['name']}.** {english['help']}", ""]
    if definitions:
        lines += ["| name | meaning |", "| --- | --- |"]
        lines += [_row(f"`{one.name()}`", english["labels"][one.name()]) for one in definitions]
        lines.append("")
    return "\n".join(lines)


def _findings():
    """The fields of the findings, the levels, and every rule with its level and limits."""
    known = load("rules/validation.json")
    lines = ["", "## Felter i OUTPUT", "", "| felt | betydning |", "| --- | --- |"]
    lines += [_row(f"`{field}`", meaning) for field, meaning in known["fields_of_output"].items()]
    lines += ["", "| `alvor` | betydning |", "| --- | --- |"]
    lines += [_row(f"`{level}`", described["explanation"]) for level, described in known["levels"].items()]
    lines += ["", "## Regler", "", "| regel | alvor | grænser |", "| --- | --- | --- |"]
    for name, rule in known["rules"].items():
        limits = ", ".join(
            f"`{limit}` {'–' if value is None else f'{value:g}'.replace('.', ',')}"
            for limit, value in rule.get("limits", {}).items()
        )
        lines.append(_row(f"`{name}`", rule["level"], limits))
    lines += ["", "Hvad hver regel siger, og hvorfor den er, som den er, står i [datatjek](../datatjek.md)."]
    return lines


def _fields(name):
    """The fields that a tool adds, and the codes of its designation."""
    if name == "validatedata":
        return _findings()
    lines = []
    for output, (file, section) in FIELDS.get(name, {}).items():
        lines += ["", f"## Felter i {output}", "", "| felt | betydning |", "| --- | --- |"]
        texts = texts_of(file)
        lines += [_row(f"`{field}`", meaning) for field, meaning in texts[section].items()]
        if "udpegning" in texts[section]:
            lines += ["", "`udpegning` er den første, der passer:", ""]
            lines += ["| kode | `udpeget` | betydning |", "| --- | --- | --- |"]
            lines += [
                _row(f"`{one['code']}`", "ja" if one["designated"] else "nej", one["explanation"])
                for one in sorted(texts["classes"], key=lambda one: CODES.index(one["code"]))
            ]
    if name in CODE_LISTS:
        words, file, section = CODE_LISTS[name]
        lines += ["", words, "", "| kode | betydning |", "| --- | --- |"]
        lines += [_row(f"`{one['code']}`", one["explanation"]) for one in texts_of(file)[section]]
    return lines


def _read_on(tool):
    return [f"[{METHODS[page]}](../{page})" for page in READ_ON.get(tool, ())]


def index(algorithms):
    """The page that lists the tools."""
    lines = [
        "# Værktøjerne",
        "",
        "Hvert værktøj har en side. Vejledningerne i docs/ siger, hvordan de bruges og regner, og hvorfor:",
        "",
        *(f"- [{words}](../{page})" for page, words in METHODS.items()),
        "",
        "| værktøj | gruppe | hvad det gør |",
        "| --- | --- | --- |",
    ]
    for one in algorithms:
        link = f"[{one.displayName()}]({one.name()}.md)<br>`{one.id()}`"
        lines.append(_row(link, one.group(), one.shortHelpString().split("\n\n")[0]))
    return "\n".join([*lines, ""])


def _hidden(definition):
    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagHidden)


def _row(*cells):
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", "<br>") for cell in cells) + " |"


def _meaning(definition):
    """The label of a parameter and its help."""
    return "<br>".join(filter(None, (definition.description(), definition.help())))


def _kind(definition):
    kind = definition.type()
    if kind == "number":
        words = _number(definition)
    else:
        words = KINDS[kind]
        if kind == "field":
            words += f" i `{definition.parentLayerParameterName()}`"
        if kind == "source":
            words += f" ({' eller '.join(GEOMETRIES[one] for one in definition.dataTypes())})"
    optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    return f"{words}; valgfri" if optional and "valgfri" not in words else words


def _number(definition):
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    bounds = definition.minimum(), definition.maximum()
    lowest, highest = (abs(bound) < 2**31 - 1 for bound in bounds)
    low, high = (f"{bound:g}".replace(".", ",") for bound in bounds)
    words = "helt tal" if whole else "tal"
    if lowest and highest:
        return f"{words}, {low}–{high}"
    return f"{words}, mindst {low}" if lowest else f"{words}, højst {high}" if highest else words


def _default(definition):
    default = definition.defaultValue()
    if default is None:
        return ""
    if isinstance(default, bool):
        return "ja" if default else "nej"
    return f"{default:g}".replace(".", ",") if isinstance(default, (int, float)) else str(default)


def _example(algorithm):
    commands = [(algorithm.id(), *EXAMPLES[algorithm.name()])]
    if algorithm.name() in BEFOREHAND:
        commands.insert(0, BEFOREHAND[algorithm.name()])
    return [" \\\n  ".join([f"qgis_process run {tool}{' --' if given else ''}", *given]) for tool, *given in commands]


def shipped(texts):
    """File → text of the pages behind the help button."""
    pages_of_help = {HELP / help_pages.name_of(name): help_pages.page(text, texts) for name, text in texts.items()}
    return pages_of_help | {HELP / "help.css": help_pages.STYLE.lstrip()}


def main():
    """Write the pages, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail when a page is out of date")
    arguments = parser.parse_args()
    package.refuse_stale_translation()
    application = QgsApplication([], False)
    application.initQgis()
    texts = pages()
    made = {PAGES / name: text for name, text in texts.items()} | shipped(texts)
    there = {path: path.read_text(encoding="utf-8") for path in (*PAGES.glob("*.md"), *HELP.glob("*.*"))}
    changed = sorted(path.name for path in made.keys() | there.keys() if made.get(path) != there.get(path))
    if not arguments.check:
        for folder in (PAGES, HELP):
            folder.mkdir(parents=True, exist_ok=True)
        for path in there.keys() - made.keys():
            path.unlink()
        for path, text in made.items():
            if there.get(path) != text:
                path.write_text(text, encoding="utf-8")
    print(
        f"docs/tools: {len(made)} pages, {'out of date' if arguments.check else 'written'}: {', '.join(changed) or '-'}"
    )
    sys.stdout.flush()
    os._exit(1 if changed and arguments.check else 0)  # QGIS's own teardown may crash after the work is done


if __name__ == "__main__":
    main()

"""The pages behind the help button: docs/tools as HTML that lies in the plugin and needs no network.

Knows as much Markdown as those pages are written in: headings, paragraphs, lists, tables, code, links, bold and italic.
"""

import re
from html import escape

STYLE = """
body { font: 16px/1.5 system-ui, "Segoe UI", sans-serif; color: #222; background: #fff; max-width: 62rem;
  margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.25; color: #7c2320; }
a { color: #1f5a78; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top; }
th { background: #f4efe6; }
code { font: .9em ui-monospace, Consolas, monospace; background: #f4efe6; padding: 0 .2em; }
pre { background: #f4efe6; padding: .8rem; overflow-x: auto; }
pre code { padding: 0; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e2dc; background: #1e1c1a; }
  h1, h2 { color: #e7a58c; } a { color: #8cc4e0; }
  th, td { border-color: #555; } th, code, pre { background: #2e2a26; }
}
"""
CELLS = re.compile(r"(?<!\\)\|")
INLINE = re.compile(
    r"(?P<code>`[^`]+`)|\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]+)\)|\*\*(?P<bold>.+?)\*\*|\*(?P<slant>[^*]+)\*"
)


def page(markdown, here):
    """A page as HTML; `here` are the names of the pages that are shipped, to which links lead."""
    title = markdown.split("\n", 1)[0].lstrip("# ")
    body = "\n".join(_blocks(markdown.split("\n"), here))
    return (
        '<!DOCTYPE html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f'<link rel="stylesheet" href="help.css">\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def name_of(markdown_name):
    """The file of a page."""
    return "index.html" if markdown_name == "README.md" else f"{markdown_name.removesuffix('.md')}.html"


def _blocks(lines, here):
    place = 0
    while place < len(lines):
        line = lines[place]
        kind = next(kind for kind, starts in KINDS if starts(line))
        end = place + 1
        if kind is _code:
            while not lines[end].startswith("```"):
                end += 1
            end += 1
        elif kind in (_table, _list):
            while end < len(lines) and lines[end][:1] == line[:1]:
                end += 1
        yield from kind(lines[place:end], here)
        place = end


def _code(lines, _here):
    yield "<pre><code>" + escape("\n".join(lines[1:-1])) + "</code></pre>"


def _table(lines, here):
    yield "<table>"
    for number, line in enumerate(lines):
        if number == 1:  # the line of dashes
            continue
        tag = "td" if number else "th"
        cells = [one.strip().replace("\\|", "|") for one in CELLS.split(line.strip())[1:-1]]
        yield "<tr>" + "".join(f"<{tag}>{_inline(cell, here)}</{tag}>" for cell in cells) + "</tr>"
    yield "</table>"


def _list(lines, here):
    yield "<ul>"
    yield from (f"<li>{_inline(line[2:], here)}</li>" for line in lines)
    yield "</ul>"


def _heading(lines, here):
    marks, words = lines[0].split(" ", 1)
    yield f"<h{len(marks)}>{_inline(words, here)}</h{len(marks)}>"


def _paragraph(lines, here):
    if lines[0].strip():
        yield f"<p>{_inline(lines[0], here)}</p>"


KINDS = (
    (_code, lambda line: line.startswith("```")),
    (_table, lambda line: line.startswith("|")),
    (_list, lambda line: line.startswith("- ")),
    (_heading, lambda line: line.startswith("#")),
    (_paragraph, lambda line: True),
)


def _inline(text, here):
    done, place = [], 0
    for found in INLINE.finditer(text):
        done += [_plain(text[place : found.start()]), _marked(found, here)]
        place = found.end()
    return "".join([*done, _plain(text[place:])])


def _plain(text):
    return escape(text, quote=False).replace("&lt;br&gt;", "<br>")


def _marked(found, here):
    if found["code"]:
        return f"<code>{escape(found['code'][1:-1], quote=False)}</code>"
    if found["bold"] or found["slant"]:
        tag, words = ("strong", found["bold"]) if found["bold"] else ("em", found["slant"])
        return f"<{tag}>{_inline(words, here)}</{tag}>"
    words = _inline(found["words"], here)
    return f'<a href="{name_of(found["to"])}">{words}</a>' if found["to"] in here else words

"""The pages behind the help button: what Markdown becomes."""

import pytest
from project_tools import tool


@pytest.fixture(scope="module")
def pages():
    return tool("help_pages")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# Å & <b>", "<h1>Å &amp; &lt;b&gt;</h1>"),
        ("`a<b` og **fed *og skrå* her**", "<p><code>a&lt;b</code> og <strong>fed <em>og skrå</em> her</strong></p>"),
        ("[alle](README.md) [metode](../metode.md)", '<p><a href="index.html">alle</a> metode</p>'),
        ("- en\n- to", "<ul>\n<li>en</li>\n<li>to</li>\n</ul>"),
        (
            "| a | b |\n| --- | --- |\n| 1 \\| 2<br>3 |  |",
            "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1 | 2<br>3</td><td></td></tr>\n</table>",
        ),
        ("```sh\nrun | <x>\n\n- a\n```", "<pre><code>run | &lt;x&gt;\n\n- a</code></pre>"),
    ],
)
def test_markdown_becomes_html(pages, markdown, html):
    whole = pages.page(markdown, {"README.md"})
    assert whole.split("<body>\n")[1].split("\n</body>")[0] == html


def test_a_page_names_its_title_its_letters_and_its_style(pages):
    whole = pages.page("# Udpeg", {})
    assert "<title>Udpeg</title>" in whole
    assert '<meta charset="utf-8">' in whole
    assert 'href="help.css"' in whole
    assert pages.name_of("README.md") == "index.html"
    assert pages.name_of("selfcheck.md") == "selfcheck.html"

"""What a document cites in the words of others is listed too, and its front counts every blank."""

from jinja2 import Environment

from lyngby_heritage.core.common.law import Citations, CitedInOrder, references
from lyngby_heritage.core.plan.cited_text import cited_text

TEMPLATE = """{{ felter }}: {{ lov.interim }}. Grundlag: {{ tema }}.
{% for key in henvist %}{{ steder[key].cite }} \\[{{ key }}\\]
{% endfor %}"""


def test_the_law_of_a_theme_is_listed_with_what_the_template_cites_and_its_blanks_are_counted():
    cited = Citations()
    context = {
        "lov": cited,
        "henvist": CitedInOrder(cited),
        "steder": references(),
        "tema": "Naturbeskyttelseslovens § 3",
    }
    text = cited_text(Environment().from_string(TEMPLATE), context, cited)
    assert text.splitlines()[:3] == [
        "2 felter: planlovens § 17. Grundlag: Naturbeskyttelseslovens § 3.",
        "naturbeskyttelseslovens § 3 \\[protected_nature\\]",
        "planlovens § 17 \\[interim\\]",
    ]

"""The profile's templates come before the built-in ones, in a sandbox, and carry its logo."""

import pytest
from jinja2.exceptions import SecurityError
from profiles import profile_in

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.common.templates import refuse_unreadable, templates_of

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def page(template, **context):
    return templates_of("templates", autoescape=True).get_template(template).render(context)


def test_an_own_template_comes_first_and_builds_on_a_built_in_one(tmp_path):
    own = '{% extends "base.html.j2" %}{% block content %}Hilsen fra {{ kommune }}{% endblock %}'
    files = {"templates/classification.html.j2": own, "vaaben.svg": LOGO}
    profile = read_profile(profile_in(tmp_path / "vores", files, logo="vaaben.svg"))
    assert profile.templates == ("templates/classification.html.j2",)
    report = {"title": "Rapport", "made_at": "i dag"}
    with in_force(profile):
        text = page("classification.html.j2", report=report, accent="#112233")
    assert "Hilsen fra Prøve Kommune" in text
    assert '<img src="data:image/svg+xml;base64,' in text
    assert 'alt="Prøve Kommune"' in text


def test_without_a_profile_no_logo_is_shown():
    environment = templates_of("templates", autoescape=True)
    assert environment.globals["logo"] == environment.globals["kommune"] == ""


def test_a_template_of_somebody_reaches_nothing_but_its_page(tmp_path):
    reaching = {"templates/job.html.j2": "{{ ''.__class__.__mro__ }}"}
    with in_force(read_profile(profile_in(tmp_path / "vores", reaching))), pytest.raises(SecurityError):
        page("job.html.j2")


def test_a_template_that_is_none_is_refused_with_its_line(tmp_path):
    profile = read_profile(profile_in(tmp_path / "vores", {"templates/job.html.j2": "a\n{% if b %}\nc"}))
    with pytest.raises(HeritageError, match=r"Prøve Kommune: the template templates/job\.html\.j2 is wrong in line 2"):
        refuse_unreadable(profile)

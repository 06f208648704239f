"""A photo's files and its words."""

import doctest

from lyngby_heritage.core.plan import photo
from lyngby_heritage.core.plan.photo import Photo


def test_the_examples_of_the_module():
    outcome = doctest.testmod(photo)
    assert outcome.attempted
    assert not outcome.failed


def test_a_copy_is_named_by_its_width():
    assert Photo("a", ((480, 360), (1200, 900))).files() == ["a-480.jpg", "a-1200.jpg"]

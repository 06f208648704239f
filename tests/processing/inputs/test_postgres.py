"""What is told of a database never holds a password."""

import pytest

from lyngby_heritage.processing.inputs.postgres import without_password


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dbname='kort' password='hemmelig'", "dbname='kort' "),
        ("dbname='kort' password='a \\' b' table=\"x\"", "dbname='kort' table=\"x\""),
        ("PG:host=h password=hemmelig user=u", "PG:host=h user=u"),
        ("postgresql://plan:hemmelig@h:5432/kort", "postgresql://plan:@h:5432/kort"),
        ("C:/data/by.gpkg|layername=password", "C:/data/by.gpkg|layername=password"),
        ("1.5", "1.5"),
    ],
)
def test_a_password_is_taken_out_wherever_it_stands(text, told):
    assert without_password(text) == told

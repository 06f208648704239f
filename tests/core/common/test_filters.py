"""A layer's filter as a sentence says it, and the filters that no sentence can say."""

import pytest

from lyngby_heritage.core.common.filters import filter_in_words


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("\"kommunekode\" = '173' OR \"kommunekode\" = '0173'", "kommunekode er 173 eller 0173"),
        ("komkode IN ('0173')", "komkode er 0173"),
        ("status IN ('F','V') AND save_vaerdi<=4", "status er F eller V, og save_vaerdi er højst 4"),
        ("( a = 1 or a = 2 ) and b is not null", "a er 1 eller 2, og b er udfyldt"),
        ("a <> 'x' AND b NOT IN (1, 2)", "a ikke er x, og b hverken er 1 eller 2"),
        ("a = 1 OR b IS NULL", "a er 1, eller b er tom"),
        ("vej LIKE 'Sk%' AND navn ILIKE '%gård%'", "vej begynder med Sk, og navn indeholder gård"),
        ('"et ""navn""" = \'d\'\'Angleterre\'', 'et "navn" er d\'Angleterre'),
        ("kote >= -1.5", "kote er mindst −1,5"),
        ("a = ''", "a er tom"),
    ],
)
def test_a_simple_filter_is_said_by_its_fields_and_values(expression, words):
    assert filter_in_words(expression) == words


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "length(navn) = 3",
        "a = b",
        "a = ",
        "a = 1 AND",
        "NOT a = 1",
        "a IN (SELECT b FROM c)",
        "a LIKE 'x_y%'",
        "(a = 1 OR b = 2) AND c = 3",  # in words it would be either of two things
        "a = 1 AND b = 2 OR c = 3",
        "a = 1; DROP TABLE b",
        "a + 1 = 2",
    ],
)
def test_a_filter_that_a_sentence_would_distort_is_not_said(expression):
    assert filter_in_words(expression) == ""

"""The key of a service: out of QGIS's authentication, else of the environment, and never shown."""

import os
from unittest import mock

import pytest

KEY = "hemmelig42"


@pytest.fixture
def configuration(qgis_app):
    """Store an authentication configuration in the tests' own QGIS profile, and give its id."""
    from qgis.core import QgsApplication, QgsAuthMethodConfig

    manager = QgsApplication.authManager()
    if manager.isDisabled():
        pytest.skip(f"this QGIS has no authentication: {manager.disabledMessage()}")
    assert manager.masterPasswordIsSet() or manager.setMasterPassword("prøve", True)
    made = []

    def store(method, **values):
        config = QgsAuthMethodConfig(method)
        config.setName("Datafordeleren")
        for name, value in values.items():
            config.setConfig(name, value)
        stored = manager.storeAuthenticationConfig(config)
        assert stored[0] if isinstance(stored, tuple) else stored
        found = (stored[1] if isinstance(stored, tuple) else config).id()
        made.append(found)
        return found

    yield store
    for one in made:
        manager.removeAuthenticationConfig(one)


def test_the_password_of_a_basic_configuration_is_the_key(configuration):
    from lyngby_heritage.processing.fetch.keys import key_of, refusal_of

    code = configuration("Basic", username="", password=KEY)
    assert refusal_of(code) == ""
    found = key_of(code)
    assert (found.text, found.configuration) == (KEY, "")
    assert KEY not in repr(found)


def test_a_key_that_was_given_as_user_name_does_too(configuration):
    from lyngby_heritage.processing.fetch.keys import key_of

    assert key_of(configuration("Basic", username=KEY, password="")).text == KEY


def test_any_other_method_is_left_to_qgis(configuration):
    from lyngby_heritage.processing.fetch.keys import key_of

    code = configuration("EsriToken", token="x")
    assert key_of(code).configuration == code


def test_without_a_configuration_the_environment_has_the_key(qgis_app):
    from lyngby_heritage.processing.fetch.keys import key_of

    with mock.patch.dict(os.environ, {"LYNGBY_API_KEY": f" {KEY}\n"}):
        assert key_of("").text == KEY
    with mock.patch.dict(os.environ):
        os.environ.pop("LYNGBY_API_KEY", None)
        assert not key_of("")


def test_what_is_no_configuration_is_refused_and_not_repeated(qgis_app):
    from lyngby_heritage.processing.fetch.keys import refusal_of

    said = refusal_of(KEY)
    assert "no authentication configuration" in said
    assert KEY not in said

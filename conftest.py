"""Loads the fixtures that need Django only where a layer runs with it; the core's layer runs without."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    if config.pluginmanager.hasplugin("django"):
        config.pluginmanager.import_plugin("tests.with_django")

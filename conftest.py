"""Loads the fixtures that need Django only where a layer runs with it, and how many examples a property is tried on."""

import os

import pytest
from hypothesis import Phase, settings

# "quick" for every run, "deep" for the time there is (EFFEKTSPOR_HYPOTHESIS=deep); for mutants fewer, always the same.
settings.register_profile("quick", max_examples=100, deadline=None)
settings.register_profile("deep", max_examples=5000, deadline=None)
settings.register_profile(
    "mutants", max_examples=30, deadline=None, derandomize=True, phases=[Phase.generate], database=None
)
settings.load_profile(os.environ.get("EFFEKTSPOR_HYPOTHESIS", "quick"))


def pytest_configure(config: pytest.Config) -> None:
    if config.pluginmanager.hasplugin("django"):
        config.pluginmanager.import_plugin("tests.with_django")

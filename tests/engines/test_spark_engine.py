"""Spark against the reference, where it and Java are installed (the extra `spark`)."""

import shutil

import pytest

from effektspor.core.period import calendar_year
from effektspor.engine import numpy_engine
from effektspor.engine.random_columns import random_columns

# PySpark is 400 MB and is no part of the test requirements; a customer whose platform is Spark installs the extra.
pytest.importorskip("pyspark", reason="the extra `spark` is not installed")
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
    pytest.mark.filterwarnings("ignore"),  # Spark's own, of Python and pandas
]


def test_spark_agrees_with_numpy_on_many_lines() -> None:
    from effektspor.engine.spark_engine import rows_of_columns

    horizon = calendar_year(2026)
    columns = random_columns(5_000, horizon, seed=7)
    assert rows_of_columns(columns, horizon) == numpy_engine.rows_of_columns(columns, horizon)

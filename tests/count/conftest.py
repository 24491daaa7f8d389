"""Real Python code for the counters, fetched once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.count import python_oracles


@pytest.fixture(scope="session")
def flask_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return python_oracles.sdist(tmp_path_factory.mktemp("flask"), "flask")


@pytest.fixture(scope="session")
def django_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return python_oracles.sdist(tmp_path_factory.mktemp("django"), "django")


@pytest.fixture(scope="session")
def python_files(flask_files: list[Path], django_files: list[Path]) -> list[Path]:
    """Python files without an empty one, which tools leave out."""
    files = [*python_oracles.standard_library(), *flask_files, *django_files]
    return [path for path in files if path.stat().st_size]


@pytest.fixture(scope="session")
def smaller_python_files(python_files: list[Path]) -> list[Path]:
    """For Radon, whose time grows faster than the size of a file: a large one takes minutes."""
    return [path for path in python_files if path.stat().st_size < 40_000]


@pytest.fixture(scope="session")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    from tests.count.python_samples import SOURCES

    folder = tmp_path_factory.mktemp("samples")
    for name, source in SOURCES.items():
        (folder / f"{name}.py").write_text(source)
    return sorted(folder.glob("*.py"))

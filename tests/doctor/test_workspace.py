"""Files can be made in the workspace, or the check says where not."""

import os

import pytest

from analyzer.doctor.checks.workspace import CHECK, standing


def test_folders_that_are_not_there_yet_stand_for_the_nearest_above(found, tmp_path):
    assert found(CHECK) == [("ok", f"{tmp_path} can be written", "")]
    assert standing(tmp_path / "a" / "b") == tmp_path


def test_nothing_is_left_behind(found, tmp_path):
    (tmp_path / "cache").mkdir()
    assert len(found(CHECK)) == 2
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["cache"]


def test_a_file_in_the_place_of_a_folder_fails(found, tmp_path):
    (tmp_path / "cache").touch()
    ((_, _, _), (level, words, advice)) = found(CHECK)
    assert level == "failed"
    assert words == f"{tmp_path / 'cache'} cannot be written: not a directory"
    assert "--workspace" in advice


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_fails(found, tmp_path):
    (tmp_path / "cache").mkdir(mode=0o500)
    assert [level for level, _, _ in found(CHECK)] == ["ok", "failed"]

import errno
import shutil

import pytest

from selfassess.files.kept import Kept, kept_in, remove_all
from tests.files.values import problems_of, written


@pytest.fixture
def folder(tmp_path):
    for name in (
        "journal/a.selfassess-journal",
        "journal/a.lock",
        "versions/abc/20260924T120000000000Z.selfassess",
        "versions/def/20260924T120000000000Z.selfassess",
        "log/faults.txt",
        "content/ours/pack.yaml",
        "content/.hidden",
        "settings.json",
        ".settings.json.12345678.tmp",
    ):
        written(tmp_path / "data" / name, "x")
    written(tmp_path / "cache" / "content.json", "x")
    return tmp_path / "data"


def test_what_is_kept_is_counted(folder):
    assert kept_in(folder) == Kept(unsaved=1, versions=2, packs=1)
    assert kept_in(folder / "none") == Kept(unsaved=0, versions=0, packs=0)


def test_everything_is_removed_and_the_folders_with_it(folder):
    remove_all(folder, folder.parent / "cache")
    assert list(folder.parent.iterdir()) == []
    remove_all(folder, folder.parent / "cache")


def test_what_is_not_ours_stays(folder):
    mine = written(folder / "mine.txt", "x")
    elsewhere = written(folder.parent / "elsewhere" / "a.yaml", "x")
    shutil.rmtree(folder / "content")
    (folder / "content").symlink_to(elsewhere.parent)
    remove_all(folder, folder.parent / "cache")
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert mine.exists()
    assert elsewhere.exists()


def test_what_can_not_be_removed_is_told_and_the_rest_goes(folder, monkeypatch):
    rmtree = shutil.rmtree

    def held(path):
        if path.name == "log":
            raise PermissionError(errno.EACCES, "held")
        rmtree(path)

    monkeypatch.setattr(shutil, "rmtree", held)
    (problem,) = problems_of(remove_all, folder, folder.parent / "cache")
    assert problem.file == str(folder / "log")
    assert [path.name for path in folder.iterdir()] == ["log"]

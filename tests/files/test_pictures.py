import pytest

from selfassess.core.problem import FileProblemsError
from selfassess.files import pictures


def test_pictures_are_saved_under_their_names_in_a_folder_that_is_made(tmp_path):
    folder = tmp_path / "new" / "pictures"
    pictures.save(folder, {"profile": b"one"})
    pictures.save(folder, {"profile": b"two", "barriers": b"three"})
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {
        "profile.png": b"two",
        "barriers.png": b"three",
    }


def test_a_file_where_the_folder_should_be_is_a_problem_in_a_sentence(tmp_path):
    (tmp_path / "taken").write_text("here", encoding="utf-8")
    with pytest.raises(FileProblemsError):
        pictures.save(tmp_path / "taken", {"profile": b"one"})

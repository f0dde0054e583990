import json

import pytest

from selfassess.files.settings_file import (
    RECENT_LIMIT,
    Recent,
    Settings,
    read_settings,
    write_settings,
)
from tests.files.values import said

RECENT = Recent(path="a.selfassess", name="Northbridge", opened="2026-09-24")


def test_without_a_file_there_are_defaults(tmp_path):
    assert read_settings(tmp_path) == (Settings(), None)


def test_what_is_written_is_read(tmp_path):
    chosen = Settings(
        language="cy",
        theme="dark",
        text_scale=1.5,
        recent=(RECENT,),
        geometry="AAA=",
        remember_recent=False,
    )
    write_settings(tmp_path / "new", chosen)
    assert read_settings(tmp_path / "new") == (chosen, None)


def test_fields_of_another_version_are_dropped(tmp_path):
    recent = RECENT.model_dump() | {"colour": "red"}
    plain = {"theme": "light", "sound": True, "recent": [recent]}
    (tmp_path / "settings.json").write_text(json.dumps(plain))
    assert read_settings(tmp_path) == (Settings(theme="light", recent=(RECENT,)), None)


@pytest.mark.parametrize("bad", ["", "{", "[]", '{"theme": "pink"}', "[" * 100_000, '{"a": \x00}'])
def test_a_file_that_can_not_be_used_is_set_aside_and_told(tmp_path, bad):
    path = tmp_path / "settings.json"
    path.write_text(bad)
    settings, problem = read_settings(tmp_path)
    assert settings == Settings()
    assert said([problem]) == [
        (
            f"{path}: Your settings could not be read, so the defaults are in use."
            " The old ones are in settings-set-aside.json."
        )
    ]
    assert (tmp_path / "settings-set-aside.json").read_text() == bad
    assert not path.exists()


def test_settings_that_the_disk_refuses_are_told_and_left(tmp_path):
    (tmp_path / "settings.json").mkdir()
    settings, problem = read_settings(tmp_path)
    assert settings == Settings()
    assert problem.code == "file.is-folder"


def test_the_last_file_opened_comes_first_and_the_list_is_short():
    settings = Settings()
    for number in range(RECENT_LIMIT + 5):
        settings = settings.with_recent(RECENT.changed(path=str(number)))
    settings = settings.with_recent(RECENT.changed(path="20", name="Again"))
    assert len(settings.recent) == RECENT_LIMIT
    assert settings.recent[0].name == "Again"
    assert [one.path for one in settings.recent].count("20") == 1


def test_a_file_can_be_taken_off_the_list():
    assert Settings(recent=(RECENT,)).without_recent("a.selfassess").recent == ()


def test_nothing_is_remembered_for_those_who_do_not_want_it():
    settings = Settings(recent=(RECENT,), remember_recent=False)
    assert settings.with_recent(RECENT.changed(path="b")).recent == ()

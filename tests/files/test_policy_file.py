import json

import pytest

from selfassess import paths
from selfassess.files import content_index
from selfassess.files.policy_file import NAME, Policy, read_policy
from selfassess.files.settings_file import Recent, Settings
from tests.files.values import said

RECENT = Recent(path="a.selfassess", name="Northbridge", opened="2026-09-24")


def test_without_a_file_nothing_is_set(tmp_path):
    policy, problem = read_policy(tmp_path / "nowhere")
    assert (policy, problem) == (Policy(), None)
    assert policy.fixed == frozenset()
    assert policy.pack_folder is None
    own = Settings(theme="dark", recent=(RECENT,))
    assert policy.over(own) == own


def test_what_is_set_stands_in_place_of_what_the_user_chose(tmp_path):
    plain = {"language": "cy", "theme": "light", "text_scale": 1.25, "remember_recent": False}
    (tmp_path / NAME).write_text(json.dumps(plain))
    policy, problem = read_policy(tmp_path)
    assert problem is None
    assert policy.fixed == set(plain)
    held = policy.over(Settings(theme="dark", recent=(RECENT,), geometry="AAA="))
    assert held == Settings(**plain, geometry="AAA=")


def test_recent_files_stay_where_they_may_be_remembered():
    own = Settings(recent=(RECENT,), remember_recent=False)
    assert Policy(remember_recent=True).over(own).recent == (RECENT,)


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "{",
        "[]",
        '{"theme": "pink"}',
        '{"sound": 1}',
        '{"text_scale": 9}',
        "[" * 100_000,
        " " * 100_001,
    ],
)
def test_a_file_that_can_not_be_used_sets_nothing_and_is_told_in_a_sentence(tmp_path, bad):
    path = tmp_path / NAME
    path.write_text(bad)
    policy, problem = read_policy(tmp_path)
    assert policy == Policy()
    assert said([problem]) == [
        (
            f"{path}: The settings of your organisation could not be read, so they are not in use."
            " Tell the people who look after this computer."
        )
    ]
    assert path.read_text() == bad


def test_a_folder_in_its_place_is_told_too(tmp_path):
    (tmp_path / NAME).mkdir()
    assert read_policy(tmp_path)[1].code == "settings.policy-unused"


def test_packs_are_looked_for_in_the_organisations_folder_first(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "policy_folder", lambda: tmp_path)
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "own")
    assert content_index.pack_folders() == (tmp_path / "own" / "content",)
    (tmp_path / NAME).write_text(json.dumps({"content_packs": str(tmp_path / "all")}))
    assert content_index.pack_folders() == (tmp_path / "all", tmp_path / "own" / "content")
    assert content_index.packs_found() == ()

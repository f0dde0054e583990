from selfassess.files.case_drafts import NAME, draft, drop_draft, keep_draft
from tests.core.worlds import case_study


def test_a_draft_is_kept_read_and_dropped(tmp_path):
    assert draft(tmp_path, "a") is None
    keep_draft(tmp_path, "a", case_study("one"))
    keep_draft(tmp_path, "b", case_study("two"))
    assert draft(tmp_path, "a") == case_study("one")
    keep_draft(tmp_path, "a", case_study("three"))
    assert draft(tmp_path, "a") == case_study("three")
    drop_draft(tmp_path, "a")
    drop_draft(tmp_path, "a")
    assert draft(tmp_path, "a") is None
    assert draft(tmp_path, "b") == case_study("two")


def test_a_damaged_draft_is_as_good_as_none(tmp_path):
    keep_draft(tmp_path, "a", case_study("one"))
    (path,) = (tmp_path / NAME).iterdir()
    path.write_text("{")
    assert draft(tmp_path, "a") is None


def test_names_of_people_in_an_id_make_no_file_name(tmp_path):
    keep_draft(tmp_path, "../../a/b", case_study("one"))
    assert draft(tmp_path, "../../a/b") == case_study("one")
    assert len(list((tmp_path / NAME).iterdir())) == 1

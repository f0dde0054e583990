from selfassess import app as program
from selfassess.core.problem import Problem
from selfassess.files import content_index
from tests import builders


def test_a_pack_that_can_not_be_used_is_said_once_and_left_out(prompts, monkeypatch):
    content, problem = builders.content(), Problem("pack.no-about", "ours.zip")
    monkeypatch.setattr(content_index, "usable_content", lambda: (content, (problem,)))
    prompts.expect("ok")
    read = program._Content(prompts)
    assert read() is read() is content
    assert prompts.asked == ["A content pack can’t be used, so it is left out"]


def test_content_without_problems_is_read_without_a_word(prompts, monkeypatch):
    content = builders.content()
    monkeypatch.setattr(content_index, "usable_content", lambda: (content, ()))
    assert program._Content(prompts)() is content


def test_content_is_read_anew_after_a_change_of_packs(prompts, monkeypatch):
    read = program._Content(prompts)
    monkeypatch.setattr(content_index, "usable_content", lambda: (builders.content(), ()))
    first = read()
    read.forget()
    assert read() is not first


def test_content_that_was_read_ahead_asks_nothing_until_it_is_needed(prompts, monkeypatch):
    content, problem = builders.content(), Problem("pack.no-about", "ours.zip")
    monkeypatch.setattr(content_index, "usable_content", lambda: (content, (problem,)))
    read = program._Content(prompts)
    assert read.read() is content
    assert prompts.asked == []
    prompts.expect("ok")
    assert read() is content

import dataclasses
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from selfassess import __version__
from selfassess import app as program
from selfassess.files.policy_file import Policy
from selfassess.files.settings_file import Recent, Settings, read_settings
from selfassess.ui.act_list import act_list
from selfassess.ui.dialogs.help import HelpDialog
from selfassess.ui.help_texts import help_sections
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.tick import Tick
from selfassess.ui.preferences import Preferences
from selfassess.ui.theme import Look
from selfassess.words import languages as spoken
from selfassess.words import words_in
from selfassess.words.glossary import glossary
from tests import builders
from tests.pilot import Pilot
from tests.ui import north
from tests.ui.conftest import NowWorker
from tests.ui.told_order import gaps

SECTIONS = ("keys", "words", "figures", "safe", "about")


@pytest.fixture
def open_help(theme, qapp, qtbot):
    def make(content=None, size=(1366, 768)):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(*size)
        sections = help_sections((), act_list(), program.places(), content)
        dialog = HelpDialog(theme, qapp, (), window, sections)
        with qtbot.waitActive(dialog):
            dialog.show()
        dialog.pilot, dialog.above = Pilot(qtbot, dialog), window
        return dialog

    return make


def test_every_word_of_the_design_is_in_the_glossary():
    known = {term.id for term in glossary(words_in("en"))}
    wanted = [
        "assessment",
        "partnership",
        "purpose",
        "story",
        "organisation",
        "respondent",
        "questionnaire",
        "dimension",
        "topic",
        "level",
        "mode",
        "must-have",
        "evidence",
        "agreed",
        "minority-view",
        "barrier",
        "reach",
        "case-study",
        "action",
        "round",
        "step",
    ]
    assert set(wanted) <= known


def test_each_word_is_there_once_and_has_a_meaning():
    terms = glossary(words_in("en"))
    assert len({term.id for term in terms}) == len(terms)
    assert all(term.term and term.meaning.endswith(".") for term in terms)


def test_the_help_begins_with_keys_of_every_page(open_help):
    dialog = open_help()
    assert dialog.list.here == "keys"
    for words in ("Everywhere", "Answer, grid", "Case studies", "set a level", "search"):
        assert dialog.pilot.shows(words)


def test_sections_are_chosen_by_arrow_keys(open_help):
    dialog = open_help()
    dialog.list.setFocus()
    dialog.pilot.key("Down")
    assert dialog.pilot.shows("Minority view")
    dialog.pilot.key("Down")
    assert dialog.pilot.shows("Readiness statement")
    assert dialog.pilot.shows("What each reason for a case study weighs")
    dialog.pilot.key("Down")
    assert dialog.pilot.shows("Lock the file with a password")


def test_about_says_versions_dates_and_licences(open_help):
    dialog = open_help(north.content())
    dialog.show_section("about")
    assert dialog.pilot.shows(f"Version {__version__}")
    assert dialog.pilot.shows("Checked against its sources between")
    assert dialog.pilot.shows("LGPL 3 licence")
    assert dialog.pilot.shows("Domestic abuse")


def test_about_of_small_content_names_the_one_day(open_help):
    content = builders.content()
    dialog = open_help(content)
    dialog.show_section("about")
    assert dialog.pilot.shows("Checked against its sources on 3 September 2026.")


def test_a_word_is_brought_into_view(open_help):
    dialog = open_help()
    dialog.show_section("words", "action")
    assert dialog._body.verticalScrollBar().value() > 0


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("size", [(1366, 768), (700, 500)])
def test_every_section_has_names_and_can_be_drawn(open_help, section, size):
    dialog = open_help(north.content(), size)
    dialog.show_section(section)
    assert gaps(dialog) == []
    assert not dialog.grab().isNull()
    assert dialog._body.accessibleDescription()


def test_in_a_narrow_window_sections_are_a_list_to_drop_down(open_help):
    dialog = open_help(size=(620, 500))
    dialog.pilot.choose("Sections of the help", "Keep a file safe")
    assert dialog.pilot.shows("Leave people out")


@pytest.mark.parametrize(("act", "section"), [(f"help.{one}", one) for one in SECTIONS])
def test_every_section_can_be_opened_by_its_act(make_shell, act, section):
    shell = make_shell()
    shell.acts.action(act).trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog.list.here == section
    dialog.close()


def test_the_help_button_opens_the_keys_of_the_page(make_shell, qtbot):
    shell = make_shell()
    shell.opening.show_example()
    Pilot(qtbot, shell.window).press("Keys and help")
    dialog = QApplication.activeModalWidget()
    assert Pilot(qtbot, dialog).shows("On this page")
    dialog.close()


def preferences_of(shell, qtbot):
    Pilot(qtbot, shell.window).key("Ctrl+,")
    dialog = QApplication.activeModalWidget()
    return dialog, Pilot(qtbot, dialog)


def test_preferences_hold_at_once_and_are_remembered(make_shell, qtbot, theme, tmp_path):
    shell = make_shell()
    dialog, pilot = preferences_of(shell, qtbot)
    assert gaps(dialog) == []
    pilot.choose("Colours", "Dark")
    assert theme.look is Look.DARK
    pilot.choose("Text size", "125 %")
    assert theme.text_scale == 1.25
    pilot.choose("Language", "English")
    assert not dialog.grab().isNull()
    settings, _problem = read_settings(tmp_path / "data")
    assert (settings.theme, settings.text_scale, settings.language) == ("dark", 1.25, "en")
    pilot.press("Close")


def test_what_the_organisation_has_set_is_shown_and_can_not_be_chosen(
    make_shell, qtbot, theme, tmp_path
):
    policy = Policy(theme="dark", language="en", remember_recent=False)
    recent = Recent(
        path=str(tmp_path / "a.selfassess"), name="A", opened="2026-09-01T10:00:00+00:00"
    )
    shell = make_shell(Settings(recent=(recent,)), policy=policy)
    dialog, pilot = preferences_of(shell, qtbot)
    assert gaps(dialog) == []
    assert pilot.shows("Set by your organisation.")
    enabled = {
        choice.accessibleName(): choice.isEnabled() for choice in dialog.findChildren(Choice)
    }
    assert enabled == {"Colours": False, "Text size": True, "Language": False}
    assert not dialog.findChild(Tick).isEnabled()
    pilot.choose("Text size", "125 %")
    settings, _problem = read_settings(tmp_path / "data")
    assert settings == Settings(recent=(recent,), text_scale=1.25)
    pilot.press("Close")


def test_a_fixed_setting_is_neither_changed_nor_written(tmp_path):
    preferences = Preferences(Settings(), tmp_path, NowWorker(), Policy(theme="dark"))
    preferences.change(theme="light", text_scale=1.5)
    assert preferences.settings == Settings(theme="dark", text_scale=1.5)
    assert read_settings(tmp_path)[0] == Settings(text_scale=1.5)


def test_recent_files_can_be_hidden_and_are_then_forgotten(make_shell, qtbot, tmp_path):
    recent = Recent(
        path=str(tmp_path / "a.selfassess"), name="A", opened="2026-09-01T10:00:00+00:00"
    )
    shell = make_shell(Settings(recent=(recent,)))
    dialog, pilot = preferences_of(shell, qtbot)
    pilot.press("Show recent files on the start page")
    settings, _problem = read_settings(tmp_path / "data")
    assert not settings.remember_recent
    assert Pilot(qtbot, shell.window).shows("Recent files are not listed here.")
    assert settings.recent == ()
    pilot.press("Show recent files on the start page")
    settings, _problem = read_settings(tmp_path / "data")
    assert settings.remember_recent
    dialog.close()


def test_languages_are_those_that_have_words(tmp_path, monkeypatch):
    assert spoken.languages()[0] == ("en", "English")
    for code in ("cy", "ga"):
        folder = tmp_path / "locale" / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "selfassess.mo").write_bytes(b"")
    monkeypatch.setattr(spoken.paths, "RESOURCES", tmp_path)
    assert spoken.languages() == (("en", "English"), ("cy", "Cymraeg"), ("ga", "ga"))


def test_about_says_how_much_of_the_guidance_is_old():
    guidance = north.content().guidance
    notes = (*guidance.notes, *guidance.myths)
    years_later = max(note.checked for note in notes).replace(year=2030)
    for today in (date(2026, 11, 26), years_later):
        due = sum(note.needs_another_look(today) for note in notes)
        said = f"{due} notes of {len(notes)} are due to be checked again. Ask your data protection"
        about = help_sections((), act_list(), program.places(), north.content(), today)[-1]
        assert any(said in line.text for part in about.parts for line in part.lines)
    assert due == len(notes)
    silent = help_sections((), act_list(), program.places(), north.content())[-1]
    assert not any("checked again" in line.text for part in silent.parts for line in part.lines)


def test_about_is_silent_on_age_while_all_guidance_is_fresh():
    fresh = builders.content()
    notes = tuple(n for n in fresh.guidance.notes if not n.recheck and n.certainty == "certain")
    content = dataclasses.replace(fresh, guidance=fresh.guidance.changed(notes=notes, myths=()))
    today = max((note.checked for note in notes), default=date(2026, 11, 26))
    about = help_sections((), act_list(), (), content, today)[-1]
    assert not any("checked again" in line.text for part in about.parts for line in part.lines)

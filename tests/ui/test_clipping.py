"""No text is cut, shortened or written over."""

import pytest
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.body import Body
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.text import Text
from tests.ui import crosses, scenes
from tests.ui.clipping import faults, too_big
from tests.ui.longer import lengthened, speak_longer
from tests.ui.north import content


@pytest.fixture
def make_seen(make_shell, monkeypatch):
    """Makes the program with the worked example, in a language of `crosses`."""

    def make(language=crosses.ENGLISH):
        if language == crosses.LONGER:
            speak_longer(monkeypatch)
        return make_shell(content=content(), example=scenes.whole_example())

    return make


@pytest.fixture
def shell(make_seen):
    return make_seen()


def found(shell, theme, cross, names):
    theme.set_text_scale(cross.scale)
    theme.choose(cross.look)
    shell.window.resize(*cross.size)
    scenes.settle()
    told = []
    for name in names:
        window = scenes.show(shell, name)
        told += [f"{name}: {fault}" for fault in (*faults(window), *too_big(window, cross.size))]
        if scrolls_whole(window) and not cross.is_low:
            told.append(f"{name}: has no room for its head and foot")
        scenes.put_away(shell, window)
    return told


def scrolls_whole(window):
    return any(body.verticalScrollBar().maximum() for body in window.findChildren(Body))


@pytest.mark.parametrize("language", crosses.LANGUAGES)
def test_nothing_is_cut_in_a_few_sizes_and_looks(make_seen, theme, language):
    shell, told = make_seen(language), {}
    for names, cross in crosses.dealt(tuple(scenes.scenes())):
        if cross.language == language:
            told[cross.name] = found(shell, theme, cross, names)
    assert {name: faults for name, faults in told.items() if faults} == {}


@pytest.mark.slow
@pytest.mark.parametrize("cross", crosses.whole(), ids=lambda cross: cross.name)
def test_nothing_is_cut_in_any_size_look_or_length_of_words(make_seen, theme, cross):
    assert found(make_seen(cross.language), theme, cross, scenes.scenes()) == []


def test_every_size_is_seen_in_every_look_with_both_lengths_of_words():
    whole = crosses.whole()
    for size in scenes.SIZES:
        for look in crosses.LOOKS:
            here = [cross for cross in whole if (cross.size, cross.look) == (size, look)]
            assert {cross.language for cross in here} == set(crosses.LANGUAGES)
    sizes = {(cross.size, cross.scale, cross.language) for cross in whole}
    assert len(sizes) == len(scenes.SIZES) * len(scenes.SCALES) * len(crosses.LANGUAGES)


def test_every_window_of_the_program_is_looked_at():
    assert scenes.windows_there_are() == set(scenes.WINDOWS)


def test_the_longer_language_keeps_fields_and_grows_by_two_fifths():
    said = lengthened("Remove {name} with all its answers?")
    assert "{name}" in said
    assert len(said) >= 1.25 * len("Remove {name} with all its answers?")


def test_a_cut_word_is_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(120, 40)
    text = Text(theme, "Somebody else has changed this file.", parent=window)
    text.setGeometry(0, 0, 120, 20)
    window.show()
    assert "is cut above or below" in "\n".join(faults(window))
    text.setGeometry(0, 0, 120, 90)
    window.resize(120, 90)
    scenes.settle()
    assert faults(window) == []


def test_one_line_and_a_list_take_a_second_line_where_they_have_no_room(qtbot, theme):
    line = Text(theme, "14 people answered for 5 partners", wrap=False)
    choice = Choice(theme, says="Who")
    choice.offer((("a", "Northbridge Council, Domestic abuse coordinator"),))
    choice.mark("a")
    for part in (line, choice):
        qtbot.addWidget(part)
        part.resize(900, 40)
        part.show()
        usual = part.sizeHint().height()
        part.resize(150, 40)
        scenes.settle()
        assert part.sizeHint().height() > usual
        part.resize(900, 40)
        scenes.settle()
        assert part.sizeHint().height() == usual

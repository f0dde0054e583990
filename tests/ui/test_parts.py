import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from selfassess.ui import icons, sectors
from selfassess.ui.parts import marks
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.field import Field
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.spacing import STRETCH, Aligned, Gap, Share, Stretch, column, row


def painted(draw) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_leaves_ink(qapp, name):
    image = painted(lambda p: icons.draw(p, name, QRectF(0, 0, 64, 64), QColor("black")))
    blank = QImage(64, 64, QImage.Format.Format_ARGB32)
    blank.fill(Qt.GlobalColor.white)
    assert image != blank


def test_an_icon_for_menus_has_three_densities(qapp):
    assert len(icons.icon("check", QColor("black")).availableSizes()) == 3


def test_no_two_of_ten_partners_look_alike(theme):
    images = [
        painted(lambda p, k=k: marks.draw(p, theme, k, QPointF(32, 32), 40)) for k in range(10)
    ]
    assert all(a != b for k, a in enumerate(images) for b in images[k + 1 :])


def lettered(theme, letter: str, size: float) -> QImage:
    return painted(lambda p: marks.draw(p, theme, 0, QPointF(32, 32), size, letter=letter))


def test_a_letter_stands_in_a_large_mark_only(theme):
    assert lettered(theme, "C", 40) != lettered(theme, "P", 40)
    assert lettered(theme, "C", 12) == lettered(theme, "P", 12)


def test_text_wraps_and_says_how_tall_it_is(theme, qtbot):
    text = Text(theme, "one two three four five six seven eight nine ten")
    qtbot.addWidget(text)
    assert text.heightForWidth(80) > 3 * text.heightForWidth(2000)
    assert text.text() == "one two three four five six seven eight nine ten"


def test_a_run_of_words_can_be_read_as_one_text(theme, qtbot):
    text = Text(theme, (Run("We share "), Run("notices", "h2", "accent"), Run(".")))
    qtbot.addWidget(text)
    assert text.text() == "We share notices."


def test_one_line_of_text_shrinks(theme, qtbot):
    text = Text(theme, "a very long name of a partnership", wrap=False)
    qtbot.addWidget(text)
    assert text.minimumSizeHint().width() < text.sizeHint().width()
    assert not text.hasHeightForWidth()


def test_a_button_answers_to_enter(theme, qtbot):
    button = Button(theme, "Next", Rank.PRIMARY)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_choice_lets_single_keys_pass_that_begin_none_of_its_words(theme, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    seen = []
    owner.keyPressEvent = lambda event: seen.append(event.text())
    choice = Choice(theme, says="Partner", parent=owner)
    choice.offer((("c", "Council"), ("p", "Police")))
    qtbot.keyClick(choice, Qt.Key.Key_3)
    qtbot.keyClick(choice, Qt.Key.Key_P)
    assert seen == ["3"]
    assert choice.marked == "p"


LONG_CHOICE = "Northbridge and Westmoor partnership, domestic abuse coordinator"


def test_a_choice_that_nobody_has_laid_out_takes_one_line(theme, qtbot):
    choice = Choice(theme, says="Sheet")
    qtbot.addWidget(choice)
    usual = choice.sizeHint().height()
    choice.offer((("s", "Summary"), ("l", LONG_CHOICE)))
    choice.mark("l")
    assert choice.sizeHint().height() == usual


def test_a_choice_is_as_high_as_what_the_user_chose_needs(theme, qtbot):
    choice = Choice(theme, says="Sheet")
    qtbot.addWidget(choice)
    choice.offer((("s", "Summary"), ("l", LONG_CHOICE)))
    choice.mark("s")
    choice.resize(160, 36)
    choice.show()
    usual = choice.sizeHint().height()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.sizeHint().height() > usual
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert choice.sizeHint().height() == usual


def test_a_choice_keeps_what_holds_when_offered_anew(theme, qtbot):
    choice = Choice(theme, says="Partner")
    qtbot.addWidget(choice)
    choice.offer((("c", "Council"), ("p", "Police")))
    choice.mark("p")
    choice.offer((("p", "Police"), ("h", "Haven")))
    assert choice.marked == "p"


def test_segments_tell_and_wait_to_be_marked(theme, qtbot):
    segmented = Segmented(theme, (("a", "One"), ("b", "Two")), says="Pick")
    qtbot.addWidget(segmented)
    segmented.show()
    with qtbot.waitSignal(segmented.chosen) as told:
        qtbot.keyClick(segmented._segments[1], Qt.Key.Key_Space)
    assert told.args == ["b"]
    assert segmented.marked == ""
    segmented.mark("b")
    assert segmented.marked == "b"


def test_a_field_reads_its_error_out(theme, qtbot):
    field = Field(theme, "Name", "As people know it.")
    qtbot.addWidget(field)
    field.complain("Give a name.")
    assert field.is_wrong
    assert field.editor.accessibleDescription() == "Give a name. As people know it."
    field.complain("")
    assert not field.is_wrong


def test_a_flow_goes_on_to_a_new_line(theme, qtbot):
    flow = Flow()
    qtbot.addWidget(flow)
    buttons = [QPushButton("word", flow) for _ in range(4)]
    for button in buttons:
        button.setFixedSize(QSize(50, 20))
    flow.hold(*buttons)
    assert flow.heightForWidth(1000) == 20
    assert flow.heightForWidth(120) == 48
    assert flow.heightForWidth(10) > 100


def test_layouts_read_as_lists(qtbot):
    one, two, three = QWidget(), QWidget(), QWidget()
    layout = column(
        one, Gap(4), row(two, Gap(3)), STRETCH, Stretch(2), Share(three, 3), gap=5, margins=(1, 2)
    )
    assert layout.count() == 6
    assert layout.stretch(5) == 3
    assert layout.contentsMargins().left() == 1
    assert layout.contentsMargins().bottom() == 2
    owner = QWidget()
    owner.setLayout(layout)
    layout.addLayout(row(Aligned(QWidget(), Qt.AlignmentFlag.AlignLeft)))
    qtbot.addWidget(owner)


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Northbridge Council", "local-government"),
        ("Northshire Police", "police"),
        ("Northbridge NHS Trust", "health"),
        ("St Mary’s Academy", "education"),
        ("Haven", "voluntary"),
        ("Fire and Rescue Service", "fire"),
    ],
)
def test_the_sector_is_guessed_from_the_name(name, sector):
    assert sectors.likely_sector(name) == sector

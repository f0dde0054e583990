"""Acts: everything that can be done from anywhere, with its words and keys."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from selfassess.ui import icons
from selfassess.ui.act_list import Act, act_list
from selfassess.ui.style import clothe
from selfassess.ui.theme import SYSTEM, Look, Theme
from selfassess.words import _


class Acts(QObject):
    """The acts of the window; pages and menus show them, `Opening` and the theme do them.

    Signals:
        text_size_chosen: The user chose a text size; carries the scale.
        look_chosen: The user chose a look, or that of the system; carries its code.
    """

    text_size_chosen = Signal(float)
    look_chosen = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.list = act_list()
        self._made = {act.id: self._action(act) for act in self.list}
        self.new = self._made["file.new"]
        self.open = self._made["file.open"]
        self.example = self._made["file.example"]
        self.save = self._made["file.save"]
        self.save_copy = self._made["file.save-copy"]
        self.close = self._made["file.close"]
        self.quit = self._made["file.quit"]
        self.undo = self._made["edit.undo"]
        self.redo = self._made["edit.redo"]
        self.larger = self._made["view.larger"]
        self.smaller = self._made["view.smaller"]
        self.next_part = self._made["go.next-part"]
        self.help = self._made["help.keys"]
        self._history: QUndoStack | None = None
        self._drawn = False
        self._paused = False
        self._sizes = QActionGroup(self)
        self._looks = QActionGroup(self)
        self._offer_sizes()
        self._offer_looks()
        self.larger.triggered.connect(self._on_larger)
        self.smaller.triggered.connect(self._on_smaller)
        self.undo.triggered.connect(self._on_undo)
        self.redo.triggered.connect(self._on_redo)
        self._sizes.triggered.connect(self._on_size)
        self._looks.triggered.connect(self._on_look)
        theme.changed.connect(self._on_theme_changed)
        self.work_on(None)

    def work_on(self, history: QUndoStack | None) -> None:
        """Undo and redo in this history; none while nothing is open."""
        self._history = history
        for act in self.list:
            if act.while_open:
                self._made[act.id].setEnabled(history is not None)
        self.example.setEnabled(history is None)
        if history is not None:
            history.indexChanged.connect(self._on_history)
        self._on_history()

    def pause_history(self, paused: bool) -> None:
        """Let nothing be undone while the page in view does not show what it would change."""
        self._paused = paused
        self._on_history()

    def action(self, id_: str) -> QAction:
        """Return the act of an id, such as `go.search`."""
        return self._made[id_]

    def file_menu(self, parent: QWidget) -> QMenu:
        """Return the menu under the name of the file."""
        menu = QMenu(parent)
        clothe(menu, self._theme)
        menu.aboutToShow.connect(self._draw_icons)
        menu.setAccessibleName(_("File"))
        menu.addActions((self.undo, self.redo))
        menu.addSeparator()
        menu.addActions((self.action("go.search"), self.action("go.grid")))
        menu.addSeparator()
        menu.addActions((self.save, self.save_copy, self.action("file.earlier")))
        menu.addAction(self.action("file.new-round"))
        menu.addActions((self.action("file.forms"), self.action("file.bring-plan")))
        menu.addAction(self.action("file.bring-pack"))
        menu.addSeparator()
        menu.addActions((self.new, self.open, self.close))
        menu.addActions((self.action("go.portfolio"), self.action("go.own-cases")))
        menu.addSeparator()
        menu.addActions((self.action("view.preferences"), self.action("help.tour")))
        menu.addActions((self.help, self.action("help.about")))
        menu.addSeparator()
        menu.addAction(self.quit)
        return menu

    def view_menu(self, parent: QWidget) -> QMenu:
        """Return the menu of text sizes and looks."""
        menu = QMenu(parent)
        clothe(menu, self._theme)
        menu.aboutToShow.connect(self._draw_icons)
        menu.setAccessibleName(_("Text size and colours"))
        menu.addActions((self.larger, self.smaller))
        menu.addSeparator()
        menu.addActions(self._sizes.actions())
        menu.addSeparator()
        menu.addActions(self._looks.actions())
        menu.addSeparator()
        menu.addAction(self.action("view.preferences"))
        return menu

    def _action(self, act: Act) -> QAction:
        made = _made(act.words, self)
        made.setObjectName(act.id)
        made.setShortcuts([QKeySequence(key) for key in act.keys])
        self._window.addAction(made)
        return made

    def _offer_sizes(self) -> None:
        for scale in self._theme.text_scales:
            act = _made(_("Text {percent} %", percent=round(scale * 100)), self._sizes)
            act.setCheckable(True)
            act.setData(scale)
        self._on_theme_changed()

    def _offer_looks(self) -> None:
        names = {
            SYSTEM: _("Colours as on this computer"),
            Look.LIGHT.value: _("Light"),
            Look.DARK.value: _("Dark"),
            Look.CONTRAST.value: _("High contrast"),
        }
        for code, words in names.items():
            act = _made(words, self._looks)
            act.setCheckable(True)
            act.setData(code)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self._drawn = False
        for act in self._sizes.actions():
            act.setChecked(act.data() == self._theme.text_scale)
        for act in self._looks.actions():
            act.setChecked(act.data() == self._theme.choice)

    def _draw_icons(self) -> None:
        """Draw the icons when a menu first shows them, so that the window need not wait."""
        if not self._drawn:
            self._drawn = True
            theme = self._theme
            for act in self.list:
                icon = icons.icon(act.icon, theme.colour("ink2"), theme.px(16))
                self._made[act.id].setIcon(icon)

    def _on_history(self) -> None:
        history = self._history
        for act, words, can, what in (
            (self.undo, _("Undo"), history and history.canUndo(), history and history.undoText()),
            (self.redo, _("Redo"), history and history.canRedo(), history and history.redoText()),
        ):
            act.setEnabled(bool(can) and not self._paused)
            act.setText(_("{act}: {what}", act=words, what=what) if can and what else words)

    def _on_undo(self) -> None:
        if self._history is not None:
            self._history.undo()

    def _on_redo(self) -> None:
        if self._history is not None:
            self._history.redo()

    def _on_larger(self) -> None:
        self._step_text(1)

    def _on_smaller(self) -> None:
        self._step_text(-1)

    def _step_text(self, steps: int) -> None:
        self._theme.step_text(steps)
        self.text_size_chosen.emit(self._theme.text_scale)

    def _on_size(self, act: QAction) -> None:
        self._theme.set_text_scale(act.data())
        self.text_size_chosen.emit(self._theme.text_scale)

    def _on_look(self, act: QAction) -> None:
        self._theme.choose(act.data())
        self.look_chosen.emit(act.data())


def _made(words: str, parent: QObject) -> QAction:
    """Make an action; with its words at once Qt would have all about icons loaded."""
    made = QAction(parent)
    made.setText(words)
    return made

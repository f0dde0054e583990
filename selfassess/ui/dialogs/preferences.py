"""Preferences: colours, text size, language, and whether recent files are remembered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from selfassess.files.settings_file import Settings
from selfassess.ui.dialogs.dialog import Dialog
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.tick import Tick
from selfassess.ui.spacing import Aligned, Gap, M, S, Thing
from selfassess.ui.theme import SYSTEM, Look, Theme
from selfassess.words import _


class PreferencesDialog(Dialog):
    """Choices that hold at once; Close only closes.

    Signals:
        look_chosen: Another look was chosen; carries its code.
        text_size_chosen: Another text size was chosen; carries the scale.
        language_chosen: Another language was chosen; carries its code.
        recent_chosen: Recent files shall be remembered or not.
        removal_wanted: Everything that the program keeps here shall go.
    """

    look_chosen = Signal(str)
    text_size_chosen = Signal(float)
    language_chosen = Signal(str)
    recent_chosen = Signal(bool)
    removal_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        app: QApplication,
        settings: Settings,
        languages: tuple[tuple[str, str], ...],
        fixed: frozenset[str],
        parent: QWidget | None,
    ) -> None:
        """Make the dialog.

        Args:
            theme: Fonts, colours and measures.
            app: Tells where the keyboard is.
            settings: What holds now.
            languages: Code and name of the languages there are.
            fixed: The names of the settings that the organisation has set.
            parent: The window it stands above.
        """
        text = _("They hold on this computer only, and at once.")
        super().__init__(theme, app, _("Preferences"), text, parent)
        self._look = self._offer(_("Colours"), _looks(), theme.choice)
        sizes = tuple(
            (f"{s:g}", _("{percent} %", percent=round(s * 100))) for s in theme.text_scales
        )
        self._size = self._offer(_("Text size"), sizes, f"{theme.text_scale:g}")
        self._language = self._offer(_("Language"), languages, settings.language)
        self._recent = Tick(theme, _("Show recent files on the start page"), self)
        self._recent.setChecked(settings.remember_recent)
        done = Button(theme, _("Close"), Rank.PRIMARY, parent=self)
        done.setDefault(True)
        remove = Button(theme, _("Remove what this program keeps here…"), parent=self)
        remove.setAutoDefault(False)
        things: list[Thing] = []
        later = _("The language changes when the program starts next.")
        for name, choice, note in (
            ("theme", self._look, ""),
            ("text_scale", self._size, ""),
            ("language", self._language, later),
        ):
            label = Text(theme, choice.accessibleName(), "body_bold", parent=self)
            label.setBuddy(choice)
            things += [label, Gap(S), choice, *self._note(note, choice, name in fixed), Gap(M)]
        hide = _("Turn it off on a computer that others use too. The list is then emptied.")
        things += [
            Aligned(self._recent, Qt.AlignmentFlag.AlignLeft),
            *self._note(hide, self._recent, "remember_recent" in fixed),
        ]
        self.hold(tuple(things), (remove, done))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look.chosen.connect(self._on_look)
        self._size.chosen.connect(self._on_size)
        self._language.chosen.connect(self._on_language)
        self._recent.toggled.connect(self.recent_chosen)
        done.clicked.connect(self.accept)
        remove.clicked.connect(self._on_remove)

    def _offer(self, says: str, choices: tuple[tuple[str, str], ...], marked: str) -> Choice:
        choice = Choice(self.theme, says=says, style="body", parent=self)
        choice.offer(choices)
        choice.mark(marked)
        return choice

    def _note(self, note: str, chosen_by: QWidget, is_fixed: bool) -> tuple[Thing, ...]:
        """Say what there is to know of a choice, or that it is not the user's to make."""
        if is_fixed:
            note = _("Set by your organisation.")
            chosen_by.setEnabled(False)
            chosen_by.setAccessibleDescription(note)
        return (Gap(4), Text(self.theme, note, "small", "ink2", parent=self)) if note else ()

    def _on_remove(self) -> None:
        self.accept()
        self.removal_wanted.emit()

    def _on_look(self, code: str) -> None:
        self._look.mark(code)
        self.look_chosen.emit(code)

    def _on_size(self, scale: str) -> None:
        self._size.mark(scale)
        self.text_size_chosen.emit(float(scale))

    def _on_language(self, code: str) -> None:
        self._language.mark(code)
        self.language_chosen.emit(code)


def _looks() -> tuple[tuple[str, str], ...]:
    return (
        (SYSTEM, _("Colours as on this computer")),
        (Look.LIGHT.value, _("Light")),
        (Look.DARK.value, _("Dark")),
        (Look.CONTRAST.value, _("High contrast")),
    )

"""Guiding: opens the search, the help, the preferences and the tour, and goes where they lead.

What these need is loaded when it is first wanted, so that the window starts sooner.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from selfassess.core.content import Content
from selfassess.ui.act_list import Act, place_acts
from selfassess.ui.acts import Acts
from selfassess.ui.desk import Desk
from selfassess.ui.main_window import MainWindow
from selfassess.ui.means import Means
from selfassess.ui.new_round import begin_new_round
from selfassess.ui.page_menu import do, doable
from selfassess.ui.places import Place
from selfassess.ui.preferences import Preferences
from selfassess.words import _, interface
from selfassess.words.languages import languages

if TYPE_CHECKING:
    from selfassess.ui.models.finds import Find, Finds
    from selfassess.ui.tour import Tour

_HELP = ("help.keys", "help.words", "help.figures", "help.safe", "help.about")


class Guiding(QObject):
    """What helps to find one's way, on every page and on the start page.

    Signals:
        recent_changed: Recent files are shown, or are not any more.
    """

    recent_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        app: QApplication,
        acts: Acts,
        places: tuple[Place, ...],
        preferences: Preferences,
        means: Means,
    ) -> None:
        """Take over the acts that guide.

        Args:
            window: The window.
            app: The application.
            acts: The acts of the window.
            places: The pages that exist.
            preferences: What the user has chosen for the program.
            means: What is needed from outside.
        """
        super().__init__(window)
        self._window = window
        self._theme = window.theme
        self._app = app
        self._acts = acts
        self._places = places
        self._preferences = preferences
        self._means = means
        self._desk: Desk | None = None
        self._tour: Tour | None = None
        for id_ in _HELP:
            acts.action(id_).triggered.connect(self._on_help)
        acts.action("go.search").triggered.connect(self.search)
        acts.action("go.grid").triggered.connect(self._on_grid)
        acts.action("view.preferences").triggered.connect(self._on_preferences)
        acts.action("file.new-round").triggered.connect(self._on_new_round)
        acts.action("file.bring-plan").triggered.connect(self._on_bring_plan)
        acts.action("help.tour").triggered.connect(self.start_tour)

    @property
    def tour(self) -> "Tour | None":
        """The tour; None until it is first wanted."""
        return self._tour

    def start_tour(self) -> None:
        """Begin the tour."""
        from selfassess.ui.tour import Tour  # noqa: PLC0415  # loaded when needed

        if self._tour is None:
            example = self._acts.action("file.example").trigger
            self._tour = Tour(self._window, self._places, example, self)
        self._tour.start()

    def work_on(self, desk: Desk | None) -> None:
        """Guide through another assessment, or through none."""
        self._desk = desk
        if desk is None and self._tour is not None:
            self._tour.leave()

    def search(self) -> None:
        """Open the search."""
        from selfassess.ui.dialogs.search import SearchDialog  # noqa: PLC0415  # when needed

        dialog = SearchDialog(self._theme, self._app, self._look, self._window)
        dialog.gone_to.connect(self._on_gone_to)
        dialog.open()

    def help(self, section: str, at: str = "") -> None:
        """Open the help at a section, and there at a word."""
        from selfassess.ui.dialogs.help import HelpDialog  # noqa: PLC0415  # when needed
        from selfassess.ui.help_texts import help_sections  # noqa: PLC0415  # when needed

        page = self._window.aside or self._window.page
        here = page.hints() if page is not None else ()
        today = self._means.now().date()
        sections = help_sections(here, self._acts.list, self._places, self._content(), today)
        dialog = HelpDialog(self._theme, self._app, here, self._window, sections)
        dialog.open()
        dialog.show_section(section, at)

    def _content(self) -> Content:
        return self._desk.opened.content if self._desk is not None else self._means.content()

    def _look(self, text: str) -> "Finds":
        from selfassess.ui.models.finds import finds  # noqa: PLC0415  # loaded when needed

        desk = self._desk
        results = desk.opened.results if desk is not None and text.strip() else None
        return finds(text, self._offered(), self._content(), results, interface())

    def _offered(self) -> tuple[Act, ...]:
        places = place_acts(self._places) if self._desk is not None else ()
        can = (act for act in self._acts.list if self._acts.action(act.id).isEnabled())
        page = self._window.page
        here = doable(page.doing()) if page is not None else ()
        return tuple(act for act in (*here, *places, *can) if act.id != "go.search")

    def _on_gone_to(self, find: "Find") -> None:
        if find.kind == "act":
            self._do(find.id)
        elif find.kind == "word":
            self.help("words", find.id)
        elif find.kind == "question":
            self._window.go_to("walk", find.id)
        elif find.kind == "case":
            self._window.go_to("cases", find.id)
        elif find.kind == "barrier" and self._is_listed(find.id):
            self._window.go_to("barriers", find.id)
        else:
            self._read(find)

    def _read(self, find: "Find") -> None:
        from selfassess.ui.dialogs.reading import ReadingDialog  # noqa: PLC0415  # when needed
        from selfassess.ui.readings import reading_of  # noqa: PLC0415  # loaded when needed

        reading = reading_of(find, self._content(), self._means.now().date(), interface())
        dialog = ReadingDialog(self._theme, self._app, reading, self._window)
        dialog.source_wanted.connect(self._means.browse)
        dialog.open()

    def _is_listed(self, barrier: str) -> bool:
        desk = self._desk
        listed = desk.opened.results.barriers if desk is not None else ()
        return any(found.barrier.id == barrier for found in listed)

    def _do(self, id_: str) -> None:
        page = self._window.page
        if id_.startswith("page."):
            if page is not None:
                do(id_, page.doing())
        elif any(act.id == id_ for act in self._acts.list):
            self._acts.action(id_).trigger()
        else:
            self._window.go_to(id_.removeprefix("go."))

    def _on_help(self) -> None:
        self.help(self.sender().objectName().removeprefix("help."))

    def _on_grid(self) -> None:
        page = self._window.page
        if page is not None:
            there = "walk" if self._window.here == "grid" else "grid"
            self._window.go_to(there, page.at())

    def _on_preferences(self) -> None:
        from selfassess.ui.dialogs.preferences import PreferencesDialog  # noqa: PLC0415  # later

        settings, fixed = self._preferences.settings, self._preferences.fixed
        dialog = PreferencesDialog(
            self._theme, self._app, settings, languages(), fixed, self._window
        )
        dialog.look_chosen.connect(self._on_look)
        dialog.text_size_chosen.connect(self._on_text_size)
        dialog.language_chosen.connect(self._on_language)
        dialog.recent_chosen.connect(self._on_recent)
        dialog.removal_wanted.connect(self._acts.action("file.remove-all").trigger)
        dialog.open()

    def _on_look(self, code: str) -> None:
        self._theme.choose(code)
        self._preferences.change(theme=code)

    def _on_text_size(self, scale: float) -> None:
        self._theme.set_text_scale(scale)
        self._preferences.change(text_scale=self._theme.text_scale)

    def _on_language(self, code: str) -> None:
        self._preferences.change(language=code)

    def _on_recent(self, remembered: bool) -> None:
        recent = self._preferences.settings.recent if remembered else ()
        self._preferences.change(remember_recent=remembered, recent=recent)
        self.recent_changed.emit()

    def _on_new_round(self) -> None:
        if self._desk is not None and begin_new_round(self._desk):
            self._window.go_to("walk")

    def _on_bring_plan(self) -> None:
        if self._desk is None:
            return
        path = self._desk.prompts.file_to_open(_("Bring the plan back from Excel"), "*.xlsx")
        if path is not None and self._window.page is not None:
            self._window.go_to("plan")
            self._window.page.take_files((path,))

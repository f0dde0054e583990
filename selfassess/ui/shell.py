"""Shell: joins the window, the acts, what is open and the preferences."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize
from PySide6.QtWidgets import QApplication

from selfassess.core.assessment import Assessment
from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file
from selfassess.files.settings_file import Recent
from selfassess.loading import load
from selfassess.ui.acts import Acts
from selfassess.ui.desk import Desk
from selfassess.ui.guiding import Guiding
from selfassess.ui.keeper import Safety
from selfassess.ui.library import Library
from selfassess.ui.main_window import MainWindow
from selfassess.ui.means import Means
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.opening import Opening
from selfassess.ui.places import FORMS, Place
from selfassess.ui.preferences import Preferences
from selfassess.ui.prompts import Prompts
from selfassess.ui.safety_news import news_of
from selfassess.ui.saved_words import safety_words
from selfassess.ui.theme import Theme
from selfassess.words import _

if TYPE_CHECKING:
    from selfassess.ui.aside import Aside
    from selfassess.ui.pages.start import StartPage
    from selfassess.ui.parts.recent_row import RecentFile

_FORM, _PACK = ".xlsx", ".zip"
_CASE_STUDY = "case-study"
_PEEK = "selfassess.ui.peek"
_RECENT_SHOWN = 8
_FIRST_SIZE = QSize(1366, 768)


class Shell(QObject):
    """The whole face of the program, without the application around it."""

    def __init__(
        self,
        theme: Theme,
        app: QApplication,
        places: tuple[Place, ...],
        prompts: Prompts,
        preferences: Preferences,
        means: Means,
    ) -> None:
        """Build the face; it lives as long as the application.

        Args:
            theme: Fonts, colours and measures.
            app: The application.
            places: The pages that exist.
            prompts: Asks the user.
            preferences: What the user has chosen for the program.
            means: What is needed from outside.
        """
        super().__init__(app)
        self._theme = theme
        self._app = app
        self._prompts = prompts
        self._preferences = preferences
        self._means = means
        self._portfolio: Aside | None = None
        self._own_cases: Aside | None = None
        self._start: StartPage | None = None
        self.window = MainWindow(theme, app, places, self._made_start)
        self.window.setWindowTitle(_("Sharing readiness"))
        self.acts = Acts(theme, self.window)
        self.opening = Opening(prompts, means, self)
        self.guiding = Guiding(self.window, app, self.acts, places, preferences, means)
        self.window.top.set_menus(
            self.acts.file_menu(self.window), self.acts.view_menu(self.window)
        )
        self._connect()
        self._place_window()

    def open_first(self, path: Path | None) -> None:
        """Offer work that was not saved, of the file that was named if any, or open the file."""
        if not self.opening.recover(path) and not (path and self.opening.open_file(path)):
            self.window.show_start()

    def _connect(self) -> None:
        acts, opening, window = self.acts, self.opening, self.window
        acts.new.triggered.connect(opening.begin)
        acts.open.triggered.connect(opening.choose_file)
        acts.example.triggered.connect(opening.show_example)
        acts.save.triggered.connect(opening.save)
        acts.save_copy.triggered.connect(opening.save_copy)
        acts.action("file.earlier").triggered.connect(opening.choose_earlier)
        acts.action("file.remove-all").triggered.connect(self._on_remove_all)
        acts.action("file.forms").triggered.connect(self._on_forms)
        acts.action("file.bring-pack").triggered.connect(self._on_bring_pack)
        acts.action("go.portfolio").triggered.connect(self._on_portfolio)
        acts.action("go.own-cases").triggered.connect(self._on_own_cases)
        acts.close.triggered.connect(opening.close)
        acts.quit.triggered.connect(self.quit)
        acts.next_part.triggered.connect(window.next_part)
        acts.text_size_chosen.connect(self._on_text_size)
        acts.look_chosen.connect(self._on_look)
        window.aside_changed.connect(acts.pause_history)
        window.close_wanted.connect(self.quit)
        window.files_dropped.connect(self._on_dropped)
        window.top.help.clicked.connect(acts.help.trigger)
        window.help_wanted.connect(acts.help.trigger)
        window.top.search.clicked.connect(self.guiding.search)
        window.top.saved.again_wanted.connect(opening.save)
        window.banner.acted.connect(self._on_banner)
        window.banner.more_wanted.connect(self.guiding.start_tour)
        self.guiding.recent_changed.connect(self._show_recent)
        opening.begun.connect(self._on_begun)
        opening.ended.connect(self._on_ended)
        opening.safety_changed.connect(self._on_safety)
        opening.file_known.connect(self._on_file)

    def _made_start(self) -> "StartPage":
        start: StartPage = load("selfassess.ui.pages.start").StartPage(
            self._theme, _("Northbridge: police notices to schools")
        )
        start.view.setMenu(self.acts.view_menu(self.window))
        start.new_wanted.connect(self.opening.begin)
        start.open_wanted.connect(self.opening.choose_file)
        start.example_wanted.connect(self.opening.show_example)
        start.forms_wanted.connect(self._on_forms)
        start.portfolio_wanted.connect(self._on_portfolio)
        start.own_cases_wanted.connect(self._on_own_cases)
        start.help.clicked.connect(self.acts.help.trigger)
        start.recent_wanted.connect(self._on_recent)
        start.find_wanted.connect(self._on_find)
        start.remove_wanted.connect(self._on_remove)
        self._start = start
        self._show_recent()
        return start

    def quit(self) -> None:
        """Close the window, if what is open can be closed."""
        if self.opening.close():
            kept = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
            self._preferences.change(geometry=kept)
            self.window.may_close = True
            self.window.close()

    def _place_window(self) -> None:
        self.window.resize(_FIRST_SIZE)
        kept = self._preferences.settings.geometry
        if kept:
            self.window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))

    def _on_begun(self, opened: OpenAssessment, first: str) -> None:
        means = self._means
        desk = Desk(
            opened=opened,
            theme=self._theme,
            prompts=self._prompts,
            now=means.now,
            new_id=means.new_id,
            browse=means.browse,
            keep_in_file=self.opening.keep_in_file,
            content_of=self.opening.content_of,
            rehearse=self._rehearse,
            library=Library(
                folder=means.folder,
                documents=means.documents,
                worker=means.worker,
                built_in=means.built_in or means.content,
                reread=self.opening.reread_content,
            ),
        )
        self.window.work_on(desk)
        self.guiding.work_on(desk)
        self.acts.work_on(opened.history)
        opened.changed.connect(self._on_changed)
        self._show_name(opened.value)
        self.window.go_to(first)

    def _on_ended(self) -> None:
        self.acts.work_on(None)
        self.guiding.work_on(None)
        self.window.show_start()
        self.window.setWindowTitle(_("Sharing readiness"))
        self._show_recent()

    def _on_changed(self, before: Assessment, after: Assessment) -> None:
        if before.partnership.name != after.partnership.name:
            self._show_name(after)

    def _show_name(self, value: Assessment) -> None:
        name = value.partnership.name.strip() or _("New assessment")
        self.window.top.show_name(name)
        self.window.setWindowTitle(_("{name} – Sharing readiness", name=name))

    def _on_safety(self, safety: Safety) -> None:
        shown = safety_words(safety)
        self.window.announce_saved(
            shown.words,
            icon=shown.icon,
            trouble=shown.trouble,
            again=safety is Safety.FAILED,
        )
        banner, keeper = self.window.banner, self.opening.keeper
        news = news_of(keeper, self.opening.looked_at) if keeper else None
        if news is not None:
            banner.tell(news.kind, news.words, news.act, news.more)
        elif safety is not Safety.SAVING:
            banner.hide()

    def _on_banner(self) -> None:
        keeper = self.opening.keeper
        if keeper is None:
            return
        if keeper.safety is Safety.EXAMPLE:
            self.opening.close()
        elif keeper.safety is Safety.LOOKING:
            self.opening.stop_looking()
        elif keeper.safety is Safety.STOPPED:
            self.opening.save()
        else:
            self.opening.save_elsewhere()

    def _on_file(self, path: Path) -> None:
        opened = self.opening.opened
        if opened is not None:
            name = opened.value.partnership.name
            when = self._means.now().isoformat(timespec="seconds")
            self._preferences.remember(Recent(path=str(path), name=name, opened=when))

    def _show_recent(self) -> None:
        if self._start is None:
            return
        settings, now = self._preferences.settings, self._means.now()
        recent = settings.recent[:_RECENT_SHOWN]
        shown = tuple(load(_PEEK).plain(one, now) for one in recent)
        self._start.show_recent(shown, is_kept=settings.remember_recent)
        if recent:
            self._means.worker.do(_Peek(recent, now), self._on_peeked)

    def _on_peeked(
        self, files: "tuple[RecentFile, ...] | None", _error: FileProblemsError | None
    ) -> None:
        known = tuple(one.path for one in self._preferences.settings.recent[:_RECENT_SHOWN])
        shown = self._start if self.window.page is None else None
        if files and shown and tuple(file.path for file in files) == known:
            shown.show_recent(files)

    def _on_recent(self, path: str) -> None:
        self.opening.open_file(Path(path))

    def _on_find(self, path: str) -> None:
        found = self._prompts.file_to_open(_("Find {name}", name=Path(path).name), "*")
        if found is not None and self.opening.open_file(found):
            self._preferences.forget(path)

    def _on_remove(self, path: str) -> None:
        self._preferences.forget(path)
        self._show_recent()

    def _rehearse(self) -> None:
        self.opening.show_example()
        opened = self.opening.opened
        if opened is not None and opened.value.fictional:
            self.window.go_to("room")

    def _on_portfolio(self) -> None:
        if self._portfolio is None:
            page = load("selfassess.ui.pages.portfolio").PortfolioPage
            made: Aside = page(self._theme, self._prompts, self._means, self.window)
            self._portfolio = made
        self.window.show_aside(self._portfolio)

    def _on_own_cases(self) -> None:
        if self.window.here:
            self.window.go_to(_CASE_STUDY)
            return
        if self._own_cases is None:
            page = load("selfassess.ui.pages.case_library").CaseLibraryPage
            made: Aside = page(self._theme, self._prompts, self._means, self.window)
            self._own_cases = made
        self.window.show_aside(self._own_cases)

    def _on_bring_pack(self) -> None:
        path = self._prompts.file_to_open(_("Bring in a pack"), f"*{_PACK}")
        if path is not None:
            self._look_at_packs((path,))

    def _look_at_packs(self, paths: tuple[Path, ...]) -> None:
        self._on_own_cases()
        shown = self.window.aside or self.window.page
        if shown is not None:
            shown.take_files(paths)

    def _on_dropped(self, paths: list[Path]) -> None:
        if self.window.aside is not None:
            self.window.aside.take_files(tuple(paths))
            return
        forms = tuple(path for path in paths if path.suffix.casefold() == _FORM)
        if forms and self.window.page is not None:
            if self.window.here != "plan":  # there it is the plan that comes back
                self.window.go_to("prepare")
            self.window.page.take_files(forms)
            return
        packs = tuple(path for path in paths if path.suffix.casefold() == _PACK)
        if packs:
            self._look_at_packs(packs)
            return
        for path in paths:
            if path.suffix == assessment_file.ENDING:
                self.opening.open_file(path)
                return
        if forms:
            self._prompts.tell(
                _("Open the assessment first"),
                _("A form belongs to an assessment. Nothing was read. Open that, then drop it."),
            )
            return
        self._prompts.tell(
            _("This is no assessment"),
            _("Drop a file whose name ends in {ending}.", ending=assessment_file.ENDING),
        )

    def _on_forms(self) -> None:
        if self.window.page is not None or self.opening.choose_file():
            self.window.go_to("prepare", FORMS)

    def _on_remove_all(self) -> None:
        if load("selfassess.ui.removing").remove_everything(
            self.opening, self._prompts, self._means
        ):
            self.window.may_close = True
            self.window.close()

    def _on_text_size(self, scale: float) -> None:
        self._preferences.change(text_scale=scale)

    def _on_look(self, code: str) -> None:
        self._preferences.change(theme=code)


class _Peek:
    """Reads how far recent files have come, off the window's thread."""

    def __init__(self, recent: tuple[Recent, ...], now: datetime) -> None:
        self._recent = recent
        self._now = now

    def __call__(self) -> "tuple[RecentFile, ...]":
        return tuple(load(_PEEK).with_progress(one, self._now) for one in self._recent)

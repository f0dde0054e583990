"""Preferences: what the user has chosen for the program as a whole."""

from pathlib import Path
from typing import Any

from selfassess.core.problem import FileProblemsError
from selfassess.files.settings_file import Recent, Settings, write_settings
from selfassess.ui.worker import Worker


class Preferences:
    """Holds the settings and writes them whenever they change."""

    def __init__(self, settings: Settings, folder: Path, worker: Worker) -> None:
        self.settings = settings
        self._folder = folder
        self._worker = worker

    def change(self, **fields: Any) -> None:
        """Change some settings."""
        self._put(self.settings.changed(**fields))

    def remember(self, recent: Recent) -> None:
        """Put a file first among the recent ones."""
        self._put(self.settings.with_recent(recent))

    def forget(self, path: str) -> None:
        """Take a file off the recent ones."""
        self._put(self.settings.without_recent(path))

    def _put(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._worker.do(self._write, _ignore)

    def _write(self) -> None:
        write_settings(self._folder, self.settings)


def _ignore(_result: object, _error: FileProblemsError | None) -> None:
    """Let it be: settings that can't be written are not worth a question."""

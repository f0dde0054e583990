"""Preferences: what the user has chosen for the program as a whole."""

from pathlib import Path
from typing import Any

from selfassess.core.problem import FileProblemsError
from selfassess.files.policy_file import Policy
from selfassess.files.settings_file import Recent, Settings, write_settings
from selfassess.ui.worker import Worker

NO_POLICY = Policy()


class Preferences:
    """Holds the settings and writes them whenever they change."""

    def __init__(
        self, settings: Settings, folder: Path, worker: Worker, policy: Policy = NO_POLICY
    ) -> None:
        """Begin with the settings of the user.

        Args:
            settings: What the user has chosen.
            folder: The user's data folder.
            worker: Writes off the window's thread.
            policy: What the organisation has set: it holds, and is never written.
        """
        self._own = settings
        self._folder = folder
        self._worker = worker
        self._policy = policy

    @property
    def settings(self) -> Settings:
        """What holds."""
        return self._policy.over(self._own)

    @property
    def fixed(self) -> frozenset[str]:
        """The names of the settings that the organisation has set."""
        return self._policy.fixed

    def change(self, **fields: Any) -> None:
        """Change some settings; what the organisation has set stays."""
        self._put(self._own.changed(**{n: v for n, v in fields.items() if n not in self.fixed}))

    def remember(self, recent: Recent) -> None:
        """Put a file first among the recent ones, if they are shown."""
        if self.settings.remember_recent:
            self._put(self._own.with_recent(recent))

    def forget(self, path: str) -> None:
        """Take a file off the recent ones."""
        self._put(self._own.without_recent(path))

    def _put(self, settings: Settings) -> None:
        if settings != self._own:
            self._own = settings
            self._worker.do(self._write, _ignore)

    def _write(self) -> None:
        write_settings(self._folder, self._own)


def _ignore(_result: object, _error: FileProblemsError | None) -> None:
    """Let it be: settings that can't be written are not worth a question."""

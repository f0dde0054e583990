"""A file that is saved again and again while it is open, and never over what others wrote."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from selfassess.core.assessment import Assessment
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.files import assessment_file, disk
from selfassess.files.assessment_file import digest_of
from selfassess.files.journal import Origin, keep_earlier_version

CHANGED_ELSEWHERE = "file.changed-elsewhere"
VERSION_EVERY = timedelta(hours=1)


class SavedFile:
    """Knows what its file holds by our doing; used by one thread at a time.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, folder: Path, digest: str = "") -> None:
        """Begin to save.

        Args:
            path: The file.
            folder: The user's folder, for earlier versions.
            digest: The bytes of the file as they were read; whatever it holds may be written over
                where none is given.
        """
        self.path = path
        self._folder = folder
        self._digests = (digest,) if digest else ()
        self._version_kept: datetime | None = None

    @property
    def origin(self) -> Origin:
        """The file for the journal."""
        return Origin(self.path, self._digests)

    def save(
        self,
        assessment: Assessment,
        questionnaires: Iterable[Questionnaire],
        modules: Iterable[Module],
        now: datetime,
    ) -> None:
        """Save an assessment; once when it was opened, and hourly, keep what the file held before.

        Args:
            assessment: The assessment.
            questionnaires: Those that its rounds use.
            modules: Those that its rounds use.
            now: What time it is, with a time zone.

        Raises:
            FileProblemsError: it could not be saved; the file is as it was.
        """
        data = assessment_file.to_bytes(assessment, questionnaires, modules)
        before = self._before()
        if before is not None:
            self._keep_version(before, now)
            self._digests = (digest_of(before),)
        written = digest_of(data)
        # A disk may say no and have written all the same.
        self._digests = (*self._digests, written)
        assessment_file.write_bytes(self.path, data, self._before)
        self._digests = (written,)

    def _before(self) -> bytes | None:
        """Return what the file holds; None where there is none any more.

        Raises:
            FileProblemsError: it can't be read, or somebody else has written to it.
        """
        try:
            data = disk.read(self.path, assessment_file.SIZE_LIMIT)
        except FileProblemsError as error:
            if error.problems[0].code == "file.missing":
                return None
            raise
        if self._digests and digest_of(data) not in self._digests:
            raise FileProblemsError(Problem(CHANGED_ELSEWHERE, str(self.path)))
        return data

    def _keep_version(self, before: bytes, now: datetime) -> None:
        if self._version_kept is not None and now - self._version_kept < VERSION_EVERY:
            return
        try:
            keep_earlier_version(self._folder, self.path, before, now)
        except FileProblemsError:
            # Saving matters more; it is tried again with the next save.
            return
        self._version_kept = now

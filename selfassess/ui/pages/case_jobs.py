"""The slow work of the case study page, done off the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from selfassess.core.cases import CaseStudy
from selfassess.files import case_drafts, own_cases, pack_import
from selfassess.files.content_pack import usable
from selfassess.files.own_cases import Named
from selfassess.files.pack_files import NAME, entries, readable
from selfassess.files.pack_import import Coming
from selfassess.ui.library import Library
from selfassess.words import _, interface


@dataclass(frozen=True, slots=True)
class Shelf:
    """The user's own case studies, and the draft of one of them or of a new one, if any."""

    cases: tuple[CaseStudy, ...]
    draft: CaseStudy | None


@dataclass(frozen=True, slots=True)
class Looking:
    """Reads the user's own case studies, and the draft of something."""

    library: Library
    of: str

    def __call__(self) -> Shelf:
        """Read them."""
        folder = self.library.folder
        return Shelf(own_cases.own_cases(folder), case_drafts.draft(folder, self.of))


@dataclass(frozen=True, slots=True)
class Drafting:
    """Keeps the draft of something, or drops it."""

    library: Library
    of: str
    case: CaseStudy | None

    def __call__(self) -> None:
        """Keep it, or drop it where there is none."""
        if self.case is None:
            case_drafts.drop_draft(self.library.folder, self.of)
        else:
            case_drafts.keep_draft(self.library.folder, self.of, self.case)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Keeps a case study in the user's own library, and drops its draft."""

    library: Library
    case: CaseStudy
    of: str
    named: Named

    def __call__(self) -> CaseStudy:
        """Keep it; return it as it was kept."""
        folder, built_in = self.library.folder, self.library.built_in()
        kept = own_cases.keep(folder, self.case, built_in, self.named)
        case_drafts.drop_draft(folder, self.of)
        return kept


@dataclass(frozen=True, slots=True)
class Removing:
    """Takes a case study out of the user's own library, with its draft."""

    library: Library
    id: str
    of: str
    named: Named

    def __call__(self) -> None:
        """Take it out."""
        folder, built_in = self.library.folder, self.library.built_in()
        own_cases.take_out(folder, self.id, built_in, self.named)
        case_drafts.drop_draft(folder, self.of)


@dataclass(frozen=True, slots=True)
class Packing:
    """Writes the user's own case studies as a pack for others."""

    library: Library
    path: Path
    named: Named

    def __call__(self) -> Path:
        """Write it; return where."""
        cases = own_cases.own_cases(self.library.folder)
        own_cases.export(self.path, cases, self.library.built_in(), self.named)
        return self.path


@dataclass(frozen=True, slots=True)
class ReadingPack:
    """Looks at a pack of others."""

    library: Library
    path: Path

    def __call__(self) -> Coming:
        """Look at it."""
        return pack_import.looked_at(self.path, self.library.folder, self.library.built_in())


@dataclass(frozen=True, slots=True)
class BringingIn:
    """Takes a pack of others over."""

    library: Library
    coming: Coming
    named: Named

    def __call__(self) -> None:
        """Take it over."""
        built_in = self.library.built_in()
        pack_import.bring_in(self.coming, self.library.folder, built_in, self.named)


@dataclass(frozen=True, slots=True)
class ListingPacks:
    """Lists the packs in the user's folder, the user's own case studies not among them.

    What can't be used is listed by the name of its file, so that it can be taken out too.
    """

    library: Library

    def __call__(self) -> tuple[tuple[str, str], ...]:
        """Return ids and names."""
        language, folder = interface().language, self.library.folder / NAME
        found = usable(readable(folder)[0])
        known = {own_cases.path_of(self.library.folder), *(Path(pack.place) for pack in found)}
        broken = (path.name for path in entries(folder) if path not in known)
        return (
            *(
                (pack.about.id, f"{pack.about.title.say(language)} ({pack.name})")
                for pack in found
                if pack.about.id != own_cases.ID
            ),
            *((name, _("{file}, which can’t be used", file=name)) for name in broken),
        )


@dataclass(frozen=True, slots=True)
class TakingOut:
    """Takes a pack of others out of use."""

    library: Library
    id: str

    def __call__(self) -> Path:
        """Take it out; return where it lay."""
        return pack_import.take_out_pack(self.library.folder, self.id)

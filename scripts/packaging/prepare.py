"""Makes what the frozen program carries beside its modules; build.spec calls it."""

import py_compile
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from selfassess import paths
from selfassess.files import content_index
from selfassess.files.content_files import load_content

if TYPE_CHECKING:
    import zipfile


def write_content_index(folder: Path) -> Path:
    """Write the content index into a folder and return its path.

    Raises:
        FileProblemsError: a content file is not whole.
    """
    sources = content_index.digest(paths.QUESTIONNAIRES, paths.RESOURCES)
    path = folder / content_index.NAME
    content_index.write(path, load_content(), sources)
    return path


def write_shiboken_support(folder: Path) -> Path:
    """Write the Python half of shiboken, compiled, into a folder and return it.

    The library carries it as source and compiles it at every start, which is half of what importing
    Qt costs, unless it finds a folder `files.dir` beside itself.
    """
    import_module("PySide6.QtCore")
    archive: zipfile.ZipFile = sys.modules["shibokensupport"].__loader__.zfile
    target = folder / "files.dir"
    for member in archive.namelist():
        if member.startswith("shibokensupport/") and member.endswith(".py"):
            source = folder / "source" / member
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_bytes(archive.read(member))
            compiled = target / (member + "c")
            compiled.parent.mkdir(parents=True, exist_ok=True)
            py_compile.compile(
                str(source),
                cfile=str(compiled),
                dfile=member,
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
    return target

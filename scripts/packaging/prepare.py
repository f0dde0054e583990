"""Makes what the frozen program carries beside its modules; build.spec calls it."""

import importlib.util
import json
import os
import py_compile
import subprocess
import sys
from pathlib import Path

from selfassess import paths
from selfassess.files import content_index, tokens_file
from selfassess.files.content_files import load_content

_WRITES_STUBS = Path("shibokensupport", "signature", "lib", "pyi_generator.py")


def write_content_index(folder: Path) -> Path:
    """Write the content index into a folder and return its path.

    Raises:
        FileProblemsError: a content file is not whole.
    """
    sources = content_index.digest(paths.QUESTIONNAIRES, paths.RESOURCES)
    path = folder / content_index.NAME
    content_index.write(path, load_content(), sources)
    return path


def write_tokens(folder: Path) -> Path:
    """Write the design tokens as JSON into a folder and return its path."""
    path = folder / tokens_file.BUILT.name
    path.write_text(json.dumps(tokens_file.read_tokens()), encoding="utf-8")
    return path


def write_shiboken_support(folder: Path) -> Path:
    """Write the Python half of shiboken, compiled, into a folder and return it.

    The library carries it as source and compiles it at every start, which is half of what importing
    Qt costs, unless it finds a folder `files.dir` beside itself. What writes type stubs, which it
    would load at every start as well, is left empty.
    """
    laid_out = {**os.environ, "SBK_EMBED": "0"}  # has the library do so with its own copy
    subprocess.run([sys.executable, "-c", "import shiboken6.Shiboken"], env=laid_out, check=True)
    spec = importlib.util.find_spec("shiboken6")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("shiboken6")
    sources = Path(spec.origin).parent / "files.dir"
    (sources / _WRITES_STUBS).write_bytes(b"")
    target = folder / "files.dir"
    for source in sorted(sources.glob("shibokensupport/**/*.py")):
        member = source.relative_to(sources)
        compiled = target / f"{member}c"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        py_compile.compile(
            str(source),
            cfile=str(compiled),
            dfile=str(member),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
    return target

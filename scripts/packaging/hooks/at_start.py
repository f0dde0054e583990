"""Runs first in the built program, in place of what PyInstaller would run for Qt.

That loads Qt at once, also for commands that need none, and tells every program started from here
(a web browser, say) to look for Qt's plug-ins and for libraries in this folder. PySide6 finds its
own plug-ins, and the loader has read the path of libraries when this runs.

Some packages import far more than is used of them. pydantic looks for plug-ins through
importlib.metadata, which imports e-mail and with it sockets. snowballstemmer's own start imports
the stemmers of thirty languages; one is used, by its name. typing_extensions asks _socket for a
type and does without; some builds of Python have it in their library, where it can't be left out.
"""

import os
import sys
from pathlib import Path
from types import ModuleType

os.environ.pop("QT_PLUGIN_PATH", None)

if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

_plugins = ModuleType("pydantic.plugin._loader")
_plugins.get_plugins = tuple
sys.modules[_plugins.__name__] = _plugins

_stemmer = ModuleType("snowballstemmer")
_stemmer.__path__ = [str(Path(sys._MEIPASS) / "snowballstemmer")]  # noqa: SLF001 - PyInstaller's
sys.modules[_stemmer.__name__] = _stemmer

sys.modules["_socket"] = None

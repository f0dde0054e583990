"""Loads a module and all that it needs, which is most of the time that a start takes.

Records of which a start needs the class are named tuples for that reason: Python makes the class of
one in a fifth of the time that a frozen data class takes.
"""

import builtins
import gc
import importlib
import os
import sys
from types import ModuleType


def load(name: str) -> ModuleType:
    """Import a module with the garbage collector asleep: what is imported stays, so it finds none.

    This is also the one way to import something heavy only when it is needed.

    Args:
        name: The full name of the module.

    Raises:
        ImportError: there is no such module.
    """
    if not gc.isenabled():  # the window collects by itself, see ui/collecting.py
        return importlib.import_module(name)
    gc.disable()
    try:
        return importlib.import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def load_qt() -> None:
    """Import Qt for Python without two things that it does at every start and nobody here needs.

    Functions of Qt's libraries are looked up when they are first called, not all 13,000 at once.
    And once loaded, Qt for Python no longer reads the source of each module that is imported after
    it, to see whether it might ask for other names of methods (`from __feature__ import …`).
    """
    if sys.platform == "win32":  # looks functions up in its own way
        load("PySide6.QtWidgets")
    else:
        flags = sys.getdlopenflags()
        sys.setdlopenflags(os.RTLD_LAZY)
        try:
            load("PySide6.QtWidgets")
        finally:
            sys.setdlopenflags(flags)
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

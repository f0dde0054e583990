"""Loads a module and all that it needs, which is most of the time that a start takes.

Records of which a start needs the class are named tuples for that reason: Python makes the class of
one in a fifth of the time that a frozen data class takes.
"""

import gc
import importlib
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

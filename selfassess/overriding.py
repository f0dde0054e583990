"""`override` marks a method that takes the place of an inherited one, for type checkers.

Python has it from 3.12 on. The library that lends it to 3.11 would be loaded at each start for
this alone, which takes as long as a dozen of our own modules.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: Any) -> Any:
        """Return the method as it is."""
        return method


__all__ = ["override"]

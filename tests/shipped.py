"""The content that the program is shipped with, read once for all tests of a worker."""

from functools import cache

from selfassess.core.content import Content
from selfassess.files import content_index


@cache
def shipped() -> Content:
    """Return all built-in content; the index of it spares tests the reading of YAML."""
    return content_index.content(with_packs=False)

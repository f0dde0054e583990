"""Writes plain values as YAML that people can read and change, and that is read back as it was."""

import io
from typing import Any

_WIDTH = 100


def to_bytes(plain: Any, head: str = "") -> bytes:
    """Return the YAML of lists, mappings, texts, numbers, truth values and None.

    Args:
        plain: What is written; mappings keep their order.
        head: A comment before it, one line without its sign.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415  # loaded when first needed

    writer = YAML(typ="rt", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = _WIDTH
    text = io.StringIO()
    writer.dump(plain, text)
    comment = f"# {head}\n" if head else ""
    return (comment + text.getvalue()).encode()

"""Sharing readiness: how ready is a local partnership to share information."""

__version__ = "0.1.0"

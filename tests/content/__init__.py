"""Tests of the content itself."""

"""Tests of the program that runs without Python."""

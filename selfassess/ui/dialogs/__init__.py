"""Dialogs, opened through prompts."""

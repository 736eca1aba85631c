"""Manuscript in, translated manuscript out."""

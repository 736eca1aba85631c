"""Formats in which people bring and take translations, one a file."""

"""Finished lines, sound and shots in; film, captions and credits out."""

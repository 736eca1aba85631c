"""Repeatable chance, as all of the house have it."""

from video.chance import Chance

__all__ = ["Chance"]

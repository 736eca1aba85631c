"""Direction: from a scene's words to a list of shots. Pure: nothing is read but the tables of words.

A scene is told in one or more shots. Each begins with a line, shows who does what, and is as near as the moment asks.
"""

from __future__ import annotations

from video.shotlist import Acting, Directed, Doing, Mood, Near, Role, Said, ShotPlan

__all__ = ["Acting", "Directed", "Doing", "Mood", "Near", "Role", "Said", "ShotPlan"]

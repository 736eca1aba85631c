"""What a storyboard of twenty different scenes takes, as a user waits for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench.measure import Cost, cost
from tests.stories import environment

SCENES = (
    "A village with houses and a bridge", "A river with trees at dawn", "A beach with boats at sunset",
    "A forest by night",
    "A room with a table and a lamp", "A market with stalls and goats", "Mountains in the snow", "A desert with camels",
    "A field with two cows", "A village by night with a fire", "A school with a blackboard", "A harbour in the rain",
    "A city street with a bus", "A savanna with an elephant", "An island with palms", "A kitchen with an oven",
    "Rice terraces in the mist", "A garden with flowers", "A cave with a torch", "The sea in a storm",
)  # fmt: skip
HEAD = """---
title: Twenty scenes
language: en
characters:
  - {name: Sefa, look: "old fisherman, white beard, straw hat"}
  - {name: Mele, look: "girl, braids, green dress"}
---
"""


def story() -> str:
    """Twenty scenes, two shots each."""
    told = "Sefa walked down the long path to the place where he had been born so many years before."
    said = "Grandfather, will you take me with you today, as you have always promised me?"
    scenes = (f"# {n}\n\n![{what}. Sefa and Mele.]\n\n{told}\n\n**Mele:** {said}\n" for n, what in enumerate(SCENES, 1))
    return HEAD + "\n" + "\n".join(scenes)


def took(folder: Path) -> Cost:
    """The command, from its start to its end."""
    script = folder / "twenty.en.md"
    script.write_text(story(), encoding="utf-8")
    words = [sys.executable, "-m", "flows.cli", "storyboard", str(script), "--to", "twenty.html"]
    return cost(lambda: subprocess.run(words, cwd=folder, env=environment(folder), check=True, capture_output=True))

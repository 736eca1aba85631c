"""Films made only by neural engines: tiny models of the published classes, each in the environment that it needs."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from languages.environments import environment
from publishing.film import verify_film
from tests.conftest import Ran
from tests.flows.test_make import Command, lines, made
from tests.stories import ROOT, report, write_story

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

STORY = """---
title: El puente de hilo
language: es
characters:
  - name: Luna
    look: vestido blanco
avoid: [gafas]
---

# El río

![La vieja tejía un puente de hilo. Luna.]

La vieja tejía un puente de hilo.

**Luna:** Hola mundo.

# El zorro

![El rápido zorro marrón salta sobre el perro perezoso.]

¿Cómo estás hoy?
"""
NEURAL = ("nllb-200-distilled-600M", "mms-tts-quy", "ctc-quy", "flux.1-schnell", "wan2.1-t2v-1.3b")


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Builds tiny checkpoints in a weights folder of the test's own, in the environment that has their packages."""
    root = tmp_path / "weights"
    root.mkdir()
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(root))

    def build(kind: str, *names: str) -> Path:
        found = environment(kind)
        if not found.complete:
            pytest.skip(f"the environment {kind} is not built: scripts/test-engines {kind}")
        command = [str(found.python), "-m", "tests.tiny", str(root), *names]
        env = {"PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
        ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=300)
        assert ran.returncode == 0, ran.stderr[-3000:]
        return root

    return build


def test_a_film_is_made_only_by_neural_engines(tiny: Callable[..., Path], command: Command, story_home: Path) -> None:
    tiny("neural", *NEURAL)
    write_story(story_home, STORY, "hilo.es.md")
    out = story_home / "out"
    wish = ("hilo.es.md", "--to", "quy", "--pictures", "image+wan", "--check", "--size", "96x64")
    refused = command("make", *wish)
    assert refused.code == 4, "for commercial use nothing may translate or speak"
    assert not out.exists() or not list(out.rglob("*.mp4"))
    ran = command("make", *wish, "--use", "nonprofit")
    assert ran.code == 0, ran.err
    assert made(out, "hilo") == {"translate": 4, "speak": 3, "listen": 3, "shot": 2, "film": 1}
    facts = verify_film(out / "hilo" / "quy" / "hilo.mp4")
    assert facts.end_apart_s <= 0.025
    told = lines(out, "quy", "hilo")
    assert {line["engine"] for line in told.values()} == {"translation/nllb nllb-200-distilled-600M:spa_Latn>quy_Latn"}
    assert {line["voice"] for line in told.values() if line["voice"]} == {"speech/mms:mms-tts-quy"}
    heard = [f["text"] for line in told.values() for f in line["findings"] if f["kind"] == "heard"]  # type: ignore[union-attr]
    assert len(heard) == 3, "a voice that only hums is not taken for one that says the text"
    credits = (out / "hilo" / "quy" / "credits.md").read_text(encoding="utf-8").replace("\\", "")
    for engine in ("translation/nllb", "speech/mms", "speech/align", "video/wan", "video/image", "CC-BY-NC-4.0"):
        assert engine in credits, engine
    assert command("make", *wish, "--use", "nonprofit").code == 0
    assert sum(made(out, "hilo").values()) == 0


def test_the_rest_of_a_film_does_not_notice_that_its_ear_lives_elsewhere(
    tiny: Callable[..., Path], command: Command, story_home: Path
) -> None:
    """fairseq2 needs another torch: its ear works in an environment of its own, beside a voice of this one."""
    tiny("fairseq2", "omniasr-ctc-300m")
    write_story(story_home)
    ran: Ran = command("make", "pan.es.md", "--to", "es", "--check", "--size", "96x64")
    assert ran.code == 0, ran.err
    assert made(story_home / "out")["listen"] == 3
    assert "speech/omnilingual" in (story_home / "out" / "pan" / "es" / "credits.md").read_text(encoding="utf-8")
    assert report(story_home / "out")["finished"]

"""A real ear (Whisper-base, int8) listens back to real speech (espeak, Festival): are faults told from right lines?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import soundfile

from languages.card import Failed
from speech.cer import errors
from speech.check import Expected, Judgement, expected_of, judge
from speech.engine import ListenJob, SpeakJob, Spoken, Transcript
from speech.engines.espeak import Engine as Espeak
from speech.engines.faster_whisper import Engine as Ear
from speech.engines.festival import Engine as Festival
from tests.weights import real_whisper_base

LINES = {
    "en": """The old woman wove a bridge of thread across the river.
Every morning the children walked over it to school.
One winter the water rose and carried away the stones.
Nobody in the village knew who had taken the boat.
The fisherman shared his bread with seven hungry travellers.
In spring the swallows came back and built their nests.
My grandmother told me this story when I was small.
The king promised a bag of gold to the bravest rider.
At night we could hear the wolves on the hill.
She opened the door slowly and looked into the dark room.""",
    "es": """La abuela tejió un puente de hilo sobre el río.
Todas las mañanas los niños lo cruzaban para ir a la escuela.
Un invierno el agua subió y se llevó las piedras.
Nadie en el pueblo sabía quién había tomado la barca.
El pescador compartió su pan con siete viajeros hambrientos.
En primavera las golondrinas volvieron y hicieron sus nidos.
Mi abuela me contó esta historia cuando yo era pequeño.
El rey prometió una bolsa de oro al jinete más valiente.
Por la noche oíamos a los lobos en la montaña.
Ella abrió la puerta despacio y miró la habitación oscura.""",
    "ca": """L'àvia va teixir un pont de fil sobre el riu.
Cada matí els nens el travessaven per anar a l'escola.
Un hivern l'aigua va pujar i es va endur les pedres.
Ningú del poble no sabia qui havia agafat la barca.
El pescador va compartir el pa amb set viatgers afamats.
A la primavera les orenetes van tornar i van fer els nius.
La meva àvia em va explicar aquesta història quan era petit.
El rei va prometre una bossa d'or al genet més valent.
A la nit sentíem els llops a la muntanya.
Ella va obrir la porta a poc a poc i va mirar la cambra fosca.""",
}
APPROVED = 5
"""So many of the lines stand for those that a person approved; the others are judged."""


@dataclass(frozen=True, slots=True)
class Case:
    """A line as it is written, and what is spoken for it."""

    language: str
    text: str
    spoken: str
    voice: str
    kind: str


def cases(language: str, other: str) -> Iterable[Case]:
    lines = LINES[language].splitlines()
    for n, text in enumerate(lines):
        yield Case(language, text, text, language, "approved" if n < APPROVED else "right")
    judged = lines[APPROVED:]
    for n, text in enumerate(judged):
        words = text.split()
        third = len(words) // 3
        yield Case(language, text, " ".join(words[:third] + words[-third:]), language, "words left out")
        yield Case(language, text, judged[n - 1], language, "another line")
        if n < 3:
            phrase = " ".join(words[:-2])
            yield Case(language, text, f"{phrase}, {phrase}, {' '.join(words[-2:])}", language, "repeated phrase")
            yield Case(language, text, LINES[other].splitlines()[n + APPROVED], other, "another language")


@pytest.fixture(scope="module")
def ear(weights: Path) -> Ear:
    if why := real_whisper_base(weights):
        pytest.skip(f"Whisper-base {why}")
    return Ear(weights)


def heard(ear: Ear, told: list[Case], folder: Path) -> list[str]:
    """What the ear writes down of each case: Catalan is spoken by Festival, the others by espeak."""
    mouths = {"en": Espeak(), "es": Espeak(), "ca": Festival()}
    asked: list[ListenJob] = []
    for i, case in enumerate(told):
        mouth = mouths[case.voice]
        voice = mouth.voices(case.voice)[0].id
        job = SpeakJob(line=f"{i}", text=case.spoken, language=case.voice, voice=voice, folder=str(folder))
        (spoken,) = mouth.speak((job,))
        assert isinstance(spoken, Spoken), spoken
        ear_id = f"faster-whisper-base:{case.language}"
        asked.append(ListenJob(line=f"{i}", ear=ear_id, sound=spoken.path, language=case.language))
    for mouth in mouths.values():
        mouth.close()
    answers = ear.listen(tuple(asked))
    assert [a.line for a in answers if isinstance(a, Transcript)] == [j.line for j in asked]
    return [a.text for a in answers if isinstance(a, Transcript)]


def auc(right: list[float], wrong: list[float]) -> float:
    """Chance that a wrong line scores higher than a right one (Mann and Whitney 1947)."""
    return float(np.mean([(w > r) + 0.5 * (w == r) for w in wrong for r in right]))


@pytest.mark.timeout(600)
def test_seeded_faults_are_told_from_right_lines(ear: Ear, tmp_path: Path) -> None:
    scores: dict[str, list[float]] = {}
    alarms = 0
    for language, other in (("en", "es"), ("es", "en"), ("ca", "en")):
        told = list(cases(language, other))
        transcripts = heard(ear, told, tmp_path)
        rates = [errors(c.text, t).rate for c, t in zip(told, transcripts, strict=True) if c.kind == "approved"]
        expected = expected_of(Expected(rate=None), rates, ())
        for case, transcript in zip(told, transcripts, strict=True):
            verdict = judge(case.text, transcript, expected)
            assert verdict.judgement is not Judgement.UNKNOWN
            scores.setdefault(case.kind, []).append(verdict.score)
            alarms += case.kind == "right" and verdict.judgement is Judgement.SUSPECT
    right = scores["right"]
    wrong = [score for kind, found in scores.items() if kind not in ("right", "approved") for score in found]
    told_by_kind = {kind: round(auc(right, found), 3) for kind, found in scores.items()}
    print({"auc": round(auc(right, wrong), 3), "by kind": told_by_kind, "false alarms": f"{alarms} of {len(right)}"})
    assert auc(right, wrong) >= 0.95
    assert alarms <= len(right) // 5
    missed = sum(score < 1 for score in wrong)
    assert missed <= len(wrong) // 10


def test_silence_and_what_is_too_short_is_refused_not_guessed(ear: Ear, tmp_path: Path) -> None:
    sounds = {"silence": np.zeros(96_000), "short": np.full(4_800, 0.1), "nan": np.full(96_000, np.nan)}
    jobs: list[ListenJob] = []
    for name, sound in sounds.items():
        path = tmp_path / f"{name}.wav"
        soundfile.write(path, sound, 48_000, subtype="FLOAT")
        jobs.append(ListenJob(line=name, ear="faster-whisper-base:en", sound=str(path), language="en"))
    silence, short, nan = ear.listen(tuple(jobs))
    assert isinstance(silence, Failed)
    assert "silence" in silence.reason
    assert isinstance(short, Failed)
    assert "0.10 s: too short" in short.reason
    assert isinstance(nan, Failed)
    assert "NaN" in nan.reason


def test_three_hours_are_refused_before_they_are_read(ear: Ear, tmp_path: Path) -> None:
    path = tmp_path / "long.flac"
    with soundfile.SoundFile(path, "w", 8_000, 1) as file:
        for _ in range(3 * 60):
            file.write(np.zeros(60 * 8_000, np.float32))
    (answer,) = ear.listen((ListenJob(line="a", ear="faster-whisper-base:en", sound=str(path), language="en"),))
    assert isinstance(answer, Failed)
    assert "3.0 h" in answer.reason

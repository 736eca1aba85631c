from __future__ import annotations

import hashlib
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import soundfile

from languages.card import Failed
from languages.errors import EngineUnusable, MissingProgram
from speech import festival_process
from speech.engine import SpeakJob, Spoken
from speech.engines.festival import Engine
from speech.festival_voice import DATA, VARIANTS, VOICE_FILE, revoiced
from speech.sound import LINE_LUFS, LINE_PEAK_DBTP
from tests.stories import ROOT

SENTENCE = "Fa molt de temps, en un poble de 12 cases a la vora del riu, vivia una dona vella."
TWO = f"{SENTENCE} «L’aigua va créixer!», va dir; i l'any 1998 es va endur el pont."

Speak = Callable[..., Spoken]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    festival = Engine()
    festival.load()
    yield festival
    festival.close()


def job(text: str, folder: Path, voice: str = "ona", language: str = "ca") -> SpeakJob:
    return SpeakJob(line="a", text=text, language=language, voice=voice, folder=str(folder))


@pytest.fixture
def speak(engine: Engine, tmp_path: Path) -> Speak:
    def one(text: str, voice: str = "ona", language: str = "ca") -> Spoken:
        (result,) = engine.speak((job(text, tmp_path, voice, language),))
        assert not isinstance(result, Failed), result.reason
        return result

    return one


def digest(spoken: Spoken) -> str:
    return hashlib.sha256(Path(spoken.path).read_bytes()).hexdigest()


def pid_of(engine: Engine) -> int:
    assert engine._festival is not None
    return engine._festival.pid


def test_two_sentences_are_spoken_with_every_word_heard_and_timed(speak: Speak) -> None:
    spoken = speak(TWO)
    utterance = spoken.utterance
    samples, rate = soundfile.read(spoken.path)
    assert (rate, samples.ndim, len(samples)) == (48_000, 1, utterance.length)
    assert 8 < len(TWO) / (utterance.length / 48_000) < 20  # letters a second
    assert utterance.loudness_lufs == pytest.approx(LINE_LUFS, abs=0.3)
    assert utterance.peak_dbtp <= LINE_PEAK_DBTP
    assert [w.text for w in utterance.words] == TWO.split()
    assert all(TWO[w.offset :].startswith(w.text) for w in utterance.words)
    assert all(w.reported for w in utterance.words)
    assert all(w.end - w.start > 2400 for w in utterance.words)
    assert all(a.end <= b.start for a, b in zip(utterance.words, utterance.words[1:], strict=False))
    assert utterance.words[-1].end <= utterance.length
    assert utterance.findings == ()


def test_a_word_begins_where_its_sound_begins(speak: Speak) -> None:
    spoken = speak("Ara, pa, sal, tota, cosa.")
    samples, _ = soundfile.read(spoken.path)
    for word in spoken.utterance.words[1:]:
        before, after = (np.abs(samples[word.start + a : word.start + b]).max() for a, b in ((-4800, -480), (0, 7200)))
        assert after > 8 * before, word


def test_equal_text_gives_equal_bytes_whatever_was_spoken_before_and_in_another_process(speak: Speak) -> None:
    first = digest(speak(TWO, "ona+man"))
    speak("Una altra cosa.", "ona+child")
    speak("I una altra.")
    assert digest(speak(TWO, "ona+man")) == first
    code = (
        "import sys, tempfile, hashlib, pathlib\n"
        "from speech.engines.festival import Engine\n"
        "from speech.engine import SpeakJob\n"
        "engine = Engine()\n"
        "with tempfile.TemporaryDirectory() as d:\n"
        "    job = SpeakJob(line='a', text=sys.argv[1], language='ca', voice='ona+man', folder=d)\n"
        "    (r,) = engine.speak((job,))\n"
        "    print(hashlib.sha256(pathlib.Path(r.path).read_bytes()).hexdigest())\n"
        "engine.close()\n"
    )
    other = subprocess.run([sys.executable, "-c", code, TWO], capture_output=True, text=True, check=True, cwd=ROOT)
    assert other.stdout.strip() == first


HARMS = (
    '") (system "touch {}") (',
    "'(system \"touch {}\")",
    "hola\") ) (system \"touch {}\") (quit) ((\"",
    "#.(system \"touch {}\")",
    "(quit)",
    "'(quit)",
    "\\\" (quit) \\",
    "%s %l %d %n hola",
    "; hola",
    "T hola\nW 0 1\nE\nF",
    "E",
    "F",
    "\u0000\u0004 hola \u001b[0m\r\nhola",
    "hola ÿ hola",
    "hola\u2028(quit)",
)  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
def test_text_is_only_text_to_the_interpreter(engine: Engine, tmp_path: Path, harm: str) -> None:
    touched = tmp_path / "touched"
    place = tmp_path / "sound"
    place.mkdir()
    before = pid_of(engine)
    text = harm.format(touched) if "{}" in harm else harm
    result, after = engine.speak((job(text, place), job("Adéu a tothom.", place)))
    assert isinstance(result, Spoken), result
    assert [w.text for w in result.utterance.words] == text.split()
    assert isinstance(after, Spoken), after
    assert after.utterance.length == pytest.approx(engine.speak((job("Adéu a tothom.", place),))[0].utterance.length)  # type: ignore[union-attr]
    assert pid_of(engine) == before
    assert not touched.exists()


def test_texts_never_stand_in_what_the_interpreter_is_told(
    engine: Engine, speak: Speak, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bytes] = []
    tell = festival_process.Festival._tell

    def listen(self: festival_process.Festival, command: bytes) -> None:
        told.append(command)
        tell(self, command)

    monkeypatch.setattr(festival_process.Festival, "_tell", listen)
    speak("Hola. Bon dia.")
    speak("Adéu.", "ona+old-man")
    assert told == [b"(vernacast-speak 'vernacast-ona)\n"] * 2 + [b"(vernacast-speak 'vernacast-old-man)\n"]
    assert engine._festival is not None
    with pytest.raises(ValueError, match="not a name"):
        engine._festival.speak("hola", "x)(quit", b"")


def test_what_a_user_tells_festival_for_himself_neither_runs_nor_changes_a_sound(
    tmp_path: Path, speak: Speak, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = digest(speak("Hola."))
    (tmp_path / ".festivalrc").write_text(f'(system "touch {tmp_path}/ran")\n')
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FESTLIBDIR", str(tmp_path))
    fresh = Engine()
    (result,) = fresh.speak((job("Hola.", tmp_path),))
    fresh.close()
    assert isinstance(result, Spoken)
    assert digest(result) == first
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(("text", "same"), [("25 pans", "Vint-i-cinc pans"), ("12.000", "dotze mil"), ("5 €", "5€")])
def test_numbers_and_signs_are_read(speak: Speak, text: str, same: str) -> None:
    assert speak(text).utterance.length == pytest.approx(speak(same).utterance.length, rel=0.15)


def test_numbers_too_large_for_the_front_end_are_read_digit_by_digit(speak: Speak) -> None:
    # As one number it says «Error Número massa gran»: 2.0 s however long it is.
    lengths = [speak("9" * n).utterance.length for n in (13, 26)]
    assert lengths[1] > 1.7 * lengths[0] > 1.7 * 48_000 * 2.5


def test_letters_that_the_voice_does_not_have_are_named(speak: Speak) -> None:
    spoken = speak("En Łukasz diu Ελλάδα a la Jožica.")
    (finding,) = spoken.utterance.findings
    for char in ("Ł", "λ", "ž"):
        assert f"«{char}»" in finding.text
    assert speak("Ca\u0301 l’œuvre de col·legi naïf").utterance.findings == ()


@pytest.mark.parametrize("text", ["", "  ", "…", "«¡¿?!»", "\u202e", "Ελλάδα", "中文", "\u0301"])
def test_text_without_anything_to_say_is_failed_and_never_silence(engine: Engine, tmp_path: Path, text: str) -> None:
    (result,) = engine.speak((job(text, tmp_path),))
    assert isinstance(result, Failed)
    assert result.reason.endswith(("remove it.", "record the line."))
    assert not list(tmp_path.iterdir())


def test_an_unknown_voice_fails_its_own_line_only_and_results_come_in_order(engine: Engine, tmp_path: Path) -> None:
    voices = ("ona+man", "ca", "ona", "zz", "ona+child")
    results = engine.speak(tuple(job(f"Bon dia, {v}.", tmp_path, v) for v in voices))
    assert [isinstance(r, Failed) for r in results] == [False, True, False, True, False]
    assert [r.utterance.voice for r in results if isinstance(r, Spoken)] == [
        f"speech/festival:{v}" for v in voices if v.startswith("ona")
    ]
    assert engine.speak(()) == ()


def test_a_festival_that_was_killed_is_started_again(engine: Engine, tmp_path: Path) -> None:
    before = pid_of(engine)
    with ended(before):
        os.kill(before, signal.SIGKILL)
    (result,) = engine.speak((job("Bon dia.", tmp_path),))
    assert isinstance(result, Spoken)
    assert pid_of(engine) != before


def test_a_line_that_kills_festival_is_failed_alone(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak = festival_process.Festival.speak
    asked: list[int] = []

    def fatal(self: festival_process.Festival, sentence: str, *rest: object) -> object:
        if "verí" in sentence:
            asked.append(self.pid)
            with ended(self.pid):
                os.kill(self.pid, signal.SIGSEGV)
        return speak(self, sentence, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(festival_process.Festival, "speak", fatal)
    results = engine.speak(tuple(job(text, tmp_path) for text in ("Un.", "Dos amb verí.", "Tres.")))
    assert [isinstance(r, Failed) for r in results] == [False, True, False]
    assert isinstance(results[1], Failed)
    assert "has ended" in results[1].reason
    assert len(set(asked)) == 2  # once more in a fresh one, as its end may have been chance


def test_a_festival_that_does_not_answer_is_killed_and_its_line_failed(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first,) = engine.speak((job("Un.", tmp_path),))
    assert isinstance(first, Spoken)
    stuck = pid_of(engine)
    monkeypatch.setattr(festival_process, "LIMIT_S", 0.2)
    os.kill(stuck, signal.SIGSTOP)
    with ended(stuck):
        (late,) = engine.speak((job("Dos.", tmp_path),))
    assert isinstance(late, Failed)
    assert "no answer within 0.2 s" in late.reason
    monkeypatch.undo()
    assert isinstance(engine.speak((job("Tres.", tmp_path),))[0], Spoken)


class ended:
    """Waits until a process has ended; fails after ten seconds."""

    def __init__(self, pid: int) -> None:
        self._fd = os.pidfd_open(pid)

    def __enter__(self) -> None:
        pass

    def __exit__(self, *error: object) -> None:
        gone, _, _ = select.select([self._fd], [], [], 10)
        os.close(self._fd)
        assert gone


def test_nothing_is_left_after_close(tmp_path: Path) -> None:
    before = set(os.listdir("/proc/self/fd"))
    engine = Engine()
    engine.load()
    with ended(pid_of(engine)):
        engine.close()
    engine.close()
    assert set(os.listdir("/proc/self/fd")) == before


def test_festival_ends_when_its_owner_is_killed() -> None:
    code = (
        "from speech.engines.festival import Engine\n"
        "engine = Engine()\nengine.load()\nprint(engine._festival.pid, flush=True)\ninput()\n"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    with owner:
        assert owner.stdout is not None
        with ended(int(owner.stdout.readline())):
            owner.kill()


def median_hz(path: str) -> float:
    """Median fundamental frequency, by autocorrelation, between 60 and 500 Hz."""
    samples, _ = soundfile.read(path)
    found: list[float] = []
    for begin in range(0, len(samples) - 2048, 1024):
        frame = samples[begin : begin + 2048] - samples[begin : begin + 2048].mean()
        likeness = np.fft.irfft(np.abs(np.fft.rfft(frame, 4096)) ** 2)
        lag = 96 + int(likeness[96:800].argmax())
        if likeness[lag] > 0.4 * likeness[0] > 0.4:
            found.append(48_000 / lag)
    return float(np.median(found))


def test_no_two_variants_sound_the_same_and_none_is_clipped(speak: Speak) -> None:
    heard = {v: speak(SENTENCE, f"ona+{v.name}" if v.name else "ona") for v in VARIANTS}
    pitch = {v: median_hz(s.path) for v, s in heard.items()}
    assert pitch[VARIANTS[0]] == pytest.approx(184, abs=8)
    for one, other in combinations(VARIANTS, 2):
        assert abs(np.log2(pitch[one] / pitch[other])) > 0.12, (one.name, other.name, pitch)
    for variant, spoken in heard.items():
        assert pitch[variant] == pytest.approx(variant.pitch * pitch[VARIANTS[0]], rel=0.06), variant
        length = spoken.utterance.length / heard[VARIANTS[0]].utterance.length
        assert length == pytest.approx(variant.slowness, abs=0.05), variant


def test_the_voices_are_catalan_only_and_differ_in_name_variant_and_gender(engine: Engine) -> None:
    voices = engine.voices()
    assert {v.language for v in voices} == {"ca"}
    assert engine.voices("ca") == voices
    assert engine.voices("ca-valencia") == ()
    assert voices[0].variant == ""
    assert len({v.variant for v in voices}) == len(voices) == 8
    assert {v.gender for v in voices} == {"female", "male", "child"}
    assert not [v for v in voices if v.broken]


def test_a_borrowed_voice_is_given_respelt_text_and_words_keep_the_lines_spelling(speak: Speak) -> None:
    text = "La vièlha de la montanha"
    utterance = speak(text, language="oc").utterance
    assert utterance.language == "ca"
    assert [w.text for w in utterance.words] == text.split()
    assert utterance.length == speak("La vièlla de la montanya").utterance.length


def test_what_is_not_installed_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, engine: Engine
) -> None:
    bare = Engine(tmp_path)
    assert "apt-get install festvox-ca-ona-hts" in bare.voices()[0].broken
    with pytest.raises(MissingProgram, match="apt-get install festvox-ca-ona-hts"):
        bare.load()
    (result,) = bare.speak((job("Hola.", tmp_path),))
    assert isinstance(result, Failed)
    assert "festvox-ca-ona-hts" in result.reason
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgram, match="apt-get install festival"):
        Engine().load()


def test_a_festival_that_does_not_start_says_what_it_last_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "festival"
    program.write_text("#!/bin/sh\necho 'no such voice' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    broken = Engine()
    with pytest.raises(EngineUnusable, match=r"no such voice.*--reinstall"):
        broken.load()
    broken.close()


def test_a_voice_laid_out_otherwise_fails_its_variants_lines_with_the_reason(tmp_path: Path) -> None:
    other = tmp_path / VOICE_FILE
    other.parent.mkdir(parents=True)
    original = (DATA / VOICE_FILE).read_bytes()
    other.write_bytes(original.replace(b"NUM_STATES:5", b"NUM_STATES:7"))
    engine = Engine(tmp_path)
    (result,) = engine.speak((job("Hola.", tmp_path, "ona+man"),))
    engine.close()
    assert isinstance(result, Failed)
    assert "five states" in result.reason
    elsewhere = original.replace(b"LF0]:361", b"LF0]:362")
    for wrong in (original[:3000], original.replace(b"STREAM_PDF[LF0]", b"STREAM_PDF[XXX]"), elsewhere):
        with pytest.raises(ValueError, match="it"):
            revoiced(wrong, VARIANTS[1])
    assert revoiced(original, VARIANTS[0]) == original


def test_what_decides_the_sound_is_in_the_versions(tmp_path: Path) -> None:
    engine = Engine()
    assert engine.versions("ona") == engine.versions("ona")
    changed = tmp_path / "festival"
    shutil.copytree(DATA, changed, symlinks=True, ignore=shutil.ignore_patterns("*.poslex", "multisyn", "voices"))
    shutil.copytree(DATA / "voices", changed / "voices")
    one = Engine(changed).versions("ona")
    assert one["festival"] == engine.versions("ona")["festival"]
    assert one["festival-ona"] != engine.versions("ona")["festival-ona"]


@pytest.mark.slow
def test_a_line_of_5000_letters_is_spoken_whole(speak: Speak) -> None:
    text = ("Hi havia un riu molt llarg, i " * 200)[:5000].strip()
    utterance = speak(text).utterance
    assert utterance.length > 200 * 48_000
    assert [w.text for w in utterance.words] == text.split()
    assert sum(not w.reported for w in utterance.words) <= 1

from __future__ import annotations

import dataclasses
import hashlib
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import soundfile

from languages.card import Failed
from languages.codes import canonical
from languages.errors import MissingProgram
from speech import espeak_data
from speech.engine import SpeakJob, Spoken
from speech.engines import espeak as module
from speech.engines.espeak import Engine
from speech.espeak_data import VARIANTS
from speech.sound import LINE_LUFS, LINE_PEAK_DBTP
from speech.spoken import spoken

SENTENCES = {
    "an": "Fa muito tiempo, en un lugar chunto a o río, viviba una muller viella.",
    "ca": "Fa molt de temps, en un poble a la vora del riu, vivia una dona vella.",
    "eo": "Antaŭ longa tempo, en vilaĝo apud la rivero, loĝis maljuna virino.",
    "es": "Hace mucho tiempo, en un pueblo de 12 casas junto al río, vivía una mujer vieja.",
    "ka": "დიდი ხნის წინ, მდინარესთან მდებარე სოფელში ცხოვრობდა ერთი მოხუცი ქალი.",
    "sw": "Hapo zamani za kale, katika kijiji karibu na mto, aliishi mwanamke mzee.",
}


def digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_spoken_with_every_word_heard_and_timed(speak, language: str) -> None:
    spoken: Spoken = speak(SENTENCES[language], language)
    utterance = spoken.utterance
    samples, rate = soundfile.read(spoken.path)
    assert (rate, samples.ndim, len(samples)) == (48_000, 1, utterance.length)
    assert 8 < len(SENTENCES[language]) / (utterance.length / 48_000) < 20  # letters a second
    assert utterance.loudness_lufs == pytest.approx(LINE_LUFS, abs=0.3)
    assert utterance.peak_dbtp <= LINE_PEAK_DBTP
    assert [w.text for w in utterance.words] == SENTENCES[language].split()
    assert all(w.end - w.start > 1500 for w in utterance.words)
    assert sum(w.reported for w in utterance.words) >= len(utterance.words) - 1
    assert utterance.findings == ()


def test_equal_text_gives_equal_bytes_whatever_was_spoken_before_and_in_another_process(speak) -> None:
    text = SENTENCES["ca"]
    first = digest(speak(text, "ca+woman").path)
    speak("Una altra cosa.", "ca+child")
    assert digest(speak(text, "ca+woman").path) == first
    code = (
        "import sys, tempfile, hashlib, pathlib\n"
        "from speech.engines.espeak import Engine\n"
        "from speech.engine import SpeakJob\n"
        "with tempfile.TemporaryDirectory() as d:\n"
        "    job = SpeakJob(line='a', text=sys.argv[1], language='ca', voice='ca+woman', folder=d)\n"
        "    (r,) = Engine().speak((job,))\n"
        "    print(hashlib.sha256(pathlib.Path(r.path).read_bytes()).hexdigest())\n"
    )
    other = subprocess.run([sys.executable, "-c", code, text], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == first


def test_brackets_tags_and_entities_are_read_as_text_never_interpreted(speak) -> None:
    # As phonemes the digits would mean nothing; as text they are a number.
    number = speak("123", "es").utterance.length
    assert speak("[[123]]", "es").utterance.length == pytest.approx(number, rel=0.1)
    assert speak('<break time="3s"/> sí', "es").utterance.length != speak("sí", "es").utterance.length
    assert speak("más &amp; más", "es").utterance.length > 1.5 * speak("más y más", "es").utterance.length


def test_control_characters_change_no_setting(speak) -> None:
    # \x01 and a number would set the library's speed, pitch or voice.
    fast = speak("\x01450S Había una vez un río muy largo.", "es").utterance
    assert fast.length > speak("Había una vez un río muy largo.", "es").utterance.length


def test_a_word_without_sound_is_named(speak) -> None:
    spoken: Spoken = speak("Çуртсем 12 ялта", "cv")
    assert [f.text for f in spoken.utterance.findings if "«12»" in f.text]


@pytest.mark.parametrize(("text", "voice"), [("12 3", "cv"), ("…", "es"), ("  ", "es"), ("\u202e", "es")])
def test_text_without_any_sound_is_failed_and_never_silence(
    espeak: Engine, tmp_path: Path, text: str, voice: str
) -> None:
    (result,) = espeak.speak((SpeakJob(line="a", text=text, language=voice, voice=voice, folder=str(tmp_path)),))
    assert isinstance(result, Failed)
    assert not list(tmp_path.iterdir())


def test_an_unknown_voice_fails_its_own_line_only(espeak: Engine, tmp_path: Path) -> None:
    jobs = tuple(
        SpeakJob(line=v, text="Bon dia.", language="ca", voice=v, folder=str(tmp_path))
        for v in ("ca", "zz", "chr", "ca+man")
    )
    assert [isinstance(r, Failed) for r in espeak.speak(jobs)] == [False, True, True, False]


@pytest.mark.slow
def test_a_line_of_5000_letters_is_spoken_whole(speak) -> None:
    text = ("Hi havia un riu. " * 300)[:5000].strip()
    utterance = speak(text, "ca").utterance
    assert utterance.length > 200 * 48_000
    assert len(utterance.words) == len(text.split())


def test_a_borrowed_voice_is_given_respelt_text_and_words_keep_the_lines_spelling(speak) -> None:
    utterance = speak("L'agua baxó xunto al ríu", "es", "ast").utterance
    assert utterance.language == "es"
    assert [w.text for w in utterance.words] == ["L'agua", "baxó", "xunto", "al", "ríu"]
    assert all(w.reported for w in utterance.words)
    assert utterance.length < speak("L'agua baxó xunto al ríu", "es", "es").utterance.length


def pitch_and_timbre(path: str) -> np.ndarray:
    """Median fundamental frequency and spectral centroid, in octaves."""
    samples, _ = soundfile.read(path)
    pitches: list[float] = []
    for begin in range(0, len(samples) - 2048, 2048):
        frame = samples[begin : begin + 2048] - samples[begin : begin + 2048].mean()
        likeness = np.fft.irfft(np.abs(np.fft.rfft(frame, 4096)) ** 2)
        lag = 96 + int(likeness[96:800].argmax())
        if likeness[lag] > 0.4 * likeness[0] > 0.4:
            pitches.append(48_000 / lag)
    power = np.abs(np.fft.rfft(samples)) ** 2
    centroid = float((np.arange(len(power)) * power).sum() / power.sum()) * 48_000 / len(samples)
    return np.log2([np.median(pitches), centroid])


def test_no_two_variants_of_a_voice_sound_the_same(speak) -> None:
    voices = ["es", *(f"es+{v.name}" for v in VARIANTS)]
    heard = {v: pitch_and_timbre(speak("Una niña y una mujer vieja.", v).path) for v in voices}
    for one, other in combinations(voices, 2):
        assert np.abs(heard[one] - heard[other]).max() > 0.12, (one, other, heard[one], heard[other])


def test_a_missing_library_or_missing_data_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_library", lambda: None)
    with pytest.raises(MissingProgram, match="apt-get install libespeak-ng1"):
        Engine().load()
    monkeypatch.undo()
    monkeypatch.setattr(module, "find_data", lambda: None)
    assert Engine().voices() == ()
    with pytest.raises(MissingProgram, match="apt-get install espeak-ng-data"):
        Engine().load()


def test_a_voice_whose_dictionary_is_missing_says_that_it_is_broken(tmp_path: Path) -> None:
    data = tmp_path / "espeak-ng-data"
    (data / "lang" / "gmq").mkdir(parents=True)
    (data / "lang" / "gmq" / "fo").write_text("name Faroese\nlanguage fo\n")
    (data / "lang" / "gmq" / "nb").write_text("name Bokmål\nlanguage nb\nlanguage no\ndictionary no\n")
    (data / "no_dict").write_bytes(b"x")
    faroese, bokmal = espeak_data.voices_in(data, "speech/espeak")
    assert (faroese.language, faroese.broken != "") == ("fo", True)
    assert (bokmal.language, bokmal.broken) == ("nb", "")


def test_every_voice_has_a_canonical_tag() -> None:
    import langcodes

    tags = {v.language for v in Engine().voices()}
    assert {"an", "ca", "eo", "es", "es-419", "ka", "sw", "zh"} <= tags
    assert "ast" not in tags
    assert not [t for t in tags if langcodes.standardize_tag(t) != t]


def test_what_decides_the_sound_of_a_voice_differs_between_voices_and_their_variants() -> None:
    engine = Engine()
    assert engine.versions("ca") != engine.versions("ca+woman") != engine.versions("es+woman")
    assert engine.versions("ca") == engine.versions("ca")


def test_a_borrowed_voice_reads_numbers_in_the_words_of_the_text(espeak: Engine, tmp_path: Path) -> None:
    text = "Tien 15 años."
    (job, plain) = (
        SpeakJob(line="a", text=text, language="ast", voice="es", folder=str(tmp_path), read_as=pieces)
        for pieces in (spoken(text, "ast").pieces, ())
    )
    first, second, words = espeak.speak((job, plain, dataclasses.replace(plain, text="Tien quince años.")))
    assert isinstance(first, Spoken)
    assert isinstance(second, Spoken)
    assert isinstance(words, Spoken)
    assert [w.text for w in first.utterance.words] == ["Tien", "15", "años."]
    assert first.utterance.length == words.utterance.length
    assert all(w.reported for w in first.utterance.words)


def test_voices_that_do_not_read_numbers_of_their_language_say_so(espeak: Engine) -> None:
    reads = {voice.id: voice.reads_numbers for voice in espeak.voices()}
    assert reads["ca"]
    assert reads["sw+f2"] if "sw+f2" in reads else reads["sw"]
    assert not any(reads[v] for v in ("he", "tk", "ne", "gn", "th", "uz"))


def test_the_voices_that_are_known_are_those_of_the_data() -> None:
    data = espeak_data.find_data()
    assert data is not None
    usable = {file.tag: file.id for file in espeak_data.voice_files(data) if file.id not in espeak_data.BROKEN}
    assert espeak_data.known_voices() == usable
    assert all(canonical(tag) == tag for tag in usable)

"""What is asked of every engine, apart from where the engines come from: so that a bad one can be shown to fail."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import cast

import numpy as np
import soundfile

from languages.card import Failed
from languages.discover import AnyEngine
from languages.errors import VernacastError
from languages.registry import get_language
from speech.engine import Speaker, SpeakJob, Spoken, TakeJob, Taker
from translation.engine import Draft, Identified, Identifier, IdentifyJob, TranslateJob, Translator
from video.camera import Camera
from video.engine import Figure, Painter, PaintJob
from video.motion import Theatre
from video.shot import Frame, Painted

ODD = (
    "",
    "  ",
    "…",
    "123",
    "«¡¿?!»",
    "a \"b\" 'c' %{d} <e> {f} \\g",
    "*a* @b #c ^d$ [e] /f/",
    "uno\u202edos\u0007tres",
    "Hola. " * 834,
)
"""Texts that are not sentences: nothing, signs alone, what other programs take for commands, 5,000 characters."""

FRAME = Frame(width_px=160, height_px=90)


def card_is_complete(engine: AnyEngine, place: str) -> None:
    """The card says all that a plan and a report need."""
    card = engine.card
    assert card.id == place
    assert card.version
    assert card.summary.endswith(".")
    assert card.evidence
    assert card.licence.code not in ("", "unknown")
    assert card.licence.source
    assert card.cost_s > 0
    assert card.cost_source
    assert all(program.name and program.package for program in card.programs)


def close_is_harmless(engine: AnyEngine) -> None:
    """Twice, whatever was or was not done before."""
    engine.close()
    engine.close()


def is_canonical(tag: str) -> bool:
    """Whether the registry knows the tag and would write it the same."""
    try:
        return get_language(tag).tag == tag
    except VernacastError:
        return False


def routes_are_sound(engine: Translator) -> None:
    """Unique ids, canonical tags, a rank with its evidence; and what decides the results can be named."""
    routes = engine.routes()
    assert routes
    assert len({r.id for r in routes}) == len(routes)
    for tag in {r.source for r in routes} | {r.target for r in routes}:
        assert is_canonical(tag), tag
    for route in routes:
        assert 0 <= route.rank <= 1, route
        assert route.evidence or route.broken, route
    for route in routes[:3]:
        versions = engine.versions(route.id)
        assert versions
        assert all(versions.values()), versions


def translations_are_sound(engine: Translator) -> None:
    """One result for each text, in order, none empty that was not; twice the same where the card says so."""
    route = next(r for r in engine.routes() if not r.broken and r.source == "es")
    texts = ("Buenos días.", *ODD, "La casa es grande.", "La zbrufna es grande.")
    jobs = tuple(TranslateJob(text=t, route=route.id) for t in texts)
    first = engine.translate(jobs)
    assert len(first) == len(texts)
    for text, result in zip(texts, first, strict=True):
        assert isinstance(result, Draft | Failed), text
        said = result.text if isinstance(result, Draft) else result.reason
        assert said.strip() or not text.strip(), text
    hello, large, unknown = first[0], first[-2], first[-1]
    assert isinstance(hello, Draft), hello
    assert isinstance(large, Draft), large
    assert isinstance(unknown, Draft), unknown
    for draft in (large, unknown):
        assert not set("*@#") & set(draft.text), draft
    assert len(large.text) < 40, "in order: the last text is short, the one before it long"
    assert hello == engine.translate(jobs[:1])[0] or not engine.card.repeatable
    if engine.card.repeatable:
        assert engine.translate(tuple(reversed(jobs))) == tuple(reversed(first))
    assert engine.translate(()) == ()


def wrong_routes_are_refused(engine: Translator) -> None:
    """A route that is broken or unknown gives a reason, never a text and never a fault."""
    broken = [r.id for r in engine.routes() if r.broken][:2]
    for result in engine.translate(tuple(TranslateJob(text="agua", route=r) for r in (*broken, "no such route"))):
        assert isinstance(result, Failed), result
        assert result.reason


def identifications_are_sound(engine: Identifier) -> None:
    """One result for each text, in order; probabilities that are some; texts without letters fail alone."""
    texts = ("Buenos días, ¿cómo está usted?", *ODD, "La casa es grande.")
    results = engine.identify(tuple(IdentifyJob(text=t) for t in texts))
    assert len(results) == len(texts)
    for text, result in zip(texts, results, strict=True):
        assert isinstance(result, Failed) is not any(c.isalpha() for c in text), text
        if isinstance(result, Identified):
            chances = [p for _, p in result.guesses]
            assert chances == sorted(chances, reverse=True)
            assert all(0 <= p <= 1 for p in chances)
    assert engine.identify(()) == ()
    assert engine.identify(tuple(IdentifyJob(text=t) for t in reversed(texts))) == tuple(reversed(results))
    assert [t for t in engine.languages() if not is_canonical(t)] == []
    assert all(engine.versions().values())


def voices_are_sound(engine: Speaker) -> None:
    """Unique ids and canonical tags; and what decides the sound can be named."""
    voices = engine.voices()
    assert voices
    assert len({v.id for v in voices}) == len(voices)
    for tag in {v.language for v in voices if not v.broken}:
        assert is_canonical(tag), tag
    versions = engine.versions(voices[0].id)
    assert versions
    assert all(versions.values()), versions


def is_sound(spoken: Spoken, line: str, text: str) -> None:
    """The file is FLAC, 48 kHz, mono, 16 bit, audible and of the length told; words are the text's, in order."""
    info = soundfile.info(spoken.path)
    u = spoken.utterance
    assert (info.format, info.subtype, info.samplerate, info.channels) == ("FLAC", "PCM_16", 48_000, 1)
    assert (info.frames, line) == (u.length, u.line)
    assert np.abs(soundfile.read(spoken.path)[0]).max() > 0.1
    assert [w.text for w in u.words] == text.split()
    at = 0
    for word in u.words:
        assert at <= word.start < word.end <= u.length, word
        assert text[word.offset :].startswith(word.text), word
        at = word.end


def content_digest(path: str | Path) -> str:
    """What a file's bytes are known by: pytest explains two unequal digests at once, two unequal sounds in minutes."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def speech_is_sound(engine: Speaker, folder: Path) -> None:
    """One result for each text, in order; what has no sound is a failure; twice the same where the card says so."""
    usable = [v for v in engine.voices() if not v.broken]
    voice = next((v for v in usable if v.language == "es"), usable[0])
    texts = ("Buenos días a todos.", "…", "¡¿?!", "", "La casa es grande.")

    def job(line: str, text: str, voice_id: str = voice.id) -> SpeakJob:
        return SpeakJob(line=line, text=text, language="es", voice=voice_id, folder=str(folder))

    jobs = tuple(job(str(i), text) for i, text in enumerate(texts))
    results = engine.speak(jobs)
    assert [isinstance(r, Spoken) for r in results] == [True, False, False, False, True]
    for asked, result in zip(jobs, results, strict=True):
        if isinstance(result, Spoken):
            is_sound(result, asked.line, asked.text)
        else:
            assert result.reason
    if engine.card.repeatable:
        before = content_digest(cast(Spoken, results[0]).path)
        again = engine.speak(jobs[:1])[0]
        assert isinstance(again, Spoken)
        assert content_digest(again.path) == before
    assert isinstance(engine.speak((job("0", "Hola.", "no such voice"),))[0], Failed)


def takes_are_sound(engine: Taker, folder: Path) -> None:
    """A recording becomes a take marked as a person's; what is no recording is a failure."""
    t = np.arange(48_000) / 48_000
    hum = 0.3 * np.sin(2 * np.pi * 220 * t) * np.abs(np.sin(3 * np.pi * t))
    soundfile.write(folder / "hum.wav", np.concatenate([np.zeros(9_600), hum, np.zeros(9_600)]), 48_000)
    soundfile.write(folder / "silent.wav", np.zeros(48_000), 48_000)
    (folder / "text.wav").write_text("no sound")
    (folder / "empty.wav").write_bytes(b"")
    (folder / "list.mp3").write_text("#EXTM3U\nfile:///etc/hostname\n")
    names = ("hum.wav", "silent.wav", "text.wav", "empty.wav", "list.mp3", "missing.wav")
    jobs = tuple(
        TakeJob(line=n, text="hola a todos", language="es", recording=str(folder / n), folder=str(folder))
        for n in names
    )
    results = engine.take(jobs)
    assert len(results) == len(names)
    take = results[0]
    assert isinstance(take, Spoken), take
    assert take.utterance.human
    is_sound(take, "hum.wav", "hola a todos")
    for name, result in zip(names[1:], results[1:], strict=True):
        assert isinstance(result, Failed), name
        assert len(result.reason) > 20, name


def paint_job(folder: Path, text: str = "Ana canta.", brief: str = "Un río de noche, con luna. Ana.") -> PaintJob:
    """A scene; its own picture is ``own.png`` in the folder."""
    return PaintJob(
        scene="s1",
        heading="El río",
        brief=brief,
        text=(text,),
        language="es",
        present=("Ana",),
        cast=(Figure(name="Ana", look="vestido rojo"),),
        picture=str(folder / "own.png"),
        frame=FRAME,
        seed=1,
        folder=str(folder),
    )


def own_picture(folder: Path, grey: int = 99) -> None:
    """Writes ``own.png``."""
    import cv2

    folder.mkdir(exist_ok=True)
    cv2.imwrite(str(folder / "own.png"), np.full((200, 300, 3), grey, np.uint8))


def paintings_are_sound(engine: Painter, folder: Path) -> None:
    """Layers that exist, large enough to move, farthest first; twice the same; odd briefs are drawn or refused."""
    assert engine.versions()
    drawn: list[list[bytes]] = []
    for place in (folder / "a", folder / "b"):
        own_picture(place)
        (painted,) = engine.paint((paint_job(place),))
        assert isinstance(painted, Painted), painted
        assert painted.layers
        depths = [layer.depth for layer in painted.layers]
        assert depths == sorted(depths)
        try:
            Theatre(painted.layers, FRAME, 2, Camera(views=painted.views)).draw(1)
        except ValueError as error:
            raise AssertionError(f"The layers cannot be shown: {error}") from error
        drawn.append([Path(layer.path).read_bytes() for layer in painted.layers])
    assert drawn[0] == drawn[1] or not engine.card.repeatable
    odd = paint_job(folder / "a", ODD[5], " ".join(ODD[:8]))
    (result,) = engine.paint((odd,))
    assert isinstance(result, Painted | Failed)
    said, unknown = engine.understand(odd)
    assert said.strip()
    assert all(unknown)


def keys_are_sound(engine: Painter, folder: Path) -> None:
    """An edited word that changes no picture changes no key; another picture has another key."""
    own_picture(folder)
    before = engine.key(paint_job(folder, "Ana canta bien."))
    assert before == engine.key(paint_job(folder, "Ana canta mal."))
    own_picture(folder, grey=200)
    assert before != engine.key(paint_job(folder, brief="Una montaña de día, con nieve. Ana."))

"""Which versions of libraries and fonts a text was set with: with others it may look different."""

from __future__ import annotations

from functools import lru_cache

from video.typeset.block import Block


def typesetting_versions(block: Block) -> tuple[tuple[str, str], ...]:
    """(name, version) of HarfBuzz, FriBidi, Skia and ICU's bindings, and (SHA-256 of its file, face, weight and
    version) of each font of a block; sorted.

    For keys of what is kept: equal text, style and room give an equal picture where these are equal too.

    Raises:
        MissingProgram: FriBidi is not installed.
    """
    # Not by family: all weights of one have the same name.
    fonts = {
        (face.digest(), f"{face.family} {face.index}, weight {face.weight}, {face.version}") for face in block.faces
    }
    return tuple(sorted({*_libraries(), *fonts}))


@lru_cache(maxsize=1)
def _libraries() -> tuple[tuple[str, str], ...]:
    """Asked once: a film has hundreds of captions, and a package's version is read out of a file."""
    from importlib.metadata import version

    import skia
    import uharfbuzz as hb

    from video.typeset.bidi import fribidi_version

    return (
        ("fribidi", fribidi_version()),
        ("harfbuzz", hb.version_string()),
        ("icu4py", version("icu4py")),
        ("skia-python", skia.__version__),
    )

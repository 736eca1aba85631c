"""The register of checkpoints: what each may be used for, and nothing in it that nobody has read."""

from __future__ import annotations

import re

import pytest

from flows.means import licence_forbids
from languages.checkpoints import STAR, UNKNOWN, UNPINNED, checkpoints, get_checkpoint, how_to_get, is_repository
from languages.discover import discover_all
from languages.errors import UsageError
from languages.licences import Use, terms

C, N, P = Use.COMMERCIAL, Use.NONPROFIT, Use.COMMUNITY
ALL, GIVEN, NONE = {C, N, P}, {N, P}, set[Use]()
MATRIX = {
    "nllb-200-distilled-600M": GIVEN,
    "nllb-200-distilled-1.3B": GIVEN,
    "nllb-200-distilled-600M-ct2-int8": GIVEN,
    "madlad400-3b-mt": ALL,
    "glotlid-v3": ALL,
    "mms-tts-*": GIVEN,
    "coqui-vits-*": NONE,
    "xtts-v2": GIVEN,
    "omnivoice": GIVEN,
    "piper-*": NONE,
    "whisper-*": ALL,
    "faster-whisper-*": ALL,
    "omniasr-ctc-*": ALL,
    "ctc-*": NONE,
    "mms-300m-forced-aligner": GIVEN,
    "flux.1-schnell": ALL,
    "sdxl-base-1.0": ALL,
    "z-image-turbo": ALL,
    "wan2.1-t2v-1.3b": ALL,
    "wan2.2-ti2v-5b": ALL,
    "ltx-video-0.9.8-distilled": GIVEN,
}
"""Written by hand from the licences; of ``unknown`` ones nothing is allowed before the user has read them."""


def test_the_matrix_has_every_checkpoint() -> None:
    assert set(MATRIX) == set(checkpoints())


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("name", MATRIX)
def test_a_use_is_allowed_exactly_where_the_licence_allows_it(name: str, use: Use) -> None:
    assert (not licence_forbids(checkpoints()[name].licence, use)) == (use in MATRIX[name])


@pytest.mark.parametrize("name", MATRIX)
def test_a_row_says_where_everything_in_it_comes_from(name: str) -> None:
    row = checkpoints()[name]
    assert row.source
    assert row.licence.source
    assert row.languages
    assert row.files
    assert row.ram_gb > 0
    assert row.quality, "unknown, where nobody published any"
    for licence in re.split(r" AND | OR ", row.licence.weights):
        assert licence == UNKNOWN or licence in terms(), licence


@pytest.mark.parametrize("name", MATRIX)
def test_no_revision_or_digest_stands_there_that_nobody_could_have_read(name: str) -> None:
    row = checkpoints()[name]
    assert row.revision == UNPINNED or re.fullmatch(r"[0-9a-f]{40}", row.revision)
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for _, digest in row.sha256)


def test_every_row_has_an_engine_and_every_engine_with_weights_a_row() -> None:
    engines = discover_all()
    named = {engine for row in checkpoints().values() for engine in row.engines}
    assert named <= set(engines)
    with_weights = {i for i, e in engines.items() if e.card.environment}
    assert with_weights == named


def test_families_are_named_by_a_star_and_single_models_are_not() -> None:
    for name, row in checkpoints().items():
        assert name.count(STAR) <= 1
        if STAR in row.repository:
            assert STAR in name


@pytest.mark.parametrize("name", MATRIX)
def test_every_checkpoint_says_how_it_can_be_had(name: str) -> None:
    row = get_checkpoint(name.replace(STAR, "x"))
    told = how_to_get(row)
    assert ("weights fetch" in told) <= is_repository(row)
    assert ("weights convert" in told) == (name == "nllb-200-distilled-600M-ct2-int8")
    assert f"`vernacast weights import {row.id} FOLDER`" in told or row.made_from
    assert ("--sha256" in told) == bool(row.torch_files)


def test_what_is_made_here_is_made_of_a_checkpoint_of_the_register() -> None:
    assert {row.made_from for row in checkpoints().values()} - {""} <= set(checkpoints())


def test_what_a_torch_file_becomes_is_what_is_needed() -> None:
    for row in checkpoints().values():
        for _, made in row.torch_files:
            assert made in row.files or row.layout == "transformers", row.id


def test_a_family_is_not_asked_for_by_its_star() -> None:
    with pytest.raises(UsageError, match=r"Put a code for the star: mms-tts-CODE\."):
        get_checkpoint("mms-tts-*")
    with pytest.raises(UsageError, match="No checkpoint is called 'nobody'"):
        get_checkpoint("nobody")

"""The engines on CTranslate2 where there is a GPU but not the library that it multiplies with."""

from __future__ import annotations

import pytest

from languages import ct2_cuda
from languages.errors import EngineUnusable
from speech.engines.faster_whisper import Engine as Ear
from translation.engines.nllb_ct2 import Engine as Translator


@pytest.mark.parametrize("kind", [Ear, Translator])
def test_a_gpu_without_cublas_is_told_when_the_engine_is_loaded(
    kind: type[Ear | Translator], monkeypatch: pytest.MonkeyPatch
) -> None:
    import ctranslate2

    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    monkeypatch.setattr(ct2_cuda, "LIBRARIES", ("libcublas-of-no-release.so",))
    with pytest.raises(EngineUnusable, match="libcublas-of-no-release"):
        kind().load("cuda")

"""Breeds that are near kin of those in ``wild`` and ``herds``: moles, martens, wild cats, a platypus."""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.herds import HERDS
from video.engines.papercut.things.wild import WILD

_MOUSE, _OTTER, _BEAVER, _RACCOON, _CAT = WILD["mouse"], WILD["otter"], WILD["beaver"], WILD["raccoon"], WILD["cat"]
_LEOPARD, _ANTEATER, _HEDGEHOG = WILD["leopard"], WILD["anteater"], WILD["hedgehog"]
_WEASEL = replace(
    _OTTER, size=0.11, coat=0xA9683A, belly=0xF6EBD8, length=58, thick=15, leg=9, leg_width=5, neck=(13, -11),
    neck_width=12, head=10.5, snout=6, muzzle=0.6, ear_size=7, tail="thin", marks=("mask", "whiskers"), eye=1.25,
)  # fmt: skip
COUSINS: dict[str, Breed] = {
    "mole": Breed(size=0.1, coat=0x4A4452, belly=0x5A5260, length=44, thick=29, leg=6, leg_width=9.5, neck=(14, 2),
        neck_width=22, head=12.5, snout=12, muzzle=0.4, nod=8, eye=0.8, ear="", ear_size=0, tail="short", foot="paw",
        socks=0xE5A49C, marks=("pink nose", "whiskers"), mark=0xE5A49C, tuck=-3),
    "shrew": replace(_MOUSE, size=0.065, coat=0x7A6656, belly=0xD9CCBC, snout=15, muzzle=0.34, ear_size=8, eye=0.9),
    "dormouse": replace(_MOUSE, size=0.08, coat=0xC98A4C, belly=0xF4E6CC, tail="bush", ear_size=9, snout=7,
        marks=("whiskers", "no tip")),
    "hamster": replace(WILD["guinea_pig"], size=0.09, coat=0xD99A52, belly=0xF8EEDC, head=14, marks=("muzzle",),
        ear_size=9),
    "chinchilla": replace(_MOUSE, size=0.12, coat=0x9AA0AC, belly=0xEDECEA, ear_size=16, snout=6, tail="bush",
        marks=("whiskers", "no tip"), thick=28),
    "opossum": replace(_MOUSE, size=0.15, coat=0x8E8A90, belly=0xF2EEE8, length=50, thick=24, leg=10, head=12,
        snout=14, ear_size=10, marks=("mask", "black ears", "whiskers"), mark=0x39343A),
    "weasel": _WEASEL,
    "stoat": replace(_WEASEL, size=0.12, coat=0xF6F3EC, belly=0xFFFFFF, tail="brush"),
    "ferret": replace(_WEASEL, size=0.13, coat=0xCDB48C, belly=0xEFE2C8, marks=("mask", "panda", "dark legs",
        "whiskers"), mark=0x4A3A34),
    "marten": replace(_WEASEL, size=0.16, coat=0x5E3F2C, belly=0xF0D9A4, thick=18, leg=12, leg_width=6, head=11.5,
        ear="round", ear_size=9, tail="bush", marks=("mask", "no tip", "whiskers")),
    "mongoose": replace(_WEASEL, size=0.14, coat=0x9A866C, belly=0xC9B89C, thick=17, leg=11, snout=9, tail="bush",
        marks=("no tip", "back"), mark=0x7C6A54),
    "meerkat": replace(_WEASEL, size=0.15, coat=0xCFAE82, belly=0xEFE2C8, thick=17, leg=13, snout=7,
        marks=("panda", "whiskers"), mark=0x4A3A34),
    "marmot": replace(_BEAVER, size=0.17, coat=0xA9814F, belly=0xC79A66, tail="bush", marks=("muzzle", "buck",
        "no tip"), length=44),
    "agouti": replace(WILD["capybara"], size=0.18, coat=0xA8602F, belly=0xC98A56, thick=27, leg=15, leg_width=5,
        length=48, head=13),
    "coati": replace(_RACCOON, size=0.2, coat=0x8A5A38, belly=0xE6D2B2, snout=17, muzzle=0.38, tail="bush",
        marks=("mask", "rings", "whiskers"), mark=0x4A3226, length=52, ear="round", ear_size=8),
    "lemur": replace(_RACCOON, size=0.24, coat=0xA6A6AC, belly=0xF4F1EA, leg=18, thick=21, snout=8, tail="bush",
        eye=1.5, marks=("mask", "panda", "rings"), mark=0x2E2B32, ear_size=11),
    "porcupine": replace(_HEDGEHOG, size=0.2, coat=0x4E4038, belly=0x6B5A4C, length=54, thick=30, leg=9, leg_width=6,
        snout=9, muzzle=0.55, marks=("spines", "quills", "muzzle"), mark=0xF1E7D4),
    "echidna": replace(_HEDGEHOG, size=0.14, coat=0x3F342E, belly=0x6B5444, snout=19, muzzle=0.22, ear="",
        marks=("spines", "quills"), mark=0xE8D6A8),
    "platypus": replace(_BEAVER, size=0.14, coat=0x6B4A34, belly=0xB48A60, length=52, thick=25, leg=6, ear="",
        marks=("bill",), mark=0x4A4650, head=11.5, snout=6),
    "wombat": replace(WILD["bear"], size=0.26, coat=0x8A7460, belly=0xA08A74, length=56, thick=36, leg=11,
        head=15.5, snout=7, ear_size=7, marks=("muzzle",)),
    "aardvark": replace(_ANTEATER, size=0.34, coat=0xB99A86, belly=0xC9AE9C, snout=24, muzzle=0.6, ear="leaf",
        ear_size=19, tail="thick", thick=30, marks=()),
    "pangolin": replace(WILD["armadillo"], size=0.19, coat=0x9A7446, belly=0xC9AE8C, ear="", marks=("plates",),
        mark=0x6E4E2C, length=58),
    "dingo": replace(WILD["dog"], size=0.32, coat=0xCF8F4C, belly=0xF2DFC0, ear="pointed", ear_size=12, tail="bush",
        marks=("mask",), thick=20, leg=23),
    "puma": replace(_LEOPARD, size=0.41, coat=0xC99A66, belly=0xF2E4CE, marks=("mask",)),
    "ocelot": replace(_LEOPARD, size=0.26, coat=0xD9A95E, marks=("rosettes", "mask"), leg=22, thick=21, head=12.5),
    "lynx": replace(_LEOPARD, size=0.33, coat=0xC9A27A, belly=0xF4E9DA, ear="pointed", ear_size=15, tail="short",
        leg=28, marks=("spots", "mask", "whiskers"), mark=0x8A6A50),
    "wildcat": replace(_CAT, size=0.2, coat=0x9C8566, belly=0xE6D8C0, marks=("stripes", "whiskers"), mark=0x4E4034,
        tail="bush"),
    "mammoth": replace(WILD["elephant"], size=1.2, coat=0x7A5238, belly=0x7A5238, marks=("trunk", "fringe"),
        ear_size=18),
    "warthog": replace(HERDS["boar"], size=0.4, coat=0x8A7668, belly=0x9A8676, mane=0x4A352A, leg=20, snout=18,
        marks=("disc", "tusks", "crest", "great tusks")),
    "peccary": replace(HERDS["boar"], size=0.3, coat=0x6B6460, belly=0x7A726C, thick=30, marks=("disc", "crest",
        "band"), mark=0xD9CCBA),
    "wildebeest": replace(HERDS["buffalo"], size=0.66, coat=0x6A6874, belly=0x74727E, thick=34, leg=28, leg_width=7,
        neck=(17, -8), neck_width=20, snout=19, mane=0x2F2C34, marks=("beard", "dark muzzle"), mark=0x2F2C34,
        tail="long"),
    "okapi": replace(HERDS["deer"], size=0.6, coat=0x6A3A2C, belly=0x6A3A2C, horns="stubs", marks=("leg stripes",
        "muzzle"), mark=0xF2E8DA, ear="side", ear_size=12, neck=(16, -27), thick=25),
    "ibex": replace(HERDS["goat"], size=0.44, coat=0x9A7450, belly=0xD9C2A0, horns="back", marks=("beard",)),
}  # fmt: skip

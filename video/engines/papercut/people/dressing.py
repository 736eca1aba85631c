"""Dresses a figure: draws its clothes round the bones, back to front."""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import limb, line, smooth
from video.engines.papercut.people.cut import Cloth, between, gown, joined, shirt, skirt
from video.engines.papercut.people.layers import draw_layer
from video.engines.papercut.people.limbs import draw_arm, draw_foot, draw_leg
from video.engines.papercut.people.patterns import draw_pattern, second_ink
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.worn import Worn


def draw_legs(pen: Pen, worn: Worn) -> None:
    """Both legs and feet; the further ones darker."""
    j, outfit = worn.joints, worn.outfit
    kind = outfit.legs if outfit.legs != "none" else "bare"
    colour = worn.trousers
    if worn.person.wears == "romper":
        colour = worn.dress
    pairs = [(j.far_leg, 0.16), (j.near_leg, 0.0)]
    wood = worn.person.extra("pegleg")
    for leg, shade in pairs:
        if wood is not None and leg is j.near_leg:
            _draw_peg(pen, worn, kind, pen.light.dye(wood, 0.75))
            continue
        draw_foot(pen, leg, j.bones, darker(worn.shoes, shade), kind=worn.feet(), skin=darker(worn.skin, shade))
        draw_leg(pen, leg, j.bones, darker(colour, shade), kind=kind, skin=darker(worn.skin, shade))


def _draw_peg(pen: Pen, worn: Worn, kind: str, wood: int) -> None:
    """The nearer leg, from the knee down of wood."""
    leg, w = worn.joints.near_leg, worn.joints.bones.leg
    tip = (leg.ankle[0] + 0.6, leg.ankle[1] + w * 0.3)
    pen.sheet(limb([leg.knee, between(leg.knee, tip, 0.3), tip], [w * 0.7, w * 0.5, w * 0.36]), wood, 2)
    cup = between(leg.knee, tip, 0.16)
    cloth = worn.skin if kind == "bare" else worn.dress if worn.person.wears == "romper" else worn.trousers
    thigh = [leg.hip, between(leg.hip, leg.knee, 0.5), leg.knee, cup]
    pen.sheet(limb(thigh, [w * 1.1, w * 1.06, w * 0.98, w * 0.92]), cloth, 3)


def draw_clothes(pen: Pen, worn: Worn) -> None:
    """Skirt, gown or shirt, with pattern, neck and what lies over them."""
    outfit, joints, person = worn.outfit, worn.joints, worn.person
    skirt_cloth: Cloth | None = None
    if outfit.skirt_role:
        skirt_cloth = skirt(person, joints, hem=outfit.hem, flare=outfit.flare)
        pen.sheet(skirt_cloth.path, worn.role(outfit.skirt_role), 4)
        _folds(pen, skirt_cloth, worn.role(outfit.skirt_role), outfit.flare)
    if outfit.upper == "gown" and not outfit.skirt_role:
        upper = gown(person, joints, hem=outfit.hem, flare=outfit.flare, ease=outfit.ease)
    elif outfit.upper == "gown":
        upper = gown(person, joints, hem=0.2, flare=1.5, ease=outfit.ease)
    else:
        upper = shirt(person, joints, low=WAIST_LOW if outfit.skirt_role else 0.0, ease=0.5 + outfit.ease * 0.5)
    pattern = person.pattern if person.printed else outfit.pattern or person.pattern
    patterned = outfit.patterned
    if person.printed:
        patterned = "lower" if skirt_cloth is not None else "upper" if outfit.upper == "shirt" else "all"
    inks = worn.trim, second_ink(worn.trim, worn.dress)
    if skirt_cloth is not None and patterned in ("lower", "all"):
        draw_pattern(pen, skirt_cloth, pattern, inks)
    if "tiers" in outfit.over and skirt_cloth is not None:
        draw_layer(pen, "tiers", worn, skirt_cloth, skirt_cloth)
    pen.sheet(upper.path, worn.upper(), 4)
    if outfit.upper == "gown" and not outfit.skirt_role and outfit.hem > 0.6:
        _folds(pen, upper, worn.upper(), outfit.flare)
    if skirt_cloth is None and patterned in ("lower", "all", "upper"):
        cloth = upper
        if patterned == "all":
            half = joints.bones.shoulders
            cloth = replace(upper, top=(joints.torso(-half, 0.98), joints.torso(half, 0.98)))
        draw_pattern(pen, cloth, pattern if outfit.hem > 0.4 or outfit.upper == "shirt" else "plain", inks)
    for layer in outfit.over:
        if layer != "tiers":
            draw_layer(pen, layer, worn, upper, skirt_cloth or upper)
    _neck(pen, worn)


def draw_over(pen: Pen, worn: Worn) -> None:
    """Once more what lies over arms that hang."""
    if "poncho" in worn.outfit.over:
        cloth = shirt(worn.person, worn.joints, low=0.0)
        draw_layer(pen, "poncho", worn, cloth, cloth)
        _neck(pen, worn)


WAIST_LOW = 0.22


def _folds(pen: Pen, cloth: Cloth, colour: int, flare: float) -> None:
    """Soft folds from the waist down."""
    if flare < 1.5:
        return
    with pen.within(cloth.path):
        for u in (-0.62, -0.2, 0.25, 0.64):
            fold = smooth([cloth.at(u * 0.75, 0.3), cloth.at(u * 0.92, 0.68), cloth.at(u, 1.02)])
            pen.stroke(fold, darker(colour, 0.3), 0.9 + flare * 0.05, 0.28)
            edge = smooth([cloth.at(u * 0.75 + 0.06, 0.42), cloth.at(u * 0.92 + 0.06, 0.72), cloth.at(u + 0.06, 1.02)])
            pen.stroke(edge, lighter(colour, 0.4), 0.5, 0.35)


def _neck(pen: Pen, worn: Worn) -> None:
    """The opening at the neck: skin, and what borders it."""
    b, t = worn.joints.bones, worn.joints.torso
    n = b.shoulders * 0.36
    kind, trim = worn.outfit.neck, worn.trim
    skin = darker(worn.skin, 0.07)
    if kind in ("tube", "toga"):
        up = 0.78 if kind == "tube" else 0.8
        s = b.shoulders
        if kind == "tube":
            bare = joined(
                [t(-n, 1.04), t(-s * 0.86, 0.99), t(-s * 1.02, 0.9), t(-s, up)],
                [t(-s, up), t(0, up - 0.03), t(s, up)],
                [t(s, up), t(s * 1.02, 0.9), t(s * 0.86, 0.99), t(n, 1.04)],
            )
        else:
            bare = joined(
                [t(-n * 0.2, 1.04), t(-s * 0.86, 0.99), t(-s * 1.03, 0.9), t(-s * 1.0, 0.66)],
                [t(-s * 1.0, 0.66), t(-s * 0.2, 0.8), t(n * 1.5, 1.03)],
            )
        pen.sheet(bare, worn.skin, 0, edge=0.0)
        return
    if kind == "vee":
        hole = joined([t(-n, 1.05), t(0.6, 0.8)], [t(0.6, 0.8), t(n, 1.05)])
    elif kind == "square":
        hole = joined([t(-n * 1.25, 1.05), t(-n * 1.15, 0.88), t(n * 1.25, 0.88), t(n * 1.35, 1.05)], tension=1e9)
    elif kind == "stand":
        collar = joined([t(-n * 0.96, 0.985), t(-n * 0.8, 1.08), t(n * 0.85, 1.08), t(n, 0.985), t(0.5, 0.945)])
        pen.sheet(collar, mix(worn.upper(), trim, 0.5), 1.5)
        return
    elif kind == "cross":
        hole = joined([t(-n, 1.05), t(0.2, 0.78)], [t(0.2, 0.78), t(n, 1.05)])
        pen.flat(hole, skin)
        inner, outer = mix(0xF6EEE2, trim, 0.25), trim
        for ink, width, dx in ((inner, 2.6, -0.6), (outer, 1.9, 0.5)):
            pen.stroke(smooth([t(n * 1.0 + dx, 1.02), t(0.8 + dx, 0.84), t(-n * 1.2 + dx, 0.62)]), ink, width)
            pen.stroke(smooth([t(-n * 1.0 + dx, 1.02), t(-0.8 + dx, 0.88), t(0.2 + dx, 0.79)]), ink, width)
        return
    else:
        hole = joined([t(-n, 1.05), t(-n * 0.6, 0.955), t(0.5, 0.93), t(n * 0.8, 0.955), t(n, 1.05)])
    pen.flat(hole, skin)
    edges = {
        "round": [t(-n * 0.98, 1.03), t(-n * 0.6, 0.955), t(0.5, 0.93), t(n * 0.8, 0.955), t(n * 0.98, 1.03)],
        "vee": [t(-n * 0.95, 1.03), t(0.6, 0.8), t(n * 0.95, 1.03)],
        "square": [t(-n * 1.22, 1.02), t(-n * 1.15, 0.88), t(n * 1.25, 0.88), t(n * 1.3, 1.02)],
    }
    if kind in edges:
        border = smooth(edges[kind]) if kind == "round" else line(*edges[kind])
        pen.stroke(border, mix(worn.upper(), trim, 0.75), 0.9, 0.9)


def draw_far_arm(pen: Pen, worn: Worn) -> None:
    """The arm behind the body."""
    _arm(pen, worn, near=False)


def draw_near_arm(pen: Pen, worn: Worn) -> None:
    """The arm before the body."""
    _arm(pen, worn, near=True)


def _arm(pen: Pen, worn: Worn, *, near: bool) -> None:
    shade = 0.0 if near else 0.1
    outfit, joints = worn.outfit, worn.joints
    arm = joints.near if near else joints.far
    cuff = mix(worn.sleeves(), worn.trim, 0.85)
    plain = outfit.sleeve in ("short", "cap") or "bib" in outfit.over
    draw_arm(
        pen, arm, joints.bones, skin=darker(worn.skin, shade), sleeve=darker(worn.sleeves(), shade),
        kind=outfit.sleeve, cuff=None if plain else darker(cuff, shade),
    )  # fmt: skip

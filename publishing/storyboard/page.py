"""A storyboard as one web page: nothing is loaded from anywhere, pictures stand in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from publishing.storyboard.board import BoardScene, Panel, Picture, Storyboard, Words

_STYLE = """
:root { --paper: #f7f2e8; --card: #fffdf8; --ink: #2b2a33; --soft: #6d675e; --rule: #ddd3c0; --red: #b8502f;
  --warn: #fbe6d3 }
* { box-sizing: border-box }
body { margin: 0; padding: 2.5rem clamp(1rem, 4vw, 4rem) 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Noto Sans", system-ui, sans-serif }
main { max-width: 94rem; margin: 0 auto }
h1 { font-size: 2.4rem; line-height: 1.2; margin: 0 }
.facts, .who, .label { font-family: system-ui, sans-serif; direction: ltr }
header .facts { color: var(--soft); margin: .4rem 0 0 }
section { border-top: 2px solid var(--rule); margin-top: 2.2rem; padding-top: 1.4rem; break-inside: avoid-page }
section { display: grid; grid-template-columns: minmax(14rem, 1fr) 3fr; gap: 1.2rem 2rem }
.head { display: flex; gap: .8rem; align-items: baseline }
.number { color: var(--red); font: 700 2.4rem/1 system-ui, sans-serif }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 0 }
.brief { color: var(--soft); margin: .35rem 0 0 }
dl { margin: .7rem 0 0; font: .85rem/1.5 system-ui, sans-serif; color: var(--soft) }
dl div { display: flex; gap: .45rem }
dd { margin: 0; color: var(--ink) }
.warn { background: var(--warn); border-inline-start: .3rem solid var(--red); padding: .45rem .8rem; margin: .7rem 0 0;
  font: .9rem/1.45 system-ui, sans-serif; border-radius: .3rem; direction: ltr }
.panels { display: grid; gap: 1.6rem; align-content: start }
figure { margin: 0 }
.panels.alone { display: block }
.alone figure { display: flex; gap: 1.6rem; align-items: flex-start }
.alone .shapes { flex: 1 1 0; min-width: 0 } .alone figcaption { flex: 1 1 0 }
.shapes { display: flex; gap: .7rem; align-items: flex-start }
.shapes span { position: relative; display: block; min-width: 0 }
img, .none { display: block; width: 100%; height: auto; border-radius: .55rem;
  box-shadow: 0 1px 2px #0003, 0 4px 14px #0002 }
.none { background: var(--card); border: 2px dashed var(--rule); box-shadow: none; color: var(--soft); padding: 1rem }
.label { color: var(--soft); font-size: .8rem; margin: .45rem 0 0 }
.label b { color: var(--ink) }
figcaption p { margin: .4rem 0 0 }
figcaption .name { color: var(--red); font-weight: 700; margin-inline-end: .45em }
@media (max-width: 56rem) { section { grid-template-columns: 1fr } }
@media (max-width: 40rem) { .alone figure { display: block } }
@media print { body { padding: 0; background: #fff } img { box-shadow: none } }
"""


def html_of(board: Storyboard) -> str:
    """The page; every text is escaped, and says its language and direction."""
    tag, way = escape(board.language.tag), "rtl" if board.language.direction == "rtl" else "ltr"
    shapes = len(board.scenes[0].panels[0].pictures) if board.scenes and board.scenes[0].panels else 1
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{tag}" dir="{way}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="generator" content="Vernacast">',
            f"<title>{escape(board.title)}</title>\n<style>{_STYLE}{_columns(board, shapes)}\n</style>",
            f"</head>\n<body>\n<main>\n<header><h1>{escape(board.title)}</h1>{_facts(board.facts)}</header>",
            *(_scene(scene) for scene in board.scenes),
            "</main>\n</body>\n</html>\n",
        )
    )


def _columns(board: Storyboard, shapes: int) -> str:
    """How many panels stand side by side: as many as their shape allows, fewer on a narrow screen."""
    if shapes > 1:
        return ".panels { grid-template-columns: 1fr }"
    pictures = [p for scene in board.scenes for panel in scene.panels for p in panel.pictures[:1]]
    shape = pictures[0].width_px / pictures[0].height_px if pictures else 1.8
    columns = 2 if shape > 1.2 else 3 if shape > 0.8 else 4
    narrow = max(1, columns // 2)
    return (
        f".panels {{ grid-template-columns: repeat({columns}, 1fr) }}\n"
        f"@media (max-width: 40rem) {{ .panels {{ grid-template-columns: repeat({narrow}, 1fr) }} }}"
    )


def _facts(facts: tuple[str, ...]) -> str:
    return f'<p class="facts" lang="en" dir="ltr">{" · ".join(map(escape, facts))}</p>' if facts else ""


def _scene(scene: BoardScene) -> str:
    facts = "".join(f"<div><dt>{escape(k)}</dt><dd><bdi>{escape(v)}</bdi></dd></div>" for k, v in scene.facts)
    facts = f'<dl lang="en">{facts}</dl>' if facts else ""
    warnings = "".join(f'<p class="warn" lang="en" dir="ltr">{escape(w)}</p>' for w in scene.warnings)
    heading = escape(scene.heading) or f'<span class="label">{escape(scene.id)}</span>'
    brief = f'<p class="brief">{escape(scene.brief)}</p>' if scene.brief else ""
    alone = " alone" if len(scene.panels) == 1 and len(scene.panels[0].pictures) == 1 else ""
    panels = "\n".join(_panel(panel, scene.heading) for panel in scene.panels)
    return (
        f'<section id="scene-{scene.number}"><div><div class="head"><span class="number">{scene.number}</span>'
        f"<h2>{heading}</h2></div>{brief}"
        f'{facts}{warnings}</div>\n<div class="panels{alone}">\n{panels}\n</div></section>'
    )


def _panel(panel: Panel, heading: str) -> str:
    wide = sum(p.width_px / p.height_px for p in panel.pictures)
    shapes = "".join(
        f'<span style="flex: {p.width_px / p.height_px / wide:.4f} 1 0">{_image(p, heading)}</span>'
        for p in panel.pictures
    )
    if panel.problem:
        shapes = f'<span style="flex: 1"><span class="none" lang="en" dir="ltr">{escape(panel.problem)}</span></span>'
    who = f" · <bdi>{escape(panel.acting)}</bdi>" if panel.acting else ""
    label = f'<p class="label" lang="en" dir="ltr"><b>{escape(panel.label)}</b>{who}</p>'
    words = label + "".join(_said(panel.said))
    return f'<figure><div class="shapes">{shapes}</div><figcaption>{words}</figcaption></figure>'


def _image(picture: Picture, alt: str) -> str:
    kind = "png" if picture.image.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(picture.image).decode()}"
    return f'<img alt="{escape(alt)}" width="{picture.width_px}" height="{picture.height_px}" src="{source}">'


def _said(lines: tuple[Words, ...]) -> Iterator[str]:
    for line in lines:
        who = f'<span class="name">{escape(line.who)}</span>' if line.who else ""
        yield f'<p dir="auto">{who}{escape(line.text)}</p>'

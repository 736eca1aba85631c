"""What the front matter wants of single scenes: read strictly, and bound to the scenes that it names."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from languages.errors import ManuscriptRefused
from translation.front_values import nearest, pairs_of, short_text, text_of, unknown_key, wrong_kind
from translation.manuscript import ActWish, Scene, ShotWish, Wishes
from translation.text_file import clean
from translation.yaml_tree import Branch, Leaf, Node, Rows

KEYS = ("seed", "style", "place", "time", "weather", "show", "also", "hide", "near", "shots", "cast", "others", "words")
NEAR = ("wide", "medium", "close")
NOTHING = ("none", "nothing", "nobody")
"""Words for an empty list, besides ``[]``."""
WORD_LIMIT = 80
"""Characters of one wish."""
SEED_LIMIT = 2**31
MOST_DIGITS = 10
"""Of a number: longer ones are none, and Python refuses to read very long ones."""
_COMMAS = re.compile(r"[,;\u060c\u061b\u1363\u3001\uff0c\uff1b]")  # as Latin, Arabic, Ethiopic and Chinese write them
ISOLATES = "\u2066\u2067\u2068\u2069"
"""Around words that run from the right where a plan shows them: they may be copied along."""
_SHOT = re.compile(r"(?:(?P<line>\d+)\s+)?(?P<near>[^\W\d]+)\s*(?P<who>.*)", re.DOTALL)
_WHO = re.compile(r"(?P<name>[^()]+)(?:\((?P<acts>[^()]*)\))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneWishes:
    """The wishes for one scene, and how the front matter names it."""

    scene: str
    """Its number, id or heading."""
    row: int
    wishes: Wishes


def read_wishes(node: Node | None, path: str, names: tuple[str, ...]) -> tuple[SceneWishes, ...]:
    """The wishes under ``scenes``; ``names`` are the story's characters.

    Raises:
        ManuscriptRefused: an unknown key or character, a value of the wrong kind.
    """
    return tuple(
        SceneWishes(scene=clean(scene), row=row, wishes=_Reader(path, names).wishes(value))
        for scene, row, value in pairs_of(node, path, "`scenes`")
    )


def read_words(node: Node | None, path: str) -> tuple[tuple[str, str], ...]:
    """(word, what it means) of ``words``."""
    return tuple(
        (clean(word).strip(ISOLATES), short_text(value, path, f"words: {word}", WORD_LIMIT))
        for word, _, value in pairs_of(node, path, "`words`")
    )


def bind_wishes(wanted: Sequence[SceneWishes], scenes: tuple[Scene, ...], path: str) -> tuple[Scene, ...]:
    """The scenes with their wishes.

    Raises:
        ManuscriptRefused: no scene, or more than one, is named so; two wishes are for one scene; a shot begins with
            a line that its scene has not.
    """
    at: dict[int, SceneWishes] = {}
    for wish in wanted:
        index = _scene(wish, scenes, path)
        if index in at:
            raise ManuscriptRefused(
                f"`scenes` has wishes for scene {index + 1} twice.",
                path=path,
                line=wish.row,
                expected=f"The first are under {at[index].scene!r} in line {at[index].row}.",
                remedy="Put them together.",
            )
        for shot in wish.wishes.shots:
            if shot.first >= max(1, len(scenes[index].lines)):
                raise ManuscriptRefused(
                    f"A shot is to begin with line {shot.first + 1} of scene {index + 1}.",
                    path=path,
                    line=wish.wishes.row("shots"),
                    expected=f"The scene has {len(scenes[index].lines)} lines.",
                )
        at[index] = wish
    return tuple(dataclasses.replace(s, wishes=at[i].wishes) if i in at else s for i, s in enumerate(scenes))


def _scene(wish: SceneWishes, scenes: tuple[Scene, ...], path: str) -> int:
    named, found = wish.scene, scenes_named(wish.scene, scenes)
    if len(found) == 1:
        return found[0]
    if found:
        what = f"{len(found)} scenes are called {named!r}."
        expected = f"They are numbers {', '.join(str(i + 1) for i in found)}."
    else:
        what = f"`scenes` names the scene {named!r}, which is not there."
        expected = near_scene(named, scenes) or f"The story's scenes are numbered from 1 to {len(scenes)}."
    raise ManuscriptRefused(
        what, path=path, line=wish.row, expected=expected, remedy="Name a scene by its number, its heading or its id."
    )


def scenes_named(named: str, scenes: Sequence[Scene]) -> tuple[int, ...]:
    """Indices of the scenes that are meant by a number from 1, an id, or a heading that several may have."""
    if named.isdecimal() and len(named) <= MOST_DIGITS and 1 <= int(named) <= len(scenes):
        return (int(named) - 1,)
    folded = named.casefold()
    found = tuple(i for i, s in enumerate(scenes) if s.id == named)
    return found or tuple(i for i, s in enumerate(scenes) if s.heading and s.heading.casefold() == folded)


def near_scene(named: str, scenes: Sequence[Scene]) -> str:
    """A question whether the scene with the nearest heading or id was meant; empty where none is near."""
    known = tuple(n for s in scenes for n in (s.heading, s.id) if n)
    return "" if named.isdecimal() else nearest(named, known)


class _Reader:
    """Reads the wishes of one scene."""

    def __init__(self, path: str, names: tuple[str, ...]) -> None:
        self.path = path
        self.names = names
        odd = sorted((name for name in names if set(name) & set("()+")), key=len, reverse=True)
        self._marked = {f"\ue000{i}\ue001": name for i, name in enumerate(odd)}
        """Names with signs that mean something in a shot, by what stands for them while it is read."""

    def wishes(self, node: Node) -> Wishes:
        values: dict[str, Node] = {}
        acts: list[ActWish] = []
        rows: list[tuple[str, int]] = []
        for key, row, value in pairs_of(node, self.path, "A scene"):
            rows.append((key, row))
            if key in KEYS:
                values[key] = value
            elif name := self._known(key):
                acts.append(ActWish(name=name, acts=self._list(value, key)))
            else:
                raise unknown_key(key, row, self.path, (*KEYS, *self.names), "A scene")
        return Wishes(
            seed=self._seed(values.get("seed")),
            style=short_text(values.get("style"), self.path, "style", WORD_LIMIT),
            place=self._maybe(values, "place"),
            time=short_text(values.get("time"), self.path, "time", WORD_LIMIT),
            weather=self._maybe(values, "weather"),
            show=self._maybe(values, "show"),
            also=self._maybe(values, "also") or (),
            hide=self._maybe(values, "hide") or (),
            near=self._near(text_of(values.get("near"), self.path, "near"), values.get("near")),
            shots=tuple(self._shots(values.get("shots"))),
            cast=self._cast(values),
            acts=tuple(acts),
            others=self._maybe(values, "others") or (),
            words=read_words(values.get("words"), self.path),
            rows=tuple(rows),
        )

    def _maybe(self, values: dict[str, Node], key: str) -> tuple[str, ...] | None:
        return self._list(values[key], key) if key in values else None

    def _list(self, node: Node, key: str) -> tuple[str, ...]:
        """Texts from a list, or from one text with commas; a word for nothing is an empty list."""
        if isinstance(node, Branch):
            raise wrong_kind(node, self.path, f"`{key}`", "words with commas between them, or a list")
        items = node.items if isinstance(node, Rows) else (node,)
        told = [text_of(item, self.path, key) for item in items]
        parts = [part.strip() for text in told for part in (_COMMAS.split(text) if isinstance(node, Leaf) else (text,))]
        found = tuple(part for part in parts if part)
        for part in found:
            if len(part) > WORD_LIMIT:
                raise self._refused(f"`{key}` has {len(part)} characters without a comma.", node, "Shorten it.")
        return () if len(found) == 1 and found[0].casefold() in NOTHING else found

    def _seed(self, node: Node | None) -> int | None:
        text = text_of(node, self.path, "seed")
        if node is None or not text:
            return None
        if not text.isdecimal() or len(text) > MOST_DIGITS or int(text) >= SEED_LIMIT:
            raise self._refused(
                f"`seed` is {text[:WORD_LIMIT]!r}.", node, f"A seed is a whole number below {SEED_LIMIT}."
            )
        return int(text)

    def _near(self, text: str, node: Node | None) -> str:
        if node is None or not text:
            return ""
        if text.casefold() not in NEAR:
            expected = " ".join(filter(None, (nearest(text, NEAR), f"It is one of {', '.join(NEAR)}.")))
            raise self._refused(f"A shot cannot be {text!r}.", node, expected)
        return text.casefold()

    def _cast(self, values: dict[str, Node]) -> tuple[str, ...] | None:
        node = values.get("cast")
        if node is None:
            return None
        return tuple(dict.fromkeys(self._name(name, node) for name in self._list(node, "cast")))

    def _known(self, name: str) -> str:
        return next((n for n in self.names if n.casefold() == clean(name).casefold()), "")

    def _name(self, name: str, node: Node) -> str:
        if known := self._known(self._marked.get(name, name)):
            return known
        listed = f"The characters are {', '.join(self.names)}." if self.names else "The story has no characters."
        raise self._refused(f"{name!r} is no character of this story.", node, nearest(name, self.names) or listed)

    def _shots(self, node: Node | None) -> Iterator[ShotWish]:
        if node is None:
            return
        if not isinstance(node, Rows):
            node = Rows(row=node.row, items=(node,))
        last = -1
        for item in node.items:
            shot = self._shot(text_of(item, self.path, "shots"), item, alone=last < 0)
            if shot.first <= last or (last < 0 and shot.first):
                what = f"A shot begins with line {shot.first + 1} of its scene."
                raise self._refused(
                    what, item, "The first begins with line 1, each other with a later one than before."
                )
            last = shot.first
            yield shot

    def _shot(self, text: str, node: Node, *, alone: bool) -> ShotWish:
        match = _SHOT.fullmatch(text)
        if match is None or (match["line"] is None and not alone) or len(match["line"] or "") > MOST_DIGITS:
            raise self._refused(
                f"The shot {text[:WORD_LIMIT]!r} cannot be read.",
                node,
                "It looks like `3 close Nana`: the line of the scene with which it begins, how near, and whom it shows "
                "(`2 medium Nana (sits) + Ina`).",
            )
        near = self._near(match["near"], node)
        return ShotWish(first=int(match["line"] or 1) - 1, near=near, seen=self._seen(match["who"].strip(), node))

    def _seen(self, text: str, node: Node) -> tuple[ActWish, ...] | None:
        if not text:
            return None
        for mark, name in self._marked.items():
            text = re.sub(re.escape(name), mark, text, flags=re.IGNORECASE)
        return () if text.casefold() in NOTHING else tuple(self._act(part.strip(), node) for part in text.split("+"))

    def _act(self, text: str, node: Node) -> ActWish:
        match = _WHO.fullmatch(text)
        if match is None:
            raise self._refused(f"Whom a shot shows cannot be read: {text!r}.", node, "`Nana (sits, sad) + Ina`.")
        acts = (a.strip() for a in _COMMAS.split(match["acts"] or ""))
        return ActWish(name=self._name(match["name"].strip(), node), acts=tuple(a for a in acts if a))

    def _refused(self, what: str, node: Node, expected: str) -> ManuscriptRefused:
        return ManuscriptRefused(what, path=self.path, line=node.row, expected=expected)

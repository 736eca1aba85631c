"""What the creator hides is nowhere: not on the ground, in no hand, under nobody."""

from __future__ import annotations

import pytest

from translation.manuscript import Wishes
from video.direct import Role, ToDirect, direct


@pytest.mark.parametrize(
    ("brief", "hide"),
    [("Ana holds a basket.", "basket"), ("Ana sits on a table.", "table"), ("Ana pushes a cart.", "cart")],
)
def test_what_is_hidden_is_neither_held_nor_used(brief: str, hide: str) -> None:
    asked = ToDirect(brief=brief, language="en", cast=(Role(name="Ana", look="woman"),))
    for wishes, used in ((Wishes(), True), (Wishes(hide=(hide,)), False)):
        found = direct(ToDirect(brief=asked.brief, language="en", cast=asked.cast, wishes=wishes))
        acts = [act for shot in found.shots for act in shot.acting]
        with_it = [a for a in acts if hide in (a.holds, a.on, a.deed.to if a.deed is not None else "")]
        assert bool(with_it) is used
        assert used or hide not in found.scenery.ids()


@pytest.mark.parametrize(
    ("hide", "also", "gone"), [(("tree", "boat"), (), ("tree",)), (("tree",), ("tree",), ("tree",))]
)
def test_what_a_place_would_have_of_itself_is_hidden_too(
    hide: tuple[str, ...], also: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    wishes = Wishes(hide=hide, also=also)
    assert direct(ToDirect(brief="The village.", language="en", wishes=wishes)).scenery.absent == gone


def test_what_is_asked_for_besides_is_not_left_out() -> None:
    asked = ToDirect(brief="The village. There are no trees.", language="en", wishes=Wishes(also=("two trees",)))
    found = direct(asked).scenery
    assert "tree" in found.ids()
    assert "tree" not in found.absent

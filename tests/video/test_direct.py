"""From a scene's words to its shots: cuts, framings, who is there and what they do."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translation.manuscript import ActWish, ShotWish, Wishes
from video.concepts.table import load_concepts
from video.direct import Directed, Doing, Mood, Near, Role, Said, ShotPlan, ToDirect, direct
from video.direction.hands import HANDY
from video.direction.verbs import IN_HAND

CAST = (
    Role(name="Nana", look="old woman, red shawl"),
    Role(name="Ina", look="girl, yellow dress"),
    Role(name="Rook", look="a fox with a hat"),
)
LONG = "There was wind over the hills and under the old roofs, and in all the valley there was nothing but that."


def told(*lines: str, language: str = "en", **changes: object) -> ToDirect:
    """A scene from lines like "Nana: Hello." and "She walked."."""
    names = {role.name for role in CAST}
    said = [(t, *line.partition(": ")) for t in [""] for line in lines]
    made = tuple(
        Said(text=text, who=who) if who in names else Said(text=f"{who}{colon}{text}") for _, who, colon, text in said
    )
    asked = ToDirect(scene="s1", lines=made, language=language, cast=CAST)
    return replace(asked, **changes)  # pyright: ignore[reportArgumentType]


def shots(*lines: str, **changes: object) -> tuple[ShotPlan, ...]:
    return direct(told(*lines, **changes)).shots  # pyright: ignore[reportArgumentType]


def act(found: Directed, name: str, shot: int = 0) -> tuple[Doing, Mood, str]:
    acting = next(a for a in found.shots[shot].acting if a.name == name)
    return acting.doing, acting.mood, acting.holds


def test_a_scene_of_two_short_lines_is_one_shot_of_its_place() -> None:
    (one,) = shots("Nana went to the river.", "It was late, and the night was cold.")
    assert (one.near, one.first, one.seconds) == (Near.WIDE, 0, 8.0)


def test_one_short_line_of_a_character_shows_who_speaks_at_once() -> None:
    (one,) = shots("Nana: Where is everybody?")
    assert (one.near, one.focus, one.talks, one.seen) == (Near.MEDIUM, "Nana", True, ("Nana",))
    assert one.acting[0].doing is Doing.SPEAK


def test_a_longer_scene_begins_wide_and_goes_near_who_speaks() -> None:
    first, second = shots(LONG, "Nana: Then we shall have to go there ourselves, all the way, and today.")
    assert (first.near, second.focus, second.talks) == (Near.WIDE, "Nana", True)
    assert second.near in (Near.MEDIUM, Near.CLOSE)
    assert second.first == 1


def test_who_speaks_on_stays_in_the_picture() -> None:
    found = shots(LONG, f"Nana: {LONG}", f"Nana: {LONG}", f"Nana: {LONG}")
    assert [s.first for s in found] == [0, 1]


def test_a_long_tale_is_cut_between_lines_every_fourteen_seconds_or_so() -> None:
    found = shots(*[LONG] * 6)
    assert [s.first for s in found] == [0, 1, 2, 3, 4, 5]
    assert all(s.seconds <= 16 for s in found)


def test_a_place_without_characters_is_cut_only_where_it_is_looked_at_for_long() -> None:
    assert [s.first for s in shots(LONG, LONG, LONG)] == [0]
    assert len(shots(LONG, LONG, LONG, brief="A hill. Nana.")) > 1


def test_animals_have_in_the_mouth_what_they_hold() -> None:
    found = direct(told("Rook holds a basket.", brief="A hill. Rook holds a basket."))
    assert act(found, "Rook") == (Doing.STAND, Mood.CALM, "basket")
    assert "basket" not in found.scenery.ids()


def test_animals_neither_kneel_nor_point() -> None:
    found = direct(told("Rook came in.", brief="A hill. Rook crouches behind a bush."))
    assert act(found, "Rook")[0] is Doing.STAND


def test_what_things_do_nobody_does() -> None:
    found = direct(told("The water ran out, ran down the hills.", brief="A hill. Nana."))
    assert act(found, "Nana")[0] is Doing.STAND


def test_quick_talk_is_not_cut_at_every_word() -> None:
    found = shots(LONG, "Nana: Come!", "Ina: Why?", "Nana: Come here!", "Ina: No, you come to me, I am so tired of it.")
    assert len(found) == 2
    assert set(found[1].seen) == {"Nana", "Ina"}


def test_an_edited_word_changes_no_shot() -> None:
    before = direct(told(LONG, "Nana: Then we shall have to go there ourselves, all the way, today."))
    after = direct(told(LONG, "Nana: Then you shall have to go there yourselves, all the way, today."))
    assert before.shots == after.shots


def test_who_is_named_meant_called_or_speaks_is_there_and_who_is_only_talked_of_is_not() -> None:
    assert direct(told("Nana waits.", "Ina: I miss Rook.")).present == ("Ina", "Nana")
    assert direct(told("The old woman waits. A fox comes by.")).present == ("Nana", "Rook")
    assert direct(told("Ina: Rook, come here!")).present == ("Ina", "Rook")
    assert direct(told("The day began.", brief="A river. Ina.")).present == ("Ina",)


def test_the_old_woman_who_is_of_the_cast_stands_there_once() -> None:
    found = direct(told("The old woman sat down.", brief="An old woman and a boy by the river."))
    assert found.present == ("Nana",)
    assert [m.concept.id for m in found.scenery.people] == ["boy"]


def test_a_verb_goes_with_the_name_it_stands_with() -> None:
    found = direct(told("Nana sits by the fire and Ina dances. Rook sleeps."))
    assert act(found, "Nana")[0] is Doing.SIT
    assert act(found, "Ina")[0] is Doing.DANCE
    assert act(found, "Rook")[0] is Doing.SLEEP


def test_two_names_together_do_the_same_and_an_embrace_takes_both() -> None:
    both = direct(told("Nana and Ina dance until the morning."))
    assert act(both, "Nana")[0] is act(both, "Ina")[0] is Doing.DANCE
    hug = direct(told("Nana hugs Ina for a long time."))
    assert act(hug, "Nana")[0] is act(hug, "Ina")[0] is Doing.EMBRACE


def test_two_who_embrace_are_seen_together_though_one_of_them_speaks() -> None:
    told_ = shots("Nana embraces Ina.", f"Nana: {LONG}", f"Nana: {LONG}", brief="Nana embraces Ina. Rook watches.")
    for shot in told_:
        assert not any(a.doing is Doing.EMBRACE for a in shot.acting) or {"Nana", "Ina"} <= set(shot.seen)


def test_what_is_held_is_in_the_hand_and_not_on_the_ground() -> None:
    found = direct(told("Nana carries a basket to the market.", brief="A market. Nana carries a basket."))
    assert act(found, "Nana") == (Doing.HOLD, Mood.CALM, "basket")
    assert "basket" not in found.scenery.ids()


def test_tools_of_a_work_are_in_the_hand() -> None:
    assert act(direct(told("Nana sews. Ina chops wood with an axe.")), "Nana") == (Doing.WORK, Mood.CALM, "needle")


def test_what_fits_into_hands_can_be_drawn_in_one() -> None:
    from video.engines.papercut.things.catalog import THINGS

    gripped = {kind for kind, thing in THINGS.items() if thing.grip is not None}
    assert {*HANDY, *IN_HAND.values()} <= gripped
    assert {*HANDY, *IN_HAND.values(), *IN_HAND} <= set(load_concepts())


def test_who_sits_goes_on_sitting_and_who_is_sad_stays_sad() -> None:
    found = direct(told(f"Nana sits down, sad. {LONG}", f"{LONG}", f"Nana: {LONG}"))
    assert all(act(found, "Nana", i)[:2] == (Doing.SIT, Mood.SAD) for i in range(len(found.shots)))


def test_who_walks_away_from_a_work_no_longer_works() -> None:
    assert act(direct(told("Nana works.", brief="A field. Nana.")), "Nana")[0] is Doing.WORK
    assert act(direct(told("Nana works.", brief="A room. Nana.")), "Nana")[0] is Doing.KNEEL
    found = direct(told(f"Nana works. Then she walks to the river. {LONG}", f"Nana: {LONG}"))
    assert [act(found, "Nana", i)[0] for i in range(2)] == [Doing.WALK, Doing.SPEAK]


def test_moods_of_speech_are_those_of_who_speaks_and_what_is_denied_is_not_done() -> None:
    assert act(direct(told("Ina: I am afraid!")), "Ina")[1] is Mood.AFRAID
    assert act(direct(told("Nana does not sleep.")), "Nana")[0] is Doing.STAND


def test_strangers_who_do_something_lend_it_to_nobody() -> None:
    assert act(direct(told("Nana looked on. The children dance.")), "Nana")[0] is Doing.STAND


def test_what_a_sentence_says_of_nobody_all_who_are_there_do() -> None:
    found = direct(told("That night everybody sang.", brief="A village. Nana and Ina."))
    assert {a.doing for a in found.shots[0].acting} == {Doing.SING}
    gone = direct(told("The wind ran over the hills.", brief="A hill. Nana."))
    assert act(gone, "Nana")[0] is Doing.STAND


def test_a_verb_far_before_a_name_is_not_that_ones_alone() -> None:
    asked = told("Naquela noite, os dois cantaram juntos, e Nana abraçou Ina.", brief="Nana. Ina.", language="pt")
    assert {a.doing for a in direct(asked).shots[0].acting} == {Doing.EMBRACE}


def test_everybody_means_all_who_are_there_and_every_day_does_not() -> None:
    found = direct(told("Rook dances, and everybody sings.", brief="Nana, Ina and Rook."))
    assert [act(found, name)[0] for name in ("Nana", "Ina", "Rook")] == [Doing.SING, Doing.SING, Doing.DANCE]
    days = direct(told("Todos los días Nana canta.", brief="Nana, Ina.", language="es"))
    assert (act(days, "Nana")[0], act(days, "Ina")[0]) == (Doing.SING, Doing.STAND)


def test_what_is_only_talked_of_is_not_drawn() -> None:
    found = direct(told("Nana waits by the river.", "Ina: The castle of the elephant is far away."))
    assert found.scenery.ids() == ("day", "river")


def test_who_listens_goes_on_sitting() -> None:
    assert act(direct(told("Nana sits by the fire. She listens to the rain.")), "Nana")[0] is Doing.SIT


def test_a_sentence_without_a_name_goes_on_with_whom_the_last_was_about() -> None:
    found = direct(told("Nana looked at the moon. Then she danced.", brief="A hill. Nana and Ina."))
    assert (act(found, "Nana")[0], act(found, "Ina")[0]) == (Doing.DANCE, Doing.STAND)


def test_names_with_endings_act_too() -> None:
    found = direct(told("Nanak dantza egiten du.", "Inaren etxea.", language="eu"))
    assert found.present == ("Nana", "Ina")


def test_equal_words_and_seed_give_equal_shots_and_a_pinned_seed_outlasts_the_runs() -> None:
    asked = told(LONG, f"Nana: {LONG}", f"Ina: {LONG}", f"Nana: {LONG}")
    assert direct(asked) == direct(asked)
    pinned = replace(asked, wishes=Wishes(seed=5))
    assert direct(replace(pinned, seed=1)) == direct(replace(pinned, seed=2)) == direct(replace(asked, seed=5))
    assert len({direct(replace(asked, seed=n)).shots for n in range(20)}) > 1


lines = st.lists(
    st.tuples(st.sampled_from(["", "Nana", "Ina", "Rook"]), st.integers(1, 12)), min_size=1, max_size=12
).map(lambda found: [(f"{who}: " if who else "") + "Nana and Ina walk here. "[: 8 + n] * n for who, n in found])


@settings(max_examples=60, deadline=None)
@given(lines, st.integers(0, 99))
def test_shots_cover_the_scene_in_order_and_never_jump(said: list[str], seed: int) -> None:
    found = shots(*said, seed=seed)
    assert [s.number for s in found] == list(range(1, len(found) + 1))
    assert found[0].first == 0
    assert all(a.first < b.first < len(said) for a, b in pairwise(found))
    for shot in found:
        assert not shot.talks or shot.focus
        assert not shot.focus or shot.seen[0] == shot.focus
        assert tuple(a.name for a in shot.acting) == shot.seen
        assert shot.seconds in (4.0, 8.0, 12.0, 16.0)
    assert not any(a.near is b.near and set(a.seen) == set(b.seen) for a, b in pairwise(found))


def test_household_things_of_a_brief_stand_in_a_room() -> None:
    assert direct(told("Mix it.", brief="A table with flour and a bowl.")).scenery.places == ("kitchen",)
    assert direct(told("She wakes.", brief="A bed. Nana.")).scenery.places == ("bedroom",)
    assert direct(told("They eat.", brief="A table under a tree, two chairs.")).scenery.places == ()
    assert direct(told("There was a bed and a table.")).scenery.places == ("bedroom",)
    assert direct(told("There was a bowl and a table.")).scenery.places == ()


def test_wishes_replace_what_was_understood() -> None:
    wishes = Wishes(
        place=("river", "bridge"), time="dusk", weather=("rain",), show=("boat", "two goats"), also=("red flag",),
        cast=("Ina",), acts=(ActWish(name="Ina", acts=("sits", "sad", "holds basket")),), style="andes",
    )  # fmt: skip
    found = direct(told("Nana sleeps in the house.", brief="A village by day. A tree.", wishes=wishes))
    scenery = found.scenery
    assert (scenery.time, scenery.places, scenery.weather) == ("dusk", ("river",), ("rain",))
    assert [(m.concept.id, m.count) for m in scenery.things] == [("boat", 1), ("bridge", 1), ("flag", 1)]
    assert [(m.concept.id, m.count) for m in scenery.animals] == [("goat", 2)]
    assert scenery.things[2].colour == 0xC0392B
    assert (found.present, found.style) == (("Ina",), "andes")
    assert act(found, "Ina") == (Doing.SIT, Mood.SAD, "basket")


def test_a_word_that_the_creator_explains_is_no_longer_unknown() -> None:
    brief = "A zorb by the river."
    assert direct(told("Water fell.", brief=brief)).unknown == ("zorb",)
    taught = direct(told("Water fell.", brief=brief, words=(("Zorb", "fence"),)))
    assert taught.unknown == ()
    assert "fence" in taught.scenery.ids()
    silenced = direct(told("Water fell.", brief=brief, words=(("zorb", "nothing"),)))
    assert silenced.unknown == silenced.scenery.things == ()


def test_a_word_explained_by_what_means_nothing_is_told_where_it_stands() -> None:
    words = (("zorb", "bridgge"),)
    (note,) = direct(told("Water fell.", brief="A zorb by the river.", words=words)).notes
    assert "Did you mean “bridge”?" in note
    assert direct(told("Water fell.", brief="A river.", words=words)).notes == ()


def test_a_word_means_what_the_creator_says_even_where_it_is_known() -> None:
    found = direct(told("Water fell.", brief="A boat by the river.", words=(("boat", "=bridge"),)))
    assert [m.concept.id for m in found.scenery.things] == ["bridge"]


def test_a_wish_that_means_nothing_is_told_with_its_line_and_the_nearest_word() -> None:
    found = direct(told("Water fell.", wishes=Wishes(show=("bridgge",), rows=(("show", 7),))))
    assert found.unknown == ("bridgge",)
    assert "line 7" in found.notes[0]
    assert "Did you mean “bridge”?" in found.notes[0]


def test_shots_by_hand_are_those_shots() -> None:
    wish = (
        ShotWish(first=0, near="close", seen=(ActWish(name="Rook"),)),
        ShotWish(first=2, near="medium", seen=(ActWish(name="Ina", acts=("runs",)), ActWish(name="Nana"))),
        ShotWish(first=3, near="wide", seen=()),
    )
    found = direct(told(LONG, LONG, f"Ina: {LONG}", LONG, wishes=Wishes(shots=wish)))
    assert [(s.first, s.near, s.focus, s.seen) for s in found.shots] == [
        (0, Near.CLOSE, "Rook", ("Rook",)),
        (2, Near.MEDIUM, "Ina", ("Ina", "Nana")),
        (3, Near.WIDE, "", ()),
    ]
    assert act(found, "Ina", 1)[0] is Doing.RUN
    assert found.shots[1].talks


def test_who_finds_no_room_in_a_shot_of_the_whole_place_is_told() -> None:
    names = ("Ana", "Bea", "Cid", "Dora", "Eli", "Fay", "Gus", "Hal")
    cast = tuple(Role(name=name, look="woman") for name in names)
    six = direct(told("All came.", brief=f"A village. {', '.join(names[:6])}.", cast=cast))
    assert (six.shots[0].seen, six.notes) == (names[:6], ())
    for wishes in (Wishes(), Wishes(near="wide")):
        eight = direct(
            told("All came.", f"{LONG} {LONG}", brief=f"A village. {', '.join(names)}.", cast=cast, wishes=wishes)
        )
        assert {shot.seen for shot in eight.shots if shot.near is Near.WIDE} == {names[:6]}
        (note,) = eight.notes
        assert "“Gus”, “Hal”: it shows 6 characters" in note


def test_all_shots_can_be_brought_near() -> None:
    found = direct(told(LONG, f"Nana: {LONG}", wishes=Wishes(near="close")))
    assert [(s.near, s.seen) for s in found.shots] == [(Near.CLOSE, ("Nana",)), (Near.CLOSE, ("Nana",))]


@pytest.mark.parametrize("none", ["0 goats", "0 goat", "no goats"])
def test_a_wish_for_none_of_a_thing_puts_none_there_and_is_told(none: str) -> None:
    found = direct(told("Water fell.", wishes=Wishes(also=(none, "2 llamas"))))
    assert [(m.concept.id, m.count) for m in found.scenery.animals] == [("llama", 2)]
    assert found.notes == (f"`also` asks for “{none}”, which is none: what is not to be there is under `hide`.",)


def test_a_time_that_is_none_is_told_besides_other_notes() -> None:
    notes = direct(
        told("Water fell.", wishes=Wishes(time="river", also=("zorbs",)), words=(("water", "qwertz"),))
    ).notes
    assert any("`time` is “river”, which is no time of day." in note for note in notes)
    assert len(notes) == 3


def test_who_plays_an_instrument_makes_music_with_it() -> None:
    assert act(direct(told("Nana plays the flute.")), "Nana") == (Doing.WORK, Mood.CALM, "flute")
    assert act(direct(told("Nana plays the piano.")), "Nana") == (Doing.WORK, Mood.CALM, "")
    assert act(direct(told("Nana sits on her bed and plays the flute.")), "Nana") == (Doing.SIT, Mood.CALM, "flute")
    assert act(direct(told("Nana hears music.")), "Nana") == (Doing.STAND, Mood.CALM, "")


def test_what_is_done_next_is_done_with_its_own_things() -> None:
    found = direct(told("Nana sews a sail, and Ina carries a basket with care."))
    assert act(found, "Ina")[2] == "basket"
    assert act(found, "Nana")[2] == "needle"


def test_who_comes_with_a_thing_holds_it() -> None:
    found = direct(told("Nana walks with a basket."))
    assert act(found, "Nana") == (Doing.WALK, Mood.CALM, "basket")
    assert found.scenery.things == ()


def test_a_participle_holds_for_all_it_is_said_of() -> None:
    cast = (Role(name="Lebre", look="uma lebre"), Role(name="Hiena", look="uma hiena"))
    found = direct(told("A hiena e a lebre sentadas.", language="pt", cast=cast))
    assert [act(found, name)[0] for name in ("Hiena", "Lebre")] == [Doing.SIT, Doing.SIT]


def test_what_a_stranger_does_is_not_done_by_who_was_named_before() -> None:
    found = direct(told("Nana carries a basket of fish, and a cat sleeps in the boat."))
    assert act(found, "Nana") == (Doing.HOLD, Mood.CALM, "basket")


def test_who_runs_with_a_lamp_and_holds_it_high_still_runs() -> None:
    found = direct(told("Nana ran up the hill with the lamp in her hand. She held it high, and her arms hurt."))
    assert act(found, "Nana") == (Doing.RUN, Mood.CALM, "lamp")


def test_who_works_has_the_tool_in_hand_and_not_what_is_made() -> None:
    assert act(direct(told("Nana cooks rice in a pot.")), "Nana") == (Doing.WORK, Mood.CALM, "spoon")
    assert act(direct(told("Nana sweeps the street.")), "Nana") == (Doing.WORK, Mood.CALM, "broom")


def test_who_weeps_is_sad_and_who_laughs_is_glad() -> None:
    assert act(direct(told("Nana sits and weeps.")), "Nana") == (Doing.SIT, Mood.SAD, "")
    assert act(direct(told("Nana ríe.", language="es")), "Nana")[1] is Mood.GLAD


def test_a_second_name_begins_its_own_verb() -> None:
    found = direct(told("Nana sweeps the leaves, Ina dances."))
    assert [act(found, name)[0] for name in ("Nana", "Ina")] == [Doing.WORK, Doing.DANCE]


def test_an_embrace_of_her_takes_the_other_one_and_an_embrace_of_a_goat_does_not() -> None:
    both = direct(told("Nana embraces her.", "Ina: Oh!"))
    assert [act(both, name)[0] for name in ("Nana", "Ina")] == [Doing.EMBRACE, Doing.EMBRACE]
    goat = direct(told("Nana embraces a goat.", "Ina: Oh!"))
    assert act(goat, "Ina")[0] is Doing.SPEAK


def test_who_carries_water_has_a_bucket_and_who_climbs_with_a_hammer_has_it() -> None:
    assert act(direct(told("Nana carried water from the river.")), "Nana") == (Doing.HOLD, Mood.CALM, "bucket")
    climb = direct(told("Nana sube a la azotea con un martillo.", language="es"))
    assert act(climb, "Nana") == (Doing.WALK, Mood.CALM, "hammer")


def test_the_laughter_of_neighbours_is_not_that_of_who_waits() -> None:
    assert act(direct(told("Nana was waiting at the gate, and the neighbours laughed.")), "Nana")[1] is Mood.CALM


def test_no_picture_of_a_scene_comes_twice() -> None:
    told = "The wind rose and the waves came, one after the other, and the canoe jumped on them as a goat does."
    for cast in (("Nana", "Ina"), ("Nana", "Ina", "Tomo")):
        brief = f"A canoe on the river. {', '.join(cast)}."
        roles = tuple(Role(name=n) for n in cast)
        found = direct(ToDirect(brief=brief, lines=(Said(text=told),) * 4, language="en", cast=roles))
        like = [(shot.near, frozenset(shot.seen)) for shot in found.shots]
        assert len(set(like)) == len(like), like


def test_who_is_behind_a_window_is_not_in_the_street_that_a_brief_shows() -> None:
    line = "On the sixth floor Nana sang."
    assert direct(told(line, brief="A street in the snow.")).present == ()
    assert direct(told(line, brief="A street in the snow. Nana waits.")).present == ("Nana",)
    assert direct(told(line, brief="A kitchen.")).present == ("Nana",)

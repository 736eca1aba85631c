"""Words and things by which deeds are told: what stands between, what can be pushed, ridden, sat on, hidden behind."""

from __future__ import annotations

from video.shotlist import Way

HELD_IN = ("hand", "mouth")
"""Parts of a body on which nobody is, but things may be."""
GAP = 4
"""Words from "on" to the thing: "on the big old stone"."""
REACH = 7
"""Words from a verb to what it is done with."""
RIGHT_BEHIND = 5
"""Words from a verb to the word that says where."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _sets(**words: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(some.split()) for name, some in words.items()}


BELOW = frozenset(
    "under beneath underneath bajo debajo sous dessous sob debaixo embaixo sota davall baix dibaixo".split()  # noqa: SIM905 - CONFIG: as words
)
"""Of the words for "behind" and "under" those for "under": who stands under a tree is not hidden."""
BETWEEN: dict[str, dict[str, frozenset[str]]] = {
    "en": _sets(
        on="on onto upon atop astride", behind="behind under beneath underneath", beside="beside by next near",
        into="into inside in",
    ),
    "es": _sets(
        on="sobre encima en", behind="detras tras bajo debajo", beside="junto lado", into="dentro",
    ),
    "fr": _sets(
        on="sur", behind="derriere sous", beside="pres cote aupres", into="dans",
    ),
    "pt": _sets(
        on="sobre cima em no na nos nas num numa", behind="atras detras debaixo sob", beside="junto lado perto",
        into="dentro",
    ),
    "ca": _sets(
        on="sobre damunt dalt en a al", behind="darrere rere sota", beside="costat vora prop", into="dins",
    ),
    "id": _sets(on="atas", behind="belakang bawah balik", beside="samping dekat", into="dalam"),
}  # fmt: skip
"""By language the words between somebody and what they are on, behind, beside or look into (grammar books)."""
PARTS = _sets(
    back="back shoulder neck espalda lomo hombro grupa dos epaule costas lombo ombro garupa esquena llom espatlla "
    "punggung",
    shoulders="shoulders hombros epaules ombros espatlles",
    head="head nose cabeza hocico tete museau cabeca focinho cap musell kepala",
    lap="lap knees arms regazo rodillas brazos genoux bras colo joelhos bracos falda genolls bracos",
    mouth="mouth beak bill jaws teeth paws talons claws boca pico dientes patas garras bouche bec gueule dents pattes "
    "serres bico dentes garras mulut paruh",
    hand="hand palm mano palma main paume mao palma ma palmell",
)
"""Parts of a body on which somebody else may be."""
EDGES = _set("edge borde bord beira vora tepi")
"""Of a bed or a well: one sits "on the edge of" it, and is on it."""
UPWARDS = _set("up upwards arriba alto acima amunt dalt haut")
"""Words that say where somebody looks or points."""
HAND_IN_HAND: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split())
    for words in (
        "hand in hand", "by the hand", "holding hands", "hold hands", "holds hands", "held hands",
        "de la mano", "cogidos de la mano", "main dans la main", "par la main", "se tiennent la main",
        "de maos dadas", "pela mao", "de mao dada", "de la ma", "agafats de la ma", "donades les mans",
        "bergandengan tangan",
    )
)  # fmt: skip
IN_A_RING: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split())
    for words in (
        "in a ring", "in a circle", "in a round", "round in a circle", "around in a circle", "in rings",
        "en corro", "en circulo", "en ronda", "en rueda", "al corro", "un corro", "en rond", "en ronde", "en cercle",
        "une ronde", "la ronde", "em roda", "de roda", "em circulo", "numa roda", "uma roda", "en rotllana",
    )
)  # fmt: skip
"""How several dance hand in hand."""

AUXILIARIES = _set(
    """was were is are has have had will would se fue fueron ha han habia era iba iban va van esta estaba est sont
    etait a ont avait foi foram tinha estava vai vao es anava not no"""
)
"""Words between somebody and what they do."""
DETERMINERS = _set(
    """the a an this that these those his her its their my your el la los las un una su sus aquel aquella ese esa este
    esta le les l une son sa ses leur ce cette o os as um uma seu sua aquele aquela esse essa els seva seu aquell
    aquella"""
)
NOUNS = _set(
    """the an this these those his its their my your un una une um uma su sus sa ses leur ce cette seu sua
    aquel aquella aquele aquela"""
)
"""Before what may be a verb and is a noun there: "the building", "una llamada"; none of them is a pronoun too. English
"a" besides: elsewhere it stands before infinitives, as in "começou a rir"."""
SELF = _set(
    """i me my we us our estoy soy tengo siento me mi mis nos estamos tenemos je suis ai j sommes avons moi mon ma nous
    estou sou tenho sinto meu minha eu estamos temos estic soc tinc sento meu meva som tenim em ens"""
)
"""Words by which somebody speaks of themselves: moods in other speech are those of others, or of nobody."""
SOME = _set("un una une um uma an the some")
"""Articles: behind "embraces" something is hugged, where no person is named."""

PUSHED = _set(
    """wheelbarrow cardboard_box barrel washing_machine wardrobe bicycle motorbike cart boat canoe raft car truck bus
    rock box barrel log sled table bed wheel chest piano plough door stone swing pram coach wheelchair"""
)
PULLED = _set("rope net boat canoe raft cart coach sled plough donkey cow goat horse ox camel llama log rock")
RIDDEN = _set(
    """horse donkey camel llama elephant ox cow buffalo reindeer bicycle motorbike yak foal unicorn dragon ostrich
    turtle tortoise whale zebra moose rocking_horse"""
)
LED = _set(
    """horse donkey camel llama ox cow buffalo goat sheep dog elephant yak foal calf reindeer alpaca pig lamb kid"""
)
CLIMBED = _set("stepladder ladder tree palm pine baobab rope rock wall branch")
LOOKED_INTO = _set(
    """bathtub basin jar cauldron cooking_pot drawer puddle cardboard_box cage well box bucket basket pot chest bowl
    barrel nest bag sack"""
)
STOOD_ON = _set(
    """sofa armchair stepladder plank cardboard_box wardrobe rock stone log box chest barrel bench chair stool table
    bed mat carpet haystack firewood throne fence wall nest hammock stall desk roof branch tree sled anthill ladder
    step well sack pillow shell leaf lotus piano pumpkin rocking_chair seesaw slide fountain trough saddle"""
)
"""On which one sits, stands or lies."""
LAIN_IN = _set("bed hammock nest cradle")
BEFORE = _set("at before ante frente devant diante davant over")
"""Words behind "kneels" for what one kneels at."""
AT_WORK = _set("look kneel point hold")
"""What one does at a bicycle that is named behind it, without a word between."""
WORKED_AT = _set("bicycle motorbike upturned_bicycle")
"""At these one stands or kneels who looks at them or holds them."""
CARRIER = "bicycle_carrier"
"""Behind the saddle: who sits on it is on the bicycle."""
SEATS = _set("armchair rocking_chair sofa throne")
"""In which one sits."""
NEARBY = _set(
    """oven upturned_bicycle engine generator tractor rowboat canoe
    wheelbarrow stepladder potted_plant flower_pot bicycle_wheel washing_machine kiln sofa armchair bathtub bicycle
    motorbike cart boat car bed cradle chest well plough wheel sled loom tent statue gravestone tree door anthill
    nest sprout haystack fence rocking_chair fountain trough kennel coach telescope"""
)
"""Beside which one sits or kneels to be told by it."""
HIDING = _set(
    """sofa armchair wardrobe cardboard_box curtain barn rock bush haystack barrel box fence tree door table bed chest
    cart wall tent sack log stall stone"""
)
POSTURES = _set(
    """sit stand kneel sleep lie perch wait hide jump climb dance sing speak shout look eat work cry laugh read rear"""
)
OBJECTS: dict[str, tuple[Way, frozenset[str]]] = {
    "push": (Way.PUSH, PUSHED), "pull": (Way.PULL, PULLED), "ride": (Way.RIDE, RIDDEN), "lead": (Way.LEAD, LED),
    "climb": (Way.CLIMB, CLIMBED),
}  # fmt: skip
WHERE: dict[str, tuple[Way, frozenset[str]]] = {
    "on": (Way.ON, STOOD_ON), "behind": (Way.BEHIND, HIDING), "beside": (Way.BESIDE, NEARBY),
    "at": (Way.BESIDE, NEARBY),
    "into": (Way.INTO, LOOKED_INTO),
}  # fmt: skip

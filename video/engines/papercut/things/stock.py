"""All things that can be drawn."""

from __future__ import annotations

from video.engines.papercut.things.afloat import AFLOAT
from video.engines.papercut.things.clinic import CLINIC
from video.engines.papercut.things.craft import CRAFT
from video.engines.papercut.things.desk import DESK
from video.engines.papercut.things.dining import DINING
from video.engines.papercut.things.finds import FINDS
from video.engines.papercut.things.finery import FINERY
from video.engines.papercut.things.fruits import FRUITS
from video.engines.papercut.things.furniture import FURNITURE
from video.engines.papercut.things.garments import GARMENTS
from video.engines.papercut.things.greens import GREENS
from video.engines.papercut.things.growth import GROWTH
from video.engines.papercut.things.harvest import HARVEST
from video.engines.papercut.things.hearth import HEARTH
from video.engines.papercut.things.homely import HOMELY
from video.engines.papercut.things.household import HOUSEHOLD
from video.engines.papercut.things.kitchen import KITCHEN
from video.engines.papercut.things.making import MAKING
from video.engines.papercut.things.music import MUSIC
from video.engines.papercut.things.opened import OPENED
from video.engines.papercut.things.orchard import ORCHARD
from video.engines.papercut.things.pantry import PANTRY
from video.engines.papercut.things.parlour import PARLOUR
from video.engines.papercut.things.play import PLAY
from video.engines.papercut.things.playground import PLAYGROUND
from video.engines.papercut.things.plumbing import PLUMBING
from video.engines.papercut.things.power import POWER
from video.engines.papercut.things.prop import Prop
from video.engines.papercut.things.repair import REPAIR
from video.engines.papercut.things.smithy import SMITHY
from video.engines.papercut.things.sounding import SOUNDING
from video.engines.papercut.things.street import STREET
from video.engines.papercut.things.study import STUDY
from video.engines.papercut.things.sundry import SUNDRY
from video.engines.papercut.things.tools import TOOLS
from video.engines.papercut.things.toybox import TOYBOX
from video.engines.papercut.things.traffic import TRAFFIC
from video.engines.papercut.things.treasure import TREASURE
from video.engines.papercut.things.vehicles import VEHICLES
from video.engines.papercut.things.washing import WASHING
from video.engines.papercut.things.worn import worn
from video.engines.papercut.things.yard import YARD

WHOLE: dict[str, Prop] = {
    **HEARTH, **AFLOAT, **CRAFT, **TOOLS, **KITCHEN, **PANTRY, **HARVEST, **MUSIC, **PLAY, **DESK, **VEHICLES,
    **TREASURE,
    **FURNITURE, **HOUSEHOLD, **REPAIR, **PARLOUR, **PLUMBING, **MAKING, **FINDS, **ORCHARD, **STREET, **SUNDRY,
    **GROWTH, **YARD,
    **CLINIC, **WASHING, **GARMENTS,
    **FRUITS,
    **GREENS,
    **DINING,
    **POWER,
    **TRAFFIC,
    **OPENED,
    **FINERY,
    **STUDY,
    **SOUNDING,
    **HOMELY,
    **PLAYGROUND,
    **SMITHY,
    **TOYBOX,
}  # fmt: skip
PROPS: dict[str, Prop] = {**WHOLE, **worn(WHOLE)}

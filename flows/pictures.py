"""Who makes the pictures, with which model, and how a brief gets to a model that cannot read its language."""

from __future__ import annotations

from dataclasses import dataclass

from flows.choose import choose_route
from flows.means import Means, fits_checkpoint, licence_forbids
from flows.offers import Offers
from flows.plan import terms_of
from flows.recipe import Recipe
from languages.checkpoints import STAR, checkpoints_of
from languages.environments import not_installed
from languages.errors import EngineUnusable, LicenceRefused, NoRoute, WeightsMissing
from languages.weights import look
from translation.engine import Route
from translation.manuscript import Manuscript

ENGLISH = "en"
DRAWN = "video/papercut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The choice for all scenes without a picture of the creator's own."""

    engine: str = DRAWN
    model: str = ""
    """Checkpoint; empty where the engine has none."""
    via: tuple[str, Route] | None = None
    """(engine, route) that translates briefs for the model; None where it reads them as they are."""
    notes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def choose_pictures(manuscript: Manuscript, offers: Offers, recipe: Recipe, means: Means) -> Pictures:
    """What the recipe asks for, if it can be done within licence, memory and what is installed.

    Raises:
        LicenceRefused, WeightsMissing, EngineUnusable, NoRoute: it cannot, and why.
    """
    if not recipe.pictures:
        return Pictures()
    card = offers.card(recipe.pictures)
    if missing := not_installed(card):
        raise EngineUnusable(f"{card.id} cannot make the pictures: {missing}.")
    known = [recipe.model] if recipe.model else [c.id for c in checkpoints_of(card.id) if STAR not in c.id]
    against = {name: fits_checkpoint(card, name, means) for name in known}
    model = next((name for name, reason in against.items() if not reason), "")
    if known and not model:
        told = " ".join(f"{name}: {reason}." for name, reason in against.items())
        licences = all(licence_forbids(look(name).checkpoint.licence, means.use) for name in known)
        kind = LicenceRefused if licences else WeightsMissing
        raise kind(
            f"{card.id} has no model that could make the pictures. {told}",
            remedy="Choose another with --pictures, or leave it out: scenes are drawn then.",
        )
    notes = [f"Pictures by {card.id} with {model}." if model else f"Pictures by {card.id}."]
    via: tuple[str, Route] | None = None
    from video.prompts import prompt_languages

    reads = prompt_languages(model) if model else ()
    language = manuscript.language
    if reads and language.partition("-")[0] not in reads:
        engine, route, _ = choose_route(language, ENGLISH, offers, means)
        if route is None:
            raise NoRoute(
                f"{model} reads briefs in {', '.join(reads)}, and nothing here translates {language} into English.",
                remedy="Install an engine that does, or leave --pictures out: scenes are drawn then.",
            )
        via = (engine, route)
        notes.append(f"{model} does not read {language}: briefs are translated into English by {engine} {route.id}.")
    own = look(model).checkpoint.licence if model else None
    terms = terms_of(card, own)
    if via is not None:
        terms = (*terms, *terms_of(offers.card(via[0]), via[1].licence))
    return Pictures(engine=card.id, model=model, via=via, notes=tuple(notes), terms=terms)

"""Who makes the pictures, with which model, and how a brief gets to a model that cannot read its language."""

from __future__ import annotations

from dataclasses import dataclass

from flows.choose import choose_route
from flows.means import Means, fits_checkpoint, forbidden, licence_forbids
from flows.offers import Offers
from flows.plan import terms_of
from flows.recipe import Recipe
from languages.card import Card
from languages.checkpoints import STAR, checkpoints_of, get_checkpoint
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
    first: str = DRAWN
    """Who makes the picture that a film begins with, and its checkpoint."""
    first_model: str = ""
    via: tuple[str, Route] | None = None
    """(engine, route) that translates briefs for the models; None where they read them as they are."""
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
    model = _model_for(card, recipe.model, means)
    chosen = [(card, model)]
    notes = [f"Pictures by {card.id} with {model}." if model else f"Pictures by {card.id}."]
    first, first_model = DRAWN, ""
    if recipe.first:
        painter = offers.card(recipe.first)
        first, first_model = painter.id, _model_for(painter, recipe.first_model, means)
        chosen.append((painter, first_model))
        notes.append(f"Films begin with pictures by {first} with {first_model}.")
    via: tuple[str, Route] | None = None
    language = manuscript.language
    for _, name in chosen:
        reads = get_checkpoint(name).prompts if name else ()
        if via is None and reads and language.partition("-")[0] not in reads:
            via = _way_to_english(language, name, reads, offers, means)
            notes.append(
                f"{name} does not read {language}: briefs are translated into English by {via[0]} {via[1].id}."
            )
    terms = tuple(t for c, name in chosen for t in terms_of(c, look(name).checkpoint.licence if name else None))
    if via is not None:
        terms = (*terms, *terms_of(offers.card(via[0]), via[1].licence))
    return Pictures(
        engine=card.id,
        model=model,
        first=first,
        first_model=first_model,
        via=via,
        notes=tuple(notes),
        terms=tuple(dict.fromkeys(terms)),
    )


def _model_for(card: Card, wanted: str, means: Means) -> str:
    """The checkpoint that was wanted, or the first that can be used; empty where the engine has none."""
    if missing := not_installed(card):
        raise EngineUnusable(f"{card.id} cannot make the pictures: {missing}.")
    known = [wanted] if wanted else [c.id for c in checkpoints_of(card.id) if STAR not in c.id]
    if not known and (reason := forbidden(card, None, "", means)):
        raise LicenceRefused(f"{card.id} cannot make the pictures: {reason}.", remedy="Choose another one.")
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
    return model


def _way_to_english(
    language: str, model: str, reads: tuple[str, ...], offers: Offers, means: Means
) -> tuple[str, Route]:
    engine, route, _ = choose_route(language, ENGLISH, offers, means)
    if route is None:
        raise NoRoute(
            f"{model} reads briefs in {', '.join(reads)}, and nothing here translates {language} into English.",
            remedy="Install an engine that does, or leave --pictures out: scenes are drawn then.",
        )
    return engine, route

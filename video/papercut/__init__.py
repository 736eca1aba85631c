"""The kit behind the engine ``video/papercut``: coloured paper, cut, stacked and lit.

``concepts`` understands what is asked for and ``wardrobe`` dresses the cast; both are light enough for a plan.
Everything that draws (``paper`` and the modules above it) imports Skia and is loaded by the engine's ``paint``.
"""

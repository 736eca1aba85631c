"""What the builders of tiny models share: a few lines in several languages, and the pin."""

from __future__ import annotations

from pathlib import Path

from languages.weights import look, write_pin

TEXT = """Hello world. How are you today? The quick brown fox jumps over the lazy dog.
Bonjour le monde. Comment allez-vous aujourd'hui ? Le renard brun saute par-dessus le chien paresseux.
Hola mundo. ¿Cómo estás hoy? El rápido zorro marrón salta sobre el perro perezoso.
नमस्ते दुनिया। आज आप कैसे हैं?
Habari dunia. Habari za leo? Mbweha wa kahawia anaruka juu ya mbwa mvivu.
La vieja tejía un puente de hilo. Media creation pipelines translate, speak and film stories.""".splitlines()


def accept(root: Path, checkpoint: str) -> Path:
    """Pins what a builder has just put into ``root/checkpoint``, as a user would; gives the folder."""
    found = look(checkpoint, root)
    write_pin(found, who="tests/tiny")
    return found.folder

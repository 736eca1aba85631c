"""Scenes in, shots out; one timeline; the picture track."""

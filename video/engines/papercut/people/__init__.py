"""Paper people: figures, faces, clothes, and who is who."""

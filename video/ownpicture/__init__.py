"""The creator's own pictures and clips: checked by their headers, then decoded."""

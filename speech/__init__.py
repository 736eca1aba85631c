"""Text in, sound and word timings out."""

"""Puts scenes together: who and what stands where, in every shape of picture."""

"""One picture engine a file; they are found by scanning this folder."""

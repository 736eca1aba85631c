"""The stages of the flow, one a file: find what is missing in the store, let a room make it, store it."""

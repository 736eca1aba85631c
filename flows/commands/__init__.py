"""The commands of ``vernacast``, one a file."""

"""The parts of direction: who, where, doing what, with what, how near. video/direct.py puts them together."""

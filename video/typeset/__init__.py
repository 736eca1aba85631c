"""Text in any script, laid out by the rules of its writing and painted on a picture or a page."""

"""A story's scenes on a page, before anything long is made: as a web page, a picture or a PDF."""

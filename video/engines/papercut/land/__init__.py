"""Land, water, sky, plants, buildings and rooms: what scenes stand on and before."""

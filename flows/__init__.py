"""The only room that knows Prefect, Ray, the store, the command line and the network."""

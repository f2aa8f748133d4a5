"""The web application: the only Django. One folder a concern."""

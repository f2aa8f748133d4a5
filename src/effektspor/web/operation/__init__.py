"""Running it: request ids, logs without CPR, health, and the pages for when something is wrong."""

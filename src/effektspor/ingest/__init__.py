"""Files → core.document, and documents → the core's own types. Value → value: no database, no clock."""

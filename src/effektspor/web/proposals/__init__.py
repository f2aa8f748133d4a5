"""The life of a proposal: written, revised, compared, decided and followed up."""

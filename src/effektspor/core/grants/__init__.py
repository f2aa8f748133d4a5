"""Grants: price lines, schedules, what they cost, and whom they are for."""

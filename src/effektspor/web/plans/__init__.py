"""The economic plan: its status page and the committee's paper."""

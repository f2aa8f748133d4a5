"""A process that ends with the one that started it, however that one ends."""

import os
import time
from collections.abc import Callable
from threading import Thread

LOOK_SECONDS = 0.5


def is_child_of(parent: int) -> bool:
    """Whether the process that started this one still is its parent: an orphan gets another."""
    return os.getppid() == parent


def when_parent_ends(parent: int, act: Callable[[], object]) -> None:
    """Do something once the parent, whose id it gave, has ended; also when it had before we were ready to look."""

    def watch() -> None:
        while is_child_of(parent):
            time.sleep(LOOK_SECONDS)
        act()

    Thread(target=watch, daemon=True).start()

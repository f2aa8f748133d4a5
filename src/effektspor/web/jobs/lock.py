"""A lock that every worker holds for its life; the system lets go of it, however a worker dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def shared_lock(path: Path) -> Iterator[bool]:
    """Hold the lock together with the others; tell whether there were none when it was taken."""
    with path.open("a") as file:
        alone = _try_alone(file)
        fcntl.flock(file, fcntl.LOCK_SH)
        yield alone


def _try_alone(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

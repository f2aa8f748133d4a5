"""Keeps a worker running beside the server: python -m effektspor.web.jobs.keeper SERVER.

SERVER is the id of the process that started it. Without settings or database, so that little can go wrong here. A
worker that ends is started again; the keeper ends with the server, and the worker with the keeper, whichever is killed.
"""

import os
import subprocess
import sys
import time

from effektspor.web.jobs.parent import LOOK_SECONDS, is_child_of

# One that cannot start, say for want of a disk, is not tried all the time.
_PAUSE_SECONDS = 1


def main() -> None:
    """Keep a worker for as long as the server runs."""
    server = int(sys.argv[1])
    while is_child_of(server):
        # A session of its own: Ctrl+C is for the server, which is not to lose its worker before it has ended.
        worker = subprocess.Popen(_command(), start_new_session=True)
        while worker.poll() is None and is_child_of(server):
            time.sleep(LOOK_SECONDS)
        time.sleep(_PAUSE_SECONDS)


def _command() -> tuple[str, ...]:
    worker = (sys.executable, "-m", "django", "db_worker", "--no-startup-delay", "-v", "0")
    return (*worker, "--end-with", str(os.getpid()))


if __name__ == "__main__":
    main()

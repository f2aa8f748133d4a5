"""django-tasks-db's worker, which first takes up what an earlier worker left unfinished."""

import logging
import os
import signal
import time
from argparse import ArgumentParser
from threading import Thread
from typing import Any

from django.db import DatabaseError, close_old_connections
from django_tasks_db.management.commands import db_worker

from effektspor.web.jobs.tasks import queue_unfinished

_log = logging.getLogger("effektspor.worker")
_LOOK_SECONDS = 0.5
_GRACE_SECONDS = 3
_PAUSE_SECONDS = 2


class Command(db_worker.Command):
    """python -m django db_worker: ours stands before theirs in INSTALLED_APPS."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--end-with-parent", action="store_true", help="End when the process that started it does.")

    def handle(self, **options: Any) -> None:
        if options.pop("end_with_parent"):
            Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
        queue_unfinished()
        while True:
            try:
                return super().handle(**options)
            except DatabaseError:
                # The database was away; papers wait in the queue until it is back.
                _log.exception("the worker starts again")
                close_old_connections()
                time.sleep(_PAUSE_SECONDS)


def _end_with(parent: int) -> None:
    """Wait for the parent to end, then end too: a paper under way gets a moment, and else goes back in the queue."""
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)

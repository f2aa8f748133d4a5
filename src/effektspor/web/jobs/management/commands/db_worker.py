"""django-tasks-db's worker, which first takes up what an earlier worker left unfinished."""

import logging
import os
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.db import DatabaseError, close_old_connections
from django_tasks_db.management.commands import db_worker

from effektspor.web.jobs.lock import shared_lock
from effektspor.web.jobs.parent import when_parent_ends
from effektspor.web.jobs.tasks import queue_unfinished
from effektspor.web.settings import CONFIGURATION

_log = logging.getLogger("effektspor.worker")
_GRACE_SECONDS = 3
_PAUSE_SECONDS = 2


class Command(db_worker.Command):
    """python -m django db_worker: ours stands before theirs in INSTALLED_APPS."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--end-with", type=int, metavar="PARENT", help="End when that process, its parent, does.")

    def handle(self, **options: Any) -> None:
        if parent := options.pop("end_with"):
            when_parent_ends(parent, _end)
        with shared_lock(CONFIGURATION.data / "worker.lock") as alone:
            queue_unfinished(alone=alone)
            self._work(options)

    def _work(self, options: dict[str, Any]) -> None:
        while True:
            try:
                return super().handle(**options)
            except DatabaseError:
                # The database was away; papers wait in the queue until it is back.
                _log.exception("the worker starts again")
                close_old_connections()
                time.sleep(_PAUSE_SECONDS)


def _end() -> None:
    """End: a paper under way gets a moment, and else goes back in the queue."""
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)

"""Reading a file in a child process, which may take only so long and so much memory."""

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from threading import Thread
from time import monotonic
from typing import IO, Any

from effektspor.app.documents import File, Tell
from effektspor.app.ports import Reading
from effektspor.ingest.errors import UnreadableDocument
from effektspor.web.documents.rows import reading_from_json

_log = logging.getLogger(__name__)
_CHILD = (sys.executable, "-P", "-m", "effektspor.web.jobs.child")
_HEARTBEAT_SECONDS = 1.0
# What a process tells of why it died, at most.
_MOST_SAID = 2000


class ReaderBroke(Exception):
    """The child process ended without an answer: our own mistake, not the file's."""


@dataclass(frozen=True, slots=True)
class ChildReader:
    """Reads files, each in a process of its own that is killed at the limit."""

    seconds: int
    memory_bytes: int

    def __call__(self, file: File, name: str, tell: Tell) -> Reading:
        """Return the file's reading as a version of a paper. Raises UnreadableDocument, also at a limit."""
        with TemporaryFile() as said, self._process(file, name, said) as process:
            answer = self._answer(process, file, tell)
            if answer is None:
                raise _broken(file, process.wait(), _end_of(said))
        if "reading" in answer:
            return reading_from_json(answer["reading"])
        raise UnreadableDocument(file.name, answer["reason"], answer["remedy"])

    @contextmanager
    def _process(self, file: File, name: str, said: IO[bytes]) -> Iterator[Popen[bytes]]:
        """Start the child; however we leave, it has ended then."""
        with TemporaryFile() as given:
            asked = {"file_name": file.name, "name": name, "seconds": self.seconds, "memory_bytes": self.memory_bytes}
            given.write(json.dumps(asked | {"parent": os.getpid()}).encode() + b"\n" + file.data)
            given.seek(0)
            # A session of its own: Ctrl+C is for the worker, which then ends the child itself.
            process = Popen(_CHILD, stdin=given, stdout=PIPE, stderr=said, env=_environment(), start_new_session=True)
        try:
            yield process
        finally:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()

    def _answer(self, process: Popen[bytes], file: File, tell: Tell) -> dict[str, Any] | None:
        """Pass on each step, and a sign of life while nothing is said; return the outcome, None if there is none."""
        started, step = monotonic(), (0, "Læser papiret")
        lines = _lines_of(process)
        while (left := self.seconds - (monotonic() - started)) > 0:
            try:
                line = lines.get(timeout=min(left, _HEARTBEAT_SECONDS))
            except Empty:
                tell(*step)
                continue
            if line is None:
                return None
            answer: dict[str, Any] = json.loads(line)
            if "step" not in answer:
                return answer
            step = (answer["progress_pct"], answer["step"])
            tell(*step)
        reason = f"Læsningen blev stoppet, fordi den tog mere end {self.seconds} sekunder."
        raise UnreadableDocument(file.name, reason, "Del papiret i mindre filer, og læg dem op hver for sig.")


def _broken(file: File, status: int, said: str) -> Exception:
    """A process that the system ended was brought down by its file; one that ended by itself has a mistake of ours."""
    if status >= 0:
        return ReaderBroke(f"status {status}: {said}")
    _log.warning("the reader ended with signal %s: %s", -status, said)
    return UnreadableDocument(
        file.name,
        "Filen fik læsningen til at gå ned.",
        "Gem papiret på ny, gerne i et andet format, og læg det op igen.",
    )


def _lines_of(process: Popen[bytes]) -> SimpleQueue[bytes | None]:
    """Return a queue that fills with the lines the process writes; None is the end."""
    lines: SimpleQueue[bytes | None] = SimpleQueue()

    def fill() -> None:
        assert process.stdout is not None, "the child is started with a pipe"
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    Thread(target=fill, daemon=True).start()
    return lines


def _environment() -> dict[str, str]:
    """What the child needs to start; our key and database are none of its business."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("EFFEKTSPOR_", "DATABASE_URL"))}


def _end_of(said: IO[bytes]) -> str:
    said.seek(0)
    return said.read()[-_MOST_SAID:].decode(errors="replace")

"""The child process in which one file is read and checked: python -m effektspor.web.jobs.child < file.

Without Django and without a database. In: a line of JSON that says what to read and how much memory it may take, then
the file's bytes. Out: a line of JSON for each step, and for the outcome.
"""

import json
import os
import resource
import sys
from typing import Any

from effektspor.app.documents import File, read_whole
from effektspor.ingest.errors import UnreadableDocument
from effektspor.web.documents.rows import reading_to_json
from effektspor.web.jobs.parent import when_parent_ends

_TOO_MUCH_MEMORY = "Papiret fylder mere, når det læses, end der er sat plads af til."


def main() -> None:
    """Read what stands on standard input, and write what came of it."""
    asked = json.loads(sys.stdin.buffer.readline())
    # A worker that is killed has nobody to tell it: another reads the paper then, and needs this one's memory.
    when_parent_ends(asked["parent"], lambda: os._exit(1))
    _limit(asked["memory_bytes"], asked["seconds"])
    _write(_outcome(File(asked["file_name"], sys.stdin.buffer.read()), asked["name"]))


def _outcome(file: File, name: str) -> dict[str, Any]:
    try:
        return {"reading": reading_to_json(read_whole(file, name, _tell))}
    except UnreadableDocument as error:
        return {"reason": error.reason, "remedy": error.remedy}
    except MemoryError:
        return {"reason": _TOO_MUCH_MEMORY, "remedy": "Del papiret i mindre filer."}


def _limit(memory_bytes: int, seconds: int) -> None:
    """Whatever the file is made to do to its reader, it has so much memory, and so long even if nobody waits for it."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 5, seconds + 10))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(progress_pct: int, step: str) -> None:
    _write({"progress_pct": progress_pct, "step": step})


def _write(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

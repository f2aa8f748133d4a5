"""Logs as JSON, one line an event, with the request's id and without CPR numbers."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

from effektspor.core.cpr import hide_cpr

request_id: ContextVar[str] = ContextVar("request_id", default="-")
_EXTRAS = ("status", "ms")


class JsonFormatter(logging.Formatter):
    """Format a record as one line of JSON; the whole line is scrubbed, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": request_id.get(),
            "message": record.getMessage(),
        }
        event |= {name: getattr(record, name) for name in _EXTRAS if hasattr(record, name)}
        if record.exc_info:
            event["traceback"] = self.formatException(record.exc_info)
        return json.dumps({name: _scrubbed(value) for name, value in event.items()}, ensure_ascii=False)


def _scrubbed(value: object) -> object:
    return hide_cpr(value) if isinstance(value, str) else value

"""The upload handler that keeps a request within the size of what is read."""

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from effektspor.ingest.reading import MAX_BYTES


class CutAtLimit(FileUploadHandler):
    """Pass on so much of each file that its size shows it is too large, and drop the rest as it arrives."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= MAX_BYTES else None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        return None

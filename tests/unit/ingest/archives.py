"""Office files that no office program writes: parts changed, added, repeated."""

import io
import zipfile


def with_part_changed(data, name, change):
    """Return an office file with one of its parts changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part)
            target.writestr(part, change(content) if part == name else content)
    return packed.getvalue()


def archive_of(parts, method=zipfile.ZIP_DEFLATED):
    """Return a zip archive of named parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return packed.getvalue()

"""The form with which papers are laid up; each file is judged by its own name and size."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from effektspor.app.documents import File
from effektspor.app.uploads import LONGEST_NAME, clean_name, fault_of_name, kinds
from effektspor.ingest.reading import MAX_BYTES, READABLE_SUFFIXES

MOST_FILES = 20
_MEGABYTE = 1024 * 1024
HINT = f"Type {kinds()}. Højst {MAX_BYTES // _MEGABYTE} MB pr. fil."


class _Files(forms.FileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """Several files at once; those without fault are kept even when others have one."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        if not data:
            raise forms.ValidationError(self.error_messages["required"])
        return list(data) if isinstance(data, Sequence) else [data]


class UploadForm(forms.Form):
    """`accepted` are the files without fault, whether or not others had one."""

    papers = _FilesField(
        label="Læg papir op",
        help_text=HINT,
        widget=_Files(attrs={"multiple": True}),
        error_messages={"required": "Vælg mindst én fil."},
    )
    use_required_attribute = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.accepted: list[File] = []
        self.fields["papers"].widget.attrs |= {"class": "form-input", "accept": ",".join(READABLE_SUFFIXES)}

    def clean_papers(self) -> list[UploadedFile]:
        files: list[UploadedFile] = self.cleaned_data["papers"]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"Vælg højst {MOST_FILES} filer ad gangen.")
        faults = [fault for file in files if (fault := self._judge(file))]
        if faults:
            raise forms.ValidationError(faults)
        return files

    def _judge(self, file: UploadedFile) -> str | None:
        name = clean_name(file.name or "")[-LONGEST_NAME:]
        fault = fault_of_name(name) or _fault_of_size(name, file.size or 0)
        if fault is None:
            self.accepted.append(File(name, file.read()))
        return fault


class VersionForm(UploadForm):
    """One file: the new version of a paper."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["papers"].label = "Læg ny version op"
        self.fields["papers"].error_messages["required"] = "Vælg den fil, der er den nye version."
        del self.fields["papers"].widget.attrs["multiple"]

    def clean_papers(self) -> list[UploadedFile]:
        if len(self.cleaned_data["papers"]) > 1:
            raise forms.ValidationError("Vælg én fil: den nye version af papiret.")
        return super().clean_papers()


def _fault_of_size(name: str, size: int) -> str | None:
    if size > MAX_BYTES:
        return f"{name} fylder mere end {MAX_BYTES // _MEGABYTE} MB. Del papiret i mindre filer."
    return None if size else f"{name} er tom. Vælg en fil med indhold."

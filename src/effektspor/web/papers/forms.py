"""The forms of our papers: why one is let out, and a Word template of one's own."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from effektspor.core.cpr import has_cpr
from effektspor.web.papers.printable import SUFFIX_WORDS
from effektspor.web.plans.forms import PlanForm

LONGEST_REASON = 500
_MOST_BYTES = 10 * 1024 * 1024
_WORDS = {"suffix": "Fil", "reason": "Begrundelse"}
_CHOOSE = "Vælg, om det skal være PDF, Word eller Excel."
_WHY = "Skriv, hvorfor bilaget frigives med en åben fejl."


class ReleaseForm(PlanForm):
    """As what a paper is made, and why it goes out where it has an open error."""

    suffix = forms.ChoiceField(
        label="Fil", widget=forms.RadioSelect, error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE}
    )
    reason = forms.CharField(
        label="Begrundelse",
        required=False,
        max_length=LONGEST_REASON,
        error_messages={"max_length": f"Skriv højst {LONGEST_REASON} tegn."},
    )

    def __init__(self, suffixes: tuple[str, ...], *, stopped: bool, data: Any = None, asked: str = "") -> None:
        super().__init__(data, initial={"suffix": asked or suffixes[0]})
        self._stopped = stopped
        kept = "Gemmes med dit navn."
        self.fields["suffix"].choices = [(each, SUFFIX_WORDS[each]) for each in suffixes]  # type: ignore[attr-defined]
        self.fields["reason"].help_text = f"Trykkes i bilaget sammen med fejlen. {kept}" if stopped else kept
        self.fields["reason"].label = "Begrundelse" if stopped else "Begrundelse (kan udelades)"
        self.fields["reason"].widget = forms.Textarea({"class": "form-input", "rows": 3})
        self.fields["reason"].widget.attrs["maxlength"] = LONGEST_REASON

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"].strip()
        if has_cpr(reason):
            raise forms.ValidationError("Her må ikke stå et CPR-nummer. Skriv det uden.")
        if self._stopped and not reason:
            raise forms.ValidationError(_WHY)
        return reason

    def error_list(self) -> list[tuple[str, str]]:
        """Return what is wrong, and the field to go to; a choice is reached by its first."""
        found = [(name, str(error)) for name in self.errors for error in self.errors[name]] if self.is_bound else []
        first = f"{self['suffix'].auto_id}_0"
        return [
            (first if name == "suffix" else self[name].id_for_label, f"{_WORDS[name]}: {error}")
            for name, error in found
        ]


class TemplateForm(PlanForm):
    """A Word template that takes the place of one of ours."""

    file = forms.FileField(
        label="Læg jeres egen op",
        help_text="Et Word-dokument (.docx), højst 10 MB.",
        widget=forms.FileInput({"class": "form-input", "accept": ".docx"}),
        error_messages={"required": "Vælg et Word-dokument.", "empty": "Filen er tom. Vælg en fil med indhold."},
    )

    def __init__(self, name: str, data: Any = None, files: Any = None) -> None:
        self.name = name
        super().__init__(data, files, auto_id=f"{name.partition('.')[0]}-%s")

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > _MOST_BYTES:
            raise forms.ValidationError("Skabelonen fylder mere end 10 MB. Gør billederne i den mindre.")
        return file

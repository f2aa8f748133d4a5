"""The form with which a person rules on a finding."""

from typing import Any

from django import forms

from effektspor.app.ports import RulingKind
from effektspor.core.cpr import has_cpr, hide_cpr

LONGEST_REASON = 500


class RulingForm(forms.Form):
    """One form a finding: `number` is the finding's on its page, and keeps the fields of several forms apart."""

    fingerprint = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    number = forms.IntegerField(min_value=1, max_value=100_000, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        choices=[(kind.value, kind.danish) for kind in RulingKind],
        error_messages={"required": "Vælg, om fundet er bekræftet eller ikke en fejl."},
    )
    reason = forms.CharField(
        required=False,
        max_length=LONGEST_REASON,
        error_messages={"max_length": f"Begrundelsen må højst fylde {LONGEST_REASON} tegn."},
    )

    def __init__(self, data: Any) -> None:
        number = data.get("number", "")
        super().__init__(data, auto_id=f"fund-{number if number.isdecimal() else 0}-%s")
        self.typed_reason = hide_cpr(data.get("reason", ""))

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"].strip()
        if has_cpr(reason):
            raise forms.ValidationError("Begrundelsen må ikke have et CPR-nummer i sig. Skriv den uden.")
        if not reason and self.cleaned_data.get("kind") == RulingKind.NOT_A_FAULT:
            raise forms.ValidationError("Skriv, hvorfor det ikke er en fejl.")
        return reason

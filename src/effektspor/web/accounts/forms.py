"""The log-in form, in our own words."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm


class LogInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "Brugernavn og adgangskode passer ikke sammen. Prøv igen, eller spørg jeres administrator.",
        "inactive": "Brugeren er lukket. Spørg jeres administrator.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Brugernavn"
        self.fields["password"].label = "Adgangskode"
        self.fields["username"].error_messages = {"required": "Skriv dit brugernavn."}
        self.fields["password"].error_messages = {"required": "Skriv din adgangskode."}
        for field in self.fields.values():
            self._style(field)

    def _style(self, field: forms.Field) -> None:
        # The page says what is wrong itself, in Danish and in a summary; the browser's own bubble does neither.
        field.widget.attrs |= {"class": "form-input"}
        self.use_required_attribute = False

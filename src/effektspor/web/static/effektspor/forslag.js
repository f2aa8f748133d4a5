// Marks the fields that a check has said something about, and keeps a draft from being saved after its revision.
"use strict";

const MARKED = "[data-mark].es-f, .form-input[data-mark]";

function markFields() {
  for (const field of document.querySelectorAll(MARKED)) {
    delete field.dataset.mark;
    field.removeAttribute("aria-invalid");
  }
  for (const said of document.querySelectorAll("[data-felt]")) {
    const field = document.getElementById(`f-${said.dataset.felt}`);
    if (!field || field.dataset.mark) continue;
    field.dataset.mark = said.dataset.mark;
    if (said.dataset.mark === "fejl") field.setAttribute("aria-invalid", "true");
  }
}

const form = document.getElementById("forslag");
let leaving = false;

form.addEventListener("submit", () => {
  leaving = true;
});
document.addEventListener("htmx:beforeRequest", (event) => {
  if (leaving) event.preventDefault();
});
form.addEventListener("htmx:afterRequest", markFields);
markFields();

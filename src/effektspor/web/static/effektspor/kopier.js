// Copies the sentence of a finding. The button is hidden until this runs: without script it could do nothing.
"use strict";

function showCopyButtons() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copy][hidden]")) button.hidden = false;
}

async function copySentence(button) {
  const told = document.getElementById(button.getAttribute("aria-describedby"));
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    told.textContent = "Kopieret";
  } catch {
    told.textContent = "Kunne ikke kopieres. Markér sætningen, og kopiér den selv.";
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button) copySentence(button);
});
document.addEventListener("htmx:afterSettle", showCopyButtons);
showCopyButtons();

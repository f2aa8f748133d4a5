"""A proposal's code holds a digit, so no word of an address is one."""

from django.urls import path

from effektspor.web.proposals import deciding, editing, papers, views

urlpatterns = [
    path("", views.proposals, name="forslag"),
    path("forslag.csv", views.proposals_csv, name="forslag-csv"),
    path("forslag.xlsx", views.proposals_xlsx, name="forslag-xlsx"),
    path("beslutninger", views.decisions, name="beslutninger"),
    path("beslutninger.csv", views.decisions_csv, name="beslutninger-csv"),
    path("ny", editing.editor, name="forslag-ny"),
    path("<str:code>", views.proposal, name="forslag-et"),
    path("<str:code>/bilag.docx", papers.proposal_docx, name="forslag-docx"),
    path("<str:code>/bilag.pdf", papers.proposal_pdf, name="forslag-pdf"),
    path("<str:code>/rediger", editing.editor, name="forslag-rediger"),
    path("<str:code>/kontrol", editing.check, name="forslag-kontrol"),
    path("<str:code>/kladde", editing.keep_draft, name="forslag-kladde"),
    path("<str:code>/sammenlign", views.comparison, name="forslag-sammenlign"),
    path("<str:code>/beslut", deciding.decision, name="forslag-beslut"),
    path("<str:code>/fortryd", deciding.undo, name="forslag-fortryd"),
    path("<str:code>/opfoelgning", deciding.follow_up, name="forslag-opfoelgning"),
]

"""The addresses of proposals: one by its code, as `address` writes it."""

from django.urls import path, register_converter

from effektspor.web.proposals import deciding, editing, papers, views
from effektspor.web.proposals.address import CodeConverter

register_converter(CodeConverter, "kode")
urlpatterns = [
    path("", views.proposals, name="forslag"),
    path("forslag.csv", views.proposals_csv, name="forslag-csv"),
    path("forslag.xlsx", views.proposals_xlsx, name="forslag-xlsx"),
    path("beslutninger", views.decisions, name="beslutninger"),
    path("beslutninger.csv", views.decisions_csv, name="beslutninger-csv"),
    path("ny", editing.editor, name="forslag-ny"),
    path("<kode:code>", views.proposal, name="forslag-et"),
    path("<kode:code>/bilag.docx", papers.proposal_docx, name="forslag-docx"),
    path("<kode:code>/bilag.pdf", papers.proposal_pdf, name="forslag-pdf"),
    path("<kode:code>/budgetskema.docx", papers.budget_form_docx, name="forslag-skema-docx"),
    path("<kode:code>/budgetskema.pdf", papers.budget_form_pdf, name="forslag-skema-pdf"),
    path("<kode:code>/rediger", editing.editor, name="forslag-rediger"),
    path("<kode:code>/kontrol", editing.check, name="forslag-kontrol"),
    path("<kode:code>/kladde", editing.keep_draft, name="forslag-kladde"),
    path("<kode:code>/sammenlign", views.comparison, name="forslag-sammenlign"),
    path("<kode:code>/beslut", deciding.decision, name="forslag-beslut"),
    path("<kode:code>/fortryd", deciding.undo, name="forslag-fortryd"),
    path("<kode:code>/opfoelgning", deciding.follow_up, name="forslag-opfoelgning"),
    path("<path:address>", views.plain_address, name="forslag-kode"),
]

from django.urls import path

from effektspor.web.plans import edit_views, file_views, note_views, paper_views, round_views, views

urlpatterns = [
    path("", views.plan_page, name="handleplan"),
    path("opfoelgninger", views.rounds_page, name="handleplan-opfoelgninger"),
    path("besparelser", views.savings_page, name="handleplan-besparelser"),
    path("budget", views.budget_page, name="handleplan-budget"),
    path("beslutninger", views.log_page, name="handleplan-beslutninger"),
    path("planer", views.plan_list, name="handleplan-planer"),
    path("bilag.docx", paper_views.status_docx, name="handleplan-docx"),
    path("bilag.pdf", paper_views.status_pdf, name="handleplan-pdf"),
    path("bilag.xlsx", paper_views.status_xlsx, name="handleplan-excel"),
    path("strateginotat", note_views.note_page, name="strateginotat"),
    path("strateginotat/gem", note_views.save_note, name="gem-strateginotat"),
    path("strateginotat.docx", paper_views.note_docx, name="strateginotat-docx"),
    path("strateginotat.pdf", paper_views.note_pdf, name="strateginotat-pdf"),
    path("opfoelgning", round_views.round_form, name="handleplan-opfoelgning"),
    path("opfoelgning/gem", round_views.save_round, name="gem-opfoelgning"),
    path("opfoelgning/tag-tilbage", round_views.take_back, name="opfoelgning-tilbage"),
    path("tabel/<str:table_id>.csv", file_views.table_csv, name="handleplan-csv"),
    path("tabel/<str:table_id>.xlsx", file_views.table_xlsx, name="handleplan-xlsx"),
    path("<int:document_id>/tiltag/<path:number>", edit_views.measure_form, name="handleplan-tiltag"),
    path("<int:document_id>/gem/<path:number>", edit_views.save_measure, name="gem-tiltag"),
    path("<int:document_id>/fortryd/<path:number>", edit_views.undo, name="handleplan-fortryd"),
    path("<int:document_id>/kommentar-tilbage", edit_views.comment_back, name="kommentar-tilbage"),
]

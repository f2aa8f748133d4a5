from django.urls import path

from effektspor.web.plans import views

urlpatterns = [
    path("", views.plan_page, name="handleplan"),
    path("bilag.docx", views.plan_docx, name="handleplan-docx"),
    path("bilag.pdf", views.plan_pdf, name="handleplan-pdf"),
]

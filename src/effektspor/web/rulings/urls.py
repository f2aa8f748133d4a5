from django.urls import path

from effektspor.web.rulings import views

urlpatterns = [
    path("<int:document_id>/afgoerelse", views.rule_on_finding, name="afgoerelse"),
    path("<int:document_id>/fortryd", views.undo, name="fortryd-afgoerelse"),
]

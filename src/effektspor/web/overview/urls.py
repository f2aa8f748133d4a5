from django.urls import path

from effektspor.web.overview import views

urlpatterns = [path("", views.overview, name="overblik")]

from django.urls import path

from effektspor.web.operation import views

urlpatterns = [path("sundhed", views.health, name="sundhed")]

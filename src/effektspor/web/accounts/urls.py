"""Log-in and log-out."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from effektspor.web.accounts import views

urlpatterns = [
    path("log-ind/", views.LogIn.as_view(), name="log-ind"),
    path("log-ind/engang/<str:username>/<str:token>/", views.log_in_once, name="log-ind-engang"),
    path("log-af/", LogoutView.as_view(next_page="log-ind"), name="log-af"),
]

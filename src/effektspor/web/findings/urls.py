from django.urls import path

from effektspor.web.findings import views

urlpatterns = [
    path("fund", views.finding_list, name="fund"),
    path("fund.csv", views.findings_csv, name="fund-csv"),
    path("fund.xlsx", views.findings_xlsx, name="fund-xlsx"),
]

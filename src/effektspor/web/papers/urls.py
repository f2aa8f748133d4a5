from django.urls import path, register_converter

from effektspor.web.papers import template_views, views
from effektspor.web.proposals.address import CodeConverter

register_converter(CodeConverter, "papir")

urlpatterns = [
    path("", views.reports, name="rapporter"),
    path("frigivelser", views.releases, name="frigivelser"),
    path("skabeloner/", template_views.templates, name="skabeloner"),
    path("skabeloner/<str:name>", template_views.template, name="skabelon"),
    path("skabeloner/<str:name>/laeg-op", template_views.upload, name="skabelon-laeg-op"),
    path("skabeloner/<str:name>/tag-ud", template_views.take_out, name="skabelon-tag-ud"),
    path("<str:kind>/<papir:paper_key>/frigiv", views.release, name="rapport-frigiv"),
    path("<str:kind>/<papir:paper_key>.<str:suffix>", views.make, name="rapport-hent"),
]

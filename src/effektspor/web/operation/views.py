"""Health, and the pages for refused, missing and broken."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from effektspor.web.operation.logs import request_id


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """Say whether the application and its database answer; nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "databasen svarer ikke"}, status=503)
    return JsonResponse({"status": "ok"})


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "operation/ingen_adgang.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "operation/findes_ikke.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page stands alone: whatever broke may be what the frame needs."""
    return render(request, "operation/fejl.html", {"reference": request_id.get()}, status=500)

"""Django's settings, all from the environment (configuration.py)."""

from pathlib import Path

from csp.constants import NONE, SELF

from effektspor.web.configuration import read_configuration

CONFIGURATION = read_configuration()
_HERE = Path(__file__).parent

SECRET_KEY = CONFIGURATION.secret_key
DEBUG = False
ALLOWED_HOSTS = CONFIGURATION.hosts
DATABASES = {"default": CONFIGURATION.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "effektspor.web.urls"
WSGI_APPLICATION = "effektspor.web.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_tasks",
    "effektspor.web.accounts",
    "effektspor.web.catalogue",
    "effektspor.web.documents",
    "effektspor.web.findings",
    "effektspor.web.jobs",
    "effektspor.web.log",
    "effektspor.web.operation",
    "effektspor.web.overview",
    "effektspor.web.papers",
    "effektspor.web.plans",
    "effektspor.web.proposals",
    "effektspor.web.rulings",
    # After ours: the first command of a name is the one that runs, and db_worker is ours (web/jobs).
    "django_tasks_db",
]
MIDDLEWARE = [
    "effektspor.web.operation.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "effektspor.web.operation.middleware.NoCprInAddressMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "effektspor.web.operation.middleware.NotPossibleMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "effektspor.web.frame.frame",
            ],
            "builtins": ["effektspor.web.templatetags.danish"],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "log-ind"
LOGIN_REDIRECT_URL = "overblik"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# A large business case with many years has a field for each amount; Django's own limit is a thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Before Django's own: what is larger than we read is cut off while it arrives, and then refused by its size.
FILE_UPLOAD_HANDLERS = [
    "effektspor.web.documents.upload.CutAtLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = CONFIGURATION.data / "static"
STATICFILES_DIRS = [_HERE / "static"]
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

# Loopback demo runs on http; everything else on https behind the municipality's proxy.
SECURE = not CONFIGURATION.demo
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^sundhed$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "effektspor.web.operation.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": CONFIGURATION["EFFEKTSPOR_LOG_LEVEL"]},
    "loggers": {"django": {"handlers": [], "propagate": True}, "django.server": {"handlers": [], "propagate": True}},
}
LOGGING_CONFIG = "logging.config.dictConfig"

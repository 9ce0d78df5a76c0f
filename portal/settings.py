"""The one settings file. Every default works on a laptop; the environment changes it.

Read docs/settings.md for each variable. In production a default secret, debug or an open host list
refuses to start.
"""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from celery.schedules import crontab
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from portal.env import env_bool, env_choice, env_int, env_list, env_str, env_url
from portal.local_secrets import kept_secret

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env_str("HONPOLGAR_DATA_DIR", str(BASE_DIR / ".data"))).resolve()
MODE = env_choice("HONPOLGAR_MODE", ("demo", "production"))
PRODUCTION = MODE == "production"

DEBUG = env_bool("HONPOLGAR_DEBUG", default=False)
SECRET_KEY = env_str("HONPOLGAR_SECRET_KEY")
ENCRYPTION_KEYS = env_str("HONPOLGAR_KEYS")
ALLOWED_HOSTS = env_list("HONPOLGAR_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = env_str("HONPOLGAR_SITE_URL", f"http://localhost:{env_int('HONPOLGAR_PORT', 8000)}").rstrip("/")

CLAMAV = env_url("HONPOLGAR_CLAMAV", ("unix", "tcp"))
WITHOUT_SCANNER = env_bool("HONPOLGAR_WITHOUT_SCANNER", default=False)

LEAST_SECRET = 50
if PRODUCTION:
    if len(SECRET_KEY) < LEAST_SECRET:
        raise ImproperlyConfigured("HONPOLGAR_SECRET_KEY must be set to at least 50 characters in production.")
    if not ENCRYPTION_KEYS:
        raise ImproperlyConfigured("HONPOLGAR_KEYS must hold the encryption keys (id:key, newest first) in production.")
    if DEBUG:
        raise ImproperlyConfigured("HONPOLGAR_DEBUG must be off in production.")
    if not env_str("HONPOLGAR_HOSTS") or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("HONPOLGAR_HOSTS must name this site's hosts, without '*', in production.")
    if not SITE_URL.startswith("https://"):
        raise ImproperlyConfigured("HONPOLGAR_SITE_URL must be this site's https:// address in production.")
    if not env_str("EMAIL_URL"):
        raise ImproperlyConfigured("EMAIL_URL must name the mail server in production.")
    if not CLAMAV and not WITHOUT_SCANNER:
        raise ImproperlyConfigured(
            "HONPOLGAR_CLAMAV must name the malware scanner in production; HONPOLGAR_WITHOUT_SCANNER=1 goes without one: "
            "then nobody but its owner gets an uploaded file as it is."
        )
else:
    SECRET_KEY = SECRET_KEY or kept_secret(DATA_DIR, "secret-key")
    ENCRYPTION_KEYS = ENCRYPTION_KEYS or kept_secret(DATA_DIR, "keys")

INSTALLED_APPS = [
    "portal.apps.PortalConfig",
    "applications.apps.ApplicationsConfig",
    "applications.admin.apps.OfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.middleware.ReaderLanguageMiddleware",
    "portal.accounts.middleware.SessionInUseMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.installation",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["hon"]
CRISPY_TEMPLATE_PACK = "hon"
CRISPY_FAIL_SILENTLY = False


def database_of(url: str) -> dict[str, object]:
    """Return Django's settings of the database at ``url``; an empty url is SQLite in the data folder.

    SQLite takes its write lock at the start of a transaction (IMMEDIATE) and syncs fully: people's
    papers must survive a power cut, and a read that turns into a write must not fail.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "honpolgar.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA busy_timeout=20000;"
                    "PRAGMA foreign_keys=ON;PRAGMA temp_store=MEMORY;PRAGMA cache_size=-16000;"
                    "PRAGMA journal_size_limit=27103364;"
                ),
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must start with postgres:// (leave it empty for SQLite).")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": env_int("HONPOLGAR_DB_POOL", 8), "timeout": 10}},
    }


DATABASES = {"default": database_of(env_str("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env_str("REDIS_URL")
EMBEDDED_BROKER = env_str("HONPOLGAR_BROKER")
CACHES: dict[str, dict[str, object]] = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        # Django would drop a third of all entries at 300: what pages were laid on each other showed is some hundreds by itself.
        else {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": DATA_DIR / "cache",
            "OPTIONS": {"MAX_ENTRIES": 5_000},
        }
    )
}

AUTH_USER_MODEL = "applications.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", **options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"OPTIONS": {"min_length": 10}}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/my/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "portal.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_FORMS = {
    "login": "portal.accounts.forms.LoginForm",
    "signup": "portal.accounts.forms.SignupForm",
    "change_email": "portal.accounts.forms.ChangeEmailForm",
    "add_email": "portal.accounts.forms.AddEmailForm",
    "change_password": "portal.accounts.forms.ChangePasswordForm",
    "reset_password": "portal.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "portal.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "portal.accounts.forms.ReauthenticateForm",
    "confirm_email_verification_code": "portal.accounts.forms.ConfirmEmailCodeForm",
    "confirm_password_reset_code": "portal.accounts.forms.ConfirmResetCodeForm",
}
MFA_FORMS = {
    "authenticate": "portal.accounts.forms.AuthenticateForm",
    "reauthenticate": "portal.accounts.forms.ReauthenticateCodeForm",
    "activate_totp": "portal.accounts.forms.ActivateTOTPForm",
    "generate_recovery_codes": "portal.accounts.forms.GenerateRecoveryCodesForm",
    "add_webauthn": "portal.accounts.forms.AddWebAuthnForm",
    "edit_webauthn": "portal.accounts.forms.EditWebAuthnForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Honpolgár"
MFA_ADAPTER = "portal.accounts.adapter.SecondFactorAdapter"
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = env_int("HONPOLGAR_SESSION_SECONDS", 4 * 3600)
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.pages.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

if SITE_URL.startswith("https://"):
    SECURE_SSL_REDIRECT = env_bool("HONPOLGAR_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31536000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
    "publickey-credentials-get": ["self"],
    "publickey-credentials-create": ["self"],
}

LANGUAGE_CODE = "hu"
LANGUAGES = [("hu", "Magyar"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Budapest"
USE_TZ = True
FORMAT_MODULE_PATH = ["portal.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "applications.core.storage.EncryptedStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_ROOT = DATA_DIR / "files"
# Where Tesseract's language data lies; empty for the usual places.
TESSDATA = env_str("HONPOLGAR_TESSDATA")
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 40

EMAIL_URL = env_str("EMAIL_URL")
if EMAIL_URL:
    _mail = urlsplit(EMAIL_URL)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.scheme == "smtp+tls", _mail.scheme == "smtps"
else:
    EMAIL_BACKEND = "applications.correspondence.file_backend.OnceFileBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env_str("HONPOLGAR_FROM", "Honpolgár <no-reply@honpolgar.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
elif EMBEDDED_BROKER:
    CELERY_BROKER_URL = EMBEDDED_BROKER
else:
    CELERY_BROKER_URL = "filesystem://"
if CELERY_BROKER_URL == "filesystem://":
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {
        "data_folder_in": str(DATA_DIR / "queue"),
        "data_folder_out": str(DATA_DIR / "queue"),
        "control_folder": str(DATA_DIR / "queue-control"),
        "store_processed": False,
        "polling_interval": 0.1,
    }
else:
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "visibility_timeout": 600,
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        # A broker that is gone must not hold a request up: the sweeper wakes the workers instead.
        "max_retries": 1,
        "interval_start": 0,
        "interval_step": 0.1,
        "socket_connect_timeout": 2,
        "socket_timeout": 5,
        "global_keyprefix": env_str("HONPOLGAR_BROKER_PREFIX", "honpolgar:"),
    }
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 540
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_ALWAYS_EAGER = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
SWEEP_SECONDS = env_int("HONPOLGAR_SWEEP_SECONDS", 5)
JOB_LEASE_SECONDS = env_int("HONPOLGAR_JOB_LEASE_SECONDS", 600)
CELERY_BEAT_SCHEDULE = {
    "sweep undone jobs": {"task": "applications.tasks.sweep", "schedule": float(SWEEP_SECONDS)},
    "deadlines and reminders": {"task": "applications.tasks.watch_deadlines", "schedule": crontab(minute=5)},
    "integrity of the journal": {"task": "applications.tasks.verify_journal", "schedule": crontab(hour=2, minute=15)},
    "anchor of the journal": {"task": "applications.tasks.anchor_journal", "schedule": crontab(hour=2, minute=45)},
    "files not scanned yet": {"task": "applications.tasks.scan_waiting", "schedule": crontab(minute="*/10")},
    "unfinished drafts": {"task": "applications.tasks.expire_drafts", "schedule": crontab(hour=3, minute=15)},
}

OPERATOR = env_str("HONPOLGAR_OPERATOR", "Honpolgár")
CONTACT = env_str("HONPOLGAR_CONTACT", "contact@honpolgar.example")
DRAFT_DAYS = env_int("HONPOLGAR_DRAFT_DAYS", 90)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env_str("HONPOLGAR_LOG_LEVEL", "INFO")},
    "loggers": {"django.server": {"level": "WARNING"}, "celery": {"level": "WARNING"}, "pikepdf": {"level": "WARNING"}},
}
SITE_NAME = _("Honpolgár")

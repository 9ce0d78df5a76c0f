"""Typed readers of the environment. A value that cannot be read refuses to start, by name.

Every reader also takes the value from the file that ``<NAME>_FILE`` points to, so that secrets can
be mounted instead of exported.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def env_str(name: str, default: str = "") -> str:
    """Return the variable's text, or that of the file named by ``<name>_FILE``, or the default."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE names {path}, which cannot be read: {error}") from error
    return os.environ.get(name, default)


def env_bool(name: str, *, default: bool) -> bool:
    """Return a yes/no variable; anything but 1/0, true/false, yes/no, on/off refuses to start."""
    text = env_str(name, "1" if default else "0").strip().lower()
    if text in TRUE:
        return True
    if text in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {text!r}.")


def env_int(name: str, default: int) -> int:
    """Return a whole number; anything else refuses to start."""
    text = env_str(name, str(default))
    try:
        return int(text)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {text!r}.") from error


def env_list(name: str, default: str = "") -> list[str]:
    """Return the comma-separated parts, blanks dropped."""
    return [part.strip() for part in env_str(name, default).split(",") if part.strip()]


def env_choice(name: str, choices: tuple[str, ...]) -> str:
    """Return one of ``choices`` (the first is the default); anything else refuses to start."""
    value = env_str(name, choices[0])
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
    return value


def env_url(name: str, schemes: tuple[str, ...]) -> str:
    """Return an address with one of ``schemes``, or "" where none is set; anything else refuses to start.

    An address of the scheme "unix" is a path (unix:///run/…), any other names a host.
    """
    text = env_str(name).strip()
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is no address: {error}.") from error
    whole = parts.path.startswith("/") if parts.scheme == "unix" else bool(parts.hostname) and port != 0
    if parts.scheme not in schemes or not whole:
        raise ImproperlyConfigured(f"{name} must be an address that starts with {' or '.join(schemes)}, not {text!r}.")
    return text

"""The e-mails about an account: which there are, their subjects, and how one is written.

They go out at once, unlike letters about a case: somebody sits before the page and waits for a code.
"""

from collections.abc import Mapping

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.correspondence.plain_text import plain_text

CODES: dict[str, str | Promise] = {
    "account/email/email_confirmation_signup": _("Your code for Honpolgár"),
    "account/email/email_confirmation": _("Your code to confirm this address"),
    "account/email/password_reset_code": _("Your code for a new password"),
    "account/email/account_already_exists": _("You have an account already"),
    "account/email/unknown_account": _("There is no account with this address"),
}
NOTICES: dict[str, str | Promise] = {
    "account/email/email_changed": _("Your e-mail address was changed"),
    "account/email/email_confirm": _("Your e-mail address was confirmed"),
    "account/email/email_deleted": _("An e-mail address was removed"),
    "account/email/password_changed": _("Your password was changed"),
    "account/email/password_reset": _("Your password was chosen anew"),
    "account/email/password_set": _("A password was set"),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made"),
    "mfa/email/totp_activated": _("An authenticator app was added"),
    "mfa/email/totp_deactivated": _("The authenticator app was removed"),
    "mfa/email/webauthn_added": _("A passkey or security key was added"),
    "mfa/email/webauthn_removed": _("A passkey or security key was removed"),
}


def written(name: str, to: str, language: str, context: Mapping[str, object]) -> EmailMultiAlternatives:
    """Return the e-mail ``name`` (a key of CODES or NOTICES) in ``language``; text and HTML say the same.

    Raises KeyError for an e-mail that is not declared here.
    """
    with translation.override(language):
        subject = str(CODES[name] if name in CODES else NOTICES[name])
        template = f"{name}.{language}.html" if name in CODES else f"account/email/notice.{language}.html"
        html = render_to_string(
            template, {**context, "language": language, "subject": subject, "site_url": settings.SITE_URL}
        )
    message = EmailMultiAlternatives(subject, plain_text(html), settings.DEFAULT_FROM_EMAIL, [to])
    message.attach_alternative(html, "text/html")
    return message

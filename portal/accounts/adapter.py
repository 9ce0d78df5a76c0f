"""What this portal asks of django-allauth: e-mails in the reader's language, secrets encrypted, a calm first sign-in."""

import logging
from smtplib import SMTPException
from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from applications.core import encryption
from applications.core.models import User
from portal.accounts.mail import CODES, written

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.forms import Form

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up and sign-in by e-mail address alone."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address and the password do not belong together. Check both."),
        "incorrect_code": _("That is not the code we sent. Check it, or ask for a new one."),
        "incorrect_password": _("That is not your password."),
        "too_many_login_attempts": _("Too many attempts to sign in. Wait five minutes, then try again."),
        "account_inactive": _("This account is closed. Write to us if you think that is a mistake."),
        "email_taken": _("This address already belongs to an account."),
        "duplicate_email": _("This is your address already."),
        "enter_current_password": _("Enter your present password."),
        "cannot_remove_primary_email": _("The address you sign in with cannot be removed."),
        "max_email_addresses": _("You cannot add more than %d addresses."),
        "invalid_login": _("The e-mail address and the password do not belong together. Check both."),
        "invalid_or_expired_key": _("This link has been used already, or is too old."),
        "invalid_password_reset": _("This link has been used already, or is too old."),
        "same_as_current": _("This is the same as now. Enter a new one."),
        "unknown_email": _("There is no account with this address"),
        "unverified_primary_email": _("Confirm the new address first."),
        "rate_limited": _("Too many requests. Wait a few minutes, then try again."),
    }

    def save_user(
        self,
        request: HttpRequest,
        user: "AbstractBaseUser",
        form: "Form",
        commit: bool = True,  # noqa: FBT001, FBT002 - allauth's signature
    ) -> "AbstractBaseUser":
        """Keep the language of the page on which the account was made: letters start in it."""
        if isinstance(user, User):
            user.language = (get_language() or "hu")[:2]
        saved: AbstractBaseUser = super().save_user(request, user, form, commit)
        return saved

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send an e-mail about the account in its language, or in the page's where there is no account.

        A mail server that does not answer must not show as an error of ours: the reader is told to
        try again; a mere notice is left out and logged.
        """
        owner = context.get("user") or User.objects.filter(email=email.lower()).first()
        language = owner.language if isinstance(owner, User) else (get_language() or "hu")[:2]
        try:
            written(template_prefix, email, language, {**context, "email": email}).send()
        except (OSError, SMTPException) as error:
            logger.exception("An e-mail about an account could not be sent: %s", template_prefix)
            if template_prefix in CODES:
                page = render(self.request, "accounts/mail_not_sent.html", status=503)
                raise ImmediateHttpResponse(page) from error

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """A new account is a first sign-in."""
        return self.get_login_redirect_url(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead staff to their office, applicants to their case; the first time by way of the second factor."""
        user = request.user
        if isinstance(user, User) and user.second_factor_offered_at is None:
            return reverse("accounts:second_factor")
        if isinstance(user, User) and user.is_staff:
            return reverse("admin:index")
        return str(super().get_login_redirect_url(request))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of authenticator apps and recovery codes encrypted by the key ring."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": _("Remove the second factor before you change the address."),
        "cannot_delete_authenticator": _("This second factor cannot be removed."),
        "cannot_generate_recovery_codes": _("Recovery codes come after the first second factor. Add one first."),
        "unverified_email": _("Confirm your e-mail address first."),
        "incorrect_code": _("That is not the present code. Codes change every 30 seconds: enter the one shown now."),
    }

    def generate_authenticator_name(self, user: "AbstractBaseUser", type: Authenticator.Type) -> str:  # noqa: A002 - allauth's name
        """Propose a name for a new key."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Key %(number)d") % {"number": number}

    def encrypt(self, text: str) -> str:
        """Return ``text`` as it is stored."""
        return encryption.encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret behind a stored text; raises UnreadableValue."""
        return encryption.decrypt(encrypted_text.encode()).decode()

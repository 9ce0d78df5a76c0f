"""django-allauth's forms with our words: what to enter, and what a good answer is."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.recovery_codes import forms as recovery
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NEW_PASSWORD_HINT = _(
    "At least 10 characters, not only digits, and no word that many people use. Several words in a row are good."
)
WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "login": (_("E-mail address"), ""),
    "email": (_("E-mail address"), ""),
    "password": (_("Password"), ""),
    "remember": (_("Keep me signed in when I close the browser"), _("Only on a device that nobody else uses.")),
    "password1": (_("New password"), NEW_PASSWORD_HINT),
    "password2": (_("The new password once more"), ""),
    "oldpassword": (_("Present password"), ""),
    "code": (_("Code"), ""),
    "name": (_("Name of the key"), _("So that you know it again, such as “telephone” or “blue key”.")),
    "passwordless": (
        _("Sign in with this key alone, without a password"),
        _("The device then asks for your fingerprint, face or PIN each time."),
    ),
}


class InOurWords(forms.BaseForm):
    """Gives every field its label and hint from WORDS, and codes a field of their width."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # each allauth form has arguments of its own
        for name, field in self.fields.items():
            if name in WORDS:
                field.label, field.help_text = WORDS[name]  # type: ignore[assignment]  # lazy words are promises
        if "code" in self.fields:
            self.fields["code"].width = "code"  # type: ignore[attr-defined]  # read by the crispy pack


class LoginForm(InOurWords, account.LoginForm):
    """Sign-in by e-mail address and password."""


class SignupForm(InOurWords, account.SignupForm):
    """A new account; the password is chosen, not changed."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Choose a password")


class ChangeEmailForm(InOurWords, account.ChangeEmailForm):
    """Another address while the first waits for its code."""


class AddEmailForm(InOurWords, account.AddEmailForm):
    """The address to change to."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New e-mail address")


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    """The present password and a new one."""


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):
    """The address to which the code for a new password goes."""


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):
    """The new password."""


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):
    """The password, before something that guards the account changes."""


class ConfirmEmailCodeForm(InOurWords, account.ConfirmEmailVerificationCodeForm):
    """The code that was sent to an address."""


class ConfirmResetCodeForm(InOurWords, account.ConfirmPasswordResetCodeForm):
    """The code that allows a new password."""


class AuthenticateForm(InOurWords, mfa.AuthenticateForm):
    """The code of the second factor at sign-in."""


class ReauthenticateCodeForm(InOurWords, mfa.ReauthenticateForm):
    """The code of the second factor, before something that guards the account changes."""


class ActivateTOTPForm(InOurWords, totp.ActivateTOTPForm):
    """The first code of a new authenticator app."""


class GenerateRecoveryCodesForm(InOurWords, recovery.GenerateRecoveryCodesForm):
    """The wish for new recovery codes."""


class AddWebAuthnForm(InOurWords, webauthn.AddWebAuthnForm):
    """A new key."""


class EditWebAuthnForm(InOurWords, webauthn.EditWebAuthnForm):
    """A key's new name."""

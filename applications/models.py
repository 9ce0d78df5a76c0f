"""Table of contents: every noun of every room. Nothing is defined here."""

from applications.assessment.models import Finding, FindingReview
from applications.casework.models import (
    Booking,
    InformationRequest,
    Note,
    OfficeReading,
    RequestedItem,
    Slot,
    StateChange,
    Visit,
)
from applications.core.models import Job, JournalAnchor, JournalEntry, Office, User
from applications.correspondence.models import Letter, Message
from applications.decisions.models import Decision, OathAppointment, OathRecord, Recommendation
from applications.documents.models import CheckedFile, Paper, PaperFile, Trace
from applications.family.models import Family, Marriage, Parentage, Person, Place
from applications.intake.models import Answers, Application, Submission

__all__ = [
    "Answers",
    "Application",
    "Booking",
    "CheckedFile",
    "Decision",
    "Family",
    "Finding",
    "FindingReview",
    "InformationRequest",
    "Job",
    "JournalAnchor",
    "JournalEntry",
    "Letter",
    "Marriage",
    "Message",
    "Note",
    "OathAppointment",
    "OathRecord",
    "Office",
    "OfficeReading",
    "Paper",
    "PaperFile",
    "Parentage",
    "Person",
    "Place",
    "Recommendation",
    "RequestedItem",
    "Slot",
    "StateChange",
    "Submission",
    "Trace",
    "User",
    "Visit",
]

"""The story of a case: submit → check → assess → open → move → decide → tell.

The one place where the rooms meet. Every function does its part in one transaction: rows of
several rooms, the journal, and the jobs and messages that follow. A module is a stretch of the road:

    submission   what was signed is frozen
    checking     the law is asked, the papers are examined; the last check lets the case go on
    looking      what of it was seen in other cases is told to both
    visit        the family comes once; now the case is filed and the terms run
    review       a caseworker begins, asks for what is missing, takes the answer
    decision     proposal, second pair of eyes, the President's decision
    oath         summons, day, oath or promise: a citizen
    watch        the clock reminds and lets terms expire; letters and e-mails go out
    moving       the step all of them take: state, history, journal, message
"""

from applications.pipeline.checking import (
    about_paper,
    assess,
    check_anew,
    check_paper,
    conclude,
    examine,
    have_checked,
    papers_received,
    preflight,
    scan_waiting,
    write_law,
)
from applications.pipeline.decision import (
    letter_about,
    recommend,
    record_decision,
    record_decisions,
    second_look,
    terminate,
)
from applications.pipeline.dossier import dossier_of
from applications.pipeline.looking import have_looked_for, look_for
from applications.pipeline.moving import move, proposal_of
from applications.pipeline.oath import (
    appoint_oath,
    book_oath,
    cancel_oath,
    change_oath_place,
    deliver_summons,
    record_oath,
    send_summons,
)
from applications.pipeline.review import (
    answer_request,
    begin_review,
    close_request,
    extend_request,
    request_information,
)
from applications.pipeline.submission import frozen, own_paper, submit, withdraw
from applications.pipeline.visit import book_visit, cancel_visit, record_visit
from applications.pipeline.watch import draw_letter, send_message, verify_journal, watch_deadlines

__all__ = [
    "about_paper",
    "answer_request",
    "appoint_oath",
    "assess",
    "begin_review",
    "book_oath",
    "book_visit",
    "cancel_oath",
    "cancel_visit",
    "change_oath_place",
    "check_anew",
    "check_paper",
    "close_request",
    "conclude",
    "deliver_summons",
    "dossier_of",
    "draw_letter",
    "examine",
    "extend_request",
    "frozen",
    "have_checked",
    "have_looked_for",
    "letter_about",
    "look_for",
    "move",
    "own_paper",
    "papers_received",
    "preflight",
    "proposal_of",
    "recommend",
    "record_decision",
    "record_decisions",
    "record_oath",
    "record_visit",
    "request_information",
    "scan_waiting",
    "second_look",
    "send_message",
    "send_summons",
    "submit",
    "terminate",
    "verify_journal",
    "watch_deadlines",
    "withdraw",
    "write_law",
]

"""The command: `python -m rules assess|explain|ask|law|diff`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping
from datetime import date

from rules import asking, explain, words
from rules.assess import Assessment, assess
from rules.compare import compare
from rules.law import BUILT_IN, Law
from rules.lines import UnreadableError, cases, day_for, fault, read
from rules.listing import law_as_json, law_as_markdown
from rules.overlay import OverlayError, read_law
from rules.parameters import NoValueError
from rules.reading import FactsError
from rules.rule import LawError

FAULTY = 2


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit status: 0, or 2 where a case or a law was faulty or the usage wrong."""
    options = _parser().parse_args(arguments)
    if not words.speaks(options.language):
        print("The Hungarian words are not compiled yet (`make setup` does it), so these are English.", file=sys.stderr)
    try:
        law = read_law(options.law) if options.law else BUILT_IN
        return int(options.run(options, law))
    except (OverlayError, UnreadableError) as error:
        return _refuse(" ".join(str(error).split()))


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAULTY


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rules", description="The law of Hungarian citizenship as code.")
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--law", metavar="FILE.toml", help="a law laid over this one, see docs/law-overlay.md")
    common.add_argument("--language", choices=("en", "hu"), default="en")
    asked = argparse.ArgumentParser(add_help=False, parents=[common])
    asked.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")
    asked.add_argument("--as-of", type=_day, help="the day whose law applies (default: the case's)")
    asked.add_argument("--route", action="append", help="only this route; repeatable")

    one = commands.add_parser("assess", parents=[asked], help="answer the routes for one JSON object or JSON Lines")
    one.add_argument("--text", action="store_true", help="plain words instead of JSON")
    one.set_defaults(run=_each(_assessed))
    one = commands.add_parser("explain", parents=[asked], help="the same in plain words")
    form = one.add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help="plain text (the default)")
    form.add_argument("--tree", action="store_true", help="a tree")
    form.add_argument("--json", action="store_true", help="one JSON line a case: answers, and the words for them")
    one.set_defaults(run=_each(_explained))
    one = commands.add_parser("ask", parents=[asked], help="the facts that can still change an outcome, best first")
    one.add_argument("--text", action="store_true", help="plain words instead of JSON")
    one.set_defaults(run=_each(_questions))
    one = commands.add_parser("diff", parents=[asked], help="which outcomes another law changes")
    one.add_argument("--against", metavar="FILE.toml", help="the law to compare with (default: the one without --law)")
    one.add_argument("--json", action="store_true")
    one.set_defaults(run=_diff)
    one = commands.add_parser("law", parents=[common], help="all rules: sections, days in force, proof")
    one.add_argument("--json", action="store_true")
    one.set_defaults(run=_law)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2024-05-10") from None


def _law(options: argparse.Namespace, law: Law) -> int:
    _print(law_as_json(law) if options.json else law_as_markdown(options.language, law))
    return 0


def _diff(options: argparse.Namespace, law: Law) -> int:
    before = read_law(options.against) if options.against else BUILT_IN
    if (refused := _no_route(options, law, before)) is not None:
        return refused
    found = compare(cases(read(options.file)), before, law, options.as_of, options.route)
    _print(found.as_json(before, law) if options.json else found.as_text(before, law))
    return FAULTY if found.faulty else 0


def _no_route(options: argparse.Namespace, *laws: Law) -> int | None:
    """Refuse a route that none of the laws has."""
    known = {route for law in laws for route in law.routes}
    for route in options.route or ():
        if route not in known:
            return _refuse(f"there is no route {route}; there are: {', '.join(sorted(known))}")
    return None


Shown = Callable[[Assessment, argparse.Namespace], str]


def _each(show: Shown) -> Callable[[argparse.Namespace, Law], int]:
    """The command that assesses each case of the file and prints what `show` makes of it."""

    def run(options: argparse.Namespace, law: Law) -> int:
        if (refused := _no_route(options, law)) is not None:
            return refused
        status = 0
        for case in cases(read(options.file)):
            try:
                _print(show(_assess(case, options, law), options))
            except (FactsError, LawError, NoValueError) as error:
                _print(fault(error))
                status = FAULTY
        return status

    return run


def _print(words: str) -> None:
    """Print whatever a hostile case may have put into the words: half a character is shown by its number."""
    print(words.encode("utf-8", "backslashreplace").decode())


def _assess(case: Mapping[str, object] | FactsError, options: argparse.Namespace, law: Law) -> Assessment:
    if isinstance(case, FactsError):
        raise case
    return assess(case, day_for(case, options.as_of), options.route, law)


def _assessed(assessment: Assessment, options: argparse.Namespace) -> str:
    if options.text:
        return explain.as_text(assessment, options.language)
    return json.dumps(assessment.as_dict(), ensure_ascii=False)


def _explained(assessment: Assessment, options: argparse.Namespace) -> str:
    if options.json:
        return explain.as_json(assessment, options.language)
    if options.tree:
        return explain.as_tree(assessment, options.language)
    return explain.as_text(assessment, options.language)


def _questions(assessment: Assessment, options: argparse.Namespace) -> str:
    if options.text:
        return explain.questions_as_text(assessment, options.language)
    return json.dumps(asking.as_dict(assessment), ensure_ascii=False)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        # Whoever read has enough (`| head`); what is still buffered goes nowhere instead of into a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAULTY)

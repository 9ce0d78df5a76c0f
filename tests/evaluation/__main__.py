"""`python -m tests.evaluation [--only PART …] [--seed tuning|evaluation] [--write]`: see the package."""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
ROOT = Path(__file__).resolve().parents[2]
SEEDS = {"tuning": "tuning 1895", "evaluation": "evaluation 1849"}
"""Thresholds may be chosen on the first only; the second is for the table that is kept, and is replaced by a new one before
what was measured on it is changed again ("evaluation 1868", "1881", "1993" and "2011" were used).
"""

HEAD = """# What the paper checks find, measured

Written by `python -m tests.evaluation --seed evaluation --write docs/evaluation.md`; this is the seed “{seed}”{share}.
A run that was stopped is told with `--kept-alone`; each part then says how many of its tasks it had time for.
The papers are drawn, photographed, forged and copied by `applications.demo`, which shares no table and no threshold with
what judges them. Limits may be chosen on the tuning seed, which may be looked at; the evaluation seed is run once, when a
version is finished, and nothing is changed after a look at it. “At least” is the lower bound of Wilson's 95 % interval.
"""


def main() -> int:
    """Run the parts and print their tables."""
    import django

    django.setup()
    from tests.evaluation import copies, forgeries, papers, portraits, quality, strangers, zones
    from tests.evaluation.runner import known, results

    every = (zones, papers, copies, strangers, forgeries, quality, portraits)
    parts = {module.PART.name: module.PART for module in every}
    options = _options(list(parts))
    said = [HEAD.format(seed=options.seed, share="" if options.share == 1 else f", {options.share:.0%} of the papers")]
    for name in options.only or parts:
        part = parts[name]
        folder = options.kept / options.seed
        if options.again:
            (folder / f"{name}.jsonl").unlink(missing_ok=True)
        if options.kept_alone:
            found = known(part, SEEDS[options.seed], folder)
        else:
            found = results(part, SEEDS[options.seed], folder, jobs=options.jobs, share=options.share)
        size = f"{len(found)} of {len(part.tasks(SEEDS[options.seed]))} tasks."
        lines = [f"## {part.title}", "", size, "", *part.told(found), ""]
        sys.stdout.write("\n".join(lines) + "\n")
        said += lines
    if options.write:
        options.write.write_text("\n".join(said), encoding="utf-8")
    return 0


def _options(parts: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=parts, help="these parts alone")
    parser.add_argument("--seed", choices=sorted(SEEDS), default="tuning")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--share", type=float, default=1.0, help="0.25 takes every fourth paper")
    parser.add_argument("--kept-alone", action="store_true", help="tell what earlier runs found, and work out nothing")
    parser.add_argument("--again", action="store_true", help="forget what an earlier run found")
    parser.add_argument("--write", type=Path, help="the file the tables are written to, such as docs/evaluation.md")
    parser.add_argument("--kept", type=Path, default=ROOT / ".data" / "evaluation", help="where results are kept")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

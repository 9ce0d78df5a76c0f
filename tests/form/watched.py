"""Answers that remember which pages were looked at."""

from collections.abc import Mapping


class Watched(dict):
    """The saved pages of a household; ``steps`` are the ids of those that were asked for."""

    def __init__(self, answers: Mapping[tuple[int, str], Mapping[str, object]]) -> None:
        super().__init__(answers)
        self.steps: set[str] = set()

    def get(self, key: tuple[int, str], default: object = None) -> object:
        self.steps.add(key[1])
        return super().get(key, default)

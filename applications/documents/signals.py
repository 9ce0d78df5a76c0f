"""The words of signals: what was seen before. For caseworkers alone; a signal asks for a look and decides nothing."""

from collections.abc import Mapping
from typing import Final

from applications.documents.verdict import Words

SEEN: Final[Mapping[str, Words]] = {
    "seen-file": Words(
        hu="A {other} ügyben ({person}) ugyanez a fájl van: bájtról bájtra egyezik ({other_page}. oldal).",
        en="Case {other} ({person}) holds the very same file, byte for byte (page {other_page}).",
        staff_hu="Ugyanez a fájl más ügyben",
        staff_en="The same file in another case",
    ),
    "seen-picture": Words(
        hu="A {other} ügy ({person}) {other_page}. oldala ugyanezt az oldalt mutatja: egymásra fektetve az írás {agree} "
        "%-a egyezik, sehol nincs eltérő hely.",
        en="Page {other_page} in case {other} ({person}) shows this same page: laid on each other, {agree} % of what is "
        "written agrees and no place differs.",
        staff_hu="Ugyanez a kép más ügyben",
        staff_en="The same picture in another case",
    ),
    "seen-picture-changed": Words(
        hu="A {other} ügy ({person}) {other_page}. oldala ugyanezt az oldalt mutatja, de egy helyen eltér (bekeretezve). "
        "Egymásra fektetve az írás {agree} %-a egyezik.",
        en="Page {other_page} in case {other} ({person}) shows this same page, but one place differs (framed). Laid on "
        "each other, {agree} % of what is written agrees.",
        staff_hu="Ugyanez a kép más ügyben, egy helyen átírva",
        staff_en="The same picture in another case, changed in one place",
    ),
    "seen-photo": Words(
        hu="A {other} ügyben ({person}) ugyanez az arckép van.",
        en="Case {other} ({person}) holds this same portrait.",
        staff_hu="Ugyanez az arckép más ügyben",
        staff_en="The same portrait in another case",
    ),
    "seen-number": Words(
        hu="A {other} ügyben ({person}) ugyanilyen fajtájú iraton ugyanez a szám áll.",
        en="In case {other} ({person}) a paper of the same kind bears the same number.",
        staff_hu="Ugyanez a szám más ügyben",
        staff_en="The same number in another case",
    ),
    "seen-number-other-name": Words(
        hu="A {other} ügyben ({person}) ugyanilyen fajtájú iraton ugyanez a szám áll, de más névvel.",
        en="In case {other} ({person}) a paper of the same kind bears the same number with another name.",
        staff_hu="Ugyanez a szám más névvel",
        staff_en="The same number with another name",
    ),
    "seen-wording": Words(
        hu="A {other} ügyben ({person}) az önéletrajz szövegének {agree} %-a szóról szóra ugyanez.",
        en="In case {other} ({person}) {agree} % of the curriculum vitae is this same text, word for word.",
        staff_hu="Ugyanez az önéletrajz más ügyben",
        staff_en="The same curriculum vitae in another case",
    ),
    "seen-person": Words(
        hu="A {other} ügyben, másik fiókból, ugyanilyen nevű, születésű és anyjú személy kérelmezett.",
        en="In case {other}, from another account, somebody of the same name, birth and mother has applied.",
        staff_hu="Ugyanez a személy másik fiókból is kérelmezett",
        staff_en="The same person applied from another account",
    ),
    "seen-address": Words(
        hu="Ugyanezt a lakcímet {count} másik család ügye is megadja, például: {other}.",
        en="The cases of {count} other families give this same address, for example {other}.",
        staff_hu="Lakcím, amelyet több család is megad",
        staff_en="An address that several families give",
    ),
    "seen-phone": Words(
        hu="Ugyanezt a telefonszámot {count} másik család ügye is megadja, például: {other}.",
        en="The cases of {count} other families give this same telephone number, for example {other}.",
        staff_hu="Telefonszám, amelyet több család is megad",
        staff_en="A telephone number that several families give",
    ),
    "seen-email": Words(
        hu="Ugyanezt az e-mail-címet {count} másik család ügye is megadja, például: {other}.",
        en="The cases of {count} other families give this same e-mail address, for example {other}.",
        staff_hu="E-mail-cím, amelyet több család is megad",
        staff_en="An e-mail address that several families give",
    ),
}

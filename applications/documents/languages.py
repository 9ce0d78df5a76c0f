# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Which language a paper is in, by words that papers of that language are full of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from applications.documents.folding import tokens

COMMON: Final = {
    "hun": "és az egy hogy anyakönyvi anyakönyv anyakönyvvezető kivonat születési születés családi utónév utóneve neve "
    "anyja anyjának apja apjának leánykori házassági halotti házasság kelt helye ideje hely megye járás község város "
    "folyószám bejegyzés foglalkozása vallása lakóhelye állampolgárság magyar köztársaság bizonyítvány igazolom név "
    "alulírott született keresztelési egyház plébánia lelkész szülők férj feleség menyasszony vőlegény fordítás vagyok születtem édesapám édesanyám "
    "családban nyelven évi hó napján napja január február március április május június július "
    "augusztus szeptember október november december",
    "ron": "de la din și al certificat naștere nașterii numele nume prenumele prenume tatălui tată tata mamei mamă mama "
    "născut născută localitatea județul județ județului comuna orașul municipiul căsătorie căsătoriei deces seria "
    "eliberat eliberării românia română consiliul primăria ofițer stare civilă locul sexul familie prezentul privind "
    "registrul anul luna ziua extras parohia botez soțul soția domiciliul cetățenie ianuarie februarie martie aprilie "
    "iunie iulie august septembrie octombrie noiembrie decembrie",
    "srp_latn": "izvod iz matične matice matičar knjige knjiga rođenih rođena rođenja rođen ime prezime oca majke otac "
    "majka dan mesec mjesec godina godine mesto mjesto opština opština općina republika srbija srbije hrvatska hrvatske "
    "venčanih vjenčanih umrlih državljanstvo državljanstva uverenje potvrda upisa pol spol rojstva rojstni priimek "
    "datum kraj matični list broj tekući strana januar februar mart april avgust septembar oktobar novembar decembar",
    "srp": "извод из матичне матичар књиге књига рођених рођења рођен рођена име презиме оца мајке отац мајка дан месец "
    "година године место општина република србија србије венчаних умрлих држављанство уверење пол број датум и у за "
    "редни текући страна уписа",
    "slk": "rodný list meno priezvisko narodenia narodenie dátum miesto okres matričný matričného úrad úradu slovenská "
    "republika otec otca matka matky sobášny úmrtný kniha knihe obec štát výpis pohlavie občianstvo rodné dňa pečiatka "
    "jméno příjmení křestní narození místo matriční úřad oddací úmrtní česká potvrdenie sobáš január február apríl august "
    "september október november december",
    "ukr": "свідоцтво про народження народився народилась прізвище ім'я імя батька батько мати матері дата місце "
    "україна україни видано актовий запис відділ серія громадянин громадянство область району район шлюб смерть "
    "року рік місяць число сина січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня "
    "реєстрації складено книзі та що який свидетельство рождении фамилия имя отчество выдано отец мать родился родилась "
    "республика запись место загса",
    "deu": "der die das und des den von geburtsurkunde geburtenbuch standesamt standesbeamte vorname vornamen "
    "familienname name geboren geburt geburtsort am vater vaters mutter mutters heiratsurkunde eheschließung sterbeurkunde "
    "ort tag religion wohnhaft kind auszug urkunde pfarramt taufschein getauft ehemann ehefrau staatsangehörigkeit "
    "bundesrepublik deutschland österreich geburtstag geschlecht weiblich männlich ausgestellt januar februar märz april "
    "juni juli august september oktober november dezember",
    "lat": "anno domini die mensis baptisatus baptizatus baptizata baptismi baptismalis natus nata parentes parentum "
    "patrini matrina parochia parochiae parochus ecclesia ecclesiae testimonium matricula matriculae liber libro nomen "
    "cognomen religio filius filia legitimus thori sponsus sponsa extractus ex huius hujus locus infrascriptus et in",
    "eng": "of the and this is that birth certificate certification name father mother place date born registrar county "
    "state certify record marriage death full maiden issued sex copy certified surname given names from was bride groom "
    "january february march april june july august september october november december",
}  # fmt: skip
"""Words by language; a word of several languages speaks for each."""

SECOND_SHARE: Final = 0.34
"""Share of the first language's votes from which a second one is read for as well: many forms are in two languages."""

SECOND_LEAST: Final = 2

LEAST_LETTERS: Final = 3
"""Shorter words come out of specks and of other alphabets."""

LONG: Final = 7
"""Letters from which a word with one of them misread is still known."""

LIKELIEST: Final = "hun"

_TABLE: Final[dict[str, list[str]]] = {}
for _name, _words in COMMON.items():
    for _token in dict.fromkeys(tokens(_words)):
        _TABLE.setdefault(_token, []).append(_name)


def votes(words: Iterable[str]) -> Counter[str]:
    """How many words speak for each language; a word of several languages gives each a part of its vote.

    Where no word does, long ones with one letter misread do: those of another language of the same alphabet are.
    """
    read = [token for word in words for token in tokens(word) if len(token) >= LEAST_LETTERS]
    return _counted(_TABLE.get(token, ()) for token in read) or _counted(
        _TABLE.get(_nearest(token), ()) for token in read if len(token) >= LONG
    )


def _counted(speakers: Iterable[Sequence[str]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for names in speakers:
        counted.update({name: 1 / len(names) for name in names})
    return counted


def _nearest(token: str) -> str:
    """The word that has one letter otherwise; empty where there is none."""
    near = (word for word in _TABLE if len(word) >= LONG and Levenshtein.distance(token, word, score_cutoff=1) <= 1)
    return next(near, "")


def ranked(words: Iterable[str], among: Sequence[str]) -> list[str]:
    """The one or two languages, of those given, that words speak for, the likeliest first; empty where none does. Of two for
    which as much speaks, Hungarian goes first.
    """
    counted = votes(words)
    best = sorted((name for name in among if counted[name]), key=lambda name: (-counted[name], name != LIKELIEST))[:2]
    if len(best) == 2 and counted[best[1]] < max(SECOND_LEAST, SECOND_SHARE * counted[best[0]]):  # noqa: PLR2004
        return best[:1]
    return best

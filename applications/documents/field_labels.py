# ruff: noqa: RUF001 - Cyrillic letters are meant
"""The words beside which papers print what we look for, in the languages they come in.

A label stands before, above or (in old forms) over its value. `FIELDS` are values of their own. `PARTS` are parts of a
name, of whoever the paper speaks of at that place. `PERSONS` are headings: the parts that follow them are theirs.
Compared without accents, case and spaces; a longer label goes before a shorter one within it.
"""

from typing import Final

FIELDS: Final[dict[str, str]] = {
    "born_on": "fecha de nacimiento | nacido el | nacida el | születés ideje | születési idő | születési ideje | született | született ekkor | születésének ideje | születés éve hó napja | "
    "data nașterii | data nasterii | născut la data de | născută la data de | născut la | data și locul nașterii | "
    "датум рођења | дан месец и година рођења | дан месец година и час рођења | рођен дана | рођена дана | датум и место рођења | "
    "datum rođenja | dan mesec i godina rođenja | dan mjesec i godina rođenja | rođen dana | rođena dana | datum i mesto rođenja | datum rojstva | "
    "dátum narodenia | deň mesiac a rok narodenia | deň mesiac rok narodenia | narodený dňa | narodená dňa | narodený | narodená | "
    "dátum a miesto narodenia | datum narození | den měsíc a rok narození | narozen dne | дата народження | "
    "число місяць рік народження | народився | народилася | народилась | дата и место рождения | дата рождения | родился | родилась | "
    "geburtsdatum | tag der geburt | geburtstag | geboren am | geboren | date of birth | birth date | born on | born | "
    "date and place of birth | date et lieu de naissance | date de naissance | dies nativitatis | natus est | nata est | natus | nata | "
    "data botezului și nașterii | születés helye és ideje | születési hely és idő | születési helye és ideje | születés ideje és helye",
    "born_place": "lugar de nacimiento | mesto i opština | место и општина | születés helye | születési hely | születési helye | születéshelye | született helye | születés helye és ideje | születési hely és idő | "
    "születési helye és ideje | locul nașterii | localitatea nașterii | locul naşterii localitatea | născut în | data și locul nașterii | "
    "место рођења | место и општина рођења | место рођења општина | датум и место рођења | mesto rođenja | mjesto rođenja | "
    "mesto i opština rođenja | mjesto i općina rođenja | kraj rojstva | datum i mesto rođenja | miesto narodenia | dátum a miesto narodenia | místo narození | "
    "місце народження | место рождения | дата и место рождения | geburtsort | ort der geburt | place of birth | birthplace | "
    "date and place of birth | date et lieu de naissance | lieu de naissance | locus nativitatis | city of birth | town of birth",
    "father": "nombre del padre | hijo de | hija de | hijo a de | apja neve | az apa neve | apja születési neve | apja | az apa családi és utóneve | apa családi és utóneve | az apa családi neve és utóneve | "
    "numele tatălui | numele și prenumele tatălui | numele de familie și prenumele tatălui | "
    "име и презиме оца | презиме и име оца | име оца | ime i prezime oca | prezime i ime oca | ime oca | "
    "meno a priezvisko otca | meno otca | priezvisko a meno otca | jméno a příjmení otce | прізвище ім'я по батькові батька | "
    "прізвище та ім'я батька | name des vaters | vor und familienname des vaters | familienname und vornamen des vaters | father's name | name of father | full name of father | "
    "father's full name | name and surname of father | nomen patris | pater | fiul lui",
    "mother": "nombre de la madre | y de | anyja neve | az anya neve | anyja születési neve | anyja leánykori neve | anyja születési családi és utóneve | anyja | "
    "az anya születési családi és utóneve | az anya születési neve | az anya családi és utóneve | anya születési családi és utóneve | numele mamei | numele și prenumele mamei | "
    "numele de familie și prenumele mamei | име и презиме мајке | презиме и име мајке | име мајке | девојачко презиме и име мајке | ime i prezime majke | "
    "prezime i ime majke | ime majke | ime i prezime matere | meno a priezvisko matky | meno matky | meno a rodné priezvisko matky | "
    "jméno a příjmení matky | прізвище ім'я по батькові матері | прізвище та ім'я матері | name der mutter | vor und familienname der mutter | "
    "familienname und vornamen der mutter | mother's name | name of mother | full name of mother | mother's maiden name | mother's full name | maiden name of mother | "
    "name and surname of mother | nomen matris | mater",
    "husband": "громадянин | гражданин | nombre del contrayente | громадянин прізвище ім'я по батькові | férj neve | a férj neve | férj családi és utóneve | a férj születési családi és utóneve | férj születési neve | vőlegény neve | a vőlegény neve | numele soțului | "
    "numele și prenumele soțului | име и презиме мужа | име и презиме младожење | презиме и име младожење | име и презиме женика | ime i prezime muža | ime i prezime mladoženje | "
    "ime i prezime ženika | meno a priezvisko ženícha | meno a priezvisko manžela | name des mannes | name des ehemannes | name des bräutigams | "
    "groom's name | name of groom | full name of groom | name of husband | husband's name | full name of husband | прізвище ім'я нареченого | sponsus | nomen sponsi",
    "wife": "громадянка | і громадянка | та громадянка | гражданка | и гражданка | nombre de la contrayente | feleség neve | a feleség neve | feleség születési családi és utóneve | a feleség születési családi és utóneve | feleség születési neve | menyasszony neve | a menyasszony neve | "
    "numele soției | numele și prenumele soției | име и презиме жене | име и презиме невесте | презиме и име невесте | ime i prezime žene | ime i prezime neveste | "
    "ime i prezime nevjeste | meno a priezvisko nevesty | meno a priezvisko manželky | name der frau | name der ehefrau | name der braut | "
    "bride's name | name of bride | full name of bride | name of wife | wife's name | full name of wife | прізвище ім'я нареченої | sponsa | nomen sponsae",
    "married_on": "уклали шлюб | зареєстрували шлюб | заключили брак | вступили в брак | fecha de matrimonio | fecha del matrimonio | dan mesec i godina | дан месец и година | házasságkötés ideje | házasság ideje | a házasságkötés ideje | házasságot kötöttek | házasságkötés helye és ideje | "
    "data căsătoriei | data încheierii căsătoriei | căsătoria s a încheiat la data de | датум закључења брака | дан месец и година закључења брака | датум венчања | "
    "дан месец и година венчања | datum zaključenja braka | datum sklapanja braka | datum sklopanja braka | dan mesec i godina zaključenja braka | dan mjesec i godina sklapanja braka | "
    "datum vjenčanja | datum venčanja | dátum uzavretia manželstva | deň uzavretia manželstva | dátum sobáša | manželstvo uzavreté dňa | datum uzavření manželství | "
    "дата реєстрації шлюбу | дата одруження | дата регистрации брака | дата заключения брака | tag der eheschließung | datum der eheschließung | eheschließung am | "
    "date of marriage | marriage date | married on | date and place of marriage | date et lieu de mariage | datum nuptiarum | dies copulationis",
    "married_place": "lugar de matrimonio | lugar del matrimonio | házasságkötés helye | a házasságkötés helye | házasságkötés helye és ideje | locul căsătoriei | locul încheierii căsătoriei | место закључења брака | "
    "место венчања | mesto zaključenja braka | mjesto sklapanja braka | mjesto vjenčanja | mesto venčanja | miesto uzavretia manželstva | miesto sobáša | místo uzavření manželství | "
    "місце реєстрації шлюбу | место регистрации брака | ort der eheschließung | place of marriage | date and place of marriage | date et lieu de mariage",
    "died_on": "fecha de defunción | halál ideje | halálozás ideje | elhalálozás ideje | meghalt | elhunyt | halál időpontja | a halál ideje | halál helye és ideje | data decesului | "
    "data morții | decedat la data de | датум смрти | дан месец и година смрти | datum smrti | dan mesec i godina smrti | dan mjesec i godina smrti | dátum úmrtia | "
    "deň mesiac a rok úmrtia | zomrel dňa | zomrela dňa | datum úmrtí | дата смерті | помер | померла | дата смерти | умер | умерла | todestag | "
    "sterbedatum | gestorben am | verstorben am | tag des todes | date of death | died on | date and place of death | date et lieu de décès",
    "died_place": "lugar de defunción | halál helye | halálozás helye | elhalálozás helye | a halál helye | halál helye és ideje | locul decesului | localitatea decesului | место смрти | mesto smrti | mjesto smrti | "
    "miesto úmrtia | místo úmrtí | місце смерті | место смерти | sterbeort | ort des todes | place of death | date and place of death | date et lieu de décès",
    "issued_on": "expedido | expedido el | fecha de expedición | kelt | kiállítás kelte | kiállítás dátuma | kiállítás napja | kiállítás ideje | kiadás dátuma | a kiállítás kelte | kiállítva | data eliberării | eliberat la data de | eliberat la | eliberat astăzi | data emiterii | "
    "датум издавања | издато дана | дана | датум | datum izdavanja | izdano dana | izdato dana | u potvrdu izdano | datum izdaje | dátum vydania | dátum vystavenia | vydané dňa | vystavené dňa | "
    "datum vydání | vydáno dne | дата видачі | видано | дата выдачи | выдано | ausgestellt am | ausstellungsdatum | datum der ausstellung | ausgefertigt am | date of issue | date issued | "
    "issued on | issue date | date de délivrance | datum extractus",
    "issued_by": "kiállító hatóság | kiállító hivatal | kiállította | primăria | anyakönyvi hivatal | az anyakönyvet vezető hatóság | anyakönyvvezető hivatal | eliberat de | emis de | autoritatea emitentă | emitent | "
    "орган који је издао | издаје | матично подручје | назив органа | орган који издаје извод | organ koji je izdao | izdao | izdaje | matični ured | matično područje | izdal | vydal | matričný úrad | vydáva | "
    "vydávajúci orgán | matriční úřad | орган який видав | ким видано | видано органом | місце державної реєстрації | орган що видав | место регистрации | standesamt | ausstellende behörde | ausgestellt von | ausstellungsbehörde | "
    "issued by | issuing authority | authority | registration district | service de l état civil de",
    "number": "acta n | acta no | acta n año | folyószám | anyakönyvi folyószám | okmány száma | okmányszám | sorszám | anyakönyvi szám | száma | bejegyzés száma | nyilvántartási szám | seria | seria și nr | seria și numărul | numărul | nr actului | act nr | nr crt | număr de înregistrare | "
    "текући број | број | серија и број | серијски број | tekući broj | broj | serija i broj | redni broj | матични број уписа | serijski broj | poradové číslo | číslo zápisu | číslo | séria | série a číslo | por č | zväzok ročník strana poradové číslo | "
    "актовий запис | серія | номер | актовий запис за номером | складено актовий запис | запись акта | запись акта за номером | серия | registernummer | nummer | urkundennummer | "
    "register nr | nr des eintrags | registration number | certificate number | registration no | certificate no | licence no | license no | entry no | entry number | local file number | state file number | document number | document no | number of record | acte n | numerus",
}  # fmt: skip

PARTS: Final[dict[str, str]] = {
    "family": "apellido | apellidos | családi név | családi neve | születési családi név | születési családi neve | vezetéknév | vezetékneve | numele | numele de familie | nume de familie | nume | презиме | prezime | priimek | priezvisko | "
    "příjmení | прізвище | фамилия | familienname | zuname | surname | family name | last name | nom | cognomen | nom de famille | geburtsname",
    "given": "nombre | nombres | utónév | utóneve | utónevei | keresztnév | keresztneve | születési utóneve | születési utónév | prenumele | prenume | име | ime | meno | jméno | ім'я | м'я | 1м'я | имя | vorname | vornamen | "
    "given name | given names | first name | forename | forenames | first names | prénoms | nomen | rufname",
    "middle": "по батькові | отчество | middle name",
    "full": "apellido y nombre | nombre y apellido | neve | név | a gyermek neve | családi és utóneve | családi és utónév | születési családi és utóneve | születési név | születési neve | viselt név | házassági neve | a gyermek családi és utóneve | az elhalt neve | az elhunyt neve | a keresztelt neve | "
    "numele și prenumele | numele de familie și prenumele | numele copilului | numele și prenumele copilului | numele și prenumele decedatului | име и презиме | презиме и име | име и презиме детета | ime i prezime | prezime i ime | ime in priimek | ime i prezime deteta | ime i prezime djeteta | "
    "meno a priezvisko | priezvisko a meno | meno a priezvisko dieťaťa | meno priezvisko | jméno a příjmení | прізвище ім'я по батькові | прізвище та ім'я | фамилия имя отчество | vor und familienname | vor und zuname | name des kindes | "
    "name of child | child's name | full name | full name of child | name of deceased | decedent's name | name of the deceased | name in full | name | name and surname | full name at birth | nomen et cognomen | nomen infantis | nomen baptisati | bearer | name des täuflings | a megkeresztelt neve",
}  # fmt: skip

PERSONS: Final[dict[str, str]] = {
    "name": "a gyermek | gyermek | gyermek adatai | a gyermek adatai | copilul | datele privind copilul | date privind copilul | дете | подаци о детету | подаци о рођењу | dete | dijete | podaci o djetetu | podaci o rođenju | dieťa | dítě | kind | "
    "child | the child | az elhalt | elhalt | elhunyt adatai | decedatul | date privind decedatul | умрли | podaci o umrlom | подаци о умрлом | zomrelý | померлий | verstorbener | deceased | the deceased | decedent | infans | baptisatus | титулар | titular | дитина | enfant",
    "father": "padre | apa | az apa | apa adatai | az apa adatai | tatăl | tata | date privind tatăl | отац | подаци о оцу | otac | oče | podaci o ocu | otec | батько | отец | vater | father | the father | père | pater",
    "mother": "madre | anya | az anya | anya adatai | az anya adatai | mama | date privind mama | мајка | подаци о мајци | majka | mati | podaci o majci | matka | мати | мать | mutter | mother | the mother | mère | mater",
    "husband": "contrayente | esposo | novio | férj | a férj | vőlegény | a vőlegény | soțul | soț | date privind soțul | муж | младожења | супруг | женик | подаци о женику | muž | mladoženja | ženik | suprug | ženích | ženich | manžel | наречений | чоловік | bräutigam | ehemann | mann | "
    "groom | husband | bridegroom | sponsus | époux | mari",
    "wife": "esposa | novia | feleség | a feleség | menyasszony | a menyasszony | soția | soție | date privind soția | жена | невеста | супруга | подаци о невести | žena | nevesta | nevjesta | nevěsta | supruga | manželka | наречена | дружина | braut | ehefrau | frau | bride | wife | sponsa | "
    "épouse | femme",
    "": "szülők | tanú | tanúk | házassági tanú | házassági tanúk | nagyapja | nagyanyja | keresztszülők | keresztapa | keresztanya | nași | martori | сведоци | svedoci | svjedoci | кумови | родитељи | svedkovia | witness | witnesses | informant | zeugen | trauzeugen | "
    "patrini | testes | taufpaten | anyakönyvvezető | ofițer de stare civilă | ofiter de stare civila | матичар | matičar | matrikár | registrar | standesbeamter | bejegyzések | megjegyzés | megjegyzések | mențiuni | напомена | примедбе | napomena | "
    "bilješke | naknadni upisi i bilješke | накнадни уписи и белешке | poznámky | poznámka | notes | remarks | bemerkungen | lelkész | paroh | parochus",
}  # fmt: skip

OTHERS: Final = (
    "sexo | nacionalidad | domicilio | oficial público | neme | nem | a gyermek neme | a bejegyzés kelte | bejegyzés kelte | bejegyzés ideje | date filed | date registered | fecha de inscripción | az apa állása | állása | az anya születési helye | az apa születési helye | sexul | sex | пол | pol | spol | pohlavie | pohlaví | стать | geschlecht | sexe | állampolgárság | állampolgársága | cetățenia | cetățenie | naționalitatea | држављанство | državljanstvo | štátne občianstvo | občianstvo | "
    "громадянство | национальность | гражданство | staatsangehörigkeit | citizenship | nationality | vallása | vallás | religia | религија | vjera | vera | vierovyznanie | віросповідання | religion | religio | religious denomination | "
    "foglalkozása | foglalkozás | ocupația | profesia | занимање | zanimanje | povolanie | beruf | occupation | conditio | lakóhelye | lakcíme | lakóhely | lakhelye | domiciliul | пребивалиште | "
    "prebivalište | prebivalište i adresa | пребивалиште и адреса | prebivalište | bydlisko | адреса | wohnort | wohnhaft in | residence | address | usual residence | személyi azonosító | személyi azonosítója | személyi szám | cnp | cod numeric personal | јединствени матични број грађана | јмбг | jmbg | oib | emšo | "
    "rodné číslo | judet | județul | comuna | orașul | municipiul | județ | megye | község | járás | општина | opština | općina | okres | kraj | держава | држава | država | štát | stát | county | state | country | ország | tara | țara | "
    "keresztelés ideje | data botezului | dátum krstu | датум крштења | datum krštenja | dies baptismi | taufdatum | tag der taufe | date of baptism | kereszteltetett | baptisatus est | életkora | kora | vârsta | starost | vek | age | alter | halál oka | cauza decesului | uzrok smrti | cause of death | "
    "családi állapot | családi állapota | starea civilă | брачно стање | bračno stanje | stav | marital status | familienstand | utólagos bejegyzések | pecsét | l s | p h | м п | aláírás | semnătura | потпис | potpis | podpis | підпис | unterschrift | signature | "
    "érvényes | érvényesség | date of expiry | ora | час рођења | születési neve volt | leánykori neve | numele după căsătorie | презиме после закључења брака | prezime nakon sklapanja braka | név a házasság után | születési idő perc | kötet | lap | volum | strana | страна | за годину | za godinu"
)
"""Labels of what is not looked for: where one stands the value before it ends."""

OFFICES: Final = frozenset(
    ("anyakonyvihivatal", "matricnyurad", "matricniurad", "standesamt", "maticniured", "maticnipodrucje", "primaria")
)
"""Labels of `issued_by`, folded, that are part of the value where it follows them closely (Standesamt Wien)."""

KIND_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "cv_handwritten": (),
    "photo": (),
    "birth_certificate": ("number", "issued_on", "issued_by", "name", "born_on", "born_place", "father", "mother"),
    "marriage_certificate": ("number", "issued_on", "issued_by", "husband", "wife", "married_on", "married_place"),
    "death_certificate": (
        "number", "issued_on", "issued_by", "name", "born_on", "born_place", "father", "mother", "died_on", "died_place",
    ),
    "passport": ("number", "issued_on", "issued_by", "name", "born_on", "born_place"),
    "id_card": ("number", "issued_on", "issued_by", "name", "born_on", "born_place", "father", "mother"),
}  # fmt: skip
"""What papers of a kind say; of kinds not named, and where none was recognised, everything is looked for."""

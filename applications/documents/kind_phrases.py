# ruff: noqa: RUF001 - Cyrillic letters are meant
"""What is printed on papers of each kind, in the languages they come in: by it a paper is recognised.

A TITLE names the kind and all but decides it; a SIGN is usual on papers of the kind and supports it. From knowledge of
the forms in use, old and new: civil registers of Hungary, Romania, Serbia, Croatia, Slovenia, Slovakia, Czechia,
Ukraine and the Soviet Union, Austria, Germany, English-speaking countries, and Latin church registers. Phrases are
compared without accents, case and spaces, and with some slips of the reader.
"""

from typing import Final

TITLE: Final = 10
SIGN: Final = 3

TITLES: Final[dict[str, str]] = {
    "passport": "útlevél | pașaport | pasaport | пасош | pasoš | putovnica | cestovný pas | cestovní pas | reisepass | "
    "passport | passeport | potni list | паспорт громадянина україни для виїзду",
    "id_card": "személyazonosító igazolvány | személyi igazolvány | carte de identitate | carte d identité | "
    "identity card | лична карта | lična karta | osobna iskaznica | osebna izkaznica | občiansky preukaz | "
    "občanský průkaz | personalausweis | buletin de identitate | посвідчення особи",
    "birth_certificate": "születési anyakönyvi kivonat | születési bizonyítvány | születési anyakönyv | "
    "születési anyakönyvi másolat | certificat de naștere | extras din registrul de naștere | act de naștere | "
    "duplicat certificat de naștere | extras multilingv al actului de naștere | extras de pe actul de naștere | "
    "извод из матичне књиге рођених | матична књига рођених | "
    "izvod iz matične knjige rođenih | izvod iz matice rođenih | rodni list | izpisek iz matičnega registra o rojstvu | "
    "izpisek iz rojstne matične knjige | izpisek iz matične knjige rojenih | rojstni list | rodný list | "
    "výpis z knihy narodení | výpis z matriky narodení | výpis z matričnej knihy narodených | "
    "свідоцтво про народження | свидетельство о рождении | витяг з державного реєстру актів цивільного стану про "
    "народження | повний витяг про народження | geburtsurkunde | geburtsschein | auszug aus dem geburtenbuch | "
    "auszug aus dem geburtseintrag | geburts und taufschein | birth certificate | certificate of birth | "
    "certification of birth | record of live birth | certificate of live birth | certified copy of an entry of birth | "
    "extract from the register of births | extrait de l acte de naissance | extract of the record of birth | "
    "extrait d acte de naissance | birth record | registration of birth | birth registration | acta de nacimiento | "
    "partida de nacimiento | certificado de nacimiento | תעודת לידה",
    "marriage_certificate": "házassági anyakönyvi kivonat | házassági bizonyítvány | házassági anyakönyv | "
    "házassági anyakönyvi másolat | certificat de căsătorie | extras din registrul de căsătorii | act de căsătorie | "
    "extras multilingv al actului de căsătorie | извод из матичне књиге венчаних | матична књига венчаних | "
    "izvod iz matične knjige venčanih | "
    "izvod iz matice vjenčanih | vjenčani list | venčani list | izpisek iz matičnega registra o zakonski zvezi | "
    "poročni list | sobášny list | oddací list | výpis z knihy manželstiev | výpis z matriky manželstiev | "
    "свідоцтво про шлюб | свідоцтво про одруження | свидетельство о браке | свидетельство о заключении брака | "
    "heiratsurkunde | eheurkunde | trauungsschein | trauschein | auszug aus dem heiratsbuch | "
    "auszug aus dem heiratseintrag | marriage certificate | certificate of marriage | marriage license | "
    "certified copy of an entry of marriage | extrait de l acte de mariage | extract of the record of marriage | "
    "record of marriage | registration of marriage | marriage registration | acta de matrimonio | partida de matrimonio | "
    "certificado de matrimonio",
    "divorce_decree": "bontóítélet | ítélet házasság felbontása | sentință de divorț | sentință civilă divorț | "
    "certificat de divorț | пресуда о разводу брака | presuda o razvodu braka | rozsudok o rozvode | "
    "рішення про розірвання шлюбу | свідоцтво про розірвання шлюбу | свидетельство о расторжении брака | "
    "scheidungsurteil | scheidungsbeschluss | decree of divorce | divorce decree | final decree of divorce | "
    "decree absolute | judgment of divorce | dissolution of marriage",
    "death_certificate": "halotti anyakönyvi kivonat | halotti bizonyítvány | halotti anyakönyv | "
    "halotti anyakönyvi másolat | certificat de deces | extras din registrul de deces | act de deces | "
    "extras multilingv al actului de deces | извод из матичне књиге умрлих | матична књига умрлих | "
    "izvod iz matične knjige umrlih | "
    "izvod iz matice umrlih | smrtni list | smrtovnica | izpisek iz matičnega registra o smrti | mrliški list | "
    "úmrtný list | úmrtní list | výpis z knihy úmrtí | свідоцтво про смерть | свидетельство о смерти | sterbeurkunde | "
    "totenschein | auszug aus dem sterbebuch | auszug aus dem sterbeeintrag | death certificate | certificate of death | "
    "certified copy of an entry of death | extrait de l acte de décès | record of death | registration of death | "
    "death registration | acta de defunción | partida de defunción | certificado de defunción",
    "church_register": "keresztlevél | keresztelési anyakönyv | keresztelési anyakönyvi kivonat | keresztelési bizonyítvány | "
    "esketési anyakönyv | egyházi anyakönyvi kivonat | esketési bizonyítvány | temetési anyakönyv | "
    "certificat de botez | extras din registrul de botez | extras din matricola botezaților | adeverință de botez | "
    "registrul botezaților | крштеница | крштени лист | krštenica | krsni list | протокол крштених | књига крштених | "
    "krstný list | křestní list | výpis z matriky pokrstených | matrika pokrstených | свідоцтво про хрещення | "
    "метрична книга | метрическая книга | метрика | taufschein | taufbuch | taufzeugnis | auszug aus dem taufbuch | "
    "testimonium baptismale | testimonium baptismi | matricula baptisatorum | matricula baptizatorum | "
    "liber baptisatorum | liber baptizatorum | extractus matriculae | extractus e matricula | "
    "extractus ex matricula baptisatorum | matricula copulatorum | testimonium copulationis | matricula defunctorum | "
    "testimonium mortuale | liber copulatorum | liber defunctorum | baptismal certificate | certificate of baptism",
    "citizenship_certificate": "állampolgársági bizonyítvány | honossági bizonyítvány | állampolgársági okirat | "
    "bizonyítvány az állampolgárságról | certificat de cetățenie | уверење о држављанству | uverenje o državljanstvu | "
    "domovnica | potrdilo o državljanstvu | osvedčenie o štátnom občianstve | osvědčení o státním občanství | "
    "довідка про громадянство | staatsbürgerschaftsnachweis | staatsangehörigkeitsausweis | "
    "staatsangehörigkeitsurkunde | certificate of citizenship | optálási bizonyítvány | opciós nyilatkozat",
    "domicile_certificate": "illetőségi bizonyítvány | községi illetőségi bizonyítvány | heimatschein | "
    "certificat de indigenat | domovský list | завичајна уверење | zavičajnica | domovnica zavičajnost | "
    "bizonyítvány községi illetőségről | heimatrecht",
    "military_record": "katonai igazolványi könyv | katonakönyv | katonai igazolvány | livret militar | "
    "војна књижица | vojna knjižica | vojenská knižka | vojenská knížka | військовий квиток | военный билет | "
    "wehrpass | soldbuch | militärpass | zsoldkönyv | honvéd igazolvány | leszerelési igazolvány | obsitlevél | "
    "military service record",
    "school_certificate": "iskolai bizonyítvány | értesítő könyvecske | érettségi bizonyítvány | oklevél | diploma | "
    "diplomă de bacalaureat | сведочанство | svedočanstvo | svjedodžba | spričevalo | vysvedčenie | атестат | "
    "zeugnis | school report",
    "work_book": "munkakönyv | cselédkönyv | carte de muncă | радна књижица | radna knjižica | pracovná knižka | "
    "трудова книжка | трудовая книжка | arbeitsbuch | dienstbotenbuch",
    "naturalisation_record": "certificate of naturalization | petition for naturalization | declaration of intention | "
    "certificate of naturalisation | einbürgerungsurkunde",
    "emigration_record": "list of manifest of alien passengers | list or manifest of alien passengers | "
    "passenger list | ship manifest",
    "cv_handwritten": "önéletrajz | életrajzom | önéletrajzom | kézzel írott önéletrajz",
    "power_of_attorney": "meghatalmazás | procură | пуномоћје | punomoć | punomoćje | splnomocnenie | plná moc | "
    "довіреність | vollmacht | power of attorney",
    "consent_of_parent": "szülői hozzájárulás | szülői hozzájáruló nyilatkozat | hozzájáruló nyilatkozat | "
    "acordul părintelui | сагласност родитеља | saglasnost roditelja | suglasnost roditelja | súhlas rodiča | "
    "згода батьків | zustimmung der eltern | einverständniserklärung | parental consent | consent of the other parent",
    "custody_decision": "gyámhatósági határozat | gyámsági határozat | szülői felügyeleti jog | gondnokság alá helyezés | "
    "решење о старатељству | rješenje o skrbništvu | sorgerechtsbeschluss | custody order | guardianship order",
    "spouse_statement": "házastárs nyilatkozata | házastársi nyilatkozat | declarația soțului | declarația soției",
    "medical_proof": "orvosi igazolás | szakorvosi igazolás | adeverință medicală | certificat medical | "
    "лекарско уверење | lekarsko uverenje | lekárske potvrdenie | ärztliches attest | medical certificate",
}  # fmt: skip

SIGNS: Final[dict[str, str]] = {
    "passport": "surname | given names | nationality | date of expiry | place of birth | állampolgárság | naționalitatea | "
    "држављанство | data expirării | érvényességi idő | date of issue | authority",
    "id_card": "cnp | date of expiry | személyi azonosító | card number | érvényesség | valabilitate | важи до",
    "birth_certificate": "születés helye és ideje | születés helye | születés ideje | a gyermek | a gyermek neme | "
    "az anya születési helye | meno a priezvisko dieťaťa | full name of child | name of child | father s birthplace | "
    "mother s birthplace | fecha de nacimiento | lugar de nacimiento | nombre del padre | nombre de la madre | anyja neve | apja neve | datele privind copilul | copilul | "
    "numele de familie | părinți | podaci o rođenju | рођење | податци о родитељима | podatci o roditeljima | datum narodenia | miesto narodenia | "
    "народився | народилась | батько | kind | eltern | natus | date of birth | place of birth | informant | mother maiden name | "
    "jour mois année",
    "marriage_certificate": "férj | feleség | házasságkötés helye és ideje | házasságkötés helye | házasságkötés ideje | "
    "date of marriage | place of marriage | licence no | marriage licence | contrayentes | fecha de matrimonio | házasságot kötött | házasulók | vőlegény | "
    "menyasszony | soțul | soția | numele de familie după căsătorie | супружници | жених | невеста | mladoženja | "
    "mladenka | ženich | nevesta | snúbenec | snúbenka | наречений | наречена | прізвище після шлюбу | ehegatten | "
    "ehemann | ehefrau | eheschließung | bräutigam | braut | bride | groom | husband | wife | spouses | witnesses",
    "death_certificate": "az elhalt | elhunyt | halál helye és ideje | halál oka | meghalt | decedatul | data decesului | "
    "locul decesului | умрли | датум смрти | umrli | datum smrti | zomrel | dátum úmrtia | померла | дата смерті | "
    "verstorben | todestag | sterbeort | deceased | cause of death | date of death | place of death",
    "church_register": "plébánia | plébániahivatal | lelkészi hivatal | református egyház | parohia | biserica | parochia | "
    "ecclesia | anno domini | parochus | baptisatus | baptizatus | patrini | levantes | keresztelő | keresztszülők | "
    "megkereszteltetett | nași | кумови | парохија | црква | fara | farský úrad | rímskokatolícky | pfarramt | pfarrer | "
    "taufpaten | sponsors | godparents | parish | church",
    "citizenship_certificate": "magyar állampolgár | állampolgársága | belügyminiszter | cetățean român | државјанин",
    "domicile_certificate": "illetősége | községi illetőség | községi kötelékébe | heimatberechtigt | heimatrecht",
    "military_record": "sorozás | ezred | szolgálat | rendfokozat | avatás | állítási lajstrom | honvéd | regiment | "
    "grad | contingent | военная | dienstgrad | százados",
    "cv_handwritten": "születtem | nevem | szüleim | iskoláimat | dolgozom | házas vagyok | gyermekeim | nagyszüleim | "
    "édesanyám | édesapám | általános iskola | testvérem",
}  # fmt: skip

TRANSLATION: Final = (
    "hiteles fordítás | hitelesített fordítás | fordítás román nyelvből | fordítás szerb nyelvből | "
    "fordítás ukrán nyelvből | fordítás szlovák nyelvből | fordítás német nyelvből | fordítás angol nyelvből | "
    "fordítás latin nyelvből | fordítás horvát nyelvből | fordítás cseh nyelvből | fordította | fordító iroda | "
    "országos fordító és fordításhitelesítő iroda | fordítási záradék | fordítói záradék | magyar nyelvre fordított | "
    "a fordítás helyes | fordítás hiteléül | traducere autorizată | traducere legalizată | traducător autorizat | "
    "овлашћени преводилац | ovlašćeni prevodilac | stalni sudski tumač | сталнi судски тумач | úradný preklad | "
    "úradne overený preklad | tlmočnícka doložka | prekladateľská doložka | переклад з української | переклад | "
    "beglaubigte übersetzung | beeidigter übersetzer | certified translation | translated from"
)
"""Words that say that a paper is a translation of another."""

# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Given names and their forms in the languages of the lands our papers come from, a line a name.

The registers of Romania, Yugoslavia, Czechoslovakia and the Soviet Union wrote Hungarian given names in the form of the
state's own language: András became Andrei, Andrija, Ondrej or Андрій. Hungarian first, then Romanian, Serbian and
Croatian, Slovak, Ukrainian, German, Latin, English; not every name has all. A known form explains a difference, it does
not prove that two people are one.
"""

from functools import cache
from typing import Final

from applications.documents.names import passport_forms, sounding

FORMS: Final = """
Ábel Abel Авель
Achilles Ahile
Ádám Adam Адам
Adél Adela Adele
Adrián Adrian Adrijan Адріан
Adrienn Adriana Adrijana
Ágnes Agneta Agnija Agnesa Агнеса Agnes Agneza
Ágoston Augustin Avgustin Августин Augustinus
Ákos
Alajos Aloisiu Alojz Alojzije Alois Aloysius
Albert Adalbert Альберт
Albin Albinus
Alexandra Олександра Aleksandra
Alfonz Alfonso Alfons
Alfréd Alfred
Aliz Alisa Alice Аліса
Amália Amalia Amalija Амалія
Ambrus Ambrozie Ambróz Ambrosius Ambrose
Anasztázia Anastasia Anastasija Анастасія
András Andrei Andrija Andrej Ondrej Андрій Andreas Andrew
Andrea Андреа
Anett Aneta Annette
Angéla Angela Anđela Angelika Ангеліна
Anikó Anna
Anna Ana Ганна Анна Hanna Anne
Antal Anton Antun Антон Antonius Anthony
Aranka Aurelia Zlata
Arnold Арнольд
Árpád Arpad Арпад
Attila Atila Атіла Аттіла
Aurél Aurel Aurelius
Balázs Vlasie Blaž Blažej Власій Blasius Blaise
Bálint Valentin Valentín Валентин Valentinus
Barnabás Barnaba Варнава
Bartalan Bertalan Bartolomeu Vartolomej Bartolomej Варфоломій Bartholomäus
Beáta Beata Беата
Beatrix Beatrice Beatriz
Béla Adalbert Vojislav Vojtech Войтех Bela Adalbertus
Bence
Benedek Benedict Benedikt Бенедикт
Bernadett Bernadeta Bernadette
Bernát Bernard Bernhard Bernardus
Bertold Berthold
Bianka Bianca
Blanka Blanca
Bogdan Богдан
Boglárka
Boldizsár Baltazar Balthasar
Borbála Barbara Varvara Barbora Варвара
Botond
Branislav Бранислав
Branko Бранко
Brian
Brigitta Brigita Brigitte Бригіта
Carlos
Carmen
Cecília Cecilia Cecilija Цецилія
Csaba Чаба
Csenge
Csilla Čila Чілла
Csongor
Dalma
Dániel Daniel Danilo Данило
Dávid David Давид
Dénes Dionisie Dionizije Dionýz Діонісій Dionysius Dennis
Denis
Dezső Dezideriu Deziderije Dezider Desiderius
Diego
Dieter
Doina
Domokos Dominic Dominik Домінік Dominicus
Domonkos
Donna
Dóra Dora
Dorin
Dorina
Dorothy
Dorottya Doroteea Doroteja Dorota Дорота Dorothea
Dragan Драган
Dragana Драгана
Dumitru Dimitrie Dmitro Дмитро
Dušan Душан
Ede Eduard Edvard Едуард Edward
Edina
Edit Edita Едіта Edith
Elek Alexie Aleksije Alexej Олексій Alexius
Éliás Illés Ilie Ilija Eliáš Ілля Elias
Elvira Ельвіра
Elza Elsa Ельза
Emese
Emil Еміль
Emília Emilia Emilija Емілія
Emily
Emőke
Endre Andrei Andrija Andrej Ondrej Андрій Andreas
Enikő
Erik Eric Ерік
Erika Еріка
Ernő Ernest Ernő Ernst Ернест
Ervin Erwin
Erzsébet Elisabeta Elizabeta Jelisaveta Alžbeta Єлизавета Елізабета Elisabeth Elizabeth
Eszter Estera Ester Естер Esther
Etelka Adela Etela
Éva Eva Єва Eve
Fanni Fanny
Ferenc Francisc Franjo František Франц Ференц Franz Franciscus Francis Frank Franja
Flórián Florian Florijan Флоріан
Florin Florina
Franciska Francisca Františka Franziska Frances
Frida Frieda
Frigyes Frideric Friedrich Fridrik Fridrich Fredericus
Fruzsina Eufrosina
Gábor Gavril Gavrilo Gabriel Гавриїл Gabor
Gábriel Gavril Gavrilo Gabriel
Gabriella Gabriela Gabrijela Габріелла
Gáspár Gaspar Gašpar Kaspar Caspar
Gellért Gerard Gerhard Gerardus
Gergely Grigore Grgur Grigorije Gregor Григорій Gregorius Gregory Gergej
Gergő
Gerhardus
Gertrúd Gertruda Gertrude
Géza Geza Гейза
Ghiță
Gizella Ghizela Gizela Гізела Gisela
Goran Горан
Gordana Гордана
Gréta Greta Грета
Günther Günter
Gusztáv Gustav Густав
Gyöngyi Perla Margareta
György Gheorghe George Đorđe Juraj Georgije Юрій Георгій Georg Georgius
Györgyi Georgeta Georgia
Győző
Gyula Iuliu Julije Đula Július Юлій Дюла Julius
Hajnalka Aurora Zora Зоряна
Halyna Галина
Harold
Hedvig Hedviga Jadviga Hedwig
Heike
Helén Elena Jelena
Helga
Henrietta Henrieta Henriette
Henrik Enric Heinrich Henrich Генріх Henry
Hermina Ermina Hermine
Hugó Hugo
Ibolya Viorica Ljubica Viola Віола Violet Violeta
Ida Іда
Ignác Ignat Ignjat Ignác Гнат Ignatius Ignaz
Ignac
Ihor Ігор Игорь Igor
Ildikó Ildiko Ільдіко
Ilka
Illés Ilie Ilija Eliáš Ілля
Ilona Ileana Elena Jelena Helena Олена Ілона Helene Helen
Imre Emeric Imrih Mirko Imrich Емерик Імре Emmerich Emericus Emery
Ingrid
Ionel Ionuț
Irén Irina Irena Ірина Irene
Irma Ірма
István Ștefan Stevan Stefan Stjepan Štefan Степан Стефан Стівен Stephan Stephanus Stephen Steven
Iván Иван
Ivett Iveta Yvette
Izabella Isabela Izabela Ізабелла Isabella
Izidor Isidor
Jakab Iacob Jakov Jakub Яків Jakob Jacobus James
János Ioan Ion Jovan Ivan Ján Іван Янош Johann Johannes John
Jaroslav Ярослав
Jennifer
Jenő Eugen Evgenije Євген Eugenius Eugene
Johanna Ioana Jovana Johana
Jolán Iolanda Jolanda Йоланта Yolanda
Jolana Йолана
József Iosif Josif Josip Jozef Йосип Josef Joseph Iosephus
Judit Iudita Judita Юдита Judith
Júlia Iulia Julija Juliana Юлія Julia
Julianna Iuliana Julijana Юліана Juliana
Jürgen
Kálmán Coloman Koloman Коломан Colomannus
Kamilla Kamila
Karolina Carolina Кароліна Caroline
Karolína
Károly Carol Karlo Dragutin Karol Карл Кароль Karl Carolus Charles
Kata Kati Kate
Katalin Ecaterina Caterina Katarina Katarína Катерина Katharina Catherine Catharina
Kázmér Cazimir Kazimir Казимир Kasimir
Kevin
Kinga Кінга
Kitti Kitty
Klára Clara Klara Клара
Klaudia Claudia Klaudija
Klaus
Konrád Conrad Konrad
Kornél Corneliu Kornel Cornelius
Kornélia Cornelia Kornelija
Kristína
Kristóf Cristofor Kristofor Krištof Христофор Christoph Christopher
Krisztián Cristian Kristijan Kristián Christian
Krisztina Cristina Hristina Kristina Христина Christina Christine
Lajos Ludovic Ljudevit Lajoš Ľudovít Людовик Людвіг Ludwig Ludovicus Louis Lewis
László Vasile Ladislau Ladislav Vladislav Василь Владислав Ладіслав Ladislaus Leslie
Laura
Lázár Lazăr Lazar Лазар Lazarus
Lehel
Leila
Lénárd Leonard Leonhard
Lenke Elena Lenka
Levente
Lídia Lidia Lidija Лідія Lydia
Lilla Lila
Linda
Lipót Leopold Леопольд Leopoldus
Liudmyla Людмила Ludmila
Lívia Livia Lívija
Liviu
Lóránd Lóránt Loránd Roland
Lőrinc Laurențiu Lovro Lavrentije Vavrinec Лаврентій Lorenz Laurentius Lawrence
Ľubomír Lubomir Любомир
Lucia Lucija Lúcia
Luis Luís
Lujza Luiza Lujza Луїза Luise Louise
Lukács Luca Luka Lukáš Лука Lukas Lucas Luke
Magda Магда
Magdolna Magdalena Magdaléna Магдалина Magdalene
Marcell Marcel
Margit Margareta Margita Маргарита Margarethe Margaret
Mária Maria Marija Марія Marie Mary
Marius
Márk Marcu Marko Marek Марко Markus Mark
Márta Marta Марта Martha
Márton Martin Мартин Martinus
Máté Matei Matej Matija Матвій Matthäus Matthew
Mateja Матей
Mátyás Matia Matija Matej Матіяш Matthias
Melinda
Melitta Melita
Menyhért Melchior Melkior Мельхіор
Mercédesz Mercedes
Miguel
Mihaela Michaela
Mihály Mihai Mihail Mihajlo Mihailo Michal Михайло Michael
Miklós Nicolae Nikola Mikuláš Микола Nikolaus Nicolaus Nicholas
Milada
Milán Milan Мілан
Milica Милица
Miloš Милош
Mirella
Miroslav Мирослав
Monika Monica Mónika Моніка
Mózes Moise Mojsije Mojžiš Мойсей Moses
Nadia Надія
Nancy
Nándor Ferdinand Фердинанд
Natália Natalia Natalija Наталія Наталья
Nenad Ненад
Nikolett Nicoleta Nikoleta Nicole
Nikoletta
Noémi Noemi
Nóra Nora
Norbert Норберт
Ödön Edmund Едмунд
Oksana Оксана
Oleh Олег Oleg
Olga Ольга
Olha
Olivér Oliver Olivier
Orbán Urban Urbanus
Orsolya Ursula Uršula Урсула
Ottília Otilia Otilija
Ottilie
Ottó Otto Отто
Ovidiu
Pablo
Pál Pavel Pavle Pavol Павло Paul Paulus
Patrícia Patricia Patricija
Patrik Patrick Patricius
Paula Паула Pavla
Péter Petru Petar Peter Петро Petrus
Petra Петра
Pilar
Piroska Prisca Piroška Пірошка
Radovan Радован
Rafael Rafail Рафаїл Raphael
Rajmund Raimund Raymond
Rebeka Rebeca Ревека Rebecca
Reghina Regína
Regina Регіна
Réka
Renáta Renata Renate Рената
Rezső Rudolf Рудольф Rudolph
Richárd Richard Rihard Річард
Rita Рита
Róbert Robert Роберт
Rodica
Rómeó Romeo
Ronald
Róza
Rozália Rozalia Ruža Rozália Розалія Rosalia Rose Rosalie Rozalija
Rozina Rosina Розина
Rózsa Roza Ruža Роза Rosa Rose
Rudolf Рудольф
Sámuel Samuil Samuel Самуїл
Sándor Alexandru Aleksandar Alexander Олександр Шандор
Sára Sara Сара Sarah
Sarolt
Sarolta Carlota Šarlota Шарлотта Charlotte
Sebestyén Sebastian Sebastijan Šebastián Себастьян
Serhii Сергій Сергей Sergiu
Simon Simion Simeon Šimon Симон Семен
Slobodan Слободан
Snežana Снежана
Sorin Sorina
Stanislav Станіслав
Svitlana Svetlana Світлана Светлана
Szabina Sabina Sabine
Szabolcs Саболч
Szilárd Silard
Szilvána Silvana
Szilveszter Silvestru Silvester Сильвестр Sylvester
Szilvia Silvia Silvija Сильвія Sylvia
Szimonetta Simona Simone
Szörény Severin
Tamás Toma Tomáš Тома Хома Thomas
Tekla Thekla
Teréz Terézia Tereza Terezija Terézia Терезія Theresia Theresa
Tetyana Tatiana Tatjana Тетяна Татьяна
Tibor Tiberiu Tiberije Тіберій Tiberius
Tihamér Tihomir Тихомир
Timea Тімея
Titusz Titus
Tivadar Teodor Todor Тодор Федір Theodor Theodore
Tóbiás Tobias Tobija Tobiáš
Traian
Tünde
Ubul Hubert
Ulrik Ulrich
Urszula
Valéria Valeria Valerija Валерія Valerie
Vanda Wanda
Vazul Vasilije
Vendel Vendelin Wendelin
Vera Віра
Veronika Veronica Вероніка
Viktor Victor Віктор
Viktória Victoria Viktorija Вікторія
Vilma Vilhelmina Wilhelmina Вільма
Vilmos Vilhelm Viljem Viliam Вільгельм Wilhelm Guilelmus William
Vince Vincențiu Vinko Vincent Вінцент Vincentius
Viorel
Virág Florica Cvijeta Kvetoslava
Vitus
Vivien Viviana Vivian
Vladimír Vladimir Владимир Володимир
Walter
Wolfgang
Xénia Xenia Ksenija Ксенія
Yurii Юрий
Zdenek Zdeněk Zdenko
Zénó Zeno
Zita Зіта
Zoárd
Zoltán Zoltan Золтан Zoltán
Zoran Зоран
Zsanett Janeta Jeannette
Zsigmond Sigismund Sigmund Žigmund Сигізмунд Sigismundus
Zsófia Sofia Sofija Žofia Софія Sophie Sophia
Zsolt Жолт
Zsombor
Zsuzsanna Zsuzsa Suzana Zuzana Жужанна Сусанна Susanna Susanne Susan
Едіт
Корнель
Роланд
Юдіт
Ібоя
Јелена
Јован
"""


@cache
def _lines_of() -> dict[str, frozenset[int]]:
    """Numbers of the lines in which a spelling stands, by the spelling's sounding and by its passport forms."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(FORMS.strip().splitlines()):
        for form in line.split():
            for key in _keys(form):
                found.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _keys(word: str) -> set[str]:
    return {sounding(word), *passport_forms(word)} - {""}


def are_forms_of_one_name(one: str, other: str) -> bool:
    """Whether two given names (single words, any spelling or script) are known forms of one name."""
    lines = _lines_of()
    ours = frozenset[int]().union(*(lines.get(key, frozenset()) for key in _keys(one)))
    theirs = frozenset[int]().union(*(lines.get(key, frozenset()) for key in _keys(other)))
    return bool(ours & theirs)


def is_given_name(word: str) -> bool:
    """Whether a word, in any spelling or script, is a given name of the table."""
    return any(key in _lines_of() for key in _keys(word))

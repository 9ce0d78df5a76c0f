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
Ádám Adam Адам
Adél Adela Adele
Ágnes Agneta Agnija Agnesa Агнеса Agnes Agneza
Ágoston Augustin Avgustin Августин Augustinus
Albert Adalbert Альберт
Alexandra Олександра Aleksandra
Alfréd Alfred
Aliz Alisa Alice Аліса
Amália Amalia Amalija Амалія
András Andrei Andrija Andrej Ondrej Андрій Andreas Andrew
Andrea Андреа
Anikó Anna
Anna Ana Ганна Анна Hanna Anne
Antal Anton Antun Антон Antonius Anthony
Aranka Aurelia Zlata
Aurél Aurel Aurelius
Balázs Vlasie Blaž Blažej Власій Blasius Blaise
Bálint Valentin Valentín Валентин Valentinus
Barnabás Barnaba Варнава
Bartalan Bertalan Bartolomeu Vartolomej Bartolomej Варфоломій Bartholomäus
Béla Adalbert Vojislav Vojtech Войтех Bela Adalbertus
Benedek Benedict Benedikt Бенедикт
Boldizsár Baltazar Balthasar
Borbála Barbara Varvara Barbora Варвара
Cecília Cecilia Cecilija Цецилія
Dániel Daniel Danilo Данило
Dávid David Давид
Dénes Dionisie Dionizije Dionýz Діонісій Dionysius Dennis
Dezső Dezideriu Deziderije Dezider Desiderius
Domokos Dominic Dominik Домінік Dominicus
Dorottya Doroteea Doroteja Dorota Дорота Dorothea
Ede Eduard Edvard Едуард Edward
Edit Edita Едіта Edith
Elek Alexie Aleksije Alexej Олексій Alexius
Éliás Illés Ilie Ilija Eliáš Ілля Elias
Elza Elsa Ельза
Emil Еміль
Emília Emilia Emilija Емілія
Endre Andrei Andrija Andrej Ondrej Андрій Andreas
Erika Еріка
Ernő Ernest Ernő Ernst Ернест
Erzsébet Elisabeta Elizabeta Jelisaveta Alžbeta Єлизавета Елізабета Elisabeth Elizabeth
Eszter Estera Ester Естер Esther
Etelka Adela Etela
Éva Eva Єва Eve
Ferenc Francisc Franjo František Франц Ференц Franz Franciscus Francis Frank Franja
Frigyes Frideric Friedrich Fridrik Fridrich Fredericus
Gábor Gavril Gavrilo Gabriel Гавриїл Gabor
Gábriel Gavril Gavrilo Gabriel
Gáspár Gaspar Gašpar Kaspar Caspar
Gellért Gerard Gerhard Gerardus
Gergely Grigore Grgur Grigorije Gregor Григорій Gregorius Gregory Gergej
Gertrúd Gertruda Gertrude
Gizella Ghizela Gizela Гізела Gisela
Gusztáv Gustav Густав
Gyöngyi Perla Margareta
György Gheorghe George Đorđe Juraj Georgije Юрій Георгій Georg Georgius
Györgyi Georgeta Georgia
Gyula Iuliu Julije Đula Július Юлій Дюла Julius
Hajnalka Aurora Zora Зоряна
Hedvig Hedviga Jadviga Hedwig
Helén Elena Jelena
Henrik Enric Heinrich Henrich Генріх Henry
Hermina Ermina Hermine
Ibolya Viorica Ljubica Viola Віола Violet Violeta
Ida Іда
Ignác Ignat Ignjat Ignác Гнат Ignatius Ignaz
Illés Ilie Ilija Eliáš Ілля
Ilona Ileana Elena Jelena Helena Олена Ілона Helene Helen
Imre Emeric Imrih Mirko Imrich Емерик Імре Emmerich Emericus Emery
Irén Irina Irena Ірина Irene
István Ștefan Stevan Stefan Stjepan Štefan Степан Стефан Стівен Stephan Stephanus Stephen Steven
Izabella Isabela Izabela Ізабелла Isabella
Jakab Iacob Jakov Jakub Яків Jakob Jacobus James
János Ioan Ion Jovan Ivan Ján Іван Янош Johann Johannes John
Jenő Eugen Evgenije Євген Eugenius Eugene
Jolán Iolanda Jolanda Йоланта Yolanda
József Iosif Josif Josip Jozef Йосип Josef Joseph Iosephus
Judit Iudita Judita Юдита Judith
Júlia Iulia Julija Juliana Юлія Julia
Julianna Iuliana Julijana Юліана Juliana
Kálmán Coloman Koloman Коломан Colomannus
Karolina Carolina Кароліна Caroline
Károly Carol Karlo Dragutin Karol Карл Кароль Karl Carolus Charles
Katalin Ecaterina Caterina Katarina Katarína Катерина Katharina Catherine Catharina
Kázmér Cazimir Kazimir Казимир Kasimir
Klára Clara Klara Клара
Kornél Corneliu Kornel Cornelius
Kornélia Cornelia Kornelija
Kristóf Cristofor Kristofor Krištof Христофор Christoph Christopher
Krisztina Cristina Hristina Kristina Христина Christina Christine
Lajos Ludovic Ljudevit Lajoš Ľudovít Людовик Людвіг Ludwig Ludovicus Louis Lewis
László Vasile Ladislau Ladislav Vladislav Василь Владислав Ладіслав Ladislaus Leslie
Lázár Lazăr Lazar Лазар Lazarus
Lenke Elena Lenka
Lídia Lidia Lidija Лідія Lydia
Lipót Leopold Леопольд Leopoldus
Lőrinc Laurențiu Lovro Lavrentije Vavrinec Лаврентій Lorenz Laurentius Lawrence
Lujza Luiza Lujza Луїза Luise Louise
Lukács Luca Luka Lukáš Лука Lukas Lucas Luke
Magda Магда
Magdolna Magdalena Magdaléna Магдалина Magdalene
Márk Marcu Marko Marek Марко Markus Mark
Márta Marta Марта Martha
Márton Martin Мартин Martinus
Margit Margareta Margita Маргарита Margarethe Margaret
Mária Maria Marija Марія Marie Mary
Máté Matei Matej Matija Матвій Matthäus Matthew
Mátyás Matia Matija Matej Матіяш Matthias
Menyhért Melchior Melkior Мельхіор
Mihály Mihai Mihail Mihajlo Mihailo Michal Михайло Michael
Miklós Nicolae Nikola Mikuláš Микола Nikolaus Nicolaus Nicholas
Mózes Moise Mojsije Mojžiš Мойсей Moses
Nándor Ferdinand Фердинанд
Ödön Edmund Едмунд
Olga Ольга
Orbán Urban Urbanus
Orsolya Ursula Uršula Урсула
Ottó Otto Отто
Ottília Otilia Otilija
Pál Pavel Pavle Pavol Павло Paul Paulus
Paula Паула Pavla
Péter Petru Petar Peter Петро Petrus
Piroska Prisca Piroška Пірошка
Rafael Rafail Рафаїл Raphael
Rebeka Rebeca Ревека Rebecca
Regina Регіна
Rezső Rudolf Рудольф Rudolph
Róbert Robert Роберт
Rozália Rozalia Ruža Rozália Розалія Rosalia Rose Rosalie Rozalija
Rózsa Roza Ruža Роза Rosa Rose
Rozina Rosina Розина
Rudolf Рудольф
Sámuel Samuil Samuel Самуїл
Sándor Alexandru Aleksandar Alexander Олександр Шандор
Sára Sara Сара Sarah
Sarolta Carlota Šarlota Шарлотта Charlotte
Sebestyén Sebastian Sebastijan Šebastián Себастьян
Simon Simion Simeon Šimon Симон Семен
Szilveszter Silvestru Silvester Сильвестр Sylvester
Szilvia Silvia Silvija Сильвія Sylvia
Tamás Toma Tomáš Тома Хома Thomas
Teréz Terézia Tereza Terezija Terézia Терезія Theresia Theresa
Tibor Tiberiu Tiberije Тіберій Tiberius
Tihamér Tihomir Тихомир
Timea Тімея
Tivadar Teodor Todor Тодор Федір Theodor Theodore
Tóbiás Tobias Tobija Tobiáš
Valéria Valeria Valerija Валерія Valerie
Vendel Vendelin Wendelin
Vera Віра
Veronika Veronica Вероніка
Viktor Victor Віктор
Viktória Victoria Viktorija Вікторія
Vilma Vilhelmina Wilhelmina Вільма
Vilmos Vilhelm Viljem Viliam Вільгельм Wilhelm Guilelmus William
Vince Vincențiu Vinko Vincent Вінцент Vincentius
Virág Florica Cvijeta Kvetoslava
Zoltán Zoltan Золтан Zoltán
Zsigmond Sigismund Sigmund Žigmund Сигізмунд Sigismundus
Zsófia Sofia Sofija Žofia Софія Sophie Sophia
Zsuzsanna Zsuzsa Suzana Zuzana Жужанна Сусанна Susanna Susanne Susan
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

"""Faults of fact: in the record, and in the words against the record."""

from __future__ import annotations

from tests.check.mutations.table import plants, swap
from tests.check.planting import at_line_of, both, in_record, in_words, per_language

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Saturday"], "fr": ["lundi", "mardi", "mercredi", "samedi"],
    "es": ["lunes", "martes", "miércoles", "sábado"], "ru": ["понедельник", "вторник", "среду", "субботу"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "السبت"], "zh": ["星期一", "星期二", "星期三", "星期六"],
}  # fmt: skip
THURSDAY = {
    "en": "Thursday|Friday",
    "fr": "jeudi|vendredi",
    "es": "jueves|viernes",
    "ru": "четверг|пятницу",
    "ar": "الخميس|الجمعة(?=،)",
    "zh": "星期四|星期五",
}
plants("FA101", per_language(**{k: in_words(THURSDAY[k], *WEEKDAYS[k]) for k in LANGUAGES}))
plants(
    "FA102",
    swap(
        en=("29(?= June)", "31"),
        fr=("29(?= juin)", "31"),
        es=("29(?= de junio)", "31"),
        ru=("29(?= июня)", "31"),
        ar=("29(?= حزيران)", "31"),
        zh=("29(?= 日举行。)", "31"),
    ),
    swap(
        en=("25 to 29(?= June)", "29 to 25"),
        fr=("25 au 29", "29 au 25"),
        es=("25 al 29", "29 al 25"),
        ru=("25–29", "29–25"),
        ar=("25 إلى 29", "29 إلى 25"),
        zh=("25 日至 29 日", "29 日至 25 日"),
    ),
)
IN_MEETING = "plenary meeting|séance plénière|sesión plenaria|пленарном заседании|الجلسة العامة|全体会议"
plants(
    "FA103",
    per_language(
        en=in_words("(?<=the )morning", "afternoon", "evening", within=IN_MEETING),
        fr=in_words("(?<=le )matin", "soir", within=IN_MEETING),
        es=in_words("(?<=la )mañana", "tarde", "noche", within=IN_MEETING),
        ru=in_words("утром", "вечером", within=IN_MEETING),
        ar=in_words("صباح", "مساء", within=IN_MEETING),
        zh=in_words("上午(?=举行)", "下午", "晚上", within=IN_MEETING),
    ),
    per_language(
        en=in_words("29(?= May(?: 2025)?,)", "28", within="second plenary"),
        fr=in_words("29(?= mai)", "28", within="deuxième séance plénière"),
        es=in_words("29(?= de mayo)", "28", within="segunda sesión plenaria"),
        ru=in_words("29(?= мая)", "28", within="втором пленарном"),
        ar=in_words("29(?= أيار)", "28", within="الجلسة العامة الثانية"),
        zh=in_words("29(?= 日下午)", "28", within="第二次全体会议"),
    ),
)
plants(
    "FA104",
    swap(
        en=("third(?= plenary)", "ninth"),
        fr=("troisième(?= séance)", "neuvième"),
        es=("tercera(?= sesión)", "novena"),
        ru=("третьем(?= пленарном)", "девятом"),
        ar=("(?<=الجلسة العامة )الثالثة", "التاسعة"),
        zh=("(?<=第)三(?=次全体)", "九"),
    ),
)
plants(
    "FA105",
    at_line_of(in_record(r"(?<=- \{number: )2(?=, date)", "4", "7"), r"^  - \{number: 3", "record"),
    in_record(r"(?<=number: 3, date: 2025-05-)30", "29", "28"),
)
plants("FA106", in_record('(?<=closed: ")12:55', "9:55", "10:30"), in_record('(?<=opened: ")10:40', "22:40", "13:10"))
plants(
    "FA107",
    swap(
        en=("10.40(?= a)", "10.50"),
        fr=("10 h 40", "10 h 50"),
        es=("10.40", "10.50"),
        ru=("10 ч. 40", "10 ч. 50"),
        ar=("40/10", "50/10"),
        zh=("10 时 40", "10 时 50"),
    ),
    swap(
        en=("1.05(?= p)", "1.15"),
        fr=("13 h 5", "13 h 15"),
        es=("13.05", "13.15"),
        ru=("13 ч. 05", "13 ч. 15"),
        ar=("05/13", "15/13"),
        zh=("1 时 05", "1 时 15"),
    ),
)
plants("FA108", in_record("(?<=in-favour: )8", "80", "12"))
plants(
    "FA109",
    in_record(r"(?<=against: \[DEU, )IDN", "DZA", "FRA"),
    in_record(r"(?<=abstaining: \[)KEN", "VAT", "ZWE", "DEU"),
)
plants("FA110", in_record("(?<=in-favour: )8", "1", "2"))
plants(
    "FA111",
    in_record("(?<=method: )show-of-hands", "recorded", "roll-call"),
    at_line_of(in_record("(?<=method: )recorded", "show-of-hands", "secret-ballot"), r"in-favour: \[", "record"),
)
plants(
    "FA112",
    swap(
        en=("8 votes to 2", "9 votes to 2"),
        fr=("8 voix contre 2", "8 voix contre 3"),
        es=("8 votos contra 2", "8 votos contra 3"),
        ru=("8 голосами против 2", "7 голосами против 2"),
        ar=("8 أصوات مقابل صوتين", "8 أصوات مقابل 3 أصوات"),
        zh=("8 票赞成、2 票", "8 票赞成、3 票"),
    ),
    swap(
        en=("7 votes to 2", "6 votes to 2"),
        fr=("7 voix", "6 voix"),
        es=("7 votos", "6 votos"),
        ru=("7 голосами", "6 голосами"),
        ar=("7 أصوات", "6 أصوات"),
        zh=("7 票赞成", "6 票赞成"),
    ),
)
plants("FA113", in_record(r"(?<=eastern-european: \[)UKR", "UKR, SVK"), in_record(r"(?<=weog: \[FRA, )DEU", "DEU, ESP"))
plants(
    "FA114",
    in_record(r"(?<=eastern-european: \[)UKR", "TUR", "ESP"),
    in_record(r"(?<=asia-pacific: \[CHN, )IDN", "AUS", "ARM", "MEX"),
)
SEATS = {
    "en": r"(?<=States: )[12](?= seat)",
    "fr": r"(?<= : )[12](?= siège)",
    "es": r"(?<=: )[12](?= puesto)",
    "ru": r"(?<=: )[12](?= мест)",
    "ar": r"(?<=: )[12](?= مقعد)",
    "zh": r"(?<= )[12](?= 个席位)",
}
plants(
    "FA115",
    per_language(**{k: in_words(v, "5", "7") for k, v in SEATS.items()}),
    swap(
        en=("among nine", "among eight"),
        fr=("entre 9", "entre 8"),
        es=("entre 9", "entre 8"),
        ru=("между 9", "между 8"),
        ar=("على 9", "على 8"),
        zh=("执行局 9 名", "执行局 8 名"),
    ),
)
plants(
    "FA116",
    swap(
        en=("Egypt(?=, had)", "France"),
        fr=("Égypte(?=, s’é)", "France"),
        es=("Egipto(?=, se)", "Francia"),
        ru=("Египет(?=, заранее)", "Франция"),
        ar=("ومصر(?=، على)", "وفرنسا"),
        zh=("埃及(?=已事先)", "法国"),
    ),
)
plants("FA117", in_record(r"(?<=term: )\[2025, 2029\]", "[2029, 2025]"))
plants(
    "FA118",
    in_words(r"2025([–-])2029(?=[^\n]*[:：]\"?$)", r"2025\g<1>2028"),
    in_words(r"2025([–-])2029(?=[^\n]*[.。]$)", r"2025\g<1>2031", r"2023\g<1>2029"),
)
plants(
    "FA119", in_record("(?<=rapporteur, state: )BRA", "KEN", "SVK"), in_record("(?<=office: )rapporteur", "president")
)
plants(
    "FA120",
    swap(
        en=("two(?= posts)", "three"),
        fr=("deux(?= postes)", "trois"),
        es=("dos(?= puestos)", "tres"),
        ru=("два(?= места)", "три"),
        zh=("两(?=个副主席)", "三"),
    ),
)
plants(
    "FA121",
    swap(
        en=("12(?= member)", "13"),
        fr=("12(?= États)", "13"),
        es=("12(?= Estados)", "13"),
        ru=("12(?= государств)", "13"),
        ar=("12(?= دولة)", "13"),
        zh=("12(?= 个人居)", "13"),
    ),
)
plants(
    "FA122",
    in_record(r"(?<=EGY, )FRA(?=, DEU, IDN, KEN, SVK)", "EGY", "DZA", "VAT"),
    in_record(r"(?<=observer-states: \[)VAT", "ESP"),
)
NAMES = {
    "en": "Barbados, ",
    "fr": "Barbade, ",
    "es": "Barbados, ",
    "ru": "Барбадос, ",
    "ar": "بربادوس، ",
    "zh": "巴巴多斯、",
}
plants(
    "FA123",
    per_language(**{k: in_words(v, "") for k, v in NAMES.items()}),
    swap(
        en=("Slovakia and", "Slovenia and"),
        fr=("Slovaquie et", "Slovénie et"),
        es=("Eslovaquia, F", "Eslovenia, F"),
        ru=("Словакия, У", "Словения, У"),
        ar=("سلوفاكيا، ", "سلوفينيا، "),
        zh=("斯洛伐克和", "斯洛文尼亚和"),
    ),
)
plants("FA124", at_line_of(in_record("(?<=none: )180", "181", "179"), "^  formal", "record"))
plants("FA125", both(in_record("(?<=informal: )8", "3"), in_record("(?<=none: )180", "185")))
plants(
    "FA126",
    swap(
        en=("5(?= member States had)", "6"),
        fr=("5(?= États membres avaient)", "6"),
        es=("5(?= Estados miembros hab)", "6"),
        ru=("5(?= государств-членов пред)", "6"),
        ar=("5(?= دول أعضاء)", "6"),
        zh=("5(?= 个会员国提交)", "6"),
    ),
    in_words(r"180(?= (?:member|États|Estados|государств|دولة|个))", "181"),
)
TITLE = {
    "en": "(?<=entitled “)Strategic plan",
    "fr": "(?<=intitulé «\u00a0)Plan stratégique",
    "es": "(?<=titulado “)Plan estratégico",
    "ru": "(?<=озаглавленный «)Стратегический план",
    "ar": "(?<=بعنوان ”)الخطة الاستراتيجية",
    "zh": "(?<=题为“2026–2029 年期间)战略计划",
}
OTHER = {
    "en": "Strategic planning",
    "fr": "Programme stratégique",
    "es": "Programa estratégico",
    "ru": "Стратегические планы",
    "ar": "الخطط الاستراتيجية",
    "zh": "战略方案",
}
plants("FA127", per_language(**{k: in_words(TITLE[k], OTHER[k]) for k in LANGUAGES}))
plants(
    "FA128",
    per_language(
        **{k: in_words("Jirón(?! nam)", "Jiron", within="^      - ") for k in ("en", "fr", "es", "zh")},
        ru=in_words("Окелло(?=\\.)", "Окело", "Окилло"),
    ),
    per_language(
        **{
            k: in_words("(?<=James )Okello(?=[. ])", "Okelo", "Okkello", within="^      - ")
            for k in ("en", "fr", "es", "zh")
        }
    ),
)
plants(
    "FA129",
    swap(
        en=("Ms. (?=Paola Jirón n)", "Mr. "),
        fr=("Mme (?=Paola Jirón a)", "M. "),
        es=("la Sra. (?=Paola Jirón m)", "el Sr. "),
        zh=("(?<=Jirón )女士(?=在发)", "先生"),
        ru=("г-жа (?=Паола)", "г-н "),
    ),
    per_language(en=in_words("He(?= thanked)", "She"), zh=in_words("他(?=感谢)", "她")),
)
plants("FA130", in_record(r"(?<=grulac: \[BRB, )BRA", "BRB"), in_record(r"(?<=weog: \[FRA, )DEU", "VAT", "FRA"))
plants("FA131", in_record("(?<=manner: )vote(?=, vote)", "consensus"), in_record("(?<=on: )2/6", "2/7"))
plants("FA132", in_words(r"(?<=vote: plan\n        words: )[^\n]*", "XYZ."))
plants("FA133", in_words(r"1500(?=\])", "1600", "150", "1501"))
plants(
    "FA134",
    per_language(
        en=in_words(
            r"^(        words: The draft decision was adopted by 8 votes[^\n]*\n)",
            r"\1      - 'In favour: Algeria, Kenya.'\n",
        ),
        zh=in_words(r"^(        words: [^\n]*8 ?票赞成[^\n]*\n)", "\\1      - '赞成：阿尔及利亚、肯尼亚。'\n"),
    ),
)

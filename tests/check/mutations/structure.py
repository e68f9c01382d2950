"""Faults of identity, structure, numbering, footnotes and references."""

from __future__ import annotations

from tests.check.mutations.table import each, plants, swap
from tests.check.planting import PARAGRAPH, at_line_of, both, in_record, in_words, insert, per_language

HELD = r"session: held\n\s+words:.*"

# --- identity --------------------------------------------------------------------------------------------------------
plants(
    "ID101",
    in_record(r"(?<=symbol: )HSP/HA\.2/99", "HSP/HA2//99", "hsp/ha.2/99", "HSP/HA.2/", "HSP HA.2 99"),
    in_record(r"(?<=provisional-agenda: )HSP/HA\.2/12", "HSP/HA.2", "HSP/HA.2/12/", "HSP/HA.2/12*"),
)
plants("ID102", in_record(r"(?<=symbol: HSP/HA\.)2", "3", "1", "5"))
plants("ID103", insert("[--]", "[TBD]", "XXX", "TBC", "[xx]", "HSP/HA.2/[--]", "???", "[…]"))
plants("ID104", in_record(r"(?<=^date: 2025-)06-14", "05-14", "05-29", "04-30"))
plants("ID105", in_record(r"(?<=- date: 2025-)08-06", "06-01", "05-06", "06-14"))
plants(
    "ID106",
    swap(  # the first line of the file that names the session is the title
        en=(r"(?<=on its )second(?= session)", "third"),
        fr=("(?<=Habitat sur sa )deuxième", "troisième"),
        es=("(?<=sobre su )segundo", "tercer"),
        ru=("(?<=работе ее )второй", "третьей"),
        ar=("(?<=عن دورتها )الثانية", "الثالثة"),
        zh=("^(  - 联合国人居大会第)二", r"\1三"),
    ),
)
plants(
    "ID107",
    in_words(HELD, lambda hit, random: hit.group().replace("30", random.choice(["31", "28"]).replace("28", "31"))),
)
plants("ID108", in_record("(?<=distribution: )general", "limited", "restricted"))
plants("ID109", in_record("^original: en", "original: en\nlanguage-only: [xx]"))
plants(
    "ID110",
    in_record("(?<=number: )K2510999", "K25-10999", "GE.25-10999", "K2210999"),
    per_language(zh=in_record(r"zh: \[2025-06-14, 2025-06-20\]", "zh: [2025-06-20, 2025-06-14]")),
)
plants(
    "ID116",
    at_line_of(
        per_language(
            en=in_words("^agenda:", "symbol-notes:\n  - Reissued for technical reasons on 6 August 2025.\nagenda:"),
            fr=in_words(
                "^agenda:", "symbol-notes:\n  - Nouveau tirage pour raisons techniques (6 août 2025).\nagenda:"
            ),
            es=in_words(
                "^agenda:",
                "symbol-notes:\n  - Publicado nuevamente por razones técnicas el 6 de agosto de 2025.\nagenda:",
            ),
            ru=in_words(
                "^agenda:", "symbol-notes:\n  - Переиздано по техническим причинам 6 августа 2025 года.\nagenda:"
            ),
            zh=in_words("^agenda:", "symbol-notes:\n  - 由于技术原因于 2025 年 8 月 6 日重发。\nagenda:"),
            ar=in_words("^agenda:", "symbol-notes:\n  - أعيد إصدارها لأسباب فنية في 6 آب/أغسطس 2025.\nagenda:"),
        ),
        r"(?<=^symbol-notes:\n)  - ",
    ),
)
plants("ID111", at_line_of(in_record("^place: nairobi\n", ""), "^symbol", "record"))
plants(
    "ID112",
    at_line_of(
        in_record("^original: en", "original: en\nparent: {symbol: HSP/HA.2/50, relation: corrigendum}"),
        "^symbol",
        "record",
    ),
)
PLACES = {
    "en": ("Nairobi", "Geneva"),
    "fr": ("Nairobi", "Genève"),
    "es": ("Nairobi", "Ginebra"),
    "ru": ("Найроби", "Женеве"),
    "ar": ("نيروبي", "جنيف"),
    "zh": ("内罗毕", "日内瓦"),
}
plants(
    "ID113",
    per_language(
        **{
            language: in_words(HELD, lambda hit, _, pair=pair: hit.group().replace(*pair))
            for language, pair in PLACES.items()  # type: ignore[misc]
        }
    ),
)
plants(
    "ID114",
    at_line_of(
        both(
            in_record("(?<=symbol: HSP/HA.2/)99", "SR.7", "PV.3"),
            in_record("(?<=kind: )session-report", "summary-record"),
        ),
        "^symbol",
        "record",
    ),
)
plants("ID115", in_record("(?<=symbol: HSP/HA.2/)99", "99-S/2025/632", "99–A/80/1–S/2025/2"))

# --- numbering -------------------------------------------------------------------------------------------------------
FIRST = PARAGRAPH.replace(r"\"?(?=\S)", r"(?=\w)")
plants(
    "NU101",
    in_words(FIRST, r"\g<0>12. ", r"\g<0>3. "),
    in_words(r"^          - (?=\w[^\n]*[;؛；]$)(?![a-z-]+:)", r"\g<0>(b) "),
    in_words(r"(?<=^  - heading: )(?=\w)", "A. ", "IV. "),
)
ALSO = r"(?:\*Also|\*Prie également|\*Solicita también|\*просит также|تطلب أيضا|又请)"
plants(
    "NU103",
    at_line_of(
        in_words(r"^(          - .*[;؛；]\n)          - .*[;؛；]\n", r"\1"), rf"^          - [^\n]*\n      - \"?{ALSO}"
    ),
)
plants(
    "NU104",
    in_words(r"^(          - [^\n]*?)\s?[;؛；](?=\n)", r"\1", r"\1,"),
    in_words(r"^(              - [^\n]*?)\s?[;؛；](?=\n)", r"\1"),
    in_words(r"(?<=paragraph: )\"?([^\n\"]+?)\s?[:：]\"?$", r'"\1."'),
)
FORUM = "\\1      - heading: Forum\n        body:\n          - Forum X.\n"
plants(
    "NU105",
    at_line_of(
        in_words(r"^(  - heading: [^\n]*\n    agenda: \[other-matters\]\n    body:\n)", FORUM), "heading: Forum"
    ),
)
plants(
    "NU127",
    in_words(r"^(          - )([^\n:]{20,}[;؛；])\n(          - item: )", r"\1\2\n\1\2\n\3"),
)
plants("NU128", in_record("(?<=kind: )session-report", "summary-record", "verbatim-record"))
plants("NU130", in_record("(?<=kind: )session-report", "letter"))
plants(
    "NU129",
    at_line_of(in_record("(?<=kind: )session-report", "draft-resolution"), "number: 2/6", "record"),
)
plants(
    "NU106",
    in_words(r"(?<=^  - heading: )([^\n]+)", r"\1."),
    in_words(r"(?<=^  - heading: )([^\n]+)", lambda hit, _: hit.group().upper()),
)
plants("NU107", per_language(en=in_words("(?<=heading: )(Opening|Closure) of the session", r"\1 of the Session")))
plants("NU108", in_words(r"(?<=agenda: \[)(credentials|officers|strategic-plan)(?=\])", "adoption"))
plants("NU109", at_line_of(in_words(r"^    agenda: \[other-matters\]\n", ""), "^  - other-matters", "record"))
plants("NU110", in_words(r"(?<=^  - heading: )([^\n]+)(?=\n    agenda)", r"\1 2"))
plants("NU111", in_words(r"^(  (?:opening|adoption|credentials|officers|closure): [^\n]*)[.。]$", r"\1"))
ANNEX_ONE = {
    "en": ("annex I(?=[. ])", "annex II"),
    "fr": ("annexe I(?=[. ])", "annexe II"),
    "es": ("anexo I(?=[. ])", "anexo II"),
    "ru": ("приложении I(?=[. ])", "приложении II"),
    "ar": ("المرفق الأول", "المرفق الثاني"),
    "zh": ("附件一", "附件二"),
}
plants(
    "NU112",
    at_line_of(per_language(**{k: in_words(*v) for k, v in ANNEX_ONE.items()}), r"(?<=- id: decisions\n)    title"),
)
plants(
    "NU113",
    both(
        in_record("(?<=number: )2/7", "2/9"),
        in_words(r"^  2/7:", "  2/9:"),
        in_words("decision: 2/7", "decision: 2/9"),
        in_words(r"2/7\]", "2/9]"),
    ),
)
plants(
    "NU114",
    at_line_of(both(in_words(r"^      - decision: 2/7\n", ""), in_words(r", 2/7\]", "]")), "number: 2/7", "record"),
)
plants(
    "NU115",
    in_words(
        r"(?<=^      - )(\"?\*?(?:Recalling|Noting|Rappelant|Notant|Recordando|Observando|ссылаясь|отмечая|إذ تشير|وإذ تلاحظ|回顾其|注意到)[^\n]*?)[,،，](\"?)$",
        r"\1.\2",
        r"\1;\2",
    ),
)
OPENINGS = (
    r"\*?(?:Recalling|Noting|Rappelant|Notant|Recordando|Observando|ссылаясь|отмечая|إذ تشير|وإذ تلاحظ|回顾|注意到)\*?"
)
plants(
    "NU116",
    in_words(rf"(?<=^      - )(\"?){OPENINGS}", r"\1Xyz"),
    in_words(r"(?<=^      - \")\*(Recalling|Noting|Rappelant|Notant|Recordando|Observando|ссылаясь|отмечая)\*", r"\1"),
)
ACTIONS = r"\*?(?:Approves|Approuve|Aprueba|утверждает|توافق|核准)\*?"
plants(
    "NU117",
    in_words(rf"^(      - \"?{ACTIONS}[^\n]*?)\s?[;؛；](\[\^approved\])?(\"?)$", r"\1.\2\3"),
    in_words(
        r"^(      - \"?\*?(?:Also|Prie également|Solicita también|просит также|تطلب أيضا|又请)[^\n]*?)[.。](\"?)$",
        r"\1;\2",
    ),
)
plants("NU118", in_words(rf"(?<=^      - )(\"?){ACTIONS}", r"\1Xyz"))
plants(
    "NU119",
    swap(
        en=(r"\*Also requests\*", "*Requests*"),
        fr=(r"\*Prie également\*", "*Prie*"),
        es=(r"\*Solicita también\*", "*Solicita*"),
        ru=(r"\*просит также\*", "*просит*"),
        ar=("تطلب أيضا", "تطلب"),
        zh=("又请", "请"),
    ),
)
plants(
    "NU121",
    at_line_of(in_words(r"(?<=^  2/6:\n)", "    organ: XYZ,\n"), "    organ: XYZ"),
    at_line_of(
        per_language(
            en=in_words(r"(?<=^  2/6:\n)", "    organ: The United Nations Habitat Assembly\n"),
            zh=in_words(r"(?<=^  2/6:\n)", "    organ: 联合国人居大会\n"),
            fr=in_words(r"(?<=^  2/6:\n)", "    organ: L’Assemblée d’ONU-Habitat\n"),
            ru=in_words(r"(?<=^  2/6:\n)", "    organ: Ассамблея ООН-Хабитат\n"),
            es=in_words(r"(?<=^  2/6:\n)", "    organ: La Asamblea de ONU-Hábitat\n"),
        ),
        "    organ: ",
    ),
)
plants(
    "NU122",
    at_line_of(
        in_words(r"(?<=^  - heading: )(?:Attendance|Participation|Asistencia|Участники|الحضور|出席情况)", "Xyz"),
        r"(?<=^body:\n)  - heading",
    ),
)
plants(
    "NU124",
    in_words(
        r"^      - (?=(?:The text of|Le texte de|El texto de|Текст решения|ويرد نص|第 2/6 号)[^\n]*)",
        "      - unnumbered: ",
    ),
)
AGENDA_WORDS = {
    "en": "(agenda item 7)",
    "fr": "(point 7 de l’ordre du jour)",
    "es": "(tema 7 del programa)",
    "ru": "(пункт 7 повестки дня)",
    "ar": "(البند 7 من جدول الأعمال)",
    "zh": "（议程项目 7）",
}
plants(
    "NU125",
    per_language(
        **{
            k: at_line_of(in_words(r"(?<=^    agenda: \[officers\]\n)", f"    agenda-words: {v}\n"), "agenda-words")
            for k, v in AGENDA_WORDS.items()
        }
    ),
)

# --- footnotes -------------------------------------------------------------------------------------------------------
BEFORE, AFTER = in_words(r"([.,;؛；。])(\[\^\w+\])", r"\2\1"), in_words(r"(\[\^\w+\])([\u00a0 ]?[.,;])", r"\2\1")
plants("FN102", per_language(en=BEFORE, ar=BEFORE, zh=BEFORE, fr=AFTER, es=AFTER, ru=AFTER))
plants("FN103", in_words(r"^(  (?:swap|plan|approved): [^\n]*)[.。]$", r"\1"))
plants(
    "FN104",
    per_language(
        **{
            k: in_words(r"^(  (?:swap|plan): )([A-ZА-ЯL])", lambda hit, _: hit.group(1) + hit.group(2).lower())
            for k in ("en", "fr", "es", "ru")
        }
    ),
)
plants(
    "FN105",
    both(
        in_words(r"(?<=^  - heading: )([^\n]+)", r"\1[^extra]"),
        in_words(r"^footnotes:\n", "footnotes:\n  extra: HSP/HA.2/14.\n"),
    ),
)
FOOTNOTE_ONE = {
    "en": "See footnote 1 above.",
    "fr": "Voir note de bas de page 1 ci-dessus.",
    "es": "Véase la nota de pie de página 1 supra.",
    "ru": "См. сноску 1 выше.",
    "ar": "انظر الحاشية 1 أعلاه.",
    "zh": "见上文脚注 1。",
}
plants("FN106", per_language(**{k: in_words(r"(?<=^  approved: )[^\n]*", v) for k, v in FOOTNOTE_ONE.items()}))
plants("FN107", in_words(r"(?<=^  swap: )([^\n]*)", lambda hit, _: " ".join([hit.group()] * 60)))
plants("FN108", insert("x¹", join=" "), in_words(r"\[\^plan\]", "²", "[2]"))

# --- references ------------------------------------------------------------------------------------------------------
REFERENCE = r"((?:paragraphs?|paragraphes?|au paragraphe|párrafos?|пункт(?:е|ах)|الفقر(?:ة|تين)|上文第) )(\d+)"
plants("RF101", in_words(REFERENCE, r"\g<1>91", r"\g<1>57"))
plants(
    "RF102",
    swap(
        en=("(?<=paragraph )(\\d+) above", r"\1 below"),
        fr=(r"(\d+) ci-dessus", r"\1 ci-dessous"),
        es=(r"(\d+) supra", r"\1 infra"),
        ru=(r"(\d+) выше", r"\1 ниже"),
        ar=(r"(\d+) أعلاه", r"\1 أدناه"),
        zh=(r"上文(?=第 \d+ 段)", "下文"),
    ),
)
PAGE = {
    "en": ["(see page 12 above)"],
    "fr": ["(voir page 12 ci-dessus)"],
    "es": ["(véase la página 12 supra)"],
    "ru": ["(см. стр. 12 выше)"],
    "ar": ["(انظر الصفحة 12 أعلاه)"],
    "zh": ["见上文第 12 页，"],
}
plants("RF103", each(**PAGE))
ANNEX_NINE = {
    "en": (r"(?<=annex )II?\b", "IX"),
    "fr": (r"(?<=annexe )II?\b", "IX"),
    "es": (r"(?<=anexo )II?\b", "IX"),
    "ru": (r"(?<=приложени[еи] )II?\b", "IX"),
    "ar": (r"المرفق (?:الأول|الثاني)", "المرفق السابع"),
    "zh": ("附件[一二]", "附件七"),
}
plants("RF104", per_language(**{k: in_words(*v) for k, v in ANNEX_NINE.items()}))
plants("RF105", in_words(r"((?:agenda item|point|tema|пункта|البند|议程项目) )6", r"\g<1>12", r"\g<1>19"))
AGENDA_TITLE = {
    "en": ["the strategic plan for the period 2026–2029 (agenda item 3)"],
    "fr": ["le plan stratégique pour la période 2026-2029 (point 3 de l’ordre du jour)"],
    "es": ["el plan estratégico para el período 2026-2029 (tema 3 del programa)"],
    "ru": ["стратегический план на период 2026–2029 годов (пункт 3 повестки дня)"],
    "ar": ["الخطة الاستراتيجية للفترة 2026-2029 (البند 3 من جدول الأعمال)"],
    "zh": ["关于 2026–2029 年期间战略计划的议程项目 3，"],
}
plants("RF106", each(**AGENDA_TITLE))
plants(
    "RF107",
    in_words(
        r"((?:text of the decision|text of decision|de la décision|de la decisión|Текст решения|نص المقرر|第) )2/6",
        r"\g<1>2/9",
        r"\g<1>3/1",
    ),
)
plants(
    "RF108", in_words(r"HSP/HA\.2/13/Add\.1", "HSP/HA.2/13/add.1", "HSP/HA.2/", "HSP/HA.2//13", "HSP/HA.2/13/Add.1/")
)
plants(
    "RF109",
    per_language(
        **{k: insert("(A/73/726) xyz (A/73/726)") for k in ("en", "fr", "es", "ru", "ar")},
        zh=insert("工作（A/73/726）和报告（A/73/726），"),
    ),
)
FOOTNOTE_NINE = {k: v.replace("1", "9").rstrip(".。") for k, v in FOOTNOTE_ONE.items()}
plants(
    "RF110",
    per_language(**{k: insert(f"({v})") for k, v in FOOTNOTE_NINE.items() if k != "zh"}, zh=insert("见上文脚注 9，")),
)
plants("RF111", in_words(r"((?:in table|au tableau|en el cuadro|в таблице|таблице|في الجدول|见表) )1", r"\g<1>7"))
CHAPTER = {
    "en": ["(see chapter XIX above)"],
    "fr": ["(voir chapitre XIX ci-dessus)"],
    "es": ["(véase el capítulo XIX supra)"],
    "ru": ["(см. главу XIX выше)"],
    "zh": ["见上文第十九章，"],
}
plants("RF112", each(**CHAPTER))
plants(
    "RF113",
    each(
        en=["resolution No. 70/1", "decision No. 2/6"],
        fr=["résolution no 70/1"],
        es=["resolución núm. 70/1"],
        ru=["резолюция № 70/1"],
    ),
)
plants("RF114", each(en=["(cf. HSP/HA.2/13)"], fr=["(cf. HSP/HA.2/13)"], es=["(cf. HSP/HA.2/13)"]))

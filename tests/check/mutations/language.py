"""Faults of language: characters, words, spacing, figures."""

from __future__ import annotations

from tests.check.mutations.table import each, plants, swap
from tests.check.planting import in_words, insert, per_language

LATIN = ("en", "fr", "es")
plants(
    "LA101",
    per_language(
        zh=in_words("(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff])", " and ", within="^      - "),
        ru=in_words(r"(?<=[а-я]) и (?=[а-я])", " and ", within="^      - "),
        ar=in_words(r"(?<=[ء-ي]) في (?=[ء-ي])", " in ", " of ", within="^      - "),
    ),
)
plants("LA102", per_language(ru=in_words("о(?=[а-я])", "o", within="^      - "), ar=insert("السكنa")))
plants(
    "LA103",
    per_language(
        zh=in_words(
            "[会议国决这发说时给开来]",
            lambda hit, _: {
                "会": "會",
                "议": "議",
                "国": "國",
                "决": "決",
                "这": "這",
                "发": "發",
                "说": "說",
                "时": "時",
                "给": "給",
                "开": "開",
                "来": "來",
            }[hit.group()],
        )
    ),
)
plants(
    "LA104",
    each(
        en=["the the", "plan plan"],
        fr=["les les", "plan plan"],
        es=["los los", "plan plan"],
        ru=["план план"],
        ar=["السكن السكن"],
        zh=["工作的的住房，", "草案案，", "住房住房，"],
    ),
)
plants(
    "LA105",
    each(
        en=["(see", "adequate)"],
        fr=["(voir"],
        es=["(véase"],
        ru=["(см."],
        ar=["(انظر"],
        zh=["（见，", "住房），", "《议程，"],
    ),
)
plants(
    "LA106",
    each(
        en=["“adequate", "adequate”"],
        fr=["«\u00a0mot", "mot\u00a0»"],
        es=["“adecuada", "adecuada”"],
        ru=["«слово", "слово»"],
        ar=["”كلمة", "كلمة“"],
        zh=["“住房，", "住房”，"],
    ),
)
plants(
    "LA107",
    per_language(
        **{k: insert("plan , which", "plan,which", "( plan)", join=" ") for k in ("en", "es")},
        fr=insert("plan , que", "( plan)"),
        ru=insert("план , чем", "( план)"),
        ar=insert("السكن ، ثم", "( السكن)"),
        zh=insert("住 房，", "住房 ，", "住房，，"),
    ),
    per_language(
        **{
            k: in_words(r"(?<=[a-zа-яء-ي]{3}) (?=[a-zа-яء-ي]{3})", "  ", within=r"^      - \"")
            for k in ("en", "fr", "es", "ru", "ar")
        }
    ),
)
plants(
    "LA108",
    per_language(
        en=insert("the UN Habitat plan", "plenary session"),
        fr=insert("ONU Habitat"),
        es=insert("ONU Hábitat"),
        ru=insert("ООН Хабитат"),
        ar=insert("هابيتات"),
        zh=insert("战略规划，"),
    ),
)
plants(
    "LA109",
    each(
        en=["Swaziland", "Ivory Coast", "Holland", "Burma"],
        fr=["Biélorussie", "Birmanie", "Hollande"],
        es=["Holanda", "Birmania"],
        ru=["Голландия", "Белоруссия"],
        ar=["بورما", "ساحل العاج"],
        zh=["象牙海岸，", "韩国，"],
    ),
)
plants(
    "LA110",
    each(
        en=["Iran", "Venezuela", "Russia", "Laos"],
        fr=["Russie", "Bolivie", "Laos"],
        es=["Rusia", "Bolivia", "Laos"],
        ru=["Россия", "Иран"],
        ar=["روسيا"],
        zh=["伊朗，", "美国，", "英国，"],
    ),
)
plants(
    "LA111",
    per_language(
        zh=in_words("，", ",", within='^      - (?!["a-z])'),
    ),
    per_language(zh=in_words("（([^（）]*[\u4e00-\u9fff][^（）]*)）", r"(\1)", within="^      - ")),
)
YEARS = r"(20\d\d)([–-])(20\d\d)"
plants(
    "LA112",
    in_words(
        YEARS, lambda hit, _: hit.group(1) + ("-" if hit.group(2) == "–" else "–") + hit.group(3), within="^      - "
    ),
    per_language(en=insert("newly-built", "--")),
)
plants(
    "LA113",
    swap(
        en=("12,300", "12 300"),
        fr=("12\u00a0300", "12.300"),
        es=("12.300", "12,300"),
        ru=("12 300", "12.300"),
        ar=("12 300", "12,300"),
        zh=("12 300", "12,300"),
    ),
    per_language(
        en=in_words("12,300", "12300"),
        fr=in_words("12\u00a0300", "12300"),
        es=in_words("12.300", "12300"),
        ru=in_words("12 300", "12300"),
        zh=in_words("12 300", "12300"),
    ),
)
plants(
    "LA114",
    each(
        en=["on June 14th, 2025", "on 14th of June", "on June 14, 2025"],
        fr=["le 14 Juin 2025", "le 1 juin 2025"],
        es=["el 14 de Junio", "el 14 de junio del 2025"],
        ru=["14.06.2025", "14 июня 2025 г."],
        ar=["14 يونيه 2025", "14 حزيران 2025"],
        zh=["2025-06-14，", "2025.6.14，"],
    ),
)
plants(
    "LA115",
    each(
        en=["at 10:40 AM", "at 3.00 p.m.", "at 10.40 am"],
        fr=["à 10:40", "à 10h40"],
        es=["a las 10:40", "a las 10.40 a.m."],
        ru=["в 10:40"],
        ar=["10:40"],
        zh=["10:40，"],
    ),
)
plants("LA116", each(en=["12 percent", "12%"], ar=["12%"]))
plants(
    "LA117",
    each(
        en=['"adequate"', "the people's"],
        fr=['"mot"', "l'habitat"],
        es=['"adecuada"'],
        ru=['"слово"'],
        ar=['"كلمة"'],
        zh=['"住房"，'],
    ),
)
plants("LA118", each(en=["organisation", "recognised", "program", "judgment", "advisor", "center", "labour and color"]))
plants("LA119", each(en=["the UN", "the GA", "U.N.D.P.", "ECOSOC"]))
plants("LA120", each(en=["MTSF", "QCPR"], fr=["CCPR", "PDUX"], es=["MTSF", "PDUX"]))
plants("LA121", each(en=["his/her", "the Chairman", "mankind"], fr=["il/elle"], es=["el/la"]))
plants("LA122", each(en=["roads, schools, and water;"]))
plants("LA123", each(en=["and/or"], fr=["et/ou"], es=["y/o"], ru=["и/или"], ar=["و/أو"], zh=["和/或，"]))
plants(
    "LA124",
    each(en=["twelve plans", "fifteen homes"]),
    per_language(en=in_words(r"^(      - )The (?=representative of Egypt)", r"\g<1>20 ")),
)
plants("LA125", per_language(fr=in_words("\u00a0(?=[;:?!»%])", " ", "")))
plants(
    "LA126",
    per_language(
        ar=in_words("،(?= [ء-ي])", ",", within="^      - "),
    ),
    each(ar=["١٢", "السكن؛ و; ثم", "السكن?"]),
)
plants("LA127", each(ru=["ещё", "её", "No. 5", "N 5"]))
plants("LA128", each(es=["Qué hacer?", "Nº 5", "No. 5"]))
plants("LA129", per_language(zh=in_words("(?<=[\u4e00-\u9fff]) (\\d+) (?=[\u4e00-\u9fff])", r"\1", within="^      - ")))
plants(
    "LA130",
    each(
        en=["1 votes", "2 abstention", "5 seat"],
        fr=["1 abstentions", "5 siège"],
        es=["1 votos", "2 abstención"],
        ru=["1 воздержавшихся", "21 голосами"],
        ar=["5 عضوا", "12 أعضاء", "2 صوت"],
    ),
)
LONG = "；".join(["这是一段用来使附件足够长的话，其中没有别的机构，只说住房、土地和基本服务"] * 60)
plants("LA131", per_language(zh=in_words("发言之后进行了讨论", f"{LONG}；发言之后环境署进行了讨论")))
plants("LA132", each(en=["the 1990’s"]))
plants("LA133", each(en=["the UNDP,", "the UNDP has"]))
plants("LA134", each(en=["one-third of the homes"]))
plants("LA135", in_words(r"^(      - (?![\"a-z])[^\n]{60,})[.。]$", r"\1"))
plants(
    "LA136",
    per_language(
        **{
            k: in_words(r"^(      - )(?![\"a-z])([^\n\[\]*]{90,}[.])$", r'\1"*\2*"')
            for k in ("en", "fr", "es", "ru", "ar")
        },
        zh=in_words(r"^(      - )(?![\"a-z])([^\n\[\]*]{40,}。)$", r'\1"*\2*"'),
    ),
)
plants("LA137", insert("rÃ©union", "caf\ufffd", "x \uf0b7 y", "РџСЂРёРІРµС‚", "Ø§Ù„Ù…", "ᚠᚢᚦ", join=" "))
plants("LA138", insert("<b>approved</b>", "of&nbsp;the", join=" "))
plants("LA139", insert("*Recalling", "[^not a note", "the annex] (#annex)", "^{2", join=" "))
plants(
    "LA140",
    each(
        en=["the annual report the annual report"],
        fr=["le rapport annuel le rapport annuel"],
        es=["el informe anual el informe anual"],
        ru=["годовой доклад годовой доклад"],
        ar=["التقرير السنوي التقرير السنوي"],
    ),
)
plants(
    "LA141",
    each(en=["coppper", "envrionment"], fr=["logemment"], es=["viviendda"], ru=["жылищный"]),
)

"""Masthead, sections, running heads and feet."""

from __future__ import annotations

from tests.docx.first_bases.marking import XML, W, cell, field, paragraph, picture, row, run, spacing, table
from tests.docx.first_bases.profiles import Profile


def masthead(profile: Profile) -> str:
    emblem, organ, distribution = profile.masthead
    right = '<w:jc w:val="right"/>'
    lowered = '<w:position w:val="-4"/>' if profile.family == "A" else ""
    symbol_line = spacing(after=80, line=240, lineRule="auto") if profile.family == "A" else ""
    name_width = 2268 if profile.family == "B" else 1872
    symbol_width = organ + distribution - name_width
    first = (
        cell(emblem, paragraph("Normal", "", spacing(after=80)), bottom=4, align="bottom")
        + cell(name_width, paragraph("MastOrganization", run("{{ masthead.organization }}")), bottom=4, align="bottom")
        + cell(
            symbol_width,
            paragraph(
                "Normal",
                run("{{ masthead.symbol_organ }}", f'<w:rStyle w:val="SymbolOrgan"/>{lowered}')
                + run("{{ masthead.symbol_rest }}", lowered)
                + run("{{ masthead.asterisks }}", lowered),
                symbol_line + right,
            ),
            bottom=4,
            align="bottom",
        ).replace(
            f'<w:tcW w:w="{symbol_width}" w:type="dxa"/>',
            f'<w:tcW w:w="{symbol_width}" w:type="dxa"/><w:gridSpan w:val="2"/>',
        )
    )
    blank = paragraph("MastDistribution")
    words = "{{ masthead.emblem_words or masthead.programme or masthead.organization }}"
    second = (
        cell(
            emblem,
            paragraph(
                "Normal",
                picture("rIdEmblem", "emblem", words, 56.3, 45.3, 1),
                spacing(before=120, line=240, lineRule="auto"),
            )
            + paragraph("EmblemWords", run("{%p if masthead.emblem_words %}"))
            + paragraph("EmblemWords", run("{{ masthead.emblem_words }}"))
            + paragraph("EmblemWords", run("{%p endif %}")),
            4,
            12,
        )
        + cell(organ, paragraph("MastProgramme", run("{{ masthead.programme }}")), 4, 12).replace(
            f'<w:tcW w:w="{organ}" w:type="dxa"/>', f'<w:tcW w:w="{organ}" w:type="dxa"/><w:gridSpan w:val="2"/>'
        )
        + cell(
            distribution,
            paragraph("MastDistribution", run("{{ masthead.distribution }}"), spacing(before=240))
            + paragraph("MastDistribution", run("{{ masthead.date }}"))
            + blank
            + paragraph("MastDistribution", run("{%p if masthead.language %}"))
            + paragraph("MastDistribution", run("{{ masthead.language }}"))
            + paragraph("MastDistribution", run("{%p endif %}"))
            + paragraph("MastDistribution", run("{{ masthead.original }}")),
            4,
            12,
        )
    )
    widths = (emblem, name_width, organ - name_width, distribution)
    place = (
        (
            f'<w:tblpPr w:leftFromText="142" w:rightFromText="142" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="1135" '
            f'w:tblpY="{profile.masthead_top}"/><w:tblOverlap w:val="never"/>'
        )
        if profile.family == "B"
        else ""
    )
    return table(widths, row(first, profile.rows[0]) + row(second, profile.rows[1])).replace(
        "<w:tblPr>", f"<w:tblPr>{place}"
    )


def section(profile: Profile, kind: str) -> str:
    """“first” is page one where it has margins of its own, “running” goes on, “landscape” lies on its side."""
    wide, high = profile.page
    heads = {
        "first": ("header", ("first", "even", "default"), ""),
        "running": ("header", ("first", "even", "default"), ""),
        "landscape": ("header", ("even", "default"), "Wide"),
    }[kind]
    references = "".join(
        f'<w:{part}Reference w:type="{turn}" r:id="rId{part.capitalize()}{turn.capitalize()}{heads[2]}"/>'
        for part in ("header", "footer")
        for turn in heads[1]
    )
    if kind == "landscape":
        size = f'<w:pgSz w:w="{high}" w:h="{wide}" w:orient="landscape"/><w:pgMar {profile.landscape_margins}/>'
    else:
        size = f'<w:pgSz w:w="{wide}" w:h="{high}"/>'
        size += f"<w:pgMar {profile.first_margins if kind == 'first' else profile.margins}/>"
    flow = "continuous" if kind == "running" and profile.first_margins else "nextPage"
    opens = kind == ("first" if profile.first_margins else "running")
    return (
        f'<w:sectPr>{references}<w:type w:val="{flow}"/>{size}<w:cols w:space="720"/>'
        f"{'<w:titlePg/>' if opens else ''}</w:sectPr>"
    )


def document(profile: Profile) -> str:
    """Geneva: the masthead floats in the body. New York: it stands in the head of page one."""
    hairline = spacing(before=0, after=0, line=20, lineRule="exact")
    first = paragraph("Normal", run("[[first section]]"), hairline + section(profile, "first"))
    return (
        f"{XML}<w:document {W}><w:body>"
        + (masthead(profile) if profile.family == "B" else "")
        + paragraph("Normal", run("[[lines]]"))
        + (first if profile.first_margins else "")
        + paragraph("Normal", run("[[landscape section]]"), hairline + section(profile, "landscape"))
        + section(profile, "running")
        + "</w:body></w:document>"
    )


def running_head(profile: Profile, turn: str, wide: bool) -> str:
    if turn == "first" and profile.family == "A":
        return masthead(profile) + paragraph("Normal", "", spacing(line=114, lineRule="exact"))
    if turn == "first":
        return paragraph("Header", "", '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>' + spacing(line=20, lineRule="exact"))
    odd = '<w:jc w:val="right"/>' if turn == "default" else ""
    if profile.family == "B":
        return paragraph("Header", run("{{ running.symbol }}"), odd)
    half = 6624 if wide else 4920
    symbol = paragraph("Header", run("{{ running.symbol }}", "<w:b/><w:bCs/>"), spacing(after=80) + odd)
    even = "" if turn == "default" else '<w:jc w:val="right"/>'
    title = paragraph("Header", run("{{ running.title }}", "<w:b/><w:bCs/>"), spacing(after=80) + even)
    sides = (title, symbol) if turn == "default" else (symbol, title)
    rule = '<w:tblBorders><w:bottom w:val="single" w:sz="2" w:space="0" w:color="000000"/></w:tblBorders>'
    cells = "".join(cell(half, side, align="bottom") for side in sides)
    return table((half, half), row(cells, 864, "atLeast"), rule) + paragraph("Header")


def running_foot(profile: Profile, turn: str, wide: bool) -> str:
    if turn == "first":
        return first_foot(profile)
    page = '<w:rStyle w:val="PageNumber"/>'
    if profile.family == "B":
        odd = '<w:jc w:val="right"/>' if turn == "default" else ""
        return paragraph("Footer", field("PAGE", "2", page), odd)
    half = 6624 if wide else 4920
    number = field("PAGE", "2", page) + run("/", page) + field("NUMPAGES", "{{ page_count }}", page)
    job = run("{{ running.job }}", '<w:rStyle w:val="JobNumber"/>')
    left, right = (job, number) if turn == "default" else (number, job)
    cells = cell(half, paragraph("Footer", left)) + cell(half, paragraph("Footer", right, '<w:jc w:val="right"/>'))
    return table((half, half), row(cells)) + paragraph("Footer", "", spacing(line=20, lineRule="exact"))


def first_foot(profile: Profile) -> str:
    """Job number over its bar code at the start, recycling line and QR code at the end."""
    widths = (3801, 4419, 1418) if profile.family == "B" else (3801, 4620, 1419)
    cells = (
        cell(
            widths[0],
            paragraph("JobLine", run("{{ job.printed }}"))
            + paragraph(
                "JobLine",
                picture("rIdBars", "bar code", "{{ job.bar_code }}", 90, 22, 2),
                spacing(before=40, line=240, lineRule="auto"),
            ),
            align="bottom",
        )
        + cell(widths[1], paragraph("Recycle", run("{{ job.recycle }}")), align="bottom")
        + cell(
            widths[2],
            paragraph(
                "JobLine",
                picture("rIdSquare", "QR code", "{{ job.address }}", 50.3, 50.3, 3),
                spacing(line=240, lineRule="auto") + '<w:jc w:val="right"/>',
            ),
            align="bottom",
        )
    )
    # Tag and table in paragraphs of their own: without a job number the foot of page one stays empty.
    return (
        paragraph("JobLine", run("{%p if job %}"))
        + table(widths, row(cells))
        + paragraph("JobLine", run("{%p endif %}"))
        + paragraph("Footer", "", spacing(line=20, lineRule="exact"))
    )

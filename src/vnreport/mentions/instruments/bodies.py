"""Issuing bodies by their names, with abbreviations expanded."""

from __future__ import annotations

from vnreport.mentions.instruments.local import KIND, lies_in, read_place
from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.mentions.instruments.words import body, find_name, full_forms, words
from vnreport.mentions.organizations import read_at
from vnreport.names import old_tones
from vnreport.patterns import lazy
from vnreport.symbols import agencies

_HEADS_OF_BOARDS = one_tone(
    r"trưởng(?= ban (?:chỉ đạo|chỉ huy|quản lý|tổ chức|điều hành))|trưởng(?= công an)|"
    r"trưởng(?= phòng (?:\w+&|gd|tn|tc|lđ|nn|y tế|tư pháp|nội vụ|giáo dục|tài|kinh tế|nông|lao|văn|dân tộc|"
    r"quản lý))"
)
"""``Trưởng Ban Chỉ đạo …``: here Ban belongs to the board, not to the office."""
_OFFICE = lazy(
    rf"(?:{_HEADS_OF_BOARDS}|{body('office')}|{one_tone('hội nghị lần thứ')} [a-zà-ỹ]+)"
    rf"(?:\s?,)?\s{{1,3}}(?:-\s(?={one_tone('chủ nhiệm')}\s))?(?=\w)"
)
_FIELD_HEAD = rx(
    r"(?P<head>bộ|liên bộ|liên sở|liên ngành|sở|phòng|ban|ty|thanh tra bộ|thanh tra sở):?\s{1,3}"
)
_WHOLE = lazy(
    rf"\s{{1,3}}(?=(?:trung ương\s)?(?:{body('whole')})(?!\w)(?! {one_tone('hành')}(?!\w)))"
    rf"|\s{{1,3}}{one_tone('của')}\s{{1,3}}(?={one_tone('(?:hội đồng nhân dân|hđnd|quốc hội)')}(?!\w))"
)
_WORD = lazy(r"[^\W_][\w&/]*")


def read_body(page: Page, at: int, depth: int = 0) -> tuple[str, int] | None:
    """Read the name of a body that begins at an offset."""
    offices: list[str] = []
    begin = at
    while True:
        found = _name(page, at)
        office = _OFFICE.match(page.low, at) if found is None else None
        if office is None or len(offices) > 3:
            break
        offices.append(_office(page.mended(at, office.end())))
        at = office.end()
    found = _within(page, at, found, depth) if found else _organization(page, at)
    if found is None:
        found = _general(page, begin)
        if found is not None:
            offices = []
        elif offices:
            found = _general(page, at, held=True)
    elif _STEERING.match(page.low, at):
        found = max(found, _general(page, at) or found, key=lambda body: body[1])
    if found is None or page.broken(begin, found[1]):
        return None
    found = _named_on(page, found)
    if _COMPANY.match(page.low, at) and (form := _FORM.match(page.low, found[1])):
        found = f"{found[0]} {page.mended(*form.span())}", form.end()
    if _COMPANY.match(page.low, at) and (fields := _BUSINESS.match(page.plain, found[1])):
        return f"{found[0]}{page.mended(*fields.span())}", fields.end()
    if "," not in found[0]:
        more, end = lies_in(page, at, found[1])
        found = found[0] + more, end
    return " ".join([*offices, found[0]]), found[1]


_COMPANY = rx(r"(?:tổng )?công ty\s")
_BUSINESS = lazy(
    r"(?:,\s(?:(?:Xây|Thương|Dịch|Du|Sản|Đầu|Tư|Thiết|Vận|Kinh|Chế|Khai|Nông|Công)\s"
    r"(?:[Dd]ựng|[Mm]ại|[Vv]ụ|[Ll]ịch|[Xx]uất|[Tt]ư|[Vv]ấn|[Kk]ế|[Tt]ải|[Dd]oanh|[Bb]iến|[Tt]hác|[Nn]ghiệp)"
    r"|Xuất nhập khẩu)){1,3}"
    r"(?:,?\s(?:và|&)(?:\s(?=[A-ZĐ])[^\W\d_]+(?:\s[a-zà-ỹđ]+(?=\s[A-ZĐ]))?){1,8}|(?=\s?[;.,)]|\Z))"
)
"""The further fields of a company's name: ``Công ty Cổ phần Đầu tư`` *, Xây dựng và Thương mại Minh Quân*."""
_FORM = rx(r"\s-\s(?:ctcp|công ty (?:cổ phần|tnhh(?: mtv| một thành viên)?))(?!\w)")
"""The legal form behind a company's name: ``Tổng công ty Thép Việt Nam`` *- CTCP*."""
_STEERING = rx(r"ban chỉ đạo\s")
"""A board whose task belongs to its name, however it is written."""
_REGION = rx(r"\s{1,3}(?:khu vực|chuyên ngành)\s{1,3}(?:[ivx]{1,5}|\d{1,2})[a-z]?(?!\w)")
_SEAT = lazy(
    r"\s?-\s?(?=[A-ZĐ])[^\W\d_]{1,7}(?:\s(?=[A-ZĐ])[^\W\d_]{1,7}){0,3}(?=\s?(?:[;.,)]|\Z)|\s[a-zà-ỹđ“])"
)
"""The province of a regional court or procuracy: ``Tòa án nhân dân khu vực 3`` *- Đà Nẵng*."""
_BASE = rx(r"\s{1,3}cơ sở(?=\s)")
_BASE_NAME = lazy(r"(?:\s(?=[A-ZĐ])[^\W\d_]{1,7}){1,4}")
"""The name of a social insurance office of 2025: ``Bảo hiểm xã hội cơ sở`` *Ba Vì*."""
_OF_DEPARTMENT = rx(
    r"\s{1,3}(sở|bộ)(?=\s?(?:[,;.()]|\Z)|\s{1,3}(?:ngày|về|đã|quy|ban|phê|để|và|v/v|đối)(?!\w))"
)
"""``Chánh Thanh tra Sở``, where the text has named the department before."""
_TASK_WORD = rx(r"(?:\s{1,3}|,\s{1,3}(?=chống))(?=về|[^\W\d_])([^\W\d_]+)")
_DIGIT = lazy(r"\s{0,3}:?\s{0,3}\d")
_ABOUT = rx(
    r"\s{1,3}về\s(?!việc|tổng kết|sơ kết|triển khai|thực hiện|hướng dẫn|tổ chức|tăng cường|đẩy mạnh|"
    r"kiểm tra|giám sát|báo cáo|kế hoạch|kết quả|tiếp tục|một số|"
    r"ban hành|phân công|kiện toàn|sắp xếp|tiến độ|thành lập)"
)
_TASKED = ("Ban Chỉ đạo Trung ương", "Ban Chỉ đạo Quốc gia", "Ban Chỉ đạo quốc gia", "Ủy ban Quốc gia")


def _named_on(page: Page, found: tuple[str, int]) -> tuple[str, int]:
    """Read what still belongs to a body's name: its region, or the task of a national committee."""
    inspectors = _OF_DEPARTMENT.match(page.low, found[1]) if found[0].endswith("Thanh tra") else None
    if inspectors:
        return f"{found[0]} {page.mended(*inspectors.span(1))}", inspectors.end(1)
    region = _REGION.match(page.low, found[1])
    if region:
        seat = _SEAT.match(page.plain, region.end())
        end = seat.end() if seat else region.end()
        return f"{found[0]} {page.mended(found[1], end)}", end
    base = _BASE.match(page.low, found[1]) if found[0].endswith("Bảo hiểm xã hội") else None
    named = _BASE_NAME.match(page.plain, base.end()) if base else None
    if named:
        return f"{found[0]} {page.mended(found[1], named.end())}", named.end()
    if not (found[0].endswith(_TASKED) and _ABOUT.match(page.low, found[1])):
        return found
    end = found[1]
    while word := _TASK_WORD.match(page.low, end):
        digital = word[1] == one_tone("số") and not _DIGIT.match(page.plain, word.end())
        if end > found[1] and words("stop").match(page.low, word.start(1)) and not digital:
            break
        end = word.end()
    return (f"{found[0]} {page.mended(found[1], end)}", end) if end > found[1] else found


def _within(page: Page, begin: int, found: tuple[str, int], depth: int) -> tuple[str, int]:
    """Read the body that the one found is a part of."""
    step = _WHOLE.match(page.low, found[1]) if depth < 3 else None
    if step is None or not words("part").match(page.low, begin):
        return found
    inner = read_body(page, step.end(), depth + 1)
    if inner is None:
        return found
    name = inner[0] if page.text[step.end()].isupper() else inner[0][0].lower() + inner[0][1:]
    return f"{found[0]} {name}", inner[1]


def _organization(page: Page, at: int) -> tuple[str, int] | None:
    """Read a body as the finder of organisations does, in the letters of the text if spelled out there."""
    read = read_at(page.plain, at)
    if read is None:
        return None
    for cut in _RUNS_ON.finditer(page.low, at + 1, min(len(page.low), read[1] + 12)):
        if cut.start() < read[1] and (cut["next"] or page.text[cut.start("verb")].islower()):
            return (_spelled(page.mended(at, cut.start())), cut.start()) if cut.start() > at + 4 else None
    read = read[0], _trimmed(page, at, read[1])
    written = page.mended(at, read[1])
    short = any(len(w) > 1 and (w.isupper() or "." in w or "&" in w) for w in written.split())
    return (read[0] if short else _spelled(written)), read[1]


_RUNS_ON = lazy(
    rf"(?P<next>(?:\s?,|\s{{1,3}}{one_tone('(?:và|cùng|của)')})\s{{1,3}}{KIND.pattern}"
    rf"|\s{{1,3}}{one_tone('ngày')}\s{{1,3}}\d)"
    r"|\s{1,3}(?P<verb>"
    + one_tone(r"(?:ban hành|quy định|phê duyệt|công bố|về việc|sửa đổi|bãi bỏ|thay thế))(?!\w)")
)
"""What follows a body and was read as part of its name: the next citation, or the title's verb."""


_PARTICLES = frozenset(map(one_tone, ("và", "ngày", "về", "của", "tại", "do", "theo", "cho", "đã", "quy")))
_LAST = lazy(r"\s{1,3}([^\W_]+)\Z")


def _trimmed(page: Page, at: int, end: int) -> int:
    """Give the end of a name without the particles that were read with it (``Trường Đại học Vinh ngày``)."""
    while last := _LAST.search(page.low, max(at, end - 16), end):
        if last[1] not in _PARTICLES:
            break
        end = last.start()
    return end


def _spelled(written: str) -> str:
    """Give a name with a capital first letter and its tone marks in the places of official spelling."""
    return old_tones(written[0].upper() + written[1:]).replace("Uỷ", "Ủy")


def _name(page: Page, at: int) -> tuple[str, int] | None:
    named = find_name("instrument_issuers", page, at) or _field(page, at) or _local(page, at)
    return named or _symbol(page, at)


_TOKEN = lazy(r"[A-ZĐ][A-ZĐ&]{1,11}(?![\w&]|-\w)")


def _symbol(page: Page, at: int) -> tuple[str, int] | None:
    """Read an agency by the letters that it has in codes: ``của BYT``, ``của STC tỉnh``."""
    token = _TOKEN.match(page.plain, at)
    name, scope = agencies()[1].get(token.group(), ("", "")) if token else ("", "")
    if token is None or len(token.group()) < 3 or not (scope == "central" or name.startswith("Sở ")):
        return None
    place = read_place(page, token.end()) if scope == "local" else None
    return (f"{name} {place[0]}", place[1]) if place else (name, token.end())


_INNER = {one_tone(name.upper()): name for name in ("Ban Thường vụ", "Ban Chấp hành", "Đoàn Chủ tịch")}
"""Offices with a capital inside, which a line in capitals does not show."""


def _office(word: str) -> str:
    long = full_forms("office").get(word.rstrip(",").lower())
    if long is None and word.isupper():
        return _INNER.get(word.rstrip(","), word.capitalize())
    return long or word[0].upper() + word[1:]


def _known_field(page: Page, at: int) -> tuple[str, int] | None:
    """Read the field of a ministry or department, today's or of older times: the longer one."""
    found = [f for t in ("agency_fields", "old_agency_fields") if (f := find_name(t, page, at))]
    return max(found, key=lambda f: f[1], default=None)


def _field(page: Page, at: int) -> tuple[str, int] | None:
    head = _FIELD_HEAD.match(page.low, at)
    if head is None:
        return None
    field = _known_field(page, head.end())
    if field is None:
        return None
    word = head["head"]
    written = word.replace(" bộ", " Bộ").replace(" sở", " Sở") if word.startswith("thanh") else word
    name = f"{written[0].upper()}{written[1:]} {field[0]}"
    if word.startswith("liên "):
        return _joint_fields(page, name, field[1])
    more = _DASH.match(page.plain, field[1]) if word in ("sở", "phòng") else None
    second = find_name("agency_fields", page, more.end()) if more else None
    if second is not None:
        name, field = f"{name} - {second[0]}", second
    place = read_place(page, field[1]) if word in ("sở", "phòng", "ban", "ty", "thanh tra sở") else None
    return (f"{name} {place[0]}", place[1]) if place else (name, field[1])


_DASH = lazy(r"\s-\s(?=[A-ZĐ])")
_FIELD_JOIN = rx(r"\s{0,3}(?:,|-|và|&)\s{0,3}(?!bộ\s|sở\s)")


def _joint_fields(page: Page, name: str, at: int) -> tuple[str, int]:
    """Read ``Liên bộ Tài chính - Y tế``: ministries that share their word."""
    for _ in range(6):
        step = _FIELD_JOIN.match(page.low, at)
        field = _known_field(page, step.end()) if step else None
        if step is None or field is None:
            break
        mark = step.group().strip()
        name += {",": ", ", "-": " - "}.get(mark, " và ") + field[0]
        at = field[1]
    return name, at


def _local(page: Page, at: int) -> tuple[str, int] | None:
    head = words("local").match(page.low, at)
    if head is None:
        return None
    key = " ".join(head.group().split())
    name = full_forms("local")[key]
    whole = _VIETNAM.match(page.low, head.end())
    if whole:
        place = read_place(page, whole.end())
        return (f"{name} Việt Nam {place[0]}", place[1]) if place else (f"{name} Việt Nam", whole.end())
    party = key.endswith("ủy")
    inner = _party_of(page, head.end()) if party else None
    place = inner or read_place(page, head.end(), needs_level=not party)
    if place is None:
        return name, head.end()
    return f"{name} {place[0]}", place[1]


_BODY_BEHIND = rx(
    r"\s{1,3}(?=(?:ubnd|ủy ban|hđnd|hội đồng|bộ|sở|chính phủ|quốc hội|trường|học viện|bệnh viện|trung tâm|"
    r"viện|ban|cục|chi cục|công ty|tổng công ty|tập đoàn|ngân hàng|nhà máy|đại học)(?!\w))"
)
"""The body whose Party committee is named: ``Đảng ủy`` *UBND tỉnh*, ``Đảng ủy`` *Bộ Y tế*."""


def _party_of(page: Page, at: int) -> tuple[str, int] | None:
    """Read the body behind ``Đảng ủy``, which is no unit nor bloc of units."""
    step = _BODY_BEHIND.match(page.low, at)
    if step is None or not page.plain[step.end()].isupper() or read_place(page, at) is not None:
        return None
    return _name(page, step.end()) or _organization(page, step.end())


_VIETNAM = rx(r"\s{1,3}việt nam(?!\w)")


def _general(page: Page, at: int, *, held: bool = False) -> tuple[str, int] | None:
    """Read a body by its head word: capitalised words and the small ones between, up to a stop.

    ``held`` tells that an office stands before, so that the body needs no proper name.
    """
    head = words("head|vague").match(page.low, at)
    if head is None:
        return None
    plenum = page.low.startswith(_PLENUM, at)
    end = head.end()
    last = end
    proper = False
    for _ in range(14):
        gap = _GAPS.match(page.plain, end)
        word = _WORD.match(page.plain, gap.end()) if gap else None
        if gap is None or word is None or words("stop").match(page.low, word.start()):
            break
        capital = word.group()[0].isupper() or word.group()[0].isdigit()
        if gap.group().strip() and not (capital or proper or words("joined").match(page.low, word.start())):
            break
        listed = gap.group().strip() == ","
        if listed and (KIND.match(page.low, word.start()) or word.group()[0].isdigit()):
            break
        if listed and words("next|local").match(page.low, word.start()) and not plenum:
            break
        if listed and not capital and not words("joined").match(page.low, word.start()):
            break
        if word.group() == "và":
            after = _GAPS.match(page.plain, word.end())
            if after is None or not page.plain[after.end() : after.end() + 1].isupper():
                break
            if KIND.match(page.low, after.end()):
                break
        proper = proper or capital
        end = word.end()
        if word.group() != "và":
            last = end
    key = " ".join(head.group().split())
    # "của Hội đồng quản trị;": a board that small words name, up to the end of the clause.
    whole = last == head.end() or (_END.match(page.plain, last) and key.startswith(_BOARDS))
    alone = bool(whole) and page.text[at].isupper()
    if (last == head.end() and words("vague").fullmatch(key)) or not (
        proper or (held and page.text[at].isupper()) or (alone and key.startswith(_BOARDS))
    ):
        return None
    written = _SHORT.sub(lambda m: _LONG[m[1]], page.mended(at, last))
    return _spelled(written), last


_END = lazy(r"\s?(?:[;.,)](?!\w)|\Z)")
_BOARDS = tuple(
    map(one_tone, ("ban ", "hạt ", "chi cục ", "trạm ", "đoàn ", "tổ ", "hội đồng", "hđtv", "hđqt"))
)
"""Boards that a text names in full once and by their kind alone later."""
_LONG = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "TW": "Trung ương",
    "HĐTV": "Hội đồng thành viên",
    "HĐQT": "Hội đồng quản trị",
}
_SHORT = lazy(r"(?<!\w)(UBND|HĐND|MTTQ|TW|HĐTV|HĐQT)(?!\w)")
_PLENUM = one_tone("hội nghị")
"""``Hội nghị lần thứ 5, Ban Chấp hành Trung ương``: the body behind the comma is the one that meets."""
_GAPS = lazy(r"\s{1,4}|\s?[,-]\s?(?!\s)")

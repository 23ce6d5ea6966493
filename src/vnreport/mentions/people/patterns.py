"""What stands between names and offices: the patterns that read them."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.names import UPPER
from vnreport.patterns import lazy

JOINT = lazy(
    r"(?:[ \xa0]?,?[ \xa0]?\(?(?:sinh năm|SN|sn)[ \xa0:]?\d{4}\)?)?"
    rf"(?:[ \xa0]\((?:[{UPPER}]\w{{0,12}}(?:[ ][{UPPER}]\w{{0,12}}){{0,3}}"
    r"|(?:có|vắng|xin|đi|áo|bên|bìa|thứ|người|đứng|ngồi|ngoài|hàng|giữa|trái"
    r"|phải|ảnh|đầu|cầm|mặc)[ ][^()\n]{1,40})\)"
    r"(?=[ \xa0]?[,\-–]))?"
    r"[ \xa0]{0,3}(?:,|-|–|\||\t|\(|;|:|và(?!\w)|kiêm|\n-|\.(?=[ \xa0]{1,3}Chức vụ[ \xa0]?:))?[ \xa0]{0,3}"
    r"(?:(?:cùng là|(?:cả (?:\d{1,2}|hai|ba|bốn|năm)(?: [^\W\d_]{2,6}){0,2} )?đều(?: là)?)[ ]"
    r"|[Cc]hức (?:vụ|danh)(?:[ ]?:)?[ ]"
    r"|(?:đương[ ])?kiêm[ ]|(?:sẽ[ ])?là[ ]|đồng thời(?: là| giữ chức(?: vụ)?| kiêm(?: nhiệm)?)?[ ]"
    r"|(?:hiện(?: nay| đang| nay đang)?|nay)[ ](?:(?:là|làm|giữ chức(?: vụ)?|đương nhiệm)[ ])?|đương nhiệm[ ]"
    r"|(?:(?:khi|lúc)(?: đó| ấy| bấy giờ)?|thời điểm(?: đó)?|từng|trước đây) là[ ]"
    r"|với (?:tư cách|cương vị|vai trò)(?: là)?[ ]|trở thành[ ]"
    r"|tham gia(?: làm| giữ chức(?: vụ)?)?[ ]"
    r"|(?:(?:tiếp tục|được|vừa|mới|sẽ|đã|cũng|lại|cùng|từng|chính thức|tín nhiệm)[ ]){0,5}"
    r"(?:(?:bổ nhiệm|giới thiệu|tái cử|tái bầu|bầu|suy tôn|trúng cử|(?:tái )?đắc cử|cử|điều động|phân công"
    r"|chỉ định|tiếp nhận|luân chuyển|biệt phái)(?:[ ](?:lại|bổ sung))?(?:,|[ ]và)?[ ]){0,3}"
    r"(?:(?:tiếp tục[ ])?(?:kiêm[ ])?(?:giữ chức|giữ|đảm nhiệm|đảm nhận|chức|nhận chức|nhậm chức)"
    r"(?:[ ](?:chức )?(?:vụ|danh)|[ ]nhiệm vụ|[ ]vai trò|[ ]cương vị|[ ]trọng trách|[ ]vị trí)?[ ]"
    r"|giao (?:nhiệm vụ|đảm nhiệm|kiêm)[ ]|(?:về )?làm[ ]|là[ ]|vào chức (?:vụ|danh)[ ])?)?"
)
LEFT_GAP = lazy(r"(?:(?:[ \xa0]?[,:\-–]|[ \xa0]kiêm)?[ \xa0]{1,2}|[ \xa0]?:[ \xa0]?\n[ \xa0]{0,2})\Z")
IS = lazy(r"[ \xa0](?:là|gồm|gồm có)[ \xa0](?:các[ \xa0])?\Z")
"""What joins an office with a form of address or a rank: ``Trưởng ban`` *là* ``ông …``."""
IS_ONE = lazy(r"[ \xa0](?:(?:sẽ |đã |vừa )?được (?:chỉ định|bầu|bổ nhiệm|phân công|giao)[ \xa0])?là[ \xa0]\Z")
"""What joins an office with its one holder: ``Chủ tịch UBND tỉnh`` *được chỉ định là* ``ông A``."""
IS_NAMED = lazy(r"[ \xa0]là[ \xa0]\Z")
CELL = lazy(r"[ \xa0]?[|\t][ \xa0]?")
ASIDE_CELLS = lazy(
    r"(?:[ \xa0]?[|\t][ \xa0]?(?:[Nn]am|[Nn]ữ|(?:\d{1,2}/){0,2}\d{4})(?=[ \xa0]?[|\t]|[ \xa0]\w)){1,3}"
)
"""What tables tell of a person before the office: sex, day or year of birth."""
BEHIND_BODY = lazy(r"[ \xa0]?[|\t,–-][ \xa0]?|[ \xa0]")
ABOVE_IN_BRACKETS = lazy(
    r"[ \xa0]\((?:[Tt]huộc |[Tt]ổng cục|[Cc]ục |[Bb]ộ |[Ss]ở |[Cc]ông an|UBND|VKS"
    r"|TAND)[^()\n]{2,60}\)(?=[ \xa0])"
)
"""The body above in brackets between an office and its holder: ``Cục trưởng …`` *(Bộ Tư pháp)* ``Lê A``."""
IN_BRACKETS = lazy(r"[ \xa0]\([^()\n]{2,60}\)(?=[ \xa0])")
"""Other names of a body between it and the name of who holds the office: ``… (gọi tắt là Liên hiệp Hội)``."""
ABBREVIATED = lazy(r"(?<!\w)(?![IVXLC]+\Z)[A-ZĐ]{1,5}\Z")
"""The end of a short office, which a dot may part from a name: ``PGĐ`` *.* ``Lê Văn A``."""
SCHOOLS = ("Tiểu học", "Mầm non", "THCS", "THPT", "Mẫu giáo", "tiểu học", "mầm non", "TH", "MN")
CITY = ("hành phố", "HÀNH PHỐ", "TP", "TP.", "Tp", "Tp.")
HEADED = lazy(r"[ \xa0]?:[ \xa0\n]{0,3}(?:\d{1,2}[.)]|[-–+•])[ \xa0]?\Z")
"""What joins an office with the first of a list of its holders: ``Các Hội thẩm nhân dân`` *: 1.* ``Bà A``."""
BEHIND_BRACKET = lazy(r"(?:giữ|vào) chức|làm[ \xa0]|bổ nhiệm|điều động|được bầu|[ \xa0][–-][ \xa0]")
"""What leads to an office behind one in brackets: ``A (khi đó là Giám đốc Sở X)`` *được giữ chức*."""
REST_OF_BRACKET = lazy(r"[^();:\n]{1,60}(?=\)[ \xa0])")
"""What a bracket goes on with behind an office: ``A (Trưởng phòng`` *Giám sát, xử lý* ``) làm …``."""
GIVEN = lazy(r"(?<!\w)(?:làm|giữ|chức|vụ|danh|là|vai trò|đảm nhiệm|đảm nhận)[ \xa0]\Z")
"""The verb that gives an office to the person before it: ``A`` *làm* ``Trưởng ban, Giám đốc X B …``."""
ASSISTANTS = ("Trợ lý", "Thư ký")
COMMITTEE = frozenset(
    (
        "Trưởng ban", "Phó Trưởng ban", "Phó ban", "Phó Trưởng ban Thường trực", "Thành viên", "Ủy viên",
        "Ủy viên Thường trực", "Tổ trưởng", "Tổ phó", "Phó Tổ trưởng", "Trưởng đoàn", "Phó Trưởng đoàn",
        "Thư ký",
    )
)  # fmt: skip
"""What somebody is in a committee, beside the office held elsewhere."""
ENDS_PART = lazy(r"[ \xa0]?(?:[;.\n]|$)")
BODIES = ("Thường trực", "Thường vụ")
"""What the members of a body are called like, and so the body itself."""
MEMBERS = ("Thành viên", "Đại biểu", "Cán bộ")
"""Of whom ``gồm`` only counts who came."""
TOWARDS = lazy(r"[ \xa0](?:đối với|với|cho|của)[ \xa0](?:các[ \xa0])?\Z")
"""What joins an office that is given or taken with its holder: ``chức vụ Bí thư`` *đối với* ``ông A``."""
AGENT = lazy(r"(?<!\w)được[ \xa0]{1,2}\Z")
"""What makes whoever holds the office behind it another: ``A`` *được* ``Giám đốc Sở … bổ nhiệm``."""
NAME_BEHIND = lazy(rf"(?:\.?[ \xa0]|\.|(?<=\.))([{UPPER}]\w*)[ \xa0]([{UPPER}]\w*)")
OF_VILLAGE = lazy(rf"[ \xa0](?:thôn|bản|ấp|xóm|khóm|khu phố|làng|buôn|tổ dân phố)(?=[ \xa0][{UPPER}])")
OF_GROUP = lazy(
    r"[ \xa0](?:[Tt]ổ(?:[ \xa0]dân[ \xa0]phố)?|TDP|[Kk]hu[ \xa0]phố|KP|[Tt]hôn|[Ấấ]p|[Kk]hóm|[Xx]óm|[Bb]uôn)"
    r"(?:[ \xa0]số)?[ \xa0]\d{1,3}[A-ZĐ]?(?!\w|[.,/]\d)"
)
"""The numbered group that somebody heads: ``Tổ trưởng`` *tổ 5* ``Trần Thị Mai``."""
GROUP_NUMBER = lazy(r"(?:[ \xa0]số)?[ \xa0]\d{1,3}[A-ZĐ]?(?!\w|[.,/]\d)")
GROUP_HEADS = ("ổ trưởng", "ổ phó")
GROUPS = ("dân phố", "khu phố")
VILLAGES = (" thôn", " bản", " ấp", " xóm", " khóm", " khu phố", " làng", " buôn")
VILLAGE = lazy(
    rf"(?:[ \xa0][{UPPER}]\w*){{1,2}}?(?=[ \xa0][{UPPER}]\w*[ \xa0](?:Văn|Thị|A|Seo|Láo)[ \xa0][{UPPER}])"
    rf"|(?:[ \xa0][{UPPER}]\w*){{1,3}}[ \xa0]\d{{1,2}}(?=[ \xa0][{UPPER}]\w*[ \xa0][{UPPER}])"
)
"""The name of the village between its head's office and name: ``Trưởng thôn`` *Đồng Tâm* ``Hà Văn Ngọc``."""
LEVEL_END = lazy(r"(?<!\w)(tỉnh|huyện|xã|quận|phường|thị xã|thị trấn|thành phố)\Z")
CAPITAL_RUN = lazy(rf"(?:[ \xa0][{UPPER}]\w*){{1,5}}")
CAPITALS = lazy(rf"(?:[ \xa0][{UPPER}]\w*){{4,7}}")
OF_MINISTRY = ("Bộ trưởng", "Thứ trưởng")
MINISTRY = lazy(rf"[ \xa0](?=[{UPPER}])")
"""``Bộ trưởng`` *Ngoại giao*: the field of the ministry, without its head."""
PLURAL = lazy(
    r"[ \xa0](?:các|những|[Ll]ãnh đạo|[Đđ]ại diện)(?!\w)"
    r"(?!(?<=ại diện)[ \xa0](?:[Hh]ội )?(?:cha mẹ|Cha mẹ|CMHS|PHHS|phụ huynh|Phụ huynh))"
)
"""``Thủ trưởng`` *các* ``phòng``: not one person's office, nor that of the one named before."""
HEADS_LIST = lazy(r"[^,;.()\n:]{0,60}:")
COLON = lazy(
    rf"[ \xa0]?:(?:[ \xa0]{{0,3}}\n"
    rf"|[ \xa0]{{1,3}}(?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)[ \xa0]|([{UPPER}]\w*)))"
)
"""What joins an office with the name of its holder, or heads a list of them."""
ALSO = lazy(r"[ \xa0]?(?:,|-|–|\(|\||\t)[ \xa0]?|[ \xa0](?:thuộc|của)[ \xa0]")
"""What joins an office, or the body it is held in, with the body above."""
IN_CHARGE = lazy(r"[ \xa0]phụ trách(?:[ \xa0][a-zà-ỹđ]{1,8},?){1,8}(?=[ \xa0])")
"""The field of an office: ``Phó Chủ tịch UBND tỉnh`` *phụ trách văn hóa, xã hội* ``Lê Văn A``."""
ENDS_ITEM = lazy(r"[ \xa0]?(?:[,;:.)(\n\t|–-]|$)|[ \xa0](?:làm|giữ|kiêm|và|được)(?!\w)")
_YEARS = (
    r"(?:nhiệm k[ỳìỷ]|giai đoạn)[ \xa0]\d{4}[ \xa0]?[-–][ \xa0]?\d{4}"
    r"(?:(?:,|[ \xa0]và)(?:[ \xa0]nhiệm k[ỳìỷ])?[ \xa0]\d{4}[ \xa0]?[-–][ \xa0]?\d{4}){0,3}"
)
TERM = lazy(
    r"[ \xa0](?:các[ \xa0])?[Kk]h(?:óa|oá)[ \xa0](?:[IVXL]{1,7}|\d{1,2})(?!\w)"
    r"(?:(?:,|[ \xa0]và)[ \xa0](?:[IVXL]{1,7}|\d{1,2})(?!\w|[.,/]\d)){0,6}"
    rf"(?:(?:,|[ \xa0][-–])?[ \xa0]\(?{_YEARS}\)?)?"
    rf"(?:[ \xa0]của[ \xa0](?:tỉnh|thành phố)(?![ \xa0][{UPPER}]))?"
    rf"|,?[ \xa0]\(?{_YEARS}\)?"
    rf"|[ \xa0](?:hoạt động[ \xa0])?chuyên trách(?=[ \xa0][{UPPER}]\w*[ \xa0][{UPPER}])"
)
"""The term that an office is held for: ``Phó Bí thư Tỉnh ủy`` *khóa XV* ``, Chủ tịch UBND tỉnh``."""
TERM_BEFORE = lazy(
    rf"(?:[ \xa0]\([^()\n]{{2,60}}\)|[ \xa0][Kk]h(?:óa|oá)[ \xa0]\w{{1,7}}(?:,[ \xa0]{_YEARS})?"
    rf"|,?[ \xa0]{_YEARS})\Z"
)
"""The same, or a bracket, at the end of an office: *khóa IX, nhiệm kỳ 2016-2021* ``đối với ông A``."""
BY = lazy(r"(?:,[ \xa0]|[ \xa0]\([^()\n]{2,20}\)[ \xa0]|[ \xa0])do[ \xa0]\Z")
PART_OF = lazy(r"(?:của|thuộc|với|cùng)[ \xa0]\Z")
"""What shows that somebody else is led: ``đoàn công tác của`` *Sở Y tế* ``do ông A làm …``."""
SHORT_FORM = lazy(r"[ \xa0]\([A-ZĐ][A-ZĐ& .-]{1,11}\)")
"""The short form of a body between it and the name of who holds the office."""
UNIT = lazy(r"(?:Ban|Phòng|Khoa|Đoàn|Trạm|Tổ|Đội|Tiểu ban|Bộ môn|Văn phòng|Chi nhánh|Nhóm|Thuế cơ sở)(?!\w)")
"""The first word of a body that its head's title takes along: ``Trưởng`` *ban* (``Ban Quản lý chợ``)."""
UNKNOWN_BODY = lazy(rf"[ \xa0][{UPPER}][^,;.:()\n]{{2,60}}(?=,[ \xa0])")
"""A body that no finder knows, before another office: ``Phó Bí thư`` *Khối thi đua* ``, Chủ tịch …``."""
BODY_BEFORE_NAME = lazy(
    r"[ \xa0](?:UB[A-ZĐ]*|[ỦU][yỷ] ban|Ban|BCH|BTV|BQL|Hội|Cục|Vụ|Sở|Phòng|Viện|Chủ nhiệm)"
    r"(?:[ \xa0](?!(?:ông|bà|anh|chị|đồng chí|đ/c|và|với|cùng|do|là|đã|đang|sẽ|cho|phát|nêu|chủ)[ \xa0])"
    r"[^\W\d_][\w&-]*){2,10}"
)
"""A body that no finder knows, up to the name of who holds the office in it."""
BODY_OF_HOLDER = lazy(r"[ \xa0](?:[^\W\d_][\w&]*,?[ \xa0](?:[-–][ \xa0])?){2,11}[^\W\d_][\w&]*")
"""Words without an end of a clause, as the name of a body has them."""
LEADS = lazy(
    r"(?:nguyên |cựu |quyền |phó |tổng ){0,4}(?:giám đốc|chủ tịch|chủ nhiệm|viện trưởng|cục trưởng|vụ trưởng"
    r"|chi cục trưởng|hiệu trưởng|bí thư|chánh|trưởng|đội trưởng|tổng cục trưởng|hạt trưởng|trạm trưởng)",
    re.IGNORECASE,
)
"""Offices of those who lead a body."""
REST_OF_CELL = lazy(r"[ \xa0][^|\t\n]{2,80}(?=[|\t])")
"""The same in a table, where the cell ends it: ``Trưởng khoa`` *Phòng, chống bệnh lây* ``| Thành viên``."""
PLACES_BEHIND = lazy(
    r"(?:,?[ \xa0](?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|TP|tỉnh|thôn|nhiệm kỳ|giai đoạn)"
    r"[ \xa0.][^,.;:()\n]{2,30}|[ \xa0]\([^()\n]{2,40}\)){1,4},[ \xa0]"
)
"""The places, or the term, between an office and the comma before its holder."""
GAP = lazy(r"(?:[ \xa0](?:và|&|-|–|của|thuộc|về|các|cho|tại|phụ trách|công tác|phía))?[ \xa0]")
SYLLABLE = lazy(r"[^\W\d_]+")
FIELD_WORD = lazy(
    rf"[{UPPER}][\w&/.-]*\w"
    rf"(?:[ \xa0](?!(?:và|với|cùng|là|do|cho|tại|của)[ \xa0])[^\W\d_A-ZĐ]\w{{1,5}}(?=,|[ \xa0][{UPPER}]))?"
    r"|\d{1,3}(?!\w)|(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?!\w)"
)


NAMED = lazy(rf"([{UPPER}]\w*)[ \xa0][{UPPER}]\w*([ \xa0][{UPPER}])?")


@cache
def country() -> re.Pattern[str]:
    """Give what matches a state behind an office, and the one it is held in: ``Lào tại Việt Nam``."""
    names = sorted(
        (r["name"] for r in table("wide_places") if r["level"] == "country"), key=len, reverse=True
    )
    of = f"(?:{'|'.join(map(re.escape, names))})"
    whole = r"[Cc]ộng h(?:òa|oà) [Xx]ã hội [Cc]hủ nghĩa Việt Nam|CHXHCN Việt Nam"
    return re.compile(rf"[ \xa0](?:nước[ \xa0])?(?:{of}|{whole})(?:[ \xa0]tại[ \xa0]{of})?(?!\w)")


WORD = rf"[{UPPER}]\w{{1,12}}"
NAME_IN_CLAUSE = lazy(
    rf"(?:[^;.:\n]|(?<=[GTBK]S)\.|(?<=[Tt]hS)\.){{0,80}}?(?<!\w){WORD}[ \xa0][{UPPER}]\w{{0,12}}[ \xa0]{WORD}"
)
"""A full name before the clause ends: the office behind a semicolon is that name's."""
STATE_OFFICES = frozenset(
    (
        "Tổng thống", "Thủ tướng", "Phó Thủ tướng", "Phó Tổng thống", "Bộ trưởng", "Thứ trưởng",
        "Ngoại trưởng", "Chủ tịch nước", "Phó Chủ tịch nước", "Tổng Bí thư", "Đại sứ", "Quốc vương",
        "Tổng Lãnh sự", "Tổng Thư ký", "Thống đốc", "Chủ tịch Quốc hội", "Tỉnh trưởng", "Phó Tỉnh trưởng",
        "Thị trưởng", "Phó Thị trưởng", "Tham tán", "Tham tán Thương mại", "Bí thư thứ nhất",
        "Bí thư thứ hai", "Bí thư thứ ba", "Tùy viên Quốc phòng", "Tùy viên Quân sự", "Tùy viên",
        "Đại sứ đặc mệnh toàn quyền", "Phó Đại sứ", "Đại biện lâm thời", "Phó Tổng Lãnh sự",
    )
)  # fmt: skip
HEADS_OF_STATE = frozenset(("Tổng thống", "Thủ tướng", "Quốc vương", "Chủ tịch nước"))
OF = lazy(r"[ \xa0](?:của[ \xa0])?")
OWN_BODY = lazy(
    r"(?<=rưởng)[ \xa0]nhà trường(?!\w)"
    r"|(?<=[Tt]rưởng [Bb]an)[ \xa0](?:[Cc]hỉ đạo|[Tt]ổ chức|[Kk]iểm phiếu|[Bb]ầu cử)(?!\w)"
    r"|(?<=tịch)[ \xa0][Đđ]oàn [Cc]hủ tịch(?!\w)|"
    r"(?<=viên)[ \xa0][Bb]an (?:[Tt]hường vụ|[Cc]hấp hành)(?=[ \xa0]?[,;.)\n–-])"
    r"|(?<=trì)[ \xa0](?:chùa|tịnh xá|thiền viện|tổ đình|niệm phật đường)"
    rf"(?:[ \xa0][{UPPER}][\w’']*){{1,5}}(?:[ \xa0]\([^()\n]{{1,60}}\)(?=,))?"
)
"""What an office is held in that is no organisation named: ``Ủy viên`` *ban thường vụ*."""


_OF_PLACE = r"[ \xa0](?:thôn|bản|ấp|xóm|khóm|khu phố|làng|buôn|xã|phường|thị trấn)[ \xa0]"


@cache
def own_body() -> re.Pattern[str]:
    """Give what matches a body in small letters that has no name: ``Phó Giám đốc`` *bệnh viện*."""
    bodies = sorted((row["body"] for row in table("own_bodies")), key=len, reverse=True)
    return re.compile(
        rf"[ \xa0](?:{'|'.join(map(re.escape, bodies))})(?=[ \xa0]?(?:[,;.)(\n–-]|$)|{_OF_PLACE})"
    )


@cache
def own_body_of_holder() -> re.Pattern[str]:
    """Give what matches such a body before a name: ``Điều dưỡng trưởng`` *bệnh viện* ``Phạm Thị A``."""
    bodies = sorted((row["body"] for row in table("own_bodies")), key=len, reverse=True)
    return re.compile(rf"[ \xa0](?:{'|'.join(map(re.escape, bodies))})(?=[ \xa0][{UPPER}])")


COMPLEMENTED = lazy(
    r"(?:tịch|trưởng|sứ|sự|ngôn|nước|tướng|thống|vương|phòng|thôn|bản|ấp|xóm|viên|thư|phó|đốc|nhiệm|ban|khoa)"
    r"[ \xa0]\w[^,.;:\n]{0,50}\Z",
    re.IGNORECASE,
)
ACCOUNTS = lazy(r"Kế toán(?![ \xa0]trưởng)")
"""What is a field behind another (``Tài chính -`` *Kế toán*) and an office elsewhere."""
NUMBER_BEFORE = lazy(r"\d[ \xa0]\Z")
"""A count of those who hold an office: ``gồm 05`` *ủy viên*."""
DASH = lazy(r"[ \xa0][-–][ \xa0]")
DOT = lazy(r"\.[ \xa0]?(?=[A-ZĐ])")
"""What joins a short form of an office with its body: ``CT`` *.* ``UBND xã``."""
FIELD_OF_OFFICE = lazy(r"(?:[ \xa0](?!(?:và|các|cho|là|của|tại|với|từ|được|thì|đã)[ ])[^\W\d_]+){1,6}[ \xa0]")
"""The field of an office before the body it is held in: ``Giám đốc`` *khối thẩm định* ``Công ty …``."""
COMPLEMENT = lazy(
    r"[ \xa0](?:phụ trách|thường trực|chuyên trách|phòng|khoa|ban)?(?:[ \xa0][^\W\d_]+){0,3}(?=[ \xa0](?:tỉnh"
    r"|huyện|xã|phường|thị|quận|thành))"
)

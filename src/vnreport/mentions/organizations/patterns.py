"""The small patterns from which the grammar of organisations is built."""

from __future__ import annotations

import re

from vnreport.names import UPPER
from vnreport.patterns import lazy

_GAP = lazy(r"[ \xa0]{1,3}|[ \xa0]?\n(?=\w)")
_WRAPPED, _LONG = 60, 130


def gap(text: str, at: int) -> int:
    """Skip the white space between two words of a name; -1 where there is none.

    One line break counts where the text is wrapped: a small letter follows or the line was long.
    """
    found = _GAP.match(text, at)
    if found is None:
        return -1
    if "\n" not in found[0]:
        return found.end()
    following = text[found.end()]
    if following.isdigit() or (following.isupper() and not _wrapped(text, at)):
        return -1
    return found.end()


def _wrapped(text: str, end: int) -> bool:
    """Whether the line that ends at ``end`` and the one before it were cut by hard wrapping."""
    start = text.rfind("\n", max(0, end - _LONG), end)
    before = text.rfind("\n", max(0, start - _LONG), max(0, start))
    if start < 0 or before < 0 or end - start < _WRAPPED or start - before < _WRAPPED:
        return False
    return text[start - 1] not in ".;:!?" and text[start + 1].islower()


JOINT = lazy(r"[ \xa0](?:và|&|-|–)[ \xa0]|[ \xa0]?[&][ \xa0]?|(?<=\w)[-–](?=\w)|(?<=hòng),[ \xa0](?=chống)")
"""What joins two parts of one name."""
SYLLABLE = lazy(r"[^\W\d_]+")
WORD = lazy(r"(?:Covid|COVID)-19(?!\w)|[^\W\d_][\w’'./&]*\w|[^\W\d_]")
FOREIGN_END = lazy(r"[bdfjklqrsvwxz]\Z|\w{8}\Z")
"""The end of a word that is no Vietnamese syllable, and so no first half of a compound: ``Atlantic``."""
NAME_WORD = lazy(rf"(?:[{UPPER}]\.){{2,3}}(?=[ \xa0][{UPPER}])|[{UPPER}][\w’'&./]*\w|[{UPPER}](?!\w)")
BRIDGE = lazy(rf"(?:[^\W\d_]+[ \xa0]){{1,6}}?(?=[{UPPER}])")
"""Words that may lead to the proper name of a body."""
TRADES = lazy(
    rf"(?:[^\W\d_]{{1,9}}(?:,[ \xa0]|[ \xa0]?[-–&][ \xa0]?|[ \xa0])){{1,16}}?"
    rf"(?=[{UPPER}]|\d{{1,4}}(?!\w|[.,/%]\d|%))"
)
"""The lines of business between the legal form of a firm and its name."""
QUOTED = lazy(rf"[“\"](?=[{UPPER}\d])[^“”\"\n\ud800-\udfff]{{1,60}}[”\"]")
FULL_NAME = lazy(rf" [{UPPER}]\w* [{UPPER}]")
FULL_NAME_OF_THREE = lazy(rf"[{UPPER}]\w*[ \xa0]([{UPPER}]\w*)[ \xa0]([{UPPER}]\w*)")
CAPITAL_BEHIND = lazy(rf"[ \xa0][{UPPER}]")
USUAL_NAME = lazy(rf"[{UPPER}]\w*[ \xa0](?:Văn|Thị)[ \xa0][{UPPER}]")
"""A name that only people have."""
LATER_NAME = lazy(rf" ([{UPPER}]\w*) (?:Văn|Thị) [{UPPER}]")
TWO_WORDS = lazy(rf"([{UPPER}]\w+)[ \xa0]([{UPPER}]\w+)")
NUMBERED = lazy(
    r"(?:khu vực|Khu vực|KHU VỰC|KV|vùng|Vùng|VÙNG|số|Số|SỐ|Phân khu)"
    r"[ \xa0]?(?:[IVX]{1,5}|\d{1,3})(?!\w|[.,]\d)"
    r"|[IVX]{1,5}(?![\w/])|\d{2}-\d{2}[A-Z](?!\w)|\d{4}[SDV](?!\w)"
)
"""The number of a regional or numbered body: ``Khu vực V``, ``số 4``, ``IV``."""
SUPREME = lazy(r"[ \xa0]\([^()\n]{2,40}\)[ \xa0](tối cao|cấp cao)(?!\w)", re.IGNORECASE)
"""The rank of a court behind the short form of its name: ``VKSND (Viện kiểm sát nhân dân)`` *tối cao*."""
AREA = lazy(
    rf"(?:[Kk]hu vực|liên huyện)[ \xa0][{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{0,3}}"
    rf"(?:[ \xa0]?[-–][ \xa0]?[{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{0,3}}){{0,3}}"
)
"""The districts that a body of several of them is named after: ``khu vực`` *Phong Điền - Ô Môn*."""
SCHOOL = lazy(
    r"Phổ thông[ \xa0][Dd]ân tộc[ \xa0](?:nội|bán)[ \xa0]trú(?=[ \xa0](?:tỉnh|huyện)(?!\w))"
    r"|(?:THPT|THCS|PTDTNT|PTDTBT|TH|MN|Tiểu học|Mầm non|Mẫu giáo)"
    rf"(?:[ \xa0][{UPPER}][\w.]*){{1,5}}"
)
"""The school behind ``Công đoàn trường``: *THPT Đức Trọng*."""
TIERS = lazy(r"(?:hai|02|2)[ \xa0]cấp(?!\w)", re.IGNORECASE)
"""The two tiers of the courts of a province: ``Tòa án nhân dân`` *hai cấp* ``tỉnh Hà Tĩnh``."""
VILLAGE = lazy(
    r"(?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Xx]óm|[Kk]hóm|[Kk]hu phố|[Tt]ổ dân phố|[Tt]ổ|[Kk]hu|[Bb]uôn|[Ll]àng|[Pp]hum)"
    rf"[ \xa0](?:(?:số[ \xa0])?\d{{1,3}}[A-Z]?(?!\w|[.,/%]\d|%)|([{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{0,3}}))"
)
"""The village at the end of a name: ``Chi bộ`` *bản Tà Dê*, ``Chi hội`` *thôn 8*."""
COUNT = lazy(
    r"(?<![\w.,/:;–-])(?<!năm )(?<!tháng )(?<!ngày )(?<!quý )(?<!số )(?<!khóa )(?<!lần )(?<!thứ )"
    r"(?<!lớp )(?<!khu vực )(?<!phường )(?<!quận )(?<!thôn )(?<!tổ )(?<!vùng )(?<!điều )(?<!khoản )"
    r"(?<=[\w,;)] )\d{1,3}(?:\.\d{3})*[ \xa0]\Z",
    re.IGNORECASE,
)
"""A count before a head, which then names no body: ``thành lập`` *25* ``CĐCS``."""
PLAIN_NUMBER = lazy(
    r"\d{1,4}(?:[/-]\d{1,2}){0,2}[A-D]?(?!\w|[.,%/]\d|%)(?![ \xa0](?!đã|tổ|cử|và|là|được|phối|tiếp|ký|nhận"
    r"|thực|triển|tuyển|có|tại|cho|với|trao|khai|mổ|diễn|huấn|giúp|hoàn|báo|ban|chủ|tham|hỗ|kiểm|bàn|về|của|vừa|sẽ|đang|do"
    r"|từ|theo|thuộc|hướng|thông|chuyển|điều|tiến|phát|đạt)[^\W\d_A-Z])"
)
"""A bare number in a name (``Quân khu 7``, ``Trường Mầm non 20/10``), not the number of a count."""
ROOM_OR_UNIT = lazy(r"\d{1,2}(?=(?:,|[ \xa0][-–])?[ \xa0](?:VKS|Viện [Kk]iểm sát|Viện KS))")
"""The number of a procuracy's department, which elsewhere is a room's: ``Phòng`` *7* ``VKSND tỉnh``."""
CODE = lazy(r"(?:[A-Z]{1,2}|P[A-Z][ \xa0])\d{2,3}[A-Z]?(?![\w/-])")
"""The code of a unit of the police: ``Phòng PC04``, ``Cục C03``."""
ARM = lazy(
    rf"[ \xa0][{UPPER}]\w*(?:[ \xa0][^\W\d_]+){{0,4}}?(?=[ \xa0](?:[Ss]ố[ \xa0])?\d{{1,3}}(?!\w|[.,/%]\d|%))"
)
"""The arm between a unit and its number: ``Lữ đoàn`` *Công binh* ``414``."""
UNIT_NUMBER = lazy(r"[A-Z]{0,2}\d{1,4}(?!\w|[.,/%]\d|%)")
"""The number of a military unit: ``Quân khu 7``, ``Biên đội A23``."""


def numbered(text: str, at: int) -> re.Match[str] | None:
    """Match the number of a unit one blank behind ``at``."""
    arm = ARM.match(text, at)
    at = arm.end() if arm else at
    if text[at : at + 1] not in (" ", "\xa0"):
        return None
    return NUMBERED.match(text, at + 1) or UNIT_NUMBER.match(text, at + 1)


ABBREVIATED_LEVEL = lazy(rf"(?:TP|TX|TT|Q|H|P|X)\.[ \xa0]?(?=[{UPPER}\d])|(?:TP|TX)[ \xa0](?=[{UPPER}])")
BRANCH = lazy(r"(?:[ \xa0](?:[-–][ \xa0])?(?=[Cc]hi nhánh[ \xa0])|[ \xa0\n](?=CHI NHÁNH[ \xa0]))")
"""What joins a bank to its branch: ``Agribank`` *chi nhánh Hà Tĩnh*."""
BARE_HOST = lazy(
    r"(?:Sở|Bộ|Cục|Tổng cục|Chi cục|Viện|Trường|Công ty|Tổng công ty|Trung tâm|Bệnh viện|Học viện"
    r"|SỞ|BỘ|CỤC|CHI CỤC|Hội(?![ \xa0](?:đồng|nghị|thảo|viên|thi|trường|diễn|báo)))(?!\w)"
)
"""An agency that a part of it is named after without its field: ``Thanh tra Sở``."""
WIDE = ("Việt Nam", "Trung ương")
WIDE_PLACE = lazy(r"(?:Việt Nam|VIỆT NAM|VN|Trung ương|TRUNG ƯƠNG|trung ương|TW|TƯ|T\.Ư)(?!\w)")
OFFICE_BEFORE = lazy(r"(?:tịch|thư|trưởng|đốc|tướng|nhiệm|ban|PCT|PBT|viên|BT|CT)[ \xa0]\Z", re.IGNORECASE)
"""The end of an office that ``Thường trực`` belongs to: ``Phó Chủ tịch Thường trực``."""
SEVERAL = lazy(
    r"(?:\b[Cc]ác|\b[Nn]hững|\b[Mm]ỗi|\b[Tt]ừng|\b[Mm]ột số|\b[Nn]hiều|\b[Cc]ác chủ"
    r"|(?<![\d/.])(?<!gày )(?<!áng )(?<!hiều )(?<!ối )(?<!rưa )(?<!êm )(?<!ôm )\d{1,3}/\d{1,3})[ \xa0]\Z"
)
"""What stands before a name that any of several bodies bears: ``các Chi cục Thuế``."""
LIST_JOINT = lazy(r"[ \xa0]?(?:[:,;]|,? và|&)[ \xa0](?:và[ ])?")
_LEVELS = "quận|huyện|tỉnh|thành|xã|phường|thị|cấp|địa phương|đặc khu|cơ sở"
SYMBOL = lazy(r"(?:\d|QĐ|NQ|KH|CT|BC|TB|TTr|CV|GM|CTr|HD|KL|ĐA|PA|QC|GP|QC|CĐ|TTg)[-/]\Z")
"""What comes before an issuer in the symbol of a document: ``QĐ-UBND``."""
EACH_LEVEL = lazy(r"(?<!\w)[Cc]ác cấp[ \xa0]\Z")
"""``các cấp`` *Công đoàn* ``tỉnh``: the branches of every level, no body."""
OF_STATE = lazy(
    r"[ \xa0]của[ \xa0]"
    r"(?=(?:(?:Thủ tướng )?Chính phủ|(?:Tỉnh|Thành|Huyện|Quận) [uủ][ỷy]|Bộ Chính trị|UBND|HĐND)(?!\w))"
)
"""What joins a committee with who set it up: ``Ban Chỉ đạo`` *của* ``Chính phủ``."""
AT = lazy(r"[ \xa0]tại[ \xa0](?=[A-ZĐ]|tỉnh[ \xa0]|thành phố[ \xa0])")
"""What joins a body with where it is."""
STOCK_COMPANY = lazy(
    r"[ \xa0]?[-–][ \xa0]?(?:CTCP|Công ty (?:cổ phần|CP|mẹ)|CÔNG TY CỔ PHẦN)(?!\w)(?![ \xa0][A-ZĐ])"
)
"""The kind behind the name of a company: ``Tổng công ty Sông Hồng`` *- CTCP*."""
NEXT_GENERIC = lazy(
    rf"[ \xa0]?(?:,|và)[ \xa0][{UPPER}][^.;:,\n]{{3,60}}?[ \xa0](?:của[ \xa0])?các[ \xa0](?:{_LEVELS})(?!\w)"
)
"""A neighbour in a list that several places have: ``Phòng Nội vụ, Đài Truyền thanh các huyện``."""
ITEM_END = lazy(
    r"[ \xa0]?(?:[,;.)]|\n|$|(?:và|chủ trì|phối hợp|tham mưu|thực hiện|triển khai|tổ chức|hướng dẫn|theo dõi"
    r"|tiếp tục|đã|sẽ|căn cứ|báo cáo|chịu trách nhiệm)(?!\w))"
)
OFFICE_HOLDER = lazy(
    r"(?:Hiệu trưởng|Hiệu phó|Giám đốc|Phó |Chủ tịch|Bí thư|Trưởng |Chánh |Tổng Giám đốc|Viện trưởng"
    r"|lái xe |nhân viên |cán bộ (?!quản lý|chiến sĩ)|đại diện |lãnh đạo |một số |nhân dân |người dân "
    r"|ông |bà "
    rf"|gia đình (?:ông|bà|anh|chị|các|[{UPPER}])|bà con "
    r"|các (?![Kk]hu|[Cc]ụm|[Dd]ự án|[Cc]ông trình|[Cc]hương trình)"
    r"|(?:Tổ|Đội|Trạm|Hạt|Đồn|Chi hội|Thuyền|Máy|Xưởng) (?:trưởng|phó)|Kế toán trưởng|Chủ nhiệm"
    r"|(?:phó )?(?:tổng )?giám đốc|(?:phó )?chủ tịch|(?:phó )?hiệu trưởng|kế toán trưởng|thủ quỹ|thủ kho"
    r"|Thư ký|Thẩm phán|Kiểm sát viên|Ủy viên|Uỷ viên|Chuyên viên"
    r"|Cục trưởng|Thủ trưởng|Vụ trưởng|Chi cục trưởng|Ông |Bà |Đồng chí |Đại diện |Nguyên "
    r"|(?:bác s[ĩỹ]|dược s[ĩỹ]|kỹ sư|luật sư|đồng chí|đ/c|anh|chị|thầy|cô|em|cháu|thạc s[ĩỹ]|tiến s[ĩỹ])"
    rf"[ \xa0](?=[{UPPER}])"
    r"|(?:BS|Bs|BSCK|ThS|Ths|TS|PGS|GS|KS|DS|CN|CK|CKI{1,2})(?!\w)|BSCKI"
    r"|[ĐT]h?(?:ại|ượng|iếu|rung) (?:tá|tướng|úy) )"
)
"""What follows *and* where a person comes next, not another part of the name."""
TRUONG_SOMEBODY = lazy(r"Trường (?:Chinh|Sa|Sơn)(?!\w)")
"""A man, islands and mountains, whom streets are called by: ``đường`` *Trường Chinh*."""
FOR_PERSON = lazy(
    r"(?:đốc|tịch|thư|trưởng|phó|viên|Chánh|GĐ|nhiệm|lệnh|đốc điều hành|thường trực|phụ trách"
    r"|HĐQT|HĐTV|quản trị|biên tập|giám thị|đại diện|kế toán)[ \xa0]"
    r"(?:của[ \xa0])?\Z",
    re.IGNORECASE,
)
"""The end of an office before an organisation: the name behind it is a person's."""
OBJECT = lazy(r"[ \xa0](?:cho|được|với|về|tại|\d)(?=\W|\d)")
"""What shows that the words before it were a verb, no part of a name."""
PARTNER = lazy(r"(?<!\w)(?:hợp|với|đốc|cùng|do|[Bb]an [Qq]uản lý|BQL)[ \xa0]\Z")
"""What stands before a park that acts as an agency: ``phối hợp`` *VQG Pù Mát*."""
HELD_IN = lazy(r"(?:đốc|tịch|thư|trực|trưởng|Trưởng|Phó|phó|Chánh|nhiệm|lệnh)[ \xa0](?:của[ \xa0])?\Z")
"""The end of an office, behind which the body it is held in may be named by its head alone."""
NOT_BODY = lazy(r"gành[ \xa0]\Z")
"""``ngành Thuế``: a branch of government is no agency."""
REGION = lazy(r"(?:Nam|Trung|Bắc)[ \xa0]\Z")
"""``Nam Bộ``: a region, no ministry."""
SHORT_FORM = lazy(
    r"[ \xa0]\([A-ZĐ&.]{2,10}\)(?:[ \xa0](?:hai|02|2)[ \xa0]cấp)?"
    r"(?=[ \xa0](?:tỉnh|huyện|thành phố|TP|xã|phường|quận|thị xã|thị trấn|Việt Nam)(?!\w)"
    rf"|[ \xa0][{UPPER}])"
    r"|[ \xa0][Kk]h(?:óa|oá)[ \xa0](?:[IVX]{1,5}|\d{1,2})(?:[ \xa0]của)?"
    r"(?=[ \xa0](?:tỉnh|thành phố|TP)(?!\w))"
)
"""A short form in brackets in the middle of a name: ``Ủy ban nhân dân`` *(UBND)* ``tỉnh Hà Nam``."""
SHORT_NAME = lazy(r"[ \xa0]\(([A-ZĐ][A-ZĐ\d&.-]{1,9})\)[ \xa0]")
"""A short form in brackets within a name: ``Ủy ban Kiểm tra`` *(UBKT)* ``Huyện ủy``."""
ABOUT = lazy(r"[ \xa0]về[ \xa0](?!việc(?!\w)[ \xa0](?!làm))")
"""What joins a committee with its matter: ``Ban Chỉ đạo Trung ương`` *về* ``phòng, chống tham nhũng``."""
HOST_SCHOOL = lazy(r"[ \xa0]nhà trường(?!\w)")
"""``Hội đồng Thi đua - Khen thưởng`` *nhà trường*."""
REGIONAL_SEAT = lazy(r"[ \xa0][-–][ \xa0](?=[A-ZĐ])")
"""What joins a regional body to its province: ``Viện kiểm sát nhân dân khu vực 5 - Cần Thơ``."""
BLOC = lazy(
    r"[ \xa0]Khối[ \xa0](?:[Cc]ác[ \xa0])?(?:[Cc]ơ quan|[Dd]oanh nghiệp)"
    r"(?:[ \xa0](?:và|-|–)[ \xa0](?:các[ \xa0])?(?:[Dd]oanh nghiệp|[Cc]ơ quan))?(?!\w)"
)
"""The agencies or firms of a province as one whole: ``Hội Cựu chiến binh`` *Khối các cơ quan* ``tỉnh``."""
ALONE = lazy(
    r"[ \xa0]?(?:[,;:.)”\"\n]|$)|[ \xa0](?:đã|sẽ|đang|được|là|có|và|cũng|vẫn|còn|phải|cần|giao|tổ chức"
    r"|tiếp tục|phối hợp|chủ động|thực hiện|triển khai|cho|với|trong|để|tại|theo|hiện|luôn|tiến hành|tham mưu"
    r"|tiếp nhận|giải quyết|cho biết|ban hành|đề nghị|kiến nghị|đạt|thu|chi|mở|xử lý)(?!\w)"
)
"""What shows that a head stands alone: an end, or a verb of which it is the subject."""
SIGNED_FOR = lazy(r"(?:TM\.?|T/M\.?|KT\.?|TL\.?|TUQ\.?|K/T\.?)[ \xa0]*\Z")
FILED = lazy(r"(?:^|\n)[ \xa0]*[-+*]?[ \xa0]*Lưu[ \xa0:][^\n]*\Z")
TASK = lazy(
    r"(?!(?:đã|sẽ|đang|yêu cầu|đề nghị|giao|ban hành|họp|cần|phải|có|là|và|của|cho biết|tham mưu|phân công"
    r"|thống nhất|báo cáo|kiểm tra|làm việc|các|tỉnh|huyện|thành phố|TP|xã|phường|quận|thị xã|cấp|gồm|được"
    r"|do|tại|trong|tiếp tục|chỉ đạo|đánh giá|nhận định|trực tiếp)(?!\w))"
    r"(?:(?!(?<=,[ \xa0])các[ \xa0])[^.;:()\n\s\ud800-\udfff]{1,16}[ \xa0]){1,24}?"
    r"(?=(?:tỉnh|huyện|thành phố|TP|xã(?![ \xa0]hội)|phường|quận|thị xã|(?<!mục tiêu )(?<!ườn )quốc gia"
    r"|(?<!ườn )Quốc gia"
    r"|Trung ương)(?!\w))"
)
"""The task that a steering committee is named by, up to its level."""
PREVENTION = lazy(r"Phòng(?:,?[ \xa0]chống|[ \xa0](?:vệ|không|hộ|thủ|ngừa)|[ \xa0]cháy)(?!\w)")
"""What a body does, no office: ``Ban Chỉ đạo Phòng, chống tội phạm``, ``Cục`` *Phòng vệ* ``thương mại``."""
STATE = lazy(r"[ \xa0][Qq]uốc gia(?!\w)")
"""The level of a committee of the whole country."""
TASK_ENDS = lazy(
    r"[ \xa0](?:đã|sẽ|đang|yêu cầu|đề nghị|giao|họp|phải|cho biết|tham mưu|phân công|thống nhất|được|do|tại"
    r"|của|cho|với|nhằm|để|là|có|trên|ở|báo cáo|vừa|từ|phối hợp|phát hiện|kiến nghị|đề xuất|khi|chủ động"
    r"|tiến hành|tiếp tục|kịp thời|trước|làm chủ|liên quan|khiến|nói|khẳng định)[ \xa0]"
)
"""What shows that a stretch is a clause, not the task of a committee."""
NOT_SCHOOL = lazy(
    r"(?:nhà|nông|lâm|hội|quảng|thị|môi|công|hiện|quân|chiến|thương|ngư|khai|tựu|(?<!thành )lập)[ \xa0]\Z",
    re.IGNORECASE,
)
GENERIC = lazy(
    r"[ \xa0]+(?:các|những|từng|mỗi|một số|nhiều|cả|(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám"
    r"|chín|mười)(?:/\d+)?)[ \xa0]+"
    rf"(?:{_LEVELS}|sở|bộ)(?!\w)|[ \xa0]của[ \xa0](?:các|những|mỗi|từng|\d{{1,3}})(?!\w)"
    r"|[ \xa0]cấp[ \xa0](?:tỉnh|huyện|xã|trên|dưới|cơ sở)(?!\w)"
)
"""What shows that any of several bodies is meant: ``UBND các huyện``."""
LISTED_LEVEL = lazy(
    r"[ \xa0]?(?:,|và|/|hoặc|-|–|;)[ \xa0]?(?:và[ ])?(?:các[ ])?"
    r"(?:quận|huyện|tỉnh|thành phố|thị xã|thị trấn|xã|phường|đặc khu|TP\.?|TX\.?|TT\.?)"
    rf"(?!\w)(?![ \xa0][{UPPER}\d])"
)
"""More bare level words: ``UBND huyện, thị xã, thành phố``."""
CAPITALS = lazy(rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}")
FOREIGN_NAME = lazy(
    r"([A-Z][A-Za-z]{2,})(?:[ \xa0](?:(?:of|for|the|and|to|in|without|de|des|du)[ \xa0](?=[A-Z])"
    r"(?:the[ \xa0])?)?[A-Z][A-Za-z&'-]*(?!\w)){0,6}(?!\w)"
)
"""The name of a foreign body, group 1 its first word: ``tổ chức`` *Children of Vietnam*."""
OPENS_CLAUSE = lazy(r"(?:^|[\n.;:+*)-])[ \xa0]*\Z")
"""What stands before a verb that opens a clause: ``Tổ chức`` *Hội nghị*."""
OWN_TITLE = lazy(
    r"(?:[Vv]iện (?:trưởng|phó) viện|[Đđ]ội (?:trưởng|phó) đội|[Cc]ục (?:trưởng|phó) cục"
    r"|[Vv]ụ (?:trưởng|phó) vụ)\Z"
)
"""An office whose body repeats its first word: ``Viện trưởng`` *viện* ``Chiến lược ngân hàng``."""
UNIT_OFFICE = lazy(r"(?:rưởng|hó)[ \xa0]\Z")
"""The start of an office that *phòng* in small letters ends: ``Trưởng`` *phòng Nội vụ*."""
SCHOOL_OF = lazy(r"(?:rưởng|hó|iên|inh|iáo|ới|ạn)[ \xa0]\Z")
"""Who is of a school named by its kind alone: ``Hiệu trưởng`` *THPT Lê Lợi*."""
WORD_BEFORE = lazy(rf"(?<!\w)([{UPPER}]\w{{1,6}})[ \xa0]\Z")
LEVEL_BEFORE = lazy(r"(?:xã|phường|thị trấn)[ \xa0]\Z", re.IGNORECASE)
"""``thị trấn`` *Nông trường Mộc Châu*: the unit has the body's name."""
ESTATE = lazy(
    r"(?:KCN|CCN|KĐT|KDC|[Kk]hu công nghiệp|[Kk]hu đô thị|[Cc]ụm công nghiệp|[Kk]hu dân cư)[ \xa0]\Z"
)
"""``KCN`` *Sonadezi Châu Đức*: a place that has a company's name."""
HALF_WORD = lazy(
    r"(?<!\w)(?:cán|cục|tiểu|toàn|nội|đồng|tiến|sơ|thủy|đường|đi|cơ|trụ|hội|xứ|nhiệm)[ \xa0]\Z",
    re.IGNORECASE,
)
"""The first half of a word whose second looks like a head: ``cán`` *bộ*, ``trụ`` *sở*."""
SOCIETY = lazy(
    r"[ \xa0](?:(?!(?:tại|ở|của|cho|với|về|do|trên)[ \xa0])[^\W\d_A-ZĐ]{1,7}[ \xa0]){1,5}Việt Nam(?!\w)"
)
"""The field of a society in small letters: ``Trung ương Hội`` *nghề cá Việt Nam*."""
NOT_PAPER = lazy(
    r"(?<!\w)(?:thông|cảnh|dự|khai|trình|tố|loan|mật|cấp|cáo|quả|điện|hung)[ \xa0]\Z", re.IGNORECASE
)
"""What makes a verb of *báo*: ``thông`` *báo Đấu thầu*."""
HALF_UNIT = lazy(
    r"(?<!\w)(?:nghiệp|dịch|nhiệm|chức|phục|công|tài|thời|chính|tạp|học|giáo|ngoại|nội|thường|đặc|sự|quốc|văn|dự"
    r"|đề|căn|hải|đầu|binh|quân|bộ|biên|đồng|lữ|liên|bệnh|thư|pháp|bố|toàn|kết|tổng|chi)[ \xa0]\Z",
    re.IGNORECASE,
)
"""The first half of a word whose second is a unit elsewhere: ``Nghiệp`` *vụ* ``Du lịch``."""
COMMA = lazy(r",[ \xa0](?=[^\W\d_])(?!\w*[A-ZĐ])")
"""A comma between the parts of one name, the second of which begins small."""
MATTER_WORD = lazy(r"(?:,?[ \xa0])?([^\W\d_]+)")
NUMBERED_SCHEME = lazy(r"(?:,| và) Đề án \d{2,4}(?!\w|[.,/]\d)")
"""A scheme known by its number, the last of what a committee is for: ``chuyển đổi số`` *và Đề án 06*."""
AND_LATER = lazy(r"[^.;:()\n]{1,80}?[ \xa0](?:và|không)[ \xa0]")

"""The small patterns from which the grammar of programmes is built."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.names import UPPER
from vnreport.patterns import lazy

WINDOW = 320
SHORT_WITHIN = lazy(
    r"\([A-ZĐ&-]{2,9}\)(?=[ \xa0](?:\d{3,4}|về|vùng|và miền núi|xây dựng|phát triển|giảm nghèo|bền vững"
    r"|tỉnh|thành phố|huyện|giai đoạn|năm \d|đến năm|trên địa bàn|quốc gia)(?!\w))"
)
"""A short name within a title that goes on: ``Chương trình mỗi xã …`` *(OCOP)* ``tỉnh Hà Nam``."""
OF_PROVINCE = lazy(rf"(?:tỉnh|thành phố|TP\.?)[ \xa0][{UPPER}]")
"""The unit that a planning without a subject is of: ``Quy hoạch`` *tỉnh Hậu Giang* ``thời kỳ …``."""
OPEN = lazy(r"[ \xa0]?:?[ \xa0]?(?=[“«‘])|(?:[ \xa0]:?[ \xa0]?|:)(?=\")|[ \xa0]:?[ \xa0]?|:[ \xa0]?")
QUOTED = lazy(
    r"“[^“”\"\n\ud800-\udfff]{2,300}[”\"]|“[^“”\n\ud800-\udfff]{2,300}”|\"[^\"“”\n\ud800-\udfff]{2,300}[\"”]"
    r"|\"[^\"\n\ud800-\udfff]{2,300}\"|«[^«»\n\ud800-\udfff]{2,300}»"
    r"|‘[^‘’\n\ud800-\udfff]{2,300}’|'[^'\n\ud800-\udfff]{2,120}'(?!\w)"
)
QUOTES = ("“", '"', "‘", "«")
TO_QUOTE = lazy(r"[^“”\"‘’«»\n.;]{6,240}(?=[”\"’»])")
"""The title of a programme that is quoted with its kind: ``“Phong trào`` *thi đua yêu nước* ``”``."""
SIGNS = (
    r"(?P<hard>[ \xa0]\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    r"|\n[ \t]*(?=\n|[-+*•]|[A-ZĐ\d])|[;:…()“”\"|\t\ud800-\udfff]|\./|(?<!TP)(?<!TX)\.(?=\s|$)"
    r"|[ \xa0][-–][ \xa0](?=[A-ZĐ]|(?:một|là|nơi|công trình|dự án)[ ]))|(?P<comma>,(?!\d))"
)
SUM = r"(?:vốn[ \xa0])?\d(?:[\d.,]*\d)?[ \xa0]?(?:tỷ|tỉ|triệu đồng|nghìn đồng|đồng|%)"
TIME = lazy(
    r"(?:giai đoạn|đến năm|năm|đến|tầm nhìn|tầm nhìn đến năm|định hướng|định hướng đến năm"
    r"|giai đoạn từ năm)[ \xa0](?:đến[ \xa0])?(?:năm[ \xa0])?\d{4}"
    r"(?:[ \xa0]?[-–][ \xa0]?\d{4})?"
)
TAIL = lazy(
    rf",?[ \xa0](?:và[ \xa0])?(?:tầm nhìn|định hướng|có (?:tính|xét) đến|{TIME.pattern})(?:[ \xa0](?:đến"
    rf"|năm|\d{{4}}|[-–]|\d{{4}}-\d{{4}}))*"
)
NEXT_YEAR = lazy(r",[ \xa0]năm[ \xa0]\d{4}[ \xa0](?!của|trên|và)[^\W\d_]")
"""How a clause of another year begins: ``tuyến metro số 1`` *, năm 2007 thành phố* ``đã phê duyệt``."""
BY_THEN = lazy(r",[ \xa0]đến")
"""How a clause begins behind a title that has its last year: ``tầm nhìn đến năm 2050`` *, đến năm 2030*."""
WHOLE_TITLE = lazy(
    r"(?:(?:mục tiêu quốc gia|MTQG)(?: về)? )?"
    r"(?:(?:xây dựng )?(?:nông thôn mới|NTM)|giảm nghèo(?: nhanh và)? bền vững|mỗi xã một sản phẩm|OCOP)",
    re.IGNORECASE,
)
"""Titles of programmes of the whole country, behind which a comma opens the next matter."""
PERIOD = lazy(
    r",?[ \xa0](?:thời kỳ|giai đoạn|đến(?: năm)?)[ \xa0]\d{4}(?:[ \xa0]?[-–][ \xa0]?\d{4})?"
    r"(?:,?[ \xa0](?:và[ \xa0])?(?:tầm nhìn|định hướng)(?: đến)?(?: năm)?[ \xa0]\d{4}){0,2}"
)
"""The years of a planning: ``thời kỳ 2021 - 2030, tầm nhìn đến năm 2050``."""
YEAR_AT_END = lazy(r"[ \xa0]năm[ \xa0]\d{4}\Z")
CLAUSE = lazy(
    r"[ \xa0](?:và (?:hợp tác|phối hợp|đề nghị|yêu cầu|tổ chức|báo cáo|chỉ đạo|triển khai|đã|được)"
    r"|tham mưu|phối hợp|triển khai|thực hiện|báo cáo|đề xuất|trình|chỉ đạo|tổ chức(?! lại)"
    r"|tiếp tục|đồng thời|trong đó"
    r"|với|do|để|nhằm|đã|được|hướng dẫn|kiểm tra|rà soát|góp phần|qua đó|từ đó|bảo đảm"
    r"|đảm bảo|tập trung|gắn với|theo|trên|nhất là|đặc biệt|các"
    r"|(?:tỉnh|huyện|xã|thành phố|đơn vị|địa phương)[ \xa0](?:phải|đã|đang|sẽ|được|cần|có)"
    r"|trả lời|cho biết|nhưng|vì|nếu|ông|bà|anh|chị|người|chủ đầu tư|đại diện|trị giá|tổng vốn|từ năm|đây"
    r"|đến nay|hiện|như|là|ngay|khi|tăng|giảm|sở|ngành|ban hành"
    r"|vốn|nguồn vốn|vay vốn|sử dụng|quy mô|mức đầu tư|thời gian|dự kiến|khởi công|hoàn thành|đạt"
    r"|bổ sung \d)(?!\w)"
)
EMPTY = lazy(
    r"(?:thuộc|hóa|hoá|số(?![ \xa0]h(?:óa|oá))|này|trên|đó|nêu|đề ra|được|đã|của|do|có|là|và|năm|tháng"
    r"|quý|giai đoạn|hàng năm"
    r"|công tác năm|để|theo|sẽ|đang|cụ thể"
    r"|chi tiết(?![ \xa0](?:xây dựng|t[ỷỉ] lệ|khu|1/))"
    r"|bắt đầu|trong|tại|với|không|cũng|còn|sau|khi|phải|cần|bị"
    r"|nhằm|gồm|bao gồm|chưa|mới được|vừa|sắp(?! xếp)|nói trên|tiếp theo|thứ|cho (?:rằng|biết|thấy)"
    r"|đưa ra|đặt ra|phát thanh|truyền hình|phối hợp (?:giữa|với)"
    r"|kỳ họp|hội nghị|làm việc|công tác(?! xã hội)"
    r"|đầu tư công(?! trung hạn| trình)"
    r"|muốn|mang tính|dạy(?! và học| học| nghề)|nhận được"
    r"|giao lưu|nghệ thuật|văn nghệ|biểu diễn|ca múa|thời sự|tư vấn|tập huấn|giữa"
    r"|khởi công|chuyển tiếp|trọng điểm|vốn|nhóm [ABC])(?!\w)|\d"
)
HEADS = lazy(
    r"[ \t]*(?:[IVX]{1,4}[.)-]|\d|PHẦN|CHƯƠNG|MỤC|ĐIỀU|CĂN CỨ|KÍNH GỬI|CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BỘ|SỞ"
    r"|GIÁM ĐỐC|THỦ TƯỚNG|CHÍNH PHỦ|NƠI NHẬN|TM\.|KT\.)"
)
"""What opens a line in capitals below a title that has ended."""
OCCASION = lazy(
    r"(?:trao (?:giải|tặng|quà|học bổng|thưởng|bằng|kinh phí)|tuyên dương|tôn vinh|khen thưởng|gặp mặt"
    r"|họp mặt|đối thoại|tọa đàm|toạ đàm|hội thảo|lễ|kỷ niệm|khai mạc|bế mạc|tổng kết|sơ kết|ký kết|tham quan"
    r"|biểu dương|ra quân|phát động|giới thiệu|liên hoan|đêm|hội ngộ|tiếp sóng|chào mừng|mít tinh)(?!\w)",
    re.IGNORECASE,
)
"""What takes place for a day, though *chương trình* calls it: ``Chương trình`` *trao giải thưởng …*."""
BUDGET = lazy(r"(?:vốn|thu|chi|giao|tài chính|thu chi|lao động)(?! hút)(?! gom)(?!\w)")
"""``Kế hoạch vốn năm 2016``: an allotment, no plan with a name."""
ALLOTTED = lazy(r"(?<!\w)(?:giao|đề ra)\Z")
PART_QUOTED = lazy(r"\d{1,2}(?:\.\d)?(?:[ \xa0]về)?[ \xa0]?:?[ \xa0]?(?=[“\"«])")
"""The number of a part before its name in quotes: ``Dự án 8 “…”``."""
PART = lazy(
    r"\d{1,2}(?:\.\d)?(?:(?:[ \xa0][-–]|,|[ \xa0](?:của|thuộc))?[ \xa0](?:Tiểu )?[Dd]ự án[ \xa0]\d{1,2})?"
    r"(?::|[ \xa0]về)[ \xa0](?=[^\W\d_])"
)
"""The number of a part of a programme before its name: ``Dự án 1: …``, ``Tiểu dự án 2 - Dự án 4: …``."""
_BEHIND_NUMBER = (
    r"(?=[ \xa0]?(?:[,;:)\n–-]|\.(?!\d)|$)"
    r"|[ \xa0](?:của|tại|trên|ở|đã|đang|sẽ|được|giai đoạn|năm|về|và|trong|từ|do|với|để|nhằm|đạt|có"
    r"|còn|cũng|vẫn|theo|đến|là|cho|tỉnh|huyện|thành phố|Chính phủ|phải|cần|khi|vào|thuộc|chưa|bước đầu|mới"
    r"|này|chậm|thấp|bị|gặp|vướng|gồm|góp phần|giải ngân|triển khai|thực hiện|hỗ trợ|đầu tư"
    r"|phân bổ)(?!\w)|[ \xa0]\()"
)
"""What shows that a number alone names a programme: an end, a verb or where it is carried out."""
PART_ALONE = lazy(
    r"\d{1,2}(?:\.\d)?(?:(?:,|[ \xa0][-–]|[ \xa0](?:của|thuộc))?[ \xa0](?:Tiểu )?[Dd]ự án[ \xa0]\d{1,2})?"
    rf"(?![\w/%–-]|[.,]\d|[ \xa0]?:){_BEHIND_NUMBER}"
)
"""The number of a part that its name does not follow: ``Dự án`` *8*, ``Tiểu dự án`` *1, Dự án 4*."""
INNER = lazy(r"\d(?:[ \xa0][-–]|,|[ \xa0](?:của|thuộc))?[ \xa0]\Z")
"""What stands before the project that a part belongs to, within the name of the part."""
OWNER = lazy(
    rf"[ \xa0]của[ \xa0](?:[{UPPER}]|chị|anh|ông|bà|tỉnh|thành phố|huyện|quận|xã|phường|thị xã|đơn vị"
    r"|các (?:sở|ngành|cấp|huyện|tỉnh|địa phương|đơn vị|cơ quan|doanh nghiệp|hội|xã|bộ)|cơ quan|ngành"
    r"|sở|địa phương|công ty|tuổi trẻ|đoàn viên|hội viên|nhân dân|Nhân dân)"
)
CLOSES = lazy(r"[^,;.:\n()“”]{0,80}?[ \xa0](?:trên địa bàn|giai đoạn \d|năm \d{4}|đến năm)")
HALF = lazy(r"phòng,\Z", re.IGNORECASE)
"""The first half of a pair that a comma parts and joins: *phòng,* ``chống``."""
OTHER_HALF = lazy(r"[ \xa0](?:chống|tránh|ngừa|trừ|trị)(?!\w)", re.IGNORECASE)
LAST_NOUN = lazy(
    r"[ \xa0](?!(?:tỉnh|huyện|xã|thành phố|thị xã|thị trấn|phường|quận|thôn|đến|nay|năm|hiện|nhằm|cụ thể"
    r"|trong|sau|khi|gồm|là|vì|do|như|theo|với)(?!\w))"
    r"(?:[^\W\d_A-ZĐ]+[ \xa0]){0,3}[^\W\d_A-ZĐ]+(?=[ \xa0]?(?:[.;)]|\n|$))"
)
"""The last noun of a list that a title ends with: ``kho chứa 4 triệu tấn lúa,`` *gạo.*"""
SINCE = lazy(r"[ \xa0](?:đầu|ngày|tháng|năm|nay|khi|đó|quý|\d)(?!\w)")
"""A time behind ``từ``, where it is no part of a title."""
PLACE_BEHIND = lazy(
    r",?[ \xa0](?:tỉnh|thành phố|TP|huyện|quận|xã|phường|thị xã|trên địa bàn|tại|ở|cho|của|trong|vùng"
    r"|khu vực|ngành)(?!\w)"
)
"""What a title goes on with behind its years."""
CLOSED = lazy(
    r"(?:giai đoạn|thời kỳ|thời kì)(?:[ \xa0]từ)?(?:[ \xa0]năm)?[ \xa0]\d{4}"
    r"(?:[ \xa0]?[-–][ \xa0]?|[ \xa0]đến(?: năm)?[ \xa0])\d{4}"
    r"|(?<!từ )đến năm[ \xa0]\d{4}|(?<!mỗi )năm[ \xa0]\d{4}(?=[ \xa0](?:cho|với|nhằm|để)(?!\w))",
    re.IGNORECASE,
)
"""The years that a title ends with, but for a later horizon or where it holds."""
STAGE = lazy(r"(?:,[ \xa0]|[ \xa0]\()giai đoạn[ \xa0](?:\d|I{1,3})(?![\w/]|[-–,.]\d)\)?")
"""The stage of a project behind its name: *(giai đoạn 1)*."""
PLACED = lazy(r"[^;.:\n()“”]{0,60}?[ \xa0](?:giai đoạn \d{4}|đến năm)")
"""A place behind ``tại``, before the years of a title."""
NUMBER = lazy(r"((?:[^\W\d_]+[ \xa0]){1,3})(?=\d)")
IN_TIME = lazy(r"[ \xa0](?:thời gian|tương lai|năm|tháng|quý|giai đoạn)(?!\w)")
WHEN = lazy(r"[ \xa0](?:thời gian|năm|tháng|quý|\d|kỳ|những|các|đó|giai đoạn)(?!\w)")
EQUIPPED = lazy(
    r"[ \xa0](?:công trình|quy mô|gần|khoảng|trên|chủ đề|phương châm|thông điệp|số"
    r"|mức|hình|giá|tên gọi|chi phí|thiết kế|tổng"
    r"|chiều|kinh phí|nguồn|diện tích|mục tiêu|sự|các|những|nhiều|hơn|\d)(?!\w)"
)
"""What a project has (``với`` *quy mô 45 ha*), no part of its name."""
OPENS_SENTENCE = lazy(r"(?:^|[.!?:;]|\n[ \t]*(?:[-+*•]|\d{1,2}[.)]|[a-zđ]\))?)[ \t\xa0]*\Z")
NEXT_KIND = lazy(
    r"[ \xa0](?:và[ \xa0])?(?:[Tt]iểu dự án|[Dd]ự án|[Đđ]ề án|[Cc]hương trình|[Pp]hong trào|[Cc]uộc vận động"
    r"|[Cc]hiến dịch|[Cc]hiến lược|Quy hoạch|Kế hoạch|Tháng)(?!\w)"
)
"""The next programme in a list."""
VERB_AFTER_AND = lazy(
    r"[ \xa0]và[ \xa0](?:\d{1,3} dự án|đẩy nhanh|hoàn thành|khởi công|khẩn trương|yêu cầu|kiểm tra|giao"
    r"|trình|báo cáo|tổ chức|triển khai|chỉ đạo|ban hành|đề nghị|tham mưu"
    r"|phối hợp|hướng dẫn|các|những|một số|tiếp tục|đã|được|việc|công tác|Nghị|Quyết|Chỉ|Luật|Bộ luật"
    r"|Pháp lệnh|UBND|HĐND|Sở|Bộ|Thủ tướng|[Dd]ự án|[Đđ]ề án|[Cc]hương trình|[Kk]ế hoạch"
    r"|[Cc]hiến (?:lược|dịch)|[Qq]uy hoạch|[Pp]hong trào"
    r"|[Cc]uộc vận động|[Tt]iểu dự án|[Đđ]ề tài|[Đđ]ồ án|Tháng"
    r"|công trình(?![ \xa0](?:phụ trợ|trên|thoát|kỹ thuật|hạ tầng)))(?!\w)"
)
BOTH_CAPITAL = lazy(rf"(?:[{UPPER}]\w*|(?<=Y )tế|(?<=đai )\d)[ \xa0][-–][ \xa0](?=[{UPPER}])")
DANGLING = lazy(
    r"[ \xa0](?:không|khoảng|hơn|gần|và|(?<!địa )chỉ|gắn|đoạn|với|kết hợp|phù hợp|gắn kết|so|đối)\Z"
)
"""What only leads on to the preposition where a title was found to end: *gắn* ``với``, *đoạn* ``qua``."""
OF_AGENCY = lazy(
    r"(?:(?:Sở|Bộ|Vụ|Cục|Phòng|phòng|sở|Ban|Khoa|khoa|Ngành|ngành"
    r"|[Hh]ội|[Vv]iện|[Đđ]ối tác|[Hh]ợp tác|Tài chính -|[Nn]ghiên cứu)"
    r"|[Bb]an [Cc]hỉ (?:đạo|huy)(?: các)?|BCĐ)[ \xa0]\Z"
)
"""The agency whose field begins like a programme: ``Phòng`` *Kế hoạch*, ``Ban Chỉ đạo`` *Chương trình …*."""
WELL_KNOWN = lazy(r"(?:MTQG )?(?:0\d|\d{3,4}|30[aA])")
"""Numbers that a programme is known by without a capital: ``chương trình 135``."""
SHORT = lazy(r"(?:OCOP|(?:CT)?MTQG[ ][A-ZĐ]+|KC\.?\d+|30[aA]|điện (?:VI{1,3}|IX))\b")
"""Titles of one or two words that name a programme."""
COINED = lazy(
    r"(?:(?!(?:BOT|PPP|ODA|FDI|NGO|UBND|HĐND|CNTT|THPT|THCS|KHCN|KTXH|GTVT|PTNT|CNC)(?!\w))"
    r"[A-Z]\w{0,20}[A-Z](?:\w{0,20}[A-Z]\w*|[a-z]{0,20}\d\w*)"
    r"|[A-Z][bcdfghklmnpqrstvwxz]*[aeiouy]+[bcdfghklmnpqrstvwxz]+[aeiouy]\w*)(?!\w)"
    rf"(?:[ \xa0](?:[-–][ \xa0])?[{UPPER}]\w*"
    rf"|[ \xa0](?:số[ \xa0])?\d{{1,2}}(?![\w.,%/])(?![ \xa0][^\W{UPPER}]))*"
)
"""The name of a project that is no Vietnamese syllable: *VnSAT*, *Happy* ``Home``."""
QUALIFIED = lazy(r"(?:[ \xa0][^\W\d_]+){1,5}(?:[ \xa0]|:[ \xa0]?)(?=[“«]|\"\S)")
"""Words between a kind and its title in quotes: ``đề tài`` *khoa học cấp tỉnh* ``“…”``."""
OF_RANK = lazy(r"(?<=cấp )(?:Bộ|Nhà nước|Quốc gia|Tỉnh|Đại học|Cơ sở|Trường|Ngành)(?!\w)")
"""Whose theme a study is: ``đề tài cấp`` *Bộ* ``“…”``."""
WITH_QUALITY = frozenset(
    ("Đề tài", "Dự án", "Đề án", "Chương trình", "Phong trào", "Phong trào thi đua", "Chiến dịch")
)
DATED = lazy(r"(?:giai đoạn(?: từ)?(?: năm)?|đến(?: năm)?|thời kỳ)[ \xa0](?:19|20)\d{2}(?!\d)", re.IGNORECASE)
"""The years that show a title in small letters to be one: ``đề án phát triển du lịch`` *giai đoạn 2021*."""
BY_TITLE = frozenset(("Chương trình", "Đề án", "Chiến lược", "Quy hoạch"))
SOMEBODY = lazy(r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|(?:PGS|GS|TS|ThS|BS|KS|CN)[. ]|Thạc s[iĩỹ]|Tiến s[iĩỹ])")
"""Who leads what stands before the colon."""
NAME = lazy(rf"[{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{2,3}}")
HEADED = lazy(r"(?:Giám đốc|Ban [Qq]uản lý|BQL|Ban QL)[ \xa0]\Z", re.IGNORECASE)
"""Who leads a project, or the board that does: behind them a person's name is no title."""
BATTLE = lazy(r"(?:Điện Biên|Hồ Chí Minh|Tây Nguyên|Biên giới|Đường 9|Quảng Trị|Việt Bắc|Mậu Thân)(?!\w)")
"""What follows *Chiến dịch* where it is one of war."""
COUNTED = lazy(r"\d[ \xa0]\Z")
SEVERAL = lazy(r"(?:\d|[Cc]ác|[Nn]hững|[Nn]hiều|[Mm]ột số|[Mm]ỗi|từng|loại)[ \xa0]\Z")
DEMONSTRATIVE = lazy(r"(?:này|nêu trên|nói trên|trên đây|kia|ấy)\Z")
NUMBER_NAME = lazy(rf"(?:(?:MTQG|số) )?\d{{2,4}}[aA]?(?![\w/%–-]|[.,]\d){_BEHIND_NUMBER}")
"""A programme known by the number of its decision: ``Đề án 06``, ``Chương trình 135``."""
PHASE = lazy(r"[ \xa0]giai đoạn (?:I{1,3}|\d)(?!\w|[-–/.,]\d)")
NO_NAME = lazy(
    r"(?:Luật|Bộ luật|Nghị quyết|Nghị định|Pháp lệnh|Thông tư|Quyết định)(?!\w)"
    r"|(?:BT|BOT|PPP|ODA|FDI|NGO)(?!\w)(?![ \xa0][A-ZĐ])"
)
"""What follows *dự án* where it is the draft of a law, or where only its kind is said."""
APPROVES = lazy(
    r"[ \xa0,]{0,2}(?:(?:về )?(?:việc )?(?:phê duyệt|ban hành)|về(?: việc)?)(?: điều chỉnh)?[ \xa0]"
)
NO_TITLE = lazy(
    r"(?:Thủ|Chính phủ|UBND|Ủy ban|Uỷ ban|HĐND|Sở|Bộ|Trung ương|Quốc hội|Tỉnh|Ban|Hội"
    r"|Đảng|Chủ|Nhà nước|TW|Cục|Tổng)(?!\w)"
)
PLACE_AFTER = lazy(
    r"[ \xa0](?:trên địa bàn|tại|trong)[ \xa0](?:toàn[ ])?(?=tỉnh|thành phố|TP|huyện|quận"
    r"|xã|phường|thị|vùng|khu vực|cả nước)"
)


@cache
def told() -> re.Pattern[str]:
    """How a clause begins that tells a figure: ``Chương trình A,`` *tỷ lệ tiêm đạt* ``96%``."""
    heads = {row["head"] for row in table("indicator_heads")}
    ordered = sorted(
        (re.escape(head) for head in heads if " " in head or head == "tổng"), key=len, reverse=True
    )
    return re.compile(
        rf"[ \xa0](?:{'|'.join(ordered)})(?!\w)[^,;.:()\n]{{0,70}}?"
        r"[ \xa0](?:đạt|tăng|giảm|ước|chiếm|bằng|là|còn)[ \xa0][^\d,;.\n]{0,15}\d"
    )


@cache
def works() -> re.Pattern[str]:
    """Works with a name of their own: ``dự án`` *cầu Cửa Hội*, ``dự án`` *nâng cấp đường tỉnh Lộ Tẻ*."""
    kinds = "|".join(sorted((row["work"] for row in table("programme_works")), key=len, reverse=True))
    return re.compile(
        r"(?:(?:BOT|BT|PPP|ODA)[ \xa0])?"
        r"(?i:(?:đầu tư|xây dựng|nâng cấp|cải tạo|mở rộng|sửa chữa|,|và)[ \xa0]?)*"
        r"(?:(?:toàn[ \xa0])?tuyến[ \xa0])?"
        r"(?:(?:[Qq]uốc lộ|[Tt]ỉnh lộ|[Đđ]ường (?:tỉnh|huyện)|QL|ĐT)[ \xa0.]?(?=\d)"
        rf"|(?i:{kinds})(?!\w)(?:[ \xa0][^\W\d_{UPPER}]+){{0,4}}(?:[ \xa0]\d{{2,3}}[ \xa0]?[kK][vV])?"
        r"(?:[ \xa0](?:số|mạch)[ \xa0]\d{1,2})?"
        rf"[ \xa0](?=[{UPPER}]\w))"
    )


@cache
def title_break() -> re.Pattern[str]:
    """Where a title may end: ``hard`` signs, a ``comma``, a ``word`` of the table or a sum."""
    words = []
    for row in table("programme_ends"):
        before = "".join(f"(?<!{word[1:]} )" for word in row["not_after"].split(";") if word)
        behind = [
            f"({sign}[ ](?:{row[column].replace(';', '|').replace('#', chr(92) + 'd')}))"
            for column, sign in (("unless", "?!"), ("only", "?="))
            if row[column]
        ]
        words.append(before + row["word"] + "".join(behind))
    return re.compile(rf"{SIGNS}|[ \xa0](?P<word>{'|'.join(words)}|{SUM})(?!\w)")


@cache
def known() -> re.Pattern[str]:
    """How the titles begin that name a programme without quotes; group ``small``: in any letters."""
    rows = table("known_programmes")
    small = "|".join(re.escape(row["opening"]) for row in rows if row["small"] == "y")
    other = "|".join(re.escape(row["opening"]) for row in rows if row["small"] != "y")
    return re.compile(rf"(?:(?P<small>{small})|{other})(?!\w)", re.IGNORECASE)


@cache
def known_of(kind: str) -> re.Pattern[str]:
    """How the titles begin that name a programme of one kind in small letters too."""
    rows = table("known_programmes")
    return re.compile(
        rf"(?:{'|'.join(re.escape(row['opening']) for row in rows if row['small'] == kind) or '(?!)'})(?!\w)"
    )

"""What stands between a cue, the instruments it governs and each other, as patterns over folded text."""

from __future__ import annotations

import re

from vnreport.patterns import lazy

CLOSED = lazy(r"[^(]{0,400}?\)")
"""A bracket that closes behind a cue: the cue belongs to what stands in it."""
NEAR = lazy(
    r"\s*(?:(?:(?:\d{1,2}|một|hai|ba|bốn|năm|mười)\s+(?:năm|tháng|quý)|các|những|nội\s+dung|tinh\s+thần|quy\s+định|một\s+số|của|cho|vào|sau|trước|và|"
    r"(?:khoản|điểm|điều|mục|chương|phụ\s+lục)(?:\s+(?:\d{1,3}[a-zđ]{0,2}|[a-zđ]{1,2}|[ivx]{1,5})(?:\s*[,;])?)?)\s+)*"
)
"""The words that may part a cue that counts right before an instrument from it."""
AT = lazy(r"(?<![^\W_])(?:tại|trong|bằng)(?:\s+(?:các|những|nội\s+dung))?\s*$")
TURNS = lazy(r",\s*(?:nhưng|song|còn|trong\s+khi|tuy\s+nhiên)(?![^\W_])")
"""What opens another clause, whose instrument the cue before does not govern."""
SPOKEN = lazy(
    r"\s*(?:lời\s+|ý\s+kiến\s+)?(?:của\s+)?(?:(?:các|một|những|vị|nhiều)\s+)*(?:ông|bà|anh|chị|đồng\s+chí|lý\s+giải|giải\s+thích|đánh\s+giá|"
    r"nhận\s+định|phân\s+tích|đại\s+diện|lãnh\s+đạo|luật\s+sư|chuyên\s+gia|bộ\s+trưởng|thứ\s+trưởng|giám\s+đốc|chủ\s+tịch|"
    r"tìm\s+hiểu|thống\s+kê|tiến\s+sĩ|gs|pgs|ts|ths|thiếu\s+tướng|trung\s+tướng|thượng\s+tướng|đại\s+tướng|thiếu\s+tá|trung\s+tá|"
    r"thượng\s+tá|đại\s+tá|thẩm\s+phán|kiểm\s+sát\s+viên|người\s+dân|doanh\s+nghiệp|phản\s+ánh)(?![^\W_])"
)
"""Whose words follow behind the comma: ``Theo`` *ông Nam, các quy định của* ``Thông tư 47``."""
IN_BRACKETS = lazy(r"(?:\(|(?<![^\W_])(?:có|nằm))\s*trong(?:\s+(?:các|những))?\s*$")
"""What opens an aside on an instrument, which no verb before the bracket speaks of."""
PASSED_BY = lazy(r"\s+(?:từ|tại|bởi|ngày|năm|trong|ở)\s[^;.]*,")
"""When or where something was passed, up to the comma of the next item."""
NEXT_CELL = lazy(r"[ \xa0]*[\t|:][ \xa0]*")
"""What parts the words of a table from the instrument in the next cell."""
AGENT = lazy(r"(?P<object>(?:[^\W\d_]+\s+){0,4})(?P<by>bởi|bằng|tại|theo)(?:\s+(?:các|những))?\s*$")
"""What turns ``sửa đổi`` about: ``được sửa đổi, bổ sung một số điều bởi Nghị định …``."""
SOME_IN = lazy(
    r"(?:thực\s+hiện\s+|thi\s+hành\s+)?một\s+số\s+(?:điều|khoản|nội\s+dung|quy\s+định|điểm)\s+(?:trong|tại)"
)
"""What of an instrument is guided: ``hướng dẫn`` *một số quy định trong* ``Nghị định …``."""
PARTS = lazy(r"(?:một\s+số|các)\s+(?:điều|khoản|nội\s+dung|quy\s+định)(?:\s+và\s+phụ\s+lục)?")
"""What of an instrument was amended: ``được sửa đổi`` *một số điều* ``theo Luật số …``."""
JOINED = lazy(r"\S.*?(?:[,;\n]|(?<![^\W_])(?:và|cùng|hoặc))(?:\s+[^\W\d_]+){0,6}\s*$", re.DOTALL)
"""Words with another object before the instrument: ``chủ trương của tỉnh, Nghị quyết …``."""
ADVERBIAL = frozenset({"issued_under", "based_on"})
"""Relations whose cues open a phrase beside the clause, which a comma ends."""
GOES_ON = lazy(
    r"\s*(?:(?:và|cùng|hoặc|các|những|nội\s+dung|nhất\s+là|đặc\s+biệt\s+là|trong\s+đó\s+có|như|gồm|bao\s+gồm|kể\s+cả|"
    r"cũng\s+như|một\s+phần|toàn\s+bộ|tại|trong|của|theo|tinh\s+thần|quy\s+định|hướng\s+dẫn|chỉ\s+đạo|một\s+số)\s+)*"
)
"""What may stand between the comma of a list and its next instrument."""
AND_ONLY = lazy(r"\s+và\s+(?:các\s+)?")
ENDS_IN_AND = lazy(r"[^\W_]\s+và\s+(?:các\s+)?\Z")
BESIDE = lazy(r"\s*(?:,(?:\s*và)?|\s+và)\s+(?:các\s+)?")
OF_DOCUMENTS = lazy(
    r"\s*(?:(?:các|những|đúng|toàn\s+bộ|một\s+số|nội\s+dung|tinh\s+thần)\s+)*(?:quy\s+định|hướng\s+dẫn|chỉ\s+đạo|yêu\s+cầu|"
    r"luật(?!\s+sư)|pháp\s+luật|nghị\s|thông\s+tư|quyết\s+định|chủ\s+trương|chính\s+sách|kế\s+hoạch|chương\s+trình|đề\s+án|"
    r"văn\s+bản|điều|khoản|kết\s+luận|chỉ\s+thị|quy\s+chế|tiêu\s+ch|chức\s+năng|nhiệm\s+vụ|ý\s+kiến|công\s+văn)"
)
ASIDE = lazy(
    r"\s*(?!(?:các\s+|những\s+)?(?:quy\s+định|pháp\s+luật|văn\s+bản|hướng\s+dẫn|chỉ\s+đạo|luật|nghị|điều|khoản))[^\W\d_][^()]{2,200}\(\s*"
)
"""The object of a cue and the bracket behind it, where the object is no document."""
LISTS = lazy(
    r"(?<![^\W_])(?:nghị\s+(?:quyết|định)|văn\s+bản|quyết\s+định|kế\s+hoạch|chỉ\s+thị|công\s+văn|thông\s+tư)(?:(?!số\s*\d)[^.,;:]){0,60}:\s*$"
)
"""What introduces a list of instruments within its sentence: ``Một số nghị quyết quan trọng: …``."""
ITEM_OPENS = lazy(r"(?:[\W\d_]|[^\W\d_](?![^\W\d_])|[ivx]+(?=[.)]))*(?:[^\W\d_]+\s+)?(?:số\s*)?\W*")
"""What may stand before the instrument that an item of a list is: a number, a letter, a word of its own."""
LISTED = 100
"""How far before an instrument the words that introduce its list may begin, in characters."""
OBJECT = lazy(r"\s*(?:(?:các|những|đúng|nội\s+dung|đầy\s+đủ|nghiêm|nghiêm\s+túc|tốt|một\s+số|vào)\s+)*")
"""The words that may part a verb from its object ``quy định``."""
TAIL = lazy(r"(?:[^\W\d_]+\s+){0,12}(?:tại|của|trong|theo|kèm|với)\s*(?:(?:các|những)\s*)?$")
"""What the last item of a list may say before its instrument: ``và ý kiến của Sở Tư pháp tại Báo cáo …``."""
ITEM_ENDS = lazy(r"[,;(\n&+]|(?<![^\W_])(?:và|cùng|hoặc|hay|với|gồm|như|là)(?![^\W_])")
"""What parts the items of a list."""
CLAUSAL = lazy(
    r"(?<![^\W_])(?:không|chưa|do|vì|nên|đã|đang|sẽ|phải|được|bị|thì|còn|có|là|mà|khi|để|nhằm|đến|đạt)(?![^\W_])"
)
"""Words that make a clause of what stands before an instrument."""
ALIAS = lazy(r"(?<![^\W_])(?:gọi\s+(?:tắt\s+|chung\s+)?là|viết\s+tắt\s+là)\s*[“\"]?\s*$")
ATTACHED = lazy(
    r"\s*(?:(?:các|những|một\s+số|nội\s+dung|điều|của|khoản|điểm|tiêu\s+chí|danh\s+mục|phụ\s+lục|\d+|[a-zđ])[\s,]+)*"
    r"(?:quy\s+(?:chế|định|trình|tắc)|điều\s+lệ|nội\s+quy|bộ\s+tiêu\s+chí|bảng|biểu|danh\s+mục|phụ\s+lục|kế\s+hoạch|"
    r"đề\s+án|chương\s+trình|phương\s+án|định\s+mức|mẫu|chế\s+độ|hướng\s+dẫn|tiêu\s+chuẩn|quy\s+chuẩn)"
    r"(?![^\W_])[^.;:()]{0,160}"
)
"""The document that a cue speaks of, where it has an instrument: ``sửa đổi Quy chế … kèm theo …``."""
QUOTED_PART = lazy(
    r"\W*(?:(?:\d{1,2}|[a-zđ])[.)]\s*)?(?:(?:các\s+)?(?:cụm\s+)?từ|đoạn|câu|nội\s+dung|số)?\s*"
    r"[“\"][^”\"\n]{0,200}[”\"]\s*(?:tại|của|trong|ở)\s*$"
)
"""A list item that opens with quoted words of its instrument: ``2. Cụm từ “…” tại Điều 3 Quyết định …``."""
PREDICATE = lazy(
    r"\s*(?:không|chưa|chỉ|cũng|áp\s+dụng|có\s+hiệu\s+lực|yêu\s+cầu|cho\s+phép|nêu\s+rõ|"
    r"đã(?!\s+được\s+(?:sửa|thay|bổ)))(?![^\W_])"
)
"""What makes an instrument the subject of a clause of its own."""
BROUGHT_TO_LIFE = lazy(r"\s*(?:[^\W\d_]+\s+){0,6}(?P<life>vào\s+cuộc\s+sống)(?![^\W_])")
OF_YEAR = lazy(r"\s*(?:vào\s+)?(?:các\s+)?(?:năm\s+)?(?:19|20)\d\d(?!\w)")
"""``sửa đổi, bổ sung năm 2017`` tells of a law, not of the next one."""
SINCE = lazy(r"(?<![^\W_])(?:khi|thời\s+điểm|kể\s+từ\s+ngày|đến\s+ngày|trước\s+ngày|sau\s+ngày)\s*$")
COMES = lazy(
    r"\s*(?:[^\W\d_]+\s+){0,2}(?:có\s+hiệu\s+lực|ra\s+đời|được\s+ban\s+hành|ban\s+hành|được\s+thông\s+qua)(?![^\W_])"
)
"""What comes about in a clause of time: ``từ khi Luật … có hiệu lực``."""
CLAUSE = lazy(
    r"\s*,\s*(?!(?:và|các|những|nghị|thông|quyết|luật|bộ\s+luật|chỉ\s+thị|kế\s+hoạch)\s)[^;]{12,200};"
)
"""The main clause behind an adverbial phrase, up to its semicolon: ``Căn cứ …, UBND huyện giao vốn; …``."""
ACTING = lazy(
    r"(?<![^\W_])(?:đã|đang|vừa|sẽ|tiến\s+hành|tổ\s+chức|ban\s+hành|xây\s+dựng|triển\s+khai|giao|chỉ\s+đạo)(?![^\W_])"
)
"""What shows that a clause tells of deeds, and is no part of a title."""
LAPSES = lazy(r"\s*(?:hết|chấm\s+dứt)\s+hiệu\s+lực(?![^\W_])")
MANNER = lazy(
    r"\s*(?:(?:một\s+cách|có|và|hiệu\s+quả|chất\s+lượng|đồng\s+bộ|toàn\s+diện|kịp\s+thời|nghiêm(?:\s+(?:túc|minh|chỉnh))?|"
    r"thống\s+nhất|quyết\s+liệt|đầy\s+đủ|thường\s+xuyên|sâu\s+rộng|sáng\s+tạo|linh\s+hoạt|thiết\s+thực|chặt\s+chẽ|rộng\s+rãi|"
    r"công\s+khai|minh\s+bạch|chủ\s+động|tích\s+cực|đúng|tiến\s+độ|tốt|các|những|nội\s+dung|quy\s+định|của|theo)(?:\s+|\Z))+"
)
"""How something is carried out, behind a comma: ``triển khai nhanh,`` *có hiệu quả nội dung của*."""
NOMINAL = lazy(
    r"(?<![^\W_])(?:xét|theo|với|trước|từ|sau|qua|các|những|mọi|có|nhận\s+được|tiếp\s+nhận|căn\s+cứ(?:\s+vào)?|trên\s+cơ\s+sở|"
    r"đồng\s+ý|văn\s+bản|ý\s+kiến|nội\s+dung|xem\s+xét)\s+\Z"
)
"""What makes a noun of ``đề nghị``: *theo* ``đề nghị của Sở, UBND tỉnh ban hành …``."""
COUNCIL = lazy(r"(?<![^\W_])(?:hđnd|hội\s+đồng\s+nhân\s+dân)(?![^\W_])[^.;]{0,60}$")
NOWADAYS = lazy(r"[(,]\s*(?:hiện\s+)?(?:nay|trước(?:\s+(?:đây|kia))?)\s+là(?:\s+(?:các|theo))?\s*$")
"""What came of an instrument or was before it: ``Nghị định số 27 (nay là Nghị định số 112)``."""
GROUNDS = lazy(r"\W*(?:căn\s+cứ|xét)(?![^\W_])")
GROUNDS_ABOVE = lazy(r"[\W\divxa-z]{0,8}?\s*(?:các\s+|những\s+)?(?:căn\s+cứ|cơ\s+sở|văn\s+bản)(?![^\W_])")
"""A heading that names the grounds of what follows."""
UNDERGONE = lazy(r"(?<![^\W_])được\s+(?:[^\W\d_]+\s+){0,6}\Z")
PASSIVE = lazy(
    r"\s*(?:(?:đã|đang|cũng|tiếp\s+tục|đều|vừa|mới|sớm|kịp\s+thời|chính\s+thức)\s+){0,2}(?:được|bị)\s+(?:tổ\s+chức\s+)?"
)
AGENT_SIGNS = lazy(r"\s+(?:(?:ký|xem\s+xét|chính\s+thức|kịp\s+thời),?\s+){0,2}(?=ban\s+hành(?!\s+kèm))")
"""What stands between who issues an instrument and the verb: ``được UBND tỉnh`` *ký* ``ban hành``."""
UNDONE = lazy(
    r"(?:(?P<amended>sửa\s+đổi|bổ\s+sung|sửa\s+đổi,?\s+(?:và\s+)?bổ\s+sung)|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ)"
    r"(?:\s+(?:một\s+số\s+(?:điều|nội\s+dung)|toàn\s+bộ|một\s+phần))?"
    r"(?=\s*(?:[.;:]|\Z)|\s+(?:như\s+sau|kể\s+từ|từ\s+ngày))"
)
"""What a rule says of a provision before the verb, without an agent: ``… được sửa đổi như sau``."""
MARKER = lazy(r"(?:(?P<figure>\d{1,3})|(?P<letter>[a-zđ])|(?P<roman>[ivx]{2,5}))[.)/]\s")
"""What numbers an item of a list."""
OPENS = lazy(r"(?:^|[,;:.(\n–-])\s*(?:(?:đã|đang|tiếp\s+tục|tổ\s+chức|chỉ\s+đạo|được|và)\s+)*$")
"""What stands before a cue that opens a clause of its own."""


def ended(tail: str) -> bool:
    """Tell whether the phrase that a cue opens ends at a comma before the instrument.

    ``Theo Sở Tài chính, do Thông tư …`` and ``Căn cứ tình hình, các xã … Nghị quyết …`` end there;
    ``theo quy định của pháp luật, Nghị định …`` goes on.
    """
    phrase, comma, rest = tail.rpartition(",")
    if not comma:
        return False
    if GOES_ON.fullmatch(rest) is None:
        # "theo chủ trương của Đảng, nghị quyết của Quốc hội và Nghị quyết 01": a list of documents.
        documents = OF_DOCUMENTS.match(phrase) and OF_DOCUMENTS.match(rest) and ENDS_IN_AND.search(rest)
        return not documents and MANNER.fullmatch(rest) is None
    if rest.strip() and SPOKEN.match(phrase):
        return True
    return not rest.strip() and OF_DOCUMENTS.match(phrase) is None


def coordinated(between: str) -> bool:
    """Tell whether the words between two instruments make the second the next item of a list.

    Args:
        between: the folded words, the title of the first among them.
    """
    parts = list(ITEM_ENDS.finditer(between))
    if not parts:
        return False
    tail = between[parts[-1].end() :]
    if GOES_ON.fullmatch(tail):
        return True
    return TAIL.match(tail.lstrip()) is not None and CLAUSAL.search(tail) is None

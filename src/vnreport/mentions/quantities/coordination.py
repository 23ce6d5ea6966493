"""Nouns that are counted together (``tổ chức, cá nhân``; ``sở, ngành và địa phương``)."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.grammar import Grammar, is_known, longest
from vnreport.mentions.quantities.tokens import Token, is_called, is_place

_AHEAD = 5
_PARTING = frozenset(["và", "của", "tại", "với", "trong", "có", "bị", "nộp", "được"])
"""Words between a noun and a number that is not its own (``12 xã, thị trấn trong | 05 ngày``)."""
MODIFIERS_AHEAD = frozenset(["khoảng", "chừng", "gần", "hơn", "trên", "dưới", "ít", "tối", "xấp", "ước"])
"""Words of a modifier: what they open is a number of its own (``12 xã và khoảng | 30 hộ``)."""
_ASPECTS = frozenset(
    ["đã", "còn", "đang", "vừa", "cũng", "vẫn", "phát", "tiến", "yêu", "kiến", "ghi", "lập", "xử"]
)
"""Words that open what somebody does."""
_CASES = frozenset(["trường hợp", "vụ", "lượt", "người", "ca", "đối tượng"])
_LEVELS = frozenset(["xã", "phường", "thị", "trấn", "quận", "huyện", "tỉnh", "thành", "sở", "ban", "ngành"])
"""Words of levels of administration, which a dash may join as a comma does."""
ROUND_BASES = frozenset(["100", "1.000", "1000", "10.000", "10000", "100.000", "100000", "1.000.000"])
"""What rates are counted for (``16 máy/100 dân``)."""


def coordinated(
    text: str, toks: Sequence[Token], words: list[str], i: int, unit: str, grammar: Grammar
) -> int:
    """Give how many tokens a comma or ``và`` at ``i`` and the noun behind it add to a phrase.

    Args:
        text: the text, for the case of letters.
        toks: the tokens behind the number.
        words: their texts in lower case.
        i: index of the comma, slash or conjunction.
        unit: the head of the phrase; a noun that repeats it opens a count of its own.
        grammar: the tables.

    Returns:
        The number of tokens, the mark included; 0 where the phrase ends before the mark.
    """
    comma = toks[i].text == ","
    first = i + 1
    if comma and first < len(toks) and words[first] in {"và", "hoặc"}:
        first, comma = first + 1, False
    if first >= len(toks) or toks[first].kind != "word" or "\n" in toks[first].gap:
        return 0
    if comma and (
        words[first : first + 2] in (["chủ", "yếu"], ["bình", "quân"])
        or (unit == "người" and words[first : first + 2] == ["tài", "sản"])
        or (unit == "người" and i == 1 and words[first : first + 2] != ["phương", "tiện"])
    ):
        return 0  # 16 người bị thương, tài sản thiệt hại 44 tỷ đồng; biên chế 65 người, hợp đồng 4 người
    if comma and unit not in role("told_by") and _measures(words, first):
        return 0  # 479 vụ hàng giả |, giá trị hàng vi phạm lên đến 18 tỷ đồng
    if (alike := _alike(text, toks, words, i, first, comma=comma)) is not None:
        return alike
    noun = longest(words, first, grammar.nouns, grammar.noun_sizes)
    together = role("together")
    if words[first] in together and words[i - 1] in together and (noun is None or noun[1] == 1):
        return 0 if _counts_itself(text, toks, first + 1) else first - i + 1
    stop = longest(words, first, grammar.effects, grammar.effect_sizes)
    if stop is not None and grammar.effects[stop[0]] != "keep" and (noun is None or stop[1] >= noun[1]):
        return 0
    if noun is None:
        size = stop[1] if stop is not None else 0
        return 0 if comma else _other(words, first, size, grammar) and first - i + max(size, 1)
    # "tin, bài", but no "cán bộ, tay": a lone syllable joins lone syllables, or is a level of administration.
    lone = noun[1] == 1 and grammar.nouns[noun[0]] != "admin" and noun[0] not in {"sở", "ban", "ngành", "hội"}
    if lone and not (i == 1 or words[i - 2] in {",", "và"}):
        return 0
    if _acts(toks, first, noun, unit, grammar, comma=comma):
        return 0
    behind = first + noun[1]
    titled = words[behind : behind + 1] in (["ông"], ["bà"])  # 52 con, hộ ông Bình
    if comma and noun[0] not in role("companion") and (titled or is_called(text, toks, behind)):
        return 0
    goes_on = words[behind : behind + 1] in (["cũng"], ["vẫn"])
    if comma and noun[1] > 1 and grammar.nouns.get(unit) != "admin" and noun[0] not in together:
        # 9 vụ | , đường sắt không xảy ra
        goes_on = goes_on or words[behind : behind + 1] in (["không"], ["chưa"], ["đã"])
    if goes_on or noun[0] == unit or is_place(text, toks, first, grammar):
        return 0
    if comma and noun[0] in role("doing") and _opens_count(toks, words, behind, unit):
        return 0
    paired = grammar.nouns.get(unit) == grammar.nouns[noun[0]] == "admin" or f"{unit} {noun[0]}" in role(
        "pair"
    )
    if _counts_itself(text, toks, behind, grammar if paired else None):
        return 0
    if comma and i == 1 and unit in _CASES and _labels_count(text, toks, words, behind):
        return 0
    return first - i + noun[1]


def _measures(words: list[str], first: int) -> bool:
    """Tell whether the noun of an amount stands at ``first``, which names a number of its own."""
    return any(" ".join(words[first : first + size]) in role("measured") for size in (3, 2, 1))


def _other(words: list[str], first: int, size: int, grammar: Grammar) -> bool:
    """Tell whether words behind ``và`` that are no known noun go on: ``đề cương và dự toán``."""
    opens = len(words[first]) < 2 or words[first] in grammar.effects or words[first] == "không"
    return size > 1 or not opens


def _alike(
    text: str, toks: Sequence[Token], words: list[str], i: int, first: int, *, comma: bool
) -> int | None:
    """Decide for words of one kind on both sides (levels of schools, short forms, fields, verbal nouns).

    Returns:
        The number of tokens, 0 where the phrase ends; None where the nouns have to tell.
    """
    school = _school(words, i, first)
    if school and not _is_number(toks, first + school):
        return first - i + school
    if comma and _short_forms(text, toks, i - 1, first):
        return 0 if _counts_itself(text, toks, first + 1) else first - i + 1
    if not text[toks[first].start].islower() and not text[toks[0].start].isupper():
        return 0
    if words[first] == "bị" or words[first] in MODIFIERS_AHEAD:
        return 0  # 304 người | và bị thương 1.147 người
    if comma and " ".join(words[i - 2 : i]) in role("field"):
        field = words[first : first + 2]
        if " ".join(field) in role("field") and not _is_number(toks, first + 2):
            return first - i + len(field)
    verbal = _verbal(words, i - 1, first)
    if verbal and not _is_number(toks, first + verbal):
        return 0 if comma and _soon(toks, words, first + verbal) else first - i + verbal
    return None


def _opens_count(toks: Sequence[Token], words: list[str], i: int, unit: str) -> bool:
    """Tell whether what stands before ``i`` opens another count: ``118 đơn, kiến nghị, phản ánh 7 đơn``."""
    if words[i : i + 1] != [","]:
        return False
    for at in range(i + 1, min(i + 1 + _AHEAD, len(toks))):
        if toks[at].kind == "number":
            size = len(unit.split())
            return at > i + 1 and " ".join(words[at + 1 : at + 1 + size]) == unit
        if toks[at].kind != "word":
            return False
    return False


def _labels_count(text: str, toks: Sequence[Token], words: list[str], i: int) -> bool:
    """Tell whether words alone lead on to a number: ``46 người |, bệnh nhân khỏi ra viện`` *420 người*."""
    for at in range(i, min(i + _LABEL, len(toks))):
        if _is_number(toks, at):
            return True
        if toks[at].kind != "word" or words[at] in _ADJOINS:
            return False
    # The tokens end where the next number is.
    return i < len(toks) <= i + _LABEL and text[toks[-1].end : toks[-1].end + 2].strip().isdigit()


_ADJOINS = frozenset(["với", "tại", "ở", "cho", "trong", "từ", "theo", "do", "của"])
"""Words behind which a number says more of what was counted: ``12 người, phương tiện`` *với 5 triệu đồng*."""
_LABEL = 10
"""The longest label of a count, behind its noun, in words."""


def _acts(
    toks: Sequence[Token], first: int, noun: tuple[str, int], unit: str, grammar: Grammar, *, comma: bool
) -> bool:
    """Tell whether the noun behind the mark is a verb there, or the subject of a clause of its own."""
    doing = noun[0] in role("doing") and grammar.nouns.get(unit) != "content"
    if not comma or not behind_word(toks, first + noun[1]):
        return doing and not comma
    if _does(toks, first):
        return True  # 18 xã | , đoàn liên ngành còn phát hiện
    if doing:
        return True  # 8 cá nhân | , kiến nghị kiểm điểm rút kinh nghiệm 17 tập thể
    # 20.000 người | , ngành chức năng hỗ trợ …; 366 trường hợp | , vi phạm quy định về tốc độ 3 trường hợp
    return unit in _CASES and (noun[0] == "vi phạm" or noun[0] in role("acting"))


def _does(toks: Sequence[Token], first: int) -> bool:
    """Tell whether somebody who acts stands at ``first``, with what opens a deed behind."""
    words = [token.text for token in toks[first : first + 5]]
    sizes = (size for size in (4, 3, 2, 1) if " ".join(words[:size]) in role("acting"))
    size = next(sizes, 0)
    return 0 < size < len(words) and words[size] in _ASPECTS


def _short_forms(text: str, toks: Sequence[Token], last: int, first: int) -> bool:
    """Tell whether a comma joins two short forms in capitals: ``150 KCN, KCX``."""
    pair = (text[toks[at].start : toks[at].end] for at in (last, first))
    return all(2 <= len(piece) <= 6 and piece.isalpha() and piece.isupper() for piece in pair)


def behind_word(toks: Sequence[Token], i: int) -> bool:
    """Tell whether a word stands at ``i``: what is before it goes on."""
    return i < len(toks) and toks[i].kind == "word"


def joined(text: str, toks: Sequence[Token], words: list[str], i: int, grammar: Grammar) -> int:
    """Give how many tokens a dash at ``i`` adds to a phrase."""
    if i + 1 < len(toks) and _short_forms(text, toks, i - 1, i + 1) and not _is_number(toks, i + 2):
        return 2  # 1 trung tâm GDNN - GDTX
    return _joins_fields(toks, words, i, grammar) or _joins_levels(words, i, grammar)


def _joins_fields(toks: Sequence[Token], words: list[str], i: int, grammar: Grammar) -> int:
    """Give 1 if a dash joins two fields of work (``lĩnh vực kinh tế - ngân sách``), else 0."""
    if i < 2 or i + 1 >= len(toks) or toks[i + 1].kind != "word":
        return 0
    spaced = toks[i].gap == toks[i + 1].gap == " "
    another = words[i + 1] not in grammar.effects or " ".join(words[i + 1 : i + 3]) in role("field")
    return int(spaced and another and " ".join(words[i - 2 : i]) in role("field"))


def _joins_levels(words: list[str], i: int, grammar: Grammar) -> int:
    """Give how many tokens a dash and the level behind it add to a level: ``14 xã | - thị trấn``."""
    if words[i - 1] not in _LEVELS:
        return 0
    noun = longest(words, i + 1, grammar.nouns, grammar.noun_sizes) if i + 1 < len(words) else None
    return 1 + noun[1] if noun is not None and noun[0].split()[0] in _LEVELS else 0


_PLANS = frozenset(("kh", "nq", "dt", "ct"))
"""Short forms of what was planned, which nothing is counted by."""


def per(toks: Sequence[Token], words: list[str], i: int, grammar: Grammar) -> int:
    """Give how many tokens a slash at ``i`` and the unit behind it take (``/ngày``, ``/100 dân``)."""
    if i + 1 >= len(toks) or toks[i].text != "/" or len(toks[i + 1].gap) > 1:
        return 0
    first = i + 1 + (toks[i + 1].kind == "number" or words[i + 1] in {"vạn", "triệu", "nghìn"})
    if first >= len(toks) or toks[first].kind != "word":
        return 0
    if first > i + 1 and toks[i + 1].kind == "number" and words[i + 1] not in ROUND_BASES:
        if words[i + 1] not in {"1", "01"} or (i < 3 and words[0] in role("paired_case")):
            return 0  # 9,2 bác sĩ/1 vạn dân, but 5 vụ/1 đối tượng
        first += words[first] in {"vạn", "triệu", "nghìn"} and first + 1 < len(toks)
    if words[first] in _PLANS or words[first : first + 2] in (
        ["kế", "hoạch"],
        ["dự", "toán"],
        ["chỉ", "tiêu"],
    ):
        return 0  # 216 ha/KH 210 ha
    if words[first : first + 2] == ["ngày", "đêm"]:
        return first - i + 2
    noun = longest(words, first, grammar.nouns, grammar.noun_sizes)
    unit = longest(words, first, grammar.units, grammar.unit_sizes)
    return first - i + max(noun[1] if noun else 1, unit[1] if unit else 1)


def closes_rate(words: list[str], slash: int, i: int, grammar: Grammar) -> bool:
    """Tell whether a rate with its slash at one index ends the phrase at ``i``: ``2 cán bộ/xã | trực``."""
    if words[slash] != "/":
        return False
    behind = words[i : i + 1]
    return behind != ["/"] and (behind == [","] or is_known(grammar, words, slash + 1))


def _verbal(words: list[str], last: int, first: int) -> int:
    """Give the size of a verbal noun at ``first`` if one ends at ``last`` too (``thanh tra, kiểm tra``)."""
    nouns = role("verbal_noun")
    if words[last] not in nouns and " ".join(words[max(0, last - 1) : last + 1]) not in nouns:
        return 0
    pair = words[first : first + 2]
    return len(pair) if " ".join(pair) in nouns else int(words[first] in nouns)


def _school(words: list[str], end: int, first: int) -> int:
    """Give the size of a level of schools at ``first`` if one ends right before ``end``."""
    levels = role("school")
    if not any(" ".join(words[max(0, end - size) : end]) in levels for size in (1, 2, 4)):
        return 0
    sizes = (size for size in (4, 2, 1) if first + size <= len(words))
    return next((size for size in sizes if " ".join(words[first : first + size]) in levels), 0)


def _soon(toks: Sequence[Token], words: list[str], i: int) -> bool:
    """Tell whether a number follows within two plain words: ``12 phản ánh | , xử lý đúng hạn 10 lượt``."""
    for at in range(i, min(i + 3, len(toks))):
        if toks[at].kind in {"number", "amount"}:
            return True
        if toks[at].kind == "mark" or words[at] in role("preposition"):
            return False
    return False


def _is_number(toks: Sequence[Token], i: int) -> bool:
    return i < len(toks) and toks[i].kind in {"number", "amount"}


def _counts_itself(text: str, toks: Sequence[Token], i: int, grammar: Grammar | None = None) -> bool:
    """Tell whether a number follows soon: then the noun opens a count of its own (``cá nhân 96 triệu``).

    With the grammar, a verb before that number makes it another one.
    """
    for token in toks[i : i + _AHEAD]:
        if token.kind in {"number", "amount"}:
            return True
        if token.text == ":":
            return text[token.end : token.end + 2].strip()[:1].isdigit()  # loại II: 85 ca
        if token.kind == "mark" or token.text in _PARTING:
            return False
        if grammar is not None and _governs(token.text, grammar):
            return False
    return False


def _governs(word: str, grammar: Grammar) -> bool:
    """Tell whether a word makes the number behind it another one: ``11 xã, thị trấn | gửi 67 ý kiến``."""
    if word in MODIFIERS_AHEAD or word not in grammar.effects:
        return False
    return grammar.effects[word] == "end" or word in grammar.verbs


def restricts(words: list[str], i: int) -> int:
    """Give the size of a clause that says which are counted: ``do phụ nữ làm chủ``, ``là người``."""
    if words[i] == "là" and words[i + 1 : i + 2] in (["người"], ["nữ"], ["con"]):
        return 2
    if (
        words[i] == "theo"
        and words[i : i + 3] == ["theo", "kế", "hoạch"]
        and i
        and words[i - 1] in role("planned")
    ):
        return 3
    if words[i] != "do" or "chủ" not in words[i + 2 : i + 8]:
        return 0
    last = words.index("chủ", i + 2)
    if words[last - 1] != "làm":
        return 0
    return last - i + 1 + (words[last + 1 : last + 2] == ["hộ"])


def through_numbers(toks: Sequence[Token], i: int, grammar: Grammar) -> int:
    """Give the index behind a list of numbers (``3, 4``; ``3 và 4``; ``3, mức độ 4``)."""
    i += 1
    while i + 1 < len(toks):
        j = i
        if toks[j].text in {",", "và", "-"}:
            j += 1
        elif not toks[i - 1].text.endswith(","):
            break
        if j + 1 < len(toks) and toks[j].text == "mức" and toks[j + 1].text == "độ":
            j += 2
        if j < len(toks) and toks[j].kind == "number" and len(toks[j].text.strip(".,")) < 2:
            behind = toks[j + 1] if j + 1 < len(toks) else None
            if behind is not None and behind.kind == "word" and behind.text not in grammar.effects:
                break
            i = j + 1
            continue
        break
    return i

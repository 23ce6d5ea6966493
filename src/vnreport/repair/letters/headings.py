"""The case of damaged tokens, and which of them stand in lines of capitals."""

from __future__ import annotations

from vnreport.repair.letters import tokens
from vnreport.repair.letters.codes import Part
from vnreport.repair.letters.damage import BOXES, PLACEHOLDER

_LONG_LINE = 100
"""More single letters than any line has: one in small letters outweighs all capitals."""


def shape(token: str, marked: bool) -> tokens.Shape:
    """Tell what a token is that may hold debris; ``marked`` where marks stand for lost letters."""
    if marked and len(token) > 1 and not token[0].isalnum() and token.isupper():
        # A capital behind the first letter (??C, ?Y): the whole word is written in capitals.
        return tokens.Shape(tokens.WORD, tokens.UPPER, False)
    if marked and (token == PLACEHOLDER or BOXES.match(token)):
        return tokens.Shape(tokens.WORD, tokens.LOWER, False)
    if len(token) > 1 and not token[0].isdigit() and (marked or token[0] < "\x20") and not token.isalpha():
        letters = "".join(c for c in token if c.isalpha())
        return tokens.shape(letters) if letters else tokens.Shape(tokens.WORD, tokens.LOWER, False)
    if token < "\x20" and token != "\n":
        return tokens.Shape(tokens.WORD, tokens.LOWER, False)
    return tokens.shape(token)


def neighbours(shapes: list[tokens.Shape], index: int) -> tuple[int, int]:
    """Give the case of the words right before and behind, -1 where there is none."""
    before = shapes[index - 1] if index else None
    behind = shapes[index + 1] if index + 1 < len(shapes) else None
    return (
        before.case if before is not None and before.special == tokens.WORD else -1,
        behind.case if behind is not None and behind.special == tokens.WORD else -1,
    )


def is_below_capitals(text: str, start: int) -> bool:
    """Tell whether the line that ends right before a stretch, or where it begins, is in capitals."""
    end = text.rfind("\n", max(0, start - 1), start + 1)
    above = text[text.rfind("\n", 0, end) + 1 : end] if end > 0 else ""
    return " " in above and above.isupper()


def headings(
    shapes: list[tokens.Shape], found: list[tuple[int, int, str]], codes: list[Part], below: bool
) -> list[bool]:
    """Tell of each token whether it stands in a line of capitals; ``below`` says it of the line above."""
    result: list[bool] = []
    words = capitals = single = 0
    for index, (seen, (_, _, token)) in enumerate(zip(shapes, found, strict=True)):
        if seen.special == tokens.WORD and not codes[index]:
            if len(token) > 1 and (token.isalpha() or sum(map(str.isalpha, token)) != 1):
                words += 1
                capitals += seen.case == tokens.UPPER
            else:
                single += 1 if token.isupper() else -_LONG_LINE
        if token == "\n" or index + 1 == len(found):
            short = 0 < words == capitals and single > 0
            # Of SỞ Y TẾ single letters may be left, S Y T: such a line is like the one above.
            if words or (single < 2 and index):
                below = (words > 2 and capitals > 0.75 * words) or short
            result += [below] * (index + 1 - len(result))
            words = capitals = single = 0
    return result

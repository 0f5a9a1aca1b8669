"""Bars and squares for scanners: Code 128 and QR as runs of modules, drawn as vectors elsewhere."""

import re
from functools import lru_cache

import segno

from kartoteka.domain.barcodes import check_digit_holds

_START_B, _STOP = 104, 106
# ISO/IEC 15417, table 1: the widths of bars and spaces of every value.
_PATTERNS = (  # noqa: SIM905 - a hundred numbers read better as a block
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232"
    " 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122"
    " 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311"
    " 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113"
    " 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422"
    " 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111"
    " 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121"
    " 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412"
    " 211214 211232 2331112"
).split(" ")

Run = tuple[int, int]
"""Where a dark run begins and how many modules it is long."""


@lru_cache(maxsize=64)
def code_128(text: str) -> tuple[tuple[Run, ...], int]:
    """The bars of a text and the whole width in modules, quiet zones apart; none if not ASCII."""
    if not text or not all(" " <= character <= "~" for character in text):
        return (), 0
    values = [_START_B, *(ord(character) - 32 for character in text)]
    check = values[0] + sum(place * value for place, value in enumerate(values))
    bars: list[Run] = []
    at = 0
    for value in (*values, check % 103, _STOP):
        for index, digit in enumerate(_PATTERNS[value]):
            if index % 2 == 0:
                bars.append((at, int(digit)))
            at += int(digit)
    return tuple(bars), at


# ISO/IEC 15420, tables 1 and 2: seven modules of each digit, and which half has odd parity.
_ODD = (  # noqa: SIM905 - as the table of the standard
    "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011"
).split(" ")
_PARITIES = (  # noqa: SIM905 - as the table of the standard
    "LLLLLL LLGLGG LLGGLG LLGGGL LGLLGG LGGLLG LGGGLL LGLGLG LGLGGL LGGLGL"
).split(" ")


@lru_cache(maxsize=64)
def ean_13(digits: str) -> tuple[tuple[Run, ...], int]:
    """The bars of an EAN-13 (12 digits are a UPC-A); none if its check digit is wrong."""
    code = digits.zfill(13)
    if len(digits) not in (12, 13) or not check_digit_holds(code):
        return (), 0
    right = [_ODD[int(digit)].translate({48: "1", 49: "0"}) for digit in code]
    left = [
        _ODD[int(digit)] if parity == "L" else right[place][::-1]
        for place, (digit, parity) in enumerate(
            zip(code[1:7], _PARITIES[int(code[0])], strict=True), 1
        )
    ]
    modules = "101" + "".join(left) + "01010" + "".join(right[7:]) + "101"
    runs = [(run.start(), run.end() - run.start()) for run in re.finditer("1+", modules)]
    return tuple(runs), len(modules)


@lru_cache(maxsize=64)
def qr(text: str) -> tuple[tuple[tuple[int, int, int], ...], int]:
    """Dark runs of a QR code as (column, row, length), and its side in modules.

    Error level M, UTF-8. Kept, since a shop prints the same contact on every receipt. A text that
    no QR code can hold gives nothing.
    """
    try:
        matrix = segno.make_qr(text, error="m", encoding="utf-8", boost_error=False).matrix
    except segno.DataOverflowError:
        return (), 0
    runs: list[tuple[int, int, int]] = []
    for row, modules in enumerate(matrix):
        column = 0
        while column < len(modules):
            start = column
            while column < len(modules) and modules[column]:
                column += 1
            if column > start:
                runs.append((start, row, column - start))
            column += 1
    return tuple(runs), len(matrix)

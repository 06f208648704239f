"""The codes: read back by zbar, which is not our code, where the machine has it."""

import re
import shutil
import subprocess

import numpy as np
import pytest

from lyngby_heritage.core.web.qr import QUIET, SIDE, Sign, code_svg, sign_svg, squares

LINK = "https://www.kommune.dk/kulturarv/liste/miljoe-landsbyen-og-gadekaeret.html"
FINDER = np.array([[1] * 7, [1, *[0] * 5, 1], *[[1, 0, 1, 1, 1, 0, 1]] * 3, [1, *[0] * 5, 1], [1] * 7], dtype=bool)
"""The eye in three corners of every code (ISO/IEC 18004)."""


def bitmap(black, step=4):
    """The code as a PGM with its quiet zone."""
    whole = np.kron(np.pad(~black, QUIET, constant_values=True), np.ones((step, step))).astype(np.uint8) * 255
    return b"P5 %d %d 255\n" % whole.shape[::-1] + whole.tobytes()


def drawn(svg):
    """The squares that the path of a drawing fills."""
    (path,) = re.findall(r' d="([^"]+)"', svg)
    (scale,) = map(float, re.findall(r"scale\(([0-9.]+)\)", svg))
    count = round(SIDE / scale) - 2 * QUIET
    black = np.zeros((count, count), dtype=bool)
    for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        black[int(y) - QUIET, int(x) - QUIET : int(x) - QUIET + int(wide)] = True
    return black


def test_a_code_has_its_three_eyes_and_is_the_same_each_time():
    black = squares(LINK)
    for corner in (black[:7, :7], black[:7, -7:], black[-7:, :7]):
        assert (corner == FINDER).all()
    assert (black == squares(LINK)).all()


@pytest.mark.parametrize("link", [LINK, "http://k.dk/liste/miljoe-a.html", "https://k.dk/" + "lang-" * 40])
def test_another_program_reads_the_link(link, tmp_path):
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is not on this machine (package zbar-tools)")
    (tmp_path / "kode.pgm").write_bytes(bitmap(squares(link)))
    told = subprocess.run(["zbarimg", "-q", "--raw", str(tmp_path / "kode.pgm")], capture_output=True, check=True)
    assert told.stdout.decode().strip() == link


def test_the_drawing_has_the_squares_of_the_code():
    assert (drawn(code_svg(LINK)) == squares(LINK)).all()


def test_a_sign_says_what_it_leads_to_in_letters_that_fit():
    sign = Sign(LINK, ["Landsbyen & <kæret>", "Læs fortællingen på telefonen"])
    assert "Landsbyen &amp; &lt;kæret&gt;" in sign_svg(sign)
    assert all(len(words) * size * 0.56 <= SIDE + 1e-6 for words, size in sign.fitted())
    assert [words for words, _ in sign.fitted()][-1] == LINK

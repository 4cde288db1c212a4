"""Every script prints as itself in a PDF; what has no shape is told."""

import unicodedata
import warnings
from pathlib import Path

import pytest

from tests.documents.sample import document, everywhere
from vendor_registry.documents.document import Paragraph, line
from vendor_registry.documents.formats.as_pdf import MissingShapeWarning, as_pdf
from vendor_registry.documents.formats.shapes import FAMILIES, has_shape, shaped, unshaped

FONTS = Path("vendor_registry/fonts")
SCRIPTS = {
    "Arabic": "شركة الحساب ذ.م.م 2024 (EU)",
    "Armenian": "Հայկական ընկերություն",
    "Bengali": "বাংলা কোম্পানি",
    "Chinese, simplified": "北京科技有限公司",
    "Chinese, traditional": "臺北資訊股份有限公司",
    "Cyrillic": "Общество с ограниченной ответственностью",
    "Devanagari": "हिन्दी क्षत्रिय लिमिटेड",
    "Georgian": "შეზღუდული პასუხისმგებლობის",
    "Greek": "Ανώνυμη Εταιρεία",
    "Hebrew": "חברה בע״מ (מחקר)",
    "Japanese": "株式会社サクラ さくら ＡＢＣ ﾊﾝｶｸ",
    "Korean": "주식회사 한국",
    "Tamil": "தமிழ் நிறுவனம்",
    "Thai": "บริษัท ไทย จำกัด",
    "Vietnamese": "Công ty Trách nhiệm hữu hạn",
    "emoji": "😀 👩‍💻🔥 ❤️ 🇩🇪 👍🏽 1️⃣",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_every_script_meets_the_standards_which_take_no_empty_box(text: str) -> None:
    """The typesetter refuses PDF/A where a shape is missing; then there would be a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        as_pdf(everywhere(text))


def test_what_no_font_has_is_printed_by_its_number_and_told_once_a_text() -> None:
    with pytest.warns(
        MissingShapeWarning, match=r"no shape for U\+13000, so its number is printed in \"Pharaoh 𓀀"
    ) as told:
        as_pdf(document(*[Paragraph(line("Pharaoh 𓀀 Ltd"))] * 3))
    assert len(told) == 1
    assert shaped("Pharaoh 𓀀 Ltd") == "Pharaoh U+13000 Ltd"


def test_only_so_many_texts_are_told_as_a_person_reads() -> None:
    with pytest.warns(MissingShapeWarning) as told:
        as_pdf(document(*(Paragraph(line(f"{number} 𓀀")) for number in range(50))))
    assert len(told) == 5


def test_usual_texts_are_left_alone_and_joiners_need_no_shape() -> None:
    for text in ("Sinch Email – “Zürich” € 5", "a\u200db\u200ec\xad", *SCRIPTS.values()):
        assert shaped(text) == text
        assert list(unshaped([text])) == []


def test_the_table_of_characters_is_in_order_and_has_no_private_ones() -> None:
    lines = (FONTS / "coverage.txt").read_text("ascii").splitlines()[1:]
    bounds = [int(bound, 16) for one in lines for bound in (one.split("-") * 2)[:2]]
    assert bounds == sorted(bounds)
    assert not has_shape("\ue000")
    assert not has_shape("\U000fe4ec")
    assert all(unicodedata.category(chr(code)) not in ("Cs", "Co") for code in bounds)


def test_every_family_is_a_font_of_the_folder_with_its_licence() -> None:
    names = {path.name.partition("-")[0] for path in FONTS.glob("*.[ot]tf")}
    assert names == {family.replace("CJK TC", "CJKtc").replace(" ", "") for family in FAMILIES}
    licence = (FONTS / "LICENSE.txt").read_text("utf-8")
    assert "Noto Sans CJK TC" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence

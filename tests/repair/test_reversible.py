from __future__ import annotations

import unicodedata

import pytest
from benchmarks.damage import REVERSIBLE, mojibake

from vnreport.repair import repair

TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH\n"
    "Số: 145/BC-SYT, ngày 30/8/2019\n"
    "Sở Thông tin và Truyền thông đã phối hợp với Ủy ban nhân dân các quận, huyện triển khai 02 lớp tập "
    "huấn; tổng số tiền xử phạt là 26 triệu đồng, tăng 15,2% so với cùng kỳ.\n"
    "Điều 5. Người đứng đầu cơ quan chịu trách nhiệm trước pháp luật về những việc được giao.\n"
)


@pytest.mark.parametrize("kind", REVERSIBLE)
def test_a_report_comes_back(kind: str) -> None:
    assert repair(REVERSIBLE[kind](TEXT)).text == TEXT


@pytest.mark.parametrize("kind", REVERSIBLE)
def test_repairing_twice_changes_nothing(kind: str) -> None:
    once = repair(REVERSIBLE[kind](TEXT)).text
    assert repair(once).repairs == ()


@pytest.mark.parametrize("kind", REVERSIBLE)
def test_a_damaged_line_among_clean_ones(kind: str) -> None:
    clean = "Trong tháng 7 năm 2017, các đơn vị đã tổ chức triển khai phương án phòng, chống bão.\n"
    line = "Các cơ quan báo chí tuyên truyền có hiệu quả các chủ trương của thành phố Hải Phòng năm 2017.\n"
    fixed = repair(clean + REVERSIBLE[kind](line).rstrip("\n") + "\n" + clean)
    assert fixed.text == clean + line + clean
    assert all(len(clean) <= r.source_start for r in fixed.repairs)


@pytest.mark.parametrize(
    "kind", ["utf-8 as cp1252 x1", "tcvn3 as cp1252", "vni as cp1252", "viscii as cp1252", "nfd", "viqr"]
)
def test_a_damaged_run_within_a_clean_line(kind: str) -> None:
    broken = REVERSIBLE[kind]("Ủy ban nhân dân thành phố Hải Phòng")
    fixed = repair(f"Quyết định của {broken}, được ban hành ngày 09/02/2017")
    assert fixed.text == "Quyết định của Ủy ban nhân dân thành phố Hải Phòng, được ban hành ngày 09/02/2017"


@pytest.mark.parametrize("kind", REVERSIBLE)
def test_the_alignment_is_true(kind: str) -> None:
    raw = REVERSIBLE[kind](TEXT)
    fixed = repair(raw)
    at = source_at = 0
    for edit in fixed.alignment.edits:
        assert fixed.text[at : edit.start] == raw[source_at : edit.source_start]
        at, source_at = edit.end, edit.source_end
    assert fixed.text[at:] == raw[source_at:]
    for made, edit in zip(fixed.repairs, fixed.alignment.edits, strict=True):
        assert (made.start, made.end, made.source_start, made.source_end) == edit
        assert made.original == raw[made.source_start : made.source_end]
        assert made.replacement == fixed.text[made.start : made.end]
        assert 0 <= made.confidence <= 1
    assert fixed.undo() == raw
    assert fixed.undo(fixed.repairs) == raw
    start = fixed.text.index("26 triệu đồng")
    assert "26" in unicodedata.normalize("NFKC", raw[slice(*fixed.source_span(start, start + 13))])


@pytest.mark.parametrize(
    ("damage", "raw", "text"),
    [
        ("tcvn3", "Phßng", "Phòng"),
        ("tcvn3", "ngêi níc", "người nước"),
        ("vni", "Phoøng", "Phòng"),
        ("viscii", "Vi®t", "Việt"),
        ("vps", "ViŒt", "Việt"),
        ("cp1258", "Viêòt", "Việt"),
        ("viqr", "Vie^.t", "Việt"),
        ("mojibake", "LÃ”", "LÔ"),
        ("escapes", "/tin/Ph%E1%BB%91i.html", "/tin/Phối.html"),
        ("legacy", "Phßng", "Phòng"),
    ],
)
def test_named_damage_needs_less_evidence(damage: str, raw: str, text: str) -> None:
    assert repair(raw, damage).text == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("H\xad¬ng vµ H\xadíng", "Hương và Hướng"),
        (
            "So víi n¨m tríc: 2.100 USD/ngêi. Cha hÕt quý I, gi¸o s, luËt s ®· dù; tØnh t vÊn ®Çu t.",
            "So với năm trước: 2.100 USD/người. Chưa hết quý I, giáo sư, luật sư đã dự; tỉnh tư vấn đầu tư.",
        ),
        ("Héi nghÞ cña tØnh (¶nh: cæng th«ng tin)", "Hội nghị của tỉnh (Ảnh: cổng thông tin)"),
        ("La`m vie^.c o+? ca'c ddo+n vi. (xa~, thi. tra^'n...).", "Làm việc ở các đơn vị (xã, thị trấn...)."),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Bé Y TÕ VIÖT NAM, Së Y TÕ", "BỘ Y TẾ VIỆT NAM, SỞ Y TẾ"),
        ("TØnh Híng dÉn ngêi d©n", "Tỉnh Hướng dẫn người dân"),
        ("§iÒu 5. NghÞ ®Þnh sè 09/2017/N§-CP", "Điều 5. Nghị định số 09/2017/NĐ-CP"),
        ("HÃ  Ná»™i vÃ  thÃ nh phá»‘ Háº£i PhÃ²ng", "Hà Nội và thành phố Hải Phòng"),
        ("Nghá»‹ Ä‘á»‹nh sá»‘ 09/2017/NÄ-CP", "Nghị định số 09/2017/NĐ-CP"),
        ("Quyết định số 846/QÐ-TTg; NÐ-CP; ÐIỀU 1; ðường", "Quyết định số 846/QĐ-TTg; NĐ-CP; ĐIỀU 1; đường"),
        ("H&agrave; N&#7897;i &amp; &amp;#7891;", "Hà Nội & ồ"),
        ("a\u0302\u0301 a\u0301\u0302", "ấ ấ"),
        ("Sở\u00a0Y\u00a0tế\u200b tỉnh\ufeff", "Sở Y tế tỉnh"),
        ("ｎăm ２０１９", "năm 2019"),
        ("phƣơng pháp đƣợc ПǤUƔỄП ເủa ເҺủ ρҺáρ ƚài", "phương pháp được NGUYỄN của chủ pháp tài"),
        ("V\u033ci\u033cệ\u033ct\u033c N\u033ca\u033cm\u033c", "Việt Nam"),
        ("H&\n\n7897;i tr&432;&#7901;ng", "Hội trường"),
        ("điểm ð) khoản 2: 5.000ð; Ð/c Nam", "điểm đ) khoản 2: 5.000đ; Đ/c Nam"),
        ("“Ubnd” tỉnh H¶i D\xad¬ng báo cáo", "“Ubnd” tỉnh Hải Dương báo cáo"),
        ("UÛY BAN NHAÂN DAÂN TÆNH ÑOÀNG NAI", "ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI"),
        ("uỷ ban và ủy ban; hoà và hòa", "uỷ ban và ủy ban; hoà và hòa"),
    ],
)
def test_known_cases(raw: str, text: str) -> None:
    assert repair(raw).text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "Đắk Lắk, Krông Pắk, Ea H'leo, Ê Đê, Chư Prông, Plei Kần, Kon Plông, Đăk Tô",
        "café naïve façade Müller Málaga Besançon Curaçao Škoda Łódź Ærø Þingvellir smørrebrød",
        "The ministry's résumé and the coöperative's façade were naïve; don't say “über” — it's déjà vu…",
        "1.000 m² đất, 20 °C, 5 µm, 30 km², t½ = 2 giờ, ½ lít, 3 × 4, ± 5%, § 12, ©2019 Windows® Word™",
        "https://vi.wikipedia.org/wiki/Vi%E1%BB%87t_Nam?a=1&copy=2&lt=3 và ai@so-yte.gov.vn",
        "for (i = 0; i < n; i++) { a[i] ^= b[i] + '\\u' + \"%d\"; } x = a^2 + b^2; C:\\Users\\uBND",
        "Trần Văn Ã, ĐÃ… “RỒI ĐÃ” «LÃ» lá»; CÂ”, SÃ’",
        "Москва и Киев, Αθήνα, 東京，１２３、한국어 العربية 👨‍👩‍👧 Δt = α + β",
        "numpy.ndarray `A` of `yi` values in `None`, b'\\xae\\xd5' + '\\ufeff' + '&nbsp;' == \"&amp;\"",
        "Björklund, Ñandú, español, straße, niño, mañana; lî kati, wîs kati; tëxt",
        "[ˈbɨ̞ðɨ̞ɡ], dα/dt = ρa, ﬁne, Æðel, niðr, J\u0301",
        "&lt;b&gt;đậm&lt;/b&gt;; R&D; A&B; &c.",
        "(tạm dịch) TP.HCM, Q.1, P.5; ô. Nam; bà A.; a) b) c) d) đ) e)",
    ],
)
def test_clean_text_stays(text: str) -> None:
    fixed = repair(text)
    assert fixed.text == text
    assert fixed.repairs == ()


def test_what_is_repaired_is_in_nfc() -> None:
    for kind, damage in REVERSIBLE.items():
        assert unicodedata.is_normalized("NFC", repair(damage(TEXT)).text), kind


def test_undo_of_some() -> None:
    fixed = repair("H&agrave; Néi vµ H¶i Phßng &amp; &ldquo;A&rdquo;")
    assert fixed.text == "Hà Nội và Hải Phòng & “A”"
    entities = [r for r in fixed.repairs if r.kind == "entity"]
    assert fixed.undo(entities) == "H&agrave; Nội và Hải Phòng &amp; &ldquo;A&rdquo;"
    with pytest.raises(ValueError, match="very text"):
        repair("khác").undo(entities)


def test_bad_arguments() -> None:
    with pytest.raises(TypeError, match="not NoneType"):
        repair(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not bytes"):
        repair(b"abc")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="tcvn3"):
        repair("abc", "tvcn3")  # type: ignore[arg-type]


def test_none_takes_the_text_as_it_is() -> None:
    raw = "a\u0302 N&#7897;i\u00a0"
    assert repair(raw, "none").text == raw


def test_marks_between_letters_that_are_themselves_in_viqr() -> None:
    seen = "Nha^n da^n My~ (U.S) chi'nh thu+'c chuye^?n ve^` que^, mo+? tru+o+`ng.Ho.c tro` ra^'t ddo^ng."
    mended = repair(seen).text
    assert "(U.S)" in mended
    assert "mở trường" in mended
    assert "Học trò rất đông." in mended


def test_rare_words_whose_only_reading_has_lost_a_byte() -> None:
    text = "Thực hiện Quyết định số 1086/QĐ-BGDĐT và Công văn số 77/SLĐTBXH-QLCL, huyện Đăkpơ đã báo cáo."
    assert repair(mojibake(text, "cp1252", lost="")).text == text

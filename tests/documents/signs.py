"""Made-up papers that both sides sign, and price labels."""

from datetime import date

from kartoteka.documents.sheets import LabelGrid, PriceLabel, PriceLabelSheet, Signature
from kartoteka.documents.sheets.parts import AmountLine, Section
from kartoteka.documents.sheets.signed import SignedPage, SignedSheet

DAY = date(2026, 11, 21)

SIGNED = {
    "bg": SignedSheet(
        language="bg",
        made=DAY,
        document_title="Гаранционна карта",
        author="Ателие „Море и сребро“",
        shop_name="Ателие „Море и сребро“",
        shop_lines=("„Море и сребро“ ЕООД · ЕИК 175074752",),
        pages=(
            SignedPage(
                title="Гаранционна карта",
                date_line="21.11.2026 г.",
                facts=(AmountLine("Стока", "Гривна „Вълна“"), AmountLine("Срок", "24 месеца")),
                statement="Стоката е предадена изправна.",
                paragraphs=("Гаранцията не засяга правата по закон.",),
                signatures=(Signature("Продавач", "Мария Стоянова"), Signature("Купувач")),
            ),
        ),
        pages_label="стр. {page} от {pages}",
    ),
    "ru": SignedSheet(
        language="ru",
        made=DAY,
        document_title="Акт сверки",
        author="Мастерская «Бусина»",
        shop_name="Мастерская «Бусина»",
        pages=(
            SignedPage(
                title="Акт сверки взаимных расчетов",
                date_line="21 ноября 2026 г.",
                sections=(Section(title="Наши данные", empty="Операций не было."),),
                statement="Задолженности нет.",
                signatures=(Signature("От поставщика"), Signature("От покупателя")),
            ),
        ),
    ),
}
PRICE_LABELS = {
    "bg": PriceLabelSheet(
        language="bg",
        made=DAY,
        document_title="Етикети",
        author="Ателие „Море и сребро“",
        labels=(
            PriceLabel(
                name="Мурсалски чай",
                price="4,50 €",
                per="/ бр.",
                lowest="най-ниска цена за 30 дни: 5,00 €",
                unit_price="90,00 € / кг",
                foot="21.11.2026 г.",
                barcode="3800123456782",
            ),
        ),
        grid=LabelGrid(),
    ),
}

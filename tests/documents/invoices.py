"""Invoices, notes and a счет на оплату of a made-up shop, as the shop would fill them."""

from dataclasses import replace
from datetime import date

from tests.documents import samples

from kartoteka.documents.sheets import (
    AmountLine,
    BankBox,
    InvoiceForm,
    InvoiceHeads,
    InvoiceLine,
    InvoiceSheet,
    Party,
    PayCode,
    Signature,
)

DAY = date(2026, 11, 21)
NB = "\u00a0"

EPC = "\n".join(
    ("BCD", "002", "1", "SCT", "BNBGBGSD", "Море и сребро ЕООД", "BG80BNBG96611020345678",
     "EUR189.97", "", "", "Фактура 0000000123")
)  # fmt: skip
GOST = (
    "ST00012|Name=ООО «Три кита»|PersonalAcc=40702810138250123017|BankName=ПАО СБЕРБАНК|"
    "BIC=044525225|CorrespAcc=30101810400000000225|Sum=2459000|Purpose=Оплата по счету № 15 от"
    " 21.11.2026, в том числе НДС 22%|PayeeINN=7707083893|KPP=770801001"
)

BULGARIAN = InvoiceSheet(
    form=InvoiceForm.BULGARIAN,
    language="bg",
    issued=DAY,
    document_title="Фактура № 0000000123",
    author="Ателие „Море и сребро“",
    title="ФАКТУРА",
    number_line=f"№{NB}0000000123",
    date_line=f"21.11.2026{NB}г.",
    stamp="ОРИГИНАЛ",
    copy_stamp="КОПИЕ",
    annulled_stamp="АНУЛИРАНА",
    about=(f"Дата на данъчното събитие: 21.11.2026{NB}г.", "Място: Пловдив"),
    seller=Party(
        "Доставчик",
        "„Море и сребро“ ЕООД",
        ("Пловдив 4000, ул. Пирин 5", "ЕИК 175074752 · ДДС № BG175074752", "МОЛ: Мария Стоянова"),
    ),
    buyer=Party(
        "Получател",
        "„Лен и конец“ ООД",
        ("София 1000, бул. Витоша 1", "ЕИК 831650349 · ДДС № BG831650349", "МОЛ: Петър Ангелов"),
    ),
    heads=InvoiceHeads(
        number="№",
        name="Стока / услуга",
        unit="Мярка",
        quantity="К-во",
        price="Ед. цена без ДДС",
        vat="ДДС",
        total="Стойност",
    ),
    lines=(
        InvoiceLine(name="Гривна „Пролет“, сребро 925", unit="бр.", quantity="7", price="16,66",
                    vat=f"20{NB}%", total="116,61"),
        InvoiceLine(name="Обеци „Мъх“", unit="бр.", quantity="3", price="12,50", vat=f"20{NB}%",
                    total="37,50"),
        InvoiceLine(name="Опаковка за подарък", unit="бр.", quantity="10", price="0,42",
                    vat=f"20{NB}%", total="4,20", note=f"Отстъпка 10{NB}%"),
    ),
    sums=(
        AmountLine(f"Данъчна основа 20{NB}%", f"158,31{NB}€"),
        AmountLine(f"ДДС 20{NB}%", f"31,66{NB}€"),
    ),
    total_label="За плащане",
    total=f"189,97{NB}€",
    in_words_label="Словом:",
    in_words="сто осемдесет и девет евро и деветдесет и седем цента",
    below=(
        f"Плащане: по банков път · IBAN BG80{NB}BNBG{NB}9661{NB}1020{NB}3456{NB}78 · BIC BNBGBGSD",
        f"Срок: 05.12.2026{NB}г.",
    ),
    pay_code=PayCode(EPC, "Плащане с QR", "от банковото приложение"),
    signatures=(Signature("Съставил:", "Мария Стоянова"), Signature("Получил:")),
    pages_label="стр. {page} от {pages}",
    carried_label="Пренос",
    back=samples.BULGARIAN.back,
)  # fmt: skip

CREDIT_NOTE = replace(
    BULGARIAN,
    document_title="Кредитно известие № 0000000124",
    title="КРЕДИТНО ИЗВЕСТИЕ",
    number_line=f"№{NB}0000000124",
    corrects=(f"Към фактура №{NB}0000000123 от 21.11.2026{NB}г.",
              "Основание: върната стока, чл. 115 от ЗДДС"),
    lines=(
        InvoiceLine(name="Обеци „Мъх“", unit="бр.", quantity="1", price="12,50", vat=f"20{NB}%",
                    total="12,50"),
    ),
    sums=(
        AmountLine(f"Данъчна основа 20{NB}%", f"12,50{NB}€"),
        AmountLine(f"ДДС 20{NB}%", f"2,50{NB}€"),
    ),
    total_label="За връщане",
    total=f"15,00{NB}€",
    in_words="петнадесет евро и нула цента",
    below=("Връщане: по банков път",),
    pay_code=None,
    back=None,
)  # fmt: skip

DEBIT_NOTE = replace(
    CREDIT_NOTE,
    document_title="Дебитно известие № 0000000125",
    title="ДЕБИТНО ИЗВЕСТИЕ",
    number_line=f"№{NB}0000000125",
    corrects=(f"Към фактура №{NB}0000000123 от 21.11.2026{NB}г.",
              "Основание: увеличение на цената, чл. 115 от ЗДДС"),
    total_label="За плащане",
    below=("Плащане: по банков път",),
)  # fmt: skip

UNREGISTERED = replace(
    BULGARIAN,
    document_title="Проформа фактура № 17",
    title="ПРОФОРМА ФАКТУРА",
    number_line=f"№{NB}17",
    stamp="",
    heads=replace(BULGARIAN.heads, vat="", price="Ед. цена"),
    lines=tuple(replace(line, vat="") for line in BULGARIAN.lines),
    sums=(),
    total=f"158,31{NB}€",
    in_words="сто петдесет и осем евро и тридесет и един цента",
    below=("Основание за неначисляване на ДДС: чл. 113, ал. 9 от ЗДДС", *BULGARIAN.below),
    back=None,
)

RUSSIAN = InvoiceSheet(
    form=InvoiceForm.RUSSIAN,
    language="ru",
    issued=DAY,
    document_title="Счет на оплату № 15 от 21 ноября 2026 г.",
    author="ООО «Три кита»",
    title=f"Счет на оплату №{NB}15 от 21{NB}ноября 2026{NB}г.",
    copy_stamp="КОПИЯ",
    annulled_stamp="АННУЛИРОВАН",
    seller=Party(
        "Поставщик (Исполнитель):",
        "ООО «Три кита»",
        ("ИНН 7707083893", "КПП 770801001", "107031, г. Москва, ул. Неглинная, д. 9",
         f"тел.{NB}+7{NB}495{NB}222-33-44"),
    ),
    buyer=Party(
        "Покупатель (Заказчик):",
        "ООО «Лён и нить»",
        ("ИНН 7728168971", "КПП 772801001", "117342, г. Москва, ул. Профсоюзная, д. 65"),
    ),
    basis_label="Основание:",
    basis=f"Договор №{NB}7 от 3{NB}марта 2026{NB}г.",
    bank=BankBox(
        bank="ПАО СБЕРБАНК г. Москва",
        bic="044525225",
        bank_account="30101810400000000225",
        account="40702810138250123017",
        inn="7707083893",
        kpp="770801001",
        payee="ООО «Три кита»",
    ),
    heads=InvoiceHeads(
        number="№",
        name="Товары (работы, услуги)",
        quantity="Кол-во",
        unit="Ед.",
        price="Цена",
        total="Сумма",
    ),
    lines=(
        InvoiceLine(name="Колье «Лес», зелёный агат", quantity="3", unit="шт",
                    price=f"4{NB}600,00", total=f"13{NB}800,00"),
        InvoiceLine(name="Серьги «Лес», зелёный агат, посеребрённая фурнитура", quantity="4",
                    unit="шт", price=f"2{NB}100,00", total=f"8{NB}400,00"),
        InvoiceLine(name="Подарочная упаковка", quantity="7", unit="шт", price="340,00",
                    total=f"2{NB}380,00"),
        InvoiceLine(name="Доставка", quantity="1", unit="усл", price="10,00", total="10,00"),
    ),
    sums=(
        AmountLine("Итого:", f"24{NB}590,00"),
        AmountLine(f"В том числе НДС 22{NB}%:", f"4{NB}434,26"),
    ),
    total_label="Всего к оплате:",
    total=f"24{NB}590,00{NB}₽",
    counted=f"Всего наименований 4, на сумму 24{NB}590,00{NB}руб.",
    in_words="Двадцать четыре тысячи пятьсот девяносто рублей 00 копеек",
    below=(f"Оплатить не позднее 28{NB}ноября 2026{NB}г.",),
    pay_code=PayCode(GOST, "Оплата по QR-коду", "наведите камеру в приложении банка"),
    signatures=(Signature("Руководитель", "Кузнецова О. П."),
                Signature("Бухгалтер", "Малышева Т. С.")),
    stamp_place="М.П.",
    pages_label="стр. {page} из {pages}",
    carried_label="Перенос",
    back=samples.RUSSIAN.back,
)  # fmt: skip

ENTREPRENEUR = replace(
    RUSSIAN,
    document_title="Счет на оплату № 16 от 21 ноября 2026 г.",
    author="ИП Кузнецова О. П.",
    title=f"Счет на оплату №{NB}16 от 21{NB}ноября 2026{NB}г.",
    seller=Party(
        "Поставщик (Исполнитель):",
        "ИП Кузнецова Ольга Петровна",
        ("ИНН 500100732259", "142100, Московская обл., г. Подольск, ул. Мира, д. 2"),
    ),
    bank=BankBox(
        bank="АО «ТБАНК» г. Москва",
        bic="044525974",
        bank_account="30101810145250000974",
        account="40802810340000024041",
        inn="500100732259",
        payee="ИП Кузнецова Ольга Петровна",
    ),
    basis_label="",
    basis="",
    sums=(AmountLine("Итого:", f"24{NB}590,00"), AmountLine("Без налога (НДС):", "-")),
    signatures=(Signature("Предприниматель", "Кузнецова О. П."),),
    stamp_place="",
    back=None,
)

ENGLISH = InvoiceSheet(
    form=InvoiceForm.PLAIN,
    language="en",
    issued=DAY,
    document_title="Invoice No. 2026-0015",
    author="Green Thread",
    shop_name="Green Thread",
    shop_lines=("12 Harbour Street, Varna 9000", f"+359{NB}88{NB}812{NB}3456"),
    title="Invoice",
    number_line=f"No.{NB}2026-0015",
    date_line="21 November 2026",
    copy_stamp="COPY",
    annulled_stamp="VOID",
    about=("Date of supply: 21 November 2026",),
    seller=Party(
        "Seller", "Green Thread Ltd", ("12 Harbour Street, Varna 9000", "VAT No. BG831650349")
    ),
    buyer=Party("Bill to", "Helen Marsh Interiors", ("4 Mill Lane", "Bath BA1 1AA", "England")),
    heads=InvoiceHeads(
        number="No.", name="Item", unit="Unit", quantity="Qty", price="Price", vat="VAT",
        total="Amount",
    ),
    lines=(
        InvoiceLine(name="Merino yarn, forest green", unit="skein", quantity="24", price="8.90",
                    vat="20%", total="213.60"),
        InvoiceLine(name="Pattern book", unit="pc", quantity="2", price="18.00", vat="9%",
                    total="36.00"),
    ),
    sums=(
        AmountLine("Net at 20%", "€213.60"),
        AmountLine("VAT 20%", "€42.72"),
        AmountLine("Net at 9%", "€36.00"),
        AmountLine("VAT 9%", "€3.24"),
    ),
    total_label="To pay",
    total="€295.56",
    in_words_label="In words:",
    in_words="Two hundred and ninety-five euros and 56 cents",
    below=("Bank transfer to IBAN BG80 BNBG 9661 1020 3456 78, BIC BNBGBGSD",
           "Due 5 December 2026"),
    pay_code=PayCode(EPC, "Pay with QR", "from your bank's app"),
    signatures=(Signature("Issued by", "Ann Field"),),
    pages_label="page {page} of {pages}",
    carried_label="Carried forward",
    back=samples.ENGLISH.back,
)  # fmt: skip

INVOICES = {
    "bg": BULGARIAN,
    "bg_credit": CREDIT_NOTE,
    "bg_debit": DEBIT_NOTE,
    "bg_proforma": UNREGISTERED,
    "ru": RUSSIAN,
    "ru_entrepreneur": ENTREPRENEUR,
    "en": ENGLISH,
}


def with_lines(sheet: InvoiceSheet, count: int) -> InvoiceSheet:
    """The same paper with many positions, each of 10,00."""
    lines = tuple(
        InvoiceLine(
            name=f"Мънисто стъклено № {n}",
            unit="бр.",
            quantity="1",
            price="10,00",
            vat=f"20{NB}%",
            total="10,00",
            carried=f"{n * 10},00",
        )
        for n in range(1, count + 1)
    )
    return replace(sheet, lines=lines)

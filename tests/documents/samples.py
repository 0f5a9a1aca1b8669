"""Papers of a made-up shop in three languages, as the shop would fill them."""

from dataclasses import replace
from datetime import date

from kartoteka.documents.sheets import (
    AmountLine,
    BackSheet,
    CallListSheet,
    CallRow,
    ColumnHeads,
    ReceiptLine,
    ReceiptSheet,
    RhythmMark,
)

DAY = date(2026, 11, 21)
NB = "\u00a0"

RUSSIAN = ReceiptSheet(
    language="ru",
    issued=DAY,
    document_title="Товарный чек № 1042",
    author="Мастерская «Бусина»",
    shop_name="Мастерская «Бусина»",
    shop_lines=("ИП Кузнецова О. П. · ИНН 500100732259 · Пермь, ул. Мира, 2",),
    title=f"Товарный чек №{NB}1042",
    date_line=f"21 ноября 2026{NB}г.",
    copy_stamp="КОПИЯ",
    client_label="Покупатель:",
    client_name="Ольга Кузнецова",
    client_note="карта 1042",
    heads=ColumnHeads("№", "Товар", "Кол-во", "Цена", "Сумма"),
    lines=(
        ReceiptLine("Колье «Лес», зелёный агат", "1", f"4{NB}600,00", f"4{NB}600,00"),
        ReceiptLine("Серьги «Лес»", "1", f"2{NB}100,00", f"2{NB}100,00"),
    ),
    reductions=(
        AmountLine(f"Скидка уровня «Подруга» 7{NB}%", "\u2212469,00"),
        AmountLine("Оплачено баллами: 231", "\u2212231,00"),
    ),
    total_label="К оплате",
    total=f"6{NB}000,00{NB}₽",
    in_words="Шесть тысяч рублей 00 копеек",
    below_total=("Без НДС · оплачено картой",),
    notes=(f"Начислено 60 баллов, на карте 372; 40 сгорят 15 января 2027{NB}г.",),
    signature_label="Продавец",
    signature_name="Кузнецова О. П.",
    legal=("Не является кассовым чеком (54-ФЗ).",),
    pages_label="стр. {page} из {pages}",
    carried_label="Перенос",
    back=BackSheet(
        title=f"Браслет к вашему колье «Лес» — дешевле на 600{NB}₽",
        reason=(
            "Вы только что взяли колье и серьги из этой серии. Агат для последних шести браслетов —"
            " из того же камня, второго такого не будет."
        ),
        until_label="Только один раз, до",
        until=f"5 декабря 2026{NB}г.",
        code_label="Код",
        code="AK-7F3M",
        barcode="AK-7F3M",
        contact_question="Что понравилось, а что нет?",
        contact_lines=(f"Ольга, +7{NB}912{NB}345-67-89", "Отвечу сама, в тот же день."),
        contact_qr="tel:+79123456789",
    ),
)

BULGARIAN = ReceiptSheet(
    language="bg",
    issued=DAY,
    document_title="Стокова разписка № 1042",
    author="Ателие „Море и сребро“",
    shop_name="Ателие „Море и сребро“",
    shop_lines=("„Море и сребро“ ЕООД · ЕИК 175074752", "Пловдив 4000, ул. Пирин 5"),
    title=f"СТОКОВА РАЗПИСКА №{NB}1042",
    date_line=f"21 ноември 2026{NB}г.",
    stamp="НЕ Е ФИСКАЛЕН БОН",
    copy_stamp="КОПИЕ",
    client_label="Клиент:",
    client_name="Мария Стоянова",
    client_note="карта 2000131",
    heads=ColumnHeads("№", "Стока / услуга", "К-во", "Ед. цена", "Стойност"),
    lines=(
        ReceiptLine("Гривна „Пролет“, сребро 925", "1 бр.", "116,61", "116,61"),
        ReceiptLine("Обеци „Мъх“", "3 бр.", "12,50", "37,50", note="Отстъпка 2,00"),
        ReceiptLine("Памучна връв", "2,5 м", "1,80", "4,50"),
    ),
    total_label="Общо",
    total=f"158,61{NB}€",
    in_words="Словом: сто петдесет и осем евро и шестдесет и един цента",
    below_total=("В сумата е включен ДДС 20 %: 26,44 €", "Платено в брой"),
    signature_label="Съставил:",
    signature_name="Мария Стоянова",
    legal=("НЕ Е ФИСКАЛЕН БОН. Фискалният бон се издава отделно.",),
    pages_label="стр. {page} от {pages}",
    carried_label="Пренос",
    back=BackSheet(
        title="Безплатно почистване на среброто за вашата гривна",
        reason="Среброто потъмнява след първия сезон. Донесете гривната и ще я върнем като нова.",
        until_label="Само веднъж, до",
        until=f"31 декември 2026{NB}г.",
        code_label="Код",
        code="SR-4K2P",
        barcode="SR-4K2P",
        contact_question="Какво ви хареса и какво не?",
        contact_lines=(f"Мария, 088{NB}812{NB}3456", "Отговарям лично, още същия ден."),
        contact_qr="tel:+359888123456",
    ),
)

ENGLISH = ReceiptSheet(
    language="en",
    issued=DAY,
    document_title="Receipt No. 1042",
    author="Green Thread",
    shop_name="Green Thread",
    shop_lines=("12 Harbour Street, Varna",),
    title=f"Receipt No.{NB}1042",
    date_line="21 November 2026",
    copy_stamp="COPY",
    client_label="Client:",
    client_name="Helen Marsh",
    client_note="card 2000131",
    heads=ColumnHeads("No.", "Item", "Qty", "Price", "Amount"),
    lines=(
        ReceiptLine("Merino yarn, forest green", "6", "8.90", "53.40"),
        ReceiptLine("Bamboo needles 4 mm", "1", "7.20", "7.20"),
    ),
    reductions=(AmountLine("Discount", "\u22123.60"),),
    total_label="Total",
    total="€57.00",
    in_words="Fifty-seven euros and 00 cents",
    below_total=("Paid in cash",),
    signature_label="Seller",
    signature_name="Ann Field",
    legal=("This is not a fiscal receipt.",),
    pages_label="page {page} of {pages}",
    carried_label="Carried forward",
    back=BackSheet(
        title="Your first hat: a free fitting for its pattern",
        reason="You took six skeins of merino. A hat takes two of them and one evening.",
        until_label="Once only, until",
        until="5 December 2026",
        code_label="Code",
        code="HT-9Q4X",
        barcode="HT-9Q4X",
        contact_question="What did you like, and what not?",
        contact_lines=(f"Ann, +359{NB}88{NB}812{NB}3456", "I answer myself, the same day."),
        contact_qr="tel:+359888123456",
    ),
)

RECEIPTS = {"ru": RUSSIAN, "bg": BULGARIAN, "en": ENGLISH}


def with_lines(sheet: ReceiptSheet, count: int) -> ReceiptSheet:
    """The same receipt with many positions, each of 10,00."""
    lines = tuple(
        ReceiptLine(f"Бусина стеклянная № {n}", "1", "10,00", "10,00", carried=f"{n * 10},00")
        for n in range(1, count + 1)
    )
    return replace(sheet, lines=lines)


def _call(name: str, phone: str, times: float | None, **more: str) -> CallRow:
    mark = None if times is None else RhythmMark(times)
    return CallRow(name=name, phone=phone, rhythm=mark, **more)  # type: ignore[arg-type]


RUSSIAN_CALLS = CallListSheet(
    language="ru",
    made=DAY,
    document_title="Лист звонков, 21 ноября 2026 г.",
    author="Мастерская «Бусина»",
    shop_name="Мастерская «Бусина»",
    title="Список звонков",
    date_line=f"суббота, 21{NB}ноября 2026{NB}г.",
    summary=f"5 человек · их молчание стоит 73{NB}850{NB}₽ в год",
    rows=(
        _call(
            "Ольга Кузнецова", f"+7{NB}912{NB}345-67-89", 3.4,
            name_note="карта 1042 · после 18:00",
            reason="Обычно раз в 12 дней, молчит 41 день",
            rhythm_label=f"под угрозой 18{NB}400{NB}₽ в год",
            script=(
                "«Ольга, здравствуйте, это Марина из мастерской «Бусина». Вы брали зелёное колье в"
                " октябре — как оно носится? К нам пришли серьги из той же серии, отложить вам пару"
                " до пятницы?»"
            ),
        ),
        _call(
            "Сергей Малышев", f"+7{NB}903{NB}111-22-33", 3.2,
            reason="Обычно раз в 30 дней, молчит 97 дней",
            rhythm_label=f"под угрозой 12{NB}950{NB}₽ в год",
            script="«Сергей, добрый день! Пришли новые фильтры, которые вы спрашивали.»",
        ),
        _call(
            "Анна Веденеева", f"+7{NB}916{NB}700-10-20", 0.2,
            reason="Шестой день после покупки: колье «Море»",
            rhythm_label="",
            script="«Анна, здравствуйте! Как колье «Море»? Всё ли удобно?»",
        ),
        _call(
            "ООО «Лён и нить»", f"+7{NB}495{NB}222-33-44", 2.2,
            reason="Пора пополнить: иглы № 9",
            rhythm_label=f"под угрозой 31{NB}000{NB}₽ в год",
            script="«Здравствуйте! Полгода назад вы брали у нас иглы № 9.»",
        ),
        _call(
            "Татьяна Ли", f"+7{NB}985{NB}404-50-60", None,
            reason="Завтра день рождения, 44 года",
            script="«Татьяна, с наступающим днём рождения!»",
        ),
    ),
    outcomes=("Придёт", "Перезвонить", "Не ответил", "Жалоба", "Всё хорошо", "Больше не звонить"),
    notes_label="Что сказал",
    pages_label="стр. {page} из {pages}",
)  # fmt: skip

BULGARIAN_CALLS = replace(
    RUSSIAN_CALLS,
    language="bg",
    document_title="Списък за обаждания, 21 ноември 2026 г.",
    author="Ателие „Море и сребро“",
    shop_name="Ателие „Море и сребро“",
    title="Списък за обаждания",
    date_line=f"събота, 21{NB}ноември 2026{NB}г.",
    summary=f"2 души · мълчанието им струва 1{NB}240,00{NB}€ годишно",
    rows=(
        _call(
            "Георги Недялков", f"088{NB}812{NB}3456", 4.9,
            name_note="карта 2000131",
            reason="Обикновено веднъж на 21 дни, мълчи от 103 дни",
            rhythm_label=f"под риск 840,00{NB}€ годишно",
            script="„Георги, здравейте! Обажда се Мария от ателието. Как е гривната?“",
        ),
        _call(
            "Ѝрина Цветанова", f"087{NB}777{NB}1234", 3.1,
            reason="Обикновено веднъж на 30 дни, мълчи от 93 дни",
            script="„Здравейте, Ирина!“",
        ),
    ),
    outcomes=("Ще дойде", "Да се обадим пак", "Не отговори", "Оплакване", "Всичко е наред",
              "Да не звъним повече"),
    notes_label="Какво каза",
    pages_label="стр. {page} от {pages}",
)  # fmt: skip

ENGLISH_CALLS = replace(
    RUSSIAN_CALLS,
    language="en",
    document_title="Call list, 21 November 2026",
    author="Green Thread",
    shop_name="Green Thread",
    title="Call list",
    date_line=f"Saturday, 21{NB}November 2026",
    summary="1 person · their silence costs €320 a year",
    rows=(
        _call(
            "Helen Marsh", f"+359{NB}88{NB}812{NB}3456", 3.4,
            reason="Usually every 12 days, silent for 41",
            rhythm_label="€320 a year at risk",
            script="“Helen, good morning, this is Ann of Green Thread. How is the hat coming on?”",
        ),
    ),
    outcomes=("Will come", "Call back", "No answer", "Complaint", "All well", "Do not call again"),
    notes_label="Said",
    pages_label="page {page} of {pages}",
)  # fmt: skip

CALL_LISTS = {"ru": RUSSIAN_CALLS, "bg": BULGARIAN_CALLS, "en": ENGLISH_CALLS}

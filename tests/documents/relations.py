"""Cards, backs of papers and statements of a made-up shop, as the shop would fill them."""

from dataclasses import replace
from datetime import date

from tests.documents import samples

from kartoteka.documents.sheets import (
    AmountLine,
    BackKind,
    BackSheet,
    CardDesign,
    CardHolder,
    Column,
    LoyaltyCardSheet,
    Section,
    StatementSheet,
    TableRow,
)

DAY = date(2026, 11, 21)
NB = "\u00a0"

CARDS = {
    "ru": LoyaltyCardSheet(
        language="ru",
        made=DAY,
        document_title="Карты клиентов",
        author="Мастерская «Бусина»",
        design=CardDesign(
            shop_name="Мастерская «Бусина»",
            title="Карта постоянного клиента",
            back_title="Что даёт карта",
            back_lines=(
                "Баллы с каждой покупки: 100 баллов — это 100 рублей.",
                "Чистка украшений в подарок раз в год.",
            ),
            contact_lines=(f"Пермь, ул. Мира, 2 · +7{NB}912{NB}345-67-89",),
        ),
        cards=tuple(
            CardHolder(f"2000{n}", f"2000{n}", name, level)
            for n, name, level in (
                (131, "Ольга Кузнецова", "Подруга"),
                (132, "Александра Константинопольская", ""),
                (133, "", ""),
                (134, "Сергей Малышев", "Гость"),
                (135, "Анна Веденеева", ""),
                (136, "ООО «Лён и нить»", ""),
                (137, "Татьяна Ли", ""),
                (138, "Марина Орлова", "Подруга"),
                (139, "Пётр Щукин", ""),
                (140, "Юлия Ёлкина", ""),
                (141, "Ирина Белова", ""),
                (142, "Глеб Жуков", ""),
            )
        ),
    ),
}
CARDS["bg"] = replace(
    CARDS["ru"],
    language="bg",
    document_title="Карти на клиентите",
    author="Ателие „Море и сребро“",
    design=CardDesign(
        shop_name="Ателие „Море и сребро“",
        title="Карта за постоянни клиенти",
        back_title="Какво дава картата",
        back_lines=(
            f"Точки от всяка покупка: 100 точки са 1{NB}€.",
            "Безплатно почистване на сребро веднъж годишно.",
        ),
        contact_lines=(f"Пловдив, ул. Пирин 5 · 088{NB}812{NB}3456",),
    ),
    cards=(CardHolder("2000131", "2000131", "Мария Стоянова", "Приятел"),) * 3,
)
CARDS["en"] = replace(
    CARDS["ru"],
    language="en",
    document_title="Client cards",
    author="Green Thread",
    design=CardDesign(
        shop_name="Green Thread",
        title="Regular’s card",
        back_title="What this card gives",
        back_lines=("A point for every euro; 100 points are €1.", "A free fitting once a year."),
        contact_lines=(f"12 Harbour Street, Varna · +359{NB}88{NB}812{NB}3456",),
    ),
    cards=(CardHolder("2000131", "2000131", "Helen Marsh", "Friend"),) * 3,
)

assert samples.RUSSIAN.back is not None
BACKS = {
    "offer_ru": samples.RUSSIAN.back,
    "care_ru": BackSheet(
        kind=BackKind.CARE,
        title="Как носить агат, чтобы он не тускнел",
        reason="Вы взяли колье «Лес». Камень живёт долго, если помнить о трёх вещах.",
        tips=(
            "Надевайте последним: духи и крем ложатся на камень плёнкой.",
            "Протирайте мягкой тканью раз в неделю, без мыла.",
            "Храните отдельно от цепочек — в мешочке, который мы положили.",
        ),
        contact_question="Что-то пошло не так?",
        contact_lines=(f"Ольга, +7{NB}912{NB}345-67-89", "Отвечу сама, в тот же день."),
        contact_qr="tel:+79123456789",
    ),
    "feedback_ru": BackSheet(
        kind=BackKind.FEEDBACK,
        title="Что понравилось, а что нет?",
        reason=(
            "Похвалу и жалобу читаю сама, и обеим рада. Позвоните или наведите камеру на код:"
            " телефон наберёт номер."
        ),
        contact_lines=(f"+7{NB}912{NB}345-67-89", "Ольга, хозяйка мастерской",
                       "Отвечу сама, в тот же день."),
        contact_qr="tel:+79123456789",
    ),
    "care_bg": BackSheet(
        kind=BackKind.CARE,
        title="Как да пазите среброто светло",
        reason="Взехте гривна „Пролет“. Потъмняването не е дефект и се маха за минута.",
        tips=("Сваляйте я преди басейн и преди почистване.",
              "Подсушавайте я и я дръжте в плик без въздух.",
              "Донесете я веднъж годишно: почистваме безплатно."),
        contact_question="Нещо не е наред?",
        contact_lines=(f"Мария, 088{NB}812{NB}3456", "Отговарям лично, още същия ден."),
        contact_qr="tel:+359888123456",
    ),
    "feedback_en": BackSheet(
        kind=BackKind.FEEDBACK,
        title="What did you like, and what not?",
        reason="Praise and complaints go straight to the owner, and both are welcome.",
        contact_lines=(f"+359{NB}88{NB}812{NB}3456", "Ann Field, owner",
                       "I answer myself, the same day."),
        contact_qr="tel:+359888123456",
    ),
}  # fmt: skip

STATEMENTS = {
    "ru": StatementSheet(
        language="ru",
        made=DAY,
        document_title="Ваш кабинет: Ольга Кузнецова",
        author="Мастерская «Бусина»",
        shop_name="Мастерская «Бусина»",
        shop_lines=("ИП Кузнецова О. П. · Пермь, ул. Мира, 2",),
        title="Ваш кабинет",
        date_line=f"на 21{NB}ноября 2026{NB}г.",
        client_name="Ольга Кузнецова",
        client_note="карта 2000131",
        figures=(
            AmountLine("куплено за всё время", f"48{NB}300{NB}₽"),
            AmountLine("покупок с марта 2024", "17"),
            AmountLine("баллов на карте", "372"),
            AmountLine(f"сгорят 15{NB}января", "40"),
        ),
        sections=(
            Section(
                title="Покупки",
                columns=(
                    Column("Дата"),
                    Column("Что", share=1.0),
                    Column("Сумма", figures=True),
                ),
                rows=tuple(
                    TableRow((f"{day:02d}.10.2026", name, amount), note)
                    for day, name, amount, note in (
                        (11, "Колье «Лес», зелёный агат; серьги «Лес»", f"6{NB}000,00", ""),
                        (2, "Браслет «Море»", f"2{NB}400,00", "возврат одной застёжки"),
                        (1, "Ремонт застёжки", "350,00", ""),
                    )
                ),
                total=AmountLine("Всего за 2026 год", f"8{NB}750,00{NB}₽"),
            ),
            Section(
                title="Гарантии",
                columns=(Column("Вещь", share=1.0), Column("Действует до")),
                rows=(
                    TableRow(("Колье «Лес», зелёный агат", f"11{NB}октября 2027{NB}г.")),
                    TableRow(("Браслет «Море»", f"2{NB}апреля 2027{NB}г.")),
                ),
            ),
            Section(
                title="Для вас",
                columns=(Column("Предложение", share=1.0), Column("До"), Column("Код")),
                rows=(
                    TableRow(
                        ("Браслет к вашему колье «Лес» — дешевле на 600 ₽",
                         f"5{NB}декабря", "AK-7F3M"),
                        "Агат для последних шести браслетов — из того же камня.",
                    ),
                ),
            ),
        ),
        contact_question="Что-то не так с записями? Скажите, исправим.",
        contact_lines=(f"Ольга, +7{NB}912{NB}345-67-89", "Отвечу сама, в тот же день."),
        contact_qr="tel:+79123456789",
        pages_label="стр. {page} из {pages}",
    ),
}  # fmt: skip
STATEMENTS["bg"] = replace(
    STATEMENTS["ru"],
    language="bg",
    document_title="Вашият кабинет: Мария Стоянова",
    author="Ателие „Море и сребро“",
    shop_name="Ателие „Море и сребро“",
    shop_lines=("Пловдив 4000, ул. Пирин 5",),
    title="Вашият кабинет",
    date_line=f"към 21.11.2026{NB}г.",
    client_name="Мария Стоянова",
    client_note="карта 2000131",
    figures=(
        AmountLine("купено общо", f"1{NB}483,00{NB}€"),
        AmountLine("покупки", "17"),
        AmountLine("точки", "372"),
    ),
    sections=(
        Section(
            title="Покупки",
            columns=(Column("Дата"), Column("Какво", share=1.0), Column("Стойност", figures=True)),
            rows=(TableRow((f"11.10.2026{NB}г.", "Гривна „Пролет“, сребро 925", "116,61")),),
        ),
        Section(title="Гаранции", empty="Няма действащи гаранции."),
    ),
    contact_question="Нещо не е вярно? Кажете, ще го поправим.",
    contact_lines=(f"Мария, 088{NB}812{NB}3456",),
    contact_qr="tel:+359888123456",
)
STATEMENTS["en"] = replace(
    STATEMENTS["bg"],
    language="en",
    document_title="Your account: Helen Marsh",
    author="Green Thread",
    shop_name="Green Thread",
    shop_lines=("12 Harbour Street, Varna",),
    title="Your account with us",
    date_line="as of 21 November 2026",
    client_name="Helen Marsh",
    client_note="card 2000131",
    figures=(AmountLine("bought in all", "€1,483.00"), AmountLine("visits", "17")),
    sections=(
        Section(
            title="Purchases",
            columns=(Column("Date"), Column("What", share=1.0), Column("Amount", figures=True)),
            rows=(TableRow(("11/10/2026", "Merino yarn, forest green", "53.40")),),
        ),
    ),
    contact_question="Is something wrong? Tell us.",
    contact_lines=(f"Ann, +359{NB}88{NB}812{NB}3456",),
)

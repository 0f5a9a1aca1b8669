"""Questionnaires, reports of a day and test pages of a made-up shop, as it would fill them."""

from dataclasses import replace
from datetime import date

from kartoteka.documents.sheets import (
    AmountLine,
    AnswerKind,
    Column,
    DayReportSheet,
    Question,
    QuestionGroup,
    QuestionnaireSheet,
    Section,
    Signature,
    TableRow,
    TurningSheet,
)

DAY = date(2026, 11, 21)
NB = "\u00a0"

QUESTIONNAIRES = {
    "ru": QuestionnaireSheet(
        language="ru",
        made=DAY,
        document_title="Анкета",
        author="Мастерская «Бусина»",
        shop_name="Мастерская «Бусина»",
        shop_lines=("ИП Кузнецова О. П. · Пермь, ул. Мира, 2",),
        title="Анкета",
        introduction=(
            "Расскажите о себе сколько захотите: так мы поздравим вовремя и не предложим лишнего."
        ),
        groups=(
            QuestionGroup(
                title="Как к вам обращаться",
                questions=(
                    Question(label="Фамилия, имя, отчество", answer="Кузнецова Ольга"),
                    Question(label="Телефон", half=True),
                    Question(label="День рождения", half=True),
                    Question(label="E-mail", half=True),
                    Question(label="Город", half=True, answer="Пермь"),
                ),
            ),
            QuestionGroup(
                title="Что вам нравится",
                questions=(
                    Question(
                        label="Камни и металлы",
                        kind=AnswerKind.CHOOSE,
                        options=("агат", "жемчуг", "янтарь", "серебро", "позолота", "дерево",
                                 "бисер", "горный хрусталь"),
                        ticked=("агат", "серебро"),
                    ),
                    Question(label="Размер кольца", half=True),
                    Question(label="Размер браслета", half=True),
                    Question(label="Чего не предлагать", lines=2),
                ),
            ),
            QuestionGroup(
                title="Как с вами связываться",
                questions=(
                    Question(
                        label="Удобнее всего",
                        kind=AnswerKind.CHOOSE,
                        options=("звонок", "СМС", "письмо", "открытка", "мессенджер"),
                    ),
                    Question(label="В какие часы", half=True),
                    Question(label="Кто посоветовал нас", half=True),
                    Question(
                        label=(
                            "Согласен(на) получать поздравления и предложения мастерской по"
                            " выбранным каналам. Согласие можно отозвать в любой день, сказав об"
                            " этом продавцу."
                        ),
                        kind=AnswerKind.AGREE,
                    ),
                ),
            ),
        ),
        signature_label="Подпись",
        date_label="Дата",
        legal=("Согласие на обработку персональных данных оформляется отдельным документом.",),
    ),
}  # fmt: skip
QUESTIONNAIRES["consent_ru"] = replace(
    QUESTIONNAIRES["ru"],
    document_title="Согласие на рекламу",
    title="Согласие на рекламу",
    introduction="",
    groups=(
        QuestionGroup(
            title="На что",
            questions=(
                Question(
                    label="Согласен (согласна) получать поздравления, новости и предложения теми"
                    " способами, которые отмечены мной, и никакими другими:",
                    kind=AnswerKind.READ,
                ),
                Question(label="", kind=AnswerKind.CHOOSE, options=("звонки", "SMS", "почта")),
                Question(label="Отказаться можно в любой момент. " * 30, kind=AnswerKind.READ),
            ),
        ),
    ),
)
QUESTIONNAIRES["bg"] = replace(
    QUESTIONNAIRES["ru"],
    language="bg",
    author="Ателие „Море и сребро“",
    shop_name="Ателие „Море и сребро“",
    shop_lines=("Пловдив 4000, ул. Пирин 5",),
    introduction="Разкажете ни за себе си толкова, колкото желаете.",
    groups=(
        QuestionGroup(
            title="За вас",
            questions=(
                Question(label="Име, презиме, фамилия"),
                Question(label="Телефон", half=True),
                Question(label="Имен ден", half=True),
                Question(
                    label="Обичам", kind=AnswerKind.CHOOSE, options=("сребро", "злато", "ахат")
                ),
            ),
        ),
    ),
    legal=("Данните се пазят само за връзка с вас (GDPR).",),
)
QUESTIONNAIRES["en"] = replace(
    QUESTIONNAIRES["bg"],
    language="en",
    document_title="Questionnaire",
    author="Green Thread",
    shop_name="Green Thread",
    shop_lines=("12 Harbour Street, Varna",),
    title="About you",
    introduction="Tell us as much as you like.",
    groups=(
        QuestionGroup(
            title="You",
            questions=(
                Question(label="Name"),
                Question(label="Phone", half=True),
                Question(label="Birthday", half=True),
                Question(label="I knit", kind=AnswerKind.CHOOSE, options=("wool", "cotton")),
            ),
        ),
    ),
    signature_label="Signature",
    date_label="Date",
    legal=(),
)

DAY_REPORTS = {
    "ru": DayReportSheet(
        language="ru",
        made=DAY,
        document_title="Итог дня, 21 ноября 2026 г.",
        author="Мастерская «Бусина»",
        shop_name="Мастерская «Бусина»",
        shop_lines=("ИП Кузнецова О. П. · Пермь, ул. Мира, 2",),
        title="Итог дня",
        date_line=f"суббота, 21{NB}ноября 2026{NB}г.",
        seller_line="За кассой: Марина Орлова",
        figures=(
            AmountLine("продажи", f"48{NB}350,00{NB}₽"),
            AmountLine("покупателей", "23"),
            AmountLine("средний чек", f"2{NB}102,17{NB}₽"),
        ),
        sections=(
            Section(
                title="По видам оплаты",
                columns=(
                    Column("Вид", share=1.0),
                    Column("Продажи", figures=True),
                    Column("Возвраты", figures=True),
                    Column("Итого", figures=True),
                ),
                rows=(
                    TableRow(("Наличные", f"18{NB}200,00", "\u22121\u00a0100,00",
                              f"17{NB}100,00")),
                    TableRow(("Карта", f"26{NB}150,00", "0,00", f"26{NB}150,00")),
                    TableRow(("В долг", f"5{NB}100,00", "0,00", f"5{NB}100,00")),
                ),
                total=AmountLine("Всего", f"48{NB}350,00{NB}₽"),
            ),
            Section(
                title="НДС",
                columns=(
                    Column("Ставка", share=1.0),
                    Column("Без налога", figures=True),
                    Column("Налог", figures=True),
                ),
                rows=(TableRow((f"22{NB}%", f"39{NB}631,15", f"8{NB}718,85")),),
            ),
        ),
        cash_title="Наличные в кассе",
        cash=(
            AmountLine("Было утром", f"3{NB}000,00"),
            AmountLine("Принято за товар", f"18{NB}200,00"),
            AmountLine("Выдано при возвратах", f"\u22121{NB}100,00"),
            AmountLine("Должно быть", f"20{NB}100,00"),
            AmountLine("Посчитано", f"20{NB}050,00"),
        ),
        difference=AmountLine("Не хватает", f"\u221250,00{NB}₽"),
        difference_words="Пересчитайте ещё раз; если так и есть, запишите причину.",
        difference_fits=False,
        signatures=(Signature("Сдал(а)", "Орлова М. С."), Signature("Принял(а)")),
        legal=("Не является кассовым отчётом (54-ФЗ).",),
    ),
}  # fmt: skip
DAY_REPORTS["bg"] = replace(
    DAY_REPORTS["ru"],
    language="bg",
    document_title="Край на деня, 21.11.2026 г.",
    author="Ателие „Море и сребро“",
    shop_name="Ателие „Море и сребро“",
    shop_lines=("Пловдив 4000, ул. Пирин 5",),
    title="Край на деня",
    date_line=f"събота, 21{NB}ноември 2026{NB}г.",
    seller_line="На касата: Мария Стоянова",
    figures=(AmountLine("продажби", f"483,50{NB}€"), AmountLine("клиенти", "11")),
    sections=(),
    cash_title="Пари в касата",
    cash=(AmountLine("Очаквани", "120,00"), AmountLine("Преброени", "120,00")),
    difference=AmountLine("Разлика", f"0,00{NB}€"),
    difference_words="Касата е вярна.",
    difference_fits=True,
    signatures=(Signature("Предал:"), Signature("Приел:")),
    legal=("Не е фискален отчет.",),
)
DAY_REPORTS["en"] = replace(
    DAY_REPORTS["bg"],
    language="en",
    document_title="End of day, 21 November 2026",
    author="Green Thread",
    shop_name="Green Thread",
    shop_lines=("12 Harbour Street, Varna",),
    title="End of day",
    date_line="Saturday, 21 November 2026",
    seller_line="At the till: Ann Field",
    figures=(AmountLine("sales", "€483.50"), AmountLine("clients", "11")),
    cash_title="Cash in the till",
    cash=(AmountLine("Expected", "120.00"), AmountLine("Counted", "120.00")),
    difference=AmountLine("Difference", "€0.00"),
    difference_words="The till is right.",
    signatures=(Signature("Handed over"), Signature("Received")),
    legal=(),
)

TURNINGS = {
    "ru": TurningSheet(
        language="ru",
        made=DAY,
        document_title="Проба двусторонней печати",
        author="Мастерская «Бусина»",
        front_title="Лицо",
        back_title="Оборот",
        steps=(
            "Напечатайте эту страницу.",
            "Верните лист в лоток, не переворачивая стрелку вниз: запомните, какой стороной"
            " вверх он лежит.",
            "Напечатайте вторую страницу и посмотрите на оборот.",
        ),
        verdicts=(
            "Стрелки с обеих сторон смотрят в один край: так и кладите листы.",
            "Стрелки смотрят в разные края: в следующий раз поверните лист на пол-оборота.",
            "Обе страницы на одной стороне: переверните лист другой стороной.",
        ),
        ruler_note=(
            "Посмотрите лист на свет: кресты должны совпасть, деление — один миллиметр."
        ),
    ),
    "bg": TurningSheet(
        language="bg",
        made=DAY,
        document_title="Проба за двустранен печат",
        author="Ателие „Море и сребро“",
        front_title="Лице",
        back_title="Гръб",
        steps=("Отпечатайте тази страница.", "Върнете листа в тавата.",
               "Отпечатайте втората страница и вижте гърба."),
        verdicts=("Стрелките сочат към един край: така слагайте листовете.",
                  "Стрелките сочат към различни краища: завъртете листа.",
                  "Двете страници са от едната страна: обърнете листа."),
        ruler_note="Вижте листа срещу светлина: кръстовете трябва да съвпадат.",
    ),
    "en": TurningSheet(
        language="en",
        made=DAY,
        document_title="Test of two-sided printing",
        author="Green Thread",
        front_title="Front",
        back_title="Back",
        steps=("Print this page.", "Put the sheet back into the tray.",
               "Print the second page, then look at the back."),
        verdicts=("Both arrows point to the same edge: put sheets in this way.",
                  "They point to different edges: turn the sheet round next time.",
                  "Both pages are on one side: lay the sheet on its other face."),
        ruler_note="Hold the sheet to the light: the crosses meet; a mark is one millimetre.",
    ),
}  # fmt: skip

"""Letters, postcards, envelopes and labels of a made-up shop, as the shop would fill them."""

from dataclasses import replace
from datetime import date

from tests.documents import samples

from kartoteka.documents.sheets import (
    Address,
    Envelope,
    EnvelopeSheet,
    EnvelopeSize,
    LabelSheet,
    Letter,
    LetterSheet,
    Placement,
    Postcard,
    PostcardSheet,
)

DAY = date(2026, 11, 21)
NB = "\u00a0"

OLGA = Address(
    name="Ольге Кузнецовой",
    lines=("ул. Революции, д. 12, кв. 48", "г. Пермь"),
    postcode="614000",
    name_label="Кому",
    lines_label="Куда",
    postcode_label="Индекс",
)
WORKSHOP = Address(
    name="Мастерская «Бусина»",
    lines=("ул. Мира, д. 2", "г. Пермь"),
    postcode="614036",
    name_label="От кого",
    lines_label="Откуда",
    postcode_label="Индекс",
)
MARIA = Address(name="Мария Стоянова", lines=("ул. Иван Вазов 18, ет. 3", "4000 Пловдив"))
ATELIER = Address(name="Ателие „Море и сребро“", lines=("ул. Пирин 5", "4000 Пловдив"))
HELEN = Address(name="Helen Marsh", lines=("4 Mill Lane", "Bath BA1 1AA"), country="UNITED KINGDOM")
THREAD = Address(name="Green Thread", lines=("12 Harbour Street", "9000 Varna"), country="BULGARIA")

ENVELOPES = {
    "ru": EnvelopeSheet(
        language="ru",
        made=DAY,
        document_title="Конверты",
        author="Мастерская «Бусина»",
        placement=Placement.RUSSIAN,
        size=EnvelopeSize.DL,
        envelopes=(Envelope(WORKSHOP, OLGA),),
    ),
    "bg": EnvelopeSheet(
        language="bg",
        made=DAY,
        document_title="Пликове",
        author="Ателие „Море и сребро“",
        placement=Placement.BULGARIAN,
        size=EnvelopeSize.C5,
        envelopes=(Envelope(ATELIER, MARIA),),
    ),
    "en": EnvelopeSheet(
        language="en",
        made=DAY,
        document_title="Envelopes",
        author="Green Thread",
        placement=Placement.BULGARIAN,
        size=EnvelopeSize.C6,
        envelopes=(Envelope(THREAD, HELEN),),
    ),
}

LABELS = {
    "ru": LabelSheet(
        language="ru",
        made=DAY,
        document_title="Наклейки",
        author="Мастерская «Бусина»",
        labels=(OLGA, replace(OLGA, name="Александре Константинопольской-Преображенской")) * 10,
        skip=4,
        outlines=True,
    ),
    "bg": LabelSheet(
        language="bg",
        made=DAY,
        document_title="Етикети",
        author="Ателие „Море и сребро“",
        labels=(MARIA,) * 30,
        outlines=True,
    ),
    "en": LabelSheet(
        language="en",
        made=DAY,
        document_title="Labels",
        author="Green Thread",
        labels=(HELEN,) * 3,
        outlines=True,
    ),
}

LETTERS = {
    "ru": LetterSheet(
        language="ru",
        made=DAY,
        document_title="Письмо: давно не виделись",
        author="Мастерская «Бусина»",
        shop_name="Мастерская «Бусина»",
        shop_lines=(f"Пермь, ул. Мира, 2 · +7{NB}912{NB}345-67-89",),
        foot_lines=("Не хотите писем — скажите нам или позвоните, и мы больше не напишем.",),
        letters=(
            Letter(
                to=OLGA,
                date_line=f"21{NB}ноября 2026{NB}г.",
                title="Зелёный агат соскучился",
                greeting="Ольга, здравствуйте!",
                paragraphs=(
                    "В октябре вы выбрали у нас колье «Лес». С тех пор прошло сорок дней, а раньше"
                    " вы заглядывали к нам раз в две недели. Надеемся, у вас всё хорошо и колье"
                    " носится.",
                    "Мы разобрали коробку с агатом, из которого было ваше колье, и нашли камни"
                    " ещё на шесть браслетов. Второй такой коробки не будет: карьер закрыли.",
                    "Мы отложили один браслет для вас до пятницы. Примерьте — это ничего не стоит.",
                ),
                closing="С теплом,",
                signature="Ольга Петровна",
                signature_note="хозяйка мастерской",
                postscript=(
                    "P. S. Возьмите с собой колье: почистим камень бесплатно, это десять минут."
                ),
                back=samples.RUSSIAN.back,
            ),
        ),
        pages_label="стр. {page} из {pages}",
    ),
    "bg": LetterSheet(
        language="bg",
        made=DAY,
        document_title="Писмо: честит имен ден",
        author="Ателие „Море и сребро“",
        shop_name="Ателие „Море и сребро“",
        shop_lines=(f"Пловдив 4000, ул. Пирин 5 · 088{NB}812{NB}3456",),
        letters=(
            Letter(
                to=MARIA,
                date_line=f"21{NB}ноември 2026{NB}г.",
                title="Честит имен ден, Мария!",
                greeting="Скъпа Мария,",
                paragraphs=(
                    "Пожелаваме ви здраве, светли дни и поводи да носите любимите си бижута.",
                    "За празника ви сме отделили нещо малко. Минете през ателието до края на"
                    " месеца и ще ви го дадем лично.",
                ),
                closing="С уважение,",
                signature="Мария Стоянова",
                signature_note="собственик на ателието",
            ),
        ),
    ),
    "en": LetterSheet(
        language="en",
        made=DAY,
        document_title="Letter: thank you",
        author="Green Thread",
        shop_name="Green Thread",
        shop_lines=("12 Harbour Street, Varna 9000",),
        letters=(
            Letter(
                to=HELEN,
                date_line="21 November 2026",
                title="Thank you for the first hat",
                greeting="Dear Helen,",
                paragraphs=(
                    "You took six skeins of merino home. A hat takes two of them and one evening;"
                    " if the crown puzzles you, bring it in and we shall do it together.",
                ),
                closing="Warmly,",
                signature="Ann Field",
            ),
        ),
    ),
}

POSTCARDS = {
    "ru": PostcardSheet(
        language="ru",
        made=DAY,
        document_title="Открытка ко дню рождения",
        author="Мастерская «Бусина»",
        shop_name="Мастерская «Бусина»",
        sender_lines=("Мастерская «Бусина», 614036, Пермь, ул. Мира, 2",),
        stamp_label="Марка",
        cards=(
            Postcard(
                title="С днём рождения!",
                subtitle="Пусть этот год будет ярким, как новые бусины на нитке.",
                greeting="Ольга,",
                paragraphs=(
                    "вы с нами третий год, и за это время в вашей шкатулке поселилось одиннадцать"
                    " наших вещей. Спасибо!",
                    "К празднику мы приготовили подарок: серьги к любому вашему колье за полцены."
                    " Код действует до конца декабря.",
                ),
                signature="Ольга Петровна",
                to=OLGA,
                code_label="Код подарка",
                code="DR-7F3M",
                barcode="DR-7F3M",
            ),
        ),
    ),
    "bg": PostcardSheet(
        language="bg",
        made=DAY,
        document_title="Картичка",
        author="Ателие „Море и сребро“",
        shop_name="Ателие „Море и сребро“",
        sender_lines=("Ателие „Море и сребро“, 4000 Пловдив, ул. Пирин 5",),
        stamp_label="Марка",
        cards=(
            Postcard(
                title="Липсвате ни",
                greeting="Здравейте, Мария,",
                paragraphs=("отдавна не сте минавали. Имаме нови гривни от серията „Пролет“.",),
                signature="Мария",
                to=MARIA,
            ),
        ),
    ),
    "en": PostcardSheet(
        language="en",
        made=DAY,
        document_title="Postcard",
        author="Green Thread",
        shop_name="Green Thread",
        sender_lines=("Green Thread, 12 Harbour Street, 9000 Varna, Bulgaria",),
        stamp_label="Stamp",
        cards=(
            Postcard(
                title="Thank you for knitting with us this whole year",
                greeting="Dear Helen,",
                paragraphs=("may the next one be warm.",),
                signature="Ann",
                to=HELEN,
            ),
        ),
    ),
}

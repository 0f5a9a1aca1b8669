"""What columns are called in client lists and till reports in English, Russian and Bulgarian."""

import re

from kartoteka.domain.folding import fold
from kartoteka.exchange.item_headings import ITEM_FIELDS, ITEM_HEADINGS

CLIENT_FIELDS = (
    "id", "name", "family", "given", "middle", "called", "company", "phone", "email", "messenger",
    "birthday", "name_day", "card", "likes", "dislikes", "size", "notes", "source",
    "recommended_by", "penetration", "do_not_contact", "tax_id", "vat_id", "kpp", "ogrn",
    "street", "city", "postcode", "country", "preferred", "hours", "language", "person",
    "added_on", "kind",
)  # fmt: skip
PURCHASE_FIELDS = (
    "client", "phone", "email", "card", "date", "amount", "price", "quantity", "item", "number",
    "payment", "discount", "currency", "note", "unit", "sku", "uuid",
)  # fmt: skip
REPEATED = frozenset(
    {"phone", "email", "messenger", "likes", "dislikes", "size", "notes", "note", "barcode", "tags"}
)
"""Fields that several columns may fill together."""

_CLIENT_HEADINGS: tuple[tuple[str, str], ...] = (
    ("", r"причина отказа|причина за отказ|reason for refusal"),
    ("do_not_contact", r"не (?:звонить|беспокоить|контактировать)|do not (?:contact|call)"
     r"|do_not_contact|не се обаждай\w*|без контакт"),
    ("recommended_by", r"(?:кто )?(?:рекомендовал|порекомендовал|пригласил)\w*|рекомендация"
     r"|препорьчан\w* от|препоръчал\w*|препоръчан\w*(?: от)?|recommended(?: |_)?by"
     r"|referr(?:ed by|er|al)"),
    ("person", r"контактн\w+ лиц\w+|лице за контакт|контакт|contact(?: person)?"),
    ("name_day", r"именины|имен ден|имени дни|name ?day|name_day"),
    ("birthday", r"д р|др|(?:дата |день )?рожд\w*|(?:дата на |ден на )?ражда\w*|рожден\w* ден"
     r"|рожд\w* дата|birth ?(?:day|date)|birth_?date|date of birth|dob|bday|born"),
    ("email", r"(?:e ?mail|емаил|имейл\w*|емейл\w*|мейл|e ?поща|електронна поща|ел поща|эл почта"
     r"|электронн\w+ (?:почта|адрес)|почта|mail|е ?мейл|е ?майл)(?: адрес| address)?"),
    ("messenger", r"мессенджер\w*|telegram|телеграм\w*|тг|whats ?app|ватсап|вотсап|viber|вайбер"
     r"|messenger|skype|vk|вк|вконтакте|instagram|инстаграм"),
    ("tax_id", r"инн|inn|еик|еик булстат|булстат|bulstat|eik|uic|tax ?(?:id|number)?|tax_id"),
    ("kpp", r"кпп|kpp"),
    ("ogrn", r"огрн(?:ип)?|ogrn"),
    ("vat_id", r"(?:ин по )?(?:зддс|ддс)(?: номер)?|ддс|vat(?: ?(?:id|number|no))?|vat_id"),
    ("card", r"(?:(?:номер|но|n) )?(?:(?:дисконтн|бонусн|клубн|скидочн)\w+ )?карт[аыи]"
     r"(?: (?:номер|клиента|клиент))?|клиентска карта|карта номер|штрих ?код"
     r"|(?:loyalty |discount |club )?card(?: ?(?:number|no|code|id))?|barcode"),
    ("phone", r".*\b(?:тел|телефон\w*|моб|мобил\w*|сот|сотов\w*|gsm|phone\w*|mobile|tel|cell)\b.*"),
    ("postcode", r"(?:почтовый )?индекс|(?:пощенски |пк )?код|пощенски код|post ?code|zip"
     r"(?: ?code)?|postal ?code"),
    ("city", r"город|нас\w* пункт|населенный пункт|град|гр|населено място|city|town"),
    ("country", r"страна|държава|country"),
    ("street", r"(?:почтовый |домашний )?адрес(?: проживания| доставки| за доставка)?|улица"
     r"|ул|(?:street |postal )?address|street"),
    ("language", r"язык|език|language|lang"),
    ("hours", r"(?:удобн\w+ )?(?:время|часы)(?: (?:для )?звонк\w+)?|удобн\w+ час\w*"
     r"|(?:convenient )?hours|best time"),
    ("preferred", r"(?:предпочитаем\w+|удобный) (?:канал|способ)(?: связи)?|канал"
     r"|предпочитан (?:канал|начин)|preferred(?: (?:channel|contact))?|channel"),
    ("penetration", r"доля(?: покупок)?|дял|penetration|share"),
    ("source", r"источник|откуда(?: узнал\w*)?|източник|от къде|откъде|source|came from"),
    ("called", r"обращение|как обращаться|обрьщение|обръщение|called|salutation"),
    ("company", r"(?:название |наименование )?(?:компани[яи]|организаци[яи]|юр ?лицо)"
     r"|фирма|дружество|наименование|company(?: name)?|organi[sz]ation|firm"),
    ("family", r"фамили[яи]|фамилно(?: име)?|family(?: ?name)?|surname|last ?name|last_name"),
    ("middle", r"отчество|презиме|бащино(?: име)?|middle(?: ?name)?|patronymic|father ?s name"),
    ("given", r"(?:собствено|лично|първо) име|given(?: ?name)?|first ?name|first_name|forename"),
    ("name", r"фио|ф и о|имя|име|имена|(?:трите|пълно|полное|две) им\w+|имя клиента"
     r"|име на клиент\w*|имя и фамилия|фамилия и имя|име и фамилия|фамилия имя(?: отчество)?"
     r"|клиент|клиентка|покупатель|контрагент|гость|customer(?: name)?|client(?: name)?"
     r"|full ?name|name|guest"),
    ("likes", r"теги|метки|предпочтени[яе]|любит|нравится|интересы|предпочитания|харесва|тагове"
     r"|етикети|likes|tags|preferences|interests"),
    ("dislikes", r"не любит|не нравится|не харесва|dislikes"),
    ("size", r"размер\w*|size|sizes"),
    ("notes", r"примечани[ея]|комментари[йи]|заметк[аи]|прочее|доп\w* информация|описание"
     r"|бележк[аи]|забележк[аи]|коментар\w*|notes?|comments?|remarks?|memo"),
    ("added_on", r"(?:дата )?(?:добавлен\w*|регистрации|создани[яе])|дата на (?:регистрация"
     r"|добавяне)|added(?: on)?|added_on|created(?: at)?|registered"),
    ("kind", r"kind|вид клиента|тип клиента|вид клиент"),
    ("id", r"id|ид|код клиента|номер клиента|client id|client_id|номер на клиент"),
)  # fmt: skip
_PURCHASE_HEADINGS: tuple[tuple[str, str], ...] = (
    ("", r"причина отказа|причина за отказ|reason for refusal"),
    ("date", r"(?:дата|день|ден)(?: (?:покупки|продажи|чека|заказа|операции|визита))?"
     r"|дата на (?:покупка|продажба|покупката)|date|day|when|purchase ?date|order ?date"
     r"|date of purchase|datetime|timestamp"),
    ("phone", r".*\b(?:тел|телефон\w*|моб|gsm|phone\w*|mobile|tel)\b.*"),
    ("email", r"e ?mail|имейл|эл почта|почта|поща|mail"),
    ("card", r"(?:номер )?(?:\w+ )?карт[аыи](?: клиента| номер)?|card(?: ?(?:number|no))?"),
    ("payment", r"(?:способ |вид |форма )?оплат[аы]|(?:начин на )?плащане|payment(?: method)?"
     r"|paid by"),
    ("discount", r"скидка|отстъпка|discount"),
    ("currency", r"валюта|валута|currency"),
    ("unit", r"ед(?: изм)?|единица(?: измерения)?|мярка|мерна единица|unit"),
    ("sku", r"артикул|код товара|sku|article|код на артикул"),
    ("quantity", r"кол|кол во|количество|кол ?во|бр|брой|шт|qty|quantity|count|pieces|units"),
    ("price", r"цена(?: за (?:единицу|шт|ед|брой))?|ед\w* цена|(?:unit )?price|price per unit"),
    ("amount", r"сумма(?: (?:покупки|чека|продажи|заказа|руб|eur|лв))?|итого|всего|стоимость"
     r"|выручка|оборот|сума|обща сума|общо|стойност|amount|sum|total|value|revenue|spent|cost"
     r"|line ?total"),
    ("number", r"(?:номер |n )?(?:чек[а]?|заказ[а]?|документ[а]?)|номер (?:чека|заказа|документа)"
     r"|номер(?: на (?:бележка|поръчка|документ))?|бележка|поръчка|касов бон|фактура"
     r"|(?:receipt|order|invoice|document|check)(?: ?(?:number|no|id))?|number|n"),
    ("item", r"товар\w*|услуг\w*|наименование(?: товара)?|номенклатура|позиция|продукт|стока"
     r"|артикул име|описание|item|product|goods|service|description|what"),
    ("client", r"клиент\w*|покупател\w*|контрагент|гость|фио|ф и о|имя|име|customer\w*"
     r"|customer ?(?:name|id|number)|client ?(?:name|id|number)|client_id|customer_id|cust ?id"
     r"|buyer|name|код клиента|номер клиента|id"),
    ("note", r"примечани[ея]|комментари[йи]|забележк[аи]|коментар|notes?|comments?"),
)  # fmt: skip


def _compiled(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((field, re.compile(rf"(?:{pattern})(?: \d+)?")) for field, pattern in pairs)


_ORDINALS = frozenset({"№", "#", "№ п/п", "п/п", "№ по ред", "no.", "nr"})
"""Columns that only count the rows."""

_PATTERNS = {
    "clients": _compiled(_CLIENT_HEADINGS),
    "purchases": _compiled(_PURCHASE_HEADINGS),
    "catalogue": _compiled(ITEM_HEADINGS),
}
FIELDS = {"clients": CLIENT_FIELDS, "purchases": PURCHASE_FIELDS, "catalogue": ITEM_FIELDS}


def plain_heading(text: str) -> str:
    """A heading without case, marks and the unit in brackets: 'Сумма, руб.' → 'сумма'."""
    whole = fold(re.sub(r"[№#]", " номер ", text))  # before folding opens № into letters
    plain = re.sub(r"\([^()]{0,30}\)", " ", whole).strip() or whole
    plain = re.sub(r",\s*(?:руб|лв|eur|rub|шт|€|₽)\.?\s*$", "", plain)
    return " ".join(re.sub(r"[^\w]+", " ", plain.replace("_", " ")).split())


def field_of(heading: str, kind: str) -> str | None:
    """The field that a heading names; '' for one to leave out, None when it says nothing."""
    exact = heading.strip().lower()
    if exact in _ORDINALS:
        return ""
    if exact in FIELDS[kind]:
        return exact
    plain = plain_heading(heading)
    if plain:
        for field, pattern in _PATTERNS[kind]:
            if pattern.fullmatch(plain):
                return field
    return None

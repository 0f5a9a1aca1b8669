"""What columns are called in price lists and catalogues in English, Russian and Bulgarian."""

ITEM_FIELDS = (
    "name", "kind", "sku", "barcode", "price", "cost", "currency", "vat", "unit", "tags",
    "lasts_days", "goes_with", "care",
)  # fmt: skip

ITEM_HEADINGS: tuple[tuple[str, str], ...] = (
    ("", r"причина отказа|причина за отказ|reason for refusal|остаток|остатки|наличие|наличност"
     r"|количество|кол во|stock|in stock|quantity|qty|сумма|сума|amount|total"),
    ("barcode", r"штрих ?коды?|шк|баркод\w*|бар код|bar ?codes?|ean(?: ?(?:8|13))?(?: code)?|gtin"
     r"|upc|код ean|ean код"),
    ("vat", r"(?:ставка )?(?:ндс|ддс)(?: (?:ставка|процент))?|ставка (?:ндс|ддс)"
     r"|данъчна (?:ставка|група)|vat(?: ?(?:rate|percent))?|tax ?(?:rate|percent)?"),
    ("cost", r"себестоимость|(?:закупочная|входная) цена|цена закуп\w*|закупка|доставна(?: цена)?"
     r"|покупна цена|себестойност|cost(?: ?price)?|(?:purchase|buying) price"),
    ("price", r"цена(?: (?:продажи|розничная|продажна|за (?:единицу|ед|шт|брой|бр)|с ндс|с ддс"
     r"|на дребно))?|(?:розничная|продажна|отпускная|единична) цена|ед\w* цена"
     r"|(?:(?:unit|retail|sale|selling|list) )?price|стоимость|стойност"),
    ("currency", r"валюта|currency"),
    ("unit", r"ед(?: ?изм\w*)?|единица(?: измерения)?|мярка|мерна (?:единица|ед)"
     r"|unit(?: of measure)?|uom"),
    ("lasts_days", r"хватает на(?: дней)?|срок расхода(?: дней)?|стига за(?: дни)?|трае(?: дни)?"
     r"|lasts(?: ?days)?|days"),
    ("care", r"(?:советы? (?:по|за) )?уход\w*|как ухаживать"
     r"|(?:съвети? за )?(?:грижа|грижи|поддръжка)|care(?: ?(?:advice|instructions?|tips?))?"),
    ("goes_with", r"подходит к|вместе с|с этим покупают|сопутствующ\w*(?: товары?)?|върви с"
     r"|подходящо за|свързани(?: стоки)?|goes ?with|related(?: items)?|accessor(?:y|ies)"),
    ("tags", r"теги|метки|категори[яи](?: товар\w*)?|групп?а(?: товаров| стоки)?|раздел|етикети"
     r"|тагове|tags?|category|categories|group|department"),
    ("kind", r"вид(?: товара| стока)?|тип(?: товара| номенклатуры| стока)?|kind|type"),
    ("sku", r"артикул(?:ен номер)?|арт|код(?: (?:товара|на стока\w*|на артикул|номенклатуры))?"
     r"|номенклатурный номер|sku|article(?: ?(?:number|no))?"
     r"|(?:item|product) ?(?:code|no|number|id)|code"),
    ("name", r"(?:наименование|название|имя|име|описание)(?: (?:товара|услуги|номенклатуры"
     r"|на стока\w*|на продукта?|на артикула?))?|товар\w*|услуг\w*|номенклатура|продукт|позиция"
     r"|стока|стоки|(?:item|product|goods|service)(?: ?name)?|name|title|description"),
)  # fmt: skip

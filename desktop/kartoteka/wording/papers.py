"""Sentences about paper: pictures, labels, strip printers."""

from decimal import Decimal
from typing import TYPE_CHECKING

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.wording.explained import Explained, about

if TYPE_CHECKING:
    from kartoteka.documents import errors
    from kartoteka.domain import printing, strip_target
    from kartoteka.shop import client_sheets, letters, price_labels, warranties


@about("PaperTrouble")
def _any(_error: "errors.PaperTrouble", words: Words) -> Explained:
    return Explained(
        words.say("The document could not be created."),
        words.say("Try again; the sale is saved in any case."),
    )


@about("PictureUnreadable")
def _picture(_error: "errors.PictureUnreadable", words: Words) -> Explained:
    return Explained(
        words.say("This file is not a picture that can be printed on documents."),
        words.say("Choose a PNG or JPEG file."),
    )


@about("PictureTooLarge")
def _large(error: "errors.PictureTooLarge", words: Words) -> Explained:
    return Explained(
        words.say(
            "The picture is too large: {width} × {height} pixels.",
            width=error.width,
            height=error.height,
        ),
        words.say("Save it smaller; 1 000 pixels across are plenty for a logo."),
    )


@about("PictureTooHeavy")
def _heavy(error: "errors.PictureTooHeavy", words: Words) -> Explained:
    return Explained(
        words.say(
            "The file is too large for a picture: {size} MB.",
            size=formats.number(words, Decimal(error.bytes) / 1_000_000, 0),
        ),
        words.say(
            "Choose a PNG or JPEG file of less than {most} MB.", most=error.most // 1_000_000
        ),
    )


@about("SizeNotMade")
def _size(error: "errors.SizeNotMade", words: Words) -> Explained:
    return Explained(
        words.say("This document is not available in size {size}.", size=error.size),
        words.say(
            "Choose one of these: {sizes}.", sizes=formats.join_list(words, list(error.made))
        ),
    )


@about("LabelsTooSmall")
def _labels(error: "errors.LabelsTooSmall", words: Words) -> Explained:
    return Explained(
        words.say(
            "The labels would be {width} × {height} mm: too small for an address.",
            width=formats.number(words, error.width, 1),
            height=formats.number(words, error.height, 1),
        ),
        words.say("Set fewer columns and rows, or smaller margins and gaps."),
    )


@about("BadPrinterAddress")
def _address(error: "strip_target.BadPrinterAddress", words: Words) -> Explained:
    return Explained(
        words.say("“{address}” is not the address of a receipt printer.", address=error.address),
        # Translators: keep the addresses in quotes as they are.
        words.say("Enter it like “usb:04b8:0202”, “serial:COM3” or “network:192.168.1.50”."),
    )


@about("PrinterTrouble")
def _printer(error: "errors.PrinterTrouble", words: Words) -> Explained:
    return Explained(
        words.say("The printer {address} did not print.", address=error.address),
        words.say("Check the printer, then print the document again."),
    )


@about("PrinterGone")
def _gone(error: "errors.PrinterGone", words: Words) -> Explained:
    return Explained(
        words.say("The printer {address} does not answer.", address=error.address),
        words.say(
            "Check the power, the cable and the address in Settings, then print the document again."
        ),
    )


@about("PrinterDenied")
def _denied(error: "errors.PrinterDenied", words: Words) -> Explained:
    return Explained(
        words.say("The system does not let you use the printer {address}.", address=error.address),
        words.say(
            "Ask whoever looks after this computer for permission to print (on Linux: "
            "the groups lp and dialout), then print the document again."
        ),
    )


@about("PrinterOutOfPaper")
def _roll(error: "errors.PrinterOutOfPaper", words: Words) -> Explained:
    return Explained(
        words.say("The printer {address} is out of paper.", address=error.address),
        words.say("Put in a new roll, then print the document again."),
    )


@about("PrinterDriverMissing")
def _driver(error: "errors.PrinterDriverMissing", words: Words) -> Explained:
    return Explained(
        words.say("This computer has no driver for the printer {address}.", address=error.address),
        words.say("Install libusb, or connect the printer by network or serial cable."),
    )


@about("StripPrinterNotSet")
def _no_strip(_error: "printing.StripPrinterNotSet", words: Words) -> Explained:
    return Explained(
        words.say("This counter has no receipt printer."),
        words.say("Enter its address in Settings, under Printing."),
    )


@about("PrinterNotInstalled")
def _not_installed(error: "printing.PrinterNotInstalled", words: Words) -> Explained:
    if not error.printer:
        return Explained(
            words.say("This computer has no printer."),
            words.say("Connect a printer, or save the document as a PDF."),
        )
    return Explained(
        words.say("This computer has no printer “{printer}”.", printer=error.printer),
        words.say("Choose another printer in Settings, under Printing."),
    )


@about("PrinterRefused")
def _refused(error: "printing.PrinterRefused", words: Words) -> Explained:
    return Explained(
        words.say("The printer {printer} did not accept the document.", printer=error.printer),
        words.say("Is the printer switched on? Does it have paper?"),
    )


@about("NoBacks")
def _no_backs(_error: "printing.NoBacks", words: Words) -> Explained:
    return Explained(
        words.say("This document has no back side."),
        words.say("Print its front."),
    )


@about("ClientWithoutCard")
def _no_card(error: "client_sheets.ClientWithoutCard", words: Words) -> Explained:
    return Explained(
        words.say("{client} has no card number.", client=error.client),
        words.say("Enter a number on the client's card first."),
    )


@about("NothingWithWarranty")
def _no_warranty(error: "warranties.NothingWithWarranty", words: Words) -> Explained:
    return Explained(
        words.say("Nothing in sale No. {number} has a warranty.", number=error.sale),
        words.say("Enter the warranty of the item in the catalogue first."),
    )


@about("LabelWithoutPrice")
def _no_price(error: "price_labels.LabelWithoutPrice", words: Words) -> Explained:
    return Explained(
        words.say("“{item}” has no price.", item=error.item),
        words.say("Enter its price in the catalogue first."),
    )


@about("UnknownField")
def _field(error: "letters.UnknownField", words: Words) -> Explained:
    return Explained(
        words.say("There is no field “{field}” for letters.", field=error.field),
        # Translators: keep the words in quotes as they are.
        words.say("Use “name”, “full_name”, “shop”, “seller”, “last_item”, “last_date”, “phone”."),
    )

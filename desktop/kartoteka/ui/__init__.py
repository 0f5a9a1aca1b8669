"""The window. Nothing outside this package knows Qt, and nothing in it touches the book by itself.

How to add a page
-----------------
1. Make `ui/<name>/page.py` with a `Page` (see `page.py`). Its `__init__(self, around)` builds the
   widgets; `around` holds all it needs: `desk` (ask and change the book), `speech` (words that
   follow the language), `theme` (colours, icons), `notices` (toasts, troubles), `navigator` (other
   pages, cards, the search field).
2. Say what is true of it: `title(words)`, `buttons()` for the top bar, `refresh()` to ask for fresh
   data, `affected_by(changes)` when only some changes matter, `accept(wish)` for what the caller
   of `navigator.show_page(name, **wish)` wanted, `print_page()` for Ctrl+P, `go_back()` for Esc.
3. Add one line to `PAGES` in `pages.py`; pages with `on_rail=True` get their place on the rail.

Rules that hold everywhere
--------------------------
- `desk.ask(fn, then, key=self)` reads and `desk.change(fn, then)` writes; `fn(shop)` runs on the
  worker thread and `then(answer)` here. `then` of a change gets the whole `Done`; show
  `notices.done(text, done.changes)` and it offers Undo by itself.
- Texts: `speech.bind(label.setText, lambda words: words.say("…"))`; texts with data are set in
  `refresh` or in a slot of `speech.spoken`. Icons and colours: `theme.dress(button.setIcon, …)`.
- Every control gets an accessible name (`speech.bind(field.setAccessibleName, …)`); a text that
  may not fit is an `ElidedLabel`.
"""

from kartoteka.ui.lasting import keep_singletons

keep_singletons()

"""The window on a large book: its start, its memory, a keystroke in search, each with its floor."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.measured import Measured, percentile

ROOT = Path(__file__).resolve().parents[2]
STARTS = 7

EMPTY_WINDOW = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
window.grab()
print(time.time(), psutil.Process().memory_info().rss)
"""
WITH_TABLES = EMPTY_WINDOW.replace("app = ", "import sqlmodel\napp = ")
"""The floor of the start; that of memory is the window alone."""

TODAY_PAINTED = """
import time
from datetime import date
from pathlib import Path
from kartoteka.ui.app import open_window
window = open_window(Path({book!r}), language="bg", today=date(2026, 11, 21))
window.show()
from PySide6.QtWidgets import QApplication
while not (window.open_name and window.desk.is_idle):
    QApplication.processEvents()
    time.sleep(0.001)
window.grab()
print(time.time(), psutil.Process().memory_info().rss)
window.desk.close(lambda shop: shop.close())
window.desk.wait_closed()
import os
os._exit(0)
"""

KEYSTROKES = """
import json, time
from datetime import date
from pathlib import Path
from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from kartoteka.ui.app import open_window
window = open_window(Path({book!r}), language="bg", today=date(2026, 11, 21))
window.show()
while not (window.open_name and window.desk.is_idle):
    QApplication.processEvents()
window.begin_search()
while not window.desk.is_idle:
    QApplication.processEvents()
field = window.search
edit = field.input

class Painted(QObject):
    count = 0
    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False

painted = Painted()
rows = field.drop.list.viewport()
rows.installEventFilter(painted)
times = []
for word in {words!r}:
    edit.clear()
    QTest.qWait(30)
    for letter in word:
        before, shown, begin = painted.count, field.drop.lines, time.perf_counter()
        edit.insert(letter)
        while not window.desk.is_idle:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
        same = field.drop.lines == shown
        assert painted.count > before or same or not field.drop.lines, letter
print(json.dumps(times))
window.desk.close(lambda shop: shop.close())
window.desk.wait_closed()
import os
os._exit(0)
"""

WORDS = ("иванова", "Мария", "0888 12", "петр", "геор", "сребро", "елена д", "88812")


def measure(book: Path) -> Iterator[Measured]:
    """Start, memory and search."""
    ours, floor, bare = [], [], []
    for _ in range(STARTS):
        ours.append(started(TODAY_PAINTED.format(book=str(book))))
        floor.append(started(WITH_TABLES))
        bare.append(started(EMPTY_WINDOW))
    yield Measured(
        "process start to painted Today",
        median(time for time, _ in ours),
        1.6,
        "ms",
        median(time for time, _ in floor),
    )
    yield Measured(
        "memory at Today",
        median(memory for _, memory in ours),
        2.2,
        "MB",
        median(memory for _, memory in bare),
    )
    times = json.loads(run(KEYSTROKES.format(book=str(book), words=WORDS))[1])
    yield Measured("a keystroke in search to painted rows, p95", percentile(times, 0.95), 16, "ms")


def started(code: str) -> tuple[float, float]:
    """Milliseconds from starting a process to its picture, and its memory in MB."""
    begin, written = run(f"import psutil\n{code}")
    at, memory = written.split()
    return (float(at) - begin) * 1000, int(memory) / 1e6


def run(code: str) -> tuple[float, str]:
    """Run code in a process of its own; when it was started, and the last line it wrote."""
    import time

    environ = {**os.environ, "PYTHONPATH": str(ROOT / "desktop"), "QT_QPA_PLATFORM": "offscreen"}
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(done.stderr)
    return begin, done.stdout.splitlines()[-1]

"""One window for one book: a second start raises the first window and goes."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMainWindow

WAIT_MS = 1500
RAISE = b"raise"


def _name(book: Path) -> str:
    """The name under which the window of this book listens."""
    return "kartoteka-" + hashlib.sha256(str(book.resolve()).encode()).hexdigest()[:24]


def listen(book: Path, window: QMainWindow) -> QObject:
    """Come to the front when a second start asks for it; lasts as long as the window."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def on_connection() -> None:
        socket = server.nextPendingConnection()
        if socket is not None:
            socket.disconnected.connect(socket.deleteLater)
            bring_to_front(window)

    server.newConnection.connect(on_connection)
    QLocalServer.removeServer(_name(book))
    server.listen(_name(book))
    return server


def raise_first(book: Path) -> bool:
    """Ask the window of this book to come to the front; False when no window answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(book))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(RAISE)
    socket.flush()
    socket.disconnectFromServer()
    return True


def bring_to_front(window: QMainWindow) -> None:
    """Show the window above all others, also when it was made small."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()

"""What the stories open; see tests/ui for the window without a screen."""

from tests.ui.conftest import clock, open_on, tidied
from tests.ui.opening import open_filled

__all__ = ["clock", "open_filled", "open_on", "tidied"]

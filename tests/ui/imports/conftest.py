"""What these tests open."""

from tests.ui.opening import open_filled

__all__ = ["open_filled"]

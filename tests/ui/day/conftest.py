"""What these tests open."""

from tests.ui.opening import open_filled
from tests.ui.till.conftest import till

__all__ = ["open_filled", "till"]

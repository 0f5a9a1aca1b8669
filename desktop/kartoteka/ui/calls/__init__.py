"""Call lists: whom to call, what to say, and how it ended."""

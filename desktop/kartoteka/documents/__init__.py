"""Paper: frozen sheets of finished words and numbers become PDF bytes."""

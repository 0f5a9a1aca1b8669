"""Recording purchases and taking goods back."""

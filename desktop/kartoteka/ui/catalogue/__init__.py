"""The catalogue: goods, services and subscriptions, and the editor of one of them."""

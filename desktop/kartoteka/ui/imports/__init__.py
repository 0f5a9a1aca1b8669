"""Files of others: bringing clients and purchases in, and writing them out."""

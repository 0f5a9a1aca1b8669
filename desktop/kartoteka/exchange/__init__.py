"""Files of others: readers and writers; hostile input ends here."""

"""The one SQLite file: rows, queries, search, backups and migrations."""

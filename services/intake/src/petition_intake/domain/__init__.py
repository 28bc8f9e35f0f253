"""The rules of registering a petition. Nothing here knows of a database, a message or a framework."""

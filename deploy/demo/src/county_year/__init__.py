"""A county's year, made up but true to the published figures, replayed through the services as agencies would do it."""

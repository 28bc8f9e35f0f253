"""MongoDB and the register's files."""

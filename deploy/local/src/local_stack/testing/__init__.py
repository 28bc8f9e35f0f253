"""Real servers for tests: a broker and a store of the test run's own, which it may kill and freeze."""

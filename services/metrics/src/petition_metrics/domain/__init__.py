"""What is remembered of a case, and what each figure counts. Standard library only."""

// SQL: see docs/architecture.md

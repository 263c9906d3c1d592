// TestKit: see docs/architecture.md

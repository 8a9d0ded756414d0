"""Changes of a plan from one version to the next: its measures, its words, its targets, and who leads."""

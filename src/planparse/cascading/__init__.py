"""What becomes of a plan on its way from the nation to the county: which plans carry it out, and what they make of its targets."""

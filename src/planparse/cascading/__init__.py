"""A plan on its way from the nation to the county: which plans implement it, and how they change its targets."""

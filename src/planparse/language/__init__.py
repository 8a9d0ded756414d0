"""How official Chinese writes things: numerals, marks, times, amounts, bodies and places. It knows nothing of plans."""

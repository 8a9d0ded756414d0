"""Pages become text by their geometry, whatever file they come from: `lines` makes lines of glyphs, `paragraphs` a text of lines."""

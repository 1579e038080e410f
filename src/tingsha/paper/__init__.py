"""Cards, signs, tables and the host's sheet on A4, for people and rooms without screens. A door: everything here ends
in a PDF, set by typst with the fonts it brings along."""

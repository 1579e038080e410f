"""A language that nobody speaks, made by machine from English: longer, accented, and written from right to left."""

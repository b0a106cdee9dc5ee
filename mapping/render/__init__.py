"""How maps look and are read: style, layout, pictures, the interactive map, sentences and the live canvas."""

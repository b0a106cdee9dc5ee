"""A debrief as slides: everything a shape, a line, a text or a table that can be edited, nothing a picture."""

from mapping.export.debrief.slides.deck import pptx

__all__ = ["pptx"]

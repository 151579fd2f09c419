"""Shapes of what is printed: Typst sets it, and is told what it cannot set before it is called."""
from records import packet
from shapes import PRINT, SHAPES, count, fill


def printed(name, make, most=None):
    SHAPES["print: " + name] = (lambda size: packet(make(size)), PRINT, most)


printed("one word", lambda size: "x" * size, 256 << 10)
printed("nested quotes", lambda size: "> " * (size // 8) + "字", 800)
printed("nested lists", lambda size: "- " * (size // 8) + "字", 800)

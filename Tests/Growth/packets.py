"""Shapes of what is printed. Typst's time is its own: what it would be minutes at is told before."""
from records import packet
from shapes import PRINT, SHAPES, fill


def printed(name, make, most):
    SHAPES["print: " + name] = (lambda size: packet(make(size)), PRINT, most)


printed("one word", lambda size: "x" * size, 256 << 10)
printed("long words", lambda size: fill("x" * 300 + " ", size), 256 << 10)
printed("numbers", lambda size: fill("1,", size), 256 << 10)
printed("nested quotes", lambda size: "> " * (size // 8) + "字", 800)
printed("nested lists", lambda size: "- " * (size // 8) + "字", 800)
printed("lists by lines", lambda size: "\n".join("  " * n + "- 字" for n in range(size // 16)), 800)

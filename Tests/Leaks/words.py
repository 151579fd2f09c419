"""Words of random sites: canaries, which can be found again wherever they stand, and private words.

A canary begins with one of two marks, so that one pattern finds all of them. Its level is the place of
the widest audience that may read it; nobody may read one of level NEVER.
"""

NEVER = 99
CHINESE, LATIN = "金丝雀", "zq"
# The characters of GB 2312, which all fonts of print have. The last, rare ones are kept for private
# words, so that none of these comes about by chance.
CHARACTERS = [
    character for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)
    for character in bytes([high, low]).decode("gb2312", "ignore") if character not in CHINESE]
CHARACTERS, RARE = CHARACTERS[:5800], CHARACTERS[5800:]
COMMON = ["工作", "纪律", "学习", "登记", "会议", "材料", "制度", "落实", "检查", "整改", "提醒", "流程", "窗口", "日常"]


class Words:
    """The words of one site."""

    def __init__(self, random):
        self.random = random
        # Each canary and its level.
        self.levels = {}
        # Canaries that whoever may read them must find.
        self.shown = set()
        # Private words are written where no build of this site looks: into levels above this one.
        self.quiet = NEVER
        self.private = [self.secret() for _ in range(random.randint(4, 7))]

    def secret(self):
        r = self.random
        shape = r.randrange(4)
        if shape == 0:
            return "".join(r.sample(RARE, r.randint(2, 4)))
        if shape == 1:
            return "".join(r.choices("bcdfghjkmnpqrvwx", k=9)).capitalize()
        if shape == 2:
            return "“" + "".join(r.sample(RARE, 3)) + "”线索"
        return self.canary(NEVER)

    def canary(self, level, shown=False):
        r = self.random
        if r.random() < 0.3:
            word = LATIN + "".join(r.choices("abcdefghijklmnoprstuvwxy", k=8))
        else:
            word = CHINESE + "".join(r.sample(CHARACTERS, 4))
        if word in self.levels:
            return self.canary(level, shown)
        self.levels[word] = level
        if shown:
            self.shown.add(word)
        return word

    def loud(self, level, share=0.3, plain=False):
        """Perhaps a private word, where nobody sees it."""
        words = [word for word in self.private if word.isalnum() or not plain]
        return self.random.choice(words) if level > self.quiet and words and self.random.random() < share else ""

    def say(self, level, shown=False):
        """A text of a level."""
        r = self.random
        return r.choice(COMMON) + self.canary(level, shown) + self.loud(level) + r.choice(COMMON)

    def name(self, level, shown=False):
        """A word for file names, ids and tags."""
        return self.canary(level, shown) + self.loud(level, 0.15, plain=True)

    def limits(self, place):
        """The canaries that a reader may not see, and those that must be there."""
        hidden = {word for word, level in self.levels.items() if level > place}
        return hidden, {word for word in self.shown if self.levels[word] <= place}

"""Shapes of media, speeches and templates."""
import struct
import zlib

from records import case, packet
from shapes import CHECK, PRINT, SHAPES, count, fill, page, shape

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">{}</svg>'


def medium(name, content):
    return {"content/media/" + name: content} | page(f"[看](../media/{name})")


def drawing(name, make):
    def made(size):
        return medium("a.svg", SVG.format(make(size)))
    SHAPES["drawing: " + name] = (made, CHECK, None)


for name, piece in {
    "elements": "<g/>", "attributes": "<g fill='red'/>", "references": "<use href='#a'/>", "links": "<a href='x:'/>",
    "letters": "x", "digits": "1", "Chinese digits": "一", "references to letters": "&#22823;", "CDATA": "<![CDATA[x]]>", "comments": "<!-- x -->",
    "titles": "<title>x</title>", "styles": "<style>a{fill:red}</style>", "unknown": "<x/>", "texts": "<text>字</text>",
    "authors": "<creator xmlns='http://purl.org/dc/elements/1.1/'>a</creator>",
    "authors within metadata": "<metadata><c:creator xmlns:c='http://purl.org/dc/elements/1.1/'>甲</c:creator></metadata>",
    "openings of authors": "<dc:creator", "processing": "<?a b?>", "ampersands": "&", "angles": "<",
    "xml lang": "<g xml:lang='a'/>", "names": "王小明说", "lines": "\n", "ids": "<g id='a'/>",
}.items():
    drawing(name, lambda size, piece=piece: fill(piece, size))
drawing("nested", lambda size: "<g>" * (size // 7) + "</g>" * (size // 7))
drawing("open", lambda size: "<g>" * (size // 3))
drawing("one attribute", lambda size: "<path d='" + "M1 1" * (size // 4) + "'/>")
drawing("many attributes", lambda size: "<g " + " ".join(f"a{n}='x'" for n in count(size, 13)) + "/>")
drawing("many namespaces", lambda size: "<g " + " ".join(f"xmlns:a{n}='x'" for n in count(size, 18)) + "/>")
drawing("one style", lambda size: "<style>" + fill("a{fill:red}", size) + "</style>")
drawing("a style of braces", lambda size: "<style>" + "{" * size + "</style>")
drawing("a style of comments", lambda size: "<style>" + "/*" * (size // 2) + "</style>")
drawing("a style attribute", lambda size: "<g style='" + fill("fill:red;", size) + "'/>")
drawing("style parentheses", lambda size: "<g style='fill:" + "url(" * (size // 4) + "'/>")
drawing("classes", lambda size: "<g class='" + "".join(f"c{n} " for n in count(size, 8)) + "'/>")
drawing("ids of its own", lambda size: "".join(f"<g id='a{n}'/><use href='#a{n}'/>" for n in count(size, 44)))
drawing("a chain of references", lambda size: "".join(
    f"<g id='a{n}'><use href='#a{n + 1}'/></g>" for n in count(size, 48)))
drawing("references that multiply", lambda size: "".join(
    f"<g id='a{n}'><use href='#a{n + 1}'/><use href='#a{n + 1}'/></g>" for n in count(size, 68)))
drawing("packed pictures", lambda size: "<image href='data:image/png;base64," + "iVBORw0KGgo" + "A" * size + "'/>")
drawing("entities", lambda size: "&a;" * (size // 3))


@shape("drawing: declared entities")
def _(size):
    return medium("a.svg", "<!DOCTYPE svg [" + fill("<!ENTITY a 'b'>", size) + "]>" + SVG.format(""))


def document(name, piece, ending=""):
    def made(size):
        return medium("a.pdf", b"%PDF-1.7\n" + fill_bytes(piece, size) + ending.encode() + b"\n%%EOF\n")
    SHAPES["PDF: " + name] = (made, CHECK, None)


def fill_bytes(piece, size):
    return piece.encode("latin-1") * max(1, size // len(piece))


for name, piece in {
    "slashes": "/", "streams": "stream\n", "streams with ends": "<</Length 1>>stream\nx\nendstream\n", "objects": "1 0 obj\n", "obj": "obj",
    "first": "/First<<stream\n", "parentheses": "(", "both parentheses": "()", "dictionaries": "<<", "nested dictionaries": "<</A",
    "escaped names": "/J#61", "authors": "/Author ", "authors open": "/Author(", "authors with values": "/Author()", "authors by hexadecimal": "/Author<",
    "authors by reference": "/Author 1 0 R ", "titles": "/Title(a)", "title references": "/Title 1 0 R ", "object streams": "<</Type/ObjStm/N 1/First 1/Length 1>>stream\n",
    "packed streams": "<</Filter/FlateDecode>>stream\nx", "pictures": "<</Filter/DCTDecode>>stream\n\xff\xd8\xff\xe1",
    "lengths": "/Length 99999999 stream\n", "ends": "endstream", "packets": "<x:xmpmeta", "packets begun": "<?xpacket begin", "XMP": "<rdf:RDF><dc:creator>a", 
    "creators": "<dc:creator>", "percents": "%", "brackets": "[", "backslashes": "\\", "blanks": " ", "zeros": "\0", "digits": "1", "numbers": "1 0 ",
    "author and blanks": "/Author" + " " * 2000, "exif": "Exif\0\0II*\0\x08\0\0\0", "endobj": "1 0 obj<</Author 1 0 R>>endobj\n",
}.items():
    document(name, piece)


@shape("PDF: objects that name others")
def _(size):
    return medium("a.pdf", b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj %d 0 R endobj /Author %d 0 R\n" % (n, n + 1, n) for n in count(size, 44)))


@shape("PDF: one packed stream of zeros")
def _(size):
    packed = zlib.compress(b"/Author(a) " * (size * 16 // 11), 9)
    return medium("a.pdf", b"%PDF-1.7\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + str(len(packed)).encode()
                  + b">>stream\n" + packed + b"\nendstream endobj\n")


@shape("PDF: many packed streams")
def _(size):
    packed = zlib.compress(b"1 0 (" + b"x" * 100000, 9)
    piece = b"1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n" % (len(packed), packed)
    return medium("a.pdf", b"%PDF-1.7\n" + piece * (size // len(piece)))


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def picture(name, piece):
    def made(size):
        chunks = piece(size)
        return medium("a.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
                      + chunks + chunk(b"IEND", b""))
    SHAPES["PNG: " + name] = (made, CHECK, None)


picture("empty chunks", lambda size: chunk(b"tEXt", b"") * (size // 12))
picture("texts", lambda size: chunk(b"tEXt", b"Comment\0a") * (size // 21))
picture("authors", lambda size: chunk(b"tEXt", b"Author\0a") * (size // 20))
picture("a long text", lambda size: chunk(b"tEXt", b"Comment\0" + b"1" * size))
picture("a long Chinese text", lambda size: chunk(b"iTXt", b"Comment\0\0\0\0\0" + "一".encode() * (size // 3)))
picture("packed texts", lambda size: (lambda p: p * (size // len(p)))(
    chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"1" * 100000))))
picture("packed XMP", lambda size: chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b"<dc:creator>" * size)))
picture("XMP", lambda size: chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + b"<dc:creator>" * (size // 12)))
picture("exif", lambda size: chunk(b"eXIf", b"II*\0\x08\0\0\0") * (size // 20))
picture("pictures", lambda size: chunk(b"IDAT", b"") * (size // 12))


@shape("JPEG: segments")
def _(size):
    return medium("a.jpg", b"\xff\xd8" + b"\xff\xe1\0\x02" * (size // 4) + b"\xff\xd9")


@shape("JPEG: comments")
def _(size):
    return medium("a.jpg", b"\xff\xd8" + b"\xff\xfe\0\x031" * (size // 5) + b"\xff\xd9")


@shape("JPEG: exif in circles")
def _(size):
    entries = b"".join(struct.pack("<HHII", 0x8769, 4, 1, 8) for _ in range(5000))
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 5000) + entries + b"\0\0\0\0"
    segment = b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff
    return medium("a.jpg", b"\xff\xd8" + segment * (size // len(segment)) + b"\xff\xd9")


@shape("video: boxes")
def _(size):
    return medium("a.mp4", b"\0\0\0\x14ftypmp42\0\0\0\0mp42" + b"\0\0\0\x08free" * (size // 8))


@shape("video: nested boxes")
def _(size):
    boxes = b""
    for name in range(min(size // 8, 4000)):
        boxes = struct.pack(">I", len(boxes) + 8) + b"moov" + boxes
    return medium("a.mp4", b"\0\0\0\x14ftypmp42\0\0\0\0mp42" + boxes)


@shape("WebM: elements")
def _(size):
    return medium("a.webm", b"\x1a\x45\xdf\xa3\x80" + b"\xec\x80" * (size // 2))


@shape("archive: names")
def _(size):
    entry = b"PK\1\2" + b"\0" * 24 + b"\1\0" + b"\0" * 16 + b"a"
    return medium("a.zip", b"PK\3\4" + entry * (size // len(entry)))


def captions(name, make):
    SHAPES["captions: " + name] = (lambda size: {
        "content/media/a.mp4": b"\0\0\0\x14ftypmp42\0\0\0\0mp42", "content/media/a.vtt": "WEBVTT\n\n" + make(size),
        } | page("![片](../media/a.mp4)"), CHECK, None)


captions("cues", lambda size: fill("00:00.000 --> 00:01.000\n字\n\n", size))
captions("arrows", lambda size: fill("-->", size))
captions("tags", lambda size: "00:00.000 --> 00:01.000\n" + fill("<v a>", size))
captions("one line", lambda size: "00:00.000 --> 00:01.000\n" + "字" * (size // 3))
captions("lines", lambda size: "\n" * size)
captions("wrong times", lambda size: fill("1 --> 2\n字\n\n", size))


def text(name, piece, file="a.txt"):
    SHAPES["attached: " + name] = (lambda size: medium(file, fill(piece, size)), CHECK, None)


text("digits", "1")
text("Chinese digits", "一")
text("names", "王小明说")
text("rows", "1,\n", "a.csv")


def speech(name, make):
    SHAPES["speech: " + name] = (lambda size: {"a.txt": make(size)}, ("import", "a.txt"), 2 << 20)


TITLE = "在工作会议上的讲话\n（2025年6月18日）\n\n"
for name, piece in {
    "lines": "字\n", "paragraphs": "字\n\n", "one line": "字", "digits": "1", "Chinese digits": "一", "headings": "一、字\n\n",
    "headings below": "（一）字\n\n", "points": "1.字\n\n", "gaps": "××", "blanks": " ", "empty lines": "\n", "brackets": "（", "quotes": "“",
    "marks": ":::\n\n", "contents": "一、字……1\n", "stars": "*", "signs": "字。", "commas": "字，", "short lines": "一二三四五六七八九十\n",
    "days": "2025年6月18日\n", "words of applause": "（掌声）", "page numbers": "- 1 -\n", "tables": "|a|b|\n", "full-width blanks": "　　字\n",
    "dashes": "——", "dots": "……", "latin": "a", "numbers": "第一条 字\n",
}.items():
    speech(name, lambda size, piece=piece: TITLE + fill(piece, size))
speech("a title", lambda size: "字" * (size // 3) + "\n\n字。\n")
speech("lines before the title", lambda size: fill("字\n", size) + TITLE)
speech("bytes of GB18030", lambda size: (TITLE + fill("同志们，", size // 2)).encode("gb18030"))
speech("bytes of GB18030 with an error", lambda size: (TITLE + fill("同志们\n", size // 2)).encode("gb18030") + b"\xff\n")


def template(name, make, most=None):
    SHAPES["template: " + name] = (lambda size: {"templates/site/page.mustache": make(size)} | case(""), CHECK, most)


for name, piece in {
    "text": "x", "names": "{{title}}", "unknown": "{{x}}", "braces": "{", "tags without an end": "{{title", "comments": "{{! x }}",
    "comments without an end": "{{!", "sections": "{{#title}}{{/title}}", "openings": "{{#title}}", "closings": "{{/title}}",
    "delimiters": "{{=<% %>=}}<%={{ }}=%>", "partials": "{{>date}}", "unknown partials": "{{>x}}", "lines": "\n", "dots": "{{a.a}}", "raw": "{{{title}}}",
}.items():
    template(name, lambda size, piece=piece: fill(piece, size))
template("a long dotted name", lambda size: "{{" + "a." * (size // 2) + "a}}")
template("a long name", lambda size: "{{" + "a" * size + "}}")
template("partials one in another", lambda size: "{{#title}}" * (size // 20) + "{{/title}}" * (size // 20))


@shape("template: lists within lists", most=512)
def _(size):
    depth = min(6, size // 80)
    cases = {f"content/cases/c{n}.md": case("")["content/cases/a.md"] for n in range(40)}
    inner = "{{#cases}}" * depth + "x" + "{{/cases}}" * depth
    return cases | {"templates/site/cases.mustache": "{{<layout}}{{$main}}" + inner + "{{/main}}{{/layout}}"}

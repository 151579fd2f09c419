"""Media of random sites, made of a few bytes, with words in them where such files hold words."""
import struct
import zlib


def svg(words):
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'
        f"<title>{words}</title><rect width=\"40\" height=\"20\" fill=\"#ddd\"/></svg>\n").encode()


def png(words):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    text = b"Title\0\0\0\0\0" + words.encode()
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0))
        + chunk(b"iTXt", text) + chunk(b"IDAT", zlib.compress(b"\0\xcc\xcc\xcc\xdd\xdd\xdd" * 2))
        + chunk(b"IEND", b""))


def pdf(words):
    """A page with nothing on it, and a title in UTF-16 as programs write it."""
    title = (b"\xfe\xff" + words.encode("utf-16-be")).hex().encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>", b"<</Title<" + title + b">>>"]
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out + b"xref\n0 5\n0000000000 65535 f \n" + table
        + b"trailer\n<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out))


def vtt(words):
    return f"WEBVTT\n\n00:00.000 --> 00:02.000\n{words}\n".encode()


def mp4(words):
    return b"\0\0\0\x18ftypisom\0\0\0\0isommp41" + b"\0\0\0\x40free" + words.encode()


MAKERS = {"svg": svg, "png": png, "pdf": pdf, "vtt": vtt, "mp4": mp4}

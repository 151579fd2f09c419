"""A built site as a server gives it out: under a path of its own, on this machine alone."""

import contextlib
import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

PATH = "/gongkai/jingjian/"


class Quiet(SimpleHTTPRequestHandler):
    def translate_path(self, path):
        # Nothing is found but below the path: a link that forgets it leads nowhere.
        return super().translate_path(path[len(PATH) - 1:] if path.startswith(PATH) else "/no-such-file")

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def site(folder):
    """The address under which the site is served while the block lasts; it ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PATH}"
    finally:
        server.shutdown()
        server.server_close()

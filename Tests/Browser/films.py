"""Videos: they play from a disk, with a picture before and words below."""

FILM = """() => [...document.querySelectorAll('video')].map(video => ({
  length: video.duration, error: video.error?.message ?? null,
  cues: video.textTracks[0]?.cues?.length ?? 0, state: video.textTracks[0]?.mode,
  lines: video.closest('.film').querySelectorAll('.transcript dt').length,
  poster: video.poster,
}))"""


def shown(tab, url, page, tally):
    tab.goto(url)
    tab.wait_for_function("[...document.querySelectorAll('video')].every(video => video.readyState >= 1 || video.error)")
    tab.wait_for_function(
        "[...document.querySelectorAll('track')].every(track => track.readyState >= 2)")
    for film in tab.evaluate(FILM):
        tally.check(not film["error"] and film["length"] > 1, page.name, f"{url[:4]}: the video does not play: {film['error']}")
        tally.check(film["cues"] > 1 and film["cues"] == film["lines"] and film["state"] == "showing",
                    page.name, f"{url[:4]}: {film['cues']} captions, {film['lines']} lines of text")
        loaded = tab.evaluate(
            "source => new Promise(done => { const image = new Image(); image.onload = () => done(true);"
            " image.onerror = () => done(false); image.src = source })", film["poster"])
        tally.check(loaded, page.name, f"{url[:4]}: no picture before the video")

/* From part to part of a screen: arrows, space, Page Up and Down, Home, End, and a swipe. A part that is
   higher than the screen is made smaller, down to a size that can still be read; then it scrolls. */
(() => {
  "use strict";
  const slides = [...document.querySelectorAll(".slide")];
  const smallest = 0.55;

  const bar = document.createElement("nav");
  bar.className = "turn";
  bar.setAttribute("aria-label", "翻页");
  const button = (text, label, action) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.setAttribute("aria-label", label);
    element.addEventListener("click", action);
    bar.append(element);
    return element;
  };
  const where = document.createElement("span");
  const isStill = matchMedia("(prefers-reduced-motion: reduce)");

  /* The part that fills most of the screen. */
  const current = () => {
    const middle = innerHeight / 2;
    const place = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > middle);
    return place < 0 ? slides.length - 1 : place;
  };
  const show = (place) => {
    const slide = slides[Math.max(0, Math.min(slides.length - 1, place))];
    slide.scrollIntoView({ behavior: isStill.matches ? "instant" : "smooth" });
  };
  const tell = () => { where.textContent = `${current() + 1} / ${slides.length}`; };

  button("‹", "上一屏", () => show(current() - 1));
  bar.append(where);
  button("›", "下一屏", () => show(current() + 1));
  if (document.fullscreenEnabled) {
    button("全屏", "全屏", () => {
      if (document.fullscreenElement) { document.exitFullscreen(); }
      else { document.documentElement.requestFullscreen(); }
    });
  }
  document.body.append(bar);

  const steps = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1,
    ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity,
  };
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) { return; }
    /* Keys that belong to what has the focus. */
    const own = event.target instanceof Element && event.target.closest("video, a, button, summary");
    if (own && (event.key === " " || own.matches("video"))) { return; }
    const step = event.key === " " && event.shiftKey ? -1 : steps[event.key];
    if (step === undefined) { return; }
    event.preventDefault();
    show(current() + step);
  });

  let start = null;
  addEventListener("touchstart", (event) => {
    const touch = event.touches.length === 1 ? event.touches[0] : null;
    start = touch && !(event.target instanceof Element && event.target.closest("video")) ? [touch.clientX, touch.clientY] : null;
  }, { passive: true });
  addEventListener("touchend", (event) => {
    if (!start) { return; }
    const [x, y] = [event.changedTouches[0].clientX - start[0], event.changedTouches[0].clientY - start[1]];
    start = null;
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) { show(current() + (x < 0 ? 1 : -1)); }
  }, { passive: true });

  const isLarger = (slide) =>
    slide.scrollHeight > innerHeight + 1 || slide.scrollWidth > document.documentElement.clientWidth;
  const fit = () => {
    for (const slide of slides) {
      const inner = slide.firstElementChild;
      inner.style.zoom = "";
      if (innerWidth < 640) { continue; }
      for (let size = 1; size >= smallest && isLarger(slide); size -= 0.05) {
        inner.style.zoom = String(size);
      }
    }
    tell();
  };
  addEventListener("resize", fit);
  addEventListener("load", fit);
  addEventListener("scroll", tell, { passive: true });
  fit();
})();

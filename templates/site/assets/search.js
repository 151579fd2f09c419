// Search: finds words in all pages of the site and shows where they stand. search.html loads it; the
// index lies in small scripts below search/, which are loaded when a question needs them, by <script>,
// since a page that was opened from a disk may fetch nothing. How they are made, and what is in them:
// Sources/Jingjian/Writing/Search/SearchIndex.swift.
//
// What is asked stands in the address, search.html#q=…&section=…&department=…, so that it can be
// shared. When an answer is complete, #results has data-state="done" and data-total.

"use strict"

{
  // Files of the index, each loaded once: by its address.
  const files = new Map()
  const handed = new Map()

  function load(address) {
    if (!files.has(address)) {
      files.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script")
        script.src = address
        script.onload = () => {
          script.remove()
          resolve(handed.get(address))
        }
        script.onerror = () => {
          script.remove()
          files.delete(address)
          reject(new Error(address))
        }
        document.head.append(script)
      }))
    }
    return files.get(address)
  }

  const hex = unit => unit.charCodeAt().toString(16).padStart(4, "0")
  const keysAddress = first => `search/keys/${first.split("").map(hex).join("")}.js`
  const titlesAddress = first => `search/titles/${first}.js`
  const textsAddress = first => `search/texts/${first}.js`

  // What the scripts of the index call.
  globalThis.jingjianSearch = {
    index: index => handed.set("search/index.js", opened(index)),
    keys: (first, postings) => handed.set(keysAddress(first), postings),
    titles: (first, titles) => handed.set(titlesAddress(first), unfolded(titles)),
    texts: (first, texts) => handed.set(textsAddress(first), texts),
  }

  // Numbers as text: of the 91 characters from # to ~ without \, the first 48 end a number.
  function numbers(text) {
    const found = new Int32Array(text.length)
    let count = 0, high = 0
    for (let n = 0; n < text.length; n++) {
      const code = text.charCodeAt(n), value = code - (code < 92 ? 35 : 36)
      if (value < 48) {
        found[count++] = high * 48 + value
        high = 0
      } else {
        high = high * 43 + value - 47
      }
    }
    return found.subarray(0, count)
  }

  function sums(steps) {
    let sum = 0
    return steps.map(step => sum += step)
  }

  function opened(index) {
    const lengths = numbers(index.lengths), headings = numbers(index.headings)
    const subjects = numbers(index.subjects), count = lengths.length
    const starts = new Int32Array(count + 1)
    starts.set(sums(lengths), 1)
    const variants = new Map(), signs = numbers(index.variants)
    for (let n = 0, sign = 0; n < signs.length; n += 2) {
      sign += signs[n]
      variants.set(String.fromCharCode(sign), String.fromCharCode(signs[n + 1]))
    }
    const pairs = list => list.flatMap((id, n) => n % 2 ? [] : [{ id, name: list[n + 1] }])
    return {
      count, starts, variants, keys: index.keys, weights: numbers(index.weights),
      texts: sums(numbers(index.texts)), titles: sums(numbers(index.titles)),
      // Where the heading begins and ends in the folded text, and where the page's own text begins.
      heading: page => sums(headings.subarray(3 * page, 3 * page + 3)),
      section: page => subjects[2 * page] >> 1,
      isList: page => subjects[2 * page] & 1,
      department: page => subjects[2 * page + 1],
      sections: [null, ...pairs(index.sections)],
      departments: [null, ...pairs(index.departments)],
    }
  }

  // Of each page its address, title and date. An address begins with how many of its signs it shares
  // with the one before it, and lacks its ending.
  function unfolded(titles) {
    const found = []
    let address = ""
    for (let n = 0; n < titles.length; n += 3) {
      const [short, title, date] = titles.slice(n, n + 3)
      address = address.slice(0, short.charCodeAt() - 35) + short.slice(1)
      found.push({ address: address + ".html", title, date })
    }
    return found
  }

  // The last of some growing numbers (or keys) that is not above one.
  function lastUpTo(list, limit) {
    let low = -1, high = list.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (list[middle] <= limit) low = middle
      else high = middle
    }
    return low
  }

  // Questions

  // Both sides are folded alike, sign by sign: Sources/Jingjian/Basics/Fold.swift. Of the signs that are read
  // as others the index lists those that matter in its texts.
  const fold = (index, text) =>
    text.replaceAll("\uFE30", ":").normalize("NFKD")
      .replace(/[\p{M}\p{Cf}\p{DI}\u2800\uFFFC]|(?!\p{White_Space})\p{Cc}/gu, "")
      .toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ")
      .replace(/[^\0-\x7F]/g, sign => index.variants.get(sign) ?? sign)
      .replace(/\p{White_Space}+/gu, " ")

  // Words stand apart; quotes hold words together.
  function wordsOf(index, question) {
    const words = []
    for (const [, quoted, plain] of question.matchAll(/["“]([^"“”]+)["”](?!\S)|(\S+)/g)) {
      const word = fold(index, quoted ?? plain).trim()
      if (word !== "" && !words.includes(word)) words.push(word)
    }
    return words
  }

  // What is marked for each page: that it holds a word, and whether in its heading.
  const held = 1, headed = 3

  async function pagesWith(index, word) {
    const found = new Uint8Array(index.count)
    // The pages of a single character are listed, and those of a pair with many places.
    const pagesOf = word + "\0", isMany = index.keys[fileOf(index, pagesOf)] === pagesOf
    if (word.length === 1 || isMany) {
      let page = 0
      for (const step of await posting(index, isMany ? pagesOf : word)) {
        page += step >> 1
        found[page] = step & 1 ? headed : held
      }
      return found
    }
    let page = 0
    for (const place of await places(index, word)) {
      while (place >= index.starts[page + 1]) page++
      const [start, end] = index.heading(page), offset = place - index.starts[page]
      found[page] |= start <= offset && offset + word.length <= end ? headed : held
    }
    return found
  }

  const fileOf = (index, key) => lastUpTo(index.keys, key)

  async function posting(index, key) {
    const file = fileOf(index, key)
    if (file < 0) return []
    const postings = await load(keysAddress(index.keys[file]))
    return numbers(postings[key] ?? "")
  }

  // Where a phrase stands: where its pairs stand at the right distances, the rarest first. When only a
  // few pages are left, their texts are looked at instead, which are shown anyway.
  async function places(index, phrase) {
    const pairs = []
    for (let n = 0; n < phrase.length - 1; n += 2) pairs.push(n)
    if (phrase.length % 2) pairs.push(phrase.length - 2)
    const weigh = n => index.weights[fileOf(index, phrase.slice(n, n + 2))] ?? 0
    pairs.sort((a, b) => weigh(a) - weigh(b) || a - b)
    let found = null
    while (pairs.length > 0) {
      const next = pairs.splice(0, 3)
      const lists = await Promise.all(next.map(n => posting(index, phrase.slice(n, n + 2))))
      for (const [n, list] of lists.entries()) {
        const here = sums(list)
        for (let at = 0; at < here.length; at++) here[at] -= next[n]
        found = found === null ? here : both(found, here)
      }
      const pages = new Set()
      for (const place of found) if (pages.add(lastUpTo(index.starts, place)).size > 8) break
      if (pages.size <= 8 && pairs.length > 0) return standing(index, phrase, found)
    }
    return found
  }

  function both(a, b) {
    let n = 0
    return a.filter(place => {
      while (n < b.length && b[n] < place) n++
      return n < b.length && b[n] === place
    })
  }

  async function standing(index, phrase, found) {
    const texts = new Map()
    for (const place of found) texts.set(lastUpTo(index.starts, place))
    await Promise.all([...texts.keys()].map(async page =>
      texts.set(page, fold(index, await textOf(index, page)))))
    return found.filter(place => {
      const page = lastUpTo(index.starts, place)
      return texts.get(page).startsWith(phrase, place - index.starts[page])
    })
  }

  async function textOf(index, page) {
    const first = index.texts[lastUpTo(index.texts, page)]
    return (await load(textsAddress(first)))[page - first]
  }

  const firstTitle = (index, page) => index.titles[lastUpTo(index.titles, page)]

  async function loadTitles(index, pages) {
    const firsts = new Set(pages.map(page => firstTitle(index, page)))
    await Promise.all([...firsts].map(first => load(titlesAddress(first))))
  }

  // Of a page whose titles have been loaded.
  function titleOf(index, page) {
    const first = firstTitle(index, page)
    return handed.get(titlesAddress(first))[page - first]
  }

  // All pages that hold all words: first those with all of them in the heading, then with some, then with
  // none; of each kind records before lists, then in the site's own order.
  async function find(index, words) {
    const marks = await Promise.all(words.map(word => pagesWith(index, word)))
    const ranks = [[], [], [], [], [], []]
    for (let page = 0; page < index.count; page++) {
      const count = marks.filter(one => one[page] === headed).length
      if (marks.length === 0 || !marks.every(one => one[page])) continue
      const rank = count === marks.length ? 0 : count > 0 ? 1 : 2
      ranks[2 * rank + index.isList(page)].push(page)
    }
    return ranks.flat()
  }

  // Excerpts

  // A text as it is folded, and where in the text each of its units comes from. Runs of what folds unit by
  // unit are taken at once.
  function traced(index, text) {
    const from = []
    let folded = ""
    const runs = /[ -~\u3001-\u3020\u3400-\u9FFF\uFF01-\uFF5E]+|[^]/gu
    for (const { 0: piece, index: start } of text.matchAll(runs)) {
      const one = fold(index, piece), isEven = one.length === piece.length
      const first = folded.endsWith(" ") && one.startsWith(" ") ? 1 : 0
      for (let n = first; n < one.length; n++) from.push(isEven ? start + n : start)
      folded += one.slice(first)
    }
    from.push(text.length)
    return { folded, from: n => from[n] }
  }

  // Where words stand in a text: stretches that do not touch, in order.
  function stretches({ folded, from }, words) {
    const found = []
    for (const word of words) {
      for (let n = folded.indexOf(word); n >= 0; n = folded.indexOf(word, n + word.length)) {
        found.push({ start: from(n), end: Math.max(from(n + word.length), from(n) + 1), word })
      }
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end)
    let end = 0
    return found.filter(one => one.start >= end && (end = one.end))
  }

  function show(element, text, marked, start = 0, end = text.length) {
    let last = start
    for (const one of marked) {
      if (one.start < start || one.end > end) continue
      const mark = document.createElement("mark")
      mark.textContent = text.slice(one.start, one.end)
      element.append(text.slice(last, one.start), mark)
      last = one.end
    }
    element.append(text.slice(last, end))
  }

  // Parts of a text that together show all words: one where they stand close, else up to three.
  function fragments(marked, words) {
    for (const length of [110, 40]) {
      const parts = [], seen = new Set()
      while (parts.length < 3) {
        let best = null
        for (const [n, first] of marked.entries()) {
          if (seen.has(first.word)) continue
          const shown = new Set()
          for (let m = n; m < marked.length && marked[m].end <= first.start + length; m++) {
            if (!seen.has(marked[m].word)) shown.add(marked[m].word)
          }
          if (shown.size > (best?.shown.size ?? 0)) best = { start: first.start, end: first.start + length, shown }
          if (best?.shown.size === words.length) break
        }
        if (best === null) break
        for (const word of best.shown) seen.add(word)
        parts.push(best)
      }
      if (parts.length <= 1 || length === 40) return parts.sort((a, b) => a.start - b.start)
    }
  }

  // How much of a text is shown before a word.
  const lead = 24
  // Not between the halves of a character.
  const whole = (text, n) => /[\uDC00-\uDFFF]/.test(text[n] ?? "") ? n + 1 : n
  const isWord = sign => /[a-z0-9]/i.test(sign ?? "")

  // An excerpt of a text: of the page's own text where that shows all words; else of its outline too; its
  // beginning where the words stand nowhere but in the heading.
  function showExcerpt(index, element, text, words, places) {
    const trace = traced(index, text), all = stretches(trace, words)
    const [start, end, body] = [...places].map(trace.from)
    let marked = all.filter(one => one.start >= body)
    const outside = all.filter(one => one.start >= end || one.end <= start)
    const count = list => new Set(list.map(one => one.word)).size
    if (count(marked) < count(outside)) marked = outside
    const parts = fragments(marked, words)
    if (parts.length === 0) parts.push({ start: body, end: body + 110 })
    const joined = []
    for (const part of parts) {
      const before = joined.at(-1)
      if (before && part.start - lead <= before.end) before.end = Math.max(before.end, part.end)
      else joined.push(part)
    }
    let last = marked === outside ? end : body
    for (const part of joined) {
      let start = whole(text, Math.max(part.start - lead, part.start < last ? 0 : last))
      // Not from the middle of a Latin word, nor with a sign that ends something.
      while (start < part.start && isWord(text[start - 1]) && isWord(text[start])) start++
      while (start < part.start && /[\s\p{Po}\p{Pe}\p{Pf}]/u.test(text[start])) start++
      const longest = marked.findLast(one => one.start >= part.start && one.start < part.end)
      const end = whole(text, Math.max(part.end, longest?.end ?? 0))
      if (start > last) element.append("……")
      show(element, text, marked, start, end)
      last = end
    }
    if (last < text.length) element.append("……")
    element.hidden = false
  }

  // The page

  const form = document.getElementById("search")
  const input = document.getElementById("words")
  const results = document.getElementById("results")
  const tally = document.getElementById("tally")
  const filters = ["section", "department"].map(name => document.getElementById(name))
  const model = document.getElementById("found").content.firstElementChild

  function asked() {
    const parts = new URLSearchParams(location.hash.slice(1))
    return {
      question: parts.get("q") ?? "",
      filters: filters.map(filter => parts.get(filter.name) ?? ""),
    }
  }

  function ask(isTyping) {
    const parts = new URLSearchParams()
    parts.set("q", input.value.trim())
    for (const filter of filters) if (filter.value) parts.set(filter.name, filter.value)
    const hash = "#" + parts
    if (hash === location.hash) return
    if (isTyping) history.replaceState(null, "", hash)
    else location.hash = hash
    if (isTyping) answer()
  }

  function say(text, count) { tally.textContent = (text ?? "").replace("{n}", count) }

  let turn = 0

  async function answer() {
    const mine = ++turn, current = () => mine === turn
    const { question, filters: chosen } = asked()
    if (input.value.trim() !== question.trim()) input.value = question
    results.dataset.state = "busy"
    delete results.dataset.total
    const waiting = setTimeout(() => current() && say(tally.dataset.busy), 300)
    try {
      const index = await load("search/index.js"), words = wordsOf(index, question)
      const all = await find(index, words)
      if (!current()) return
      const pages = narrow(index, all, chosen)
      await list(index, pages, words, current, () => {
        clearTimeout(waiting)
        if (words.length === 0) say("")
        else say(pages.length ? tally.dataset.some : tally.dataset.none, pages.length)
      })
      if (!current()) return
      results.dataset.total = pages.length
      results.dataset.state = "done"
    } catch (failure) {
      if (!current()) return
      results.dataset.state = "failed"
      say(tally.dataset.failed)
      console.error(failure)
    } finally {
      clearTimeout(waiting)
    }
  }

  // Keeps what the filters ask for, and tells in each filter how many there would be.
  function narrow(index, all, chosen) {
    const kinds = [
      { of: index.section, known: index.sections },
      { of: index.department, known: index.departments },
    ]
    const fits = (kind, page, id) =>
      id === "" || id === (kind.known[kind.of(page)]?.id ?? "other")
    for (const [n, kind] of kinds.entries()) {
      const others = all.filter(page => kinds.every((other, m) =>
        m === n || fits(other, page, chosen[m])))
      const counts = new Array(kind.known.length).fill(0)
      for (const page of others) counts[kind.of(page)]++
      const { all: allOf, other } = filters[n].dataset
      const options = [new Option(allOf.replace("{n}", others.length), "")]
      for (const [at, one] of [...kind.known.entries()].slice(1).concat([[0, null]])) {
        const id = one?.id ?? "other"
        if (counts[at] > 0 || id === chosen[n]) {
          options.push(new Option(`${one?.name ?? other}（${counts[at]}）`, id))
        }
      }
      filters[n].replaceChildren(...options)
      filters[n].value = chosen[n]
      if (filters[n].selectedIndex < 0) filters[n].selectedIndex = 0
    }
    return all.filter(page => kinds.every((kind, n) => fits(kind, page, chosen[n])))
  }

  const portion = 10

  // Excerpts of further pages come when they are scrolled to: a portion when its first page is.
  const later = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      later.unobserve(target)
      let item = target
      for (let n = 0; n < portion && item; n++, item = item.nextElementSibling) item.fill?.()
    }
  }, { rootMargin: "1000px" })

  function itemFor(index, page, words) {
    const { address, title, date } = titleOf(index, page)
    const element = model.cloneNode(true)
    const [link, excerpt, section, time] = element.querySelectorAll("a, .excerpt, span, time")
    link.href = address
    show(link, title, stretches(traced(index, title), words))
    section.textContent = index.sections[index.section(page)]?.name ?? ""
    if (date) {
      const [year, month, day] = date.split("-").map(Number)
      time.dateTime = date
      time.textContent = `${year}年${month}月${day}日`
    } else {
      time.remove()
    }
    element.fill = async () => {
      delete element.fill
      showExcerpt(index, excerpt, await textOf(index, page), words, index.heading(page))
    }
    return element
  }

  // Lists the pages: the first ones with their excerpts, then all others.
  async function list(index, pages, words, current, begin) {
    const first = pages.slice(0, portion), rest = pages.slice(portion)
    await Promise.all([loadTitles(index, first), ...first.map(page => textOf(index, page))])
    const items = first.map(page => itemFor(index, page, words))
    await Promise.all(items.map(item => item.fill()))
    if (!current()) return
    later.disconnect()
    results.replaceChildren(...items)
    begin()
    // What has been shown is drawn before the rest is loaded.
    await new Promise(resolve => setTimeout(resolve))
    await loadTitles(index, rest)
    for (let n = 0; n < rest.length; n += 400 * portion) {
      if (!current()) return
      const items = rest.slice(n, n + 400 * portion).map(page => itemFor(index, page, words))
      results.append(...items)
      for (let m = 0; m < items.length; m += portion) later.observe(items[m])
      await new Promise(resolve => setTimeout(resolve))
    }
  }

  // The form that other pages have leads to search.html?q=…
  const given = new URLSearchParams(location.search)
  if (given.has("q") && !location.hash) {
    location.replace("search.html#" + new URLSearchParams({ q: given.get("q") }))
  } else {
    form.hidden = false
    form.addEventListener("submit", event => {
      event.preventDefault()
      ask(false)
    })
    let pause
    const typed = event => {
      if (event.isComposing) return
      clearTimeout(pause)
      pause = setTimeout(() => ask(true), 200)
    }
    input.addEventListener("input", typed)
    input.addEventListener("compositionend", typed)
    for (const filter of filters) filter.addEventListener("change", () => ask(false))
    addEventListener("hashchange", answer)
    answer()
  }

  // For tests: the pages that a question finds, without showing them, all texts, and how they fold.
  globalThis.jingjianSearch.find = async question => {
    const index = await load("search/index.js")
    const pages = await find(index, wordsOf(index, question))
    await loadTitles(index, pages)
    return pages.map(page => titleOf(index, page).address)
  }
  globalThis.jingjianSearch.all = async () => {
    const index = await load("search/index.js")
    const pages = Array.from({ length: index.count }, (_, page) => page)
    await loadTitles(index, pages)
    return Promise.all(pages.map(async page =>
      [titleOf(index, page).address, await textOf(index, page)]))
  }
  globalThis.jingjianSearch.fold = async text => fold(await load("search/index.js"), text)
}

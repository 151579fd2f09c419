// Lists: long tables are sorted and filtered in the page, and the list of cases is narrowed by several
// things at once. What is chosen stands in the address – #problem=…&year=2024 – so that it can be shared
// and the browser goes back and forth. Without this script the page shows everything, as it stands.
// The words that it shows are in long-lists.mustache and cases.mustache; what it adds is of the class
// `scripted`.

"use strict"

{
  const model = id => document.getElementById(id)?.content.firstElementChild.cloneNode(true)
  const chosen = () => new URLSearchParams(location.hash.slice(1))

  // Changes what stands in the address, and shows it. A page's own anchors (#rectification) are no choice.
  function choose(change, isTyping) {
    const parts = location.hash.includes("=") ? chosen() : new URLSearchParams()
    change(parts)
    const hash = "#" + parts
    if (isTyping || hash === "#") {
      history[isTyping ? "replaceState" : "pushState"](null, "", hash)
      showAll()
    } else {
      location.hash = hash
    }
  }

  function tell(element, count) { element.textContent = element.dataset.some.replace("{n}", count) }

  // Tables: of at least so many rows, which no screen shows at once.
  const manyRows = 15

  const number = text => {
    const [found] = /^[^\d\s]?[−-]?\d[\d,]*(\.\d+)?/.exec(text) ?? []
    return found === undefined ? NaN : Number(found.replace(/^[^\d−-]/, "").replace("−", "-").replaceAll(",", ""))
  }

  function valueOf(cell) {
    return cell?.querySelector("time")?.dateTime ?? cell?.textContent.trim() ?? ""
  }

  // Numbers by size, dates by day, other texts as Chinese dictionaries have them; what is empty or no
  // number among numbers comes last, however it is sorted.
  function sorted(rows, column, isDown) {
    const values = new Map(rows.map(row => [row, valueOf(row.cells[column])]))
    const isDate = rows.some(row => row.cells[column]?.querySelector("time"))
    const filled = rows.filter(row => values.get(row) !== "")
    const isNumber = !isDate && filled.filter(row => !isNaN(number(values.get(row)))).length * 2 > filled.length
    const last = rows.filter(row => isNumber ? isNaN(number(values.get(row))) : values.get(row) === "")
    const first = rows.filter(row => !last.includes(row))
    const compare = isNumber
      ? (a, b) => number(values.get(a)) - number(values.get(b))
      : (a, b) => values.get(a).localeCompare(values.get(b), "zh")
    first.sort((a, b) => isDown ? compare(b, a) : compare(a, b))
    return [...first, ...last]
  }

  // A table with one row of headings, whose rows each stand for themselves.
  function isLong(table) {
    const body = table.tBodies[0]
    return table.tBodies.length === 1 && body.rows.length >= manyRows && table.tHead?.rows.length === 1
      && !body.querySelector("tr.class, [colspan], [rowspan]")
  }

  function longTable(table, place) {
    const body = table.tBodies[0], rows = [...body.rows]
    const heads = [...table.tHead.rows[0].cells]
    const controls = model("long-table")
    const input = controls.querySelector("input"), tally = controls.querySelector("[role=status]")
    const frame = table.closest(".scroll, .table") ?? table
    frame.before(controls)
    input.addEventListener("input", () => choose(parts => {
      const others = parts.getAll("rows").filter(one => !one.startsWith(place + "."))
      parts.delete("rows")
      for (const one of others) parts.append("rows", one)
      if (input.value.trim()) parts.append("rows", place + "." + input.value.trim())
    }, true))
    const buttons = table.dataset.order === "fixed" ? [] : heads.map((head, column) => {
      const button = model("sort")
      const name = head.textContent.trim()
      button.ariaLabel = button.dataset.label.replace("{name}", name)
      head.append(button)
      button.addEventListener("click", () => choose(parts => {
        const now = head.ariaSort
        const others = parts.getAll("sort").filter(one => !one.startsWith(place + "."))
        parts.delete("sort")
        for (const one of others) parts.append("sort", one)
        const next = now === "ascending" ? ".down" : ""
        if (now !== "descending") parts.append("sort", `${place}.${column + 1}${next}`)
      }))
      return button
    })
    return () => {
      const own = name => chosen().getAll(name).find(one => one.startsWith(place + "."))
      const [, column, down] = own("sort")?.split(".") ?? []
      const order = heads[column - 1] && buttons.length ? sorted(rows, column - 1, down === "down") : rows
      for (const [n, head] of heads.entries()) {
        if (n === column - 1 && buttons.length) head.ariaSort = down === "down" ? "descending" : "ascending"
        else head.removeAttribute("aria-sort")
      }
      const wanted = own("rows")?.slice(place.toString().length + 1) ?? ""
      if (input.value.trim() !== wanted) input.value = wanted
      const words = wanted.toLowerCase().split(/\s+/)
      for (const row of rows) {
        const text = row.textContent.toLowerCase()
        row.hidden = !words.every(word => text.includes(word))
      }
      if (order.some((row, n) => body.rows[n] !== row)) body.append(...order)
      if (wanted) tell(tally, rows.filter(row => !row.hidden).length)
      else tally.textContent = ""
    }
  }

  // The list of cases

  // What cases/list.js calls.
  let handOver
  globalThis.jingjianList = data => handOver(data)

  function load(address) {
    return new Promise((resolve, reject) => {
      handOver = resolve
      const script = document.createElement("script")
      script.src = address
      script.onerror = reject
      document.head.append(script)
    })
  }

  // The choices are the links that the page has beside its list: the same names, the same order.
  function fillChoices(controls) {
    for (const link of document.querySelectorAll(".facets a")) {
      const [, name, id] = /cases\/(problem|form|department|year)\/([^/]+)\.html$/.exec(link.getAttribute("href")) ?? []
      if (!name) continue
      const count = link.querySelector(".count")?.textContent ?? ""
      const title = [...link.childNodes].find(node => node.nodeType === Node.TEXT_NODE).textContent.trim()
      const isSub = link.closest("ul ul") !== null
      controls.elements[name].append(new Option(`${isSub ? "　" : ""}${title}（${count}）`, decodeURIComponent(id)))
    }
  }

  function caseList(list) {
    const controls = model("narrow"), tally = controls.querySelector("[role=status]")
    fillChoices(controls)
    const selects = [...controls.querySelectorAll("select")]
    const others = [...document.querySelectorAll("nav.sheets")]
    const found = document.createElement("ol")
    found.className = list.className + " scripted"
    found.hidden = true
    list.before(controls)
    list.after(found)
    controls.addEventListener("submit", event => event.preventDefault())
    controls.addEventListener("change", () => choose(parts => {
      for (const { name, value } of selects) {
        if (value) parts.set(name, value)
        else parts.delete(name)
      }
    }))
    let data
    let turn = 0
    return async () => {
      const mine = ++turn, parts = chosen()
      for (const select of selects) {
        select.value = parts.get(select.name) ?? ""
        if (select.selectedIndex < 0) select.selectedIndex = 0
      }
      const isChosen = selects.some(select => parts.get(select.name))
      if (!isChosen) {
        found.hidden = true
        for (const one of [list, ...others]) one.hidden = false
        tally.textContent = ""
        return
      }
      data ??= load(list.dataset.list)
      const { problems, cases } = await data
      if (mine !== turn) return
      const fits = {
        problem: (one, id) => one.problems.some(n => problems[n].id === id || problems[n].class === id),
        year: (one, year) => one.date.startsWith(year + "-"),
        department: (one, id) => one.department === id,
        form: (one, form) => String(one.form) === form,
      }
      let pages = cases.filter(one => selects.every(({ name }) =>
        !fits[name] || !parts.get(name) || fits[name](one, parts.get(name))))
      if (parts.get("sort") === "old") pages = pages.toReversed()
      found.replaceChildren()
      append(found, pages, problems)
      for (const one of [list, ...others]) one.hidden = true
      found.hidden = false
      tell(tally, pages.length)
    }
  }

  const atOnce = 50

  function append(found, pages, problems) {
    for (const one of pages.slice(0, atOnce)) {
      const item = model("case"), link = item.querySelector("a"), time = item.querySelector("time")
      // This list's page may lie deeper than cases/index.html does.
      link.href = document.querySelector("[data-list]").dataset.list.replace("cases/list.js", one.address)
      link.textContent = one.title
      time.dateTime = one.date
      time.textContent = one.date
      item.querySelector("p").textContent = one.summary
      const labels = item.querySelector(".labels"), label = labels.firstElementChild
      const form = label.dataset.form.replace("{form}", "〇一二三四"[one.form] ?? "")
      const texts = [one.place, ...one.problems.map(n => problems[n].name), one.form ? form : ""]
      labels.replaceChildren(...texts.filter(text => text).flatMap(text => {
        const span = document.createElement("span")
        span.textContent = text
        return [span, " "]
      }))
      found.append(item)
    }
    const rest = pages.slice(atOnce)
    if (rest.length === 0) return
    const more = model("more"), button = more.querySelector("button")
    button.textContent = button.dataset.label.replace("{n}", rest.length)
    button.addEventListener("click", () => {
      more.remove()
      const count = found.childElementCount
      append(found, rest, problems)
      found.children[count]?.querySelector("a")?.focus()
    })
    found.append(more)
  }

  const parts = [...document.querySelectorAll("main table")].filter(isLong)
    .map((table, n) => longTable(table, n + 1))
  const list = document.querySelector("[data-list]")
  if (list) parts.push(caseList(list))
  function showAll() { for (const show of parts) show() }
  if (parts.length > 0) {
    addEventListener("hashchange", showAll)
    addEventListener("popstate", showAll)
    showAll()
  }
}

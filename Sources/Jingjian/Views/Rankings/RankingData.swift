/// Ranking data: what the rankings publish for programs to read, `data/warnings.json` and
/// `data/scores.json` (docs/format.md, "Data files"; their schemas are in `templates/data/`).
enum RankingData {
  /// The two files as pages that no list names.
  static func pages(_ standings: Standings) -> [Page] {
    [
      .data(.warnings) {
        standings.warningData.write(into: &$0)
      },
      .data(.scores) { standings.scoreData.write(into: &$0) },
    ]
  }
}

extension Standings {
  /// Rankings, cards and honours.
  var warningData: JSON {
    .object([
      ("date", .string("\(today)")),
      ("months", .list(months.map(ranking))),
      ("cards", .list(warnings.map(card))),
      ("honours", .list(honours.map(honour))),
    ])
  }

  private func ranking(_ standing: Standing) -> JSON {
    let placings = standing.placings.map { placing in
      JSON.object([
        ("department", .string(departments[placing.department].id)),
        ("total", .string(placing.total.fixed)), ("rank", .integer(placing.rank)),
        ("last", .flag(placing.isLast)),
      ])
    }
    return .object([("month", .string("\(standing.month)")), ("ranking", .list(placings))])
  }

  private func card(_ warning: Warning) -> JSON {
    .object([
      ("department", .string(departments[warning.card.department].id)),
      ("colour", .string(warning.card.colour.rawValue)),
      ("period", .string("\(warning.card.period)")),
      ("evidence", .list(warning.card.evidence.map { .string("\($0)") })),
      ("followUp", .string(warning.followUp.name)),
    ])
  }

  private func honour(_ honour: Honours) -> JSON {
    .object([
      ("year", .integer(honour.year)), ("clean", .list(honour.clean.map(id))),
      ("flag", .list(honour.flag.map(id))),
    ])
  }

  private func id(_ department: Int) -> JSON { .string(departments[department].id) }

  /// Every score of every month, in the order of the departments.
  var scoreData: JSON {
    .object([
      ("date", .string("\(today)")),
      (
        "months",
        .list(
          rankings.scores.map { table in
            .object([
              ("month", .string("\(table.month)")), ("scores", .list(table.rows.map(score))),
            ])
          })
      ),
    ])
  }

  private func score(_ row: Scores.ScoreRow) -> JSON {
    var members = [("department", id(row.department)), ("exempt", .flag(row.total == nil))]
    if let total = row.total { members.append(("total", .string(total.fixed))) }
    if !row.parts.isEmpty {
      let parts = zip(rankings.indicators.all, row.parts).map { ($0.id, JSON.string($1.fixed)) }
      members.append(("indicators", .object(parts)))
    }
    return .object(members)
  }
}

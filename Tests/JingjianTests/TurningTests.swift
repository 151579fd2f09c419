import Testing

@testable import Jingjian

/// Turning the date by a day changes only what it should.
struct TurningTests {
  @Test("from one day of the demo to the next only what that day brings changes")
  func demo() throws {
    let site = try Published.demo.get()
    let events = Events(site)
    let first = try #require(Day("2025-04-25"))
    var before = site.findings(on: first)
    var turned = (overdue: 0, gone: 0, new: 0, stages: 0)
    for n in 1...190 {
      let after = site.findings(on: first + n)
      let (old, new) = (Self.states(before), Self.states(after))
      for (key, was) in old {
        guard let now = new[key] else {
          turned.gone += 1
          #expect(
            events.done[key.record]?.contains(after.today) == true, "\(key) on \(after.today)")
          continue
        }
        switch (was, now) {
        case (.open(nil), .open(nil)): break
        case (.open(let a?), .open(let b?)): #expect(a == b + 1 && b >= 0, "\(key)")
        case (.open(0), .overdue(1)):
          turned.overdue += 1
          #expect(key.due == before.today, "\(key)")
        case (.overdue(let a), .overdue(let b)): #expect(b == a + 1, "\(key)")
        default: Issue.record("\(key): \(was), then \(now) on \(after.today)")
        }
      }
      for key in new.keys where old[key] == nil {
        turned.new += 1
        #expect(events.begun[key.record]?.contains(after.today) == true, "\(key) on \(after.today)")
      }
      for campaign in after.campaigns {
        let (was, now) = (
          campaign.stage(today: before.today).order, campaign.stage(today: after.today).order
        )
        if was != now {
          turned.stages += 1
          #expect(campaign.from == after.today || campaign.to == before.today)
        }
      }
      #expect(
        before.obligations.count - after.obligations.count
          == old.keys.count { new[$0] == nil } - new.keys.count { old[$0] == nil })
      before = after
    }
    // The days hold something of everything.
    #expect(turned.overdue > 10 && turned.gone > 50 && turned.new > 5 && turned.stages > 0)
  }

  private struct Key: Hashable {
    /// Where it stands: an address and a fragment.
    let record: String
    let due: Day?
    let matter: Obligation.Matter
  }

  private static func states(_ findings: Findings) -> [Key: Progress] {
    Dictionary(
      uniqueKeysWithValues: findings.obligations.map {
        (
          Key(record: "\($0.address.path)#\($0.fragment)", due: $0.due, matter: $0.matter),
          $0.progress
        )
      })
  }

  /// What is recorded of a day, by where it stands: read off the records, without a rule.
  private struct Events {
    var done: [String: Set<Day>] = [:]
    /// Days on which something new may be owed.
    var begun: [String: Set<Day>] = [:]

    init(_ site: Site) {
      for item in site[Case.self] {
        for (n, measure) in item.rectification.enumerated() {
          let key = "\(item.common.address.path)#measure-\(n + 1)"
          done[key, default: []].formUnion([measure.done, item.common.expire].compactMap { $0 })
          begun[key, default: []].formUnion([item.common.publish].compactMap { $0 })
        }
      }
      for campaign in site[Campaign.self] {
        for (n, task) in campaign.tasks.enumerated() {
          done["\(campaign.common.address.path)#task-\(n + 1)", default: []]
            .formUnion([task.done].compactMap { $0 })
        }
      }
      for list in site.tables.duties {
        for (n, duty) in list.duties.enumerated() {
          done["responsibilities/\(list.year).html#duty-\(n + 1)"] = Set(duty.completions)
        }
      }
      for ledger in site.tables.ledgers {
        for (n, item) in ledger.items.enumerated() {
          let key = "ledgers/\(ledger.id).html#item-\(n + 1)"
          done[key] = Set([item.closed].compactMap { $0 } + item.lookbacks.map(\.date))
          begun[key] = Set([item.closed].compactMap { $0 })
        }
      }
      let ends = Set(site.rankings?.scores.map(\.month.last) ?? [])
      for decision in site.rankings?.decisions ?? [] {
        let card = "\(decision.colour.rawValue)-\(decision.period)-\(decision.department)"
        done["rankings/\(decision.period).html#\(card)", default: []].insert(decision.date)
      }
      for period in site.rankings?.scores.map(\.month) ?? [] {
        for department in site.vocabulary.departments {
          for (colour, period) in [
            ("blue", Period.month(period)), ("yellow", .quarter(Quarter(period))),
            ("red", .year(period.year)),
          ] {
            begun["rankings/\(period).html#\(colour)-\(period)-\(department.id)"] = ends
          }
        }
      }
    }
  }
}

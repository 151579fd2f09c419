/// The agenda: a calendar with a week for each lesson, for a calendar program to subscribe to.
enum Agenda {
  /// - Parameter base: the site's address, which ends in a slash.
  static func calendar(_ findings: Findings, base: String) -> Calendar {
    let title = Lesson.kind.title
    return Calendar(
      name: "\(findings.site.settings.name) \(title)", product: "Lessons", today: findings.today,
      events: findings.course.lessons.map { lesson in
        // The address is what stays the same of a lesson, whatever becomes of its words and its week.
        let url = base + lesson.common.address.encoded
        return Calendar.WholeDays(
          id: url, first: lesson.week.monday, last: lesson.week.sunday, title: lesson.common.title,
          description: lesson.common.summary, address: url)
      })
  }
}

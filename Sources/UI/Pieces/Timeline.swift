public import Markup

/// Something that happened.
public struct TimelineEvent: Sendable {
    let icon: Icon
    let meaning: Meaning
    let what: HTML
    let when: (shown: String, instant: String)
    let said: HTML?

    /// An event: what happened, when (as it is shown, and in ISO), and what was said.
    public init(
        _ icon: Icon, _ meaning: Meaning = .plain, _ what: HTML, when shown: String, instant: String, said: HTML? = nil
    ) {
        (self.icon, self.meaning, self.what, when, self.said) = (icon, meaning, what, (shown, instant), said)
    }

    var html: HTML {
        let said: HTML? = said.map { "<div class=\"said\">\($0)</div>" }
        return """
            <li><span class="node \(meaning.rawValue)">\(icon)</span><div><span class="what">\(what)</span>\
            <time datetime="\(when.instant)">\(when.shown)</time>\(said)</div></li>
            """
    }
}

/// What happened with a record, newest first, day by day.
public struct Timeline: Component {
    let days: [(name: String, events: [TimelineEvent])]

    /// Days with their events.
    public init(_ days: [(name: String, events: [TimelineEvent])]) { self.days = days }

    /// The timeline.
    public var html: HTML {
        let items = days.map { day -> HTML in "<li class=\"day\">\(day.name)</li>\(day.events.map(\.html))" }
        return "<ol class=\"timeline\">\(items)</ol>"
    }
}

/// A row that shows what can be done with it when it is pulled aside; a button does the same.
public struct SwipeRow: Component {
    /// One of the things to do.
    public struct Act: Sendable {
        let text: String
        let icon: Icon
        let meaning: Meaning
        let action: Action

        /// A thing to do.
        public init(_ text: String, _ icon: Icon, _ meaning: Meaning = .plain, _ action: Action) {
            (self.text, self.icon, self.meaning, self.action) = (text, icon, meaning, action)
        }
    }

    let title: String
    let url: SafeURL
    let note: String
    let lead: HTML
    let end: HTML
    let acts: [Act]
    let actionsWord: String

    /// A row with its page.
    public init(
        _ title: String, _ url: SafeURL, note: String, lead: HTML = HTML(), end: HTML = HTML(), acts: [Act],
        actionsWord: String
    ) {
        (self.title, self.url, self.note, self.lead, self.end) = (title, url, note, lead, end)
        (self.acts, self.actionsWord) = (acts, actionsWord)
    }

    /// The row.
    public var html: HTML {
        let buttons = acts.map { act -> HTML in
            """
            <button class="\(act.meaning.className ?? "plain")"\(attributes: act.action.attributes)>\(act.icon)\(act.text)</button>
            """
        }
        return """
            <k-swipe><div class="face">\(lead)<div><a class="cut" href="\(url)">\(title)</a><p class="cut">\(note)</p></div>\(end)\
            <button type="button" class="iconbtn" data-acts aria-expanded="false" aria-label="\(title): \(actionsWord)">\
            \(Icon.ellipsis)</button></div><div class="acts">\(buttons)</div></k-swipe>
            """
    }
}

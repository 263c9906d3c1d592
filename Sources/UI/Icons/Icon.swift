/// The icons of the house, by their names in Lucide. `scripts/assets` reads this list and puts just these into the sprite.
public enum Icon: String, Sendable, Hashable, CaseIterable {
    case alert = "triangle-alert"
    case archive
    case arrowDown = "arrow-down"
    case arrowLeft = "arrow-left"
    case arrowRight = "arrow-right"
    case arrowUp = "arrow-up"
    case arrowsUpDown = "arrow-up-down"
    case at = "at-sign"
    case bell
    case bookmark
    case building
    case calendar
    case calendarClock = "calendar-clock"
    case card = "credit-card"
    case chart = "chart-line"
    case check
    case chevronDown = "chevron-down"
    case chevronLeft = "chevron-left"
    case chevronRight = "chevron-right"
    case chevronUp = "chevron-up"
    case chevronsUpDown = "chevrons-up-down"
    case circleAlert = "circle-alert"
    case circleCheck = "circle-check"
    case circleX = "circle-x"
    case clock
    case cloudUpload = "cloud-upload"
    case columns = "columns-3"
    case command
    case copy
    case download
    case ellipsis
    case enter = "corner-down-left"
    case external = "external-link"
    case eye
    case eyeOff = "eye-off"
    case file = "file-text"
    case filter = "list-filter"
    case flag
    case folder
    case globe
    case grip = "grip-vertical"
    case help = "circle-question-mark"
    case house
    case image
    case inbox
    case info
    case kanban
    case key = "key-round"
    case keyboard
    case languages
    case link
    case list
    case loader = "loader-circle"
    case lock
    case logOut = "log-out"
    case mail
    case menu
    case message = "message-circle"
    case minus
    case monitor
    case moon
    case package
    case panelLeft = "panel-left"
    case paperclip
    case pencil
    case phone
    case pin = "map-pin"
    case plus
    case printer
    case receipt
    case refresh = "refresh-cw"
    case rows = "rows-3"
    case save
    case search
    case send
    case settings
    case share = "share-2"
    case shield = "shield-check"
    case sliders = "sliders-horizontal"
    case sparkles
    case star
    case sun
    case tag
    case trash
    case trophy
    case undo = "undo-2"
    case upload
    case user
    case users
    case wifiOff = "wifi-off"
    case workflow
    case x
    case zap
}

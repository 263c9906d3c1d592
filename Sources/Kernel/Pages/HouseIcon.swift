/// `/icon.svg`: the mark of the house as browsers show it on a tab, drawn so that it needs no font.
enum HouseIcon {
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="7" fill="#2c67dc"/>
        <path d="M8.6 8h3.6v6.6l6.2-6.6h4.5l-6.7 7 7.1 9h-4.4l-5.2-6.8-1.5 1.6v5.2h-3.6z" fill="#fff"/>
        </svg>

        """
}

/// `/icon.svg`: the mark of the house as browsers show it on a tab, drawn so that it needs no font.
enum HouseIcon {
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="7" fill="#2c67dc"/>
        <path d="M10.75 8v16M21.5 8l-9.5 8.75M14.75 14.25 22 24" fill="none" stroke="#fff" stroke-width="3.25"/>
        </svg>

        """
}

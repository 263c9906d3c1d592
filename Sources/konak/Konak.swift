@main
enum Konak {
    static func main() {}
}

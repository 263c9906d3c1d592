/// What an attacker would write to reach our own network: spellings of addresses, and addresses of every special block.
enum HostileCases {
    /// Special addresses of both families, as they stand in an URL.
    static let addresses = [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.254", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.1.2.3",
        "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254", "169.254.170.2", "172.16.0.1",
        "172.31.255.254", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1",
        "192.168.0.1", "192.168.255.254", "192.175.48.1", "198.18.0.1", "198.19.255.254", "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[::ffff:0.0.0.0]", "[::ffff:0:127.0.0.1]",
        "[64:ff9b::127.0.0.1]", "[64:ff9b::a00:1]", "[64:ff9b::169.254.169.254]", "[64:ff9b:1::10.0.0.1]", "[100::1]",
        "[2001::1]", "[2001:0:7f00:1::]", "[2001:10::1]", "[2001:20::1]", "[2001:db8::1]", "[2002:7f00:1::]",
        "[2002:a00:1::]", "[2002:a9fe:a9fe::]", "[2002:5db8:d822::1]", "[2620:4f:8000::1]", "[3ffe::1]", "[3fff::1]",
        "[4000::1]", "[5f00::1]", "[fc00::1]", "[fd00::1]", "[fd00:ec2::254]", "[fe80::1]", "[fec0::1]", "[ff02::1]",
        "[ff0e::1]", "[::FFFF:127.0.0.1]", "[FD00:EC2::254]",
    ]

    /// Hosts and authorities of which some reader makes an address of ours.
    static let spellings = [
        "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.0.0.01",
        "127.0.0.1.", "127.000.000.001", "0", "0x0", "00", "1.1.1.1.", "167772161", "0xa000001", "012.0.0.1",
        "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518", "[::1%25lo]", "[::1%lo]", "[fe80::1%25lo]",
        "[fe80::1%1]", "[::ffff:127.1]", "[::ffff:2130706433]", "[127.0.0.1]", "[0:0:0:0:0:0:0:0:1]", "[::1]]", "::1",
        "①②⑦.⓪.⓪.①", "１２７.０.０.１", "127。0。0。1", "127．0．0．1", "⑯⑨。②⑤④。⑯⑨｡②⑤④", "ⓛocalhost", "loc\u{ad}alhost",
        "%31%32%37.0.0.1", "127.0.0.1%00.example.com", "localhost%00", "%6cocalhost", "127%2e0%2e0%2e1",
        "user@127.0.0.1", "public.example@127.0.0.1", "public.example:80@127.0.0.1", "127.0.0.1@public.example",
        "public.example\\@127.0.0.1", "127.0.0.1\\@public.example", "127.0.0.1 public.example",
        "public.example\t127.0.0.1",
        "public.example\r\nHost: 127.0.0.1", "localhost", "LOCALHOST", "localhost.", "LocalHost.", "a.localhost",
        "127.0.0.1:80:80", "127.0.0.1:", "0x7F.1", "0X7F000001", "1.0x7f", "127.0.0.1;public.example",
        "127.0.0.1,public.example", "127.0.0.1#@public.example", "127.0.0.1?@public.example",
        "127.0.0.1/@public.example",
    ]

    /// What names lead to, by a server that its owner has turned against us.
    static let names = [
        "a.evil.example": "10.0.0.1", "b.evil.example": "127.0.0.1", "c.evil.example": "169.254.169.254",
        "d.evil.example": "192.168.1.1", "e.evil.example": "0.0.0.0", "f.evil.example": "172.16.0.1",
        "g.evil.example": "::1", "h.evil.example": "::ffff:127.0.0.1", "i.evil.example": "fd00::1",
        "j.evil.example": "64:ff9b::7f00:1", "k.evil.example": "2002:7f00:1::", "l.evil.example": "fe80::1",
        "m.evil.example": "::ffff:10.0.0.1", "n.evil.example": "100.64.0.1", "o.evil.example": "::",
        "p.evil.example": "224.0.0.1",
    ]
}

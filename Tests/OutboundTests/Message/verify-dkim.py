#!/usr/bin/python3
"""What dkimpy says of the first two signatures of the message on standard input, with the keys of a folder instead of DNS."""
import sys, dkim
folder = sys.argv[1]
keys = {b"rsa": b"rsa; p=" + open(folder + "/rsa.txt", "rb").read(),
        b"ed": b"ed25519; p=" + open(folder + "/ed25519.txt", "rb").read()}
def answer(name, timeout=5):
    selector, rest = name.split(b".", 1)
    assert rest.rstrip(b".") == b"_domainkey.sender.example", rest
    return b"v=DKIM1; k=" + keys[selector]
message = dkim.DKIM(sys.stdin.buffer.read())
def verdict(index):
    try: return message.verify(idx=index, dnsfunc=answer)
    except dkim.DKIMException as refusal: print(refusal, file=sys.stderr); return False
print(*[verdict(index) for index in range(2)])

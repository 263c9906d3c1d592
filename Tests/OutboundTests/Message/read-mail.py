#!/usr/bin/python3
"""What a reader of mail sees in the message on standard input, line by line."""
import sys, email, email.policy, email.header, email.utils
bytes = sys.stdin.buffer.read()
message = email.message_from_bytes(bytes, policy=email.policy.default)
# The newer reader puts blanks between the encoded words of a name, and takes out those that are in them.
older = email.message_from_bytes(bytes)
def people(name):
    for phrase, address in email.utils.getaddresses(older.get_all(name, [])):
        yield str(email.header.make_header(email.header.decode_header(phrase))), address
assert not message.defects, message.defects
out = [str(message["subject"])]
for name in ("from", "sender", "reply-to", "to", "cc"):
    out += ["%s=%s<%s>" % (name, phrase, address) for phrase, address in people(name)]
for name in ("date", "message-id", "in-reply-to", "references", "list-unsubscribe", "list-unsubscribe-post",
             "auto-submitted", "feedback-id"):
    if message[name]: out.append(name + "=" + str(message[name]))
for part in message.walk():
    assert not part.defects, part.defects
    line = part.get_content_type()
    if part.is_multipart(): out.append(line); continue
    body = part.get_payload(decode=True)
    if line.startswith("text/") and not part.get_filename(): body = body.decode(part.get_content_charset()).encode()
    out.append("%s %s %s %s %s" % (line, part.get_content_disposition(), part.get_filename(), part["content-id"], body.hex()))
print("\n".join(out))

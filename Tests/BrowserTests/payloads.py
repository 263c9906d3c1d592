"""Sixty texts that would run a script wherever a page forgot to escape one, and a detector that sees it when one does.

Each carries its number: what runs calls `ran(N)` or asks for `/xN`. The last ten are spelled so that only a page that folds,
decodes or strips letters would bring them to life.
"""

import re

ALIVE = (
    # Elements with handlers.
    "<script>ran({n})</script>", "<img src=x onerror=ran({n})>", "<svg onload=ran({n})>", "<svg/onload=ran({n})//",
    "<body onload=ran({n})>", "<details open ontoggle=ran({n})>d</details>", "<input autofocus onfocus=ran({n})>",
    "<video><source onerror=ran({n})></video>", "<marquee onstart=ran({n})>m</marquee>",
    "<svg><animate onbegin=ran({n}) attributeName=x dur=1s>", "<IMG SRC=x OnErRoR=ran({n})>", "<audio src=x onerror=ran({n})>",
    "<x-a tabindex=1 onpointerenter=ran({n})>x", "<button popovertarget=a onclick=ran({n})>b</button>",
    # Out of attributes, in each kind of quotes and in none.
    '"><img src=x onerror=ran({n})>', "'><img src=x onerror=ran({n})>", '" onfocus=ran({n}) autofocus="',
    "' onfocus=ran({n}) autofocus='", "x onmouseover=ran({n}) y", '"/onpointerdown="ran({n})', '" style="background:url(/x{n})',
    "`><svg onload=ran({n})>",
    # Out of scripts, styles, texts and comments.
    "</script><script>ran({n})</script>", "</style><img src=x onerror=ran({n})>", "</textarea><svg onload=ran({n})>",
    "</title><svg onload=ran({n})>", "--><svg onload=ran({n})>", '";ran({n});//', "';ran({n});//", "${ran({n})}",
    "</noscript><svg onload=ran({n})>", "</select><svg onload=ran({n})>", "</dialog><svg onload=ran({n})>",
    # Addresses.
    "javascript:ran({n})", "JaVaScRiPt:ran({n})", "java\tscript:ran({n})", "\x01javascript:ran({n})",
    "data:text/html,<script>ran({n})</script>", "<a href=javascript:ran({n})>a</a>", "<iframe src=javascript:ran({n})>",
    "<form action=/x{n}><button>f</button></form>", "<button formaction=/x{n}>b</button>", "<base href=/x{n}/>",
    "<meta http-equiv=refresh content=0;url=/x{n}>", "<link rel=stylesheet href=/x{n}>", "<object data=/x{n}></object>",
    # What the house's own scripts would obey.
    '" hx-get="/x{n}" hx-trigger="load', "<i hx-on:click=ran({n})>i</i>", "<b data-hx-post=/x{n} hx-trigger=load>b</b>",
    # Styles.
    "<style>@import'/x{n}';</style>",
)
FOLDED = (
    "\uff1cscript\uff1eran({n})\uff1c/script\uff1e", "<scr\u200bipt>ran({n})</scr\u200bipt>", "\u2028ran({n})\u2029//",
    "&lt;script&gt;ran({n})&lt;/script&gt;", "%3Cscript%3Eran({n})%3C/script%3E", "\\u003cscript\\u003eran({n})",
    "\u202e<script>ran({n})", "<\x01script>ran({n})</script>", "width:expression(ran({n}))", "{{ constructor('ran({n})')() }}",
)
PAYLOADS = tuple(text.replace("{n}", str(number)) for number, text in enumerate((*ALIVE, *FOLDED), 1))
# The places of a page at which an unescaped one would stand.
PLACES = (
    "<div>{}</div>", '<input value="{}">', "<input value='{}'>", "<input value={}>", '<a id=a href="{}">a</a>',
    '<script>var a = "{}";</script>', "<script>var a = '{}';</script>", "<script>var a = `{}`;</script>",
    "<textarea>{}</textarea>", "<title>{}</title>", "<!-- {} -->", "<style>{}</style>",
)
NUMBER = re.compile(r"ran\((\d+)\)|/x(\d+)")
WATCH = """window.ran = (n) => console.error("ran " + n);
addEventListener("securitypolicyviolation", (e) => console.error("policy: " + e.violatedDirective + " " + e.blockedURI));"""
# Whatever a payload would have become in the tree, had it been taken for markup; the house itself has nothing like it.
FOUND = """() => { const found = [], own = /ran\\(\\d|\\/x\\d/;
  for (const node of document.querySelectorAll("*")) {
    const tag = node.localName, say = (why) => found.push(why + ": " + node.outerHTML.slice(0, 120));
    if (["base", "object", "embed", "marquee", "x-a", "animate", "audio", "video", "noscript"].includes(tag)) say("element");
    if (["script", "style"].includes(tag) && own.test(node.textContent)) say("code");
    for (const { name, value } of node.attributes) {
      if (name.startsWith("on")) say("handler");
      if (/^(data-)?hx-/.test(name) && own.test(value)) say("htmx");
      if (["href", "src", "action", "formaction", "data", "xlink:href", "style", "http-equiv", "srcdoc"].includes(name)
        && (own.test(value) || /^[\\x00-\\x20]*j\\s*a\\s*v\\s*a\\s*script:/i.test(value) || /^data:text/i.test(value))) say("address");
    } }
  return found; }"""
# The numbers of the payloads that a page shows, as text or in a field.
SHOWN = """() => { const texts = [document.title, document.body.textContent];
  for (const node of document.querySelectorAll("input, textarea, [title], [aria-label]"))
    texts.push(node.value ?? "", node.title ?? "", node.getAttribute("aria-label") ?? "");
  return [...new Set([...texts.join("\\n").matchAll(/ran\\((\\d+)\\)|\\/x(\\d+)/g)].map((hit) => Number(hit[1] ?? hit[2])))]; }"""


# Both at once, a moment after the page was there, and where its list goes on.
LOOK = f"""async () => {{ await new Promise((done) => setTimeout(done, 25));
  return {{ found: ({FOUND})(), shown: ({SHOWN})(), next: document.querySelector("nav.pager a[href*='after=']")?.href ?? null }}; }}"""


class Watch:
    """A page of a browser, and every sign that a payload has run in it or become markup."""

    def __init__(self, page):
        self.page, self.signs = page, []
        page.add_init_script(WATCH)
        page.on("dialog", lambda dialog: (self.signs.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda message: self.heard(message.text))
        page.on("pageerror", lambda error: self.signs.append(f"script: {error}"))
        page.on("request", lambda request: self.asked(request.url))

    def heard(self, text):
        if text.startswith(("ran ", "policy: ")) or "Content Security Policy" in text:
            self.signs.append(f"console: {text[:200]}")

    def asked(self, url):
        path = re.sub(r"^https?://[^/]*", "", url)
        if re.match(r"/x\d+(\W|$)", path) or not url.startswith(("http://", "data:", "blob:", "about:")):
            self.signs.append(f"request: {url[:200]}")

    def look(self):
        """What is wrong with the page as it stands now, the numbers it shows, and its next page; each sign is told once."""
        seen = self.page.evaluate(LOOK)
        signs, self.signs = self.signs + seen["found"], []
        return signs, set(seen["shown"]), seen["next"]

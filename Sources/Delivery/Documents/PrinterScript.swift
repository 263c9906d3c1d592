// Past 80 lines: a program in another language is one text.
/// The program of a printing process: it reads a page, prints it with WeasyPrint, answers, and reads the next. It comes
/// out of this binary, so that there is no file that could be another version.
enum PrinterScript {
    /// Numbers are big-endian. A request is its length, then the lengths of page and files with their bytes; an answer is
    /// its length, a letter (`R` ready, `P` printed, `F` failed), the number of pages, and the document or a word.
    static let text =
        PrinterCell.text + #"""
            from base64 import b64decode
            from os import dup, dup2, fdopen
            from resource import RLIM_INFINITY, RLIMIT_AS, RLIMIT_CORE, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_NOFILE
            from resource import RUSAGE_SELF, getrusage, setrlimit
            from struct import pack, unpack
            from sys import argv, exit
            from urllib.parse import unquote_to_bytes

            MEMORY, SECONDS, PAGES, ANSWER = (int(word) for word in argv[1:5])
            source, answer = fdopen(0, 'rb'), fdopen(dup(1), 'wb')
            dup2(2, 1)

            def say(letter, pages=0, content=b''):
                answer.write(pack('>IcI', 5 + len(content), letter, pages) + content)
                answer.flush()

            def read(count):
                data = source.read(count)
                if len(data) < count:
                    exit(0)
                return data

            def number():
                return unpack('>I', read(4))[0]

            holds = part_from_machine()

            try:
                from logging import CRITICAL, getLogger
                from weasyprint import HTML, __version__
                from weasyprint.text.fonts import FontConfiguration
                getLogger('weasyprint').setLevel(CRITICAL)
            except Exception:
                say(b'F', 0, b'start')
                exit(1)

            setrlimit(RLIMIT_AS, (MEMORY, MEMORY))
            setrlimit(RLIMIT_CORE, (0, 0))
            setrlimit(RLIMIT_FSIZE, (16 << 20, 16 << 20))
            setrlimit(RLIMIT_NOFILE, (64, 64))
            holds += keep_in()

            def data_url(url):
                head, mark, body = url[5:].partition(',')
                if not mark:
                    raise ValueError('no data')
                raw = unquote_to_bytes(body)
                if head.lower().endswith(';base64'):
                    head, raw = head[:-7], b64decode(raw, validate=False)
                return {'string': raw, 'mime_type': head.split(';')[0].strip().lower() or 'text/plain'}

            def fetcher(assets):
                def fetch(url, *rest, **more):
                    if url[:5].lower() == 'data:':
                        return data_url(url)
                    if url[:6].lower() == 'asset:' and url[6:] in assets:
                        kind, content = assets[url[6:]]
                        return {'string': content, 'mime_type': kind}
                    raise ValueError('refused')
                return fetch

            class TooManyPages(Exception):
                pass

            def print_page(page, assets):
                fonts = FontConfiguration()
                html = HTML(string=page, url_fetcher=fetcher(assets), base_url=None)
                document = html.render(font_config=fonts)
                if len(document.pages) > PAGES:
                    raise TooManyPages()
                return len(document.pages), document.write_pdf()

            say(b'R', 0, ' '.join([__version__] + holds).encode())
            while True:
                number()
                page = read(number()).decode('utf-8', 'replace')
                assets = {}
                for _ in range(number()):
                    name, kind = read(number()).decode(), read(number()).decode()
                    assets[name] = (kind, read(number()))
                used = getrusage(RUSAGE_SELF)
                limit = int(used.ru_utime + used.ru_stime) + SECONDS + 1
                setrlimit(RLIMIT_CPU, (limit, RLIM_INFINITY))
                try:
                    pages, pdf = print_page(page, assets)
                    if len(pdf) > ANSWER:
                        say(b'F', pages, b'size')
                    else:
                        say(b'P', pages, pdf)
                except TooManyPages:
                    say(b'F', 0, b'pages')
                except MemoryError:
                    say(b'F', 0, b'memory')
                    exit(1)
                except RecursionError:
                    say(b'F', 0, b'depth')
                except Exception as error:
                    say(b'F', 0, type(error).__name__.encode())
                page = assets = pdf = None
            """#
}

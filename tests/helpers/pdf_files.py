"""PDF files for the tests: written by hand as Qt writes them, and read by poppler, which is another program."""

import re
import subprocess


def file_of(objects, trailer):
    """A PDF of objects, number → body, with a cross-reference table; `trailer` is what stands in it beside the size."""
    parts, places = [b"%PDF-1.4\n"], {}
    for number, body in objects.items():
        places[number] = sum(map(len, parts))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    size = max(objects) + 1
    lines = [b"%010d 00000 n \n" % places.get(one, 0) for one in range(1, size)]
    parts += [b"xref\n0 %d\n0000000000 65535 f \n" % size, *lines]
    parts.append(b"trailer\n<<\n/Size %d \n%s\n>>\nstartxref\n%d \n%%%%EOF\n" % (size, trailer, start))
    return b"".join(parts)


def pages_by_hand(count=2, catalog=b"", trailer=b"/Info 1 0 R\n/Root 2 0 R"):
    """A document of A4 pages that say "Side 1", "Side 2" …; `catalog` and `trailer` are more of what stands there."""
    objects = {
        1: b"<<\n/Title (\xfe\xff\x00K\x00o)\n/Producer (En \\(anden\\) Qt)\n/CreationDate (D:20261126100656Z)\n>>",
        2: b"<<\n/Type /Catalog\n/Pages 3 0 R\n%s\n>>" % catalog,
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    kids = []
    for page in range(count):
        of = 5 + 2 * page
        drawn = b"BT /F1 12 Tf 100 700 Td (Side %d) Tj ET" % (page + 1)
        objects[of] = (
            b"<<\n/Type /Page\n/Parent 3 0 R\n/Contents %d 0 R\n/Resources << /Font << /F1 4 0 R >> >>\n"
            b"/MediaBox [0 0 595.000000 842.000000]\n>>" % (of + 1)
        )
        objects[of + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
        kids.append(b"%d 0 R" % of)
    objects[3] = b"<<\n/Type /Pages\n/Kids [%s]\n/Count %d\n>>" % (b" ".join(kids), count)
    return file_of(dict(sorted(objects.items())), trailer)


def said_by(program, path, *options):
    """What a program of poppler says of a file, which it finds no fault in."""
    done = subprocess.run([program, *options, str(path)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def facts_of(path):
    """What pdfinfo says: name → value."""
    lines = said_by("pdfinfo", path).splitlines()
    return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


def bookmarks_of(path):
    """The bookmarks as poppler finds them: (depth, page, name)."""
    said = said_by("pdftohtml", path, "-xml", "-i", "-stdout")
    depth, found = 0, []
    for mark, page, name in re.findall(r'(</?outline>)|<item page="(\d+)">([^<]*)</item>', said):
        depth += {"<outline>": 1, "</outline>": -1}.get(mark, 0)
        if name:
            found.append((depth, int(page), name))
    return found

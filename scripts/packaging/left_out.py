"""What the built program leaves out, and why it can; build.spec and the tests read it."""

# Nothing here talks to a network, so nothing that could is inside. Each falls away without harm.
NETWORK = (
    # typing_extensions asks _socket for a type and does without. importlib.metadata leads to email
    # and that to socket; hooks/at_start.py stands in for the one that asks for it.
    "_socket",
    "socket",
    "socketserver",
    "email",
    "importlib.metadata",
    # hashlib and hmac have their own SHA-256; without these OpenSSL stays out.
    "_ssl",
    "ssl",
    "_hashlib",
    "http",
    "urllib.request",
    "urllib.error",
    "urllib.response",
    "urllib.robotparser",
    # defusedxml guards XML over the network too, and loads that guard only when asked.
    "xmlrpc",
    "defusedxml.xmlrpc",
    "ftplib",
    "smtplib",
    "imaplib",
    "poplib",
    "nntplib",
    "telnetlib",
    "asyncio",
    "wsgiref",
    "webbrowser",
    # Processes that talk to each other through sockets.
    "multiprocessing",
    "concurrent.futures.process",
    "PySide6.QtNetwork",
)

# Used by libraries where it happens to be there, or by a branch that is never taken here.
UNUSED = (
    "tkinter",
    "numpy",
    "pandas",
    # Of lxml, which writes Word documents, all but its core.
    "lxml.ElementInclude",
    "lxml.builder",
    "lxml.cssselect",
    "lxml.doctestcompare",
    "lxml.html",
    "lxml.includes",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.pyclasslookup",
    "lxml.sax",
    "lxml.usedoctest",
    "PIL",
    "Stemmer",
    "dotenv",
    "email_validator",
    "pytest",
    "hypothesis",
    "mypy",
    "setuptools",
    "pkg_resources",
    "distutils",
    "pip",
    "pydantic.v1",
    "pydantic.mypy",
    "pydantic._hypothesis_plugin",
    # Consoles, debuggers and test runners of the standard library; readline and curses behind them.
    "pdb",
    "bdb",
    "cmd",
    "code",
    "codeop",
    "doctest",
    "unittest",
    "pydoc",
    "pydoc_data",
    "readline",
    "curses",
    "sqlite3",
    "lib2to3",
    "ensurepip",
    # Other ways to pack a zip: what comes from elsewhere is unpacked by deflate or refused.
    "bz2",
    "_bz2",
    "lzma",
    "_lzma",
    "tarfile",
)

# Libraries that would bring one of these in, by the beginnings of their names.
LIBRARIES = ("libQt6Network", "Qt6Network", "QtNetwork", "libssl", "libcrypto", "libcurl", "libnss")

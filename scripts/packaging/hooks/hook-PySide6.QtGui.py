"""Takes only the plug-ins that the window uses; the full set draws in GTK, OpenSSL and the network.

Replaces PyInstaller's own hook of this name. Left out, with what it would bring:
- platformthemes/qgtk3: GTK, Cairo and Pango, 20 MB (the desktop portal's theme stays);
- platforms but the system's own and `offscreen`: Wayland (its desktops run the program through
  XWayland, which is what is tested), EGL, VNC with its server, and the Linux frame buffer;
- platforminputcontexts/qtvirtualkeyboard: QtQml and QtQuick (compose and IBus stay);
- imageformats and iconengines: QtSvg, QtPdf and decoders of pictures that nobody opens here;
- generic, egldeviceintegrations, xcbglintegrations: graphics cards and touch tables, never used;
- tls, networkinformation: QtNetwork.
"""

from pathlib import PurePath

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

WANTED = {
    "libqxcb",
    "libqoffscreen",
    "libqcocoa",
    "qwindows",
    "qoffscreen",
    "libqxdgdesktopportal",
    "libcomposeplatforminputcontextplugin",
    "libibusplatforminputcontextplugin",
    "libqmacstyle",
    "qmodernwindowsstyle",
}

hiddenimports, _found, datas = add_qt6_dependencies(__file__)
binaries = [
    (source, place)
    for source, place in _found
    if "plugins" not in PurePath(place).parts or PurePath(source).stem in WANTED
]

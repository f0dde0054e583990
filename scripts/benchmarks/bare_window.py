"""The least that Qt can show: a window of the same size with one line of words."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(
    QLabel("Do partners have one shared statement of what this sharing is for?")
)
window.resize(1366, 768)
window.show()
sys.exit(application.exec())

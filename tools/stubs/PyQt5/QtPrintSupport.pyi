from PyQt6.QtPrintSupport import *

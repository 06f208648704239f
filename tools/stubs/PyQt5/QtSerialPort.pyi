from PyQt6.QtSerialPort import *

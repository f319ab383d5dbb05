#!/usr/bin/env python3
import os
print("everything", os.environ["FLOTILLA_URL_PATH"])

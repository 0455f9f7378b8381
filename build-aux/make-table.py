#!/usr/bin/env python3
"""Prints one X(name) line for each name given: the table of a kind."""
import sys

for name in sys.argv[1:]:
    print(f'X({name.replace("-", "_")})')

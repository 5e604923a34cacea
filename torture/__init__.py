"""The promises of docs/reliability.md, tried until they would break: kills, power cuts, full disks, damage, attack.

`python -m torture` (or `make torture`) tries all and writes the figures into that page; with names, some.
For development, on this machine alone: nothing is asked of any other, and nothing outside a temporary folder changes.
"""

"""Trust list and bundle, as docs/credit-code.md lays them out."""

import os
from dataclasses import dataclass

import cbor2

import cc1

# The demo city's root, whose private half is public too; CREDIT_CODE_ROOT names another.
DEMO_ROOT = ""

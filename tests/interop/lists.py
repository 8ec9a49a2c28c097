"""Trust list and bundle, as docs/credit-code.md lays them out."""

import os
from dataclasses import dataclass

import cbor2

import cc1

# The demo city's root, whose private half is public too; CREDIT_CODE_ROOT names another.
DEMO_ROOT = "ea378c42c9787718d2d29f06c6480838aa57b85388ac0dddf022cf210bd71abc"
LIST = -65538
USES = {"phone": 0, "paper": 1, "status": 2}
DAY_S = 86_400


@dataclass
class Bundle:
    """Signed lists, as bytes."""

    trust: bytes
    status: list


@dataclass
class Trust:
    """A trust list whose signature was checked."""

    iat: int
    exp: int
    entries: list

    def keys(self, use):
        """The keys that may sign this, ready for the library."""
        live = [entry for entry in self.entries if entry[1] == USES[use] and 12 not in entry]
        return [cc1.key_of(entry[0][-2], entry[0][2]) for entry in live]

    def status_uri(self, kid, exp, shard):
        """The address of the status list of a token that ends at `exp`."""
        entry = next(entry for entry in self.entries if entry[0][2] == kid)
        return entry[9].replace("{day}", str((exp - 1) // DAY_S)).replace("{list}", str(shard))


def read_bundle(data):
    """Takes a download apart; a bundle has no signature of its own."""
    bundle = cbor2.loads(data)
    return Bundle(bundle[0], bundle[1])


def read_trust(message):
    """Checks the root's signature."""
    root = bytes.fromhex(os.environ.get("CREDIT_CODE_ROOT", DEMO_ROOT))
    kid = cbor2.loads(cbor2.loads(message)[0])[cc1.KID]
    _, claims = cc1.verify(message, [cc1.key_of(root, kid)], b"CC1:T")
    return Trust(claims[cc1.IAT], claims[cc1.EXP], claims[LIST][3])

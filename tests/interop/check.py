#!/usr/bin/env python3
"""Asks a real server for codes and lists, and reads them with PyPI's `cwt`. See README.md."""

import argparse
import sys
import time

import city
import cc1
import lists
from cc1 import EXP, IAT, SUB
from http_client import Client
from server import running_server


class Report:
    """What was checked, one line a check."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, what, condition):
        self.passed += bool(condition)
        self.failed += not condition
        print(f"{'ok  ' if condition else 'FAIL'} {what}")

    def agrees(self, what, read):
        """Reads, and gives back what was read; a refusal is a failure."""
        try:
            value = read()
        except Exception as error:  # any refusal of the library, whatever its class
            self.check(f"{what}: {type(error).__name__}: {error}", False)
            return None
        self.check(what, True)
        return value

    def refuses(self, what, read):
        """The negative control: this must not be accepted."""
        try:
            read()
        except Exception as error:  # as above
            self.check(f"{what}: refused ({type(error).__name__})", True)
        else:
            self.check(f"{what}: accepted", False)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", help="the origin of a demo server; without it one is started")
    origin = parser.parse_args().server
    report = Report()
    with running_server(origin) as base:
        check(report, base)
    print(f"{report.passed} passed, {report.failed} failed")
    return 0 if report.failed == 0 and report.passed > 0 else 1


def check(report, base):
    resident = city.Resident(base, "li-na")
    tokens = resident.mint()
    report.check(f"the server minted {len(tokens)} tokens against proofs of possession", len(tokens) > 0)
    bundle = report.agrees("the bundle is CBOR", lambda: lists.read_bundle(Client(base).bytes("/lists/bundle.cbor")))
    if bundle is None or not tokens:
        return
    trust = report.agrees("trust list: root's signature, CC1:T", lambda: lists.read_trust(bundle.trust))
    report.refuses("trust list with a flipped byte", lambda: lists.read_trust(flipped(bundle.trust)))
    if trust is None:
        return
    report.check(f"trust list: {len(trust.entries)} keys, issued before it ends", trust.iat <= trust.exp)
    check_codes(report, trust, tokens)
    check_status(report, trust, bundle, tokens, revoked=False)
    ended = city.Officer(base).revoke(resident)
    report.check(f"the officer revoked {ended} tokens", ended >= len(tokens))
    after = lists.read_bundle(Client(base).bytes("/lists/bundle.cbor"))
    check_status(report, trust, after, tokens, revoked=True)


def check_codes(report, trust, tokens):
    """Each token, presented as the wallet does, is a code that the library accepts."""
    issuers = trust.keys("phone")
    for token in tokens:
        raw = token.present(int(time.time()))
        text = cc1.text_of(raw)
        read = report.agrees(
            f"code of {token.purpose}: issuer CC1:I and holder CC1:P, {len(raw)} bytes",
            lambda raw=cc1.raw_of(text): cc1.phone_code(raw, issuers),
        )
        if read is None:
            continue
        claims, proof = read
        report.check("its proof has a time and the token an end", IAT in proof and claims[EXP] % 3600 == 0)
        report.check("its key is the one proven", claims[cc1.CNF][1][-2] == token.public)
    raw = tokens[0].present(int(time.time()))
    for place in (40, 120, len(raw) - 70, len(raw) - 1):
        bad = flipped(raw, place)
        report.refuses(f"code with byte {place} flipped", lambda bad=bad: cc1.phone_code(bad, issuers))
    strangers = trust.keys("status")
    report.refuses("code checked with the keys of status lists", lambda: cc1.phone_code(raw, strangers))


def check_status(report, trust, bundle, tokens, revoked):
    """The status lists' signatures, and the bit of each token."""
    keys = trust.keys("status")
    by_uri = {}
    for number, message in enumerate(bundle.status):
        read = report.agrees(f"status list {number}: CWT, tag 18", lambda m=message: cc1.status_list(m, keys))
        if read is not None:
            claims, bits = read
            by_uri[claims[SUB]] = bits
    if bundle.status:
        report.refuses("status list with a flipped byte", lambda: cc1.status_list(flipped(bundle.status[0]), keys))
    issuers = trust.keys("phone")
    wrong = 0
    for token in tokens:
        claims, _ = cc1.phone_code(token.present(int(time.time())), issuers)
        shard, index = claims[cc1.BODY][cc1.BODY_STATUS]
        bits = by_uri.get(trust.status_uri(token.kid(), claims[EXP], shard))
        wrong += bits is None or cc1.is_revoked(bits, index) != revoked
    report.check(f"status bit of {len(tokens)} tokens: {'revoked' if revoked else 'valid'}", wrong == 0)


def flipped(data, place=None):
    """The same bytes with one bit of one byte changed; by default in the signature at the end."""
    changed = bytearray(data)
    changed[len(changed) - 5 if place is None else place] ^= 1
    return bytes(changed)


if __name__ == "__main__":
    sys.exit(main())

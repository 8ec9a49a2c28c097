"""The credit code's layout, read from docs/credit-code.md and put into the words of PyPI's `cwt`.

Every signature is parsed and checked by `cwt`; nothing here computes one.
"""

import zlib

import base45
import cbor2
from cbor2 import CBORTag
from cwt import COSE, COSEKey, CWT

PREFIX = "CC1:"
ED25519 = -19
KID, KCWT = 4, 13
SUB, EXP, CNF, IAT, STATUS_LIST = 2, 4, 8, 6, 65533
BODY = -65537
BODY_STATUS = 3


def key_of(x, kid=None):
    """An Ed25519 public key, for `alg` -19 and nothing else."""
    params = {1: 1, 3: ED25519, -1: 6, -2: x}
    if kid is not None:
        params[2] = kid
    return COSEKey.new(params)


def raw_of(text):
    """The bytes of a code text."""
    if not text.startswith(PREFIX):
        raise ValueError("the text does not start with CC1:")
    return base45.b45decode(text[len(PREFIX) :])


def text_of(raw):
    """The text of a code's bytes."""
    return PREFIX + base45.b45encode(raw).decode()


def verify(message, keys, aad):
    """Checks an untagged COSE_Sign1 (bytes or decoded) and gives back protected header and payload, decoded."""
    parts = cbor2.loads(message) if isinstance(message, bytes) else message
    protected, unprotected, payload = COSE.new().decode_with_headers(CBORTag(18, parts), keys, external_aad=aad)
    if unprotected:
        raise ValueError("an unprotected header must be empty")
    return protected, cbor2.loads(payload)


def phone_code(raw, issuers):
    """Checks a phone code's two signatures; gives back the issuer's claims and the holder's."""
    outer = cbor2.loads(raw)
    issuer_token = cbor2.loads(outer[0])[KCWT]
    header, claims = verify(issuer_token, issuers, b"CC1:I")
    if header[1] != ED25519 or header[KID] not in {key.kid for key in issuers}:
        raise ValueError("the issuer's header is not what the trust list says")
    holder = key_of(claims[CNF][1][-2])
    _, proof = verify(outer, [holder], b"CC1:P")
    return claims, proof


def status_list(message, keys):
    """Checks a Token Status List in CWT form (tag 18, no external_aad) with the library's own CWT reader."""
    claims = CWT.new().decode(message, keys)
    bits, packed = claims[STATUS_LIST]["bits"], claims[STATUS_LIST]["lst"]
    if bits != 1:
        raise ValueError("one bit a token is due")
    return claims, zlib.decompress(packed)


def is_revoked(bits, index):
    """The bit of a token: the first is the least significant bit of the first byte."""
    return bits[index // 8] >> (index % 8) & 1 == 1

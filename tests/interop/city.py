"""People of the demo city: a resident's wallet and an officer."""

import secrets

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cwt import COSE, COSEKey

import cc1
from http_client import Client, from_base64, to_base64

POSSESSION = b"CC1:K"


class Token:
    """An issuer's token with the key that it is bound to."""

    def __init__(self, raw, private, purpose):
        self.raw, self.private, self.purpose = raw, private, purpose

    @property
    def public(self):
        return self.private.public_key().public_bytes_raw()

    def kid(self):
        return cbor2.loads(cbor2.loads(self.raw)[0])[cc1.KID]

    def present(self, now):
        """The code's bytes, signed by the third-party library as a wallet of its own would."""
        seed = self.private.private_bytes_raw()
        key = COSEKey.new({1: 1, 3: cc1.ED25519, -1: 6, -2: self.public, -4: seed})
        protected = {1: cc1.ED25519, cc1.KCWT: cbor2.loads(self.raw)}
        payload = cbor2.dumps({cc1.IAT: now}, canonical=True)
        signed = COSE.new().encode_and_sign(payload, key, protected, {}, external_aad=b"CC1:P")
        return cbor2.dumps(cbor2.loads(signed).value, canonical=True)


class Resident:
    """A wallet."""

    def __init__(self, base, account):
        self.account = account
        self._client = Client(base)
        self.session = self._client.post("/api/wallet/demo/sign-in", {"account": account})

    def mint(self):
        """One token a day and purpose that the server allows."""
        offer = self._client.post("/api/wallet/codes/challenge", {})
        challenge = from_base64(offer["challenge"])
        wanted = [allowance for allowance in offer["allowances"] if allowance["left"] > 0]
        keys = [Ed25519PrivateKey.generate() for _ in wanted]
        batches = [
            {"day": a["day"], "purpose": a["purpose"], "keys": [proven(challenge, key)]} for a, key in zip(wanted, keys)
        ]
        minted = self._client.post("/api/wallet/codes/mint", {"challenge": offer["challenge"], "batches": batches})
        return [
            Token(from_base64(batch["tokens"][0]), key, f"day {batch['day']}, {batch['purpose']['kind']}")
            for batch, key in zip(minted["batches"], keys)
        ]


def proven(challenge, key):
    """A fresh key with its proof of possession."""
    public = key.public_key().public_bytes_raw()
    return {"key": to_base64(public), "proof": to_base64(key.sign(POSSESSION + challenge + public))}


class Officer:
    """The desk."""

    def __init__(self, base, account="xu-officer"):
        self._client = Client(base)
        self._client.post("/api/desk/demo/sign-in", {"account": account})

    def revoke(self, resident):
        """Ends every token of a resident; gives back how many."""
        request = {
            "id": secrets.token_hex(16),
            "resident": resident.session["resident"],
            "reason": "device_lost",
            "note": "interoperability check",
        }
        return self._client.post("/api/desk/revocations", request)["tokens"]

"""A browser's part of a conversation with the server: cookies, same-origin headers, JSON."""

import base64
import http.cookiejar
import json
import urllib.error
import urllib.request


class Refused(Exception):
    """The server answered with a problem."""


class Client:
    """One audience's session. The cookies are `Secure`; on the loopback address they are sent over HTTP, as browsers do."""

    def __init__(self, origin):
        self.origin = origin
        policy = http.cookiejar.DefaultCookiePolicy(secure_protocols=("http", "https"))
        jar = http.cookiejar.CookieJar(policy)
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)).open

    def post(self, path, body):
        headers = {
            "content-type": "application/json",
            "origin": self.origin,
            "sec-fetch-site": "same-origin",
        }
        request = urllib.request.Request(self.origin + path, json.dumps(body).encode(), headers)
        return json.loads(self._read(request))

    def bytes(self, path):
        return self._read(urllib.request.Request(self.origin + path))

    def _read(self, request):
        try:
            with self._open(request, timeout=20) as response:
                return response.read()
        except urllib.error.HTTPError as problem:
            raise Refused(f"{request.full_url}: {problem.code} {problem.read().decode(errors='replace')}") from None


def from_base64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def to_base64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")

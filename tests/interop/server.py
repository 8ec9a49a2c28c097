"""The server under test: a given one, or one of our own for as long as the checks run."""

import contextlib
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def running_server(origin):
    """Gives the origin; starts `target/debug/server` (or what SERVER names) in demo mode when there is none."""
    if origin is not None:
        yield origin.rstrip("/")
        return
    target = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
    binary = pathlib.Path(os.environ.get("SERVER", target / "debug" / "server"))
    with tempfile.TemporaryDirectory(prefix="interop-") as data:
        command = [binary, "run", "--demo", "--data", data, "--dist", ROOT / "dist", "--listen", "127.0.0.1:0"]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield address(process)
            finally:
                process.terminate()


def address(process):
    """Waits for the line that names the address."""
    for line in process.stdout:
        if "listening on" in line:
            return line.split()[-1]
    raise RuntimeError(f"the server ended with {process.wait()} before it listened")

"""Starts a small demonstration, signs in as every capacity it has, and holds the API to its own description with each.

Everything happens on this machine: the server listens on the loopback address, and the description is read from it.
"""

import argparse
import base64
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent

# Ends the session, changes the password or draws credentials of the account that is being used: told by tests of ours instead.
NOT_WHILE_SIGNED_IN = ["/api/v1/session/end", "/api/v1/password"]


def code_at(secret, seconds):
    """RFC 6238 with SHA-1 and six digits, as telephones have it."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(seconds) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return str((struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000).zfill(6)


class Server:
    """A demonstration that runs."""

    def __init__(self, program, directory):
        # A fixed last day: the same people and files in every run.
        command = [program, "demo", "--people", "12", "--until", "2026-09-30", "--data", directory]
        # It asks for every file and list many times within the hour.
        command += ["--no-read-budget"]
        command += ["--listen", "127.0.0.1:0"]
        self.log = open(os.path.join(directory + ".log"), "w+")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            if found := re.search(r"listening on http://(127\.0\.0\.1:\d+)", line):
                self.address = found[1]
                return
        raise SystemExit("the demonstration did not start:\n" + open(self.log.name).read())

    def ask(self, method, path, body=None, cookie=None):
        connection = http.client.HTTPConnection(self.address, timeout=60)
        headers = {"Content-Type": "application/json"} | ({"Cookie": cookie} if cookie else {})
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        response = connection.getresponse()
        return response, json.loads(response.read() or "null")

    def sign_in(self, account):
        code = code_at(account["totp_secret"], time.time())
        body = {"sign_in": account["sign_in"], "password": account["password"], "code": code}
        response, answer = self.ask("POST", "/api/v1/session", body)
        if response.status != 200:
            raise SystemExit(f"{account['capacity']} could not sign in: {response.status} {answer}")
        return response.headers["Set-Cookie"].split(";")[0]

    def ids(self, cookie, path, field):
        response, answer = self.ask("GET", f"/api/v1/{path}", cookie=cookie)
        return [line[field] for line in answer[path]][:6] if response.status == 200 else []

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=30) != 0:
            raise SystemExit("the demonstration did not stop well:\n" + open(self.log.name).read())


def hold(server, phases, examples, cookie=None):
    """One run of schemathesis; its text if it found something."""
    command = [os.path.join(os.path.dirname(sys.executable), "st"), "--config-file", str(HERE / "schemathesis.toml")]
    command += ["run", f"http://{server.address}/api/v1/openapi.json", "--phases", phases, "--seed", "147"]
    command += ["--max-examples", str(examples), "--generation-deterministic"]
    # One worker: the interpreter keeps one count of the depth of its syntax trees for all threads, and two of them upset it.
    command += ["--workers", "1", "--request-timeout", "30", "--no-color", "--no-shrink", "--warnings", "off"]
    command += ["--suppress-health-check", "all", "--continue-on-failure"]
    # Who asks is said by the header below; the descriptions of sessions and tokens are not made up values for.
    command += ["--generation-with-security-parameters", "false"]
    ids = {"CONTRACT_CASES": "", "CONTRACT_REFERRALS": ""}
    if cookie:
        command += ["--header", f"Cookie: {cookie}"]
        for path in NOT_WHILE_SIGNED_IN:
            command += ["--exclude-path", path]
        ids = {
            "CONTRACT_CASES": ",".join(server.ids(cookie, "cases", "case")),
            "CONTRACT_REFERRALS": ",".join(server.ids(cookie, "referrals", "referral")),
        }
    environment = os.environ | ids | {"SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE), "no_proxy": "127.0.0.1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tempfile.gettempdir())
    counted = re.search(r"Test cases:\s*\n?\s*(.*)", done.stdout)
    return done.returncode == 0, (counted[1].strip() if counted else ""), done.stdout + done.stderr


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("program")
    asked.add_argument("--only", help="one capacity")
    asked.add_argument("--examples", type=int, default=3)
    asked.add_argument("--phases")
    asked = asked.parse_args()
    begun = time.monotonic()
    # Whoever ends this ends the server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="contract-") as directory:
        server = Server(asked.program, os.path.join(directory, "demo"))
        accounts = json.load(open(os.path.join(directory, "demo", "demo-accounts.json")))
        by_capacity = {}
        for account in accounts:
            by_capacity.setdefault(account["capacity"], account)
        bad = 0
        try:
            for capacity in [None, *sorted(by_capacity)]:
                if asked.only and asked.only != (capacity or "nobody"):
                    continue
                cookie = server.sign_in(by_capacity[capacity]) if capacity else None
                # What can be enumerated is enumerated once, by nobody and by somebody with many rights.
                whole = capacity in (None, "case_manager")
                phases = asked.phases or ("examples,coverage,fuzzing" if whole else "fuzzing")
                at = time.monotonic()
                fine, counted, text = hold(server, phases, asked.examples, cookie)
                print(f"{'ok ' if fine else 'BAD'} {capacity or 'nobody':<22} {time.monotonic() - at:6.1f} s  {counted}", flush=True)
                if not fine:
                    bad += 1
                    print(text)
        finally:
            server.stop()
        # Whatever was sent, nothing broke: no incident stands in the program's own log.
        broken = [line for line in open(server.log.name) if '"level":"ERROR"' in line]
        print(f"{time.monotonic() - begun:.0f} s in all; {bad} found something; {len(broken)} errors in the log")
        print("".join(broken[:10]), end="")
        return 1 if bad or broken else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""A second, independent verifier of a till's journal.

    python3 build/verify.py --data DIR [--json]

Written from the format's description alone, in another language and with another crypto library
(openssl), so that a fault in the till's own verifier can't hide itself. It checks the same things:
canonical bytes (RFC 8785), SHA-256 chain, gapless record, receipt and Z numbers, day totals,
perpetual totals, Ed25519 signatures of every Z, what is said of subsidised goods, cylinders and
claims, and that the journal still reaches every head that anything on this PC remembers. Exits 0 where all is in order, 1 where a record is bad or missing,
2 where there is nothing to verify.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata

# The other parts of this verifier lie beside it, from wherever it is started.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from verify_programmes import Programmes  # noqa: E402
from verify_sums import (  # noqa: E402
    CLOSINGS, EMPTY_TOTALS, LATER_TOTALS, SALES, VOIDS, add_to_totals, wrong_debt, wrong_return, wrong_sum,
)

RECORD_DOMAIN = b"gerai/record/v1\0"
Z_DOMAIN = b"gerai/z/v1\0"
GENESIS = "0" * 64
MAX_SAFE = 2**53 - 1
SPKI_HEAD = bytes.fromhex("302a300506032b6570032100")
FIELDS = {
    "v", "store", "till", "epoch", "seq", "type", "at", "offset",
    "mono", "boot", "businessDate", "actor", "prev", "body",
}


class Bad(Exception):
    """A record that can't be trusted, and why."""

    def __init__(self, seq, reason):
        super().__init__(f"record {seq} {reason}")
        self.seq = seq
        self.reason = reason


def canonical(value):
    """RFC 8785 text of a value, with the journal's own narrowing: safe integers, NFC strings."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        if abs(value) > MAX_SAFE:
            raise ValueError("an integer is out of range")
        return str(value)
    if isinstance(value, float):
        raise ValueError("a number is not an integer")
    if isinstance(value, str):
        if unicodedata.normalize("NFC", value) != value:
            raise ValueError("a string is not in NFC")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    # Member names are sorted by UTF-16 code units, which UTF-16-BE bytes compare like.
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"


def record_hash(data):
    return hashlib.sha256(RECORD_DOMAIN + data).hexdigest()


def signature_holds(public_key, message, signature):
    """Asks openssl whether an Ed25519 signature is the till's."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: os.path.join(folder, name) for name in ("key.der", "message", "signature")}
        contents = {"key.der": SPKI_HEAD + public_key, "message": message, "signature": signature}
        for name, path in paths.items():
            with open(path, "wb") as file:
                file.write(contents[name])
        command = [
            "openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths["key.der"],
            "-rawin", "-in", paths["message"], "-sigfile", paths["signature"],
        ]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


class Walk:
    """Everything the records so far say the next one must agree with."""

    def __init__(self):
        self.seq = 0
        self.hash = GENESIS
        self.key = None
        self.receipts = 0
        self.gross = 0
        self.net = 0
        self.void = 0
        self.refund = 0
        self.returns = 0
        self.debts = 0
        self.z_number = 0
        self.z_hash = None
        self.z_date = None
        self.day = None
        self.programmes = Programmes()

    def judge(self, seq, kind, digest, data):
        """Takes the next record, or says what is wrong with it."""
        try:
            self.take(seq, kind, bytes(digest), bytes(data))
            return None
        except Bad as found:
            return found
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            return Bad(self.seq + 1, f"is not shaped like its type: {error!r}")

    def take(self, stored_seq, stored_type, stored_hash, data):
        seq = self.seq + 1
        if stored_seq != seq:
            raise Bad(seq, "is missing")
        record = self.read(seq, data)
        digest = record_hash(data)
        self.check(seq, record)
        if digest != stored_hash.hex():
            raise Bad(seq, "has another hash than was noted for it")
        if record["type"] != stored_type:
            raise Bad(seq, "has another type than was noted for it")
        self.follow(seq, record, digest)
        self.seq, self.hash = seq, digest

    @staticmethod
    def read(seq, data):
        try:
            text = data.decode("utf-8")
            record = json.loads(text)
            again = canonical(record)
        except (ValueError, RecursionError) as error:
            raise Bad(seq, f"can't be read: {error}") from None
        if again != text:
            raise Bad(seq, "is not in canonical form")
        if not isinstance(record, dict) or set(record) != FIELDS or record["v"] != 1:
            raise Bad(seq, "is not a record")
        return record

    def check(self, seq, record):
        if record["seq"] != seq:
            raise Bad(seq, f"has number {record['seq']}")
        if record["prev"] != self.hash:
            raise Bad(seq, "does not name the hash of the record before")

    def follow(self, seq, record, digest):
        kind, body = record["type"], record["body"]
        if (kind == "till-initialised/1") != (seq == 1):
            raise Bad(seq, "begins a chain in the wrong place")
        if seq == 1:
            self.key = bytes.fromhex(body["publicKey"])
        if kind == "day-opened/1":
            if self.day is not None:
                raise Bad(seq, "opens a day while another is open")
            if self.z_date is not None and body["businessDate"] <= self.z_date:
                raise Bad(seq, "opens a day that is not after the last one")
            self.day = {"date": body["businessDate"], "first": seq, "totals": {**EMPTY_TOTALS, **LATER_TOTALS}}
        if record["businessDate"] != (self.day["date"] if self.day else None):
            raise Bad(seq, "does not belong to the open business day")
        if kind in SALES:
            self.sale(seq, body)
        elif kind == "sale-returned/1":
            self.goods_back(seq, body)
        elif kind == "debt-paid/1":
            self.debt_paid(seq, body)
        elif kind in VOIDS:
            self.void += body["amountRp"]
        wrong = self.programmes.wrong(kind, body)
        if wrong is not None:
            raise Bad(seq, wrong)
        if self.day:
            add_to_totals(self.day["totals"], kind, body)
        if kind in CLOSINGS:
            self.closing(seq, kind, body, digest)

    def sale(self, seq, body):
        wrong = wrong_sum(body)
        if wrong is not None:
            raise Bad(seq, f"receipt {body['number']}: {wrong}")
        if body["number"] != self.receipts + 1:
            raise Bad(seq, f"receipt {body['number']} is not the next number")
        if body["perpetualGrossRp"] != self.gross + body["totalRp"]:
            raise Bad(seq, "perpetual gross does not follow from the sale before")
        self.receipts = body["number"]
        self.gross = body["perpetualGrossRp"]
        self.net += body["dueRp"]

    def goods_back(self, seq, body):
        wrong = wrong_return(body)
        if wrong is not None:
            raise Bad(seq, f"return {body['number']}: {wrong}")
        if body["number"] != self.returns + 1:
            raise Bad(seq, f"return {body['number']} is not the next number")
        if body["perpetualRefundRp"] != self.refund + body["totalRp"]:
            raise Bad(seq, "perpetual refunds do not follow from the return before")
        self.returns = body["number"]
        self.refund = body["perpetualRefundRp"]
        self.net -= body["refundRp"]

    def debt_paid(self, seq, body):
        wrong = wrong_debt(body)
        if wrong is not None:
            raise Bad(seq, f"debt payment {body['number']}: {wrong}")
        if body["number"] != self.debts + 1:
            raise Bad(seq, f"debt payment {body['number']} is not the next number")
        self.debts = body["number"]

    def closing(self, seq, kind, body, digest):
        def must(holds, reason):
            if not holds:
                raise Bad(seq, f"Z {body['number']} {reason}")

        must(self.day is not None, "closes a day that was not opened")
        must(body["number"] == self.z_number + 1, "is not the next number")
        must(body["previousZHash"] == self.z_hash, "does not name the Z before")
        must(body["headHash"] == self.hash and body["lastSeq"] == self.seq, "names another head")
        must(body["firstSeq"] == self.day["first"], "names another first record")
        said = {**LATER_TOTALS, **body["totals"]} if kind == "day-closed/1" else body["totals"]
        must(said == self.day["totals"], "totals differ from the day's records")
        sums = {"grossRp": self.gross, "netRp": self.net, "voidRp": self.void, "refundRp": self.refund}
        follows = body["perpetual"] == sums
        must(follows, "perpetual totals do not follow")
        unsigned = {name: value for name, value in body.items() if name != "signature"}
        message = Z_DOMAIN + canonical(unsigned).encode("utf-8")
        must(signature_holds(self.key, message, bytes.fromhex(body["signature"])), "is not signed by this till")
        self.z_number, self.z_hash, self.z_date = body["number"], digest, self.day["date"]
        self.day = None


def anchors(folder):
    """The anchors file as heads, and the number of the first line that can't be read, if any."""
    heads = []
    path = os.path.join(folder, "anchors.jsonl")
    if not os.path.exists(path):
        return heads, None
    with open(path, "rb") as file:
        # What stands behind the last line feed is empty, or a line that a power cut tore.
        lines = file.read().split(b"\n")[:-1]
    for number, line in enumerate(lines, 1):
        try:
            anchor = json.loads(line)
            z, seq, digest = anchor["zNumber"], anchor["seq"], anchor["hash"]
            if set(anchor) != {"zNumber", "seq", "hash"} or not is_head(z, seq, digest):
                raise ValueError("not an anchor")
        except (KeyError, TypeError, ValueError):
            return heads, number
        heads.append((seq, digest, f"the anchor of Z {z}"))
    return heads, None


def is_head(z, seq, digest):
    numbers = all(isinstance(each, int) and not isinstance(each, bool) for each in (z, seq))
    return numbers and seq > 0 and isinstance(digest, str) and re.fullmatch("[0-9a-f]{64}", digest) is not None


def remembered_heads(db):
    """Heads that the database remembers beside the journal: (seq, hash in hex, who)."""
    heads = []
    for number, seq, digest in db.execute("SELECT number, seq, hash FROM z_closing"):
        heads.append((seq, digest, f"Z {number} in the tables"))
    for seq, digest in db.execute("SELECT seq, hash FROM work_head"):
        heads.append((seq, digest.hex(), "the noted head"))
    for seq, digest in db.execute("SELECT acked_seq, acked_hash FROM work_upload WHERE acked_seq > 0"):
        heads.append((seq, digest.hex(), "the head acknowledged by the district"))
    return heads


def verify(db, folder):
    records, bad, walk, hashes = 0, None, Walk(), {}
    anchored, damaged_line = anchors(folder)
    heads = sorted(anchored + remembered_heads(db))
    watched = {seq for seq, _, _ in heads}
    try:
        for seq, kind, digest, data in db.execute("SELECT seq, type, hash, bytes FROM journal ORDER BY seq"):
            records += 1
            if bad is not None:
                continue
            bad = walk.judge(seq, kind, digest, data)
            if seq in watched:
                hashes[seq] = walk.hash
    except sqlite3.Error as error:
        bad = bad or Bad(walk.seq + 1, f"can't be read: {error}")
    if bad is None:
        bad = missed_head(heads, hashes, walk.seq)
    if bad is None and damaged_line is not None:
        bad = Bad(records, f"line {damaged_line} of the anchors file can't be read")
    first = None if bad is None else {"seq": bad.seq, "reason": bad.reason}
    return {"ok": bad is None, "records": records, "firstBad": first}


def missed_head(heads, hashes, last):
    for seq, digest, who in heads:
        if seq > last:
            return Bad(last + 1, f"is missing: {who} is at record {seq}")
        if hashes.get(seq) != digest:
            return Bad(seq, f"is not what {who} names")
    return None


def main():
    parser = argparse.ArgumentParser(description="Verifies a till's journal.")
    parser.add_argument("--data", required=True, metavar="DIR")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    source = os.path.join(arguments.data, "gerai.db")
    if not os.path.exists(source):
        print(f"No till's data in {arguments.data}.", file=sys.stderr)
        return 2
    # An older SQLite must never open a live till's database, so a copy is read.
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("", "-wal"):
            if os.path.exists(source + suffix):
                shutil.copyfile(source + suffix, os.path.join(folder, "gerai.db" + suffix))
        db = sqlite3.connect(os.path.join(folder, "gerai.db"))
        try:
            verdict = verify(db, arguments.data)
        except sqlite3.Error as error:
            # A file that is no database any more, or has lost its tables, holds nothing to be trusted.
            verdict = {"ok": False, "records": 0, "firstBad": {"seq": 1, "reason": f"can't be read: {error}"}}
        finally:
            db.close()
    if arguments.json:
        print(json.dumps(verdict))
    elif verdict["ok"]:
        print(f"{verdict['records']} records, all in order.")
    else:
        print(f"Record {verdict['firstBad']['seq']} {verdict['firstBad']['reason']}.")
    return 0 if verdict["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Compare the scores on annotated documents with the floors in .ci/floors.json.

    .ci/scores.py SHARED            fails where a score is below its floor, where a document failed, or where a value
                                    is not what stands under its span
    .ci/scores.py SHARED --raise    lifts each floor to what is reached, less MARGIN; never lowers one

SHARED holds contract/score.py and corpus/. target/release/extract must be built.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

MARGIN = 0.01
HERE = pathlib.Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
PROGRAM = HERE.parent / "target" / "release" / "extract"


def measure(shared):
    """What score.py says, and how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "scores.json"
        command = [sys.executable, shared / "contract" / "score.py", shared / "corpus", "--bin", PROGRAM, "--json", out]
        began = time.monotonic()
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        if run.returncode or not out.exists():
            sys.exit(f"score.py failed:\n{run.stdout}")
        return json.loads(out.read_text("utf-8")), time.monotonic() - began


def reached(scores):
    return {"macro": scores["macro"], **scores["fields"]}


def table(scores, floors):
    """Prints a row a field; returns the fields below their floor."""
    below = []
    print(f"   {'field':18} {'F1':>6} {'floor':>6}")
    for field, f1 in reached(scores).items():
        floor = floors.get(field)
        word = ""
        if floor is None:
            word, floor = "has no floor", 0.0
        elif f1 < floor:
            word = "BELOW ITS FLOOR"
            below.append(field)
        print(f"   {field:18} {f1:6.3f} {floor:6.2f} {word}".rstrip())
    below += [field for field in floors if field not in reached(scores)]
    return below


def lift(scores, floors):
    for field, f1 in reached(scores).items():
        floors[field] = max(floors.get(field, 0.0), int((f1 - MARGIN) * 100) / 100, 0.0)
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")


def main():
    shared = pathlib.Path(sys.argv[1]).resolve()
    floors = json.loads(FLOORS.read_text("utf-8"))
    scores, seconds = measure(shared)
    below = table(scores, floors)
    grounded, values = scores["grounded"]
    print(f"   grounded {grounded} of {values} values, {len(scores['failed'])} documents failed, {seconds:.1f} s")
    faults = [f"{field} is below its floor" for field in below]
    faults += [f"failed: {name}" for name in scores["failed"]]
    faults += [f"{values - grounded} values are not what stands under their spans"] * (grounded != values)
    if "--raise" in sys.argv[2:]:
        lift(scores, floors)
        print(f"   floors written to {FLOORS}")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()

"""
Timetables of generated communities by zoujiao, and the compact model of their weeks by cbc and glpsol.

zoujiao gives a timetable, verified, and bounds: unmet lessons, then soft rules, then minutes, each aim in turn, on
one core. The others get the model of `--write-mps` (models/timetable/week_model.h): a RELAXATION with one weighted
objective, 100000 unmet + 1000 soft + minutes. What they call a value is that of an answer that need not be a
timetable; only their bound bounds timetables, too. zoujiao's line has its plan and its bounds weighed in the same
way; where an aim is not proved, the bounds of later aims hold among plans that are as good in the earlier ones.
Ratios are multiples of zoujiao's. One run each.
"""

import os
import subprocess
import sys

from measure import PATIENCE, RIVALS, cost, gap, run, shown, solve

# name: what scripts/generate timetable is asked for
COMMUNITIES = {
    "schools-4": ["--schools", "4", "--seed", "1"],
    "schools-8": ["--schools", "8", "--seed", "1"],
    "schools-8-one-subject": ["--schools", "8", "--subject", "美术", "--seed", "1"],
}
WEIGHT = {"unmet": 100000, "soft": 1000, "travel": 1}


def ratio(theirs, mine):
    return "-" if theirs is None or not mine else f"{theirs / mine:.3f}"


def line(solver, what, row, mine):
    result, value, bound, wall, used, peak = row
    ratios = [ratio(theirs, our) for theirs, our in zip(row[1:], mine[1:])]
    print(f"| {solver} | {what} | {result} | {shown(value)} | {shown(bound)} | {gap(value, bound)} | "
          f"{cost(wall, used, peak)} | " + " | ".join(ratios) + " |")
    sys.stdout.flush()


def one(program, folder, work, seconds, rivals):
    mine = solve([program, "timetable", folder, "--jobs", "1"], work, seconds, WEIGHT, "lessons")
    model = os.path.join(work, "week.mps")
    subprocess.run([program, "timetable", folder, "--quiet", "--write-mps", model], check=True)
    print("\n| solver | of | result | value | bound | gap | wall s | CPU s | MiB "
          "| value ratio | bound ratio | wall ratio | CPU ratio | memory ratio |")
    print("|---|---|---|" + "---:|" * 11)
    line("zoujiao", "timetables", mine, mine)
    for rival in rivals:
        command, read = RIVALS[rival]
        out, wall, used, peak, code = run(command(model, seconds, 0), seconds)
        result, value, bound = read(out, 0)
        if code < 0:
            result = f"ended {PATIENCE} s after its limit"
        line(rival, "the relaxation", [result, value, bound, wall, used, peak], mine)
    os.remove(model)


def measure(program, work, seconds, rivals):
    """Print a section for each community."""
    for name, options in COMMUNITIES.items():
        folder = os.path.join(work, name)
        if not os.path.exists(os.path.join(folder, "instance.json")):
            subprocess.run(["scripts/generate", "timetable", *options, folder], check=True)
        one(program, folder, work, seconds, rivals)

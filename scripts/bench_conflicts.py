"""
How long zoujiao takes to say why something cannot be: conflicts with their repairs, and one `why-not`.

Conflicts: shipped instances whose policy was altered so that nothing can be, and generated ones with one hard rule
planted. Times are of the whole command, repairs included, on one core (`--jobs 1`); `minimal` as the answer says.
"""

import json
import os
import shutil
import subprocess
import sys

from measure import run

NEED = {"rule": "need", "model": "timetable", "hard": True}
QUOTA = {"rule": "quota", "kind": "support_post", "over": "pair", "per": "year", "min": 60, "hard": True}
COUNTY = ["--communities", "10", "--schools", "58", "--teachers", "3739", "--terms", "6", "--seed", "1"]
# name: command, what scripts/generate is asked for, the planted rule
PLANTED = {
    "timetable, one subject, 4 schools": ("timetable", ["timetable", "--schools", "4", "--subject", "体育"], NEED),
    "timetable, one subject, 8 schools": ("timetable", ["timetable", "--schools", "8", "--subject", "体育"], NEED),
    "timetable, all subjects, 4 schools": ("timetable", ["timetable", "--schools", "4"], NEED),
    "secondments, 10 communities": ("secondment", ["county", *COUNTY], QUOTA),
}
ALTERED = ["enshi-rounds", "libo", "county-plan", "zhangdian", "yangcheng-2020", "nanning"]


def row(name, command, work, seconds):
    answer = os.path.join(work, "conflict.json")
    if os.path.exists(answer):
        os.remove(answer)
    _, wall, used, peak, _ = run(command + ["--quiet", "--jobs", "1", "-o", answer]
                                 if command[1] != "pairing" else command + ["--quiet", "-o", answer], seconds)
    found = "no answer"
    if os.path.exists(answer):
        with open(answer, encoding="utf-8") as f:
            conflict = json.load(f).get("conflict") or {}
        groups = [conflict.get("rules", [])] + [g["rules"] for g in conflict.get("more", [])]
        found = (f"{len(groups)} of {sum(map(len, groups))} parts, "
                 f"{'minimal' if conflict.get('minimal') else 'not proved minimal'}, "
                 f"{len(conflict.get('repairs', []))} repairs")
    print(f"| {name} | {found} | {wall:.1f} | {used:.1f} | {peak / 2**20:.0f} |")
    sys.stdout.flush()


def planted(name, work, options, rule):
    folder = os.path.join(work, "planted-" + name.replace(", ", "-").replace(" ", "-"))
    if not os.path.exists(os.path.join(folder, "instance.json")):
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(["scripts/generate", *options, folder], check=True)
        path = os.path.join(folder, "policy.json")
        with open(path, encoding="utf-8") as f:
            policy = json.load(f)
        policy["rules"].append(rule)
        with open(path, "w", encoding="utf-8") as f:
            json.dump(policy, f, ensure_ascii=False)
    return folder


def why_not(program, work, seconds):
    plan = os.path.join(work, "plan.json")
    subprocess.run([program, "secondment", "instances/yangcheng-2020", "--quiet", "-o", plan], check=False)
    question = ["why-not", "T0078", "P03", "2028A"]
    _, wall, used, peak, _ = run([program, "explain", "instances/yangcheng-2020", plan, *question, "--quiet"], seconds)
    print(f"| why-not, yangcheng-2020 | {' '.join(question[1:])} | {wall:.1f} | {used:.1f} | {peak / 2**20:.0f} |")


def measure(program, work, seconds):
    """Print one table."""
    print("\n| question | found | wall s | CPU s | MiB |\n|---|---|---:|---:|---:|")
    for name in ALTERED:
        folder = os.path.join("instances", name)
        row(f"pairing, {name}, altered", [program, "pairing", "--propose", folder, "--policy",
                                          os.path.join(folder, "altered.json")], work, seconds)
    for name, (command, options, rule) in PLANTED.items():
        row(name, [program, command, planted(name, work, options, rule)], work, seconds)
    why_not(program, work, seconds)

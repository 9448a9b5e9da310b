"""Run a program and measure it; cbc and glpsol on a model, and what they print."""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE = 60  # seconds after its own limit until a program is ended


def family(pid):
    """The process and everything it started."""
    found = [pid]
    for parent in found:
        try:
            with open(f"/proc/{parent}/task/{parent}/children") as children:
                found.extend(int(child) for child in children.read().split())
        except OSError:
            pass
    return found


def memory(pid):
    """Bytes: proportional shares, so that what workers share with their parent counts once."""
    total = 0
    for member in family(pid):
        try:
            with open(f"/proc/{member}/smaps_rollup") as rollup:
                total += sum(int(line.split()[1]) * 1024 for line in rollup if line.startswith("Pss:"))
        except OSError:
            pass
    return total


def run(command, seconds):
    """Run to the end. Returns output, wall seconds, CPU seconds, peak bytes, exit code."""
    with tempfile.TemporaryFile("w+") as out:
        cpu = resource.getrusage(resource.RUSAGE_CHILDREN)
        began, peak = time.monotonic(), 0
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                 start_new_session=True)
        try:
            while child.poll() is None:
                peak = max(peak, memory(child.pid))
                if time.monotonic() - began > seconds + PATIENCE:
                    os.killpg(child.pid, signal.SIGKILL)
                time.sleep(0.1)
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            raise
        wall = time.monotonic() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        out.seek(0)
        used = after.ru_utime + after.ru_stime - cpu.ru_utime - cpu.ru_stime
        return out.read(), wall, used, peak, child.returncode


def cost(wall, used, peak):
    return f"{wall:.1f} | {used:.1f} | {peak / 2**20:.0f}"


def gap(value, bound):
    if value is None or bound is None:
        return "-"
    return f"{100 * (value - bound) / max(1, abs(value)):.2f} %"


def shown(number):
    return "-" if number is None else f"{number:.0f}"


def weighed(tiers, weight, side):
    """One number of several tiers; None where a tier has none. side: 0 = values, 1 = bounds."""
    numbers = [tiers[name][side] for name in weight]
    return None if None in numbers else sum(w * n for w, n in zip(weight.values(), numbers))


def solve(command, work, seconds, weight, unit):
    """
    Run zoujiao's command and print what it says of each tier. Returns result, weighed value and bound,
    wall and CPU seconds, peak bytes.
    """
    plan_path = os.path.join(work, "plan.json")
    if os.path.exists(plan_path):
        os.remove(plan_path)
    out, wall, used, peak, code = run(command + ["--quiet", "--time-limit", str(seconds), "-o", plan_path], seconds)
    folder = command[2]
    try:
        with open(plan_path) as file:
            plan = json.load(file)
    except (OSError, ValueError):
        print(f"\n### {folder}\n\nexit code {code}, no plan: {out.strip()}")
        return ["no plan", None, None, wall, used, peak]
    stop = plan["limits"]["stopped_by"]
    print(f"\n### {folder}\n\n{plan['status']}{f' (stopped by {stop})' if stop else ''}, exit code {code}; "
          f"{wall:.1f} s wall, {used:.1f} s CPU, {peak / 2**20:.0f} MiB, {len(plan['assignments'])} {unit}\n")
    print("| tier | value | bound | gap |\n|---|---:|---:|---:|")
    tiers = {tier["tier"]: (tier["value"], tier["bound"]) for tier in plan["objective"]}
    for name, (value, bound) in tiers.items():
        print(f"| {name} | {shown(value)} | {shown(bound)} | {gap(value, bound)} |")
    sys.stdout.flush()
    value = weighed(tiers, weight, 0)
    return ["no plan" if value is None else plan["status"], value, weighed(tiers, weight, 1), wall, used, peak]


def number_after(words, text):
    """The number after the last occurrence of the words, None when there is none."""
    found = re.findall(re.escape(words) + r"\s*([-+0-9.eE]+)", text)
    try:
        return float(found[-1]) if found else None
    except ValueError:
        return None


def read_cbc(text, percent):
    if "Result - Optimal solution found" in text:
        value = number_after("Objective value:", text)
        if percent == 0:
            return "optimal", value, value
        return "within gap", value, number_after("Lower bound:", text)  # it cuts off whatever is nearer
    if "infeasible" in text and "Stopped on" not in text:
        return "infeasible", None, None
    value = None if "No feasible solution found" in text else number_after("Objective value:", text)
    bound = number_after("Lower bound:", text)
    if "Stopped on" not in text:
        return "no answer", value, bound
    return ("no plan" if value is None else "stopped"), value, bound


def read_glpsol(text, _percent):
    lines = re.findall(r"mip =\s*(not found yet|\S+) >=\s*(tree is empty|\S+)", text)
    value = bound = None
    if lines:
        value = None if lines[-1][0] == "not found yet" else float(lines[-1][0])
        bound = value if lines[-1][1] == "tree is empty" else float(lines[-1][1])
    if "INTEGER OPTIMAL SOLUTION FOUND" in text:
        by_hand = number_after("Objective value =", text)
        return "optimal", value if value is not None else by_hand, bound if bound is not None else by_hand
    if re.search(r"HAS NO (INTEGER|PRIMAL) FEASIBLE SOLUTION", text):
        return "infeasible", None, None
    bound = None if bound == float("-inf") else bound
    if "RELATIVE MIP GAP TOLERANCE REACHED" in text:
        return "within gap", value, bound
    if "TIME LIMIT" not in text:
        return "no answer", value, bound
    return ("no plan" if value is None else "stopped"), value, bound


RIVALS = {
    "cbc": (lambda model, s, gap: ["cbc", model, "-timeMode", "elapsed", "-seconds", str(s), "-ratioGap", str(gap),
                                   "-solve"], read_cbc),
    "glpsol": (lambda model, s, gap: ["glpsol", "--freemps", model, "--tmlim", str(s), "--mipgap", str(gap)],
               read_glpsol),
}


def installed():
    """Names of the rivals that are there; says which are not."""
    for rival in RIVALS:
        if not shutil.which(rival):
            print(f"{rival} is not installed: left out")
    return [rival for rival in RIVALS if shutil.which(rival)]

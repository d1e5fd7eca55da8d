"""Lets every command that writes fail at each of its system calls in turn, and kills it there.

    faults.py ALLCLEAR [COMMAND…]

A command is run once under strace, which shows the calls that have to do with the site: each is then given an
error, and is made the command's last one. Afterwards the site has to be the old one or the new one; a command that
did not do its work has to say so in its exit status and in few words; and the next run has to heal what is left.
"""

import collections
import concurrent.futures
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from scenarios import SCENARIOS, snapshot

# Which errors a call can meet. Each call of the small commands meets all of its errors; of those of a build, of which
# there are many, each meets the next one in turn.
ERRORS = {
    "openat": ["EMFILE", "EACCES", "EIO", "ENOSPC"],
    "mkdir": ["ENOSPC", "EACCES", "EIO"],
    "mkdirat": ["ENOSPC", "EACCES", "EIO"],
    "read": ["EIO"],
    "getdents64": ["EIO"],
    "write": ["ENOSPC", "EIO"],
    "fsync": ["EIO", "ENOSPC"],
    "close": ["EIO", "ENOSPC"],
    "linkat": ["ENOSPC", "EIO", "EACCES"],
    "rename": ["ENOSPC", "EIO", "EACCES"],
    "renameat": ["ENOSPC", "EIO", "EACCES"],
    "unlink": ["EIO", "EACCES"],
    "unlinkat": ["EIO", "EACCES"],
}
CALL = re.compile(r"^(\d+) +(\w+)\((.*)")
# A run that is killed at any other call leaves what it leaves when it is killed at the next of these.
CHANGES = {"mkdir", "mkdirat", "write", "fsync", "linkat", "rename", "renameat", "unlink", "unlinkat"}
Fault = collections.namedtuple("Fault", "call number effect")


class Judge:
    """Runs one command with faults, in copies of its site."""

    def __init__(self, program, scenario, scratch):
        self.program, self.scenario = program, scenario
        self.scratch = os.path.join(scratch, scenario.name)
        self.old_folder = os.path.join(self.scratch, "old")
        os.makedirs(self.old_folder)
        scenario.prepare(self.old_folder, self.run)
        self.old = snapshot(self.old_folder)
        new = self.copy("new")
        result = self.run(scenario.arguments, new)
        assert result.returncode == 0, (scenario.name, result.stderr)
        self.new = snapshot(new)
        assert self.new != self.old, scenario.name

    def copy(self, name):
        folder = os.path.join(self.scratch, name)
        shutil.copytree(self.old_folder, folder, symlinks=True)
        return folder

    def run(self, arguments, folder, strace=()):
        command = [*strace, self.program, *(word.replace("SITE", folder) for word in arguments)]
        streams = {name: subprocess.PIPE for name in ("stdout", "stderr")}
        process = subprocess.Popen(
            command, cwd="/", stdin=subprocess.DEVNULL, text=True, errors="replace", start_new_session=True, **streams
        )
        try:
            output, errors = process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            # What strace looks at would outlive it.
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise
        return subprocess.CompletedProcess(command, process.returncode, output, errors)

    def faults(self):
        """Every fault, in the order of the calls; calls are counted apart for each thread, as strace does."""
        folder, trace = self.copy("looked-at"), os.path.join(self.scratch, "trace")
        assert self.run(self.scenario.arguments, folder, strace(trace, ",".join(ERRORS), ["-y"])).returncode == 0
        with open(trace, errors="replace") as lines:
            named = re.findall(f"{re.escape(folder)}(/[^>\"]*)?[>\"]", lines.read())
        self.paths = sorted({path for path in named if not path.startswith("/.git/") and path != "/.git"})
        # Threads share the work of a large command as the system lets them run. The look that counts the fewest calls
        # found it shared most evenly, and most runs come as far as that.
        looks = range(3 if self.scenario.is_large else 1)
        places = min((self.calls(trace, self.copy(f"counted-{look}")) for look in looks), key=len)
        for index, ((call, number), arguments) in enumerate(places.items()):
            errors = ERRORS[call]
            if call == "close" and not all(map(is_of_file, arguments)):
                # The system closes whatever its error, and strace does not: a folder's lock would be kept.
                errors = []
            for error in [errors[index % len(errors)]] if self.scenario.is_large and errors else errors:
                yield Fault(call, number, f"error={error}")
            if call in CHANGES or any("O_CREAT" in words for words in arguments):
                yield Fault(call, number, "signal=KILL")

    def calls(self, trace, folder):
        """The arguments of each call by its number: the nth of a kind on any thread."""
        traced = self.strace(trace, ",".join(ERRORS), folder, ["-y"])
        assert self.run(self.scenario.arguments, folder, traced).returncode == 0
        counts, places = collections.Counter(), {}
        with open(trace, errors="replace") as lines:
            for found in filter(None, map(CALL.match, lines)):
                thread, call, arguments = found.groups()
                counts[thread, call] += 1
                places.setdefault((call, counts[thread, call]), []).append(arguments)
        return places

    def judge(self, index, fault):
        """What is wrong after the fault, and what came of it."""
        folder = self.copy(f"case-{index}")
        try:
            return self.judge_in(folder, fault, os.path.join(self.scratch, f"log-{index}"))
        finally:
            shutil.rmtree(folder)

    def judge_in(self, folder, fault, log):
        inject = f"inject={fault.call}:{fault.effect}:when={fault.number}"
        try:
            result = self.run(self.scenario.arguments, folder, self.strace(log, fault.call, folder, ["-e", inject]))
        except subprocess.TimeoutExpired:
            return "refused", ["does not end"]
        with open(log, errors="replace") as lines:
            is_met = "(INJECTED)" in lines.read()
        is_kill = result.returncode in (-9, 128 + 9)
        if not is_met and not is_kill:
            return "not met", []
        state = snapshot(folder)
        wrong = self.wrongs(result, state, is_kill)
        outcome = "killed" if is_kill else "refused" if result.returncode else "borne"
        again = self.run(self.scenario.arguments_after(state), folder)
        wrong += self.scenario.unhealed(folder, again, state, self.new, self.run)
        return outcome, wrong

    def wrongs(self, result, state, is_kill):
        if is_kill:
            return self.scenario.torn(state, self.old, self.new, "killed")
        words = result.stderr.strip().split("\n")
        if result.returncode == 0:
            # The fault was none to this command, as in a file that is read and then closed.
            return [] if state == self.new else ["exit status 0, and the site is not the new one"]
        wrong = self.scenario.wrong_status(result.returncode, state)
        if not result.stderr.strip() or len(words) > 8 or "Fatal" in result.stderr or "Stack dump" in result.stderr:
            wrong.append(f"says: {result.stderr[:300]!r}")
        return wrong + self.scenario.torn(state, self.old, self.new, "refused")

    def strace(self, log, calls, folder, more=()):
        """Only what has to do with the site counts: neither the program's own libraries nor git's pipes."""
        return strace(log, calls, [*more, *(word for path in self.paths for word in ("-P", folder + path))])


def is_of_file(arguments):
    """Whether what is closed, `4</site/status.yml>`, was no folder."""
    path = re.match(r"\d+<(.*?)>", arguments)
    return bool(path) and not os.path.isdir(path[1])


def strace(log, calls, more):
    # What stops a process at the calls alone that are traced is fast, and sends no signals.
    fast = [] if any("signal=KILL" in word for word in more) else ["--seccomp-bpf"]
    return ["strace", "-f", *fast, "-qq", "-o", log, "-e", f"trace={calls}", "-e", "signal=none", *more]


def main():
    program = os.path.abspath(sys.argv[1])
    wanted = sys.argv[2:]
    failures, total = [], collections.Counter()
    with tempfile.TemporaryDirectory(prefix="allclear-faults-") as scratch:
        for scenario in SCENARIOS:
            if wanted and scenario.name not in wanted:
                continue
            started = time.monotonic()
            judge = Judge(program, scenario, scratch)
            faults = list(judge.faults())
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                verdicts = list(pool.map(judge.judge, range(len(faults)), faults))
            counts = collections.Counter(outcome for outcome, _ in verdicts)
            total += counts
            failures += [
                f"{scenario.name}: {fault.call} {fault.number} {fault.effect}: {'; '.join(wrong)}"
                for fault, (_, wrong) in zip(faults, verdicts)
                if wrong
            ]
            if counts["not met"] * 10 > len(faults):
                failures.append(f"{scenario.name}: {counts['not met']} of {len(faults)} faults were not met")
            told = ", ".join(f"{counts[name]} {name}" for name in ["refused", "borne", "killed", "not met"])
            print(f"{scenario.name}: {len(faults)} faults ({told}) in {time.monotonic() - started:.0f} s", flush=True)
    print(f"{sum(total.values()) - total['not met']} faults injected, {len(failures)} found something wrong")
    for failure in failures:
        print(failure)
    sys.exit(1 if failures or not total else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Has programs that nobody here wrote read the messages of `allclear announce`; `make check-site` runs it.

    messages.py ALLCLEAR

slack_sdk, discord.py and Python's html.parser read what hostile records make; aiosmtpd takes emails for mailing lists, as a
list's server would. Each failure is one line; any of them makes this fail.
"""

import contextlib
import email.policy
import json
import mailbox
import os
import smtplib
import socket
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import discord
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

NOW = "2026-11-28T02:00Z"
SITE = "https://status.example.com/"
MANY = {f"c{number}": "major_outage" for number in range(40)}
CALLS = "@everyone <!channel> <@U1> <users/all> [x](javascript:alert(1))"
# A title, what is said, and the components.
RECORDS = {
    "plain": ("Payments fail", "Some payments fail & we are looking into it.", {"checkout": "partial_outage"}),
    "long": ("Payments fail", "Some payments fail. " * 250, {"checkout": "partial_outage"}),
    "emoji": ("\U0001f525" * 60, "\U0001f525\U0001f9ef" * 2500, {"checkout": "partial_outage"}),
    "rtl": ("الدفع لا يعمل", "الدفع لا يعمل الآن. " * 300, {"checkout": "partial_outage"}),
    "calls": (CALLS, CALLS, {"checkout": "partial_outage"}),
    "title": ("Cold " + "ovens " * 59, "We are looking into it.", {"checkout": "partial_outage"}),
    "many": ("Many", "We are looking into it.", MANY),
    "none": ("None", "We are looking into it.", {}),
}


def mailing_list(name):
    return {"email": {"list": f"{name}@lists.example.com", "join": f"mailto:{name}-join@lists.example.com",
                      "leave": f"https://lists.example.com/{name}/leave"}}


def write(folder, language):
    """A site of those records; JSON is YAML."""
    (folder / "incidents").mkdir(exist_ok=True)
    components = [{"id": "checkout", "subscribe": mailing_list("checkout")}, *({"id": name} for name in MANY)]
    (folder / "status.yml").write_text(json.dumps({
        "site": {"title": "Example Status", "url": SITE, "language": language, "since": "2026-01-01",
                 "subscribe": mailing_list("status")},
        "components": components, "severities": {"SEV-2": {"component_status": "partial_outage"}}}))
    for name, (title, said, affected) in RECORDS.items():
        head = {"title": title, "severity": "SEV-2", **({"components": affected} if affected else {})}
        (folder / "incidents" / f"2026-11-28-{name}.md").write_text(
            f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n[INVESTIGATING 2026-11-28 01:05 UTC] {said}\nNext update: 30m\n\n"
            f"[IDENTIFIED 2026-11-28 01:20 UTC] {said}\n")


class Announcer:
    def __init__(self, allclear, folder):
        self.command = [Path(allclear).resolve(), "announce", "--site", folder, "--now", NOW]

    def message(self, name, update, form):
        return subprocess.run([*self.command, f"2026-11-28-{name}", "--update", update, "--format", form],
                              check=True, capture_output=True).stdout


class Tags(HTMLParser):
    """Telegram's HTML: its tags, each closed, and the text that is shown."""

    def __init__(self, html):
        super().__init__()
        self.open, self.text, self.is_right = [], "", True
        self.feed(html)
        self.close()
        self.is_right &= not self.open

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        self.is_right &= tag in {"b", "i", "u", "s", "code", "pre", "a"}
        self.is_right &= all(name == "href" and value.startswith(SITE) for name, value in attributes)

    def handle_endtag(self, tag):
        self.is_right &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def units(text):
    """How long chats count a text: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def slack(message):
    yield "blocks", all(map(is_block, message["blocks"]))
    yield "somebody is notified", not any(call in json.dumps(message) for call in ("<!channel>", "<@U1>"))


def is_block(block):
    try:
        Block.parse(block).validate_json()
    except SlackObjectFormationError:
        return False
    return True


def discord_embed(message):
    embed = discord.Embed.from_dict(message["embeds"][0])
    yield "6,000", len(embed) <= 6_000
    yield "title", units(embed.title) <= 256
    yield "description", units(embed.description) <= 4_096
    yield "fields", len(embed.fields) <= 25
    yield "a field", all(units(field.name) <= 256 and 0 < units(field.value) <= 1_024 for field in embed.fields)
    yield "mentions", message["allowed_mentions"] == {"parse": []}
    yield "link", embed.url.startswith(SITE)


def telegram(message):
    tags = Tags(message["text"])
    yield "tags", tags.is_right
    yield "4,096", units(tags.text) <= 4_096


def google_chat(message):
    yield "4,096", units(message["text"]) <= 4_096
    yield "somebody is notified", "<users/" not in message["text"]


def ntfy(message):
    yield "4,096", 0 < len(message["message"].encode()) <= 4_096
    yield "priority", message["priority"] in range(1, 6)


def teams(message):
    yield "28 KB", len(json.dumps(message, ensure_ascii=False).encode()) <= 28 * 1024


def webhook(message):
    yield "keys", set(message) == {"meta", "page", "incident"}


READERS = {"slack": slack, "discord": discord_embed, "telegram": telegram, "google-chat": google_chat, "ntfy": ntfy,
           "teams": teams, "webhook": webhook}


def failures_of_messages(announcer, language):
    for name in RECORDS:
        for update in "12":
            for form, reader in READERS.items():
                written = announcer.message(name, update, form).decode()
                faults = [what for what, holds in reader(json.loads(written)) if not holds]
                if written.count("\n") != 1:
                    faults.append("lines")
                if f"{SITE}incidents/" not in written:
                    faults.append("link")
                yield from (f"{form}: {name} in {language}: {fault}" for fault in faults)
            sms = announcer.message(name, update, "sms").decode()
            if units(sms) > 161 or SITE not in sms:
                yield f"sms: {name} in {language}: {sms}"


class Lists(Message):
    """A server of lists, which takes what is sent to it."""

    def __init__(self):
        super().__init__()
        self.taken = []

    def handle_message(self, message):
        self.taken.append(message)


@contextlib.contextmanager
def list_server():
    """A server of lists on loopback: its port, and what it takes."""
    handler = Lists()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(handler, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield port, handler.taken
    finally:
        server.stop()


def failures_of_mails(announcer, folder):
    with list_server() as (port, mails), smtplib.SMTP("127.0.0.1", port) as client:
        # What is sent twice comes twice, and is the same.
        for update in "121":
            path = folder / "mails"
            path.write_bytes(announcer.message("plain", update, "email"))
            for mail in mailbox.mbox(path):
                client.sendmail(mail["From"], [mail["To"]], mail.as_bytes(policy=email.policy.SMTP))
    lists = ["status", "checkout"]
    yield from expect("lists", [mail["To"] for mail in mails], [f"{name}@lists.example.com" for name in lists * 3])
    for name, mail in zip(lists * 3, mails):
        yield from expect("List-Unsubscribe", mail["List-Unsubscribe"], f"<https://lists.example.com/{name}/leave>")
        yield from expect("List-Id", mail["List-Id"].split()[-1], f"<{name}.lists.example.com>")
        yield from expect("one click", mail["List-Unsubscribe-Post"], None)
    dates = ["Sat, 28 Nov 2026 01:05:00 +0000", "Sat, 28 Nov 2026 01:20:00 +0000", "Sat, 28 Nov 2026 01:05:00 +0000"]
    yield from expect("dates", [mail["Date"] for mail in mails[::2]], dates)
    ids = [mail["Message-ID"] for mail in mails]
    yield from expect("ids", (ids[0], ids[2], len(set(ids))), (ids[1], ids[3], 2))
    yield from expect("thread", mails[2]["In-Reply-To"], ids[0])
    yield from expect("again", [str(mail) for mail in mails[4:]], [str(mail) for mail in mails[:2]], shown=False)


def failures_of_telling(allclear, folder):
    """The script of a repository's CI sends mail as it is, and each message once."""
    remote, clone = folder / "remote", folder / "clone"
    tools = folder / "bin"
    tools.mkdir()
    (tools / "allclear").symlink_to(Path(allclear).resolve())
    settings = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1",
                "SOURCE_DATE_EPOCH": "1795831200", "GIT_AUTHOR_DATE": "1795831200 +0000",
                "GIT_COMMITTER_DATE": "1795831200 +0000"}

    def run(*command, check=True, **more):
        return subprocess.run(
            command, cwd=clone, env={**os.environ, **settings, **more}, check=check, capture_output=True, text=True)

    def tell(port, *channels):
        webhooks = "\n".join([f"lists email smtp://127.0.0.1:{port}", *channels])
        told = run("sh", ".allclear/tell.sh", "github", check=False, WEBHOOKS=webhooks)
        yield from expect("a refusal", told.stderr if told.returncode else "", "")

    def save(message):
        run("git", "add", "--all")
        run("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "--message", message)

    clone.mkdir()
    run("git", "init", "--quiet", "--initial-branch=main")
    run("git", "init", "--quiet", "--bare", str(remote))
    run("git", "remote", "add", "origin", str(remote))
    write(clone, "en")
    # So long that headers go on in further lines.
    status = clone / "status.yml"
    page = json.loads(status.read_text())
    page["site"]["title"] = 'A page, with "quotes" <and brackets> ' + "on " * 30
    status.write_text(json.dumps(page))
    record = clone / "incidents" / "2026-11-28-plain.md"
    text = record.read_text() + "\nFrom the start on.\n\n.\n\nThe end.\n"
    for path in (clone / "incidents").iterdir():
        path.unlink()
    run("allclear", "init", "--host", "github", ".")
    save("Start")
    with list_server() as (port, mails):
        secret = f"secret email smtp://ada:secret@127.0.0.1:{port}"
        yield from tell(port, secret)
        record.write_text(text)
        save("Report")
        yield from tell(port)
        yield from tell(port)
        # This server has no TLS, so it gets no password, and no mail either.
        told = run("sh", ".allclear/tell.sh", "github", check=False, WEBHOOKS=secret)
        yield from expect("a password without TLS", "secret failed" in told.stderr, True)
    yield from expect("told once", sorted(mail["To"] for mail in mails),
                      [f"{name}@lists.example.com" for name in ("checkout", "checkout", "status", "status")])
    yield from expect("sender", {mail["X-MailFrom"] for mail in mails}, {"status@status.example.com"})
    for mail in mails[2:]:
        words = mail.get_payload()[0].get_payload(decode=True).decode().replace("\r\n", "\n")
        yield from expect("told as written", "\nFrom the start on.\n\n.\n\nThe end.\n" in words, True)


def expect(name, value, expected, shown=True):
    if value != expected:
        yield f"email: {name}" + (f": {value!r} and not {expected!r}" if shown else " differs")


def failures(allclear, languages):
    with tempfile.TemporaryDirectory() as folder:
        announcer = Announcer(allclear, folder)
        for language in languages:
            write(Path(folder), language)
            yield from failures_of_messages(announcer, language)
        yield from failures_of_mails(announcer, Path(folder))
        (Path(folder) / "ci").mkdir()
        yield from failures_of_telling(allclear, Path(folder) / "ci")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: messages.py ALLCLEAR")
    found = list(failures(sys.argv[1], ("en", "de", "fr", "es", "ja", "ar")))
    print("\n".join(found) if found else "other programs read the messages")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

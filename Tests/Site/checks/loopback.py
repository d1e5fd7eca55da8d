"""Debian's Alertmanager on loopback, and the receiver of its webhooks, which keeps each body as it came."""

import json
import queue
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

PROGRAM = Path(sys.prefix).with_name("alertmanager") / "usr/bin/prometheus-alertmanager"
PATIENCE = 120
"""Seconds within which whatever is awaited comes; it takes a few."""
OPENER = build_opener(ProxyHandler({}))


class NothingCame(Exception):
    """What was awaited did not come."""


class Alertmanager:
    """What is said to Alertmanager's API, and what its webhooks deliver: pairs of a receiver's name and a body."""

    def __init__(self, url, deliveries):
        self.url = url
        self.deliveries = deliveries

    def post(self, path, value):
        body = json.dumps(value).encode("utf-8")
        with OPENER.open(Request(self.url + path, body, {"Content-Type": "application/json"}), timeout=30):
            pass

    def alerts(self):
        """All alerts that fire, as the API lists them."""
        with OPENER.open(self.url + "api/v2/alerts", timeout=30) as answer:
            return answer.read()

    def deliveries_until(self, have_come, complaint):
        """Each delivery as it comes, until those that are awaited have."""
        deadline = time.monotonic() + PATIENCE
        while not have_come():
            try:
                yield self.deliveries.get(timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                raise NothingCame(complaint()) from None


@contextmanager
def alertmanager():
    """One that knows of no alert yet. Its receivers are `all`, and `cut`, of whose groups only one alert is sent."""
    with tempfile.TemporaryDirectory() as folder, webhooks() as (receiver, deliveries):
        port = free_port()
        settings = Path(folder, "alertmanager.yml")
        settings.write_text(json.dumps(configuration(receiver)), "utf-8")
        with Path(folder, "log").open("w+b") as log:
            running = subprocess.Popen(
                [PROGRAM, f"--config.file={settings}", f"--storage.path={folder}/data", "--cluster.listen-address=",
                 f"--web.listen-address=127.0.0.1:{port}", "--web.external-url=http://alertmanager.corp.example/"],
                stdout=log, stderr=log)
            try:
                one = Alertmanager(f"http://127.0.0.1:{port}/", deliveries)
                until(lambda: is_ready(one.url), lambda: f"Alertmanager does not start: {text_of(log)}")
                yield one
            finally:
                running.terminate()
                running.wait()


def configuration(receiver):
    """JSON is YAML."""
    return {
        "route": {
            "receiver": "all", "group_by": ["service"], "group_wait": "1s", "group_interval": "2s",
            "repeat_interval": "4s", "routes": [{"receiver": "cut", "continue": True}, {"receiver": "all"}]},
        "receivers": [
            {"name": "all", "webhook_configs": [{"url": receiver + "all"}]},
            {"name": "cut", "webhook_configs": [{"url": receiver + "cut", "max_alerts": 1}]}]}


@contextmanager
def webhooks():
    """The receiver's address, and the queue of what it receives."""
    deliveries = queue.Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            deliveries.put((self.path[1:], self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", deliveries
        finally:
            server.shutdown()
            thread.join()


def until(is_so, complaint):
    """Waits until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise NothingCame(complaint())
        time.sleep(0.1)


def is_ready(url):
    try:
        with OPENER.open(url + "-/ready", timeout=5):
            return True
    except OSError:
        return False


def text_of(log):
    log.seek(0)
    return log.read().decode("utf-8", "replace")[-2000:]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

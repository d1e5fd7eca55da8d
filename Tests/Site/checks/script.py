"""What the pages' one script does in a browser: each function named `test_…` is run on the demonstration."""

import functools
import http.server
import json
import os
import shutil
import tempfile
import threading
import traceback
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from .failure import Failure

MINUTE = 60_000


def check(site):
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        for name, test in TESTS:
            try:
                test(browser, site.folder)
            except (AssertionError, Error) as failed:
                line = traceback.extract_tb(failed.__traceback__)[-1].line
                yield Failure("script", site.name, f"{name}: {failed or line}")
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.server.asked.append(self.path)
        super().do_GET()


class Served:
    """A copy of the site over HTTP, for a test to change."""

    def __init__(self, site):
        self.folder = Path(tempfile.mkdtemp()) / "site"
        shutil.copytree(site, self.folder)

    def __enter__(self):
        handler = functools.partial(Quiet, directory=self.folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.asked = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        shutil.rmtree(self.folder.parent)

    def address(self, path):
        return f"http://127.0.0.1:{self.server.server_port}/{path}"

    def change_status(self, at):
        path = self.folder / "api/v2/status.json"
        status = json.loads(path.read_text())
        status["page"]["updated_at"] = at
        path.write_text(json.dumps(status))

    def put_times(self, *times):
        """Times of our own on the front page, each an instant with more attributes."""
        index = self.folder / "index.html"
        made = "".join(f'<time datetime="{time}>x</time>' for time in times)
        index.write_text(index.read_text().replace("<main>", f'<main><p id="made">{made}</p>'))

    def loads_of(self, path):
        return sum(asked.split("?")[0] == "/" + path for asked in self.server.asked)


def opened(browser, address, at="2026-11-20T12:00:30Z", **options):
    """The page, read in Tokyo at that instant, and what its console says."""
    context = browser.new_context(**{"timezone_id": "Asia/Tokyo", "locale": "de-DE", **options})
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.clock.install(time=at)
    page.goto(address)
    return page, said


def test_times_are_in_the_readers_zone(browser, site):
    with Served(site) as served:
        page, said = opened(browser, served.address("index.html"))
        built = page.locator("footer time")
        assert built.inner_text() == "20 Nov 2026, 21:00 GMT+9 (0\xa0minutes ago)", built.inner_text()
        assert built.get_attribute("title") == "20 Nov 2026, 12:00 UTC"
        assert "Times are in your time zone" in page.locator("footer").inner_text()
        assert said == [], said


def test_times_are_in_the_pages_language(browser, site):
    with Served(site) as served:
        index = served.folder / "index.html"
        index.write_text(index.read_text().replace('data-locale="en-GB', 'data-locale="de'))
        page, _ = opened(browser, served.address("index.html"))
        text = page.locator("footer time").inner_text()
        assert text == "20. Nov. 2026, 21:00 GMT+9 (vor 0\xa0Minuten)", text


def test_days_stay_the_sites(browser, site):
    with Served(site) as served:
        path = next((served.folder / "history").glob("2026-11.html")).relative_to(served.folder)
        plain, _ = opened(browser, served.address(str(path)), java_script_enabled=False)
        page, _ = opened(browser, served.address(str(path)))
        assert page.locator("h2").all_inner_texts() == plain.locator("h2").all_inner_texts()


def test_a_time_alone_gets_its_date_on_another_day(browser, site):
    with Served(site) as served:
        served.put_times(
            '2026-01-02T13:00:00Z"', '2026-01-02T14:00:00Z" data-clock', '2026-01-02T16:00:00Z" data-clock')
        page, _ = opened(browser, served.address("index.html"))
        texts = page.locator("#made time").all_inner_texts()
        assert texts == ["2 Jan 2026, 22:00 GMT+9", "23:00 GMT+9", "3 Jan 2026, 01:00 GMT+9"], texts


def test_ages_grow(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"))
        built = page.locator("footer time")
        page.clock.run_for(12 * MINUTE)
        assert built.inner_text().endswith("(12\xa0minutes ago)"), built.inner_text()
        page.clock.run_for(180 * MINUTE)
        assert built.inner_text().endswith("(3\xa0hours ago)"), built.inner_text()


def test_a_page_that_was_due_to_change_says_so(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"))
        due = page.locator("#due")
        assert not due.is_visible()
        page.clock.set_system_time(page.locator("#news").get_attribute("data-due"))
        page.clock.run_for(MINUTE)
        assert due.is_visible() and "GMT+9" in due.inner_text()
        late, _ = opened(browser, served.address("index.html"), at="2030-01-01T00:00:00Z")
        assert late.locator("#due").is_visible()


def test_news_reloads_the_page_once(browser, site):
    with Served(site) as served:
        page, said = opened(browser, served.address("index.html"))
        page.clock.run_for(3 * MINUTE)
        page.wait_for_timeout(300)
        assert served.loads_of("api/v2/status.json") == 4
        assert served.loads_of("index.html") == 1
        served.change_status("2026-11-20T12:03:00.000Z")
        for _ in range(3):
            with_reload(page)
        assert served.loads_of("index.html") == 2, served.loads_of("index.html")
        assert said == [], said


def test_a_page_that_is_old_again_after_its_reload_says_so(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"))
        served.change_status("2026-11-20T12:03:00.000Z")
        for _ in range(3):
            with_reload(page)
        assert served.loads_of("index.html") == 2, served.loads_of("index.html")
        assert page.locator("#changed").is_visible()


def test_older_news_are_none(browser, site):
    with Served(site) as served:
        served.change_status("2026-11-20T10:00:00.000Z")
        page, _ = opened(browser, served.address("index.html"))
        with_reload(page)
        assert served.loads_of("index.html") == 1
        assert not page.locator("#changed").is_visible()


def test_a_reader_who_comes_back_hears_at_once(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"))
        served.change_status("2026-11-20T12:03:00.000Z")
        with suppress(Error):  # The page may be gone before it has answered.
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.wait_for_timeout(500)
        assert served.loads_of("index.html") == 2


def test_a_range_over_the_end_of_summer_time_has_both_zones(browser, site):
    with Served(site) as served:
        served.put_times(
            '2026-10-25T00:30:00Z" data-to="2026-10-25T01:15:00Z"', '2026-10-26T08:00:00Z" data-to="2026-10-26T09:00:00Z"')
        page, _ = opened(browser, served.address("index.html"), timezone_id="Europe/Berlin")
        texts = [text.replace("\u2009", " ") for text in page.locator("#made time").all_inner_texts()]
        assert texts[0] == "25 Oct 2026, 02:30 CEST – 25 Oct 2026, 02:15 CET", texts
        assert texts[1] == "26 Oct 2026, 09:00 – 10:00 CET" or texts[1] == "26 Oct 2026, 09:00–10:00 CET", texts


def test_a_clock_that_is_behind_knows_no_negative_age(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"), at="2026-11-18T12:00:00Z")
        assert page.locator("footer time").inner_text().endswith("(0\xa0minutes ago)")


def with_reload(page):
    """Lets a minute pass, and a reload that it may bring."""
    page.clock.run_for(MINUTE)
    page.wait_for_timeout(500)


def test_what_is_unfolded_is_not_taken_away(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"))
        page.locator("details summary").first.click()
        page.evaluate("document.activeElement.blur()")
        served.change_status("2026-11-20T12:03:00.000Z")
        with_reload(page)
        assert served.loads_of("index.html") == 1
        assert page.locator("#changed").is_visible()
        page.locator("details summary").first.click()
        page.evaluate("document.activeElement.blur()")
        with_reload(page)
        assert served.loads_of("index.html") == 2


def test_what_is_selected_is_not_taken_away(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"))
        page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
        served.change_status("2026-11-20T12:03:00.000Z")
        with_reload(page)
        assert served.loads_of("index.html") == 1
        assert page.locator("#changed").is_visible()


def test_a_hidden_page_and_a_page_without_news_ask_nothing(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"))
        page.evaluate("Object.defineProperty(document, 'hidden', { value: true })")
        page.clock.run_for(3 * MINUTE)
        other, _ = opened(browser, served.address("history.html"))
        other.clock.run_for(3 * MINUTE)
        page.wait_for_timeout(300)
        assert served.loads_of("api/v2/status.json") == 1, "only before it was hidden"


def test_a_page_from_the_disk_says_nothing(browser, site):
    page, said = opened(browser, Path(site, "index.html").resolve().as_uri())
    page.clock.run_for(3 * MINUTE)
    page.wait_for_timeout(300)
    assert said == [], said
    assert "GMT+9" in page.locator("footer time").inner_text()


def test_without_the_script_nothing_is_shown_of_it(browser, site):
    with Served(site) as served:
        page, _ = opened(browser, served.address("index.html"), java_script_enabled=False)
        assert page.locator("footer time").inner_text() == "20 Nov 2026, 12:00 UTC"
        assert page.locator("[role=status]").inner_text().strip() == ""
        assert "in your time zone" not in page.locator("footer").inner_text()


def test_the_page_for_frames_renews_itself_in_one(browser, site):
    with Served(site) as served:
        host = served.folder / "host.html"
        host.write_text(
            '<!doctype html><link rel="icon" href="data:,"><iframe src="embed.html" width="300" height="120"></iframe>')
        page, said = opened(browser, served.address("host.html"))
        frame = page.frame_locator("iframe")
        assert frame.locator(".state a").get_attribute("target") == "_blank"
        served.change_status("2026-11-20T12:03:00.000Z")
        with_reload(page)
        assert served.loads_of("embed.html") == 2, served.loads_of("embed.html")
        assert said == [], said


TESTS = [(name, test) for name, test in list(globals().items()) if name.startswith("test_")]

#!/usr/bin/env python3
"""Looks at built sites as readers and their programs do; `make check-site` runs it.

    check.py ALLCLEAR FOLDER NOW

ALLCLEAR is the binary, FOLDER takes the sites that it builds and pictures of their pages, and NOW is the instant
for which the demonstration is built. Each failure is one line; any of them makes this fail.
"""

import inspect
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from checks import (
    alertmanager, api, calendars, charts, clients, feeds, hostile, keyboard, links, looks, markup, modes, paint, script,
    shared, stability, starter, worst_day)
from checks.browser import CHROMIUM
from checks.building import ROOT, Builder
from checks.built import BuiltSite
from checks.serving import served

OF_EACH_SITE = [
    links, markup, charts, feeds, calendars, api, clients, keyboard, modes, looks, shared, worst_day]
OF_EACH_LANGUAGE = [links, markup, feeds, calendars, looks, shared, worst_day]
OF_EACH_MADE_UP_SITE = [links, markup, charts, shared, worst_day]
OF_UNUSUAL_SITES = [feeds, calendars, api, modes, looks]
# Of sixty components, and of fifty with sixty eventful days, the index is heavy.
OF_MADE_UP_SITES = {
    "crowded": [*OF_UNUSUAL_SITES, keyboard, paint],
    "five-years": [*OF_UNUSUAL_SITES, paint],
    "group-of-one": OF_UNUSUAL_SITES,
    "long-words": [*OF_UNUSUAL_SITES, keyboard],
    "two-hundred-components": OF_UNUSUAL_SITES,
    "without-groups": OF_UNUSUAL_SITES,
}
OF_MADE_UP_SITES_IN_EACH_LANGUAGE = {"crowded": [worst_day], "long-words": [looks, worst_day]}
# Those that are translated from English.
LANGUAGES = sorted({path.stem for path in (ROOT / "site-templates/languages").iterdir()} - {"en"})
PHOTOGRAPHED = {"demonstration", "demonstration-ar"}


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: check.py ALLCLEAR FOLDER NOW")
    folder = Path(sys.argv[2]).resolve()
    builder = Builder(Path(sys.argv[1]).resolve(), folder, sys.argv[3])
    pictures = builder.emptied("screenshots")
    with ExitStack() as servers:
        def site(name, output, is_sampled=False, is_translated=False):
            return BuiltSite(name, output, servers.enter_context(served(output)), is_sampled, is_translated)

        before = site("demonstration", builder.demonstration())
        after = site("with-one-more", builder.demonstration_with_one_more())
        languages = [
            site(f"demonstration-{tag}", builder.demonstration_in(tag), is_sampled=True, is_translated=True)
            for tag in LANGUAGES]
        sites = [before]
        if corpus := builder.corpus():
            sites.append(site("corpus", corpus, is_sampled=True))
        else:
            print("skipped: the corpora are not here, so that no other team's records are built")
        results = [timed(f"{name(check)} {one.name}", check, *arguments(check, one, pictures))
                   for one in sites for check in OF_EACH_SITE]
        results += [timed(f"{name(check)} {one.name}", check, *arguments(check, one, pictures))
                    for one in languages for check in OF_EACH_LANGUAGE]
        results += [timed(f"{name(check)} {one.name}", check, one) for check, one in of_made_up_sites(builder, site)]
        results.append(timed("script demonstration", script, before))
        results.append(timed("stability", stability, before, after))
        for built in (builder.hostile("public"), builder.hostile("internal"), builder.hostile_words()):
            planted = site(built.name, built)
            results.append(timed(f"hostile {planted.name}", hostile, planted))
            results.append(timed(f"hostile {planted.name}, in a browser", hostile.check_in_browser, planted, pictures))
            if planted.name != "hostile-words":
                results.append(timed(f"hostile {planted.name}, as text", hostile.check_shown, planted))
    results.append(timed("hostile commands", hostile.check_commands, builder))
    results.append(timed("hostile controls", hostile.check_controls, builder))
    results.append(timed("starter", starter, builder.starter()))
    results.append(timed("alertmanager", alertmanager, builder))
    close(results, pictures)


def of_made_up_sites(builder, site):
    """The checks of the gallery's sites, each with its site."""
    for output in sorted(path for path in builder.gallery().iterdir() if path.is_dir()):
        one = site(output.name, output, is_sampled=True)
        yield from ((check, one) for check in OF_EACH_MADE_UP_SITE + OF_MADE_UP_SITES.get(one.name, []))
    for tag in LANGUAGES:
        gallery = builder.gallery(tag)
        for folder, checks in OF_MADE_UP_SITES_IN_EACH_LANGUAGE.items():
            one = site(f"{folder}-{tag}", gallery / folder, is_sampled=True, is_translated=True)
            yield from ((check, one) for check in checks)


def name(check):
    return check.__name__.removeprefix("checks.")


def arguments(check, site, pictures):
    return (site, pictures) if check is looks and site.name in PHOTOGRAPHED else (site,)


def run(check, *arguments):
    """All that a check finds: that of a module, or one of its other ones."""
    check = getattr(check, "check", check)
    return CHROMIUM.run(check(*arguments)) if inspect.iscoroutinefunction(check) else list(check(*arguments))


def timed(title, check, *arguments):
    start = time.perf_counter()
    found = run(check, *arguments)
    print(f"{time.perf_counter() - start:6.1f} s  {title}: {len(found) or 'no'} failures", flush=True)
    return found


def close(results, pictures):
    for failure in (failure for found in results for failure in found):
        print(failure)
    failed = sum(map(bool, results))
    print(f"pictures of the pages: {pictures}")
    print(f"{len(results) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

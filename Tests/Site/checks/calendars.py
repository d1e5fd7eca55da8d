"""The calendar as icalendar reads it: an event for each maintenance and each series, in lines as RFC 5545 has them."""

from icalendar import Calendar

from .failure import Failure

KEPT = 50
"""How much maintenance that is over stays in the calendar."""


def check(site):
    page = f"{site.name}/calendar.ics"
    data = site.read("calendar.ics")
    for number, line in enumerate(data.split(b"\n")[:-1], start=1):
        if not line.endswith(b"\r") or len(line) > 76:
            yield Failure("calendar", f"{page}:{number}", "it is longer than 75 octets, or has no CRLF at its end")
    try:
        read = events(site)
    except ValueError as error:
        yield Failure("calendar", page, f"icalendar rejects it: {error}")
        return
    for event in read:
        lost = [key for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if key not in event]
        if lost or event.errors:
            yield Failure("calendar", page, f"`{event.get('SUMMARY')}` lacks {lost} or has mistakes: {event.errors}")
    rules = [event for event in read if "RECURRENCE-ID" not in event]
    uids = {str(event.get("UID")) for event in rules}
    if len(uids) != expected(site) or len(rules) != expected(site):
        yield Failure(
            "calendar", page, f"{len(rules)} events with {len(uids)} UIDs for {expected(site)} maintenance records")
    repeated = {str(event.get("UID")) for event in rules if "RRULE" in event}
    for event in read:
        if "RECURRENCE-ID" in event and str(event.get("UID")) not in repeated:
            yield Failure("calendar", page, f"`{event.get('SUMMARY')}` departs from no event that recurs")


def events(site):
    return list(Calendar.from_ical(site.read("calendar.ics")).walk("VEVENT"))


def expected(site):
    now = site.statistics["now"]
    series = {one["series"] for one in site.statistics["maintenance"] if "series" in one}
    maintenance = [one for one in site.statistics["maintenance"] if "series" not in one]
    over = [one for one in maintenance if one["phase"] in ("completed", "cancelled") or one["until"] <= now]
    return len(series) + len(maintenance) - len(over) + min(len(over), KEPT)

"""Reads feeds with icalendar and vobject and compares every event with what went in."""

import datetime
import json
import pathlib
import re
import sys

import icalendar
import vobject

FOLDER = pathlib.Path(sys.argv[1])
HANOI = datetime.timedelta(hours=7)
passed = failed = 0


def check(place, found, wanted):
    global passed, failed
    if found == wanted:
        passed += 1
    else:
        failed += 1
        print(f"{place}: {found!r:.300} is not {wanted!r:.300}")


def moment(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")


def expected(feed, event):
    """An event as a parser should see it."""
    day = datetime.date.fromisoformat(event["on"])
    start, end = day, day + datetime.timedelta(days=1)
    if event["startsAt"] is not None:
        start = datetime.datetime.combine(day, datetime.time.fromisoformat(event["startsAt"]))
        end = event["minutes"] and start + datetime.timedelta(minutes=event["minutes"])
    modified = event["modifiedAt"]
    return {
        "uid": f"{event['id']}@{feed['domain']}",
        "sequence": event["sequence"],
        "status": event["status"].upper(),
        "stamp": moment(feed["stampedAt"]),
        "modified": modified and moment(modified),
        "start": start,
        "end": end,
        "summary": event["summary"],
        "description": event["description"] or None,
        "location": event["location"] or None,
        "url": event["url"],
        "categories": event["categories"],
        "alarm": event["alarmMinutes"],
    }


def local(place, value):
    """A time without its zone, which must be that of Vietnam."""
    if isinstance(value, datetime.datetime):
        check(f"{place} zone", value.utcoffset(), HANOI)
        return value.replace(tzinfo=None)
    return value


def by_icalendar(place, component):
    def text(name):
        value = component.get(name)
        return None if value is None else str(value)

    def time(name):
        value = component.get(name)
        if value is None:
            return None
        if isinstance(value.dt, datetime.datetime):
            check(f"{place} {name} TZID", value.params.get("TZID"), "Asia/Ho_Chi_Minh")
        return local(f"{place} {name}", value.dt)

    modified = component.get("LAST-MODIFIED")
    categories = component.get("CATEGORIES")
    alarms = list(component.walk("VALARM"))
    return {
        "uid": text("UID"),
        "sequence": int(component["SEQUENCE"]),
        "status": text("STATUS"),
        "stamp": component["DTSTAMP"].dt,
        "modified": modified and modified.dt,
        "start": time("DTSTART"),
        "end": time("DTEND"),
        "summary": text("SUMMARY"),
        "description": text("DESCRIPTION"),
        "location": text("LOCATION"),
        "url": text("URL"),
        "categories": [str(category) for category in categories.cats] if categories else [],
        "alarm": -alarms[0]["TRIGGER"].dt // datetime.timedelta(minutes=1) if alarms else None,
    }


def by_vobject(place, component):
    def value(name):
        lines = component.contents.get(name)
        return lines[0].value if lines else None

    def time(name):
        found = value(name)
        if isinstance(found, datetime.datetime):
            tzid = component.contents[name][0].params.get("X-VOBJ-ORIGINAL-TZID")
            check(f"{place} {name} TZID", tzid, ["Asia/Ho_Chi_Minh"])
        return local(f"{place} {name}", found)

    alarms = component.contents.get("valarm", [])
    return {
        "uid": value("uid"),
        "sequence": int(value("sequence")),
        "status": value("status"),
        "stamp": value("dtstamp"),
        "modified": value("last-modified"),
        "start": time("dtstart"),
        "end": time("dtend"),
        "summary": value("summary"),
        "description": value("description"),
        "location": value("location"),
        "url": value("url"),
        "categories": value("categories") or [],
        "alarm": -alarms[0].trigger.value // datetime.timedelta(minutes=1) if alarms else None,
    }


def compare(parser, name, feed, components, read):
    check(f"{parser} {name}: events", len(components), len(feed["events"]))
    for event, component in zip(feed["events"], components):
        place = f"{parser} {name} {event['id']}"
        found, wanted = read(place, component), expected(feed, event)
        for key in wanted:
            check(f"{place} {key}", found[key], wanted[key])


for path in sorted(FOLDER.glob("*.ics")):
    text = path.read_bytes()
    feed = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    calendar = icalendar.Calendar.from_ical(text)
    # The parsers give the value of an X- property as it stands in the file.
    name = re.sub(r"\\(.)", r"\1", str(calendar["X-WR-CALNAME"]))
    check(f"{path.name} name", name, feed["name"])
    check(f"{path.name} method", str(calendar["METHOD"]), "PUBLISH")
    check(f"{path.name} product", str(calendar["PRODID"]), feed["product"])
    compare("icalendar", path.stem, feed, calendar.walk("VEVENT"), by_icalendar)
    read = vobject.readOne(text.decode("utf-8"))
    check(f"{path.name} vobject zone", len(read.contents["vtimezone"]), 1)
    compare("vobject", path.stem, feed, read.contents.get("vevent", []), by_vobject)

# A reader that notices nothing would pass everything above.
text = (FOLDER / "year.ics").read_bytes().decode("utf-8")
feed = json.loads((FOLDER / "year.json").read_text(encoding="utf-8"))
for old, new, key in [
    ("SEQUENCE:0", "SEQUENCE:1", "sequence"),
    ("20230103T193000", "20230103T193001", "start"),
    ("UID:cell-1-2023-01", "UID:cell-1-2023-1", "uid"),
    ("STATUS:CONFIRMED", "STATUS:CANCELLED", "status"),
]:
    changed = text.replace(old, new, 1)
    component = icalendar.Calendar.from_ical(changed).walk("VEVENT")[0]
    other = vobject.readOne(changed).contents["vevent"][0]
    wanted = expected(feed, feed["events"][0])
    for parser, read, part in [
        ("icalendar", by_icalendar, component),
        ("vobject", by_vobject, other),
    ]:
        found = read(f"{parser} changed {key}", part)
        differing = [name for name in wanted if found[name] != wanted[name]]
        check(f"{parser} notices a changed {key}", differing, [key])

print(f"icalendar: {passed} passed, {failed} failed")
sys.exit(1 if failed else 0)

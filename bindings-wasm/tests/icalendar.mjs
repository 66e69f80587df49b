// Reads feeds with ical.js, compares every event with what went in, and checks each line's form.
import { readFileSync, readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import ICAL from "ical.js";

const folder = process.argv[2];
let passed = 0;
let failed = 0;

function check(place, found, wanted) {
  if (isDeepStrictEqual(found, wanted)) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`${place}: ${JSON.stringify(found)?.slice(0, 300)} is not ${JSON.stringify(wanted)?.slice(0, 300)}`);
  }
}

// What is wrong with the lines of a text.
function lineProblems(bytes) {
  const problems = [];
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 10) {
      const line = bytes.subarray(start, at - 1);
      if (bytes[at - 1] !== 13) problems.push("a line feed alone");
      if (line.length > 75) problems.push("a line of more than 75 octets");
      if (line.length === 0) problems.push("an empty line");
      if (line.includes(13)) problems.push("a carriage return alone");
      try {
        text.decode(line);
      } catch {
        problems.push("a letter cut in two");
      }
      start = at + 1;
    }
  }
  if (start !== bytes.length) problems.push("no end of the last line");
  return problems;
}

const utc = (text) => Date.parse(text);

function expected(feed, event) {
  const [year, month, day] = event.on.split("-").map(Number);
  let start = event.on;
  let end = new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
  if (event.startsAt !== null) {
    const began = utc(`${event.on}T${event.startsAt}:00Z`);
    start = new Date(began).toISOString().slice(0, 19);
    end =
      event.minutes === null
        ? null
        : new Date(began + event.minutes * 60_000).toISOString().slice(0, 19);
  }
  return {
    uid: `${event.id}@${feed.domain}`,
    sequence: event.sequence,
    status: event.status.toUpperCase(),
    stamp: utc(feed.stampedAt),
    modified: event.modifiedAt === null ? null : utc(event.modifiedAt),
    start,
    end,
    summary: event.summary,
    description: event.description || null,
    location: event.location || null,
    url: event.url,
    categories: event.categories,
    alarm: event.alarmMinutes === null ? null : event.alarmMinutes * -60,
  };
}

function read(place, component) {
  const value = (name) => component.getFirstPropertyValue(name);
  const time = (name) => {
    const found = value(name);
    if (found === null) return null;
    if (!found.isDate) {
      const tzid = component.getFirstProperty(name).getParameter("tzid");
      check(`${place} ${name} TZID`, tzid, "Asia/Ho_Chi_Minh");
      check(`${place} ${name} zone`, found.utcOffset(), 7 * 3600);
    }
    return found.toString();
  };
  const alarm = component.getFirstSubcomponent("valarm");
  const modified = value("last-modified");
  return {
    uid: value("uid"),
    sequence: value("sequence"),
    status: value("status"),
    stamp: value("dtstamp").toUnixTime() * 1000,
    modified: modified === null ? null : modified.toUnixTime() * 1000,
    start: time("dtstart"),
    end: time("dtend"),
    summary: value("summary"),
    description: value("description"),
    location: value("location"),
    url: value("url"),
    categories: component.getFirstProperty("categories")?.getValues() ?? [],
    alarm: alarm === null ? null : alarm.getFirstPropertyValue("trigger").toSeconds(),
  };
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".ics")).sort()) {
  const bytes = readFileSync(join(folder, file));
  const feed = JSON.parse(readFileSync(join(folder, file.replace(/ics$/, "json")), "utf8"));
  check(`${file} lines`, lineProblems(bytes), []);
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString("utf8")));
  // The parser gives the value of an X- property as it stands in the file.
  const name = calendar.getFirstPropertyValue("x-wr-calname").replace(/\\(.)/g, "$1");
  check(`${file} name`, name, feed.name);
  const events = calendar.getAllSubcomponents("vevent");
  check(`${file} events`, events.length, feed.events.length);
  feed.events.forEach((event, place) => {
    const at = `ical.js ${file} ${event.id}`;
    const found = read(at, events[place]);
    for (const [key, wanted] of Object.entries(expected(feed, event))) {
      check(`${at} ${key}`, found[key], wanted);
    }
  });
}

// A check that notices nothing would pass everything above.
const good = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
for (const [text, problem] of [
  [good.replace("\r\n", "\n"), "a line feed alone"],
  [good.replace("END:", `X-A:${"a".repeat(72)}\r\nEND:`), "a line of more than 75 octets"],
  [good.replace("END:", "\r\nEND:"), "an empty line"],
  [good.replace("END:", "X-A:a\rb\r\nEND:"), "a carriage return alone"],
  [good.slice(0, -2), "no end of the last line"],
]) {
  check(`notices ${problem}`, lineProblems(Buffer.from(text)), [problem]);
}
const cut = Buffer.concat([Buffer.from("X-A:ệ").subarray(0, 5), Buffer.from("\r\n")]);
check("notices a letter cut in two", lineProblems(cut), ["a letter cut in two"]);

console.log(`ical.js: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

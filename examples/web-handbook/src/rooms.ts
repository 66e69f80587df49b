import type { Language } from "handbook-wasm";
import { evaluationRoom } from "./evaluation/room";
import { calendarRoom } from "./meetings/calendar";
import { Desk, type DeskDays, type DeskRecord } from "./meetings/desk";
import { Rooms } from "./meetings/room";
import { scopeRoom } from "./meetings/scope";
import { wizardRoom } from "./meetings/wizard";
import { monitorRoom } from "./monitor/monitor";

function bringUp(room: string): void {
  document.getElementById(`${room}-title`)?.focus({ preventScroll: true });
  document.getElementById(room)?.scrollIntoView();
}

/** What can be done with a record on this page, room by room in the order shown. */
export function openRooms(record: DeskRecord, day: DeskDays, language: Language): { desk: Desk; rooms: Rooms } {
  const desk = new Desk(record, day, language);
  const openMeeting = (meeting: string) => {
    desk.meeting = meeting;
    desk.changed();
    bringUp("meeting");
  };
  const showCalendar = (cell: string) => {
    desk.cell = cell;
    desk.meeting = null;
    desk.changed();
    bringUp("calendar");
  };
  const rooms = new Rooms(desk, [scopeRoom(desk), calendarRoom(desk, openMeeting), wizardRoom(desk), monitorRoom(desk, showCalendar), evaluationRoom(desk)]);
  return { desk, rooms };
}

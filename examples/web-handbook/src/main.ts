import { init, isHandbookError, type DistrictYear, type Figure, type Language } from "handbook-wasm";
import "./style.css";
import "./rooms.css";
import "./evaluation.css";
import { attendanceView, levelsView } from "./charts";
import { conformityOf, conformityView, type Conformity } from "./conformity";
import { District, sampleTables, type TableFile } from "./district";
import { Drawer, figureDetails, misfitDetails, misfitText, organizationDetails, type Judged } from "./details";
import { h } from "./dom";
import { familyDetails } from "./family";
import { figuresView } from "./figures";
import { filesView, type Problems } from "./files";
import { OrganizationHistory, typedIn } from "./history";
import type { Desk } from "./meetings/desk";
import type { Rooms } from "./meetings/room";
import { said } from "./meetings/words";
import { reviewView } from "./review";
import { openRooms } from "./rooms";
import { ruleDaySelect } from "./rule-day";
import { addSampleVote } from "./evaluation/sample";
import { timelineView } from "./timeline";
import { treeView } from "./tree";
import { word } from "./words";

const YEAR = 2023;
/** The day from which meetings are looked at first: the year is over, and the next meeting is ahead. */
const TODAY = "2024-01-05";

interface Page {
  language: Language;
  judgedOn: string;
  district: District | null;
  year: DistrictYear | null;
  conformity: Conformity | null;
  history: OrganizationHistory | null;
  /** What is done with meetings, on the record of the district. */
  meetings: { desk: Desk; rooms: Rooms } | null;
  /** The day whose organizations are shown. */
  shownOn: string;
  own: boolean;
  spreadsheet: boolean;
  problems: Problems | null;
  failure: unknown;
  allAttendance: boolean;
  opened: Set<string>;
}

const page: Page = {
  language: new URLSearchParams(location.search).get("lang") === "en" ? "en" : "vi",
  judgedOn: "2023-12-31",
  district: null,
  year: null,
  conformity: null,
  history: null,
  meetings: null,
  shownOn: "",
  own: false,
  spreadsheet: false,
  problems: null,
  failure: null,
  allAttendance: false,
  opened: new Set(),
};

const root = document.querySelector<HTMLElement>("#page");
const drawer = new Drawer();

function sentence(failure: unknown): string {
  if (isHandbookError(failure)) return failure.sentence(page.language);
  return failure instanceof Error ? failure.message : String(failure);
}

function judge(): void {
  page.year = null;
  page.conformity = null;
  page.failure = null;
  if (!page.district) return;
  try {
    page.year = page.district.year(YEAR, page.judgedOn);
    page.conformity = conformityOf(page.district, page.judgedOn);
    for (const organization of page.year.organizations) {
      if (organization.parent === null) page.opened.add(organization.id);
    }
  } catch (failure) {
    page.failure = failure;
  }
}

/** Reads tables: a record that can be read takes the place of the one on the page. */
function take(files: TableFile[], spreadsheet: boolean, own: boolean): void {
  page.spreadsheet = spreadsheet;
  page.problems = null;
  try {
    const recordedOn = `${YEAR}-12-31`;
    const district = new District(files, { recordedOn, spreadsheet });
    page.meetings?.desk.steps.stop();
    page.district?.free();
    page.district = district;
    if (!own) addSampleVote(district, YEAR, recordedOn);
    page.meetings = openRooms({ district, sample: !own }, { today: TODAY, recordedOn, year: YEAR, judgedOn: page.judgedOn }, page.language);
    page.meetings.desk.judgeBy = (day) => judgeBy(day, "evaluation-rule-day");
    page.own = own;
    page.opened.clear();
    judge();
  } catch (failure) {
    if (!isHandbookError(failure)) throw failure;
    if (failure.code === "tables") page.problems = failure.data;
    else page.failure = failure;
  }
  draw();
  if (own) document.querySelector(page.problems ? "#problems" : "#page")?.scrollIntoView();
}

function languageSwitch(): HTMLElement {
  const button = (language: Language, name: string) =>
    h(
      "button",
      {
        type: "button",
        lang: language,
        "aria-pressed": String(page.language === language),
        "data-language": language,
        click: () => {
          page.language = language;
          draw();
          document.querySelector<HTMLElement>(`[data-language="${language}"]`)?.focus();
        },
      },
      name,
    );
  return h("div", { class: "switch", role: "group", "aria-label": word("language", page.language) }, button("vi", "Tiếng Việt"), button("en", "English"));
}

function judgeBy(day: string, focused: string): void {
  page.judgedOn = day;
  judge();
  draw();
  document.getElementById(focused)?.focus({ preventScroll: true });
}

function head(): HTMLElement {
  const { language, year } = page;
  return h(
    "header",
    { class: "page-head" },
    h(
      "div",
      {},
      h("p", { class: "over-title" }, word("title", language).replace("{year}", String(YEAR))),
      h("h1", {}, year?.organization.name ?? ""),
      h("p", { class: "hint" }, word(page.own ? "own" : "synthetic", language)),
    ),
    h("div", { class: "controls" }, languageSwitch(), ruleDaySelect("rule-day", page.judgedOn, language, (day) => judgeBy(day, "rule-day"))),
  );
}

function districtSections(judged: Judged, year: DistrictYear): HTMLElement[] {
  const { language, district } = judged;
  const organizations = new Map(year.organizations.map((organization) => [organization.id, organization]));
  const names = (id: string) => organizations.get(id)?.name ?? id;
  const kindName = (kind: string) => district.kind(kind, judged.judgedOn)?.[page.language] ?? kind;
  const now = (): Judged => ({ ...judged, language: page.language });
  const openFigure = (figure: Figure) => drawer.show(() => figureDetails(figure, now(), names), page.language);
  return [
    figuresView(year, language, openFigure),
    h(
      "div",
      { class: "columns" },
      h(
        "div",
        { class: "column" },
        levelsView(year, language),
        reviewView(
          year,
          language,
          (misfit) => misfitText(misfit, judged),
          (misfit) => drawer.show(() => misfitDetails(misfit, now()), page.language),
          openFigure,
          names,
        ),
      ),
      h(
        "div",
        { class: "column" },
        attendanceView(year, language, page.allAttendance, openFigure, () => {
          page.allAttendance = !page.allAttendance;
          draw();
          document.querySelector<HTMLElement>("#attendance-all")?.focus();
        }),
      ),
    ),
    ...(page.conformity ? [conformityView(page.conformity, judged, organizations)] : []),
    treeView(year, language, kindName, page.opened, (organization) => {
      const grassroots = district.kind(organization.kind, judged.judgedOn)?.grassroots === true;
      drawer.show(() => organizationDetails(organization, now(), grassroots), page.language);
    }),
  ];
}

function historySection(history: OrganizationHistory): HTMLElement {
  const { language } = page;
  const open = (id: string): void => drawer.show(() => familyDetails(history, id, page.language, open), page.language);
  const choose = (on: string) => {
    page.shownOn = on;
  };
  return timelineView(history, page.shownOn, language, choose, open);
}

/** The way to the parts of a long page. */
function pageNavigation(rooms: Rooms): HTMLElement {
  const { language } = page;
  const links = [
    { id: "figures", text: word("figures", language) },
    ...rooms.links(language),
    { id: "time", text: word("time", language) },
    { id: "files", text: word("filesTitle", language) },
  ];
  return h(
    "nav",
    { class: "page-navigation", "aria-label": said("onPage", language) },
    h("ul", {}, ...links.map(({ id, text }) => h("li", {}, h("a", { href: `#${id}` }, text)))),
  );
}

function draw(): void {
  if (!root) return;
  const { language, district, year, meetings } = page;
  if (meetings) {
    meetings.desk.language = language;
    meetings.desk.judgedOn = page.judgedOn;
    meetings.rooms.redraw();
  }
  document.documentElement.lang = language;
  document.title = year ? `${year.organization.name} · ${YEAR}` : "Handbook";
  root.setAttribute("aria-busy", "false");
  root.replaceChildren(
    head(),
    ...(meetings ? [pageNavigation(meetings.rooms)] : []),
    h(
      "main",
      {},
      page.failure !== null && h("p", { class: "failure", role: "alert" }, `${word("failed", language)}: ${sentence(page.failure)}`),
      ...(district && year ? districtSections({ district, language, year: YEAR, judgedOn: page.judgedOn }, year) : []),
      ...(meetings ? meetings.rooms.elements() : []),
      page.history && historySection(page.history),
      filesView(language, page.problems, page.own, page.spreadsheet, (files, spreadsheet) => take(files, spreadsheet, true), () => void openSample()),
    ),
    h(
      "footer",
      {},
      year && `${word("sources", language)}: ${year.ruleBook.id} ${year.ruleBook.version}`,
    ),
    drawer.element,
  );
}

async function openSample(): Promise<void> {
  page.own = false;
  page.problems = null;
  take(await sampleTables(), false, false);
}

async function start(): Promise<void> {
  root?.setAttribute("aria-busy", "true");
  root?.replaceChildren(h("p", { class: "loading", role: "status" }, word("loading", page.language)));
  try {
    await init();
    page.history = new OrganizationHistory(await typedIn());
    page.shownOn = page.history.last;
    await openSample();
  } catch (failure) {
    page.failure = failure;
    draw();
    throw failure;
  }
}

void start();

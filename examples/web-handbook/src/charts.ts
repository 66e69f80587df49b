import type { AttendanceLine, DistrictYear, Figure, Ground, Language, LevelCounts } from "handbook-wasm";
import { h, s } from "./dom";
import { count, decimal, levelName, word } from "./words";

const LEVELS = ["excellent", "voteNeeded", "good", "completed", "notCompleted"] as const;

export function share(part: number, whole: number, language: Language): string {
  if (whole === 0) return "–";
  // A label beside a bar, not a published figure: those come from the library.
  return `${decimal(((part * 100) / whole).toFixed(1), language)}\u00a0%`;
}

/** A bar of levels with its legend. */
export function levelBar(title: string, counts: LevelCounts, language: Language): HTMLElement {
  const present = LEVELS.filter((level) => counts[level] > 0);
  let left = 0;
  const label = present
    .map((level) => `${levelName(level, language)} ${count(counts[level], language)}`)
    .join(", ");
  const bar = s(
    "svg",
    { class: "level-bar", viewBox: "0 0 1000 40", preserveAspectRatio: "none", role: "img", "aria-label": `${title}: ${label}` },
    ...present.map((level) => {
      const width = counts.rated === 0 ? 0 : (counts[level] * 1000) / counts.rated;
      const piece = s(
        "rect",
        { x: left + 1, y: 0, width: Math.max(width - 2, 1), height: 40, class: `level-fill ${level}` },
        s("title", {}, `${levelName(level, language)}: ${count(counts[level], language)} (${share(counts[level], counts.rated, language)})`),
      );
      left += width;
      return piece;
    }),
  );
  return h(
    "div",
    { class: "level-row" },
    h("div", { class: "level-title" }, h("h3", {}, title), h("span", { class: "hint" }, `${count(counts.rated, language)} ${word("rated", language)}`)),
    bar,
    h(
      "dl",
      { class: "level-legend" },
      ...[...LEVELS, "notRated" as const].map((level) =>
        counts[level] === 0 && level !== "notCompleted"
          ? null
          : h(
              "div",
              {},
              h("dt", {}, h("span", { class: `swatch ${level}`, "aria-hidden": "true" }), levelName(level, language)),
              h(
                "dd",
                {},
                count(counts[level], language),
                level !== "notRated" && h("span", { class: "hint" }, ` ${share(counts[level], counts.rated, language)}`),
              ),
            ),
      ),
    ),
  );
}

export function levelsView(year: DistrictYear, language: Language): HTMLElement {
  return h(
    "section",
    { "aria-labelledby": "levels-title", id: "levels" },
    h("h2", { id: "levels-title" }, word("levels", language)),
    levelBar(word("organizations", language), year.organizationLevels, language),
    levelBar(word("members", language), year.memberLevels, language),
  );
}

const AXIS_STEP = 5;

/** The aim in percent, as the rule in force required it of these lines. */
function aim(grounds: Ground[]): number | null {
  const required = grounds.find((ground) => ground.required.type === "share")?.required;
  return required?.type === "share" ? (required.part * 100) / required.whole : null;
}

export function attendanceView(
  year: DistrictYear,
  language: Language,
  all: boolean,
  open: (figure: Figure) => void,
  toggle: () => void,
): HTMLElement {
  const kinds = new Map(year.organizations.map((organization) => [organization.id, organization.kind]));
  const isCommune = (line: AttendanceLine) => kinds.get(line.organization) === "dang_bo_xa";
  const communes = year.attendance.filter(isCommune);
  const some = communes.length > 0 && communes.length < year.attendance.length;
  const lines = (some && !all ? communes : year.attendance)
    .filter((line) => line.shown !== "")
    .toSorted((left, right) => Number(right.shown) - Number(left.shown) || left.name.localeCompare(right.name, "vi"));
  const figures = new Map(year.figures.map((figure) => [figure.id, figure]));
  const figureOf = (line: AttendanceLine) => figures.get(`attendance:${line.organization}`);
  const line = aim(lines.flatMap((each) => figureOf(each)?.grounds ?? []).slice(0, 1));
  const lowest = Math.min(...lines.map((each) => Number(each.shown)), line ?? 100);
  const from = Math.max(0, Math.floor((lowest - 1) / AXIS_STEP) * AXIS_STEP);
  const at = (percent: number) => ((percent - from) * 100) / (100 - from);
  const ticks: number[] = [];
  for (let tick = from; tick <= 100; tick += AXIS_STEP) ticks.push(tick);

  const rows = lines.map((each) => {
    const figure = figureOf(each);
    const percent = Number(each.shown);
    const reached = each.reachesAim !== false;
    const plot = s(
      "svg",
      { class: "dot-plot", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" },
      ...ticks.map((tick) => s("line", { x1: at(tick), x2: at(tick), y1: 0, y2: 20, class: "grid", "vector-effect": "non-scaling-stroke" })),
      line !== null && s("line", { x1: at(line), x2: at(line), y1: 0, y2: 20, class: "aim", "vector-effect": "non-scaling-stroke" }),
      // The axis does not start at zero: a stem says how far from the aim, not how much.
      s("line", { x1: at(line ?? from), x2: at(percent), y1: 10, y2: 10, class: reached ? "stem" : "stem below", "vector-effect": "non-scaling-stroke" }),
    );
    const dot = h("span", { class: reached ? "dot" : "dot below", style: `left:${at(percent)}%`, "aria-hidden": "true" });
    return h(
      "li",
      {},
      h(
        "button",
        {
          class: "attendance-row",
          type: "button",
          "data-organization": each.organization,
          "aria-haspopup": "dialog",
          disabled: figure === undefined,
          click: () => figure !== undefined && open(figure),
        },
        h("span", { class: "attendance-name" }, each.name),
        h("span", { class: "attendance-plot" }, plot, dot),
        h("span", { class: reached ? "attendance-share" : "attendance-share below" }, `${decimal(each.shown, language)}\u00a0%`),
      ),
    );
  });
  return h(
    "section",
    { "aria-labelledby": "attendance-title", id: "attendance" },
    h("h2", { id: "attendance-title" }, word("attendance", language)),
    h("p", { class: "hint" }, word("attendanceHint", language)),
    h(
      "div",
      { class: "attendance-axis", "aria-hidden": "true" },
      h("span", {}),
      h(
        "span",
        { class: "attendance-ticks" },
        ...ticks.map((tick) => h("span", { style: `left:${at(tick)}%` }, `${tick}`)),
        line !== null && h("span", { class: "aim-label", style: `left:${at(line)}%` }, word("aimLine", language)),
      ),
      h("span", {}),
    ),
    h("ul", { class: "attendance-rows" }, ...rows),
    some &&
      h("button", { type: "button", class: "quiet", id: "attendance-all", "aria-expanded": String(all), click: toggle }, word(all ? "showFewer" : "showAll", language)),
  );
}

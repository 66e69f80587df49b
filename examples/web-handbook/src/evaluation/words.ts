import type { CapReading, Language } from "handbook-wasm";
import type { Part } from "./bench";

/** What the room of evaluation says; sentences about rules and levels come from the library. */
const TOLD = {
  parts: { vi: "Các phần", en: "Parts" },
  below: { vi: "Xem tổ chức", en: "Organization" },
  thisOne: { vi: "{name} (đang xem)", en: "{name} (shown)" },
  hiddenHere: { vi: "Người hỏi không được xem xếp loại của tổ chức này.", en: "The one who asks may not see the ratings of this organization." },
  sumsOnly: { vi: "Người hỏi chỉ được xem số cộng; không hiện từng người.", en: "The one who asks sees sums only; no single person is shown." },
  groupHidden: { vi: "Phải xem được mọi người trong nhóm mới tính được phần này.", en: "This needs sight of everyone in the group." },

  stamp: { vi: "Xét bằng bộ quy định {id} {version}, theo quy định ngày {day}.", en: "Judged by rule book {id} {version}, with the rules of {day}." },
  fingerprint: { vi: "Dấu vân bộ quy định", en: "Fingerprint of the rules" },
  overlay: { vi: "quy định riêng: {names}", en: "with the body's own choices: {names}" },
  capReadings: { vi: "Cách hiểu tỷ lệ khống chế đang dùng", en: "How the cap is read here" },
  cells: { vi: "Tổ chức đảng", en: "Party organizations" },

  caps: { vi: "Tỷ lệ khống chế xuất sắc", en: "The cap on excellent" },
  capMembers: { vi: "Đảng viên của {name}", en: "Members of {name}" },
  capOrganizations: { vi: "{name} trực thuộc {above}", en: "{name} under {above}" },
  capLine: {
    vi: "Được {allowed} xuất sắc. Có {eligible} đủ điều kiện, {good} hoàn thành tốt, {rated} được xếp loại.",
    en: "{allowed} may be excellent. {eligible} are eligible, {good} good, {rated} rated.",
  },
  capDemotedOne: { vi: "Đủ điều kiện nhưng vượt tỷ lệ, xếp mức tốt: {count}.", en: "Eligible but over the cap, so good: {count}." },
  tie: { vi: "Cần biểu quyết", en: "A vote is needed" },
  tieAmong: { vi: "Bằng điểm ở ranh giới, chọn {seats} trong {count}:", en: "Equal marks at the line, {seats} of {count} to be chosen:" },
  tieHidden: { vi: "Bằng điểm ở ranh giới: {seats} suất phải biểu quyết; không hiện tên.", en: "Equal marks at the line: {seats} to be chosen by vote; the names are withheld." },
  lineVote: { vi: "Phiếu về những người ở ranh giới: {state}.", en: "Votes on those at the line: {state}." },
  capsAll: { vi: "Các nhóm khác ({count})", en: "Other groups ({count})" },

  everyone: { vi: "Mức của từng người, từng tổ chức", en: "Level of everyone" },
  pageOf: { vi: "Dòng {from}–{to} trên {all}", en: "Lines {from} to {to} of {all}" },
  previousPage: { vi: "Trang trước", en: "Previous page" },
  nextPage: { vi: "Trang sau", en: "Next page" },
  noFacts: { vi: "chưa có dữ liệu", en: "no facts recorded" },
  lineTied: { vi: "đủ điều kiện xuất sắc, bằng điểm ở ranh giới", en: "eligible for excellent, tied at the line" },
  lineDemoted: { vi: "đủ điều kiện xuất sắc, vượt tỷ lệ khống chế", en: "eligible for excellent, over the cap" },

  whose: { vi: "Giải thích mức của", en: "Explain the level of" },
  notChosen: { vi: "Chọn một người hoặc một tổ chức", en: "Choose a person or an organization" },
  sheet: { vi: "Bộ tiêu chí", en: "Sheet" },
  sheetInForce: { vi: "Theo quy định ngày {day}", en: "As in force on {day}" },
  sheetTried: { vi: "{name} (thử; điểm từng tiêu chí do máy tạo)", en: "{name} (tried out; marks made up)" },
  sheetNote: {
    vi: "Đang thử một phiếu chấm khác: kết quả này không phải mức theo quy định.",
    en: "Another sheet is tried out: this is not the level by the rules in force.",
  },
  unrated: { vi: "Sổ chưa có dữ liệu để xếp loại.", en: "The record has no facts to rate by." },
  chain: { vi: "Từ điểm đến mức", en: "From marks to level" },
  weight: { vi: "mỗi bậc {points} điểm", en: "{points} points for each mark" },
  clause: { vi: "Điều khoản", en: "Clause" },
  notKnown: { vi: "Chưa biết", en: "Not known" },
  tiedStep: { vi: "Bằng điểm với {names}: bỏ phiếu chọn {seats} trong {count}.", en: "Tied with {names}: a vote chooses {seats} of {count}." },
  notLowered: { vi: "Các quy định hạ mức không áp dụng ({count})", en: "Rules that would lower the level and do not apply ({count})" },
  raises: { vi: "Để lên mức cao hơn, chỉ cần một trong các thay đổi", en: "Any one of these would give a higher level" },
  lowers: { vi: "Sẽ xuống mức nếu", en: "Any one of these would give a lower level" },
  noRaise: { vi: "Không thay đổi đơn lẻ nào đủ để lên mức.", en: "No single change would be enough." },
  atTop: { vi: "Đã ở mức cao nhất.", en: "Already at the highest level." },
  noLower: { vi: "Không có.", en: "None." },

  group: { vi: "Nhóm tính tỷ lệ", en: "Group of the cap" },
  noGroup: { vi: "Ở đây không có nhóm nào tính tỷ lệ khống chế.", en: "No group of the cap here." },
  changeTo: { vi: "Nếu những dòng được đánh dấu xếp mức", en: "If those marked were" },
  marked: { vi: "Đánh dấu để thay đổi", en: "Mark who changes" },
  more: { vi: "Xem thêm {count}", en: "Show {count} more" },
  clear: { vi: "Bỏ hết dấu", en: "Clear the marks" },
  withMarks: { vi: "{marks} điểm", en: "{marks} points" },
  before: { vi: "Hiện nay", en: "Now" },
  after: { vi: "Nếu đổi", en: "If changed" },
  mayBe: { vi: "được xuất sắc", en: "may be excellent" },
  certain: { vi: "xuất sắc", en: "excellent" },
  overCap: { vi: "vượt tỷ lệ", en: "over the cap" },
  tied: { vi: "chờ biểu quyết", en: "await a vote" },
  changed: { vi: "Ai đổi mức ({count})", en: "Who changes ({count})" },
  nothingMarked: { vi: "Chưa đánh dấu ai; đánh dấu để xem ai đổi mức.", en: "Nobody is marked; mark someone to see who changes." },
  nothingChanges: { vi: "Không ai đổi mức.", en: "Nobody's level changes." },
  whatIfSum: { vi: "Đánh dấu {marked}, đổi mức {changed}, được {allowed} xuất sắc", en: "{marked} marked, {changed} change, {allowed} may be excellent" },
  legalTitle: { vi: "Danh sách đề nghị xuất sắc", en: "The list proposed for excellent" },
  legalHint: {
    vi: "Danh sách gồm tất cả đủ điều kiện xuất sắc, sau các thay đổi ở trên.",
    en: "The list is everyone eligible for excellent, after the changes above.",
  },
  legal: { vi: "Danh sách có {listed}, đúng quy định: được tới {limit}.", en: "The list of {listed} is legal: {limit} may be." },
  illegal: { vi: "Danh sách có {listed}, vượt quy định: chỉ được {limit}. Phải đổi ít nhất {cost}.", en: "The list of {listed} is over the cap: {limit} may be. The least change is {cost}." },
  stepDown: { vi: "Cách 1: rút {cost} khỏi danh sách, khi đó được {limit}.", en: "Way 1: {cost} step down; then {limit} may be." },
  stepDownCertain: { vi: "Ít điểm nhất ({count}):", en: "Fewest marks ({count}):" },
  stepDownTied: { vi: "Bằng điểm, biểu quyết chọn {of} trong {count} để rút:", en: "Tied, a vote chooses {of} of {count} to step down:" },
  moreGood: { vi: "Cách 2: thêm {cost} xếp mức tốt, khi đó được {limit}.", en: "Way 2: {cost} more rated good; then {limit} may be." },
  noMoreGood: { vi: "Thêm mức tốt trong nhóm không giúp được.", en: "More rated good would not help." },

  reading: { vi: "Hiểu tỷ lệ khống chế là", en: "Read the cap as" },
  compareReadings: { vi: "Bốn cách hiểu cạnh nhau", en: "The four readings side by side" },
  inUse: { vi: "đang dùng", en: "in use" },
  readingColumn: { vi: "Cách hiểu", en: "Reading" },
  excellentColumn: { vi: "Xuất sắc", en: "Excellent" },
  raised: { vi: "Lên xuất sắc", en: "Up to excellent" },
  lowered: { vi: "Xuống tốt", en: "Down to good" },
  votes: { vi: "Vào hoặc ra biểu quyết", en: "Into or out of a vote" },
  organization: { vi: "Tổ chức", en: "Organization" },
  whoChanges: { vi: "Ai đổi mức, theo tổ chức", en: "Who changes, by organization" },
  changes: { vi: "{count} thay đổi", en: "changes: {count}" },
  sameReading: { vi: "Đây là cách hiểu đang dùng: không ai đổi mức.", en: "This is the reading in use: nobody changes." },

  calibrationNote: {
    vi: "So tự chấm, phiếu của chi bộ và mức cuối cùng. Mức cuối cùng là mức đã quyết định; nơi chưa quyết định thì để trống.",
    en: "Self-scores, the cell's votes and final levels side by side. A level is final when decided; until then it is left open.",
  },
  small: { vi: "“–”: ít người, không công bố.", en: "“–”: too few to be published." },
  leftOut: { vi: "Không hiện {count} tổ chức có quá ít người được xếp loại.", en: "Organizations left out as too few are rated there: {count}." },
  selfMean: { vi: "Tự chấm", en: "Self" },
  finalMean: { vi: "Điểm cuối", en: "Final" },
  difference: { vi: "Chênh", en: "Difference" },
  votesFor: { vi: "Phiếu thuận", en: "Votes for" },
  people: { vi: "Người", en: "People" },
  open: { vi: "Chưa quyết định", en: "Not decided" },
  selfTable: { vi: "Điểm và phiếu theo tổ chức", en: "Marks and votes by organization" },
  levelTable: { vi: "Mức cuối cùng theo tổ chức", en: "Final levels by organization" },
  total: { vi: "Cộng", en: "Total" },
  outliers: { vi: "Khác biệt rõ, nên xem lại ({count})", en: "Stands out, worth a second look ({count})" },
  noOutliers: { vi: "Không có nơi nào hay người nào khác biệt rõ.", en: "Nothing stands out." },
  outlierValue: { vi: "{measure}: {value}, {side}", en: "{measure}: {value}, {side}" },
  fences: { vi: "Ranh giới của “khác biệt rõ”", en: "Where “stands out” begins" },
  fence: { vi: "{measure}: từ {lower} đến {upper} (giữa {median}, so {compared})", en: "{measure}: {lower} to {upper} (median {median}, {compared} compared)" },
  moves: { vi: "Đề nghị của chi bộ so với mức cuối: {raised} lên, {same} giữ, {lowered} xuống.", en: "The cell's proposal against the final level: {raised} up, {same} same, {lowered} down." },
  noRatings: { vi: "Chưa có ai tự chấm hay được xếp loại ở đây.", en: "Nobody has been rated here yet." },

  procedureNote: { vi: "Tính đến ngày {day} (ô “Hôm nay” ở phần Sinh hoạt chi bộ).", en: "As of {day} (the field “Today” under Cell meetings)." },
  rated: { vi: "phải xếp loại", en: "to be rated" },
  decided: { vi: "đã quyết định", en: "decided" },
  finished: { vi: "xong mọi bước", en: "all steps done" },
  notStarted: { vi: "chưa bắt đầu", en: "not started" },
  waiting: { vi: "đang chờ", en: "waiting" },
  lateCount: { vi: "quá hạn", en: "late" },
  missingCount: { vi: "còn thiếu bước", en: "with a step missing" },
  nextSteps: { vi: "Bước tiếp theo", en: "The step that is next" },
  byOrganization: { vi: "Theo tổ chức", en: "By organization" },
  ofRated: { vi: "{decided} trên {rated} đã quyết định", en: "{decided} of {rated} decided" },
  atStep: { vi: "đang ở bước {step}", en: "at: {step}" },
  missing: { vi: "thiếu {steps}", en: "missing: {steps}" },
  doneAll: { vi: "xong mọi bước", en: "nothing left to do" },
  nextIs: { vi: "tiếp theo: {step}", en: "next: {step}" },
  by: { vi: "do {who}", en: "by {who}" },
  cancelled: { vi: "mức đã bị hủy", en: "the level was cancelled" },
  eachRating: { vi: "Từng người, theo thứ tự xếp loại", en: "Each rating, in its order" },
  round: { vi: "Lượt {round}", en: "Round {round}" },
  stepsOf: { vi: "Các bước của {name}", en: "The steps for {name}" },
  doneOn: { vi: "ngày {day}", en: "on {day}" },
  dueOn: { vi: "hạn {day}", en: "due {day}" },
  isLate: { vi: "quá hạn", en: "late" },
  selfGave: { vi: "Tự chấm: {what}.", en: "Self-score: {what}." },
  voteWas: { vi: "Phiếu ngày {day} cho mức {level}: {yes} trên {base}.", en: "Vote on {day} for {level}: {yes} of {base}." },
  levelIs: { vi: "Mức đang có hiệu lực: {level}.", en: "The level in force: {level}." },
  proposedIs: { vi: "Mức được đề nghị: {level}.", en: "Proposed: {level}." },
  differs: { vi: "Mức đã quyết định khác mức tính từ dữ liệu ({level}).", en: "The level decided is not the one the facts give ({level})." },
  unknownRules: { vi: "Chưa đọc được quy định về: {names}.", en: "Rules not read: {names}." },
  findings: { vi: "Chưa đúng trình tự", en: "Not in order" },
  backToAll: { vi: "Về danh sách", en: "Back to the list" },
} as const;

export type Told = keyof typeof TOLD;

export function told(key: Told, language: Language): string {
  return TOLD[key][language];
}

type Names<K extends string> = Record<K, Record<Language, string>>;

const PART_NAMES: Names<Part> = {
  levels: { vi: "Mức dự kiến", en: "Levels" },
  explain: { vi: "Vì sao", en: "Why" },
  whatIf: { vi: "Nếu khác đi", en: "What if" },
  otherwise: { vi: "Cách hiểu khác", en: "Read otherwise" },
  calibration: { vi: "So sánh", en: "Calibration" },
  procedure: { vi: "Quy trình", en: "Procedure" },
};

export function partName(part: Part, language: Language): string {
  return PART_NAMES[part][language];
}

/** The readings by the letters under which they are discussed. */
export const READINGS: Record<CapReading, string> = {
  shareOfGoodBeforeDemotion: "A1",
  shareOfGoodAfterDemotion: "A2",
  shareOfGoodOrBetter: "B",
  shareOfRated: "C",
};


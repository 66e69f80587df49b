import type { Closing, Finding, Language, Level, Obligation, RemedyAct } from "handbook-wasm";
import type { Mark } from "./history";

/** What the page itself says; sentences about rules come from the library. */
const WORDS = {
  title: { vi: "Năm {year} của", en: "The year {year} of" },
  judgedBy: { vi: "Xét theo quy định ngày", en: "Judged by the rules of" },
  synthetic: {
    vi: "Số liệu minh họa: tên xã, thị trấn là thật; mọi người, chi bộ và con số chi tiết đều do máy tạo.",
    en: "Sample data: the communes are real by name; every person, cell and record is made up.",
  },
  own: { vi: "Dữ liệu từ các tệp của bạn; không gửi đi đâu.", en: "Data from your own files; nothing leaves this page." },
  language: { vi: "Ngôn ngữ", en: "Language" },
  loading: { vi: "Đang đọc sổ và xét từng chi bộ…", en: "Reading the record and judging every cell…" },
  failed: { vi: "Không mở được", en: "Could not be opened" },
  figures: { vi: "Các con số của năm", en: "Figures of the year" },
  figuresHint: { vi: "Chạm vào một con số để xem căn cứ.", en: "Touch a figure to see what it rests on." },
  admission: { vi: "Kết nạp đảng viên", en: "Admissions" },
  evaluation: { vi: "Xếp loại cuối năm", en: "Yearly evaluation" },
  app: { vi: "Sổ tay điện tử", en: "Electronic handbook" },
  work: { vi: "Đấu thầu qua mạng", en: "Public works" },
  levels: { vi: "Mức xếp loại", en: "Levels" },
  organizations: { vi: "Tổ chức cơ sở đảng", en: "Grassroots organizations" },
  members: { vi: "Đảng viên", en: "Members" },
  excellent: { vi: "Hoàn thành xuất sắc", en: "Excellent" },
  good: { vi: "Hoàn thành tốt", en: "Good" },
  completed: { vi: "Hoàn thành", en: "Completed" },
  notCompleted: { vi: "Không hoàn thành", en: "Not completed" },
  voteNeeded: { vi: "Cần biểu quyết", en: "Vote needed" },
  notRated: { vi: "Không xếp loại", en: "Not rated" },
  rated: { vi: "được xếp loại", en: "rated" },
  attendance: { vi: "Tỷ lệ dự sinh hoạt", en: "Attendance" },
  attendanceHint: {
    vi: "Cộng số lượt của mọi chi bộ trong năm, không lấy trung bình các tỷ lệ.",
    en: "Sums of counts over every cell of the year, never a mean of rates.",
  },
  aimLine: { vi: "mức yêu cầu", en: "aim" },
  showAll: { vi: "Xem tất cả", en: "Show all" },
  showFewer: { vi: "Chỉ xem xã, thị trấn", en: "Communes only" },
  times: { vi: "lượt", en: "attendances" },
  tree: { vi: "Cây tổ chức", en: "Organizations" },
  treeHint: {
    vi: "Dùng phím mũi tên để mở và đi trong cây, Enter để xem căn cứ.",
    en: "Arrow keys open branches and move; Enter shows the grounds.",
  },
  memberCount: { vi: "đảng viên", en: "members" },
  fullCount: { vi: "chính thức", en: "full" },
  probationaryCount: { vi: "dự bị", en: "probationary" },
  review: { vi: "Cần xem lại", en: "To look at" },
  misfits: { vi: "Quy mô không còn phù hợp", en: "Size no longer fits the kind" },
  belowAim: { vi: "Chi bộ dưới mức yêu cầu về dự sinh hoạt", en: "Cells below the attendance aim" },
  ties: { vi: "Bằng điểm ở ranh giới tỷ lệ xuất sắc", en: "Ties at the cap on excellent" },
  tieSeats: { vi: "suất để biểu quyết giữa", en: "seats to be voted on among" },
  tiePersons: { vi: "người", en: "tied" },
  noMisfits: { vi: "Không có tổ chức nào.", en: "None." },
  fits: { vi: "phù hợp", en: "would fit" },
  noForm: { vi: "chưa đủ điều kiện lập tổ chức", en: "too few to form an organization" },
  needsGroups: { vi: "cần chia thành các tổ đảng", en: "to be divided into Party groups" },
  grounds: { vi: "Căn cứ", en: "Grounds" },
  noGrounds: {
    vi: "Con số này chỉ là phép đếm trên sổ; không quy định nào phải xét.",
    en: "This figure only counts what the record holds; no rule had to judge.",
  },
  readings: { vi: "Cách hiểu đã chọn", en: "Readings chosen" },
  holds: { vi: "Đạt", en: "Holds" },
  fails: { vi: "Không đạt", en: "Does not hold" },
  inForce: { vi: "có hiệu lực", en: "in force" },
  since: { vi: "từ", en: "from" },
  until: { vi: "đến", en: "to" },
  sure: { vi: "Độ chắc của nguồn", en: "How sure" },
  counted: { vi: "Đếm được", en: "Counted" },
  of: { vi: "trên", en: "of" },
  close: { vi: "Đóng", en: "Close" },
  level: { vi: "Mức", en: "Level" },
  byScore: { vi: "theo điểm", en: "by score" },
  byConditions: { vi: "theo điều kiện", en: "by conditions" },
  ownLevel: { vi: "Theo kết quả của chính mình", en: "By its own facts" },
  capStep: { vi: "Giới hạn tỷ lệ xuất sắc", en: "The cap on excellent" },
  ratedStep: { vi: "Có được xếp loại không", en: "Whether rated" },
  sizeStep: { vi: "Quy mô và loại hình", en: "Size and kind" },
  roll: { vi: "Danh sách đảng viên", en: "Members" },
  filesTitle: { vi: "Mở các tệp của bạn", en: "Open your own files" },
  filesHint: {
    vi: "Thả các tệp CSV (organizations, posts, members, meetings, attendance, targets, ratings, adoption, projects) vào đây, hoặc chọn từ máy. Tệp được đọc ngay trên trang này.",
    en: "Drop CSV files here (organizations, posts, members, meetings, attendance, targets, ratings, adoption, projects), or choose them. They are read on this page alone.",
  },
  choose: { vi: "Chọn tệp…", en: "Choose files…" },
  spreadsheet: { vi: "Tệp lưu từ bảng tính (BOM, dấu chấm phẩy)", en: "Saved by a spreadsheet (BOM, semicolons)" },
  backToSample: { vi: "Trở lại huyện mẫu", en: "Back to the sample district" },
  problems: { vi: "lỗi trong các tệp", en: "problems in the files" },
  problemsKept: { vi: "lỗi đầu tiên được liệt kê", en: "listed" },
  place: { vi: "Tệp:dòng:cột", en: "File:line:column" },
  wrong: { vi: "Lỗi", en: "What is wrong" },
  sources: { vi: "Bộ quy định", en: "Rule book" },
  conformity: { vi: "Rà soát theo quy định", en: "Conformity review" },
  conformityHint: {
    vi: "Mọi tổ chức trong sổ được đối chiếu với quy định ngày {day}: loại hình, cấp trên, quy mô, bí thư, cấp ủy, nhiệm kỳ.",
    en: "Every organization of the record against the rules of {day}: kind, place, size, secretary, committee, term.",
  },
  reviewed: { vi: "tổ chức đã xét", en: "organizations reviewed" },
  found: { vi: "điểm không phù hợp", en: "findings" },
  stillToDo: { vi: "việc còn phải làm", en: "still to be done" },
  obligations: { vi: "Việc còn phải làm", en: "Still to be done" },
  remedies: { vi: "Cách khắc phục", en: "Remedies" },
  showRest: { vi: "Xem thêm {many}", en: "Show {many} more" },
  dutyBy: { vi: "do {name}", en: "by {name}" },
  due: { vi: "hạn {day}", en: "due {day}" },
  noDue: { vi: "quy định không ghi hạn", en: "no date in the rules" },
  time: { vi: "Tổ chức qua thời gian", en: "Organizations through time" },
  timeHint: {
    vi: "Các xã, thị trấn có thật của huyện Yên Mô từ năm 2004 đến đợt sắp xếp ngày 01/07/2025: tên, mã, ngày và số văn bản là thật; không có người nào. Chọn một tổ chức để xem nó từ đâu đến và thành gì.",
    en: "The real communes of Yên Mô from 2004 to the reform of 2025-07-01: names, codes, days and decree numbers are real; there are no persons. Choose an organization to see where it came from and what became of it.",
  },
  timeSlider: { vi: "Ngày có thay đổi", en: "Days of change" },
  timeBack: { vi: "Lần trước", en: "Earlier" },
  timeNext: { vi: "Lần sau", en: "Later" },
  timeDay: { vi: "Ngày bất kỳ", en: "Any day" },
  timeLiving: { vi: "{many} tổ chức", en: "{many} organizations" },
  timeFirst: { vi: "Ngày đầu của sổ.", en: "The first day of the record." },
  timeBetween: { vi: "Không có thay đổi trong ngày này; lần gần nhất là {day}.", en: "Nothing changed on this day; the last change was on {day}." },
  timeOutside: { vi: "Chọn một ngày từ {from} đến {to}.", en: "Choose a day from {from} to {to}." },
  timeBefore: { vi: "trước là {name}", en: "was {name}" },
  signedOn: { vi: "ký ngày {day}", en: "signed {day}" },
  code: { vi: "Mã", en: "Code" },
  actFound: { vi: "Lập mới {name}.", en: "{name} is founded." },
  actFoundFrom: { vi: "Lập mới {name} từ {from}.", en: "{name} is founded from {from}." },
  actMerge: { vi: "{from} nhập vào {into}.", en: "Into {into} went {from}." },
  actSplit: { vi: "{from} chia thành {into}.", en: "{from} is divided into {into}." },
  actSplitOff: { vi: "Một phần {from} tách sang {into}.", en: "A part of {from} goes to {into}." },
  actMove: { vi: "{name} chuyển về trực thuộc {parent}.", en: "{name} comes under {parent}." },
  actChangeKind: { vi: "{name} chuyển loại hình: {kind}.", en: "{name} changes its kind: {kind}." },
  actRename: { vi: "{was} đổi tên thành {name}.", en: "{was} is now called {name}." },
  actRecode: { vi: "{name} mang mã {code}.", en: "{name} has the code {code}." },
  actDissolve: { vi: "{name} giải thể; không ghi nơi kế thừa.", en: "{name} is dissolved; no successor is recorded." },
  actDisband: { vi: "{name} bị giải tán.", en: "{name} is disbanded." },
  actEndTier: { vi: "Kết thúc cấp huyện: {names}.", en: "The tier ends: {names}." },
  family: { vi: "Từ đâu đến, thành gì", en: "Where it came from, what became of it" },
  familyOf: { vi: "Sơ đồ nguồn gốc của {name}", en: "Family picture of {name}" },
  inWords: { vi: "Bằng lời", en: "In words" },
  stages: { vi: "Tên và cấp trên qua các thời kỳ", en: "Names and superiors by date" },
  stageFrom: { vi: "Từ ngày", en: "From" },
  stageName: { vi: "Tên", en: "Name" },
  stageParent: { vi: "Trực thuộc", en: "Under" },
  sinceYear: { vi: "từ {from}", en: "since {from}" },
  untilYear: { vi: "đến {until}", en: "until {until}" },
  firstDay: { vi: "ngày đầu của sổ", en: "first day of the record" },
  partly: { vi: "một phần", en: "in part" },
  wholly: { vi: "toàn bộ", en: "whole" },
  dashed: { vi: "Nét đứt: chỉ một phần.", en: "Dashed lines: only a part." },
  noSuccessor: { vi: "Không ghi nơi kế thừa", en: "No successor is recorded" },
  wentInto: { vi: "Ngày {day}, theo {decision}: {from} nhập vào {into}.", en: "On {day}, by {decision}: into {into} went {from}." },
  wentPartly: { vi: "Ngày {day}, theo {decision}: một phần {from} sang {into}.", en: "On {day}, by {decision}: into {into} went a part of {from}." },
  noForebears: { vi: "{name}: không ghi tổ chức tiền thân.", en: "{name}: nothing recorded came before it." },
  endedWithout: { vi: "Ngày {day}, theo {decision}: {name} kết thúc{how}; không ghi nơi kế thừa.", en: "On {day}, by {decision}: {name} ended{how}; no successor is recorded." },
  goesOn: { vi: "{name} vẫn hoạt động.", en: "{name} goes on." },
  heirsNow: { vi: "Nay thuộc {heirs}.", en: "It lives on in {heirs}." },
} as const;

export type Word = keyof typeof WORDS;

export function word(key: Word, language: Language): string {
  return WORDS[key][language];
}

/** A sentence with its gaps filled. */
export function fill(text: string, parts: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => parts[name] ?? gap);
}

function joined(parts: string[], language: Language, type: "conjunction" | "disjunction"): string {
  return new Intl.ListFormat(language === "vi" ? "vi" : "en-GB", { type }).format(parts);
}

export function listed(parts: string[], language: Language): string {
  return joined(parts, language, "conjunction");
}

export function listedOr(parts: string[], language: Language): string {
  return joined(parts, language, "disjunction");
}

type Named<K extends string> = Record<K, Record<Language, string>>;

const MARKS: Named<Mark> = {
  new: { vi: "mới", en: "new" },
  gone: { vi: "kết thúc", en: "gone" },
  renamed: { vi: "đổi tên", en: "renamed" },
  recoded: { vi: "đổi mã", en: "new code" },
  moved: { vi: "đổi cấp trên", en: "moved" },
  kindChanged: { vi: "đổi loại hình", en: "new kind" },
};

export function markName(mark: Mark, language: Language): string {
  return MARKS[mark][language];
}

const CLOSINGS: Named<Closing> = {
  merged: { vi: "nhập vào tổ chức khác", en: "merged" },
  split: { vi: "chia tách", en: "divided" },
  dissolved: { vi: "giải thể", en: "dissolved" },
  disbanded: { vi: "giải tán", en: "disbanded" },
  tierEnded: { vi: "cấp này kết thúc", en: "its tier ended" },
};

export function closingName(closing: Closing, language: Language): string {
  return CLOSINGS[closing][language];
}

const FINDINGS: Named<Finding> = {
  kindNotInForce: { vi: "Loại hình không còn trong quy định", en: "A kind the rules no longer know" },
  wrongParent: { vi: "Cấp trên trực tiếp không đúng quy định", en: "Under an organization that may not be above it" },
  villageOnlyCell: { vi: "Thôn, tổ dân phố chỉ lập chi bộ", en: "A village may have only a cell" },
  tooFewMembers: { vi: "Không đủ đảng viên chính thức để lập tổ chức", en: "Too few full members for an organization" },
  wrongKindForSize: { vi: "Loại hình không hợp quy mô", en: "The size asks for another kind" },
  noPartyGroups: { vi: "Chi bộ đông chưa chia tổ đảng", en: "A large cell without Party groups" },
  noSecretary: { vi: "Chưa có bí thư", en: "No secretary" },
  noCommittee: { vi: "Chi bộ phải bầu chi ủy mà chưa có", en: "A cell without the committee it has to elect" },
  committeeBelowSize: { vi: "Có chi ủy khi chưa đủ đảng viên", en: "A committee in a cell too small for one" },
  committeeTooLarge: { vi: "Chi ủy quá số lượng", en: "The cell's committee is too large" },
  standingCommitteeTooLarge: { vi: "Ban thường vụ quá số lượng", en: "The standing committee is too large" },
  termOver: { vi: "Đã hết nhiệm kỳ", en: "The term is over" },
  noPurpose: { vi: "Chi bộ sinh hoạt tạm thời chưa ghi lý do", en: "A temporary cell without a stated reason" },
};

export function findingName(finding: Finding, language: Language): string {
  return FINDINGS[finding][language];
}

const REMEDIES: Named<RemedyAct> = {
  changeKind: { vi: "chuyển sang loại hình phù hợp", en: "change to a kind that fits" },
  merge: { vi: "nhập vào tổ chức khác", en: "merge it into another" },
  dissolve: { vi: "giải thể", en: "dissolve it" },
  move: { vi: "chuyển về cấp trên đúng quy định", en: "move it under one that may be above it" },
  endTier: { vi: "kết thúc cả cấp bằng một quyết định", en: "end the whole tier by one decision" },
  foundPartyGroups: { vi: "chia thành các tổ đảng", en: "form Party groups" },
  split: { vi: "chia tách chi bộ", en: "divide it" },
  askConsent: { vi: "đề nghị cấp trên cho giữ nguyên chi bộ", en: "ask the superior to let it stay a cell" },
  fillSecretary: { vi: "bầu hoặc chỉ định bí thư", en: "elect or appoint a secretary" },
  electCommittee: { vi: "bầu chi ủy", en: "elect a committee" },
  reduceCommittee: { vi: "giảm số ủy viên", en: "make the committee smaller" },
  holdCongress: { vi: "tổ chức đại hội", en: "hold the congress" },
  statePurpose: { vi: "ghi lý do lập", en: "state the reason" },
};

/** A remedy in words; the kind that would fit by its name. */
export function remedyName(act: RemedyAct, kind: string | null, language: Language): string {
  const name = REMEDIES[act][language];
  return kind === null ? name : `${name} (${kind.toLocaleLowerCase(language)})`;
}

const DUTIES: Named<Obligation["duty"]> = {
  settleClosure: { vi: "thu hồi hồ sơ và con dấu", en: "collect files and seal" },
  holdCongress: { vi: "tổ chức đại hội", en: "hold the congress" },
  appointLeaders: { vi: "chỉ định cấp ủy, bí thư, phó bí thư", en: "appoint committee, secretary and deputies" },
};

export function dutyName(duty: Obligation["duty"], language: Language): string {
  return DUTIES[duty][language];
}

const FIGURES: Record<string, Record<Language, string>> = {
  "admissions-against-plan": { vi: "kết nạp so với chỉ tiêu", en: "admitted against plan" },
  admissions: { vi: "kết nạp trong năm", en: "admitted in the year" },
  "admissions-non-state": { vi: "trong doanh nghiệp ngoài nhà nước", en: "in enterprises outside the State" },
  "admissions-religious": { vi: "là người theo đạo", en: "of a religious faith" },
  "cells-founded-non-state": {
    vi: "chi bộ mới trong doanh nghiệp ngoài nhà nước",
    en: "cells founded in enterprises outside the State",
  },
  "organizations-good-or-better": {
    vi: "tổ chức cơ sở đảng hoàn thành tốt trở lên",
    en: "grassroots organizations good or better",
  },
  "organizations-not-completed": {
    vi: "tổ chức cơ sở đảng không hoàn thành",
    en: "grassroots organizations not completed",
  },
  "members-good-or-better": { vi: "đảng viên hoàn thành tốt trở lên", en: "members good or better" },
  "app-adoption": { vi: "đảng viên đã cài, đăng nhập và dùng", en: "members installed, logged in and used" },
  "bids-count": { vi: "gói thầu", en: "bids" },
  "bids-value": { vi: "tổng giá gói thầu", en: "value of the packages" },
  "bids-saving": { vi: "tiết kiệm qua đấu thầu", en: "saved by bidding" },
  "projects-with-quality": { vi: "công trình bảo đảm chất lượng", en: "works with quality" },
  "projects-completed-early": { vi: "công trình vượt tiến độ", en: "works completed early" },
};

export function figureName(id: string, language: Language): string {
  return FIGURES[id]?.[language] ?? id;
}

const SURENESS: Record<string, Record<Language, string>> = {
  read: { vi: "đã đọc toàn văn", en: "read in the full text" },
  secondary: { vi: "đọc trên nguồn thứ cấp", en: "read on a secondary page" },
  weak: { vi: "nguồn yếu, chỉ là gợi ý", en: "weak source, a hint" },
  inferred: { vi: "suy từ văn bản liền kề", en: "carried over from a neighbouring text" },
  chosen: { vi: "cách hiểu được chọn", en: "a reading that was chosen" },
};

export function surenessName(sureness: string, language: Language): string {
  return SURENESS[sureness]?.[language] ?? sureness;
}

export function levelName(level: Level | "voteNeeded" | "notRated", language: Language): string {
  return word(level, language);
}

/** A date as people of the language write it. */
export function day(iso: string, language: Language): string {
  const [year, month, date] = iso.split("-");
  return language === "vi" ? `${date}/${month}/${year}` : iso;
}

/** The month of a day, as people of the language write it. */
export function monthOf(iso: string, language: Language): string {
  const [year, month] = iso.split("-");
  return language === "vi" ? `${month}/${year}` : `${year}-${month}`;
}

/** A number text of the library (`107.4`) with the decimal sign of the language. */
export function decimal(shown: string, language: Language): string {
  return language === "vi" ? shown.replace(".", ",") : shown;
}

/** Hundredths of a point as points: `850` is 8.5. */
export function points(hundredths: number, language: Language): string {
  return decimal(String(hundredths / 100), language);
}

export function count(number: number, language: Language): string {
  return number.toLocaleString(language === "vi" ? "vi-VN" : "en-GB");
}

/** Money in billions, cut and never rounded up: "over 351 billion" stays true. */
export function billions(dong: number, language: Language): { number: string; unit: string } {
  const tenths = Math.trunc(dong / 100_000_000);
  const text = `${Math.trunc(tenths / 10)}.${Math.abs(tenths % 10)}`;
  return { number: decimal(text, language), unit: language === "vi" ? "tỷ đồng" : "billion đồng" };
}

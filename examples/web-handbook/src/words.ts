import type { Language, Level } from "handbook-wasm";

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
} as const;

export type Word = keyof typeof WORDS;

export function word(key: Word, language: Language): string {
  return WORDS[key][language];
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

/** A number text of the library (`107.4`) with the decimal sign of the language. */
export function decimal(shown: string, language: Language): string {
  return language === "vi" ? shown.replace(".", ",") : shown;
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

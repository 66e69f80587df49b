import type {
  ContributionKind,
  Decision,
  AbsenceCause,
  HelpReason,
  Language,
  MeetingItem,
  MeetingKind,
  MeetingScore,
  MeetingStage,
  WorkStep,
  MonthlyState,
  Presence,
  Sight,
  Standing,
  TaskStage,
} from "handbook-wasm";
import { wordName } from "handbook-wasm";

/** What the rooms of meetings say; sentences about rules come from the library. */
const SAID = {
  deskTitle: { vi: "Sinh hoạt chi bộ", en: "Cell meetings" },
  deskHint: {
    vi: "Chọn chi bộ và ngày đang xét. Việc làm ở đây chỉ ghi vào sổ mở trên trang này.",
    en: "Choose a cell and the day to look from. What is done here goes only into the record open on this page.",
  },
  today: { vi: "Hôm nay", en: "Today" },
  above: { vi: "Đảng bộ", en: "Organization above" },
  cell: { vi: "Chi bộ", en: "Cell" },
  onPage: { vi: "Trong trang này", en: "On this page" },

  calendar: { vi: "Lịch tháng", en: "Calendar" },
  calendarHint: {
    vi: "Phím mũi tên đi từng ngày, Page Up và Page Down đổi tháng, Enter chọn ngày.",
    en: "Arrow keys move by day, Page Up and Page Down by month, Enter chooses a day.",
  },
  calendarOf: { vi: "Lịch của", en: "Calendar of" },
  wholeCell: { vi: "Cả chi bộ", en: "The whole cell" },
  previousMonth: { vi: "Tháng trước", en: "Previous month" },
  nextMonth: { vi: "Tháng sau", en: "Next month" },
  month: { vi: "Tháng {month}", en: "{month}" },
  noMeeting: { vi: "không có buổi họp", en: "no meeting" },
  noMeetings: { vi: "Tháng này không có buổi họp nào.", en: "No meeting in this month." },
  meetingsOfMonth: { vi: "Các buổi họp trong tháng", en: "Meetings of the month" },
  meetingsOfDay: { vi: "Các buổi họp ngày {day}", en: "Meetings on {day}" },
  wholeMonth: { vi: "Xem cả tháng", en: "Show the whole month" },
  postponed: { vi: "đã dời", en: "postponed" },
  movedTo: { vi: "dời sang {day}", en: "moved to {day}" },
  movedFrom: { vi: "dời từ {day}", en: "moved from {day}" },
  openMeeting: { vi: "Mở buổi họp", en: "Open the meeting" },
  feed: { vi: "Tải lịch năm {year} (.ics)", en: "Download the calendar of {year} (.ics)" },
  feedMade: { vi: "Đã tạo tệp lịch {file}.", en: "The calendar file {file} was made." },
  todayMark: { vi: "hôm nay", en: "today" },

  wizard: { vi: "Từng bước của một buổi họp", en: "A meeting, step by step" },
  wizardHint: {
    vi: "Năm bước theo biểu mẫu: chuẩn bị, lấy ý kiến, tiến hành, kết luận, theo dõi.",
    en: "The five steps of the forms: prepare, collect, hold, conclude, follow up.",
  },
  chosenMeeting: { vi: "Buổi họp", en: "Meeting" },
  newMeeting: { vi: "Buổi họp mới", en: "A new meeting" },
  schedule: { vi: "Đặt lịch buổi họp", en: "Put it on the calendar" },
  kind: { vi: "Loại buổi họp", en: "Kind" },
  on: { vi: "Ngày họp", en: "Day" },
  minutes: { vi: "Thời lượng (phút)", en: "Length in minutes" },
  steps: { vi: "Các bước", en: "Steps" },
  doneOf: { vi: "xong {done} trên {all}", en: "{done} of {all} done" },
  recorded: { vi: "Đã ghi vào sổ: {what}.", en: "Recorded: {what}." },
  notRecorded: { vi: "Chưa ghi được: {why}", en: "Not recorded: {why}" },
  refusedTitle: { vi: "Quy định không cho phép. Căn cứ:", en: "The rules forbid it. Grounds:" },
  notedTitle: { vi: "Đã ghi, nhưng có điều cần lưu ý:", en: "Recorded, with something to note:" },
  fillIn: { vi: "Cần điền ô này.", en: "Fill this in." },
  nobody: { vi: "Chưa chọn", en: "Not chosen" },
  cancelledAlready: { vi: "Buổi họp này đã hủy; không làm gì thêm được.", en: "This meeting was called off; nothing more can be done about it." },

  arrange: { vi: "Giờ, nơi họp, người chủ trì", en: "Time, place, chair" },
  at: { vi: "Giờ bắt đầu", en: "Begins at" },
  place: { vi: "Nơi họp", en: "Place" },
  link: { vi: "Đường dẫn họp trực tuyến", en: "Address of the online meeting" },
  topic: { vi: "Chuyên đề", en: "Topic" },
  chair: { vi: "Chủ trì", en: "Chair" },
  secretary: { vi: "Thư ký", en: "Who writes the minutes" },
  guests: { vi: "Khách mời (mỗi dòng một người)", en: "Guests (one on each line)" },
  save: { vi: "Ghi", en: "Record" },
  agenda: { vi: "Chương trình", en: "Agenda" },
  agendaItem: { vi: "Nội dung {number}", en: "Point {number}" },
  presenter: { vi: "Người trình bày {number}", en: "Presented by, point {number}" },
  addItem: { vi: "Thêm nội dung", en: "Add a point" },
  removeItem: { vi: "Bớt nội dung cuối", en: "Remove the last point" },
  saveAgenda: { vi: "Ghi chương trình", en: "Record the agenda" },
  papers: { vi: "Tài liệu", en: "Papers" },
  paperTitle: { vi: "Tên tài liệu", en: "Title of the paper" },
  addPaper: { vi: "Đưa tài liệu lên sổ tay", en: "Put the paper on the handbook" },
  papersOn: { vi: "Đã đưa lên, lần cuối ngày {day}.", en: "On the handbook, the last on {day}." },
  notice: { vi: "Thông báo triệu tập", en: "Notice" },
  noticeText: { vi: "Lời thông báo", en: "Text of the notice" },
  notify: { vi: "Gửi thông báo", en: "Give notice" },
  notifiedOn: { vi: "Đã thông báo lần đầu ngày {day}.", en: "First notice given on {day}." },
  change: { vi: "Dời hoặc hủy buổi họp", en: "Postpone or call off" },
  postponeTo: { vi: "Ngày mới", en: "New day" },
  reason: { vi: "Lý do", en: "Reason" },
  postpone: { vi: "Dời buổi họp", en: "Postpone" },
  cancel: { vi: "Hủy buổi họp", en: "Call it off" },
  changeLine: { vi: "Ngày {day}: dời từ {from} sang {to}. Lý do: {reason}", en: "On {day}: moved from {from} to {to}. Reason: {reason}" },
  cancelLine: { vi: "Ngày {day}: hủy. Lý do: {reason}", en: "On {day}: called off. Reason: {reason}" },

  draft: { vi: "Dự thảo nghị quyết", en: "Draft of the resolution" },
  saveDraft: { vi: "Đưa dự thảo lên sổ tay", en: "Put the draft on the handbook" },
  contributions: { vi: "Đề xuất, góp ý, câu hỏi", en: "Proposals, comments, questions" },
  noContributions: { vi: "Chưa có ý kiến nào.", en: "Nothing brought in yet." },
  contribute: { vi: "Thêm ý kiến của đảng viên", en: "Add what a member brings in" },
  contributor: { vi: "Của đảng viên", en: "From the member" },
  contributionKind: { vi: "Loại ý kiến", en: "Kind" },
  aboutItem: { vi: "Về nội dung", en: "About the point" },
  wholeMeeting: { vi: "Chung cả buổi họp", en: "The meeting as a whole" },
  contributionText: { vi: "Nội dung ý kiến", en: "Text" },
  sendContribution: { vi: "Gửi ý kiến", en: "Send it" },
  accept: { vi: "Tiếp thu", en: "Accept" },
  reject: { vi: "Không tiếp thu", en: "Do not accept" },
  settleReason: { vi: "Lý do (cần khi không tiếp thu)", en: "Reason (needed when not accepted)" },
  accepted: { vi: "được tiếp thu", en: "accepted" },
  rejected: { vi: "không tiếp thu", en: "not accepted" },
  unsettled: { vi: "chờ bí thư xem", en: "waiting for the secretary" },
  unanswered: { vi: "chờ trả lời", en: "waiting for an answer" },
  answeredOn: { vi: "trả lời ngày {day}", en: "answered on {day}" },
  answer: { vi: "Câu trả lời", en: "Answer" },
  sendAnswer: { vi: "Trả lời", en: "Answer it" },

  dayDiffers: { vi: "Buổi họp là ngày {day}; hôm nay đang là {today}.", en: "The meeting is on {day}; today is {today}." },
  goToDay: { vi: "Đặt hôm nay là ngày họp", en: "Make the day of the meeting today" },
  opening: { vi: "Khai mạc", en: "Opening" },
  openAt: { vi: "Giờ khai mạc", en: "Opened at" },
  open: { vi: "Khai mạc", en: "Open" },
  openedAt: { vi: "Khai mạc lúc {at}.", en: "Opened at {at}." },
  whoIsThere: { vi: "Ai đến, ai về", en: "Who comes and leaves" },
  clock: { vi: "Giờ ghi nhận", en: "Time to record" },
  clockHint: { vi: "Mỗi lần chạm ghi người ấy vào giờ này.", en: "Each tap records the person at this time." },
  came: { vi: "Đến", en: "Came" },
  cameOnline: { vi: "Trực tuyến", en: "Online" },
  left: { vi: "Về", en: "Left" },
  cameAt: { vi: "đến {at}", en: "came {at}" },
  cameLateAt: { vi: "đến muộn {at}", en: "came late, {at}" },
  onlineAt: { vi: "trực tuyến {at}", en: "online {at}" },
  onlineLateAt: { vi: "trực tuyến, muộn {at}", en: "online late, {at}" },
  leftAt: { vi: "về {at}", en: "left {at}" },
  notSeen: { vi: "chưa thấy", en: "not seen yet" },
  excusedFor: { vi: "xin vắng: {reason}", en: "excused: {reason}" },
  thereNow: { vi: "Có mặt {present} trên {concerned}.", en: "{present} of {concerned} present." },
  excuse: { vi: "Cho vắng có lý do", en: "Excuse someone" },
  excuseMember: { vi: "Đảng viên vắng", en: "Who is excused" },
  excuseReason: { vi: "Lý do vắng", en: "Reason for absence" },
  saveExcuse: { vi: "Ghi vắng có lý do", en: "Record the excuse" },
  roll: { vi: "Điểm danh", en: "Roll-call" },
  rollHint: {
    vi: "Đã chọn sẵn theo người đến và người xin vắng; chạm để sửa từng người.",
    en: "Filled in from who came and who is excused; one tap changes a line.",
  },
  callRoll: { vi: "Chốt điểm danh", en: "Close the roll" },
  rollCalled: { vi: "Đã điểm danh {many} người.", en: "The roll of {many} is closed." },
  speakers: { vi: "Phát biểu", en: "Speakers" },
  speaker: { vi: "Người phát biểu", en: "Who speaks" },
  speak: { vi: "Ghi phát biểu", en: "Record the speaker" },
  speakersSoFar: { vi: "{many} người đã phát biểu.", en: "{many} have spoken." },
  votes: { vi: "Biểu quyết", en: "Votes" },
  question: { vi: "Nội dung biểu quyết", en: "Question" },
  decision: { vi: "Quyết định về", en: "Decision" },
  method: { vi: "Hình thức", en: "Method" },
  yes: { vi: "Tán thành", en: "In favour" },
  no: { vi: "Không tán thành", en: "Against" },
  abstained: { vi: "Ý kiến khác, phiếu không hợp lệ", en: "Abstained or invalid" },
  one: { vi: "Thêm một: {name}", en: "One more: {name}" },
  oneLess: { vi: "Bớt một: {name}", en: "One less: {name}" },
  saveVote: { vi: "Ghi kết quả biểu quyết", en: "Record the vote" },
  voteNeedsOpening: { vi: "Khai mạc trước: số người được tính lấy từ người có mặt.", en: "Open first: who counts follows from who is there." },
  counting: {
    vi: "Tính trên {base} người; cần ít nhất {required} phiếu tán thành. ",
    en: "{base} count; at least {required} in favour are needed. ",
  },
  missing: { vi: "Còn thiếu {missing} phiếu; {open} phiếu chưa đếm.", en: "{missing} more are needed; {open} are not counted yet." },
  impossible: { vi: "Còn thiếu {missing} phiếu mà chỉ còn {open}: không thể đạt.", en: "{missing} more are needed and only {open} are left: it can no longer carry." },
  carried: { vi: "Đủ số phiếu: được thông qua.", en: "Enough votes: it carries." },
  voteLine: { vi: "Số {number}: {question}", en: "No. {number}: {question}" },
  voteTotals: { vi: "{yes} tán thành, {no} không, {abstained} khác, trên {base}", en: "{yes} for, {no} against, {abstained} other, of {base}" },
  voteCarried: { vi: "thông qua", en: "carried" },
  voteFailed: { vi: "không thông qua", en: "not carried" },
  record: { vi: "Biên bản", en: "Minutes" },
  recordText: { vi: "Nội dung biên bản", en: "Text of the minutes" },
  saveMinutes: { vi: "Ghi biên bản", en: "Record the minutes" },
  closing: { vi: "Bế mạc", en: "Closing" },
  closeAt: { vi: "Giờ bế mạc", en: "Closed at" },
  close: { vi: "Bế mạc", en: "Close" },
  closedAt: { vi: "Bế mạc lúc {at}; họp {minutes} phút.", en: "Closed at {at} after {minutes} minutes." },

  resolution: { vi: "Nghị quyết", en: "Resolution" },
  resolutionNumber: { vi: "Số nghị quyết", en: "Number" },
  resolutionTitle: { vi: "Tên nghị quyết", en: "Title" },
  resolutionText: { vi: "Nội dung nghị quyết", en: "Text" },
  byVote: { vi: "Theo biểu quyết", en: "Carried by the vote" },
  withoutVote: { vi: "Không gắn biểu quyết", en: "No vote linked" },
  resolve: { vi: "Ban hành nghị quyết", en: "Pass the resolution" },
  resolutionLine: { vi: "Nghị quyết số {number} ngày {day}: {title}", en: "Resolution {number} of {day}: {title}" },
  publishing: { vi: "Đưa kết quả lên sổ tay", en: "Putting the result on the handbook" },
  publish: { vi: "Đưa kết quả lên", en: "Publish" },
  publishedOn: { vi: "Đã đưa lên ngày {day}.", en: "Published on {day}." },
  notPublished: { vi: "Chưa đưa lên.", en: "Not published yet." },

  score: { vi: "Chấm điểm buổi họp", en: "Score of the meeting" },
  scoreHint: {
    vi: "Chi bộ tự chấm các phần này; các phần khác do sổ tính. Câu báo lỗi đếm bằng phần trăm điểm: 100 là một điểm.",
    en: "The cell marks these parts itself; the record computes the others. Errors count in hundredths: 100 is one point.",
  },
  scoreMost: { vi: "Điểm {part} (tối đa {most})", en: "Points for {part} (at most {most})" },
  writePoints: { vi: "Ghi số điểm, nhiều nhất hai chữ số lẻ: 8,5.", en: "Write points with at most two decimals: 8.5." },
  giveScore: { vi: "Chấm điểm", en: "Score the meeting" },
  marksOf: { vi: "{marks} / {most} điểm", en: "{marks} of {most} points" },
  notScored: { vi: "không chấm", en: "not scored" },
  scoreSum: { vi: "Tổng: {marks} trên {most} điểm.", en: "Sum: {marks} of {most} points." },
  meetingClass: { vi: "Xếp loại: {name}", en: "Class: {name}" },
  noMeetingClass: { vi: "Không xếp loại", en: "Without a class" },

  tasks: { vi: "Nhiệm vụ theo nghị quyết", en: "Tasks of the resolution" },
  noTasks: { vi: "Chưa giao nhiệm vụ nào.", en: "No task was given." },
  taskTitle: { vi: "Việc phải làm", en: "What is to be done" },
  taskMeasure: { vi: "Đo bằng gì", en: "How it is measured" },
  taskPerson: { vi: "Người làm", en: "Who does it" },
  taskDue: { vi: "Hạn cuối", en: "Last day" },
  giveTask: { vi: "Giao nhiệm vụ", en: "Give the task" },
  taskQuality: { vi: "Chất lượng", en: "How well" },
  completeTask: { vi: "Ghi là đã xong", en: "Record as done" },

  stillMissing: { vi: "Còn thiếu", en: "Still missing" },
  nothingMissing: { vi: "Mọi việc của buổi họp đã xong.", en: "Everything about the meeting is done." },
  goToStep: { vi: "Tới bước {step}", en: "Go to: {step}" },
  dueOn: { vi: "hạn {day}", en: "due {day}" },
  lateItem: { vi: "quá hạn", en: "late" },
  questions: { vi: "Câu hỏi của đảng viên", en: "Questions of members" },
  noQuestions: { vi: "Không có câu hỏi nào.", en: "No questions." },
  allDone: { vi: "Việc đã xong", en: "Done" },

  monitor: { vi: "Theo dõi sinh hoạt tháng", en: "Monitor of the month" },
  monitorHint: {
    vi: "Chi bộ nào đã họp, tỷ lệ dự, nơi cần giúp. Mỗi người chỉ thấy phần chức vụ được thấy.",
    en: "Which cells met, attendance, who needs help. Each person sees only what the post may see.",
  },
  asker: { vi: "Ai hỏi", en: "Who asks" },
  host: { vi: "Sổ tay (thấy tất cả)", en: "The handbook itself (sees everything)" },
  district: { vi: "Bí thư cấp trên cùng", en: "Secretary at the top" },
  commune: { vi: "Bí thư đảng bộ", en: "Secretary of the organization above" },
  cellSecretary: { vi: "Bí thư chi bộ", en: "Secretary of the cell" },
  member: { vi: "Đảng viên", en: "A plain member" },
  askerGone: { vi: "Ở đây không có ai giữ chức này", en: "Nobody holds this post here" },
  unseenBody: { vi: "Không được xem tổ chức này", en: "This organization is not shown" },
  whereAmI: { vi: "Đang xem", en: "Looking at" },
  cellsCount: { vi: "chi bộ", en: "cells" },
  attendance: { vi: "Dự sinh hoạt", en: "Attendance" },
  attendanceSums: { vi: "{attended} lượt dự trên {expected} lượt phải dự", en: "{attended} attended of {expected} expected" },
  nobodyExpected: { vi: "Chưa có lượt nào phải dự.", en: "Nobody was expected yet." },
  reachesAim: { vi: "đạt mức yêu cầu", en: "reaches the aim" },
  belowAim: { vi: "dưới mức yêu cầu", en: "below the aim" },
  trend: { vi: "Sáu tháng gần đây", en: "Six months" },
  trendMonth: { vi: "Tháng", en: "Month" },
  trendShare: { vi: "Tỷ lệ dự", en: "Attendance" },
  trendHeld: { vi: "Đã họp", en: "Held" },
  heldOf: { vi: "{held} / {cells}", en: "{held} / {cells}" },
  inNeed: { vi: "Nơi cần giúp", en: "Who needs help" },
  noneInNeed: { vi: "Không có chi bộ nào cần giúp.", en: "No cell needs help." },
  cellsInNeed: { vi: "{many} chi bộ cần giúp", en: "Cells in need: {many}" },
  linesBelow: { vi: "Các tổ chức trực thuộc", en: "Directly below" },
  linesOfCell: { vi: "Chi bộ", en: "The cell" },
  heldCells: { vi: "{held} trên {cells} chi bộ đã họp", en: "{held} of {cells} cells met" },
  metOn: { vi: "họp ngày {day}", en: "meeting on {day}" },
  sees: { vi: "Được thấy:", en: "May see:" },
  seeCalendar: { vi: "Xem lịch của chi bộ", en: "See the cell's calendar" },
  grounds: { vi: "Căn cứ", en: "Grounds" },

  evaluation: { vi: "Đánh giá, xếp loại cuối năm", en: "Yearly evaluation" },
  evaluationHint: {
    vi: "Mức dự kiến của từng người, vì sao, và điều gì làm nó thay đổi. Trang này chỉ bày ra; mức do cấp có thẩm quyền quyết định.",
    en: "Everyone's level as the facts give it, why, and what would change it. The page only shows; the competent body decides.",
  },
} as const;

export type Said = keyof typeof SAID;

export function said(key: Said, language: Language): string {
  return SAID[key][language];
}

type Named<K extends string> = Record<K, Record<Language, string>>;

function naming<K extends string>(names: Named<K>): (key: K, language: Language) => string {
  return (key, language) => names[key]?.[language] ?? key;
}

export const kindName = naming<MeetingKind>({
  monthly: { vi: "thường kỳ", en: "monthly" },
  thematic: { vi: "chuyên đề", en: "thematic" },
  committeeWide: { vi: "toàn đảng bộ", en: "of all members" },
  congress: { vi: "đại hội", en: "congress" },
});

export const stageName = naming<MeetingStage>({
  announced: { vi: "sắp họp", en: "announced" },
  overdue: { vi: "quá ngày, chưa họp", en: "overdue" },
  held: { vi: "đã họp", en: "held" },
  cancelled: { vi: "đã hủy", en: "called off" },
});

export const originName = naming<MeetingScore["groups"][number]["parts"][number]["origin"]>({
  given: { vi: "tự chấm", en: "given" },
  computed: { vi: "sổ tính", en: "computed" },
  byPolicy: { vi: "theo cách hiểu đã chọn", en: "by the chosen reading" },
  notScored: { vi: "không chấm", en: "not scored" },
});

export const presenceName = naming<Presence>({
  presentInPerson: { vi: "Có mặt", en: "Present" },
  presentOnline: { vi: "Trực tuyến", en: "Online" },
  excused: { vi: "Vắng có lý do", en: "Excused" },
  unexcused: { vi: "Vắng không lý do", en: "Absent" },
  exempted: { vi: "Miễn sinh hoạt", en: "Exempted" },
  suspended: { vi: "Đình chỉ", en: "Suspended" },
  awayTemporarily: { vi: "Sinh hoạt nơi khác", en: "Away" },
});

export const standingName = naming<Standing>({
  active: { vi: "đang sinh hoạt", en: "active" },
  exempted: { vi: "miễn sinh hoạt", en: "exempted" },
  suspended: { vi: "đình chỉ", en: "suspended" },
  away: { vi: "đi xa", en: "far away" },
});

export function excuseName(cause: AbsenceCause, language: Language): string {
  return wordName("absenceCause", cause, language);
}

export const contributionName = naming<ContributionKind>({
  proposal: { vi: "đề xuất", en: "proposal" },
  comment: { vi: "góp ý", en: "comment" },
  question: { vi: "câu hỏi", en: "question" },
});

export const decisionName = naming<Decision>({
  ordinary: { vi: "nghị quyết thường", en: "an ordinary resolution" },
  admission: { vi: "kết nạp đảng viên", en: "an admission" },
  recognition: { vi: "công nhận chính thức", en: "recognition as a full member" },
  deletion: { vi: "xóa tên", en: "deletion from the list" },
  expulsion: { vi: "khai trừ", en: "an expulsion" },
  election: { vi: "bầu cử", en: "an election" },
});

export const methodName = naming<"card" | "secret">({
  card: { vi: "giơ thẻ", en: "raised card" },
  secret: { vi: "bỏ phiếu kín", en: "secret ballot" },
});

export const stepName = naming<WorkStep>({
  prepare: { vi: "Chuẩn bị", en: "Prepare" },
  collect: { vi: "Lấy ý kiến", en: "Collect" },
  hold: { vi: "Tiến hành", en: "Hold" },
  conclude: { vi: "Kết luận", en: "Conclude" },
  follow: { vi: "Theo dõi", en: "Follow up" },
});

export const itemName = naming<MeetingItem>({
  arrange: { vi: "giờ và nơi họp", en: "time and place" },
  agenda: { vi: "chương trình", en: "the agenda" },
  notice: { vi: "thông báo triệu tập", en: "the notice" },
  papers: { vi: "tài liệu", en: "the papers" },
  draft: { vi: "dự thảo nghị quyết", en: "the draft of the resolution" },
  settleContributions: { vi: "xem xét mọi ý kiến", en: "settling every contribution" },
  open: { vi: "khai mạc", en: "opening" },
  roll: { vi: "điểm danh", en: "the roll-call" },
  close: { vi: "bế mạc", en: "closing" },
  minutes: { vi: "biên bản", en: "the minutes" },
  resolution: { vi: "nghị quyết", en: "the resolution" },
  score: { vi: "chấm điểm buổi họp", en: "the score of the meeting" },
  publish: { vi: "đưa kết quả lên sổ tay", en: "publishing the result" },
  tasks: { vi: "giao nhiệm vụ", en: "giving tasks" },
  tasksDone: { vi: "hoàn thành mọi nhiệm vụ", en: "every task done" },
  answerQuestions: { vi: "trả lời câu hỏi", en: "answering questions" },
});

export const monthlyName = naming<MonthlyState>({
  onTime: { vi: "họp đúng lịch", en: "on time" },
  late: { vi: "họp muộn", en: "late" },
  notYetDue: { vi: "chưa đến ngày", en: "not yet due" },
  unscheduled: { vi: "chưa đặt lịch", en: "unscheduled" },
  overdue: { vi: "quá ngày", en: "overdue" },
  missed: { vi: "không họp", en: "missed" },
});

export const helpName = naming<HelpReason>({
  twoMonthsWithoutMeeting: { vi: "hai tháng liền không họp", en: "two months without a meeting" },
  attendanceBelowAim: { vi: "tỷ lệ dự dưới mức yêu cầu", en: "attendance below the aim" },
  attendanceFalling: { vi: "tỷ lệ dự giảm ba tháng liền", en: "attendance fell three times in a row" },
  noSecretary: { vi: "chưa có bí thư", en: "no secretary" },
});

export const taskStageName = naming<TaskStage>({
  given: { vi: "đã giao", en: "given" },
  reported: { vi: "đang làm", en: "under way" },
  overdue: { vi: "quá hạn", en: "overdue" },
  done: { vi: "đã xong", en: "done" },
  doneLate: { vi: "xong muộn", en: "done late" },
  dropped: { vi: "đã thôi", en: "taken back" },
});

/** What each sight shows and what it withholds. */
export const sightSentence = naming<Sight>({
  everything: { vi: "mọi số liệu; không giấu gì.", en: "everything; nothing is withheld." },
  cells: {
    vi: "lịch và tỷ lệ dự của từng chi bộ. Không hiện: điểm danh từng người, dự thảo, ý kiến, biên bản.",
    en: "calendar and attendance of every cell. Withheld: the roll by name, drafts, contributions, minutes.",
  },
  sums: {
    vi: "số cộng của từng tổ chức cơ sở. Không hiện: từng chi bộ bên trong.",
    en: "sums of grassroots organizations. Withheld: the cells inside them, one by one.",
  },
  member: {
    vi: "lịch, tài liệu, nghị quyết của nơi mình sinh hoạt và dòng điểm danh của chính mình. Không hiện: mọi số liệu theo dõi.",
    en: "calendar, papers and resolutions of one's own body, and one's own line of the roll. Withheld: all figures of the monitor.",
  },
  nothing: {
    vi: "không gì cả: người này không thuộc và không phụ trách tổ chức này. Không hiện: mọi số liệu.",
    en: "nothing: this person neither belongs to nor steers this organization. Withheld: all figures.",
  },
});

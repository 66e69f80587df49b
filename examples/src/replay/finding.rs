//! What is wrong with the tables or strange in them: one line each, with the place and the unit.

use std::fmt::Display;

use handbook::NaiveDate;
use handbook::text::Language;

/// Which table a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The start table.
    Units,
    /// The events.
    Events,
    /// The reform.
    Reform,
}

/// What a finding means for the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Worth knowing; the line was applied.
    Note,
    /// The line, or a part of it, could not be taken as it stands.
    Problem,
    /// The table cannot be read at all.
    Stop,
}

/// What a line says of a unit that can be compared with the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The full name.
    Name,
    /// The word for what it is.
    Kind,
    /// The level.
    Level,
    /// The code of the unit above.
    Parent,
    /// The code of the province.
    Province,
}

impl Field {
    fn told(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Self::Name => ("tên", "name"),
            Self::Kind => ("loại", "type"),
            Self::Level => ("cấp", "level"),
            Self::Parent => ("đơn vị cấp trên", "parent"),
            Self::Province => ("tỉnh", "province"),
        };
        pick(language, vi, en)
    }
}

/// Why no living unit has a code on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// No unit ever has it.
    Unknown,
    /// The unit that had it ended on a day.
    Ended(NaiveDate),
    /// A unit gets it on a later day.
    NotYet(NaiveDate),
}

impl Absence {
    fn told(self, language: Language) -> String {
        match (self, language) {
            (Self::Unknown, Language::Vi) => "không đơn vị nào có mã này".to_owned(),
            (Self::Unknown, Language::En) => "no unit ever has the code".to_owned(),
            (Self::Ended(on), Language::Vi) => format!("đơn vị có mã này đã kết thúc ngày {on}"),
            (Self::Ended(on), Language::En) => format!("the unit that had the code ended on {on}"),
            (Self::NotYet(on), Language::Vi) => format!("đến ngày {on} mới có đơn vị mang mã này"),
            (Self::NotYet(on), Language::En) => format!("a unit gets the code only on {on}"),
        }
    }
}

/// What is wrong or strange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The file starts with a byte order mark.
    ByteOrderMark,
    /// A line is not UTF-8.
    NotUtf8,
    /// A quote is not closed before the end of the file.
    OpenQuote,
    /// A column of the header is missing.
    MissingColumn(String),
    /// A column of the header stands twice.
    ColumnTwice(String),
    /// A row has more or fewer cells than the header.
    Ragged {
        /// Cells of the row.
        cells: usize,
        /// Columns of the header.
        columns: usize,
    },
    /// White space around a cell of the column.
    OuterSpace(String),
    /// Nothing where something is needed.
    Empty(&'static str),
    /// A cell that the column cannot hold.
    Unfit(&'static str, String),
    /// The start table has the code on an earlier line.
    CodeTwice(u32),
    /// The unit above is not in the start table.
    UnknownParent(String),
    /// A unit would stand above itself; it is not applied.
    Cycle(String),
    /// Units of the start would stand above themselves.
    StartCycle(String),
    /// No living unit has the code.
    NoUnit(Absence),
    /// A living unit has the code.
    CodeLives(String),
    /// No living unit has the code of the unit above.
    NoParent(String, Absence),
    /// A unit below the first level without a unit above.
    ParentNotTold,
    /// A unit would end with living units below it.
    LivingBelow {
        /// How many.
        count: usize,
        /// One of them.
        first: String,
    },
    /// A unit would end on the day on which it began.
    NoDays,
    /// The record of the library refuses the act.
    Refused(String),
    /// The record says something else than the line.
    Differs {
        /// What is compared.
        field: Field,
        /// What the line says.
        said: String,
        /// What the record says.
        known: String,
        /// Whether it is the same in another spelling.
        spelling: bool,
    },
    /// The line changes something that its operation does not name.
    NotInOp {
        /// What it changes.
        field: Field,
        /// What it was.
        known: String,
        /// What it becomes.
        becomes: String,
    },
    /// Units below stay below the unit that takes over the code on the day.
    CarriedOver(usize),
    /// Two lines of the reform tell the same.
    LineTwice(u32),
    /// All of an old unit goes to one new unit, and something of it to another.
    FullBesideAnother {
        /// The other new unit.
        other: String,
        /// The other line.
        line: u32,
    },
    /// Two lines tell different things of one new unit; the first line counts.
    NewUnitDiffers {
        /// What they differ in.
        field: Field,
        /// What this line says.
        said: String,
        /// What the first line says.
        first: String,
        /// The first line.
        line: u32,
    },
    /// A line of the reform names a province as the old unit.
    ProvinceAsOldUnit,
    /// Only a part of an old unit is told, and nothing of the rest.
    RestNotTold,
    /// A living unit that no line of the reform names; it stays.
    NotInReform,
    /// A new unit takes the code of another that stays.
    CodeStays(String),
}

/// Something found in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The table.
    pub source: Source,
    /// The line, from 1.
    pub line: u32,
    /// What it means for the outcome.
    pub weight: Weight,
    /// What is wrong or strange.
    pub reason: Reason,
    /// The code of the unit that it is about; may be empty.
    pub code: String,
    /// Its name; may be empty.
    pub name: String,
    /// The day that it is about.
    pub date: Option<NaiveDate>,
}

impl Finding {
    pub(super) fn new(source: Source, line: u32, reason: Reason) -> Self {
        Self {
            source,
            line,
            weight: Weight::Problem,
            reason,
            code: String::new(),
            name: String::new(),
            date: None,
        }
    }

    pub(super) fn about(mut self, code: &str, name: &str, date: Option<NaiveDate>) -> Self {
        code.clone_into(&mut self.code);
        name.clone_into(&mut self.name);
        self.date = date;
        self
    }

    /// One line for people: the file as it is called, the line, the reason, the unit.
    #[must_use]
    pub fn sentence(&self, file: &dyn Display, language: Language) -> String {
        let line = pick(language, "dòng", "line");
        let note = match self.weight {
            Weight::Note => pick(language, "lưu ý: ", "note: "),
            Weight::Problem | Weight::Stop => "",
        };
        let reason = match language {
            Language::Vi => self.reason.vietnamese(),
            Language::En => self.reason.english(),
        };
        let date = self.date.map(|date| date.to_string()).unwrap_or_default();
        let about = [self.code.as_str(), self.name.as_str(), date.as_str()];
        let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
        let about = if about.is_empty() {
            String::new()
        } else {
            format!(" ({})", about.join(", "))
        };
        let text = format!("{file} {line} {}: {note}{reason}{about}", self.line);
        text.replace(['\n', '\r'], " ")
    }
}

/// Everything found, in the order of finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn add(&mut self, weight: Weight, mut finding: Finding) {
        finding.weight = weight;
        self.0.push(finding);
    }

    pub(super) fn note(&mut self, finding: Finding) {
        self.add(Weight::Note, finding);
    }

    pub(super) fn problem(&mut self, finding: Finding) {
        self.add(Weight::Problem, finding);
    }

    pub(super) fn stop(&mut self, finding: Finding) {
        self.add(Weight::Stop, finding);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn append(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    pub(super) fn about_since(
        &mut self,
        start: usize,
        code: &str,
        name: &str,
        date: Option<NaiveDate>,
    ) {
        for finding in self.0.iter_mut().skip(start) {
            *finding = finding.clone().about(code, name, date);
        }
    }

    /// Whether a table could not be read at all.
    #[must_use]
    pub fn stopped(&self) -> bool {
        self.0.iter().any(|finding| finding.weight == Weight::Stop)
    }

    /// Whether there is nothing but notes.
    #[must_use]
    pub fn clean(&self) -> bool {
        self.0.iter().all(|finding| finding.weight == Weight::Note)
    }

    /// These findings and later ones.
    #[must_use]
    pub fn and(mut self, later: &Self) -> Self {
        self.0.extend(later.0.iter().cloned());
        self
    }

    /// The findings by table and line.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut sorted: Vec<&Finding> = self.0.iter().collect();
        sorted.sort_by_key(|finding| (finding.source, finding.line));
        sorted
    }
}

pub(super) fn pick<T>(language: Language, vi: T, en: T) -> T {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

impl Reason {
    fn english(&self) -> String {
        match self {
            Self::ByteOrderMark => "the file starts with a byte order mark".to_owned(),
            Self::NotUtf8 => "the line is not UTF-8".to_owned(),
            Self::OpenQuote => "a quote is opened and not closed".to_owned(),
            Self::MissingColumn(column) => format!("the column `{column}` is missing"),
            Self::ColumnTwice(column) => {
                format!("the column `{column}` stands twice; the first one counts")
            }
            Self::Ragged { cells, columns } => {
                format!("the row has {cells} cells, the header {columns}")
            }
            Self::OuterSpace(column) => format!("white space around `{column}`"),
            Self::Empty(column) => format!("`{column}` is empty"),
            Self::Unfit(column, text) => format!("`{text}` cannot be taken as `{column}`"),
            Self::CodeTwice(line) => {
                format!("line {line} has the code already; this one is left out")
            }
            Self::UnknownParent(parent) => format!(
                "the parent `{parent}` is not in the table; the unit is entered without one"
            ),
            Self::Cycle(codes) => {
                format!("units would stand above themselves: {codes}; it is not applied")
            }
            Self::StartCycle(codes) => {
                format!(
                    "units would stand above themselves: {codes}; it is entered without a parent"
                )
            }
            Self::NoUnit(absence) => {
                format!("no living unit: {}", absence.told(Language::En))
            }
            Self::CodeLives(name) => format!("the code belongs to the living unit `{name}`"),
            Self::NoParent(parent, absence) => format!(
                "the parent `{parent}` is not there: {}",
                absence.told(Language::En)
            ),
            Self::ParentNotTold => "the unit above is not told".to_owned(),
            Self::LivingBelow { count, first } => {
                format!("{count} living units stand below it, one is {first}")
            }
            Self::NoDays => "it would end on the day on which it began".to_owned(),
            Self::Refused(error) => format!("the record refuses it: {error}"),
            Self::Differs {
                field,
                said,
                known,
                spelling,
            } => format!(
                "{} {}: the line says `{said}`, the record `{known}`",
                field.told(Language::En),
                if *spelling {
                    "differs in spelling"
                } else {
                    "differs"
                }
            ),
            Self::NotInOp {
                field,
                known,
                becomes,
            } => format!(
                "{} changes from `{known}` to `{becomes}`, which the operation does not name",
                field.told(Language::En)
            ),
            Self::CarriedOver(count) => {
                format!("{count} units below it go on below the unit that takes the code over")
            }
            Self::LineTwice(line) => format!("the same as line {line}"),
            Self::FullBesideAnother { other, line } => format!(
                "all of it goes here, but something also to {other} (line {line}); each is taken \
                 as a part"
            ),
            Self::NewUnitDiffers {
                field,
                said,
                first,
                line,
            } => format!(
                "{} of the new unit differs: `{said}`, line {line} says `{first}` and counts",
                field.told(Language::En)
            ),
            Self::ProvinceAsOldUnit => "a province is named as the old unit".to_owned(),
            Self::RestNotTold => "only a part of the unit is told, not the rest".to_owned(),
            Self::NotInReform => {
                "no line of the reform names this living unit of its provinces; it stays".to_owned()
            }
            Self::CodeStays(name) => {
                format!("the new unit takes the code of `{name}`, which stays")
            }
        }
    }

    fn vietnamese(&self) -> String {
        match self {
            Self::ByteOrderMark => "tệp bắt đầu bằng dấu thứ tự byte (BOM)".to_owned(),
            Self::NotUtf8 => "dòng không phải UTF-8".to_owned(),
            Self::OpenQuote => "dấu ngoặc kép mở mà không đóng".to_owned(),
            Self::MissingColumn(column) => format!("thiếu cột `{column}`"),
            Self::ColumnTwice(column) => format!("cột `{column}` lặp lại; lấy cột đầu"),
            Self::Ragged { cells, columns } => {
                format!("dòng có {cells} ô, dòng đầu bảng có {columns}")
            }
            Self::OuterSpace(column) => format!("khoảng trắng thừa ở `{column}`"),
            Self::Empty(column) => format!("`{column}` để trống"),
            Self::Unfit(column, text) => format!("`{text}` không dùng được ở cột `{column}`"),
            Self::CodeTwice(line) => format!("mã đã có ở dòng {line}; bỏ qua dòng này"),
            Self::UnknownParent(parent) => format!(
                "cấp trên `{parent}` không có trong bảng; đơn vị được ghi không có cấp trên"
            ),
            Self::Cycle(codes) => {
                format!("các đơn vị đứng trên chính mình: {codes}; không thực hiện")
            }
            Self::StartCycle(codes) => {
                format!(
                    "các đơn vị đứng trên chính mình: {codes}; đơn vị được ghi không có cấp trên"
                )
            }
            Self::NoUnit(absence) => {
                format!(
                    "không có đơn vị đang tồn tại: {}",
                    absence.told(Language::Vi)
                )
            }
            Self::CodeLives(name) => format!("mã thuộc về đơn vị đang tồn tại `{name}`"),
            Self::NoParent(parent, absence) => format!(
                "không có cấp trên `{parent}`: {}",
                absence.told(Language::Vi)
            ),
            Self::ParentNotTold => "không nêu đơn vị cấp trên".to_owned(),
            Self::LivingBelow { count, first } => {
                format!("còn {count} đơn vị trực thuộc đang tồn tại, trong đó có {first}")
            }
            Self::NoDays => "kết thúc ngay ngày thành lập".to_owned(),
            Self::Refused(error) => format!("không ghi được: {error}"),
            Self::Differs {
                field,
                said,
                known,
                spelling,
            } => format!(
                "{} {}: dòng ghi `{said}`, đang có `{known}`",
                field.told(Language::Vi),
                if *spelling {
                    "khác cách viết"
                } else {
                    "khác"
                }
            ),
            Self::NotInOp {
                field,
                known,
                becomes,
            } => format!(
                "{} đổi từ `{known}` thành `{becomes}` mà thao tác không nêu",
                field.told(Language::Vi)
            ),
            Self::CarriedOver(count) => {
                format!("{count} đơn vị trực thuộc chuyển sang đơn vị nhận mã")
            }
            Self::LineTwice(line) => format!("trùng với dòng {line}"),
            Self::FullBesideAnother { other, line } => format!(
                "toàn bộ vào đây nhưng cũng có phần vào {other} (dòng {line}); đều coi là một phần"
            ),
            Self::NewUnitDiffers {
                field,
                said,
                first,
                line,
            } => format!(
                "{} của đơn vị mới khác nhau: `{said}`, dòng {line} ghi `{first}` và được lấy",
                field.told(Language::Vi)
            ),
            Self::ProvinceAsOldUnit => "đơn vị cũ là một tỉnh".to_owned(),
            Self::RestNotTold => "chỉ nêu một phần đơn vị, không nêu phần còn lại".to_owned(),
            Self::NotInReform => {
                "không dòng sắp xếp nào nêu đơn vị đang tồn tại này; đơn vị giữ nguyên".to_owned()
            }
            Self::CodeStays(name) => {
                format!("đơn vị mới lấy mã của `{name}` vẫn còn tồn tại")
            }
        }
    }
}

//! The level that a subject's own facts give, before the cap on excellent.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::condition::{MEASURES, MISSING};
use super::score::Borders;
use super::sheet::{SheetRules, borders_of};
use crate::check::{FULL_MARKS, SAFE_INTEGER_MOST, in_range, part_of};
use crate::error::{AbsenceReason, HandbookError, InputCode, InputError};
use crate::identifier::check as check_identifier;
use crate::rulebook::policy::{EvaluationScheme, Grade, Level};
use crate::rulebook::sheet::{Measure, RatedFact};
use crate::rulebook::{InForce, Parameter, PolicyChoice, Rules, Sheet, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Who is rated.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum RatedSubject {
    /// An organization (tổ chức đảng, tập thể).
    Organization,
    /// A member who leads a unit (cá nhân giữ chức vụ lãnh đạo, quản lý): the tasks are those of
    /// the unit led.
    Leader,
    /// Any other member (đảng viên không giữ chức vụ lãnh đạo, quản lý).
    #[default]
    Member,
}

/// The year's tasks, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskCounts {
    /// Tasks of the year, 1 or more.
    pub total: u32,
    /// Done, in time or late; at most `total`.
    pub done: u32,
    /// Done in time and with quality.
    pub on_time: u32,
    /// Done beyond what was required (vượt mức yêu cầu); at most `done`.
    pub beyond: u32,
    /// Done late; with `onTime` at most `done`.
    pub late: u32,
}

/// The year's targets (chỉ tiêu), counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetCounts {
    /// Targets of the year, 1 or more.
    pub total: u32,
    /// Reached; at most `total`.
    pub reached: u32,
}

/// What is known of a subject at the end of the year. The sheet in force picks what it asks for;
/// the rest is not read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelFacts {
    /// Who is rated.
    pub subject: RatedSubject,
    /// Marks in hundredths of a point, 0 to 10,000.
    #[serde(default)]
    pub marks: Option<u32>,
    /// The grade of each criterion (tiêu chí).
    #[serde(default)]
    pub criteria: Vec<Grade>,
    /// The grade of the results of the year's tasks (kết quả thực hiện nhiệm vụ).
    #[serde(default)]
    pub results: Option<Grade>,
    /// The year's tasks.
    #[serde(default)]
    pub tasks: Option<TaskCounts>,
    /// The year's targets; judged for leaders and members where given (EVL-02).
    #[serde(default)]
    pub targets: Option<TargetCounts>,
    /// Disciplined in the year (bị kỷ luật trong năm). EVL-02.
    pub disciplined: bool,
    /// A subordinate organization or a member of the leadership was disciplined in the year;
    /// judged for organizations (EVL-01).
    pub subordinate_disciplined: bool,
    /// What only some sheets ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub further: Option<FurtherFacts>,
}

/// Facts that only some sheets ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FurtherFacts {
    /// Rated not completed as a civil servant (EVL-02).
    #[serde(default)]
    pub civil_servant_not_completed: bool,
    /// Concluded by the competent body to be degraded (suy thoái) (EVL-02).
    #[serde(default)]
    pub concluded_degraded: bool,
    /// Subordinate organizations, and how many of them are weak (EVL-03).
    #[serde(default)]
    pub subordinates: Option<RatedPart>,
    /// Members rated, and how many of them are not completed (EVL-03).
    #[serde(default)]
    pub members: Option<RatedPart>,
    /// Whole numbers that a body's own sheet measures, by the names it gives them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<ExtraFact>,
}

/// How many of those rated came out lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatedPart {
    /// All rated; a share of none is not known.
    pub rated: u32,
    /// Of them weak or not completed; at most `rated`.
    pub lowest: u32,
}

/// A whole number that the host names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtraFact {
    /// Its name, 1 to 64 bytes; the sheet measures `extra:` and this name.
    pub id: String,
    /// 0 to 2⁵³ − 1.
    pub value: i64,
}

impl LevelFacts {
    /// Checks ranges and sums; whether a fact is missing depends on the rules in force and is
    /// found when judging.
    ///
    /// # Errors
    /// [`InputError`] naming the field: marks above 10,000, a year without tasks or targets, a
    /// part above its whole.
    pub fn check(&self) -> Result<(), InputError> {
        if let Some(marks) = self.marks {
            in_range("marks", marks, 0, FULL_MARKS)?;
        }
        if let Some(tasks) = &self.tasks {
            let (done, on_time) = (u64::from(tasks.done), u64::from(tasks.on_time));
            in_range("tasks.total", tasks.total, 1, u32::MAX)?;
            part_of("tasks.done", done, tasks.total.into())?;
            part_of("tasks.onTime", on_time, done)?;
            part_of("tasks.beyond", tasks.beyond.into(), done)?;
            part_of("tasks.late", tasks.late.into(), done - on_time)?;
        }
        if let Some(targets) = &self.targets {
            in_range("targets.total", targets.total, 1, u32::MAX)?;
            part_of(
                "targets.reached",
                targets.reached.into(),
                targets.total.into(),
            )?;
        }
        match &self.further {
            Some(further) => further.check(),
            None => Ok(()),
        }
    }

    /// A number that a condition measures.
    pub(crate) fn number(&self, measure: &Measure) -> Option<i64> {
        match measure {
            Measure::Fact(fact) => self.measured(*fact),
            Measure::Extra(name) => self.extra(name),
        }
    }

    /// A number that the host names.
    #[inline(never)]
    pub(crate) fn extra(&self, name: &str) -> Option<i64> {
        let mut extra = self.further.as_ref()?.extra.iter();
        extra
            .find(|known| known.id == name)
            .map(|known| known.value)
    }

    /// Every fact as a number, in the order of [`RatedFact`]: a grade is its rank, a flag 1 or 0.
    /// After them stands 1, the whole of what is no share.
    #[inline]
    pub(crate) fn measured_all(&self) -> [i64; MEASURES] {
        let known = |number: Option<u32>| number.map_or(MISSING, i64::from);
        let grade = |grade: Option<Grade>| grade.map_or(MISSING, |grade| grade as i64);
        let tasks = match &self.tasks {
            None => [MISSING; 5],
            Some(tasks) => [
                tasks.total,
                tasks.done,
                tasks.on_time,
                tasks.beyond,
                tasks.late,
            ]
            .map(i64::from),
        };
        let [total, done, on_time, beyond, late] = tasks;
        let targets = self.targets.as_ref();
        let further = match &self.further {
            None => [MISSING, MISSING, MISSING, MISSING, 0, 0],
            Some(further) => further.measured(),
        };
        let [subordinates, weak, members, lowest, civil_servant, degraded] = further;
        [
            known(self.marks),
            total,
            done,
            on_time,
            beyond,
            late,
            known(targets.map(|targets| targets.total)),
            known(targets.map(|targets| targets.reached)),
            subordinates,
            weak,
            members,
            lowest,
            grade(self.grade(RatedFact::LowestCriterion)),
            grade(self.results),
            self.disciplined.into(),
            self.subordinate_disciplined.into(),
            civil_servant,
            degraded,
            1,
        ]
    }

    /// A fact that the library knows, as a number.
    pub(crate) fn measured(&self, fact: RatedFact) -> Option<i64> {
        let number = self.measured_all().get(fact as usize).copied()?;
        (number != MISSING).then_some(number)
    }

    /// A grade that a condition measures.
    #[inline]
    pub(crate) fn grade(&self, fact: RatedFact) -> Option<Grade> {
        match fact {
            RatedFact::LowestCriterion => self.criteria.iter().min().copied(),
            RatedFact::Results => self.results,
            _ => None,
        }
    }

    /// A fact that is yes or no; one of the further facts that nobody gave is no.
    pub(crate) fn flag(&self, fact: RatedFact) -> bool {
        self.measured(fact) == Some(1)
    }
}

impl FurtherFacts {
    #[cold]
    fn measured(&self) -> [i64; 6] {
        let part = |part: Option<RatedPart>| match part {
            None => [MISSING; 2],
            Some(part) => [part.rated.into(), part.lowest.into()],
        };
        let ([subordinates, weak], [members, lowest]) =
            (part(self.subordinates), part(self.members));
        let civil_servant = self.civil_servant_not_completed.into();
        let degraded = self.concluded_degraded.into();
        [subordinates, weak, members, lowest, civil_servant, degraded]
    }

    #[cold]
    #[inline(never)]
    fn check(&self) -> Result<(), InputError> {
        for (field, part) in [
            ("further.subordinates.lowest", &self.subordinates),
            ("further.members.lowest", &self.members),
        ] {
            if let Some(part) = part {
                part_of(field, part.lowest.into(), part.rated.into())?;
            }
        }
        for (place, extra) in self.extra.iter().enumerate() {
            let field = format!("further.extra[{place}].");
            let named = format!("{field}id");
            check_identifier(&named, &extra.id)?;
            let mut before = self.extra.iter().take(place);
            if before.any(|known| known.id == extra.id) {
                return Err(InputError::new(InputCode::Duplicate, named, &extra.id));
            }
            in_range(&format!("{field}value"), extra.value, 0, SAFE_INTEGER_MOST)?;
        }
        Ok(())
    }
}

/// The level that the subject's own facts give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelValue {
    /// The level, before the cap on excellent.
    pub level: Level,
    /// What the score alone gives, where the scheme in force has a score.
    #[serde(default)]
    pub by_score: Option<Level>,
    /// What the conditions or grades alone give.
    #[serde(default)]
    pub by_conditions: Option<Level>,
}

/// The rules of the yearly levels, looked up once for judging many.
///
/// ```
/// use handbook::evaluation::{LevelFacts, LevelRules, RatedSubject, TaskCounts};
/// use handbook::{Level, RuleBook, Silent, date};
///
/// let book = RuleBook::vietnam();
/// let rules = LevelRules::in_force(&book.on(date(2025, 12, 31)?)?)?;
/// let facts = LevelFacts {
///     subject: RatedSubject::Member,
///     marks: Some(9_500),
///     criteria: Vec::new(),
///     results: None,
///     tasks: Some(TaskCounts { total: 10, done: 10, on_time: 10, beyond: 3, late: 0 }),
///     targets: None,
///     disciplined: false,
///     subordinate_disciplined: false,
///     further: None,
/// };
/// assert_eq!(rules.judge(&facts, &mut Silent)?.level, Level::Excellent);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
#[derive(Debug, Clone)]
pub struct LevelRules<'book> {
    rules: Rules<'book>,
    scheme: Result<InForce<'book, EvaluationScheme>, HandbookError>,
    /// Of organizations, leaders and other members.
    sheets: [Result<YearSheet<'book>, HandbookError>; 3],
}

/// A sheet in force, made ready when the first is judged by it: a cell needs one of the three.
#[derive(Debug, Clone)]
struct YearSheet<'book> {
    own: InForce<'book, &'book Sheet>,
    borders: Option<Borders<InForce<'book, i64>>>,
    ready: OnceLock<SheetRules<'book>>,
}

/// The parameters that hold the sheets of organizations, leaders and other members.
pub(crate) const SHEETS: [Parameter<Arc<Sheet>>; 3] = [
    parameter::ORGANIZATION_SHEET,
    parameter::LEADER_SHEET,
    parameter::MEMBER_SHEET,
];

impl<'book> LevelRules<'book> {
    /// The rules of the yearly levels on a day: for the levels of a year, its 31 December.
    ///
    /// # Errors
    /// [`HandbookError::RuleNotInForce`] where the book knows no sheet for anybody.
    pub fn in_force(rules: &Rules<'book>) -> Result<Self, HandbookError> {
        let scheme = rules.get(parameter::EVALUATION_SCHEME);
        let sheets = SHEETS.map(|parameter| {
            let own = rules.get(parameter)?.sheet_in_force();
            let own = own.ok_or_else(|| missing(parameter.id()))?;
            Ok(YearSheet {
                borders: borders_of(rules, &own)?,
                own,
                ready: OnceLock::new(),
            })
        });
        if sheets.iter().all(Result::is_err) {
            let unread = sheets.iter().find_map(|sheet| sheet.as_ref().err());
            if let Some(error) = scheme.as_ref().err().or(unread) {
                return Err(error.clone());
            }
        }
        Ok(Self {
            rules: *rules,
            scheme,
            sheets,
        })
    }

    /// The level of one subject; nothing is allocated when the recorder keeps nothing.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for facts that fail [`LevelFacts::check`] and for a fact that the
    /// sheet in force needs and that is missing; [`HandbookError::RuleNotInForce`] for a fact
    /// whose rule was not read.
    pub fn judge<R: Recorder>(
        &self,
        facts: &LevelFacts,
        recorder: &mut R,
    ) -> Result<LevelValue, HandbookError> {
        facts.check()?;
        let sheet = self.sheet(facts.subject, recorder)?;
        let judged = sheet.judge(facts, recorder)?;
        let level = judged.level.ok_or_else(|| {
            let source = sheet.own.source();
            source.silent_on(self.rules.date(), AbsenceReason::NotRead)
        })?;
        Ok(LevelValue {
            level,
            by_score: judged.by_score,
            by_conditions: judged.by_conditions,
        })
    }

    /// The sheet of a subject; a body's own is named among the policies, else the scheme in force.
    pub(crate) fn sheet<R: Recorder>(
        &self,
        subject: RatedSubject,
        recorder: &mut R,
    ) -> Result<&SheetRules<'book>, HandbookError> {
        let [organization, leader, member] = &self.sheets;
        let sheet = match subject {
            RatedSubject::Organization => organization,
            RatedSubject::Leader => leader,
            RatedSubject::Member => member,
        };
        let sheet = sheet.as_ref().map_err(Clone::clone)?;
        let sheet = sheet.ready.get_or_init(|| {
            SheetRules::with_borders(&self.rules, sheet.own.clone(), sheet.borders.clone())
        });
        if R::KEEPS {
            match &self.scheme {
                Ok(scheme) if !sheet.own.is_overlaid() => {
                    recorder.policy(scheme, scheme.value.word());
                }
                _ => recorder.policy(&sheet.own, &sheet.own.value.id),
            }
        }
        Ok(sheet)
    }
}

/// A fact that the sheet in force asks for.
#[cold]
pub(super) fn missing(field: &str) -> InputError {
    InputError::new(InputCode::Empty, field, "")
}

/// The yearly level of an organization or a member (mức xếp loại) by the subject's own facts,
/// before the cap on excellent.
///
/// Under the scheme of grades (124-QĐ/TW, section 6.3 of the catalogue) the lowest criterion and
/// the results decide. Under the scheme of score and tasks (366-QĐ/TW, section 6.2) both decide
/// and the lower of the two counts: a score of 95 with a task undone is not excellent. Then come
/// the targets of leaders and members, and discipline in the year (EVL-01, EVL-02), which only
/// lower.
///
/// # Errors
/// [`HandbookError::Input`] for facts out of range and for a fact that the scheme in force needs
/// and that is missing; [`HandbookError::RuleNotInForce`] for years whose scheme was not read.
///
/// ```
/// use handbook::evaluation::{LevelFacts, RatedSubject, level};
/// use handbook::{Grade, Level, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let facts = LevelFacts {
///     subject: RatedSubject::Organization,
///     marks: None,
///     criteria: vec![Grade::Good, Grade::Average],
///     results: Some(Grade::Excellent),
///     tasks: None,
///     targets: None,
///     disciplined: false,
///     subordinate_disciplined: false,
///     further: None,
/// };
/// let verdict = level(&book.on(date(2023, 12, 31)?)?, &facts)?;
/// assert_eq!(verdict.value.level, Level::Good);
/// assert_eq!(verdict.grounds[0].citation.instrument, "124-QĐ/TW");
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn level(rules: &Rules<'_>, input: &LevelFacts) -> Result<Verdict<LevelValue>, HandbookError> {
    let mut basis = Basis::default();
    let value = level_with(rules, input, &mut basis)?;
    Ok(Verdict::new(value, basis))
}

/// The same as [`level`], with a recorder of the caller's.
///
/// # Errors
/// As [`level`].
pub fn level_with<R: Recorder>(
    rules: &Rules<'_>,
    input: &LevelFacts,
    recorder: &mut R,
) -> Result<LevelValue, HandbookError> {
    LevelRules::in_force(rules)?.judge(input, recorder)
}

//! The level that a subject's own facts give, before the cap on excellent.

use serde::{Deserialize, Serialize};

use super::rule::OnDemand;
use super::score::Borders;
use crate::check::{in_range, part_of};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::policy::{EvaluationScheme, Grade, Level};
use crate::rulebook::{InForce, PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Marks of 100 points, in hundredths.
const FULL_MARKS: u32 = 10_000;

/// Who is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RatedSubject {
    /// An organization (tổ chức đảng, tập thể).
    Organization,
    /// A member who leads a unit (cá nhân giữ chức vụ lãnh đạo, quản lý): the tasks are those of
    /// the unit led.
    Leader,
    /// Any other member (đảng viên không giữ chức vụ lãnh đạo, quản lý).
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

/// What is known of a subject at the end of the year. The scheme in force picks what it asks
/// for; the rest is not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
/// };
/// assert_eq!(rules.judge(&facts, &mut Silent)?.level, Level::Excellent);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
#[derive(Debug, Clone)]
pub struct LevelRules<'book> {
    scheme: InForce<'book, EvaluationScheme>,
    rules: SchemeRules<'book>,
    disciplined: OnDemand<'book, Level>,
    subordinate_disciplined: OnDemand<'book, Level>,
    targets: OnDemand<'book, Fraction>,
}

#[derive(Debug, Clone)]
enum SchemeRules<'book> {
    Grades(Box<GradeRules<'book>>),
    Score(Box<ScoreRules<'book>>),
}

#[derive(Debug, Clone)]
struct GradeRules<'book> {
    excellent_criteria: InForce<'book, Grade>,
    excellent_results: InForce<'book, Grade>,
    good_criteria: InForce<'book, Grade>,
    good_results: InForce<'book, Grade>,
    completed_criteria: InForce<'book, Grade>,
}

#[derive(Debug, Clone)]
struct ScoreRules<'book> {
    borders: Borders<InForce<'book, i64>>,
    on_time: InForce<'book, Fraction>,
    beyond: InForce<'book, Fraction>,
    done: InForce<'book, Fraction>,
    late: InForce<'book, Fraction>,
}

impl<'book> LevelRules<'book> {
    /// The rules of the yearly levels on a day: for the levels of a year, its 31 December.
    ///
    /// # Errors
    /// [`HandbookError::RuleNotInForce`] where the book knows no scheme or misses a border.
    pub fn in_force(rules: &Rules<'book>) -> Result<Self, HandbookError> {
        let scheme = rules.get(parameter::EVALUATION_SCHEME)?;
        let scheme_rules = match scheme.value {
            EvaluationScheme::CriteriaGrades => SchemeRules::Grades(Box::new(GradeRules {
                excellent_criteria: rules.get(parameter::EXCELLENT_CRITERIA)?,
                excellent_results: rules.get(parameter::EXCELLENT_RESULTS)?,
                good_criteria: rules.get(parameter::GOOD_CRITERIA)?,
                good_results: rules.get(parameter::GOOD_RESULTS)?,
                completed_criteria: rules.get(parameter::COMPLETED_CRITERIA)?,
            })),
            EvaluationScheme::ScoreAndTasks => SchemeRules::Score(Box::new(ScoreRules {
                borders: Borders {
                    excellent: rules.get(parameter::EXCELLENT_FROM)?,
                    good: rules.get(parameter::GOOD_FROM)?,
                    completed: rules.get(parameter::COMPLETED_FROM)?,
                },
                on_time: rules.get(parameter::TASKS_ON_TIME_SHARE)?,
                beyond: rules.get(parameter::TASKS_BEYOND_SHARE)?,
                done: rules.get(parameter::TASKS_DONE_SHARE)?,
                late: rules.get(parameter::TASKS_LATE_SHARE)?,
            })),
        };
        Ok(Self {
            scheme,
            rules: scheme_rules,
            disciplined: OnDemand::in_force(rules, parameter::DISCIPLINED_LEVEL),
            subordinate_disciplined: OnDemand::in_force(
                rules,
                parameter::DISCIPLINED_SUBORDINATE_LEVEL,
            ),
            targets: OnDemand::in_force(rules, parameter::TARGETS_LEAST_SHARE),
        })
    }

    /// The level of one subject; nothing is allocated when the recorder keeps nothing.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for facts that fail [`LevelFacts::check`] and for a fact that the
    /// scheme in force needs and that is missing; [`HandbookError::RuleNotInForce`] for a fact
    /// whose rule was not read.
    pub fn judge<R: Recorder>(
        &self,
        facts: &LevelFacts,
        recorder: &mut R,
    ) -> Result<LevelValue, HandbookError> {
        facts.check()?;
        recorder.policy(&self.scheme, self.scheme.value.word());
        let (by_score, by_conditions) = match &self.rules {
            SchemeRules::Grades(rules) => (None, rules.by_grades(facts, recorder)?),
            SchemeRules::Score(rules) => {
                let by_score = rules.by_score(facts, recorder)?;
                (Some(by_score), rules.by_tasks(facts, recorder)?)
            }
        };
        let own = by_score.map_or(by_conditions, |by_score| by_score.min(by_conditions));
        Ok(LevelValue {
            level: self.lowered(own, facts, recorder)?,
            by_score,
            by_conditions: Some(by_conditions),
        })
    }

    /// What targets missed and discipline in the year leave of a level.
    fn lowered<R: Recorder>(
        &self,
        own: Level,
        facts: &LevelFacts,
        recorder: &mut R,
    ) -> Result<Level, HandbookError> {
        let mut level = own;
        if facts.subject != RatedSubject::Organization
            && let Some(targets) = &facts.targets
            && let Some(least) = self.targets.asked()?
            && !share(
                recorder,
                least,
                (targets.reached, targets.total),
                Comparison::AtLeast,
            )
        {
            level = Level::NotCompleted;
        }
        if facts.subject == RatedSubject::Organization
            && facts.subordinate_disciplined
            && let Some(highest) = self.subordinate_disciplined.asked()?
            && !recorder.rank(highest, level, Comparison::AtMost, highest.value)
        {
            level = highest.value;
        }
        if facts.disciplined
            && let Some(highest) = self.disciplined.asked()?
            && !recorder.rank(highest, level, Comparison::AtMost, highest.value)
        {
            level = highest.value;
        }
        Ok(level)
    }
}

impl GradeRules<'_> {
    fn by_grades<R: Recorder>(
        &self,
        facts: &LevelFacts,
        recorder: &mut R,
    ) -> Result<Level, InputError> {
        let lowest = facts
            .criteria
            .iter()
            .min()
            .copied()
            .ok_or_else(|| missing("criteria"))?;
        let results = facts.results.ok_or_else(|| missing("results"))?;
        let mut reaches = |rule: &InForce<'_, Grade>, grade: Grade| {
            recorder.rank(rule, grade, Comparison::AtLeast, rule.value)
        };
        // Both conditions of a level are compared, so that the grounds show everything it lacks.
        if reaches(&self.excellent_criteria, lowest) & reaches(&self.excellent_results, results) {
            return Ok(Level::Excellent);
        }
        if reaches(&self.good_criteria, lowest) & reaches(&self.good_results, results) {
            return Ok(Level::Good);
        }
        if reaches(&self.completed_criteria, lowest) {
            return Ok(Level::Completed);
        }
        Ok(Level::NotCompleted)
    }
}

impl ScoreRules<'_> {
    fn by_score<R: Recorder>(
        &self,
        facts: &LevelFacts,
        recorder: &mut R,
    ) -> Result<Level, InputError> {
        let marks = facts.marks.ok_or_else(|| missing("marks"))?;
        Ok(self.borders.judge(marks.into(), recorder))
    }

    fn by_tasks<R: Recorder>(
        &self,
        facts: &LevelFacts,
        recorder: &mut R,
    ) -> Result<Level, InputError> {
        let tasks = facts.tasks.as_ref().ok_or_else(|| missing("tasks"))?;
        let of_total = |part: u32| (part, tasks.total);
        // Excellent and good both need this share in time, so it is compared once.
        if share(
            recorder,
            &self.on_time,
            of_total(tasks.on_time),
            Comparison::AtLeast,
        ) {
            let beyond = share(
                recorder,
                &self.beyond,
                of_total(tasks.beyond),
                Comparison::AtLeast,
            );
            return Ok(if beyond {
                Level::Excellent
            } else {
                Level::Good
            });
        }
        let done = share(
            recorder,
            &self.done,
            of_total(tasks.done),
            Comparison::AtLeast,
        );
        let in_time = share(
            recorder,
            &self.late,
            of_total(tasks.late),
            Comparison::AtMost,
        );
        Ok(if done && in_time {
            Level::Completed
        } else {
            Level::NotCompleted
        })
    }
}

fn share<R: Recorder>(
    recorder: &mut R,
    rule: &InForce<'_, Fraction>,
    (part, whole): (u32, u32),
    comparison: Comparison,
) -> bool {
    let required = Quantity::share(rule.value.numerator, rule.value.denominator);
    recorder.compare(rule, Quantity::share(part, whole), comparison, required)
}

/// A fact that the scheme in force asks for.
fn missing(field: &str) -> InputError {
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

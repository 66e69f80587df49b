//! Scoring a cell meeting (chấm điểm buổi sinh hoạt).

use serde::{Deserialize, Serialize};

use super::roll_call::RollCounts;
use crate::check::{SAFE_INTEGER_MOST, in_range, part_of};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::{
    AttendanceCounting, MeetingClass, ScoreGroup, ScorePart, WithoutPrevious,
};
use crate::rulebook::{InForce, Parameter, PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Marks that the meeting gives itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GivenMarks {
    /// For what.
    pub part: ScorePart,
    /// Hundredths of a point, 0 to the most that the part can have.
    pub hundredths: i64,
}

/// What became of the resolution of the meeting before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviousResolution {
    /// Tasks that it set, 1 or more.
    pub planned: u32,
    /// Tasks of them that are done.
    pub done: u32,
}

/// What a meeting is scored by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingScoreInput {
    /// Minutes held.
    pub minutes: u32,
    /// Minutes that it had to last, 1 or more: see [`meeting_duration`](super::meeting_duration).
    pub minutes_required: u32,
    /// The roll: see [`roll_call`](super::roll_call).
    pub roll: RollCounts,
    /// Who counts as expected; absent for the policy in force.
    #[serde(default)]
    pub attendance_counting: Option<AttendanceCounting>,
    /// The longest row of excused absences of any member: see
    /// [`excused_streak`](super::excused_streak).
    pub longest_excused_streak: u32,
    /// Those who spoke.
    pub speakers: u32,
    /// Those who were there and could speak, 1 or more.
    pub present: u32,
    /// The resolution of the meeting before; absent where there is none.
    #[serde(default)]
    pub previous: Option<PreviousResolution>,
    /// What becomes of the score without one; absent for the policy in force.
    #[serde(default)]
    pub without_previous: Option<WithoutPrevious>,
    /// The marks of every part that is not computed, each once.
    pub given: Vec<GivenMarks>,
}

/// How a mark came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ScoreOrigin {
    /// The meeting gave it.
    Given,
    /// Computed; the grounds have the comparisons.
    Computed,
    /// There is no resolution of a meeting before, and a policy gives the full mark.
    ByPolicy,
    /// There is no resolution of a meeting before: no mark.
    NotScored,
}

/// The marks of one part, in hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartMarks {
    /// The part.
    pub part: ScorePart,
    /// The marks; absent where there are none.
    pub hundredths: Option<i64>,
    /// The most that it can have.
    pub most: i64,
    /// How they came to be.
    pub origin: ScoreOrigin,
}

/// The marks of one group, in hundredths of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupMarks {
    /// The group.
    pub group: ScoreGroup,
    /// The marks; absent where no part has any.
    pub hundredths: Option<i64>,
    /// The most that it can have.
    pub most: i64,
    /// Its parts.
    pub parts: Vec<PartMarks>,
}

/// The score of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingScore {
    /// The groups, in the order of the form.
    pub groups: Vec<GroupMarks>,
    /// The sum, in hundredths of a point.
    pub hundredths: i64,
    /// The most that the parts with marks can have: 10000 where every part has some.
    pub most: i64,
    /// The class; absent where a part has no marks and the policy gives none for the rest.
    pub meeting_class: Option<MeetingClass>,
}

impl ScorePart {
    fn group(self) -> ScoreGroup {
        match self {
            Self::Time => ScoreGroup::Time,
            Self::Attendance => ScoreGroup::Attendance,
            Self::Preparation | Self::Notice | Self::Documents | Self::CommitteeMeeting => {
                ScoreGroup::Preparation
            }
            Self::Conduct | Self::Speakers | Self::Chair => ScoreGroup::Organization,
            Self::Principles => ScoreGroup::Principles,
            Self::PreviousResolution => ScoreGroup::PreviousResolution,
            Self::Closing => ScoreGroup::Closing,
        }
    }

    fn is_computed(self) -> bool {
        matches!(
            self,
            Self::Time | Self::Attendance | Self::Speakers | Self::PreviousResolution
        )
    }
}

impl MeetingScoreInput {
    /// Refuses parts above their wholes, an unfinished roll and nobody present.
    ///
    /// # Errors
    /// [`InputError`] naming the field.
    pub fn check(&self) -> Result<(), InputError> {
        in_range("minutesRequired", self.minutes_required, 1, u32::MAX)?;
        in_range("present", self.present, 1, u32::MAX)?;
        part_of("speakers", self.speakers.into(), self.present.into())?;
        part_of("roll.unmarked", self.roll.unmarked.into(), 0)?;
        if let Some(previous) = &self.previous {
            in_range("previous.planned", previous.planned, 1, u32::MAX)?;
            part_of(
                "previous.done",
                previous.done.into(),
                previous.planned.into(),
            )?;
        }
        Ok(())
    }
}

/// The marks of the first band that a share reaches: rows of numerator, denominator, whether it
/// must be exceeded, hundredths of a point. The last band is reached by every share.
fn banded(bands: &InForce<'_, Vec<Vec<i64>>>, part: i64, whole: i64, basis: &mut Basis) -> i64 {
    let mut marks = 0;
    for row in &bands.value {
        let [numerator, denominator, exceeded, hundredths] = row.as_slice() else {
            continue;
        };
        marks = *hundredths;
        let comparison = if *exceeded == 0 {
            Comparison::AtLeast
        } else {
            Comparison::MoreThan
        };
        let required = Quantity::share(*numerator, *denominator);
        if basis.compare(bands, Quantity::share(part, whole), comparison, required) {
            break;
        }
    }
    marks
}

fn time(
    rules: &Rules<'_>,
    input: &MeetingScoreInput,
    basis: &mut Basis,
) -> Result<i64, HandbookError> {
    let minutes = |value| Quantity::Minutes { value };
    let (held, required) = (i64::from(input.minutes), i64::from(input.minutes_required));
    let shortfalls = rules.get(parameter::SCORE_SHORT_MINUTES)?;
    for row in &shortfalls.value {
        if let [most, hundredths] = row.as_slice()
            && basis.compare(
                &shortfalls,
                minutes((required - held).max(0)),
                Comparison::AtMost,
                minutes(*most),
            )
        {
            return Ok(*hundredths);
        }
    }
    let shares = rules.get(parameter::SCORE_TIME_SHARES)?;
    Ok(banded(&shares, held, required, basis))
}

fn attendance(
    rules: &Rules<'_>,
    input: &MeetingScoreInput,
    basis: &mut Basis,
) -> Result<i64, HandbookError> {
    let counting = rules.get(parameter::ATTENDANCE_COUNTING)?;
    let chosen = input.attendance_counting.unwrap_or(counting.value);
    basis.policy(&counting, chosen.word());
    let expected = input.roll.expected(chosen);
    in_range("roll", expected, 1, SAFE_INTEGER_MOST)?;
    let with_unexcused = rules.get(parameter::SCORE_UNEXCUSED)?;
    let nobody = Quantity::count(0);
    let unexcused = Quantity::count(input.roll.unexcused);
    let marks = if basis.compare(&with_unexcused, unexcused, Comparison::AtMost, nobody) {
        let bands = rules.get(parameter::SCORE_ATTENDANCE)?;
        banded(&bands, input.roll.present(), expected, basis)
    } else {
        with_unexcused.value
    };
    let most = rules.get(parameter::EXCUSED_IN_ROW_MOST)?;
    let in_row = Quantity::count(input.longest_excused_streak);
    let bonus = if basis.compare(
        &most,
        in_row,
        Comparison::AtMost,
        Quantity::count(most.value),
    ) {
        rules.get(parameter::SCORE_STREAK_BONUS)?.value
    } else {
        0
    };
    Ok(marks + bonus)
}

fn share(
    rules: &Rules<'_>,
    bands: Parameter<Vec<Vec<i64>>>,
    part: u32,
    whole: u32,
    basis: &mut Basis,
) -> Result<i64, HandbookError> {
    let bands = rules.get(bands)?;
    Ok(banded(&bands, part.into(), whole.into(), basis))
}

/// Refuses marks for a part that is computed, that the form lacks, or that stands twice, and marks
/// above their most.
fn check_given(rubric: &[(ScorePart, i64)], given: &[GivenMarks]) -> Result<(), InputError> {
    let mut rest = given;
    while let [marks, after @ ..] = rest {
        let place = given.len() - rest.len();
        let refused = |code| {
            let field = format!("given[{place}].part");
            InputError::new(code, field, marks.part.word())
        };
        let Some((_, most)) = rubric
            .iter()
            .find(|(part, _)| *part == marks.part && !part.is_computed())
        else {
            return Err(refused(InputCode::UnknownChoice));
        };
        if after.iter().any(|later| later.part == marks.part) {
            return Err(refused(InputCode::Duplicate));
        }
        in_range(
            &format!("given[{place}].hundredths"),
            marks.hundredths,
            0,
            *most,
        )?;
        rest = after;
    }
    Ok(())
}

/// The score of a cell meeting (chấm điểm chất lượng buổi sinh hoạt chi bộ): section 5.1, MTG-09;
/// 42-HD/BTCTW.
///
/// A hundred points in seven groups. Time, attendance, speakers and the tasks of the resolution
/// before are computed; the meeting gives the other marks itself. Parts, their most, the bands and
/// the borders of the classes are data that a body may lay its own over. As the form leaves gaps,
/// the book reads it so: a meeting short by more than 30 minutes has 2 points if it lasted half of
/// what it had to and 1 if less; a share that two bands name belongs to the higher one; any
/// absence without a reason leaves 1 point for attendance, to which the one for nobody excused
/// more than three times in a row is still added. What a meeting without a resolution before is
/// worth is a named policy.
///
/// ```
/// use handbook::meeting::{
///     GivenMarks, MeetingScoreInput, PreviousResolution, RollCounts, meeting_score,
/// };
/// use handbook::rulebook::policy::{MeetingClass, ScorePart};
/// use handbook::{RuleBook, date};
///
/// let given = [
///     (ScorePart::Preparation, 900),
///     (ScorePart::Conduct, 2_300),
///     (ScorePart::Chair, 900),
///     (ScorePart::Principles, 500),
///     (ScorePart::Closing, 500),
/// ];
/// let input = MeetingScoreInput {
///     minutes: 95,
///     minutes_required: 90,
///     roll: RollCounts { present_in_person: 19, excused: 1, ..RollCounts::default() },
///     attendance_counting: None,
///     longest_excused_streak: 1,
///     speakers: 10,
///     present: 19,
///     previous: Some(PreviousResolution { planned: 10, done: 9 }),
///     without_previous: None,
///     given: given.map(|(part, hundredths)| GivenMarks { part, hundredths }).to_vec(),
/// };
/// let book = RuleBook::vietnam();
/// let score = meeting_score(&book.on(date(2025, 12, 3)?)?, &input)?.value;
/// assert_eq!((score.hundredths, score.meeting_class), (9_600, Some(MeetingClass::Good)));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field: `minutesRequired`, `present` or `previous.planned`
/// of 0; `speakers`, `previous.done` above their whole; `roll.unmarked` above 0; `roll` where
/// nobody is expected; `given[i]` for a part that is computed, that the form lacks or that stands
/// twice, or marks above its most; `given` for a part without marks;
/// [`HandbookError::RuleNotInForce`] where the book knows no form for the day: before 28 October
/// 2025.
pub fn meeting_score(
    rules: &Rules<'_>,
    input: &MeetingScoreInput,
) -> Result<Verdict<MeetingScore>, HandbookError> {
    input.check()?;
    let rubric = rules.get(parameter::MEETING_SCORE_PARTS)?;
    check_given(&rubric.value, &input.given)?;
    let mut basis = Basis::default();
    basis.policy(&rubric, "parts");
    let mut without = None;
    let mut groups: Vec<GroupMarks> = Vec::new();
    let (mut sum, mut sum_most) = (0, 0);
    for (part, most) in rubric.value.iter().copied() {
        let (hundredths, origin) = match (part, &input.previous) {
            (ScorePart::PreviousResolution, None) => {
                let policy = rules.get(parameter::SCORE_WITHOUT_PREVIOUS)?;
                let chosen = input.without_previous.unwrap_or(policy.value);
                basis.policy(&policy, chosen.word());
                without = Some(chosen);
                if chosen == WithoutPrevious::FullMarks {
                    (Some(most), ScoreOrigin::ByPolicy)
                } else {
                    (None, ScoreOrigin::NotScored)
                }
            }
            (ScorePart::PreviousResolution, Some(previous)) => {
                let bands = parameter::SCORE_PREVIOUS;
                let marks = share(rules, bands, previous.done, previous.planned, &mut basis)?;
                (Some(marks), ScoreOrigin::Computed)
            }
            (ScorePart::Speakers, _) => {
                let bands = parameter::SCORE_SPEAKERS;
                let marks = share(rules, bands, input.speakers, input.present, &mut basis)?;
                (Some(marks), ScoreOrigin::Computed)
            }
            (ScorePart::Time, _) => (Some(time(rules, input, &mut basis)?), ScoreOrigin::Computed),
            (ScorePart::Attendance, _) => {
                let marks = attendance(rules, input, &mut basis)?;
                (Some(marks), ScoreOrigin::Computed)
            }
            _ => {
                let given = input.given.iter().find(|given| given.part == part);
                let marks =
                    given.ok_or_else(|| InputError::new(InputCode::Empty, "given", part.word()))?;
                (Some(marks.hundredths), ScoreOrigin::Given)
            }
        };
        let line = PartMarks {
            part,
            hundredths: hundredths.map(|marks| marks.min(most)),
            most,
            origin,
        };
        if let Some(marks) = line.hundredths {
            sum += marks;
            sum_most += most;
        }
        match groups.iter_mut().find(|known| known.group == part.group()) {
            Some(known) => {
                known.most += most;
                known.hundredths = match (known.hundredths, line.hundredths) {
                    (Some(before), Some(marks)) => Some(before + marks),
                    (before, marks) => before.or(marks),
                };
                known.parts.push(line);
            }
            None => groups.push(GroupMarks {
                group: part.group(),
                hundredths: line.hundredths,
                most,
                parts: vec![line],
            }),
        }
    }
    let meeting_class = match without {
        Some(WithoutPrevious::NotScored) => None,
        Some(WithoutPrevious::ShareOfRest) => Some(class_of(rules, sum, sum_most, &mut basis)?),
        _ => Some(class_of(rules, sum, 0, &mut basis)?),
    };
    let value = MeetingScore {
        groups,
        hundredths: sum,
        most: sum_most,
        meeting_class,
    };
    Ok(Verdict::new(value, basis))
}

/// The class by the borders in force, the highest first: of a hundred points, or of another whole
/// where one is given.
fn class_of(
    rules: &Rules<'_>,
    sum: i64,
    whole: i64,
    basis: &mut Basis,
) -> Result<MeetingClass, HandbookError> {
    let borders = rules.get(parameter::MEETING_CLASS_BORDERS)?;
    let classes = [
        MeetingClass::Good,
        MeetingClass::Fair,
        MeetingClass::Average,
    ];
    for (border, class) in borders.value.iter().zip(classes) {
        let (measured, required) = if whole > 0 {
            (
                Quantity::share(sum, whole),
                Quantity::share(*border, HUNDRED_POINTS),
            )
        } else {
            (
                Quantity::Marks { hundredths: sum },
                Quantity::Marks {
                    hundredths: *border,
                },
            )
        };
        if basis.compare(&borders, measured, Comparison::AtLeast, required) {
            return Ok(class);
        }
    }
    Ok(MeetingClass::Poor)
}

/// A hundred points, in hundredths.
const HUNDRED_POINTS: i64 = 10_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn input() -> MeetingScoreInput {
        let given = [
            (ScorePart::Preparation, 1_000),
            (ScorePart::Conduct, 2_500),
            (ScorePart::Chair, 1_000),
            (ScorePart::Principles, 500),
            (ScorePart::Closing, 500),
        ];
        MeetingScoreInput {
            minutes: 90,
            minutes_required: 90,
            roll: RollCounts {
                present_in_person: 20,
                ..RollCounts::default()
            },
            attendance_counting: None,
            longest_excused_streak: 0,
            speakers: 20,
            present: 20,
            previous: Some(PreviousResolution {
                planned: 1,
                done: 1,
            }),
            without_previous: None,
            given: given
                .map(|(part, hundredths)| GivenMarks { part, hundredths })
                .to_vec(),
        }
    }

    fn ask(input: &MeetingScoreInput) -> Result<MeetingScore, HandbookError> {
        let book = RuleBook::vietnam();
        Ok(meeting_score(&book.on(date(2025, 12, 3)?)?, input)?.value)
    }

    fn marks(input: &MeetingScoreInput, part: ScorePart) -> Result<Option<i64>, HandbookError> {
        let score = ask(input)?;
        let parts = score.groups.iter().flat_map(|group| &group.parts);
        Ok(parts
            .filter(|line| line.part == part)
            .find_map(|line| line.hundredths))
    }

    #[test]
    fn the_best_meeting_has_a_hundred_points() -> Result<(), HandbookError> {
        let score = ask(&input())?;
        let most: Vec<_> = score.groups.iter().map(|group| group.most).collect();
        assert_eq!(most, [500, 500, 1_000, 4_000, 500, 3_000, 500]);
        assert_eq!((score.hundredths, score.most), (10_000, 10_000));
        assert_eq!(score.meeting_class, Some(MeetingClass::Good));
        Ok(())
    }

    #[test]
    fn every_border_of_time() -> Result<(), HandbookError> {
        let of = |minutes, minutes_required| {
            let asked = MeetingScoreInput {
                minutes,
                minutes_required,
                ..input()
            };
            marks(&asked, ScorePart::Time)
        };
        for (minutes, points) in [(90, 500), (89, 400), (75, 400), (74, 300), (60, 300)] {
            assert_eq!(of(minutes, 90)?, Some(points), "{minutes}");
        }
        for (minutes, points) in [(59, 200), (45, 200), (44, 100), (0, 100)] {
            assert_eq!(of(minutes, 90)?, Some(points), "{minutes}");
        }
        assert_eq!(of(60, 120)?, Some(200));
        assert_eq!(of(59, 120)?, Some(100));
        Ok(())
    }

    #[test]
    fn every_border_of_a_share() -> Result<(), HandbookError> {
        let attended = |present, excused, unexcused, streak| {
            let asked = MeetingScoreInput {
                roll: RollCounts {
                    present_in_person: present,
                    excused,
                    unexcused,
                    ..RollCounts::default()
                },
                longest_excused_streak: streak,
                ..input()
            };
            marks(&asked, ScorePart::Attendance)
        };
        for (present, points) in [
            (90, 400),
            (89, 300),
            (75, 300),
            (74, 200),
            (65, 200),
            (64, 100),
        ] {
            assert_eq!(attended(present, 100 - present, 0, 4)?, Some(points));
            assert_eq!(attended(present, 100 - present, 0, 3)?, Some(points + 100));
        }
        assert_eq!(attended(99, 0, 1, 0)?, Some(200));
        let spoke = |speakers| {
            let asked = MeetingScoreInput {
                speakers,
                present: 100,
                ..input()
            };
            marks(&asked, ScorePart::Speakers)
        };
        for (speakers, points) in [
            (51, 500),
            (50, 400),
            (40, 400),
            (39, 300),
            (30, 300),
            (29, 200),
        ] {
            assert_eq!(spoke(speakers)?, Some(points), "{speakers}");
        }
        let done = |done| {
            let asked = MeetingScoreInput {
                previous: Some(PreviousResolution { planned: 100, done }),
                ..input()
            };
            marks(&asked, ScorePart::PreviousResolution)
        };
        for (tasks, points) in [
            (90, 3_000),
            (89, 2_700),
            (79, 2_400),
            (69, 2_000),
            (59, 1_500),
            (49, 1_000),
        ] {
            assert_eq!(done(tasks)?, Some(points), "{tasks}");
        }
        Ok(())
    }

    #[test]
    fn the_first_meeting_has_no_class_unless_a_policy_gives_one() -> Result<(), HandbookError> {
        let of = |without_previous| {
            ask(&MeetingScoreInput {
                previous: None,
                without_previous,
                ..input()
            })
        };
        let score = of(None)?;
        assert_eq!(
            (score.hundredths, score.most, score.meeting_class),
            (7_000, 7_000, None)
        );
        let full = of(Some(WithoutPrevious::FullMarks))?;
        assert_eq!(
            (full.hundredths, full.meeting_class),
            (10_000, Some(MeetingClass::Good))
        );
        let rest = of(Some(WithoutPrevious::ShareOfRest))?;
        assert_eq!(
            (rest.hundredths, rest.meeting_class),
            (7_000, Some(MeetingClass::Good))
        );
        Ok(())
    }

    #[test]
    fn a_body_s_own_split() -> Result<(), HandbookError> {
        let overlay = r#"{"id":"phuong","body":"Đảng ủy phường","parameters":[
            {"id":"meetingScoreParts","values":[{"from":"2025-10-28","instrument":"Hướng dẫn 01",
             "value":{"time":500,"attendance":500,"notice":400,"documents":600,"conduct":3000,
                      "chair":1000,"principles":500,"previousResolution":3000,"closing":500}}]}]}"#;
        let book = RuleBook::vietnam().with_overlay(overlay)?;
        let rules = book.on(date(2025, 12, 3)?)?;
        let mut asked = input();
        let refused = meeting_score(&rules, &asked);
        assert!(
            matches!(refused, Err(HandbookError::Input(error)) if error.field == "given[0].part")
        );
        asked
            .given
            .retain(|given| given.part != ScorePart::Preparation);
        for (part, hundredths) in [(ScorePart::Notice, 300), (ScorePart::Documents, 600)] {
            asked.given.push(GivenMarks { part, hundredths });
        }
        let score = meeting_score(&rules, &asked)?.value;
        assert_eq!((score.hundredths, score.most), (9_400, 10_000));
        Ok(())
    }

    #[test]
    fn marks_out_of_place_are_refused() {
        let field = |change: fn(&mut MeetingScoreInput)| {
            let mut asked = input();
            change(&mut asked);
            match ask(&asked) {
                Err(HandbookError::Input(error)) => error.field.clone(),
                other => format!("{other:?}"),
            }
        };
        assert_eq!(field(|asked| asked.minutes_required = 0), "minutesRequired");
        assert_eq!(field(|asked| asked.speakers = 21), "speakers");
        assert_eq!(field(|asked| asked.roll.unmarked = 1), "roll.unmarked");
        assert_eq!(field(|asked| asked.roll.present_in_person = 0), "roll");
        assert_eq!(field(|asked| asked.given.truncate(4)), "given");
        assert_eq!(
            field(|asked| asked.given.extend_from_within(..1)),
            "given[0].part"
        );
        assert_eq!(
            field(|asked| asked
                .given
                .iter_mut()
                .for_each(|given| given.hundredths += 1)),
            "given[0].hundredths"
        );
    }
}

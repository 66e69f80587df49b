//! Steps of an explained level, and changes that would give another, as sentences.

use super::format::marks;
use super::sentence::{ground_sentence, required_words};
use super::words::rated_fact_name;
use super::{Language, level_name, number, sentence, shown_quantity};
use crate::evaluation::{LeastChange, LeastChangeKind, LevelStep, LevelStepKind, NeededFact};
use crate::quantity::Quantity;
use crate::rulebook::RuleBook;
use crate::rulebook::policy::Level;
use crate::rulebook::sheet::{Measure, RatedFact};

/// Names in Vietnamese and English.
type Names<'a> = (&'a str, &'a str);

/// What stands for a level where people still have to vote.
pub(crate) const TO_BE_VOTED_ON: Names<'static> = ("chờ bỏ phiếu", "to be voted on");

fn both(of: impl Fn(Language) -> String) -> (String, String) {
    (of(Language::Vi), of(Language::En))
}

fn joined(parts: &[&str]) -> String {
    parts.concat()
}

/// A step in both languages; `names` are those that the sheet gives.
#[inline(never)]
pub(crate) fn step_sentence(
    book: &RuleBook,
    step: &LevelStep,
    names: Option<Names<'_>>,
) -> (String, String) {
    both(|language| step_in(book, step, names, language))
}

fn step_in(
    book: &RuleBook,
    step: &LevelStep,
    names: Option<Names<'_>>,
    language: Language,
) -> String {
    let [holds, fails, open] = language.pick(
        [": đạt", ": không đạt", ": chưa có dữ liệu"],
        [": holds", ": does not hold", ": not known"],
    );
    let held = match step.holds {
        Some(true) => holds,
        Some(false) => fails,
        None => open,
    };
    // Where there is no level for want of a vote, the names say so.
    let open = names.filter(|_| matches!(step.kind, LevelStepKind::Result | LevelStepKind::Cap));
    let level = |level: Option<Level>| match (level, open) {
        (Some(level), _) => level_name(level, language),
        (None, Some((vi, en))) => language.pick(vi, en),
        (None, None) => language.pick(
            "chưa xác định, văn bản chưa được đọc",
            "not known, the text was not read",
        ),
    };
    let shown = |quantity: &Option<Quantity>| match quantity {
        Some(quantity) => shown_quantity(book, quantity, language),
        None => String::new(),
    };
    let name = names.map_or("", |(vi, en)| language.pick(vi, en));
    let of = language.pick(" trên ", " of ");
    let words = match step.kind {
        LevelStepKind::Result => language.pick("Mức xếp loại", "Level"),
        LevelStepKind::Score => language.pick("Tổng điểm", "Score"),
        LevelStepKind::Group | LevelStepKind::Criterion => name,
        LevelStepKind::ByScore => language.pick("Mức theo điểm", "Level by score"),
        LevelStepKind::ByConditions => language.pick("Mức theo điều kiện", "Level by conditions"),
        LevelStepKind::Lower => language.pick("Lấy mức thấp hơn", "The lower of both"),
        LevelStepKind::Condition => language.pick("Điều kiện của mức ", "Conditions of the level "),
        LevelStepKind::All => language.pick("Đủ mọi điều kiện sau", "All of the following"),
        LevelStepKind::Any => language.pick("Một trong các điều kiện sau", "One of the following"),
        LevelStepKind::Not => language.pick("Không có điều sau", "Not the following"),
        LevelStepKind::Fact => fact_name(step, language),
        LevelStepKind::Border | LevelStepKind::Comparison => {
            return match (&step.ground, names) {
                (None, _) => {
                    let name = if name.is_empty() {
                        fact_name(step, language)
                    } else {
                        name
                    };
                    joined(&[name, held])
                }
                (Some(ground), None) => sentence(book, ground, language),
                (Some(ground), Some(_)) => ground_sentence(book, name, ground, language),
            };
        }
        LevelStepKind::Lowering => match name {
            "" => language.pick("Hạ mức", "Lowering"),
            name => name,
        },
        LevelStepKind::Cap => language.pick(
            "Khống chế tỷ lệ xuất sắc trong nhóm: thứ ",
            "Cap on excellent in the group: place ",
        ),
    };
    match step.kind {
        LevelStepKind::Score | LevelStepKind::Group => {
            joined(&[words, ": ", &shown(&step.measured), of, &shown(&step.most)])
        }
        LevelStepKind::Criterion => {
            let points = step.points.unwrap_or_default().into();
            let points = Some(Quantity::Marks { hundredths: points });
            let points = shown(&points);
            joined(&[
                words,
                ": ",
                &shown(&step.measured),
                of,
                &shown(&step.most),
                ", ",
                &points,
            ])
        }
        LevelStepKind::Result
        | LevelStepKind::ByScore
        | LevelStepKind::ByConditions
        | LevelStepKind::Lower => joined(&[words, ": ", level(step.level)]),
        LevelStepKind::Condition => joined(&[words, level(step.level), held]),
        LevelStepKind::Fact => {
            let is = match step.holds {
                Some(true) => language.pick(": có", ": yes"),
                _ => language.pick(": không", ": no"),
            };
            joined(&[words, is])
        }
        LevelStepKind::Lowering => {
            let most = language.pick(", cao nhất còn ", ", at most ");
            let applies = match step.holds {
                Some(true) => language.pick(": áp dụng", ": applies"),
                Some(false) => language.pick(": không áp dụng", ": does not apply"),
                None => language.pick(
                    ": không áp dụng, chưa có dữ liệu",
                    ": does not apply, not known",
                ),
            };
            joined(&[words, most, level(step.level), applies])
        }
        LevelStepKind::Cap => {
            let most = language.pick(", được ", ", allowed ");
            joined(&[
                words,
                &shown(&step.measured),
                most,
                &shown(&step.most),
                ": ",
                level(step.level),
            ])
        }
        _ => joined(&[words, held]),
    }
}

fn fact_name(step: &LevelStep, language: Language) -> &'static str {
    let word = step.of.as_deref().unwrap_or_default();
    super::word_name("ratedFact", word, language).unwrap_or(language.pick("Dữ liệu", "Data"))
}

/// A change in both languages; `names` are those that the sheet gives.
#[inline(never)]
pub(crate) fn change_sentence(change: &LeastChange, names: Option<Names<'_>>) -> (String, String) {
    both(|language| change_in(change, names, language))
}

fn change_in(change: &LeastChange, names: Option<Names<'_>>, language: Language) -> String {
    let mut text = changed_in(change, names, language);
    let mut before = language.pick(", nếu có dữ liệu: ", ", if known: ");
    for need in &change.needs {
        text.push_str(before);
        text.push_str(language.pick(&need.vi, &need.en));
        before = "; ";
    }
    text.push_str(": ");
    if !change.needs.is_empty() && change.level < Level::Excellent {
        text.push_str(language.pick("ít nhất ", "at least "));
    }
    text.push_str(level_name(change.level, language));
    text
}

/// A missing fact and what is required of it, in both languages; `names` are those that the sheet
/// gives.
#[inline(never)]
pub(crate) fn need_sentence(
    book: &RuleBook,
    need: &NeededFact,
    measure: &Measure,
    names: Option<Names<'_>>,
) -> (String, String) {
    both(|language| {
        let name = match (names, measure) {
            (Some((vi, en)), _) => language.pick(vi, en),
            (None, Measure::Fact(fact)) => rated_fact_name(*fact, language),
            (None, Measure::Extra(name)) => name,
        };
        let mut text = name.to_owned();
        if let (Some(comparison), Some(required)) = (need.comparison, &need.required) {
            text.push(' ');
            text.push_str(&required_words(book, comparison, required, language));
        }
        text
    })
}

fn changed_in(change: &LeastChange, names: Option<Names<'_>>, language: Language) -> String {
    use LeastChangeKind as Kind;
    let more = change.amount > 0;
    let amount = i64::try_from(change.amount.unsigned_abs()).unwrap_or(i64::MAX);
    let plural = if amount == 1 { "" } else { "s" };
    let fact = |fact: RatedFact| rated_fact_name(fact, language).to_owned();
    let counted = number(amount, language);
    let what = match change.kind {
        Kind::Marks | Kind::MarksAboveLine => {
            let points = marks(amount, language);
            let unit = language.pick("điểm", if amount == 100 { "point" } else { "points" });
            let line = match change.kind {
                Kind::Marks => "",
                _ => language.pick(
                    " để vượt người cuối cùng trong chỉ tiêu",
                    ", passing the last one within the cap",
                ),
            };
            return match language {
                Language::Vi if more => joined(&["thêm ", &points, " ", unit, line]),
                Language::Vi => joined(&["bớt ", &points, " ", unit, line]),
                Language::En if more => joined(&["with ", &points, " ", unit, " more", line]),
                Language::En => joined(&["with ", &points, " ", unit, " fewer", line]),
            };
        }
        Kind::Disciplined
        | Kind::SubordinateDisciplined
        | Kind::CivilServantNotCompleted
        | Kind::ConcludedDegraded => {
            let fact = fact(match change.kind {
                Kind::Disciplined => RatedFact::Disciplined,
                Kind::SubordinateDisciplined => RatedFact::SubordinateDisciplined,
                Kind::CivilServantNotCompleted => RatedFact::CivilServantNotCompleted,
                _ => RatedFact::ConcludedDegraded,
            });
            return joined(&[language.pick("nếu không có: ", "without: "), &fact]);
        }
        Kind::WithoutLateTasks | Kind::WithoutOpenTasks => {
            let late = change.kind == Kind::WithoutLateTasks;
            return match language {
                Language::Vi => {
                    let kind = if late {
                        " nhiệm vụ chậm hạn"
                    } else {
                        " nhiệm vụ chưa xong"
                    };
                    joined(&["không tính ", &counted, kind])
                }
                Language::En => {
                    let kind = if late { " late task" } else { " open task" };
                    joined(&["without ", &counted, kind, plural])
                }
            };
        }
        Kind::LowestCriterion | Kind::Results => {
            let fact = fact(match change.kind {
                Kind::Results => RatedFact::Results,
                _ => RatedFact::LowestCriterion,
            });
            return match language {
                Language::Vi => {
                    let way = if more { ": tăng " } else { ": giảm " };
                    joined(&[&fact, way, &counted, " bậc"])
                }
                Language::En => {
                    let way = if more { " higher" } else { " lower" };
                    joined(&[&fact, ": ", &counted, " step", plural, way])
                }
            };
        }
        Kind::CriterionMark | Kind::Extra => match names {
            Some((vi, en)) => language.pick(vi, en).to_owned(),
            None => change.of.clone().unwrap_or_default(),
        },
        Kind::TasksOnTime => fact(RatedFact::TasksOnTime),
        Kind::TasksBeyond => fact(RatedFact::TasksBeyond),
        Kind::TargetsReached => fact(RatedFact::TargetsReached),
        Kind::SubordinatesWeak => fact(RatedFact::SubordinatesWeak),
        Kind::MembersNotCompleted => fact(RatedFact::MembersNotCompleted),
        Kind::GoodInGroup => language
            .pick(
                "đối tượng xếp loại tốt trong nhóm",
                "rated good in the group",
            )
            .to_owned(),
    };
    // A name that the sheet gives is told apart from the library's own words.
    let named = matches!(change.kind, Kind::CriterionMark | Kind::Extra);
    let before = match named {
        true => language.pick(" ở ", " for "),
        false => " ",
    };
    match language {
        Language::Vi => {
            let way = if more { "thêm " } else { "bớt " };
            joined(&[way, &counted, before, &what])
        }
        Language::En => {
            let way = if more { " more" } else { " fewer" };
            joined(&["with ", &counted, way, before, &what])
        }
    }
}

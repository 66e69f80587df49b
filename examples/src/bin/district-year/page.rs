//! The report as text, in Vietnamese or English.

use std::collections::BTreeMap;
use std::fmt::Write;

use handbook::handbook::LevelAnswer;
use handbook::report::{AttendanceLine, DistrictYear, Figure, FigureUnit, LevelCounts};
use handbook::rulebook::policy::Level;
use handbook::rulebook::{FromValue, Parameter, PolicyChoice, Rules, parameter};
use handbook::text::{
    Language, day, figure_name, kind_name, level_name, money, number, percent, policy_sentence,
    sentence, sureness_name,
};
use handbook::{Citation, HandbookError, KindId, OrganizationId, PolicyUsed, RuleBook};

/// Width of a bar that stands for everybody.
const BAR: i64 = 40;

/// Widest name in a table.
const NAME: usize = 44;

/// Writes text in one language.
struct Page<'a> {
    book: &'a RuleBook,
    language: Language,
    text: String,
}

impl Page<'_> {
    fn say(&self, vi: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Vi => vi,
            Language::En => en,
        }
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    fn heading(&mut self, vi: &'static str, en: &'static str) {
        let heading = self.say(vi, en);
        let rule = "─".repeat(heading.chars().count());
        self.line("");
        self.line(heading);
        self.line(&rule);
    }

    fn number(&self, value: impl Into<i64>) -> String {
        number(value.into(), self.language)
    }

    fn kind(&self, id: &KindId) -> String {
        kind_name(self.book, id.as_str(), self.language)
            .unwrap_or(id.as_str())
            .to_owned()
    }
}

/// The year of a district.
pub(crate) fn report(book: &RuleBook, report: &DistrictYear, language: Language) -> String {
    let mut page = Page {
        book,
        language,
        text: String::new(),
    };
    head(&mut page, report);
    figures(&mut page, report);
    levels(&mut page, report);
    caps(&mut page, report);
    attendance(&mut page, report);
    below_aim(&mut page, report);
    misfits(&mut page, report);
    sources(&mut page, report);
    page.text
}

fn head(page: &mut Page<'_>, report: &DistrictYear) {
    let title = format!(
        "{} · {} {}",
        report.organization.name,
        page.say("năm", "the year"),
        report.year
    );
    page.line(&title);
    let judged = format!(
        "{} {} · {} {} {}{}",
        page.say(
            "Theo quy định có hiệu lực ngày",
            "Judged by the rules in force on"
        ),
        day(report.judged_on, page.language),
        page.say("bộ quy tắc", "rule book"),
        report.rule_book.id,
        report.rule_book.version,
        report
            .rule_book
            .overlays
            .iter()
            .map(|overlay| format!(" + {} ({})", overlay.id, overlay.body))
            .collect::<String>(),
    );
    page.line(&judged);
}

fn figures(page: &mut Page<'_>, report: &DistrictYear) {
    page.heading("Các chỉ số", "Figures");
    for figure in report
        .figures
        .iter()
        .filter(|figure| !figure.id.starts_with("attendance:"))
    {
        let name = figure_name(&figure.id, page.language).unwrap_or(&figure.id);
        let line = format!(
            "{} {:>22}   {}",
            pad(name, 62),
            shown(page, figure),
            counts(page, figure)
        );
        page.line(&line);
    }
}

fn shown(page: &Page<'_>, figure: &Figure) -> String {
    match figure.unit {
        FigureUnit::Percent if figure.shown.is_empty() => "–".to_owned(),
        FigureUnit::Percent => percent(&figure.shown, page.language),
        FigureUnit::Count => page.number(figure.numerator),
        FigureUnit::Dong => money(figure.numerator, page.language),
    }
}

fn counts(page: &Page<'_>, figure: &Figure) -> String {
    match figure.denominator {
        Some(whole) => format!("{} / {}", page.number(figure.numerator), page.number(whole)),
        None => String::new(),
    }
}

/// Picks one count of a table of levels.
type Pick = fn(&LevelCounts) -> u32;

fn levels(page: &mut Page<'_>, report: &DistrictYear) {
    page.heading("Xếp loại", "Levels");
    let organizations = page.say("Tổ chức cơ sở đảng", "Grassroots organizations");
    let members = page.say("Đảng viên", "Members");
    let header = format!("{} {:>26} {:>14}", pad("", 36), organizations, members);
    page.line(&header);
    let rows: [(&str, Pick); 5] = [
        (level_name(Level::Excellent, page.language), |counts| {
            counts.excellent
        }),
        (level_name(Level::Good, page.language), |counts| counts.good),
        (
            page.say(
                "Xuất sắc hoặc tốt, chờ biểu quyết",
                "Excellent or good, by a vote to come",
            ),
            |counts| counts.vote_needed,
        ),
        (level_name(Level::Completed, page.language), |counts| {
            counts.completed
        }),
        (level_name(Level::NotCompleted, page.language), |counts| {
            counts.not_completed
        }),
    ];
    for (name, pick) in rows {
        level_row(page, name, report, pick);
    }
    level_row(
        page,
        page.say("Tổng số được xếp loại", "Rated"),
        report,
        |counts| counts.rated,
    );
    level_row(
        page,
        page.say("Chưa xếp loại", "Not rated"),
        report,
        |counts| counts.not_rated,
    );
}

fn level_row(page: &mut Page<'_>, name: &str, report: &DistrictYear, pick: Pick) {
    let row = format!(
        "{} {:>26} {:>14}",
        pad(name, 36),
        page.number(pick(&report.organization_levels)),
        page.number(pick(&report.member_levels)),
    );
    page.line(&row);
}

fn caps(page: &mut Page<'_>, report: &DistrictYear) {
    if report.caps.is_empty() {
        return;
    }
    page.heading(
        "Giới hạn xuất sắc trong từng nhóm",
        "The cap on excellent in each group",
    );
    let columns = [
        page.say("đủ đ.kiện", "eligible"),
        page.say("tốt", "good"),
        page.say("xếp loại", "rated"),
        page.say("giới hạn", "allowed"),
        page.say("xuất sắc", "excellent"),
        page.say("hạ mức", "demoted"),
    ];
    let row = |name: &str, cells: [String; 6]| {
        let cells: String = cells.iter().map(|cell| format!("{cell:>11}")).collect();
        format!("{}{cells}", pad(name, NAME))
    };
    let header = row("", columns.map(str::to_owned));
    page.line(&header);
    for cap in &report.caps {
        let counts = [
            cap.eligible,
            cap.good,
            cap.rated,
            cap.allowed,
            cap.excellent,
            cap.demoted,
        ];
        let mut line = row(&cap.name, counts.map(|count| page.number(count)));
        if cap.seats > 0 {
            let _ = write!(
                line,
                "   {} {}: {}",
                page.say("cần biểu quyết, số suất", "to be voted on, seats"),
                cap.seats,
                cap.vote_needed.join(", ")
            );
        }
        page.line(&line);
    }
}

fn attendance(page: &mut Page<'_>, report: &DistrictYear) {
    page.heading("Dự sinh hoạt", "Attendance");
    let mut lines: Vec<&AttendanceLine> = report.attendance.iter().collect();
    lines.sort_by(|left, right| {
        let left_share = i128::from(left.attended) * i128::from(right.expected);
        let right_share = i128::from(right.attended) * i128::from(left.expected);
        right_share
            .cmp(&left_share)
            .then_with(|| left.organization.cmp(&right.organization))
    });
    for line in lines {
        attendance_line(page, line);
    }
}

fn attendance_line(page: &mut Page<'_>, line: &AttendanceLine) {
    let filled = line
        .attended
        .saturating_mul(BAR)
        .checked_div(line.expected)
        .unwrap_or(0);
    let filled = usize::try_from(filled.clamp(0, BAR)).unwrap_or(0);
    let whole = usize::try_from(BAR).unwrap_or(0);
    let row = format!(
        "{} {}{} {:>9}   {} / {}",
        pad(&line.name, NAME),
        "█".repeat(filled),
        "░".repeat(whole.saturating_sub(filled)),
        percent(&line.shown, page.language),
        page.number(line.attended),
        page.number(line.expected),
    );
    page.line(&row);
}

fn below_aim(page: &mut Page<'_>, report: &DistrictYear) {
    page.heading(
        "Chi bộ dưới mức yêu cầu dự sinh hoạt",
        "Cells below the attendance aim",
    );
    if report.cells_below_aim.is_empty() {
        let none = page.say("Không có.", "None.");
        page.line(none);
    }
    for line in &report.cells_below_aim {
        let mut line = line.clone();
        line.name = full_name(report, &line.organization, &line.name);
        attendance_line(page, &line);
    }
}

/// A name with that of the body above: cells of different communes share names.
fn full_name(report: &DistrictYear, id: &OrganizationId, name: &str) -> String {
    let find = |id: &OrganizationId| report.organizations.iter().find(|known| known.id == *id);
    find(id)
        .and_then(|known| known.parent.as_ref())
        .and_then(find)
        .filter(|above| above.id != report.organization.id)
        .map_or_else(
            || name.to_owned(),
            |above| format!("{name} · {}", above.name),
        )
}

fn misfits(page: &mut Page<'_>, report: &DistrictYear) {
    page.heading(
        "Tổ chức không còn phù hợp với quy mô hoặc loại hình",
        "Organizations whose size or kind does not fit",
    );
    if report.size_misfits.is_empty() {
        let none = page.say("Không có.", "None.");
        page.line(none);
    }
    for misfit in &report.size_misfits {
        let line = format!(
            "{}: {} · {} {} · {} {}",
            full_name(report, &misfit.organization, &misfit.name),
            page.kind(&misfit.kind),
            page.number(misfit.full_members),
            page.say("chính thức", "full"),
            page.number(misfit.probationary_members),
            page.say("dự bị", "probationary"),
        );
        page.line(&line);
        let advice = match &misfit.fitting_kind {
            _ if misfit.party_groups => Some(
                page.say("cần chia tổ đảng", "to be divided into Party groups")
                    .to_owned(),
            ),
            Some(kind) if *kind != misfit.kind => {
                let fits = page.say("phù hợp:", "fits:");
                Some(format!("{fits} {}", page.kind(kind)))
            }
            _ => None,
        };
        if let Some(advice) = advice {
            page.line(&format!("    → {advice}"));
        }
        for ground in &misfit.grounds {
            let ground = sentence(page.book, ground, page.language);
            page.line(&format!("    {ground}"));
        }
    }
}

/// The readings that the rule book or an overlay chose where a rule is open.
fn readings(page: &mut Page<'_>, report: &DistrictYear) -> Vec<PolicyUsed> {
    fn used<T: FromValue + PolicyChoice>(
        rules: &Rules<'_>,
        parameter: Parameter<T>,
    ) -> Result<PolicyUsed, HandbookError> {
        let reading = rules.get(parameter)?;
        Ok(PolicyUsed::new(&reading, reading.value.word()))
    }
    let Ok(rules) = page.book.on(report.judged_on) else {
        return Vec::new();
    };
    let readings: Vec<PolicyUsed> = [
        used(&rules, parameter::EVALUATION_SCHEME),
        used(&rules, parameter::CAP_READING),
        used(&rules, parameter::CAP_GROUP),
        used(&rules, parameter::CAP_ROUNDING),
        used(&rules, parameter::ATTENDANCE_COUNTING),
    ]
    .into_iter()
    .flatten()
    .collect();
    page.heading("Cách đọc được áp dụng", "Readings in use");
    for reading in &readings {
        let line = policy_sentence(page.book, reading, page.language);
        page.line(&line);
    }
    readings
}

/// Every instrument that an answer of the report rests on.
fn sources(page: &mut Page<'_>, report: &DistrictYear) {
    let readings = readings(page, report);
    page.heading("Căn cứ", "Sources");
    let mut used: BTreeMap<(String, &'static str), Vec<String>> = BTreeMap::new();
    let mut add = |rule: &str, citation: &Citation| {
        let key = (
            citation.instrument.clone(),
            sureness_name(citation.sureness, page.language),
        );
        let rules = used.entry(key).or_default();
        if !rules.iter().any(|known| known == rule) {
            rules.push(rule.to_owned());
        }
    };
    let figures = report.figures.iter().flat_map(|figure| &figure.grounds);
    for ground in figures.chain(
        report
            .size_misfits
            .iter()
            .flat_map(|misfit| &misfit.grounds),
    ) {
        add(ground.rule.as_str(), &ground.citation);
    }
    for reading in &readings {
        add(reading.rule.as_str(), &reading.citation);
    }
    for ((instrument, sureness), mut rules) in used {
        rules.sort_unstable();
        page.line(&format!(
            "{} {}: {}",
            pad(&instrument, 24),
            sureness,
            rules.join(", ")
        ));
    }
}

/// Why one member or organization got its level.
pub(crate) fn explanation(
    book: &RuleBook,
    id: &str,
    year: i32,
    answer: &LevelAnswer,
    language: Language,
) -> String {
    let mut page = Page {
        book,
        language,
        text: String::new(),
    };
    let level = match (answer.level, &answer.own) {
        (Some(level), _) => level_name(level, language),
        (None, Some(_)) => page.say(
            "xuất sắc hoặc tốt: cần biểu quyết ở ngưỡng",
            "excellent or good: a vote is needed at the line",
        ),
        (None, None) => page.say("không xếp loại", "not rated"),
    };
    page.line(&format!("{id} · {year}: {level}"));
    section(
        &mut page,
        "Có được xếp loại không",
        "Whether rated",
        &answer.rated,
    );
    if let Some(own) = &answer.own {
        section(
            &mut page,
            "Theo kết quả của chính mình",
            "By the own facts",
            own,
        );
    }
    if let Some(cap) = &answer.cap {
        section(
            &mut page,
            "Tỷ lệ xuất sắc trong nhóm",
            "The cap on excellent in the group",
            cap,
        );
        let outcome = &cap.value;
        let mut counts = String::new();
        let _ = write!(
            counts,
            "{}: {} · {}: {} · {}: {}",
            page.say("nhóm", "group"),
            outcome.group,
            page.say("được xuất sắc", "allowed"),
            outcome.allowed,
            page.say("đủ điều kiện", "eligible"),
            outcome.excellent.len() + outcome.demoted.len() + outcome.vote_needed.len(),
        );
        page.line(&counts);
        if outcome.seats > 0 {
            let tie = format!(
                "{} {}: {}",
                page.say("cần biểu quyết, số suất:", "a vote is needed, seats:"),
                outcome.seats,
                outcome.vote_needed.join(", ")
            );
            page.line(&tie);
        }
    }
    page.text
}

fn section<T>(
    page: &mut Page<'_>,
    vi: &'static str,
    en: &'static str,
    verdict: &handbook::Verdict<T>,
) {
    if verdict.grounds.is_empty() && verdict.policies.is_empty() {
        return;
    }
    page.heading(vi, en);
    for ground in &verdict.grounds {
        let mark = if ground.holds { "✓" } else { "✗" };
        let text = sentence(page.book, ground, page.language);
        page.line(&format!("{mark} {text}"));
    }
    for policy in &verdict.policies {
        let text = policy_sentence(page.book, policy, page.language);
        page.line(&format!("· {text}"));
    }
}

/// Pads or cuts to a number of letters; Vietnamese letters are one column wide.
fn pad(text: &str, width: usize) -> String {
    let letters = text.chars().count();
    if letters > width {
        let cut: String = text.chars().take(width.saturating_sub(1)).collect();
        return format!("{cut}…");
    }
    format!("{text}{}", " ".repeat(width - letters))
}

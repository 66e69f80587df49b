//! A made-up country of members for measuring: cells, communes and districts, the same for the
//! same seed.

use std::fmt::Write;

/// How many criteria everyone is marked by.
pub const CRITERIA: usize = 10;

/// Numbers that only look random.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed other than 0.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from((self.0 >> 16) % u64::from(limit.max(1))).unwrap_or_default()
    }
}

/// One member, packed as somebody would who judges by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrowdMember {
    /// A mark of 0 to 100 for each criterion.
    pub marks: [u8; CRITERIA],
    /// Disciplined in the year.
    pub disciplined: bool,
}

/// Members grouped by cell, cells by commune, communes by district.
#[derive(Debug, Clone, Default)]
pub struct Crowd {
    /// The members, cell after cell.
    pub members: Vec<CrowdMember>,
    /// Where each cell starts, and the number of members.
    pub cell_starts: Vec<u32>,
    /// The commune of each cell.
    pub communes: Vec<u32>,
    /// The district of each commune.
    pub districts: Vec<u32>,
    /// How many districts there are.
    pub district_count: u32,
}

impl Crowd {
    /// A crowd of `members`: cells of 0 to 40, twenty to a commune, twelve communes to a district.
    #[must_use]
    pub fn of(members: usize, seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let mut crowd = Self {
            cell_starts: vec![0],
            ..Self::default()
        };
        crowd.members.reserve_exact(members);
        while crowd.members.len() < members {
            let cell = crowd.communes.len();
            let commune = cell / 20;
            if commune == crowd.districts.len() {
                let district = commune / 12;
                crowd.districts.push(whole(district));
                crowd.district_count = whole(district + 1);
            }
            crowd.communes.push(whole(commune));
            // How the people of a cell stand differs more from cell to cell than within one.
            let cell_level = 55 + dice.below(36);
            for _ in 0..dice.below(41) {
                if crowd.members.len() == members {
                    break;
                }
                let own = cell_level + dice.below(16);
                let mut marks = [0; CRITERIA];
                for mark in &mut marks {
                    let points = (own + dice.below(21)).saturating_sub(10).min(100);
                    *mark = u8::try_from(points).unwrap_or(100);
                }
                crowd.members.push(CrowdMember {
                    marks,
                    disciplined: dice.below(200) == 0,
                });
            }
            crowd.cell_starts.push(whole(crowd.members.len()));
        }
        crowd
    }

    /// The marks as one column after the other.
    #[must_use]
    pub fn columns(&self) -> Vec<u8> {
        let mut columns = Vec::with_capacity(self.members.len() * CRITERIA);
        for criterion in 0..CRITERIA {
            let marks = |member: &CrowdMember| member.marks.get(criterion).copied();
            columns.extend(self.members.iter().filter_map(marks));
        }
        columns
    }

    /// What stands above what: cells, then communes, then districts.
    #[must_use]
    pub fn parents(&self) -> Vec<u32> {
        let cells = whole(self.communes.len());
        let communes = cells + whole(self.districts.len());
        let mut parents: Vec<u32> = self.communes.iter().map(|number| cells + number).collect();
        parents.extend(self.districts.iter().map(|number| communes + number));
        parents.extend((0..self.district_count).map(|_| u32::MAX));
        parents
    }

    /// The table `id,cell,disciplined,c0..c9`.
    #[must_use]
    pub fn members_csv(&self) -> String {
        let mut text = "id,cell,disciplined".to_owned();
        for criterion in 0..CRITERIA {
            let _ = write!(text, ",c{criterion}");
        }
        text.push('\n');
        for (cell, span) in self.cell_starts.windows(2).enumerate() {
            let [from, to] = span else { continue };
            for (number, member) in (*from..*to).zip(self.members.iter().skip(place(*from))) {
                let _ = write!(
                    text,
                    "m{number:08},c{cell},{}",
                    u8::from(member.disciplined)
                );
                for mark in member.marks {
                    let _ = write!(text, ",{mark}");
                }
                text.push('\n');
            }
        }
        text
    }

    /// The table `cell,commune,district`.
    #[must_use]
    pub fn cells_csv(&self) -> String {
        let mut text = "cell,commune,district\n".to_owned();
        for (cell, commune) in self.communes.iter().enumerate() {
            let district = self.districts.get(place(*commune)).copied();
            let _ = writeln!(
                text,
                "c{cell},x{commune},d{:03}",
                district.unwrap_or_default()
            );
        }
        text
    }
}

fn whole(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

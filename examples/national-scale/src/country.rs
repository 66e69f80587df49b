//! A synthetic country: its units, and each member's facts of the year as a function of the seed
//! and the member's number alone, so that any member can be made anywhere and in any order.

use handbook::evaluation::{RollUpUnit, TaskCounts};

/// Members of the whole country, and what it is divided into.
pub(crate) const MEMBERS: u64 = 5_400_000;
const ORGANIZATIONS: u64 = 52_000;
const COMMUNES: u64 = 3_321;
const PROVINCES: u64 = 34;

/// How many criteria the sample sheet has.
pub(crate) const CRITERIA: usize = 10;

/// What one member brings to the year's end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MemberYear {
    /// Number of the member, from 0.
    pub(crate) number: u64,
    /// Number of the grassroots organization.
    pub(crate) organization: u64,
    /// Number of the cell within it.
    pub(crate) cell: u64,
    /// Marks of the criteria, 0 to 100.
    pub(crate) marks: [u8; CRITERIA],
    /// The year's tasks.
    pub(crate) tasks: TaskCounts,
    /// Disciplined in the year.
    pub(crate) disciplined: bool,
}

/// The country that a seed gives.
#[derive(Debug, Clone)]
pub(crate) struct Country {
    seed: u64,
    /// The first member of each organization, and behind the last one the number of all.
    first_member: Vec<u64>,
    communes: u64,
    provinces: u64,
}

/// A number drawn from the seed and a place, the same each time.
#[derive(Debug, Clone, Copy)]
struct Draw(u64);

impl Draw {
    fn at(seed: u64, place: u64) -> Self {
        let mut draw = Self(seed ^ place.wrapping_mul(0xd134_2543_de82_ef95));
        draw.next();
        draw
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of `0..count`.
    fn below(&mut self, count: u64) -> u64 {
        self.next() % count.max(1)
    }

    fn small(&mut self, count: u64) -> u32 {
        u32::try_from(self.below(count)).unwrap_or(u32::MAX)
    }
}

impl Country {
    /// A country of so many members, with organizations of the size they have at full scale.
    #[must_use]
    pub(crate) fn new(members: u64, seed: u64) -> Self {
        let part = |whole: u64| (whole * members / MEMBERS).clamp(1, whole);
        let organizations = part(ORGANIZATIONS);
        // Sizes from a quarter to seven quarters of the mean; what is over goes to the last.
        let mean = members / organizations;
        let mut first_member = vec![0];
        let mut next = 0;
        for organization in 1..organizations {
            let mut draw = Draw::at(seed ^ 1, organization);
            next = (next + mean / 4 + draw.below(mean * 3 / 2 + 1)).min(members);
            first_member.push(next);
        }
        first_member.push(members);
        let communes = part(COMMUNES);
        Self {
            seed,
            first_member,
            communes,
            provinces: PROVINCES.min(communes),
        }
    }

    /// How many members.
    #[must_use]
    pub(crate) fn members(&self) -> u64 {
        self.first_member.last().copied().unwrap_or_default()
    }

    /// How many grassroots organizations, communes and provinces.
    #[must_use]
    pub(crate) fn sizes(&self) -> (u64, u64, u64) {
        (self.organizations(), self.communes, self.provinces)
    }

    fn organizations(&self) -> u64 {
        u64::try_from(self.first_member.len() - 1).unwrap_or_default()
    }

    fn first_member(&self, organization: u64) -> u64 {
        let place = usize::try_from(organization).unwrap_or(usize::MAX);
        self.first_member
            .get(place)
            .copied()
            .unwrap_or_else(|| self.members())
    }

    /// How many members a cell of the organization has; its last one may have fewer.
    fn cell_size(&self, organization: u64) -> u64 {
        8 + Draw::at(self.seed ^ 2, organization).below(33)
    }

    /// The member of a number.
    #[must_use]
    pub(crate) fn member(&self, number: u64) -> MemberYear {
        let behind = self.first_member.partition_point(|first| *first <= number);
        let organization = u64::try_from(behind.saturating_sub(1)).unwrap_or_default();
        let place = number - self.first_member(organization);
        let cell = place / self.cell_size(organization);

        let mut draw = Draw::at(self.seed, number);
        // From 63 to 103, most of them near 83, and each mark within six of it.
        let quality = 63 + draw.below(21) + draw.below(21);
        let marks = [0; CRITERIA].map(|_: u8| {
            let mark = (quality + draw.below(13)).saturating_sub(6).min(100);
            u8::try_from(mark).unwrap_or(100)
        });
        let total = 6 + draw.small(10);
        let undone = if draw.below(40) == 0 {
            1 + draw.small(3)
        } else {
            0
        };
        let late = if draw.below(12) == 0 {
            1 + draw.small(2)
        } else {
            0
        };
        let done = total - undone;
        MemberYear {
            number,
            organization,
            cell,
            marks,
            tasks: TaskCounts {
                total,
                done,
                on_time: done - late,
                beyond: (total / 4 + draw.small(u64::from(total))).min(done),
                late,
            },
            disciplined: draw.below(150) == 0,
        }
    }

    /// The member who stands at a place of the files. Neighbours there are far apart in the
    /// country: each file, and each part of one, has members of nearly every cell.
    #[must_use]
    pub(crate) fn shuffled(&self, place: u64) -> u64 {
        let members = self.members();
        // Steps of about 0.618 of the whole reach every place once, when they share no factor.
        let mut step = (members * 618 / 1_000).max(1);
        while greatest_common_divisor(step, members) != 1 {
            step += 1;
        }
        place * step % members
    }

    /// Every unit, the country first.
    #[must_use]
    pub(crate) fn units(&self) -> Vec<RollUpUnit> {
        let unit = |id: String, parent: Option<String>, outstanding| RollUpUnit {
            id,
            parent,
            outstanding,
        };
        let mut units = vec![unit("country".to_owned(), None, false)];
        for province in 0..self.provinces {
            units.push(unit(
                province_id(province),
                Some("country".to_owned()),
                false,
            ));
        }
        for commune in 0..self.communes {
            let province = commune * self.provinces / self.communes;
            units.push(unit(
                commune_id(commune),
                Some(province_id(province)),
                false,
            ));
        }
        let organizations = self.organizations();
        for organization in 0..organizations {
            let commune = commune_id(organization * self.communes / organizations);
            units.push(unit(organization_id(organization), Some(commune), false));
            let members = self.first_member(organization + 1) - self.first_member(organization);
            for cell in 0..members.div_ceil(self.cell_size(organization)) {
                let above = organization_id(organization);
                units.push(unit(cell_id(organization, cell), Some(above), false));
            }
        }
        units
    }
}

fn greatest_common_divisor(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

fn province_id(province: u64) -> String {
    format!("p{province:02}")
}

fn commune_id(commune: u64) -> String {
    format!("c{commune:04}")
}

/// What an organization is called.
#[must_use]
pub(crate) fn organization_id(organization: u64) -> String {
    format!("o{organization:05}")
}

/// What a cell is called.
#[must_use]
pub(crate) fn cell_id(organization: u64, cell: u64) -> String {
    format!("o{organization:05}-{cell:02}")
}

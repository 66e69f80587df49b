//! Roll-ups: the year of a district from its micro-records, computed and never stored.

mod district_year;
mod figures;
mod levels;

pub(crate) use district_year::cap_line;
pub use district_year::{
    AttendanceLine, CapLine, DistrictYear, DistrictYearRequest, LevelCounts, NamedOrganization,
    OrganizationLine, RuleBookLine, SizeMisfit, district_year,
};
pub use figures::{Figure, FigureUnit};
pub(crate) use levels::{
    CappedLevels, GroupCap, LevelOf, OwnLevels, grouping_organization, is_rated, level_of,
    member_levels, organization_levels,
};

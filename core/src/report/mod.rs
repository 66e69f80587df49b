//! Roll-ups: the year of a district from its micro-records, computed and never stored.

mod district_year;
mod figures;
mod levels;

pub use district_year::{
    AttendanceLine, CapLine, DistrictYear, DistrictYearRequest, LevelCounts, NamedOrganization,
    OrganizationLine, RuleBookLine, SizeMisfit, district_year,
};
pub use figures::{Figure, FigureUnit};
pub(crate) use levels::level_of;

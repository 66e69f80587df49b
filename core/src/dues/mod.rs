//! Dues (đảng phí): what a member pays a month, and what the cell keeps.

mod kept;
mod monthly;

pub use kept::{KeptByCell, KeptByCellInput, kept_by_cell};
pub use monthly::{DuesExemption, MonthlyDues, MonthlyDuesInput, Payer, monthly_dues};

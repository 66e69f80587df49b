//! Dues (đảng phí): what a member pays a month, and what the cell keeps.

mod kept;
mod monthly;
#[cfg(test)]
mod tests;

pub use kept::{KeptByCell, KeptByCellInput, kept_by_cell};
pub use monthly::{DuesExemption, MonthlyDues, MonthlyDuesInput, Payer, monthly_dues};

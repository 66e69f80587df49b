//! Work: yearly targets against their plan, the portfolio of projects.

mod plan;
mod portfolio;

pub use plan::{
    PlanFulfilment, PlanFulfilmentInput, PlansShownAs, PlansShownAsInput, plan_fulfilment,
    plans_shown_as,
};
pub(crate) use portfolio::check_values;
pub use portfolio::{Portfolio, PortfolioInput, PortfolioProject, portfolio};

//! Work: tasks and what became of them, yearly targets against their plan, the portfolio of
//! projects.

mod plan;
mod portfolio;
mod target;
mod task;
mod task_summary;

pub use plan::{
    PlanFulfilment, PlanFulfilmentInput, PlansShownAs, PlansShownAsInput, plan_fulfilment,
    plans_shown_as,
};
pub(crate) use portfolio::check_values;
pub use portfolio::{
    PlacedProject, Portfolio, PortfolioGrouping, PortfolioInput, PortfolioProject, PortfolioRow,
    PortfolioRows, PortfolioRowsInput, portfolio, portfolio_rows,
};
pub use target::{
    ForecastBasis, ForecastInput, NeededPace, TargetAmount, TargetCourse, TargetDirection,
    TargetForecast, TargetProgress, TargetProgressInput, TargetResult, TargetResults, TargetTrend,
    WholeRounding, target_progress,
};
pub use task::{
    AssignedTask, TaskChange, TaskProgress, TaskQuality, TaskReport, TaskStanding, TaskState,
    TaskStateInput, TaskTerm, task_state,
};
pub use task_summary::{
    HeldTask, TaskHolder, TaskRow, TaskSummary, TaskSummaryInput, TaskTotals, task_summary,
};

//! Oversight: answers that are owed, complaints and denunciations, petitions and difficulties on
//! their way, supervision and inspection.

mod answer;
mod complaint;
mod control;
mod denunciation;
mod inspection;
mod matter;
mod supervision;

pub use answer::{
    AnswerDue, AnswerDueInput, InformationDue, InformationDueInput, answer_due, information_due,
};
pub use complaint::{
    ComplainedMeasure, ComplaintObstacle, ComplaintOnDiscipline, ComplaintOnDisciplineInput,
    complaint_on_discipline,
};
pub use control::{AssetControl, AssetControlInput, asset_control};
pub use denunciation::{
    DenouncedSubject, DenunciationDeadline, DenunciationDeadlineInput, DenunciationHandled,
    DenunciationHandledInput, denunciation_deadline, denunciation_handled,
};
pub use inspection::{
    DoneInspectionStep, InspectionStepLine, InspectionSteps, InspectionStepsInput, inspection_steps,
};
pub use matter::{MatterEvent, MatterProgress, MatterProgressInput, MatterStep, matter_progress};
pub use supervision::{
    SupervisingBody, SupervisionModes, SupervisionModesInput, supervision_modes,
};

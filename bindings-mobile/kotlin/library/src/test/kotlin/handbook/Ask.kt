package handbook

import java.time.LocalDate

/**
 * Asks the method of the question's door. The `when` is exhaustive: a new door does not compile until
 * it is asked here.
 */
internal fun RuleBook.ask(on: LocalDate, question: Question): Answer =
    when (question) {
        is Question.WorkingDayAfter -> Answer.WorkingDayAfter(workingDayAfter(on, question.v1))
        is Question.OrganizationForm -> Answer.OrganizationForm(organizationForm(on, question.v1))
        is Question.CellCommittee -> Answer.CellCommittee(cellCommittee(on, question.v1))
        is Question.StandingCommitteeMost -> Answer.StandingCommitteeMost(standingCommitteeMost(on, question.v1))
        is Question.ExtraAppointeesMost -> Answer.ExtraAppointeesMost(extraAppointeesMost(on, question.v1))
        is Question.Placement -> Answer.Placement(placement(on, question.v1))
        is Question.Term -> Answer.Term(term(on, question.v1))
        is Question.CongressDeadlines -> Answer.CongressDeadlines(congressDeadlines(on, question.v1))
        is Question.CongressSteps -> Answer.CongressSteps(congressSteps(on, question.v1))
        is Question.ExtraordinaryCongress -> Answer.ExtraordinaryCongress(extraordinaryCongress(on, question.v1))
        is Question.SigningAfterElection -> Answer.SigningAfterElection(signingAfterElection(on, question.v1))
        is Question.MandateEnd -> Answer.MandateEnd(mandateEnd(on, question.v1))
        is Question.CommitteeTransfer -> Answer.CommitteeTransfer(committeeTransfer(on, question.v1))
        is Question.Reappointment -> Answer.Reappointment(reappointment(on, question.v1))
        is Question.DelegatedPowers -> Answer.DelegatedPowers(delegatedPowers(on, question.v1))
        is Question.Disbanding -> Answer.Disbanding(disbanding(on, question.v1))
        is Question.Closure -> Answer.Closure(closure(on, question.v1))
        is Question.VoteBase -> Answer.VoteBase(voteBase(on, question.v1))
        is Question.RequiredVotes -> Answer.RequiredVotes(requiredVotes(on, question.v1))
        is Question.TallyVote -> Answer.TallyVote(tallyVote(on, question.v1))
        is Question.Majority -> Answer.Majority(majority(on, question.v1))
        is Question.Election -> Answer.Election(election(on, question.v1))
        is Question.Attendance -> Answer.Attendance(attendance(on, question.v1))
        is Question.MeetingCalendar -> Answer.MeetingCalendar(meetingCalendar(on, question.v1))
        is Question.MeetingDeadlines -> Answer.MeetingDeadlines(meetingDeadlines(on, question.v1))
        is Question.OnlineMeeting -> Answer.OnlineMeeting(onlineMeeting(on, question.v1))
        is Question.PlanFulfilment -> Answer.PlanFulfilment(planFulfilment(on, question.v1))
        is Question.PlansShownAs -> Answer.PlansShownAs(plansShownAs(on, question.v1))
        is Question.Portfolio -> Answer.Portfolio(portfolio(on, question.v1))
        is Question.AdmissionAge -> Answer.AdmissionAge(admissionAge(on, question.v1))
        is Question.CeremonyDue -> Answer.CeremonyDue(ceremonyDue(on, question.v1))
        is Question.RecognitionDue -> Answer.RecognitionDue(recognitionDue(on, question.v1))
        is Question.PartyAge -> Answer.PartyAge(partyAge(on, question.v1))
        is Question.Badge -> Answer.Badge(badge(on, question.v1))
        is Question.BadgePrize -> Answer.BadgePrize(badgePrize(on, question.v1))
        is Question.DeletionGround -> Answer.DeletionGround(deletionGround(on, question.v1))
        is Question.TransferOverdue -> Answer.TransferOverdue(transferOverdue(on, question.v1))
        is Question.Readmission -> Answer.Readmission(readmission(on, question.v1))
        is Question.MonthlyDues -> Answer.MonthlyDues(monthlyDues(on, question.v1))
        is Question.KeptByCell -> Answer.KeptByCell(keptByCell(on, question.v1))
        is Question.Ratable -> Answer.Ratable(ratable(on, question.v1))
        is Question.Level -> Answer.Level(level(on, question.v1))
        is Question.ExcellentCap -> Answer.ExcellentCap(excellentCap(on, question.v1))
        is Question.ApplyCap -> Answer.ApplyCap(applyCap(on, question.v1))
        is Question.GroupLevels -> Answer.GroupLevels(groupLevels(on, question.v1))
    }

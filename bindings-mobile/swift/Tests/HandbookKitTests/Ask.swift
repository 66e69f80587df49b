import HandbookKit

extension RuleBook {
    /// Asks the method of the question's door. The `switch` is exhaustive: a new door does not
    /// compile until it is asked here.
    func ask(_ question: Question, on: CalendarDate) throws -> Answer {
        switch question {
        case .workingDayAfter(let input): .workingDayAfter(try workingDayAfter(on: on, input: input))
        case .organizationForm(let input): .organizationForm(try organizationForm(on: on, input: input))
        case .cellCommittee(let input): .cellCommittee(try cellCommittee(on: on, input: input))
        case .standingCommitteeMost(let input): .standingCommitteeMost(try standingCommitteeMost(on: on, input: input))
        case .extraAppointeesMost(let input): .extraAppointeesMost(try extraAppointeesMost(on: on, input: input))
        case .placement(let input): .placement(try placement(on: on, input: input))
        case .term(let input): .term(try term(on: on, input: input))
        case .congressDeadlines(let input): .congressDeadlines(try congressDeadlines(on: on, input: input))
        case .congressSteps(let input): .congressSteps(try congressSteps(on: on, input: input))
        case .extraordinaryCongress(let input): .extraordinaryCongress(try extraordinaryCongress(on: on, input: input))
        case .signingAfterElection(let input): .signingAfterElection(try signingAfterElection(on: on, input: input))
        case .mandateEnd(let input): .mandateEnd(try mandateEnd(on: on, input: input))
        case .committeeTransfer(let input): .committeeTransfer(try committeeTransfer(on: on, input: input))
        case .reappointment(let input): .reappointment(try reappointment(on: on, input: input))
        case .delegatedPowers(let input): .delegatedPowers(try delegatedPowers(on: on, input: input))
        case .disbanding(let input): .disbanding(try disbanding(on: on, input: input))
        case .closure(let input): .closure(try closure(on: on, input: input))
        case .voteBase(let input): .voteBase(try voteBase(on: on, input: input))
        case .requiredVotes(let input): .requiredVotes(try requiredVotes(on: on, input: input))
        case .tallyVote(let input): .tallyVote(try tallyVote(on: on, input: input))
        case .majority(let input): .majority(try majority(on: on, input: input))
        case .election(let input): .election(try election(on: on, input: input))
        case .attendance(let input): .attendance(try attendance(on: on, input: input))
        case .planFulfilment(let input): .planFulfilment(try planFulfilment(on: on, input: input))
        case .plansShownAs(let input): .plansShownAs(try plansShownAs(on: on, input: input))
        case .portfolio(let input): .portfolio(try portfolio(on: on, input: input))
        case .admissionAge(let input): .admissionAge(try admissionAge(on: on, input: input))
        case .ceremonyDue(let input): .ceremonyDue(try ceremonyDue(on: on, input: input))
        case .recognitionDue(let input): .recognitionDue(try recognitionDue(on: on, input: input))
        case .partyAge(let input): .partyAge(try partyAge(on: on, input: input))
        case .badge(let input): .badge(try badge(on: on, input: input))
        case .badgePrize(let input): .badgePrize(try badgePrize(on: on, input: input))
        case .deletionGround(let input): .deletionGround(try deletionGround(on: on, input: input))
        case .transferOverdue(let input): .transferOverdue(try transferOverdue(on: on, input: input))
        case .readmission(let input): .readmission(try readmission(on: on, input: input))
        case .monthlyDues(let input): .monthlyDues(try monthlyDues(on: on, input: input))
        case .keptByCell(let input): .keptByCell(try keptByCell(on: on, input: input))
        case .ratable(let input): .ratable(try ratable(on: on, input: input))
        case .level(let input): .level(try level(on: on, input: input))
        case .excellentCap(let input): .excellentCap(try excellentCap(on: on, input: input))
        case .applyCap(let input): .applyCap(try applyCap(on: on, input: input))
        case .groupLevels(let input): .groupLevels(try groupLevels(on: on, input: input))
        case .documentSearch(let input): .documentSearch(try documentSearch(on: on, input: input))
        case .documentStatus(let input): .documentStatus(try documentStatus(on: on, input: input))
        }
    }
}

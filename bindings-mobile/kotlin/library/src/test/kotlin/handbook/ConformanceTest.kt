package handbook

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory

/**
 * The cases that every runtime answers alike: each crosses as typed values, and the whole answer is
 * compared.
 */
class ConformanceTest {
    private val shipped = RuleBook.vietnam()

    @TestFactory
    fun formulas(): List<DynamicTest> {
        val cases = Repository.vectors().flatMap { file ->
            Repository.json(file).jsonObject.getValue("cases").jsonArray.map { case ->
                val fields = case.jsonObject
                dynamicTest("${file.name}: ${fields.text("name")}") { formula(fields) }
            }
        }
        assertTrue(cases.isNotEmpty(), "there are no vectors")
        return cases
    }

    private fun formula(case: JsonObject) {
        val got = answerOrError {
            val door = case.getValue("door").jsonPrimitive.content
            val input = case.text("inputText") ?: case.getValue("input").toString()
            val book = bookOf(case)
            answerToJson(book.ask(case.day("on"), questionFromJson(door, input)))
        }
        assertEquals(case["answer"] ?: case.getValue("error"), got)
    }

    @TestFactory
    fun record(): List<DynamicTest> {
        val scenarios = Repository.scenarios().map { file ->
            dynamicTest(file.name) { scenario(Repository.json(file).jsonObject) }
        }
        assertTrue(scenarios.isNotEmpty(), "there are no scenarios")
        return scenarios
    }

    private fun scenario(scenario: JsonObject) {
        var handbook = Handbook(bookOf(scenario))
        scenario.getValue("steps").jsonArray.forEachIndexed { place, element ->
            val step = element.jsonObject
            val before = handbook.events()
            when {
                "command" in step -> {
                    val got = answerOrError {
                        val command = commandFromJson(step.getValue("command").toString())
                        outcomeToJson(handbook.submit(command, step.day("recordedOn")))
                    }
                    assertEquals(step["outcome"] ?: step.getValue("error"), got, "step $place")
                    if ("error" in step) {
                        assertEquals(before, handbook.events(), "step $place left something behind")
                    }
                }
                "ask" in step -> {
                    val got = answerOrError {
                        val asked = if ("knownOn" in step) handbook.asKnownOn(step.day("knownOn")) else handbook
                        val question = recordQuestionFromJson(step.getValue("ask").toString())
                        recordAnswerToJson(asked.on(step.day("on")).askTyped(question))
                    }
                    assertEquals(step["answer"] ?: step.getValue("error"), got, "step $place")
                }
                "replay" in step -> {
                    handbook = Handbook(handbook.ruleBook())
                    handbook.apply(eventsFromJson(eventsToJson(before)))
                    assertEquals(before, handbook.events(), "step $place")
                }
                else -> throw AssertionError("step $place is of no known kind: ${step.keys}")
            }
        }
    }

    /** Asks the typed method of the question; exhaustive like [ask]. */
    private fun DayView.askTyped(question: RecordQuestion): RecordAnswer =
        when (question) {
            is RecordQuestion.Organization -> RecordAnswer.Organization(organization(question.id))
            is RecordQuestion.Member -> RecordAnswer.Member(member(question.id))
            is RecordQuestion.Subtree -> RecordAnswer.Subtree(subtree(question.id))
            is RecordQuestion.Attendance ->
                RecordAnswer.Attendance(attendance(question.id, question.from, question.to, question.counting))
            is RecordQuestion.Tree -> RecordAnswer.Tree(tree(question.id))
            is RecordQuestion.Members -> RecordAnswer.Members(members(question.id))
            is RecordQuestion.Posts -> RecordAnswer.Posts(posts(question.id))
            is RecordQuestion.Lineage -> RecordAnswer.Lineage(lineage(question.id, question.from))
            is RecordQuestion.Review -> RecordAnswer.Review(review(question.id))
            is RecordQuestion.Obligations -> RecordAnswer.Obligations(obligations(question.id))
            is RecordQuestion.Restated ->
                RecordAnswer.Restated(restated(question.from, question.figures))
            is RecordQuestion.MemberFlows ->
                RecordAnswer.MemberFlows(memberFlows(question.id, question.from))
            is RecordQuestion.Meeting -> RecordAnswer.Meeting(meeting(question.id, question.asker))
            is RecordQuestion.Calendar ->
                RecordAnswer.Calendar(calendar(question.id, question.from, question.to))
            is RecordQuestion.MemberCalendar ->
                RecordAnswer.MemberCalendar(memberCalendar(question.id, question.from, question.to))
            is RecordQuestion.Monitor ->
                RecordAnswer.Monitor(
                    monitor(question.id, question.year, question.month, question.asker),
                )
            is RecordQuestion.Tasks ->
                RecordAnswer.Tasks(
                    tasks(question.id, question.member, question.meeting, question.asker),
                )
            is RecordQuestion.Matters -> RecordAnswer.Matters(matters(question.id, question.asker))
            is RecordQuestion.Inspections ->
                RecordAnswer.Inspections(inspections(question.id, question.asker))
            is RecordQuestion.Targets ->
                RecordAnswer.Targets(targets(question.id, question.year, question.asker))
            is RecordQuestion.Feed -> RecordAnswer.Feed(feed(question.request))
            is RecordQuestion.Absences ->
                RecordAnswer.Absences(absences(question.id, question.year, question.asker))
            is RecordQuestion.Documents -> RecordAnswer.Documents(documents(question.search))
            is RecordQuestion.Document -> RecordAnswer.Document(document(question.id))
            is RecordQuestion.Evaluation ->
                RecordAnswer.Evaluation(
                    evaluation(question.subject, question.year, question.asker),
                )
            is RecordQuestion.Evaluations ->
                RecordAnswer.Evaluations(evaluations(question.id, question.year, question.asker))
            is RecordQuestion.Calibration ->
                RecordAnswer.Calibration(calibration(question.id, question.year, question.asker))
            is RecordQuestion.Level -> RecordAnswer.Level(level(question.subject, question.year))
            is RecordQuestion.LevelExplained ->
                RecordAnswer.LevelExplained(
                    levelExplained(question.subject, question.year, question.asker),
                )
            is RecordQuestion.Levels ->
                RecordAnswer.Levels(
                    levels(question.id, question.year, question.asker, question.offset, question.limit),
                )
            is RecordQuestion.LevelsReadOtherwise ->
                RecordAnswer.LevelsReadOtherwise(
                    levelsReadOtherwise(
                        question.id, question.year, question.terms,
                        question.asker, question.offset, question.limit,
                    ),
                )
        }

    private fun bookOf(case: JsonObject): RuleBook =
        case["overlay"]?.let { shipped.withOverlay(it.toString()) } ?: shipped

    private fun answerOrError(answer: () -> String): JsonElement =
        Json.parseToJsonElement(
            try {
                answer()
            } catch (error: HandbookException) {
                error.toJson()
            },
        )
}

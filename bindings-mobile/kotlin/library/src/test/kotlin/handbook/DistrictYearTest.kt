package handbook

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.junit.jupiter.api.Test

class DistrictYearTest {
    private val endOfYear = LocalDate.of(2023, 12, 31)

    @ParameterizedTest
    @ValueSource(ints = [2023, 2025])
    fun `the report of the sample district has the bytes it has everywhere`(judgedIn: Int) {
        val handbook = Handbook.open(RuleBook.vietnam(), Repository.sampleTables(), endOfYear)
        val request = DistrictYearRequest(year = 2023, judgedOn = LocalDate.of(judgedIn, 12, 31))
        val expected = Repository.file("tests/expected/district-year-2023-judged-$judgedIn.json").readText()
        assertEquals(expected, handbook.districtYearJson(request))
        assertEquals(expected, districtYearToJson(handbook.districtYear(request)), "typed, and back")
    }

    @Test
    fun `dirty tables are one error that lists every problem`() {
        val tables = Repository.sampleTables().map { file ->
            if (file.name == "organizations.csv") {
                TableFile(file.name, String(file.bytes).replace("huyen_uy", "no_such_kind").encodeToByteArray())
            } else {
                file
            }
        }
        val error = assertThrows(HandbookException.Tables::class.java) {
            Handbook.open(RuleBook.vietnam(), tables, endOfYear)
        }
        assertTrue(error.problems.isNotEmpty())
        assertEquals("organizations.csv", error.problems.first().file)
        assertTrue(error.message.startsWith("organizations.csv:"), error.message)
    }

    @Test
    fun `a record that was stored goes on where it stopped`() {
        val book = RuleBook.vietnam()
        val first = Handbook(book)
        val outcome = first.submit(
            Command.RegisterOrganization(
                id = OrganizationId("tinh"),
                kind = KindId("tinh_uy"),
                parent = null,
                name = "Tỉnh ủy mẫu",
                code = null,
                sector = Sector.STATE,
                village = false,
                purpose = null,
                on = LocalDate.of(2021, 1, 1),
            ),
            endOfYear,
        )
        assertTrue(outcome is Outcome.Accepted)
        val second = Handbook(book)
        second.apply(eventsFromJson(eventsToJson(first.events())))
        assertEquals(first.events(), second.events())
        assertEquals(emptyList<Event>(), second.eventsAfter(1u))
        assertEquals(listOf(OrganizationId("tinh")), second.on(endOfYear).roots())
    }
}

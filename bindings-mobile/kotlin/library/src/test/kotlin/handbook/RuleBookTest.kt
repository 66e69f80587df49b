package handbook

import java.time.LocalDate
import java.util.Locale
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class RuleBookTest {
    private val book = RuleBook.vietnam()
    private val endOf2025 = LocalDate.of(2025, 12, 31)

    @Test
    fun `the book says which days it covers`() {
        assertEquals(LocalDate.of(2021, 1, 1), book.coversFrom())
        assertEquals(LocalDate.of(2026, 12, 31), book.coversTo())
    }

    @Test
    fun `an answer carries its grounds`() {
        val verdict = book.cellCommittee(endOf2025, CellCommitteeInput(fullMembers = 8u))
        assertFalse(verdict.value.committee)
        val ground = verdict.grounds.first()
        assertEquals(RuleId("ORG-20"), ground.rule)
        assertEquals("294-QĐ/TW", ground.citation.instrument)
        assertEquals(Quantity.Count(8), ground.measured)
        assertEquals(
            "Full members to elect a cell committee: 8, required at least 9: does not hold (ORG-20, 294-QĐ/TW §23.2)",
            book.sentence(ground, Language.EN),
        )
    }

    @Test
    fun `a day outside the book is a typed error with a sentence in both languages`() {
        val day = LocalDate.of(1999, 12, 31)
        val error = assertThrows(HandbookException.OutsideRuleBook::class.java) {
            book.cellCommittee(day, CellCommitteeInput(fullMembers = 9u))
        }
        assertEquals(day, error.date)
        val english = "1999-12-31 is outside what the rule book `vietnam` covers: 2021-01-01 to 2026-12-31"
        assertEquals(english, error.message)
        val vietnamese = error.sentence(Language.VI)
        assertNotEquals(english, vietnamese)
        val before = Locale.getDefault()
        try {
            Locale.setDefault(Locale.forLanguageTag("vi-VN"))
            assertEquals(vietnamese, error.localizedMessage)
            Locale.setDefault(Locale.US)
            assertEquals(english, error.localizedMessage)
        } finally {
            Locale.setDefault(before)
        }
    }

    @Test
    fun `an identifier that is none names its field`() {
        val error = assertThrows(HandbookException.Input::class.java) {
            book.placement(endOf2025, PlacementInput(kind = KindId("x".repeat(65)), parent = null))
        }
        assertEquals(InputCode.TOO_LONG, error.code)
        assertEquals("kind", error.field)
        assertEquals("64", error.limit)
    }

    @Test
    fun `a day that the library does not take is an error and no crash`() {
        assertThrows(HandbookException.Input::class.java) {
            book.cellCommittee(LocalDate.of(99_999, 1, 1), CellCommitteeInput(fullMembers = 9u))
        }
    }

    @Test
    fun `texts are found whatever their accents`() {
        assertEquals(searchKey("Đảng bộ xã Khánh Dương"), searchKey("dang bo xa khanh duong"))
    }
}

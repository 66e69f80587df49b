package handbook

import java.time.LocalDate
import java.util.Locale
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class RuleBookTest {
    private val book = RuleBook.vietnam()

    @Test
    fun `the book says which days it covers`() {
        assertEquals(LocalDate.of(2021, 1, 1), book.coversFrom())
        assertEquals(LocalDate.of(2026, 12, 31), book.coversTo())
    }

    @Test
    fun `a day outside the book is a typed error with a sentence`() {
        val error = assertThrows(HandbookException.OutsideRuleBook::class.java) {
            book.excellentCap(
                LocalDate.of(1999, 12, 31),
                ExcellentCapInput(eligible = 3u, good = 5u, rated = 20u, outstanding = false),
            )
        }
        assertEquals(LocalDate.of(1999, 12, 31), error.date)
        assertEquals(
            "1999-12-31 is outside what the rule book `vietnam` covers: 2021-01-01 to 2026-12-31",
            error.message,
        )
    }
}

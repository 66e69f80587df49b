package handbook

import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class LevelColumnsTest {
    private val sheet = ScoreSheet(
        criteria = listOf(WeightedCriterion(weight = 100u, most = 100u)),
        excellentFrom = 9_000u,
        goodFrom = 7_000u,
        completedFrom = 5_000u,
        disciplined = Level.NOT_COMPLETED,
        cap = ShareCap(Fraction(1, 5), CapReading.SHARE_OF_GOOD_BEFORE_DEMOTION, CapRounding.FLOOR),
        ties = TiePolicy.VOTE,
    )

    /** Two cells of a commune, in the second a tie at the line of the cap. */
    private fun commune() = LevelColumns(
        sheet = sheet,
        cellStarts = listOf(0u, 9u, 16u),
        parents = listOf(2u, 2u, UInt.MAX_VALUE),
        marks = byteArrayOf(95, 92, 92, 80, 75, 72, 71, 70, 99, 92, 92, 70, 70, 70, 70, 70),
        flags = ByteArray(16).also { it[8] = 1 },
        capStarts = emptyList(),
    )

    @Test
    fun `a commune is judged in one call`() {
        commune().use { columns ->
            assertArrayEquals(byteArrayOf(3, 2, 2, 2, 2, 2, 2, 2, 0, 4, 4, 2, 2, 2, 2, 2), columns.levels())
            assertEquals(listOf<UInt>(1u, 0u, 7u, 1u, 0u, 0u, 0u, 5u, 0u, 2u, 1u, 0u, 12u, 1u, 2u), columns.counts())
            assertEquals(9_500u.toUShort(), columns.scores().first())
        }
    }

    @Test
    fun `a change is judged in its cell and what stands above`() {
        commune().use { columns ->
            val again = columns.setMember(9u, listOf<UShort>(93u), 0u)
            assertEquals(RejudgedColumns(members = 7u, groups = 2u), again)
            val changed = listOf<UInt>(1u, 0u, 7u, 1u, 0u, 0u, 0u, 6u, 1u, 0u, 1u, 0u, 13u, 2u, 0u)
            assertEquals(changed, columns.counts())
            assertThrows(HandbookException.Input::class.java) { columns.setMember(9u, listOf<UShort>(101u), 0u) }
            columns.judgeAgain()
            assertEquals(changed, columns.counts())
        }
    }

    @Test
    fun `many cells take one call`() {
        val cells = 1_000
        val marks = ByteArray(cells * 15) { (it * 37 % 101).toByte() }
        val times = (1..21).map {
            val began = System.nanoTime()
            LevelColumns(
                sheet,
                List(cells + 1) { cell -> (cell * 15).toUInt() },
                List(cells) { UInt.MAX_VALUE },
                marks,
                byteArrayOf(),
                emptyList(),
            ).use { columns -> assertEquals(cells * 15, columns.levels().size) }
            (System.nanoTime() - began) / 1_000
        }.sorted()
        println("measured: 15,000 members of 1,000 cells judged in one call, median ${times[10]} µs (Kotlin)")
    }
}

package sample

import handbook.Language
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class DistrictYearTest {
    private val folder = File(System.getProperty("handbook.repository")).resolve("examples/data/yen-mo-2023")

    @Test
    fun `the sample district shows the published figures`() {
        val report = districtYear(folder, 2023)
        val shown = report.figures.associate { it.id to it.shown }
        assertEquals("107.4", shown["admissions-against-plan"])
        assertEquals("94.7", shown["organizations-good-or-better"])
        assertEquals("85.17", shown["members-good-or-better"])
        assertEquals("96", shown["app-adoption"])
        figureLines(report, Language.VI).forEach(::println)
        assertEquals(report.figures.size, figureLines(report, Language.EN).size)
    }

    @Test
    fun `a cell is judged in well under a hundredth of a second`() {
        val median = medianOfOneCell()
        println("measured: a cell of 15 members judged, median %.0f µs (Kotlin/JVM)".format(median))
        assertTrue(median < 10_000, "$median µs")
    }
}

/** Opens a district's tables, prints the figures of its year, and how long judging takes. */
package sample

import handbook.Command
import handbook.DistrictYear
import handbook.DistrictYearRequest
import handbook.FigureUnit
import handbook.Handbook
import handbook.HandbookException
import handbook.KindId
import handbook.Language
import handbook.LevelFacts
import handbook.LevelSubject
import handbook.MemberId
import handbook.OrganizationId
import handbook.Outcome
import handbook.RatedSubject
import handbook.RuleBook
import handbook.Sector
import handbook.Sex
import handbook.TableFile
import handbook.TaskCounts
import handbook.figureName
import handbook.shownMoney
import handbook.shownPercent
import java.io.File
import java.time.LocalDate
import kotlin.system.exitProcess

fun main(arguments: Array<String>) {
    val folder = File(arguments.firstOrNull() ?: "examples/data/yen-mo-2023")
    val language = if (arguments.getOrNull(1) == "vi") Language.VI else Language.EN
    try {
        figureLines(districtYear(folder, 2023), language).forEach(::println)
        println("a cell of 15 members judged, median: %.0f µs (Kotlin/JVM)".format(medianOfOneCell()))
    } catch (error: HandbookException) {
        System.err.println(error.sentence(language))
        exitProcess(2)
    }
}

/** The year of the district whose tables are in a folder. */
fun districtYear(folder: File, year: Int): DistrictYear {
    val tables = folder.listFiles { file -> file.extension == "csv" }.orEmpty()
        .map { file -> TableFile(file.name, file.readBytes()) }
    val endOfYear = LocalDate.of(year, 12, 31)
    return Handbook.open(RuleBook.vietnam(), tables, recordedOn = endOfYear).use { handbook ->
        handbook.districtYear(DistrictYearRequest(year = year))
    }
}

/** A line per figure: what is shown, the counts behind it, its name. */
fun figureLines(report: DistrictYear, language: Language): List<String> {
    val names = report.organizations.associate { it.id to it.name }
    return report.figures.map { figure ->
        val kind = figure.id.substringBefore(':')
        val organization = names[OrganizationId(figure.id.substringAfter(':', ""))]
        val name = (figureName(figure.id, language) ?: figureName(kind, language) ?: kind) +
            organization?.let { " ($it)" }.orEmpty()
        val shown = when (figure.unit) {
            FigureUnit.PERCENT -> shownPercent(figure.shown, language)
            FigureUnit.DONG -> shownMoney(figure.numerator, language)
            FigureUnit.COUNT -> figure.shown
        }
        val counts = figure.denominator?.let { "${figure.numerator}/$it" }.orEmpty()
        "%22s %12s  %s".format(shown, counts, name)
    }
}

/** Microseconds, in the median, to judge a member of a cell of 15 with the cap over the cell. */
fun medianOfOneCell(): Double {
    val today = LocalDate.of(2025, 12, 31)
    val handbook = Handbook(RuleBook.vietnam())
    fun take(command: Command) = check(handbook.submit(command, today) is Outcome.Accepted) { "$command" }

    val commune = OrganizationId("xa")
    val cell = OrganizationId("co-quan")
    val since = LocalDate.of(2025, 7, 1)
    take(Command.RegisterOrganization(commune, KindId("dang_bo_xa"), null, "Xã mẫu", null, Sector.STATE, false, null, since))
    take(Command.RegisterOrganization(cell, KindId("chi_bo_co_so"), commune, "Chi bộ mẫu", null, Sector.STATE, false, null, since))
    for (place in 1..15) {
        val member = MemberId("dv-$place")
        take(
            Command.RegisterMember(
                id = member,
                name = "Đảng viên $place",
                sex = if (place % 2 == 0) Sex.FEMALE else Sex.MALE,
                bornOn = LocalDate.of(1980, 5, 19),
                cell = cell,
                on = since,
                decisionOn = null,
                admittedOn = LocalDate.of(2010, 2, 3),
                recognizedOn = LocalDate.of(2011, 2, 3),
                sector = Sector.STATE,
                religious = null,
            ),
        )
        val facts = LevelFacts(
            subject = RatedSubject.MEMBER,
            marks = (9500 - place * 100).toUInt(),
            criteria = emptyList(),
            tasks = TaskCounts(total = 10u, done = 10u, onTime = 10u, beyond = 4u, late = 0u),
            disciplined = false,
            subordinateDisciplined = false,
        )
        take(Command.RateMember(member, 2025, facts, peerGroup = null, unitLed = null))
    }

    val day = handbook.on(today)
    val subject = LevelSubject.Member(MemberId("dv-1"))
    fun judge() = day.level(subject, 2025)
    check(judge().rated.value) { "the cell was not judged" }
    repeat(2_000) { judge() }
    val times = List(201) {
        val start = System.nanoTime()
        repeat(10) { judge() }
        (System.nanoTime() - start) / 10_000.0
    }
    return times.sorted()[times.size / 2]
}

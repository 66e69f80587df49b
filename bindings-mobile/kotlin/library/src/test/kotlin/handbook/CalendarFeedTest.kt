package handbook

import java.time.LocalDate
import java.time.LocalTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class CalendarFeedTest {
    private fun feed(stampedAt: String) =
        CalendarFeed(
            name = "Chi bộ thôn 1",
            product = "-//Handbook//Test//VI",
            domain = "example.org",
            stampedAt = stampedAt,
            events = listOf(
                CalendarEvent(
                    id = "m-12",
                    sequence = 2u,
                    on = LocalDate.of(2025, 12, 3),
                    startsAt = LocalTime.of(19, 30),
                    minutes = 90u,
                    summary = "Sinh hoạt thường kỳ",
                    description = "",
                    location = "Nhà văn hóa, thôn 1",
                    categories = emptyList(),
                    status = EventStatus.CONFIRMED,
                ),
            ),
        )

    @Test
    fun `a feed is lines that end with CR and LF`() {
        val text = icalendar(feed("2025-11-20T02:00:00Z"))
        val lines = text.split("\r\n")
        assertEquals("BEGIN:VCALENDAR", lines.first())
        assertTrue("UID:m-12@example.org" in lines)
        assertTrue("DTSTART;TZID=Asia/Ho_Chi_Minh:20251203T193000" in lines)
        assertTrue("LOCATION:Nhà văn hóa\\, thôn 1" in lines)
        assertEquals(listOf("END:VCALENDAR", ""), lines.takeLast(2))
    }

    @Test
    fun `a moment that is none is refused`() {
        val refused = assertThrows(HandbookException.Input::class.java) { icalendar(feed("20 tháng 11")) }
        assertEquals("stampedAt", refused.field)
    }
}

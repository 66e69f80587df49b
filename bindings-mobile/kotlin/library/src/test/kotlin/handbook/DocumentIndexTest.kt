package handbook

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class DocumentIndexTest {
    private val title = "Về sinh hoạt chi bộ"
    private val guide =
        """{"id":"a","number":"42-HD/BTCTW","kind":"guide","title":"$title","issuer":"Ban Tổ chức","signedOn":"2025-01-15"}"""

    @Test
    fun `documents are found without accents and the places fit the text`() {
        DocumentIndex.fromJson("[$guide]").use { index ->
            val found = index.search(search("hoat chi b"))
            assertEquals(1u, found.total)
            val shown = found.hits.single().places
                .filter { it.part == DocumentPart.TITLE }
                .map { title.substring(it.start.toInt(), (it.start + it.length).toInt()) }
            assertEquals(listOf("hoạt", "chi", "bộ"), shown)
        }
    }

    @Test
    fun `documents come and go`() {
        DocumentIndex.fromJson("[$guide]").use { index ->
            val document = requireNotNull(index.document(DocumentId("a")))
            assertThrows(HandbookException.Input::class.java) { index.add(document) }
            val ended = document.copy(inForceTo = LocalDate.of(2025, 2, 1))
            assertEquals(document, index.replace(ended))
            assertEquals(
                DocumentStatus.Expired(LocalDate.of(2025, 2, 1)),
                index.statusOn(DocumentId("a"), LocalDate.of(2025, 3, 1)),
            )
            assertEquals(ended, index.remove(DocumentId("a")))
            assertNull(index.remove(DocumentId("a")))
            assertEquals(0u, index.size())
        }
    }

    private fun search(text: String) = SearchInput(text = text, limit = 5u, offset = 0u)
}

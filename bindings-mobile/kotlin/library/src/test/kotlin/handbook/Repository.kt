package handbook

import java.io.File
import java.time.LocalDate
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonPrimitive

/** What the tests read of the repository they stand in. */
internal object Repository {
    private val root = File(System.getProperty("handbook.repository")).canonicalFile

    fun file(path: String): File = root.resolve(path)

    fun json(file: File): JsonElement = Json.parseToJsonElement(file.readText())

    fun vectors(): List<File> = jsonFiles("tests/vectors")

    fun scenarios(): List<File> = jsonFiles("tests/vectors/record")

    private fun jsonFiles(folder: String): List<File> =
        file(folder).listFiles { file -> file.extension == "json" }.orEmpty().sortedBy { it.name }

    /** The CSV tables of the sample district. */
    fun sampleTables(): List<TableFile> =
        file("examples/data/yen-mo-2023").listFiles { file -> file.extension == "csv" }.orEmpty()
            .sortedBy { it.name }
            .map { TableFile(it.name, it.readBytes()) }
}

internal fun JsonObject.text(key: String): String? = this[key]?.jsonPrimitive?.content

internal fun JsonObject.day(key: String): LocalDate = LocalDate.parse(getValue(key).jsonPrimitive.content)

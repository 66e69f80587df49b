package sample

import handbook.RuleBook

fun main() {
    RuleBook.vietnam().use { book -> println("${book.id()} ${book.version()}") }
}

import HandbookKit

let book = RuleBook.vietnam()
print(book.id(), book.version())

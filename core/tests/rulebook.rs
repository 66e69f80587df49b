//! The shipped rule book.

use handbook::RuleBook;

#[test]
fn the_shipped_book_loads() {
    let book = RuleBook::vietnam();
    assert_eq!(book.id(), "vietnam");
}

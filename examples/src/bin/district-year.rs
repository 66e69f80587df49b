//! Prints the year of a district.
fn main() {}

import Foundation

extension HandbookError: LocalizedError {
    /// What is wrong, as a sentence in the user's language: Vietnamese or English.
    public var errorDescription: String? {
        let preferred = Locale.preferredLanguages.first ?? ""
        return sentence(language: preferred.hasPrefix("vi") ? .vi : .en)
    }
}

extension HandbookError: CustomStringConvertible {
    /// What is wrong, as an English sentence.
    public var description: String {
        sentence(language: .en)
    }
}

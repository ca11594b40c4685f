import Morphology

extension Grammemes {
    /// A given name, a surname or a patronymic.
    static let properName: Grammemes = .name.union(.surn).union(.patr)
}

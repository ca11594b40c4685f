import Grammar
import Model
import Morphology

extension Annotation {
    /// People: the names that the people layer found, and those that it left because nothing ties them to an office.
    mutating func addPeople(offices: [OfficeSpan]) {
        for name in reading.people.names where !isOwned(name.range, by: [.organisation]) {
            add(.person, name.range, reading.people.persons[name.person].name, as: .person)
        }
    }
}

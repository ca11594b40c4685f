import Foundation
import Load
import Postgres
import TestSupport
import Testing

@Suite struct ReferenceTests {
    @Test func rowsArriveAndUnchangedFilesAreSkipped() throws {
        let warehouse = try Warehouse()
        #expect(try warehouse.loader.reference(Warehouse.reference) == false)
        #expect(
            try warehouse.rows(
                "select code, name_kk, adjectives_ru, other_names_ru from chancery.countries where code in ('KZ', 'DE') order by 1"
            )
                == ["DE|∅|{германский,немецкий}|{}", "KZ|Қазақстан|{казахстанский,казахский}|{Акорда}"])
        #expect(
            try warehouse.column("select name_ru from chancery.organisations where abbreviation = 'СНГ'")
                == ["Содружество, Независимых Государств"])
        #expect(
            try warehouse.rows("select name, held_from, held_to from chancery.officeholders order by held_from")
                == [
                    "Эмомали Рахмон|1994-01-01|∅", "Ангела Меркель|2005-11-01|2021-12-31",
                    "Касым-Жомарт Токаев|2019-03-20|∅",
                ])
    }

    @Test func aChangedFileChangesRowsInPlace() throws {
        let warehouse = try Warehouse()
        try warehouse.load([Sample.report("a", [.meeting(on: "2024")])])
        let before = try warehouse.dump()
        let folder = try copy {
            $0 == "countries.csv" ? "\u{FEFF}" + $1.replacing("Kazakhstan", with: "Qazaqstan") : $1
        }
        #expect(try warehouse.loader.reference(folder))
        #expect(try warehouse.column("select name_en from chancery.countries where code = 'KZ'") == ["Qazaqstan"])
        #expect(try warehouse.dump() == before)
        #expect(try warehouse.loader.reference(folder) == false)
    }

    @Test(arguments: [
        ("countries.csv", "KZ,", "K1,", "countries.csv"),
        ("countries.csv", "code,name_ru", "code,nom", "countries.csv:1"),
        ("indicators.csv", "jobs,рабочие места,jobs,", "jobs", "indicators.csv:4"),
        ("officeholders.csv", "2019-03-20", "2019-02-30", "officeholders.csv"),
        ("officeholders.csv", "president,1994", "tsar,1994", "officeholders.csv"),
    ])
    func anErrorNamesTheFileAndLoadsNothing(file: String, old: String, new: String, place: String) throws {
        let warehouse = try Warehouse()
        let folder = try copy {
            $0 == file ? $1.replacing(old, with: new) : $1.replacing("Uzbekistan", with: "changed")
        }
        let error = #expect(throws: LoadError.self) { try warehouse.loader.reference(folder) }
        #expect(error?.kind == .reference)
        #expect(error?.message.contains(place) == true)
        #expect(try warehouse.column("select name_en from chancery.countries where code = 'UZ'") == ["Uzbekistan"])
    }

    @Test func aMissingFileIsNamed() throws {
        let warehouse = try Warehouse()
        let error = #expect(throws: LoadError.self) { try warehouse.loader.reference(TestCluster.temporaryFolder()) }
        #expect(error?.message.contains("countries.csv") == true)
    }

    private func copy(_ edit: (String, String) -> String) throws -> URL {
        let folder = TestCluster.temporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: Warehouse.reference.path) {
            let text = try String(contentsOf: Warehouse.reference.appending(path: name), encoding: .utf8)
            try Data(edit(name, text).utf8).write(to: folder.appending(path: name))
        }
        return folder
    }
}

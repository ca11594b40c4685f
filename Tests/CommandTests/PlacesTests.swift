import Foundation
import Testing

@testable import chancery

@Suite struct PlacesTests {
    @Test(arguments: [
        (["CHANCERY_HOME": "/srv/c"], true, "/srv/c"),
        (["CHANCERY_HOME": "", "HOME": "/home/ada"], true, "/var/lib/chancery"),
        (["HOME": "/home/ada"], false, "/home/ada/.local/state/chancery"),
        (["HOME": "/home/ada", "XDG_STATE_HOME": "/home/ada/.state"], false, "/home/ada/.state/chancery"),
    ])
    func theStateFolder(environment: [String: String], isRoot: Bool, path: String) {
        let places = Places(environment: environment, isRoot: isRoot)
        #expect(places.state.standardizedFileURL.path == path)
        #expect(places.dictionary.standardizedFileURL.path == path + "/dictionary")
    }

    @Test func theDictionaryCanBeElsewhere() {
        let places = Places(environment: ["CHANCERY_DICTIONARY": "/srv/d"], isRoot: true)
        #expect(places.dictionary.standardizedFileURL.path == "/srv/d")
    }

    @Test(arguments: ["bin/chancery", ".build/x86_64/release/chancery", "chancery"])
    func theDataFolderOfACheckout(program: String) throws {
        let scratch = Scratch()
        try scratch.write("seeds/reference/countries.csv", "code\n")
        let places = Places(
            environment: [:], isRoot: true, executable: URL(filePath: "\(scratch.path)/\(program)"))
        #expect(try places.data().standardizedFileURL.path == scratch.path)
    }

    @Test func theDataFolderOfAnInstallation() throws {
        let scratch = Scratch()
        try scratch.write("share/chancery/seeds/reference/countries.csv", "code\n")
        let places = Places(environment: [:], isRoot: true, executable: URL(filePath: scratch.path + "/bin/chancery"))
        #expect(try places.data().standardizedFileURL.path == scratch.path + "/share/chancery")
    }

    @Test func whatIsNamedMustBeThere() throws {
        let scratch = Scratch()
        try scratch.write("seeds/reference/countries.csv", "code\n")
        let places = Places(
            environment: ["CHANCERY_DATA": "/nonexistent"], isRoot: true,
            executable: URL(filePath: scratch.path + "/bin/chancery"))
        #expect(throws: ConfigurationError.self) { try places.data() }
    }
}

import Foundation
import Postgres
import Testing

@Suite struct ConnectionTests {
    @Test func parametersComeBackAsTheyWent() throws {
        let connection = try TestCluster.connect()
        for text in ["", "a\tb\nc\\d\r", "'; drop table x; --", "Қазақстан 🇰🇿", "\\N"] {
            #expect(try connection.query("select $1::text", Parameter(text)).first?[0] == text)
        }
        #expect(try connection.query("select $1::text is null", .null).first?.bool(0) == true)
        #expect(
            try connection.query("select $1::bytea", Parameter(bytes: [0, 255, 92])).first?.bytes(0) == [0, 255, 92])
    }
}

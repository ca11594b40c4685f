import CLibPQ
import Foundation

/// The rows of one statement. It owns the `PGresult` and clears it; rows keep it alive.
public final class QueryResult {
    let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    public var count: Int { Int(PQntuples(pointer)) }

    public var columns: [String] { (0..<PQnfields(pointer)).map { String(cString: PQfname(pointer, $0)) } }

    public var rows: [Row] { (0..<count).map { Row(result: self, index: Int32($0)) } }

    public var first: Row? { count > 0 ? Row(result: self, index: 0) : nil }

    /// How many rows an `insert`, `update`, `delete` or `copy` touched.
    public var affected: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    /// One row; columns by position.
    public struct Row {
        let result: QueryResult
        let index: Int32

        /// The text of a column, nil for NULL.
        /// - Precondition: there is such a column.
        public subscript(_ column: Int) -> String? { field(column).map { String(decoding: $0, as: UTF8.self) } }

        public func int(_ column: Int) -> Int? { self[column].flatMap { Int($0) } }

        public func bool(_ column: Int) -> Bool? { self[column].map { $0 == "t" } }

        public func uuid(_ column: Int) -> UUID? { field(column).flatMap { UUID(text: $0) } }

        /// A `bytea`; the session speaks the hex format.
        public func bytes(_ column: Int) -> [UInt8]? { self[column].flatMap { Hex.bytes($0) } }

        private func field(_ column: Int) -> UnsafeRawBufferPointer? {
            let column = Int32(column)
            precondition((0..<PQnfields(result.pointer)).contains(column), "no column \(column)")
            if PQgetisnull(result.pointer, index, column) == 1 { return nil }
            return UnsafeRawBufferPointer(
                start: PQgetvalue(result.pointer, index, column),
                count: Int(PQgetlength(result.pointer, index, column)))
        }
    }
}

import Crypto
import Foundation
import Postgres

/// The files of reference rows, in the order in which they refer to each other.
enum ReferenceFile: String, CaseIterable {
    case countries, organisations, indicators, officeholders

    var name: String { "\(rawValue).csv" }
}

extension Loader {
    /// Fills the dimension tables from `countries.csv`, `organisations.csv`, `indicators.csv` and `officeholders.csv` of
    /// a folder, in one transaction; does nothing when the files are as they were last time.
    ///
    /// Rows are added and changed; a country, an organisation or an indicator that is no longer in its file stays,
    /// since facts may refer to it. The server reads the CSV: a header that is not the expected one is an error.
    /// - Returns: whether anything was loaded.
    /// - Throws: `LoadError` of kind `reference`, naming file and line.
    @discardableResult
    public func reference(_ folder: URL) throws -> Bool {
        let files = try ReferenceFile.allCases.map { (file: $0, bytes: try read($0, in: folder)) }
        return try connection.transaction {
            let known = try connection.query("select name, checksum from chancery.reference_files").rows
            let checksums = Dictionary(known.map { ($0[0], $0.bytes(1)) }) { first, _ in first }
            if files.allSatisfy({ checksums[$0.file.name] == Self.checksum($0.bytes) }) { return false }
            for (file, bytes) in files {
                try stage(file, bytes, in: folder)
                try connection.query(
                    """
                    insert into chancery.reference_files (name, checksum)
                    values ($1, $2)
                    on conflict (name) do update
                    set checksum = excluded.checksum
                    """, Parameter(file.name), Parameter(bytes: Self.checksum(bytes)))
            }
            return true
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The file without a byte order mark, which the server would take for a part of the header.
    private func read(_ file: ReferenceFile, in folder: URL) throws -> [UInt8] {
        let path = folder.appending(path: file.name).path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LoadError(.reference, "the reference rows cannot be read: \(path)")
        }
        return data.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(data.dropFirst(3)) : Array(data)
    }

    private func stage(_ file: ReferenceFile, _ bytes: [UInt8], in folder: URL) throws {
        do {
            try connection.script(file.staging)
            try connection.copyIn(file.copy, file: bytes)
            try connection.script(file.upsert)
        } catch let error as PostgresError where [.data, .other].contains(error.kind) {
            let line = error.copyPlace.map { ":\($0.line)" } ?? ""
            throw LoadError(.reference, "\(folder.appending(path: file.name).path)\(line): \(error.message)")
        }
    }
}

extension ReferenceFile {
    /// A table of the file's own columns, all text, for the time of the transaction.
    fileprivate var staging: SQL {
        switch self {
        case .countries:
            """
            create temporary table chancery_countries (
                code text, name_ru text, name_en text, name_kk text, long_ru text, abbreviations_ru text,
                adjectives_ru text, people_ru text, capital_ru text, other_names_ru text
            ) on commit drop
            """
        case .organisations:
            """
            create temporary table chancery_organisations (
                abbreviation text, name_ru text, name_en text, other_names_ru text
            ) on commit drop
            """
        case .indicators:
            """
            create temporary table chancery_indicators (
                code text, name_ru text, name_en text, description text
            ) on commit drop
            """
        case .officeholders:
            """
            create temporary table chancery_officeholders (
                name text, country text, office text, "from" text, "to" text
            ) on commit drop
            """
        }
    }

    fileprivate var copy: SQL {
        switch self {
        case .countries: "copy pg_temp.chancery_countries from stdin (format csv, header match)"
        case .organisations: "copy pg_temp.chancery_organisations from stdin (format csv, header match)"
        case .indicators: "copy pg_temp.chancery_indicators from stdin (format csv, header match)"
        case .officeholders: "copy pg_temp.chancery_officeholders from stdin (format csv, header match)"
        }
    }

    fileprivate var upsert: SQL {
        switch self {
        case .countries:
            """
            insert into chancery.countries
            select
                code, name_ru, name_en, name_kk, long_ru,
                coalesce(string_to_array(abbreviations_ru, '|'), '{}'),
                coalesce(string_to_array(adjectives_ru, '|'), '{}'),
                coalesce(string_to_array(people_ru, '|'), '{}'),
                capital_ru,
                coalesce(string_to_array(other_names_ru, '|'), '{}')
            from pg_temp.chancery_countries
            on conflict (code) do update
            set name_ru = excluded.name_ru,
                name_en = excluded.name_en,
                name_kk = excluded.name_kk,
                long_ru = excluded.long_ru,
                abbreviations_ru = excluded.abbreviations_ru,
                adjectives_ru = excluded.adjectives_ru,
                people_ru = excluded.people_ru,
                capital_ru = excluded.capital_ru,
                other_names_ru = excluded.other_names_ru
            """
        case .organisations:
            """
            insert into chancery.organisations
            select abbreviation, name_ru, name_en, coalesce(string_to_array(other_names_ru, '|'), '{}')
            from pg_temp.chancery_organisations
            on conflict (abbreviation) do update
            set name_ru = excluded.name_ru,
                name_en = excluded.name_en,
                other_names_ru = excluded.other_names_ru
            """
        case .indicators:
            """
            insert into chancery.indicators
            select code, name_ru, name_en, description
            from pg_temp.chancery_indicators
            on conflict (code) do update
            set name_ru = excluded.name_ru,
                name_en = excluded.name_en,
                description = excluded.description
            """
        case .officeholders:
            // Nothing refers to these rows, so they are what the file says and no more. Years and months stand for
            // their first or last day.
            """
            delete from chancery.officeholders;
            insert into chancery.officeholders
            select
                name, country, office,
                case length("from")
                    when 4 then ("from" || '-01-01')::date
                    when 7 then ("from" || '-01')::date
                    else "from"::date
                end,
                case length("to")
                    when 4 then ("to" || '-12-31')::date
                    when 7 then ("to" || '-01')::date + interval '1 month - 1 day'
                    else "to"::date
                end
            from pg_temp.chancery_officeholders
            """
        }
    }
}

import Foundation
import Load
import Postgres
import TestSupport
import Testing

@Suite struct RolesTests {
    private func acting(as role: String, in warehouse: Warehouse) throws -> Connection {
        let connection = try TestCluster.connect(warehouse.settings)
        try connection.query(SQL(verbatim: "set role \(role)"))
        return connection
    }

    @Test func aReaderReadsEverythingAndChangesNothing() throws {
        let warehouse = try Warehouse()
        try warehouse.load(Sample.corpus(5, seed: 3))
        #expect(try warehouse.loader.grantRoles() == [])
        let reader = try acting(as: "chancery_reader", in: warehouse)
        let relations = try warehouse.column(
            """
            select 'chancery.' || quote_ident(relname)
            from pg_class
            where relnamespace = 'chancery'::regnamespace
              and relkind in ('r', 'v', 'm', 'p')
            """
        ).compactMap(\.self)
        #expect(relations.count > 30)
        for relation in relations {
            _ = try reader.query(SQL(verbatim: "select * from \(relation) limit 1"))
            for change in ["delete from \(relation)", "truncate \(relation)"] {
                #expect { try reader.query(SQL(verbatim: change)) } throws: { Self.isRefused($0) }
            }
        }
        for change: SQL in [
            "insert into chancery.articles (id) values ('x')", "update chancery.figures set value = 1",
            "create table chancery.own ()", "drop view chancery.targets", "create view chancery.own as select 1 as one",
            "alter table chancery.figures add own integer", "comment on table chancery.figures is 'own'",
        ] {
            #expect { try reader.query(change) } throws: { Self.isRefused($0) }
        }
    }

    @Test func aLoaderLoadsAndOwnsNothing() throws {
        let warehouse = try Warehouse()
        #expect(try warehouse.loader.grantRoles() == [])
        let connection = try acting(as: "chancery_loader", in: warehouse)
        #expect(try Migrator(folder: TestCluster.migrations).migrate(connection) == [])
        let loader = Loader(connection)
        try loader.reference(Warehouse.reference)
        try loader.acquireRunLock()
        let run = try loader.beginRun(programVersion: "test", extractorVersion: "1", paths: [])
        let articles = Sample.corpus(20, seed: 4)
        #expect(try loader.load(reports: articles, run: run).new == 20)
        #expect(try loader.withdraw([articles[0].article.id], run: run).withdrawn == 1)
        try loader.finishRun(run, .completed)
        #expect(try warehouse.dump() == Warehouse.fresh(Array(articles.dropFirst())))
        for change: SQL in [
            "truncate chancery.articles", "drop table chancery.rejects", "alter table chancery.figures add own integer",
            "delete from chancery.migrations", "create table chancery.own ()",
        ] {
            #expect { try connection.query(change) } throws: { Self.isRefused($0) }
        }
    }

    /// Whoever may not create roles still has the schema, and is told what to ask for.
    @Test func anOwnerWithoutTheRightIsTold() throws {
        let owner = "r" + UUID().uuidString.lowercased().replacing("-", with: "")
        try TestCluster.connect().query(SQL(verbatim: "create role \(owner)"))
        let settings = try TestCluster.database(options: "owner \(owner) template template0")
        let connection = try TestCluster.connect(settings)
        try connection.query(SQL(verbatim: "set session authorization \(owner)"))
        try Migrator(folder: TestCluster.migrations, logger: TestCluster.quiet).migrate(connection)
        let asked = try connection.query("select prosrc from pg_proc where proname = 'grant_roles'").first?[0] ?? ""
        // Names that no other test of this cluster makes.
        let (reader, loader) = (owner + "_reader", owner + "_loader")
        let body = asked.replacing("chancery_reader", with: reader).replacing("chancery_loader", with: loader)
        let copy = SQL(
            verbatim: "create function chancery.grant_copy() returns setof text language plpgsql as $body$\(body)$body$"
        )
        try connection.query(copy)
        let lacks = try connection.query("select * from chancery.grant_copy()").rows.compactMap { $0[0] }
        #expect(lacks.count == 2)
        #expect(lacks[0].contains("create role \(reader) nologin"))

        try TestCluster.connect().query(SQL(verbatim: "create role \(reader)"))
        #expect(try connection.query("select * from chancery.grant_copy()").rows.count == 1)
        let right = SQL(verbatim: "select has_table_privilege('\(reader)', 'chancery.figures', 'select')")
        #expect(try connection.query(right).first?.bool(0) == true)
    }

    private static func isRefused(_ error: any Error) -> Bool {
        let state = (error as? PostgresError)?.sqlState
        // insufficient_privilege; and of a view that takes no changes at all: wrong_object_type, object_not_in_prerequisite_state.
        return ["42501", "42809", "55000"].contains(state)
    }
}

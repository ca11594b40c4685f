import Postgres

extension Loader {
    /// Grants `chancery_reader` and `chancery_loader` all there is now, and makes them where they are missing and this
    /// user may.
    /// - Returns: what could not be done, each with what mends it.
    public func grantRoles() throws -> [String] {
        try connection.query("select * from chancery.grant_roles()").rows.compactMap { $0[0] }
    }
}

// The operations of this library as values. Each does what the plain call of the same type does.

extension PackageVerifier {
    /// Checks the folder or archive at a path, layer by layer (`verifying`).
    public func operation(_ path: String) -> TransferOperation<Outcome> {
        TransferOperation { monitor throws(TransferError) in
            let total = Self.layers.count
            try monitor.step(.reading, 0, of: 1, path)
            let outcome = try verify(path) { number, layer throws(TransferError) in
                try monitor.step(.verifying, number, of: total, layer)
            }
            try monitor.step(.verifying, total, of: total)
            return outcome
        }
    }
}

extension TransferPlanner {
    /// The plan for a package, a profile and a store (`planning`). Changes nothing.
    public func operation(
        _ package: LoadedPackage, along: [LoadedPackage] = [], for profile: Portalprofil, in store: PortalStore
    ) -> TransferOperation<TransferPlan> {
        TransferOperation { monitor throws(TransferError) in
            try plan(package, along: along, for: profile, in: store, monitor)
        }
    }
}

extension TransferApplier {
    /// Does what a plan says (`planning`, `writing`). Cancelled before the transaction ends, it leaves the old state.
    public func operation(
        _ plan: TransferPlan, _ package: LoadedPackage, along: [LoadedPackage] = [], for profile: Portalprofil,
        in store: PortalStore
    ) -> TransferOperation<Outcome> {
        TransferOperation { monitor throws(TransferError) in
            try apply(plan, package, along: along, for: profile, in: store, monitor)
        }
    }
}

extension TransferUpgrade {
    /// Installs a package or brings it to another version (`planning`, `writing`). Cancelled before the transaction ends,
    /// it leaves the old state.
    public func operation(
        _ package: LoadedPackage, along: [LoadedPackage] = [], for profile: Portalprofil, in store: PortalStore
    ) -> TransferOperation<Outcome> {
        TransferOperation { monitor throws(TransferError) in
            try run(package, along: along, for: profile, in: store, monitor)
        }
    }
}

extension TransferEditor {
    /// Edits a service (`writing`). Cancelled before the transaction ends, it leaves the old state.
    public func operation(_ edits: [Edit], in store: PortalStore) -> TransferOperation<Outcome> {
        TransferOperation { monitor throws(TransferError) in try edit(edits, in: store, monitor) }
    }
}

extension TransferRollback {
    /// Takes a service back to an earlier state (`writing`). Cancelled before the transaction ends, it leaves the old
    /// state.
    public func operation(in store: PortalStore) -> TransferOperation<Outcome> {
        TransferOperation { monitor throws(TransferError) in try run(in: store, monitor) }
    }
}

extension TransferRemover {
    /// Removes a service (`writing`) and gives the version that was installed. Cancelled before the transaction ends, it
    /// leaves the old state.
    public func operation(in store: PortalStore) -> TransferOperation<String> {
        TransferOperation { monitor throws(TransferError) in try run(in: store, monitor) }
    }
}

extension PackageExporter {
    /// Reads an installed service as a package (`reading`).
    public func operation(from store: PortalStore) -> TransferOperation<PackageContents> {
        TransferOperation { monitor throws(TransferError) in try export(from: store, monitor) }
    }

    /// Writes an installed service to an archive or a folder (`reading`). Cancelled while it reads, it writes nothing.
    public func operation(
        from store: PortalStore, to path: String, overwrites: Bool = false
    ) -> TransferOperation<Void> {
        TransferOperation { monitor throws(TransferError) in
            try export(from: store, to: path, overwrites: overwrites, monitor)
        }
    }
}

extension PackageImporter {
    /// Makes the skeleton of a package (`reading` the sources, `planning`, `verifying`). Nothing is written before
    /// `Outcome.write(to:)`.
    public func operation(_ sources: [String]) -> TransferOperation<Outcome> {
        TransferOperation { monitor throws(TransferError) in try run(sources, monitor) }
    }

    /// The services that the sources describe (`reading`).
    public func servicesOperation(in sources: [String]) -> TransferOperation<[ImportService]> {
        TransferOperation { monitor throws(TransferError) in try services(in: sources, monitor) }
    }
}

extension StockExporter {
    /// Writes the stock of a portal (`municipalities`, `writing` objects, `verifying` files). Cancelled, it leaves no
    /// folder.
    public func operation(from store: PortalStore, to folder: String) -> TransferOperation<Outcome> {
        TransferOperation { monitor throws(TransferError) in try export(from: store, to: folder, monitor) }
    }
}

extension StatusReporter {
    /// The status of a store (`municipalities`).
    public func operation(of store: PortalStore) -> TransferOperation<TransferStatus> {
        TransferOperation { monitor throws(TransferError) in try status(of: store, monitor) }
    }
}

extension HistoryReporter {
    /// The history of a municipality.
    public func operation(of store: PortalStore) -> TransferOperation<TransferHistory> {
        TransferOperation { monitor throws(TransferError) in
            try monitor.step(.reading, 0)
            return try history(of: store)
        }
    }
}

extension PortalInitializer {
    /// Enters the municipalities of profiles (`municipalities`), each in a transaction of its own: cancelled, those that
    /// are entered stay.
    public func operation(_ profiles: [Portalprofil], in store: PortalStore) -> TransferOperation<[Outcome]> {
        TransferOperation { monitor throws(TransferError) in
            var outcomes: [Outcome] = []
            for (number, profile) in profiles.enumerated() {
                try monitor.step(.municipalities, number, of: profiles.count, profile.kommune.name)
                outcomes.append(try run(profile, in: store))
            }
            return outcomes
        }
    }
}

extension ReadinessCheck {
    /// How ready the municipalities of profiles are (`municipalities`).
    public func operation(profiles: [String]) -> TransferOperation<[Readiness]> {
        TransferOperation { monitor throws(TransferError) in
            var towns: [Readiness] = []
            for (number, path) in profiles.enumerated() {
                try monitor.step(.municipalities, number, of: profiles.count, path)
                towns.append(try run(profile: path))
            }
            return towns
        }
    }
}

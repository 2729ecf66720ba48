/// Who is responsible for which service, and where it is found online, looked up by the service.
struct ServiceDirectory {
    /// The units that are responsible for a service, with the areas.
    private(set) var units: [XZuFi.Identitaet: [(unit: XZuFi.Organisationseinheit, areas: [XZuFi.Identifikator])]] = [:]
    /// The online services for a service.
    private(set) var online: [XZuFi.Identitaet: [XZuFi.Onlinedienst]] = [:]

    /// The directory of these objects. Units without a name are left out. An online service that says no responsibility
    /// counts for the only service, where there is one only.
    init(_ objects: [XZuFi.Objekt]) {
        let services = objects.filter { $0.art == .leistung }
        let only = services.count == 1 ? services[0].id?.identity : nil
        for object in objects {
            if let unit = object.organisationseinheit, !unit.name.isEmpty {
                let byService = Dictionary(grouping: unit.zustaendigkeit) { $0.leistungID?.identity }
                for (service, duties) in byService {
                    if let service { units[service, default: []].append((unit, duties.flatMap(\.gebietID))) }
                }
            }
            if let channel = object.onlinedienst {
                let duties = channel.zustaendigkeit
                let targets = duties.isEmpty ? [only] : duties.map(\.leistungID?.identity)
                for service in Set(targets.compactMap(\.self)) { online[service, default: []].append(channel) }
            }
        }
    }
}

import Grammar

/// The classes of marks that speak of encounters beside those of `Marks`.
struct EncounterMarks: Sendable {
    /// Bodies that hold sessions.
    let body: MarkClass
    /// Verbs: of those who meet, of a host, of those who confer, of travel, of what happens, of who holds it, takes part.
    let meet, receive, confer, go, happen, hold, attend: MarkClass
    /// The way of a call.
    let channel: MarkClass
    /// What refers to an encounter told elsewhere, and what is none.
    let refer, idle: MarkClass
    /// People told by their part in it, and words before those who are met.
    let part, with: MarkClass
    /// How a time is tied to the one before, and a state's city of power.
    let then, capital: MarkClass
    /// Bodies of an organisation, with the organisation.
    let organ: MarkClass
    /// Conjunctions that join; "our" before an encounter; "thither", where the encounter told before is.
    let join, ours, there: MarkClass
    /// What opens the next event: "после чего".
    let onward: MarkClass
    /// What makes a group nobody in particular, and the missions of a state abroad.
    let vague, mission: MarkClass
    /// The negation, and what goes before the head of a delegation.
    let not, headed: MarkClass
    /// What makes an encounter one before that of the tale.
    let previous: MarkClass
    /// The relative adverb of place, and verbs whose object is a journey.
    let place, travel: MarkClass
    /// What sets an encounter before the day of the tale: "ранее".
    let earlier: MarkClass
    /// Words for what is of many states, what opens the next stage of a journey, and where guests arrive.
    let worldly, next, arrival: MarkClass
    /// What asks somebody to come, words for taking part and for holding, and what a topic stands behind.
    let invite, take, conduct, about, town: MarkClass

    init(_ find: (String) -> MarkClass) {
        body = find("encounter.body")
        meet = find("encounter.meet")
        receive = find("encounter.receive")
        confer = find("encounter.confer")
        go = find("encounter.go")
        happen = find("encounter.happen")
        hold = find("encounter.hold")
        attend = find("encounter.attend")
        channel = find("encounter.channel")
        refer = find("encounter.refer")
        idle = find("encounter.idle")
        part = find("encounter.part")
        with = find("encounter.with")
        then = find("encounter.then")
        capital = find("encounter.capital")
        organ = find("encounter.organ")
        join = find("encounter.join")
        ours = find("encounter.ours")
        there = find("encounter.there")
        onward = find("encounter.onward")
        vague = find("encounter.vague")
        mission = find("encounter.mission")
        not = find("encounter.not")
        headed = find("encounter.headed")
        previous = find("encounter.previous")
        place = find("encounter.where")
        travel = find("encounter.travel")
        earlier = find("encounter.earlier")
        worldly = find("encounter.worldly")
        next = find("encounter.next")
        arrival = find("encounter.arrival")
        invite = find("encounter.invite")
        take = find("encounter.take")
        conduct = find("encounter.conduct")
        about = find("encounter.about")
        town = find("encounter.town")
    }
}

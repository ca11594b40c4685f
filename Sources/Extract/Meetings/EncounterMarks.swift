import Grammar

/// The classes of marks that speak of encounters beside those of `Marks`.
struct EncounterMarks: Sendable {
    /// Bodies that hold sessions.
    let body = named("encounter.body")
    /// Verbs: of those who meet, of a host, of those who confer, of travel, of what happens, of who holds it, takes part.
    let meet = named("encounter.meet")
    let receive = named("encounter.receive")
    let confer = named("encounter.confer")
    let go = named("encounter.go")
    let happen = named("encounter.happen")
    let hold = named("encounter.hold")
    let attend = named("encounter.attend")
    /// The way of a call.
    let channel = named("encounter.channel")
    /// What refers to an encounter told elsewhere, and what is none.
    let refer = named("encounter.refer")
    let during = named("encounter.during")
    let idle = named("encounter.idle")
    /// People told by their part in it, and words before those who are met.
    let part = named("encounter.part")
    let with = named("encounter.with")
    /// What an assembly may be called.
    let called = named("encounter.called")
    /// Whoever was told last, by a word for what he is, with the offices that he may hold.
    let same = named("encounter.same")
    /// Some of those who are told behind it.
    let crowd = named("encounter.crowd")
    /// How a time is tied to the one before, and a state's city of power.
    let then = named("encounter.then")
    let hour = named("encounter.hour")
    /// Verbs for the way to where a journey leads.
    let way = named("encounter.way")
    /// "тогда"; the day of a visit, by its number; a week, by how many weeks it is from the article's.
    let thattime = named("encounter.thattime")
    let stayday = named("encounter.stayday")
    let week = named("encounter.week")
    /// What places an event among those told before it: in their order, or somewhere beside them.
    let order = named("encounter.order")
    let joint = named("encounter.joint")
    let confirm = named("encounter.confirm")
    let sometime = named("encounter.sometime")
    /// Talks that officials hold for their ministries.
    let consulting = named("encounter.consulting")
    /// How much later or earlier something was.
    let apart = named("encounter.apart")
    let capital = named("encounter.capital")
    /// Bodies of an organisation, with the organisation.
    let organ = named("encounter.organ")
    let organOf = named("encounter.organ.of")
    /// Conjunctions that join; "our" before an encounter; "thither", where the encounter told before is.
    let join = named("encounter.join")
    let ours = named("encounter.ours")
    let there = named("encounter.there")
    /// What opens the next event: "после чего".
    let onward = named("encounter.onward")
    /// What makes a group nobody in particular, and the missions of a state abroad.
    let vague = named("encounter.vague")
    let mission = named("encounter.mission")
    /// The negation, and what goes before the head of a delegation.
    let not = named("encounter.not")
    let headed = named("encounter.headed")
    /// What says that a delegation is one of officials, with their level.
    let sent = named("encounter.sent")
    /// What says that those who are sent are no officials.
    let unofficial = named("encounter.unofficial")
    /// Verbs of a speech that do not say that it is one, and words of speaking to the others of an assembly.
    let urge = named("encounter.urge")
    let floor = named("encounter.floor")
    /// "сели за стол переговоров": what those do who are there.
    let seated = named("encounter.seated")
    /// What an assembly does with those who come.
    let gathers = named("encounter.gathers")
    /// What goes before whoever asked for an encounter.
    let initiative = named("encounter.initiative")
    /// What makes an encounter one before that of the tale.
    let previous = named("encounter.previous")
    let lastTime = named("encounter.lasttime")
    /// The relative adverb of place, and verbs whose object is a journey.
    let place = named("encounter.where")
    let travel = named("encounter.travel")
    /// What sets an encounter before the day of the tale: "ранее".
    let earlier = named("encounter.earlier")
    /// Words for what is of many states, what opens the next stage of a journey, and where guests arrive.
    let worldly = named("encounter.worldly")
    let next = named("encounter.next")
    let arrival = named("encounter.arrival")
    /// What asks somebody to come, words for taking part and for holding, and what a topic stands behind.
    let invite = named("encounter.invite")
    let take = named("encounter.take")
    let conduct = named("encounter.conduct")
    let about = named("encounter.about")
    let town = named("encounter.town")
    /// "со стороны России": whose officials sit there.
    let side = named("encounter.side")
    /// What goes on somewhere and is talked about: "конфликт на Украине".
    let trouble = named("encounter.trouble")
    /// "к беседе присоединился президент"
    let joining = named("encounter.joining")
    /// "хозяин саммита встречал президентов"
    let welcome = named("encounter.welcome")
    /// "вновь", "в следующий раз"
    let again = named("encounter.again")
    /// Before what somebody says: "отметили, что".
    let content = named("encounter.content")
    /// "в рамках своего визита": of whoever acts.
    let oneself = named("encounter.self")
    /// "моего визита", "вашего визита": of who speaks, of who is spoken to.
    let mine = named("encounter.mine")
    let yours = named("encounter.yours")
    /// A visit of several days.
    let span = named("encounter.span")
    /// Before the day of a document: "соглашение от 19 декабря".
    let dated = named("encounter.dated")
    /// Where a state's officials receive: a palace, a ministry.
    let house = named("encounter.house")
    /// "в страну": the state where the visit is.
    let land = named("encounter.land")
    /// "в формате": before the name of one.
    let format = named("encounter.format")
    /// "входят": of whom a body is made up.
    let made = named("encounter.made")
    /// "руководство страны": of the state where they are.
    let homeland = named("encounter.homeland")
    /// An ambassador's papers and the handing over of them; "there", where the sentence before led.
    let credentials = named("encounter.credentials")
    let hand = named("encounter.hand")
    let yonder = named("encounter.yonder")
    /// A journey that leads to a place more than it is paid to a state.
    let trip = named("encounter.trip")
    /// What makes it unlikely, and nouns that only wish for it: "намерение принять участие".
    let hardly = named("encounter.hardly")
    let wish = named("encounter.wish")
    /// What opens the next of several events: "также", "кроме того".
    let besides = named("encounter.besides")
    /// Before what is only talked about: "относительно визита".
    let regarding = named("encounter.regarding")
    /// Nouns for what somebody means to do: "план министра посетить Баку".
    let intent = named("encounter.intent")
    /// Nouns for what is agreed on: "решение о визите".
    let decision = named("encounter.decision")
    /// What leads to the place told before, what is ahead of somebody.
    let thither = named("encounter.thither")
    let ahead = named("encounter.ahead")
    /// What opens words about who tells it, and what an encounter is about.
    let asTold = named("encounter.astold")
    let matter = named("encounter.matter")
    /// A ministry or a parliament, where its state receives.
    let bureau = named("encounter.bureau")
    /// Verbs of those who come together.
    let gather = named("encounter.gather")
    /// What opens a condition, what refuses, and verbs of wanting, calling for and the like.
    let ifSo = named("encounter.if")
    let refuse = named("encounter.refuse")
    let want = named("encounter.want")
    /// Before what is wanted or not.
    let favour = named("encounter.favour")
    /// Before the day that something is put off to.
    let until = named("encounter.until")
    /// What is held over the telephone where no place is told.
    let distant = named("encounter.distant")
    /// Verbs that say that there is none.
    let deny = named("encounter.deny")
    let absent = named("encounter.absent")
    /// Verbs of who calls on another, a call of courtesy, and whom somebody has to talk to.
    let callOn = named("encounter.callon")
    let courtesy = named("encounter.courtesy")
    let interlocutor = named("encounter.interlocutor")
    /// What those do who lead or speak for a side, and who chairs together with another.
    let lead = named("encounter.lead")
    let chair = named("encounter.chair")
    /// Members of an organisation's assembly, and what makes an encounter one of two.
    let members = named("encounter.members")
    let bilateral = named("encounter.bilateral")
    /// What is done for an encounter to come.
    let preparing = named("encounter.preparing")
    /// Assemblies of organisations that sit for months.
    let standing = named("encounter.standing")
    /// What makes an encounter one of three or more sides, and a sitting one of a longer session.
    let three = named("encounter.three")
    let plenary = named("encounter.plenary")
    /// Who goes along with the head of a delegation: "в ее составе".
    let retinue = named("encounter.retinue")
    /// What those do who go along with a traveller.
    let accompany = named("encounter.accompany")
    /// What those do who meet a guest where he arrives.
    let greet = named("encounter.greet")
    /// What opens a clause of time.
    let when = named("encounter.when")
    /// Before who acts along with another, and verbs in the past that say that the infinitive behind them came about.
    let together = named("encounter.together")
    let managed = named("encounter.managed")
    /// "готовится к визиту": who gets ready for a journey of his own.
    let readying = named("encounter.readying")
    /// "турне по Кении и Чили"
    let through = named("encounter.through")
    /// "поблагодарил за визит": verbs of thanks, and what goes before what they are for.
    let thank = named("encounter.thank")
    let cause = named("encounter.cause")
    /// Where an organisation sits.
    let seat = named("encounter.seat")
    /// Organisations whose presidents count as leaders of states.
    let union = named("encounter.union")
    /// "апрельская встреча", and what a traveller comes in.
    let monthly = named("encounter.monthly")
    let vehicle = named("encounter.vehicle")
    /// "с каждым", what takes a plan back, and time spent with somebody.
    let each = named("encounter.each")
    let however = named("encounter.however")
    let spent = named("encounter.spent")
    /// Words for talking in whatever way, verbs of those who agree to hold something, and what a tour is made up of.
    let open = named("encounter.open")
    let agreeing = named("encounter.agreeing")
    let comprise = named("encounter.comprise")
    /// Verbs of who waits for a guest, and what goes before some of those who are meant.
    let await = named("encounter.await")
    let among = named("encounter.among")
    /// "может": what says that something may come about.
    let may = named("encounter.may")
    /// "звонок": what one makes to another.
    let ring = named("encounter.ring")
    /// Before whoever calls, and what lies at the edge of an assembly.
    let caller = named("encounter.caller")
    let margins = named("encounter.margins")
    /// A state without its name: "посещал республику".
    let nation = named("encounter.nation")
    /// Before whom somebody speaks for: "от Турции участвует министр".
    let onBehalf = named("encounter.onbehalf")
    /// When an encounter is to be, as a noun: "сроки встречи".
    let schedule = named("encounter.schedule")
    /// Talks in person or over the telephone.
    let either = named("encounter.either")
    /// Verbs that say how something became known.
    let reported = named("encounter.reported")
    /// Verbs of coming back from a journey.
    let comeBack = named("encounter.comeback")
    /// "на уровне": before those who meet.
    let atLevel = named("encounter.level")
    /// The particle of a question.
    let asking = named("encounter.asking")
    /// Ministries, parliaments and joint bodies as those who meet.
    let institution = named("encounter.institution")
    /// What a ministry deals with, and no states of others.
    let affairs = named("encounter.affairs")
    /// Where an encounter is to be, as a noun: "площадкой станет Ташкент".
    let venue = named("encounter.venue")
    /// What looks back: "вспомнил о визите".
    let remember = named("encounter.remember")
    /// "ответный визит": to whoever has come before.
    let inReturn = named("encounter.inreturn")
    /// How often something was: "дважды".
    let times = named("encounter.times")
    let sequel = named("encounter.sequel")
    /// Months as datelines shorten them.
    let monthShort = named("month.short")
    /// What a sentence that tells of an encounter has a mark of; the same for one that adds to the encounter told before, and for
    /// a journey, and for who leads or speaks for a side.
    let tellers: MarkSet
    let followers: MarkSet
    let travellers: MarkSet
    let leaders: MarkSet

    init() {
        let encounter = named("encounter")
        tellers = MarkSet([
            encounter, body, idle, meet, receive, gather, confer, callOn, courtesy, interlocutor, self.await, channel,
            credentials, joining, welcome,
        ])
        followers = MarkSet([happen, hold, attend, go, lead, chair])
        travellers = MarkSet([encounter, named("visit.kind"), go, travel, arrival, receive, greet, comeBack])
        leaders = MarkSet([attend, lead, chair])
    }
}

import Foundation
import Grammar
import Model

/// The classes of marks that the recognizers speak of, looked up once for a language.
///
/// A class that the language does not have never occurs in its texts.
final class Marks: Sendable {
    let number = named("number")
    let numberFraction = named("number.fraction")
    let scale = named("scale")
    let ordinal = named("ordinal")
    let group = named("group")
    let times = named("times")
    let timesNoun = named("times.noun")
    let label = named("label")
    let comparator = named("comparator")
    let unit = named("unit")
    let currency = named("currency")
    let time = named("time")
    let numberIdle = named("number.idle")
    let indicator = named("indicator")
    let indicatorFrame = named("indicator.frame")
    let share = named("share")
    let direction = named("direction")
    let reach = named("reach")
    let nature = named("nature")
    let month = named("month")
    let weekday = named("weekday")
    let season = named("season")
    let day = named("day")
    let yearRelative = named("year.relative")
    let yearAlone = named("year.alone")
    let monthRelative = named("month.relative")
    let base = named("base")
    let document = named("document")
    let agreements = AgreementMarks()
    let encounter = named("encounter")
    let visitKind = named("visit.kind")
    let format = named("format")
    let formatNoun = named("format.noun")
    let formatBetween = named("format.between")
    let formatJoin = named("format.join")
    let formatCompany = named("format.company")
    let level = named("level")
    let planned = named("planned")
    let cancelled = named("cancelled")
    let postponed = named("postponed")
    let speech = named("speech")
    let speechSource = named("speech.source")
    let speechBack = named("speech.back")
    let oration = named("speech.oration")
    let orationEnd = named("oration.end")
    let speechNot = named("speech.not")
    let speechSame = named("speech.same")
    let country = named("country")
    let countryAdjective = named("country.adjective")
    let countryPeople = named("country.people")
    let countryCapital = named("country.capital")
    let countryPrefix = named("country.prefix")
    let seat = named("seat")
    let city = named("city")
    let organisation = named("organisation")
    let organisationSeat = named("organisation.seat")
    let office = named("office")
    let personKnown = named("person.known")
    let personBody = named("person.body")
    let nameParticle = named("name.particle")
    let nameNot = named("name.not")
    let pair = named("pair")
    let own = named("own")
    let ours = named("ours")
    let yours = named("yours")
    let province = named("province")
    let cause = named("cause")
    let ago = named("ago")
    let rating = named("rating")
    let reckoning = named("reckoning")
    let superlative = named("superlative")
    let pace = named("pace")
    let aid = named("aid")
    let attend = named("attend")
    let passing = named("passing")
    /// "к востоку", "южнее": where a thing lies, behind a distance.
    let liesToward = named("lies.toward")
    let earlier = named("earlier")
    let opposite = named("opposite")
    let counter = named("counter")
    let goneOut = named("gone.out")
    let harm = named("harm")
    let lender = named("lender")
    let border = named("border")
    let borderPost = named("border.post")
    /// "коридор, который связывает Кению с Угандой"
    let routeLinks = named("route.links")
    let compass = named("compass")
    let noise = named("noise")
    let preposition = named("preposition")
    let again = named("again")
    let unitAdjective = named("unit.adjective")
    let pronoun = named("pronoun")
    let anaphor = named("anaphor")
    /// "речь идет": what follows is what was told of before.
    let topic = named("topic")
    let body = named("body")
    let stranger = named("stranger")
    let region = named("region")
    let receive = named("receive")
    let abroad = named("abroad")
    let inAll = named("in.all")
    let relative = named("relative")
    let clauseOpener = named("clause.opener")
    let facility = named("facility")
    let there = named("there")
    let flowOfPeople = named("flow.of.people")
    let priceMove = named("price.move")
    let thence = named("thence")
    let outrun = named("outrun")
    let included = named("included")
    let transfer = named("transfer")
    let lately = named("lately")
    let whenThen = named("when.then")
    let dispatch = named("dispatch")
    let whole = named("whole")
    let visitors = named("visitors")
    let spanBefore = named("span.before")
    let lead = named("lead")
    let data = named("data")
    let according = named("according")
    let homeward = named("homeward")
    let migrant = named("migrant")
    let attract = named("attract")
    let visit = named("visit.country")
    let capital = named("capital")
    let respectively = named("respectively")
    let madeOf = named("made.of")
    let purchase = named("purchase")
    let help = named("help")
    let perPrice = named("per.price")
    let fallTo = named("fall.to")
    let membership = named("membership")
    let purchaseNoun = named("purchase.noun")
    let outOf = named("out.of")
    let triple = named("triple")
    let loan = named("loan")
    let partOf = named("part.of")
    let comparedWith = named("compared.with")
    let anaphorCount = named("anaphor.count")
    let countFrame = named("count.frame")
    let employment = named("employment")
    let comparedTo = named("compared.to")
    let managed = named("managed")
    let dwell = named("dwell")
    let comprise = named("comprise")
    let bring = named("bring")
    let frameReached = named("frame.reached")
    let build = named("build")
    let helper = named("helper")
    let speechFigures = named("speech.figures")
    let speechAttitude = named("speech.attitude")
    let contrast = named("contrast")
    let inForm = named("in.form")
    let purpose = named("purpose")
    let perUnit = named("per.unit")
    let which = named("which")
    let provinceName = named("province.name")
    let provinceAdjective = named("province.adjective")
    let agency = named("agency")
    let record = named("record")
    let samePeriod = named("same.period")
    let sameDeadline = named("same.deadline")
    let partner = named("partner")
    let extraction = named("extraction")
    let yearly = named("yearly")
    let frequency = named("frequency")
    let eventTime = named("event.time")
    let asTold = named("as.told")
    let newsroom = named("newsroom")
    let now = named("now")
    let buyer = named("buyer")
    let seller = named("seller")
    let unionWord = named("union.word")
    let gatheredWord = named("gathered.word")
    /// "регион": stands for a region of several states that was told of before.
    let regionWord = named("region.word")
    /// "человек", "жители": people counted as such.
    let inhabitants = named("inhabitants")
    /// What stands somewhere and is told of again by its noun: a line, a station, a works.
    let works = named("works")
    let both = named("both")
    let carriedBy = named("carried.by")
    let allTheWorld = named("all.the.world")
    let balance = named("balance")
    let orElse = named("or.else")
    let rankOf = named("rank.of")
    let asOf = named("as.of")
    let with = named("with")
    let market = named("market")
    let ofOne = named("of.one")
    let pledge = named("pledge")
    let talk = named("talk")
    let deed = named("deed")
    let estimate = named("estimate")
    let underway = named("underway")
    let houseSeat = named("house.seat")
    let labour = named("labour")
    let house = named("house")
    let moveTo = named("move.to")
    let perOne = named("per.one")
    let gift = named("gift")
    let give = named("give")
    let atRate = named("at.rate")
    let asLarge = named("as.large")
    let entered = named("entered")
    let inTheMaking = named("in.the.making")
    let plantFor = named("plant.for")
    let we = named("we")
    let dwelling = named("dwelling")
    let noVerb = named("no.verb")
    let sureVerb = named("sure.verb")
    let debt = named("debt")
    let owedTo = named("owed.to")
    let theirs = named("theirs")
    let notice = named("notice")
    let noticeVerb = named("notice.verb")
    let produce = named("produce")
    let setNoun = named("set.noun")
    let thatState = named("that.state")
    let world = named("world")
    let nameTitle = named("name.title")
    let nameKin = named("name.kin")
    let nameFamily = named("name.family")
    let officeColleague = named("office.colleague")
    let officeLeader = named("office.leader")
    let officeBound = named("office.bound")
    let officeBody = named("office.body")
    let officeState = named("office.state")
    let officeAssembly = named("office.assembly")
    let officeActing = named("office.acting")
    let officeUndeclined = named("office.undeclined")
    let officeFirm = named("office.firm")
    let firm = named("firm")
    let officeOfBody = named("office.of.body")
    let officeTail = named("office.tail")
    let officeBeyond = named("office.beyond")
    /// "Его Превосходительство" before an office.
    let officeHonorific = named("office.honorific")
    let officePresiding = named("office.presiding")
    /// Parts of a state, which have names: "провинции Пенджаб".
    let officePart = named("office.part")
    let countryShared = named("country.shared")
    let encounters = EncounterMarks()
    let annotation = AnnotationMarks()
    let rules: ReaderRules
    /// What a number, a place, a body, an office can begin with, where neither a digit nor a capital nor a hyphen tells.
    let countable: MarkClasses
    /// What tells a state or lies in one, and what stands for a state without naming it.
    let placeNames: MarkClasses
    let standIns: MarkClasses
    let placeOpeners: MarkClasses
    /// What any place but a guessed town has a mark of.
    let placeMarks: MarkClasses
    let bodyOpeners: MarkClasses
    let officeOpeners: MarkClasses
    /// What the reference rows say of a person, by the name in the nominative.
    let holders: [TextKey: [HolderRow]]
    /// The same by the last word of the name, folded.
    let holdersBySurname: [TextKey: [HolderRow]]
    /// Those who speak for organisations, by the last word of the name, folded.
    let bodiesBySurname: [TextKey: [HolderRow]]

    /// The capital of each state, of several the first.
    let capitals: [CountryCode: String]
    /// The organisations that always meet.
    let standing: Set<String>

    /// What the trigger words of the lexicon measure, by entry.
    let indicatorUses: [Int32: [IndicatorUse]]

    /// The marks of a language.
    static func of(_ language: Language) -> Marks {
        NamedClass.$lexicon.withValue(language.lexicon) { Marks(language) }
    }

    private init(_ language: Language) {
        rules = ReaderRules(language.rules)
        countable = MarkClasses([number, numberFraction, scale, times, currency, ordinal])
        placeNames = MarkClasses([country, seat, countryCapital, countryAdjective, countryPeople, city])
        standIns = MarkClasses([provinceName, provinceAdjective, firm])
        placeOpeners = MarkClasses([
            countryAdjective, countryPeople, annotation.notCountry, annotation.cityWord, annotation.cityAdjective,
            annotation.capital, annotation.stateAdjective, annotation.nation,
        ])
        placeMarks = MarkClasses([
            annotation.notCountry, annotation.cityWord, country, annotation.state, annotation.latinCountry,
            annotation.stateNoun, countryAdjective, annotation.stateAdjective, countryPeople, annotation.nation,
            countryCapital, city,
            annotation.cityAdjective, annotation.capital,
        ])
        bodyOpeners = MarkClasses([
            organisation, countryAdjective, annotation.stateAdjective, annotation.nation, annotation.institution,
            annotation.institutionHead, annotation.institutionWhich, annotation.departmentAbbreviation,
        ])
        officeOpeners = MarkClasses([office, annotation.profession, annotation.professionAdjective])
        var holders: [TextKey: [HolderRow]] = [:]
        var bySurname: [TextKey: [HolderRow]] = [:]
        var bodies: [TextKey: [HolderRow]] = [:]
        for entry in language.lexicon.entries where entry.kind == personKnown || entry.kind == personBody {
            let row = HolderRow(entry.value)
            guard let surname = Reading.words(entry.phrase).last else { continue }
            if entry.kind == personBody {
                bodies[TextKey(surname), default: []].append(row)
                continue
            }
            holders[TextKey(entry.phrase), default: []].append(row)
            bySurname[TextKey(surname), default: []].append(row)
        }
        bodiesBySurname = bodies.mapValues { rows in rows.sorted { $0.text < $1.text } }
        self.holders = holders
        holdersBySurname = bySurname.mapValues { rows in rows.sorted { $0.text < $1.text } }
        var capitals: [CountryCode: String] = [:]
        var standing: Set<String> = []
        for entry in language.lexicon.entries {
            if entry.kind == countryCapital, let country = CountryCode(entry.value), capitals[country] == nil {
                capitals[country] = entry.phrase
            } else if entry.kind == encounters.standing {
                standing.insert(entry.value)
            }
        }
        self.capitals = capitals
        self.standing = standing
        var uses: [Int32: [IndicatorUse]] = [:]
        for (index, entry) in language.lexicon.entries.enumerated() where entry.kind == indicator {
            uses[Int32(index)] = IndicatorUse.parse(entry.value)
        }
        indicatorUses = uses
    }
}

/// The groups of rules that the recognizers ask, looked up once for a language; nil for one that it does not have.
struct ReaderRules: Sendable {
    let date, when, rank, agreementList, agreementNot, agreementStatus: RuleBook.Group?

    init(_ book: RuleBook) {
        date = book.groups["date"]
        when = book.groups["when"]
        rank = book.groups["rank"]
        agreementList = book.groups["agreement.list"]
        agreementNot = book.groups["agreement.not"]
        agreementStatus = book.groups["agreement.status"]
    }
}

/// The class of a lexicon that has a name; the tables of marks call it for each of their lines while a language's are made.
func named(_ name: String) -> MarkClass { NamedClass.lexicon?.existingClass(name) ?? MarkClass.none }

private enum NamedClass {
    /// The lexicon that names are looked up in.
    @TaskLocal static var lexicon: Lexicon?
}

import Foundation
import Grammar
import Model

/// One article as it has been understood so far: its tokens and, layer by layer, what each recognizer found in them.
struct Reading {
    let article: Article
    let language: Language
    let marks: Marks
    let document: Document
    let memory: Memory
    /// Token ranges of the article proper; page furniture and the title line stand outside.
    var frame = Frame()
    /// The date that "today" means.
    var publishedOn: PartialDate?
    var dates: [CalendarMention] = []
    var amounts: [Amount] = []
    var places: [PlaceMention] = []
    /// Parts of one state, such as provinces; they are no mention of it.
    var provinces: [PlaceMention] = []
    var people = People()
    var discourse = Discourse()
    /// Where the recognizers say what they pass over; nil when nobody asks.
    var log: OmissionLog?

    init(article: Article, language: Language, marks: Marks, memory: Memory) {
        self.article = article
        self.language = language
        self.marks = marks
        self.memory = memory
        document = Document(text: article.text, language: language, vocabulary: memory.vocabulary)
    }

    /// Everything that the article says.
    func facts() -> Facts {
        let meetings = meetings()
        return Facts(
            language: article.language ?? language.code,
            publishedOn: publishedOn,
            title: article.title ?? frame.title,
            countries: countries(),
            meetings: meetings,
            figures: figures(),
            agreements: agreements(beside: meetings),
            sentences: document.sentences.map { document.span($0) }
        )
    }

    /// The best hit of a rule group at a token.
    func hit(_ group: String, at: Int, limit: Int) -> RuleBook.Hit? {
        language.rules.hit(group, in: document, at: at, limit: limit)
    }

    func hits(_ group: String, in range: Range<Int>) -> [RuleBook.Hit] {
        language.rules.hits(group, in: document, range: range)
    }

    func value(_ mark: Mark) -> String { document.value(of: mark) }

    /// The fields of a gazetteer's value.
    func fields(_ mark: Mark) -> [String] {
        memory.fields.of(mark.entry) {
            value(mark).split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The number that is a mark's value.
    func decimal(_ mark: Mark) -> Decimal? { memory.decimals.of(mark.entry) { Decimal(string: value(mark)) } }
}

/// The classes of marks that the recognizers speak of, looked up once for a language.
///
/// A class that the language does not have never occurs in its texts.
final class Marks: Sendable {
    let number, numberFraction, scale, ordinal, group, times, timesNoun, comparator: MarkClass
    let unit, currency, time, numberIdle: MarkClass
    let indicator, indicatorFrame, share, direction, reach, nature: MarkClass
    let month, weekday, season, day, yearRelative, base: MarkClass
    let document: MarkClass
    let agreements: AgreementMarks
    let encounter, visitKind, format, level, planned, cancelled, postponed: MarkClass
    let speech, speechSource, speechBack, speechNot: MarkClass
    let country, countryAdjective, countryPeople, countryCapital, countryPrefix, seat, city, organisation: MarkClass
    let office, personKnown, nameParticle, nameNot, pair, own, ours, province, cause, ago, opposite, harm, lender,
        border, compass, noise, preposition, again, unitAdjective, pronoun, anaphor, body, stranger, region,
        receive, abroad, relative, facility, there, purchase, outOf, triple, partOf, comparedWith, anaphorCount,
        countFrame, inForm, purpose, perUnit, which: MarkClass
    let provinceName, provinceAdjective, agency, record, samePeriod, partner, extraction, yearly, eventTime, asTold,
        newsroom,
        now, buyer, asOf, with, market: MarkClass
    let nameTitle, officeColleague, officeBound, officeBody, officeState, countryShared: MarkClass
    let encounters: EncounterMarks
    let annotation: AnnotationMarks
    /// What the reference rows say of a person, by the name in the nominative.
    let holders: [TextKey: [String]]
    /// The same by the last word of the name, folded.
    let holdersBySurname: [String: [String]]

    /// What the trigger words of the lexicon measure, by entry.
    let indicatorUses: [Int32: [IndicatorUse]]

    init(_ language: Language) {
        func find(_ name: String) -> MarkClass { language.lexicon.existingClass(name) ?? MarkClass.none }
        number = find("number")
        numberFraction = find("number.fraction")
        scale = find("scale")
        ordinal = find("ordinal")
        group = find("group")
        times = find("times")
        timesNoun = find("times.noun")
        comparator = find("comparator")
        unit = find("unit")
        currency = find("currency")
        time = find("time")
        numberIdle = find("number.idle")
        indicator = find("indicator")
        indicatorFrame = find("indicator.frame")
        share = find("share")
        direction = find("direction")
        reach = find("reach")
        nature = find("nature")
        month = find("month")
        weekday = find("weekday")
        season = find("season")
        day = find("day")
        yearRelative = find("year.relative")
        base = find("base")
        document = find("document")
        agreements = AgreementMarks(language)
        encounter = find("encounter")
        visitKind = find("visit.kind")
        format = find("format")
        level = find("level")
        planned = find("planned")
        cancelled = find("cancelled")
        postponed = find("postponed")
        speech = find("speech")
        speechSource = find("speech.source")
        speechBack = find("speech.back")
        speechNot = find("speech.not")
        country = find("country")
        countryAdjective = find("country.adjective")
        countryPeople = find("country.people")
        countryCapital = find("country.capital")
        countryPrefix = find("country.prefix")
        seat = find("seat")
        city = find("city")
        organisation = find("organisation")
        office = find("office")
        personKnown = find("person.known")
        nameParticle = find("name.particle")
        nameNot = find("name.not")
        pair = find("pair")
        own = find("own")
        ours = find("ours")
        province = find("province")
        cause = find("cause")
        ago = find("ago")
        opposite = find("opposite")
        harm = find("harm")
        lender = find("lender")
        border = find("border")
        compass = find("compass")
        noise = find("noise")
        preposition = find("preposition")
        again = find("again")
        unitAdjective = find("unit.adjective")
        pronoun = find("pronoun")
        anaphor = find("anaphor")
        body = find("body")
        stranger = find("stranger")
        region = find("region")
        receive = find("receive")
        abroad = find("abroad")
        relative = find("relative")
        facility = find("facility")
        there = find("there")
        purchase = find("purchase")
        outOf = find("out.of")
        triple = find("triple")
        partOf = find("part.of")
        comparedWith = find("compared.with")
        anaphorCount = find("anaphor.count")
        countFrame = find("count.frame")
        inForm = find("in.form")
        purpose = find("purpose")
        perUnit = find("per.unit")
        which = find("which")
        provinceName = find("province.name")
        provinceAdjective = find("province.adjective")
        agency = find("agency")
        record = find("record")
        extraction = find("extraction")
        yearly = find("yearly")
        eventTime = find("event.time")
        asTold = find("as.told")
        newsroom = find("newsroom")
        now = find("now")
        buyer = find("buyer")
        asOf = find("as.of")
        partner = find("partner")
        samePeriod = find("same.period")
        with = find("with")
        market = find("market")
        officeColleague = find("office.colleague")
        officeBound = find("office.bound")
        nameTitle = find("name.title")
        officeBody = find("office.body")
        officeState = find("office.state")
        countryShared = find("country.shared")
        encounters = EncounterMarks(find)
        annotation = AnnotationMarks(language)
        var holders: [TextKey: [String]] = [:]
        for entry in language.lexicon.entries where entry.kind == personKnown {
            holders[TextKey(entry.phrase), default: []].append(entry.value)
        }
        self.holders = holders
        var bySurname: [String: [String]] = [:]
        for entry in language.lexicon.entries where entry.kind == personKnown {
            guard let surname = Reading.words(entry.phrase).last else { continue }
            bySurname[surname, default: []].append(entry.value)
        }
        holdersBySurname = bySurname.mapValues { $0.sorted() }
        var uses: [Int32: [IndicatorUse]] = [:]
        for (index, entry) in language.lexicon.entries.enumerated() where entry.kind == indicator {
            uses[Int32(index)] = IndicatorUse.parse(entry.value)
        }
        indicatorUses = uses
    }
}

import Grammar

/// The classes of marks that tell of documents.
struct AgreementMarks: Sendable {
    /// A kind word; and those of them that name a document only with a capital or where it is concluded.
    let document, loose: MarkClass
    /// A word for many documents; and what says that they are a stock counted over the years.
    let package, stock: MarkClass
    /// Verbs of concluding, and the same as nouns.
    let sign, act: MarkClass
    /// Of a name: what joins a complement, what ends it, what tells no two names apart, what is left out before it.
    let link, stop, common, drop: MarkClass
    /// "ряд", "несколько": many of what follows; "этот", "данный": what was told of before.
    let many, told: MarkClass
    /// "среди": what follows is a crowd of documents.
    let among: MarkClass
    /// Who looks on at a signing; the word for a language.
    let witness, language: MarkClass
    /// What says that a document has two sides: "совместный".
    let mutual: MarkClass
    /// What founds or changes a body that is then no party: "создание".
    let founding: MarkClass
    /// Who signs and is no party by name; verbs that call a document something.
    let signer, naming: MarkClass
    /// "период": the years behind it belong to a name; "будущий": what it describes is not concluded.
    let span, future: MarkClass
    /// "документ": one that was named before; "такого рода": documents in general.
    let it, general: MarkClass
    /// A capital that stands for an organisation; verbs by which one side approves what both conclude.
    let seat, approval: MarkClass
    /// "государство": a name in the nominative may follow.
    let state: MarkClass
    /// "как" of words that are put in; "страны", "участницы" before an organisation that they make up.
    let aside, member: MarkClass
    /// "на полях": what is beside a summit; "столица": the state behind says where; "ранее": what is told is older.
    let beside, capital, earlier: MarkClass

    init(_ language: Language) {
        func find(_ name: String) -> MarkClass { language.lexicon.existingClass(name) ?? MarkClass.none }
        document = find("document")
        loose = find("document.loose")
        package = find("package")
        stock = find("package.stock")
        sign = find("sign")
        act = find("sign.act")
        link = find("title.link")
        stop = find("title.stop")
        common = find("title.common")
        drop = find("title.drop")
        among = find("package.among")
        witness = find("sign.witness")
        self.language = find("title.language")
        mutual = find("title.mutual")
        many = find("package.many")
        told = find("title.told")
        founding = find("title.founding")
        signer = find("title.signer")
        naming = find("title.naming")
        span = find("title.span")
        it = find("document.it")
        aside = find("sign.aside")
        member = find("organisation.member")
        beside = find("summit.beside")
        capital = find("capital")
        earlier = find("sign.earlier")
        state = find("title.state")
        seat = find("organisation.seat")
        approval = find("sign.approval")
        general = find("package.general")
        future = find("title.future")
    }
}

import Grammar

/// The classes of marks that tell of documents.
struct AgreementMarks: Sendable {
    /// A kind word; and those of them that name a document only with a capital or where it is concluded.
    let document = named("document")
    let loose = named("document.loose")
    /// A word for many documents; and what says that they are a stock counted over the years.
    let package = named("package")
    let stock = named("package.stock")
    /// Verbs of concluding, and the same as nouns.
    let sign = named("sign")
    let act = named("sign.act")
    /// "в рамках", "реализация": what a document in force is told by.
    let standing = named("sign.existing")
    /// Work on what is yet to be concluded.
    let draft = named("sign.draft")
    /// Of a name: what joins a complement, what ends it, what tells no two names apart, what is left out before it.
    let link = named("title.link")
    let stop = named("title.stop")
    let common = named("title.common")
    let drop = named("title.drop")
    /// "ряд", "несколько": many of what follows; "этот", "данный": what was told of before.
    let many = named("package.many")
    let told = named("title.told")
    /// "среди": what follows is a crowd of documents.
    let among = named("package.among")
    /// Who looks on at a signing; the word for a language.
    let witness = named("sign.witness")
    let language = named("title.language")
    /// What says that a document has two sides: "совместный".
    let mutual = named("title.mutual")
    /// What founds or changes a body that is then no party: "создание".
    let founding = named("title.founding")
    /// "вступление": an organisation that somebody joins is no party either.
    let joining = named("title.joining")
    /// Who signs and is no party by name; verbs that call a document something.
    let signer = named("title.signer")
    let naming = named("title.naming")
    /// "период": the years behind it belong to a name; "будущий": what it describes is not concluded.
    let span = named("title.span")
    let future = named("title.future")
    /// "документ": one that was named before; "такого рода": documents in general.
    let it = named("document.it")
    let itself = named("document.itself")
    let general = named("package.general")
    /// A capital that stands for an organisation; verbs by which one side approves what both conclude.
    let seat = named("organisation.seat")
    let approval = named("sign.approval")
    /// "государство": a name in the nominative may follow.
    let state = named("title.state")
    /// "как" of words that are put in; "страны", "участницы" before an organisation that they make up.
    let aside = named("sign.aside")
    let member = named("organisation.member")
    /// "на полях": what is beside a summit; "столица": the state behind says where; "ранее": what is told is older.
    let beside = named("summit.beside")
    let capital = named("capital")
    let earlier = named("sign.earlier")
    /// "а также": joins the next of a list.
    let further = named("title.further")
    /// "стоимость": what a contract costs.
    let price = named("document.price")
    /// Verbs by which an encounter ends.
    let end = named("sign.end")
    let calledBy = named("title.named")
    /// "предыдущий": another document than the one told of; "намерение": an infinitive may follow in a name.
    let other = named("document.other")
    let aim = named("title.aim")
    /// "новый", "временный": a document beside the one told of.
    let apart = named("document.apart")
    /// A union of two states, with their codes.
    let unionStates = named("organisation.states")
    /// A body, with the organisation that it is of.
    let organOf = named("organisation.organ")
    /// An organisation, with the codes of its members.
    let membersOf = named("organisation.members")
    /// "по его итогам": of what the sentence before tells.
    let thereof = named("sign.thereof")
    /// "обменные ноты": one document.
    let onePaper = named("document.one")
    /// "экземпляр": a document stands behind it in the genitive.
    let copy = named("document.copy")
    /// "тогда": when the sentence before has told.
    let then = named("sign.then")
    /// "Женева": where states meet that it belongs to none of.
    let venue = named("sign.venue")
    /// "лицо": a participle behind a comma says which, in a name.
    let whom = named("title.whom")
    /// "это": what follows is a predicate.
    let these = named("document.these")
    /// "соответствующий": a document on what was told before.
    let due = named("document.due")
    /// "по": a statement behind it is what somebody said.
    let saying = named("document.saying")
    /// "их": stands before a noun of a name.
    let their = named("title.their")
    /// "полузащитник": who signs for himself; "решение": a word for what a body settles.
    let player = named("document.player")
    let ruling = named("document.ruling")
    /// "принять": to adopt; "Генассамблея": whose decisions are no documents between states.
    let adoption = named("sign.adoption")
    let assembly = named("document.assembly")
    /// "присоединиться": what a state does of its own with a document of many.
    let accession = named("sign.accession")
    /// "по итогам": what follows is what talks ended in.
    let outcome = named("sign.outcome")
    /// "участник": who met; "накануне": before the day of the news.
    let participant = named("sign.participant")
    let eve = named("sign.eve")
    /// "двухдневный": a visit over several days.
    let long = named("sign.long")
    /// "три государства": how many sides there are, with the number.
    let sides = named("document.sides")
    /// "сделка": business that states need not take part in.
    let deal = named("document.deal")
    /// "Киотский протокол": of so many states that a passage never tells them.
    let multilateral = named("document.multilateral")
    /// "сотрудничество": of what two sides do together.
    let joint = named("title.joint")
    /// "уже": how many there are by now.
    let already = named("package.already")
    /// "всего": how many there were in all.
    let all = named("package.all")
    /// "следующий": what is told is named behind a colon.
    let following = named("package.following")
    /// What asks for documents and tells of none: "какие".
    let asked = named("package.asked")
}

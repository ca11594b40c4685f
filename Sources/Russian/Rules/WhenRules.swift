import Grammar

extension Russian {
    private static let preposition = "(=в | =во | =на | =с | =со | =до | =к | =ко | =по | =от | =за | =c)?"
    private static let yearWord = "((год | =г | =гг) =рождения?)"
    private static let year = "(#4 \(yearWord)? | #4- год? | <year.relative> | =того =же =года)"
    private static let part = "(<ordinal>? <when.part>)?"
    private static let day = "(#2 | #-го | #-е | #-ого | <ordinal>)"
    private static let point = "(\(day)? <month> \(year)? | #4 (год | =г)? | \(day))"
    private static let about = "(<when.about> <when.about>*)"
    private static let count =
        "((# | <number> <number>* | <when.count> | <number.fraction>) (с половина)? (– (# | <number>))? <scale>?)"

    /// What counts as a date in a text, with the words that belong to it: the spans of `annotate`, wider than what `date`
    /// rules resolve. Spans as in NEREL (Loukachevitch et al. 2021): with the preposition, without the full stop of "г.".
    static let whenRules: [Rule] = [
        Rule(
            "when.day", "\(preposition) \(part) \(day) <month> \(year)?",
            examples: ["3 марта 2025 года", "с 3 марта", "на 3 марта прошлого года"]),
        Rule(
            "when.day_list", "\(preposition) \(day) (– | и | =на | =по | =до | ',') \(day) <month> \(year)?",
            examples: ["4–5 ноября", "с 1 по 20 декабря 2024 года"]),
        Rule(
            "when.span", "(=в =период)? (=с | =со | =c) \(part) \(point) (=по | =до) \(part) \(point)",
            examples: [
                "с 1 сентября по 20 декабря 2024 года", "с 2013 года по январь 2015 года",
                "в период с 2001 по 2007 год",
            ]),
        Rule(
            "when.day_dash", "\(day) <month> \(year)? – \(day) <month> \(year)?",
            examples: ["1 марта – 20 апреля 2024 года"]),
        Rule(
            "when.weekday", "\(preposition) <when.which>? <weekday> ((',' | –)? =в? \(day) <month> \(year)?)?",
            examples: ["в понедельник", "в минувшую среду, 3 марта", "к пятнице"]),
        Rule(
            "when.today", "<day> (',' | –)? (=в? <weekday> ','?)? \(day) <month> \(year)?",
            examples: ["сегодня, 3 марта"]),
        Rule("when.day_word", "\(preposition) <day>", examples: ["вчера", "накануне"]),
        Rule("when.word", "<when.word>", examples: ["ежегодно", "на днях", "трехдневный"]),
        Rule(
            "when.month", "\(preposition) \(part) <when.which>? <month> \(year)?",
            examples: ["в конце марта 2025 года", "в апреле", "с июля прошлого года"]),
        Rule(
            "when.months", "(=в | =с | =за)? <month> \(year)? (– | =по | =до | и) <month> \(year)?",
            examples: ["январь–март 2024 года"]),
        Rule(
            "when.season", "\(preposition) \(part) <when.which>? <season> \(year)?",
            examples: ["осенью 2023 года", "с лета прошлого года"]),
        Rule(
            "when.year", "\(preposition) \(part) <when.which>? #4 \(yearWord)",
            examples: ["в 2024 году", "в начале 2024 г.", "к концу 2030 года"]),
        Rule("when.year_bare", "(=в | =с | =до | =по | =c) #4", examples: ["основан в 2007", "с 1998"]),
        Rule(
            "when.relative_year", "\(preposition) \(part) <year.relative>",
            examples: ["в прошлом году", "в конце текущего года"]),
        Rule(
            "when.years", "(=в =период)? \(preposition) #4 (год | =г | =гг)? (– | =по | =до) #4 (год | =г | =гг)?",
            examples: ["в 2008–2011 годах"]),
        Rule(
            "when.season_years", "\(preposition) #4 '/' #2 (год | =гг)?", examples: ["сезона 2001/02"]),
        Rule(
            "when.decade",
            "\(preposition) \(part) (#-е | #-х | #-ых | #-ые | #-ми) (– (#-е | #-х | #-ых))? (год | =гг) (<when.which>? век)?",
            examples: ["в 1990-х годах", "до 70-х годов прошлого века"]),
        Rule(
            "when.decade_bare", "\(preposition) \(part) (#4-е | #4-х | #4-ых | #4-ые)", examples: ["в конце 1990-х"]),
        Rule("when.year_ordinal", "\(preposition) \(part) #4- год?", examples: ["в 1999-м году", "до 2020-го"]),
        Rule(
            "when.century",
            "\(preposition) \(part) (<ordinal> | [LATN] | <when.which> | [ROMN] | #-) (– [LATN])? (век | столетие)",
            examples: ["в XX веке", "в начале прошлого века"]),
        Rule(
            "when.quarter",
            "(=в | =за | =во)? (<ordinal> | [LATN] | [ROMN] | #-) (<when.unit=quarter> | <when.unit=half>) \(year)?",
            examples: ["в первом квартале 2016 года", "за второе полугодие"]),
        Rule(
            "when.which", "\(preposition) \(part) (=же | =эти | =самый)? <when.which> =же? \(count)? <when.unit>",
            examples: ["на прошлой неделе", "в тот же день", "за последние 20 лет", "в этом сезоне"]),
        Rule(
            "when.last", "(<when.over> | \(preposition)) <when.about>? \(count)? <when.which> \(count)? <when.unit>",
            examples: ["свыше 28 последних лет", "в течение последних месяцев"]),
        Rule(
            "when.lasting",
            "\(about)? (<when.over> | =за | =на | =через | =спустя | =до | =с)? \(about)? \(count) <when.unit> <when.after>?",
            examples: ["в течение 20 лет", "около трех месяцев назад", "на пять лет", "несколько дней"]),
        Rule(
            "when.months_of_year", "(=за | =в) <ordinal>? (# | <number>) =месяцев \(year)",
            examples: ["за 10 месяцев 2025 года", "за первые девять месяцев текущего года"]),
        Rule(
            "when.from_to", "=от \(count) =до \(count) <when.unit>", examples: ["от 5 до 10 лет"]),
        Rule(
            "when.unit", "\(about)? (<when.over> | =через | =спустя | =за) \(about)? целый? <when.unit> <when.after>?",
            examples: ["через месяц", "за неделю"]),
        Rule(
            "when.about", "(=чуть | =немногим)? \(about) целый? <when.unit> <when.after>?",
            examples: ["почти год", "чуть более полугода", "около года назад"]),
        Rule("when.ago", "<when.unit> <when.after>", examples: ["год назад"]),
        Rule(
            "when.per", "=в (=год | =неделю) !рождение", examples: ["дважды в год"],
            not: ["в день рождения"]),
        Rule("when.halfyear", "полгода", examples: ["полгода"]),
        Rule("when.since_start", "=с начало (год | \(year))", examples: ["с начала года"]),
        Rule(
            "when.end", "(=до | =к | =в | =на | =с) <when.part> <when.which>? <when.unit>", examples: ["до конца года"]),
    ]
}

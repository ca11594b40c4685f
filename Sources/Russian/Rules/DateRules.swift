import Grammar

extension Russian {
    /// Dates and periods. What each gives is described at `CalendarReader` in Extract.
    ///
    /// Source of the forms: Русская грамматика (1980), § 2055 on expressions of time; the genre's own habits.
    static let dateRules: [Rule] = [
        Rule(
            "date.weekday_day",
            "в w:<weekday> ','? d:(# | #-) m:<month> ','? ((y:# (год | =г '.'?)) | rel:<year.relative>)?", gives: "day",
            examples: ["в воскресенье, 15 июля, состоялась встреча"]),
        Rule(
            "date.day_month_year", "d:(# | #-) m:<month> ','? y:#4 (год | =г '.'?)?", gives: "day",
            examples: [
                "3 марта 2025 года состоялась встреча", "27 ноября 2024 г. подписан договор", "07 октября, 2025",
            ]),
        Rule(
            "date.month_day_year", "m:<month> d:# ',' y:#", gives: "day", examples: ["Август 17, 2010 13:36"]),
        Rule(
            "date.day_month_of_relative_year", "d:(# | #-) m:<month> rel:<year.relative>", gives: "day",
            examples: ["3 марта прошлого года состоялась встреча"]),
        Rule(
            "date.day_month", "d:(# | #-) m:<month>", gives: "day",
            examples: ["3 марта состоялась встреча", "3-го марта состоялась встреча"],
            not: ["в марте состоялась встреча"]),
        Rule(
            "date.day_in_words",
            "(n:<number>)? o:<ordinal> m:<month> ','? ((y:# (год | =г '.'?)) | rel:<year.relative>)?",
            gives: "day_in_words",
            examples: ["третьего марта состоялась встреча", "двадцать седьмого августа 2024 года состоялась встреча"],
            not: ["в первый день марта"]),
        Rule(
            "date.day_range", "d:(# | #-) (– | и) e:(# | #-) m:<month> (y:#4 (год | =г '.'?)? | rel:<year.relative>)?",
            gives: "days",
            examples: ["4–5 ноября пройдет саммит", "4 и 5 ноября 2025 года пройдет саммит"]),
        Rule(
            "date.day_span",
            "с d:(# | #-) (по | до | –) e:(# | #-) m:<month> (y:#4 (год | =г '.'?)? | rel:<year.relative>)?",
            gives: "days", examples: ["с 1 по 20 декабря отправили 3,5 млн тонн"]),
        Rule(
            "date.day_span_months",
            "с d:# m:<month> (y:#4 (год | =г '.'?)?)? (по | до) e:# n:<month> (z:#4 (год | =г '.'?)? | rel:<year.relative>)?",
            gives: "day_span", examples: ["с 1 сентября по 20 декабря 2024 года отправили 3,5 млн тонн"]),
        Rule(
            "date.day_range_months",
            "d:# m:<month> (y:#4 (год | =г '.'?)?)? – e:# n:<month> (z:#4 (год | =г '.'?)? | rel:<year.relative>)?",
            gives: "day_span",
            examples: ["31 августа – 1 сентября 2025 года пройдет саммит", "31 августа - 1 сентября пройдет саммит"]),
        Rule(
            "date.month_year_range",
            "(с | в | за)? m:<month> y:#4 (год | =г '.'?)? (– | по | и) n:<month> z:#4 (год | =г '.'?)?",
            gives: "month_span", examples: ["июль 2021 – июнь 2022 года", "с июля 2021 года по июнь 2022 года"]),
        Rule(
            "date.year_month_range", "с y:# (год | =г '.'?) (по | до) n:<month> z:#4 (год | =г '.'?)?",
            gives: "year_month_span",
            examples: ["с 1992 года по декабрь 2018 года взяли кредиты"]),
        Rule(
            "date.month_range",
            "(с | в | за | к)? m:<month> (– | по | и) (=конец)? n:<month> ((y:#4 (год | =г '.'?)?) | y:#- год? | rel:<year.relative>)?",
            gives: "months",
            examples: [
                "В январе–феврале 2025 года товарооборот вырос", "с марта по декабрь 2026 года",
                "за январь–сентябрь 2024 г.", "за январь–ноябрь 2017-го",
            ]),
        Rule(
            "date.month_year",
            "(в | за | на)? m:<month> =же? (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)",
            gives: "month",
            examples: ["в марте 2025 года", "в марте прошлого года", "за март 2025 г."],
            not: ["составил в марте 15,4 млн тонн"]),
        Rule(
            "date.month", "(в | на | за) m:<month> !#4 !<year.relative>", gives: "month",
            examples: ["в марте состоялась встреча", "составил в марте 15,4 млн тонн", "рост за март составил 5%"],
            not: ["3 марта состоялась встреча", "в марте 2025 года состоялась встреча"]),
        Rule(
            "date.first_months",
            "((за | по итог | по результат) (этот | тот)? =же? первый? | (в | на)? первый) n:(# | <number>) первый? <time=month> '.'? ('(' f:<month> – l:<month> ')')? (в? y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)?",
            gives: "first_months",
            examples: [
                "За 10 месяцев 2025 года", "за девять месяцев текущего года", "за первые 9 месяцев года",
                "по итогам пяти месяцев в 2012 году", "за 6 мес. 2021 г.", "в первые 10 месяцев 2023 г.",
                "за первые 5 месяцев (январь–май) 2023 года", "за 5 месяцев (июль–ноябрь) 2022 года",
                "за первые пять месяцев 2025-го",
            ], not: ["в течение 6 месяцев вырастет", "через 6 месяцев вырастет"]),
        Rule(
            "date.months_of_year",
            "в? n:(# | <number>) <time=month> (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)",
            gives: "first_months",
            examples: ["в 10 месяцев 2025 года", "десять месяцев текущего года"], not: ["в 6 месяцев"]),
        Rule(
            "date.quarters",
            "(за | по итог | по результат) (этот | тот)? =же? первый? n:(# | <number>) первый? <time=quarter> (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)?",
            gives: "quarters", examples: ["по итогам трех кварталов", "за три квартала 2024 года"],
            not: ["в течение трех кварталов вырастет"]),
        Rule(
            "date.quarter",
            "o:(<ordinal> | ^ | # | #-) <time=quarter> (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)?",
            gives: "quarter",
            examples: ["в первом квартале 2025 года", "во II квартале текущего года", "в третьем квартале 2024-го"]),
        Rule(
            "date.half",
            "o:(<ordinal> | ^ | # | #-) <time=half> (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)?",
            gives: "half",
            examples: [
                "в первом полугодии 2025 года", "за первое полугодие текущего года", "по итогам 1 полугодия 2018 года",
            ]),
        Rule(
            "date.half_alone",
            "(за | по итог | по результат) (этот | тот)? =же? (<time=half> | =полгода) (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)?",
            gives: "half", examples: ["за полугодие продали 5 тонн", "по итогам полугодия", "за полгода ввоз вырос"],
            not: ["за последние полгода", "через полгода"]),
        Rule(
            "date.half_year", "o:первый =полгода (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)",
            gives: "half",
            examples: ["за первые полгода этого года", "за первые полгода 2025 года"]),
        Rule(
            "date.half_of_year",
            "(в | за)? o:<ordinal> половина (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)",
            gives: "half", examples: ["во второй половине 2024 года"], not: ["в первой половине февраля"]),
        Rule(
            "date.part_of_month",
            "(в | на)? <ordinal>? (половина | декада | начало | середина | конец) m:<month> (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)?",
            gives: "month", examples: ["в первой половине февраля", "в начале января 2025 года"]),
        Rule(
            "date.start_to_month",
            "с начало (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative> | год)? (по | до) (конец | начало | середина)? n:<month> <time=month>?",
            gives: "start_to_month",
            examples: [
                "С начала текущего года по апрель месяц", "с начала 2018 года по октябрь", "с начала года до конца мая",
            ]),
        Rule(
            "date.since_start", "с начало (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative> | год)",
            gives: "since_start",
            examples: ["С начала года Иран вложил", "с начала 2025 года", "с начала текущего года"]),
        Rule(
            "date.since_year", "(с | начиная с) y:# (год | =г '.'?)", gives: "since",
            examples: ["С 2017 года объем вырос"]),
        Rule(
            "date.since_month",
            "с (начало | середина | конец)? m:<month> (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)?",
            gives: "since_month",
            examples: [
                "с января поставили 6 млрд кубометров", "с января 2024 года увеличит", "с начала июня снизил цену",
            ]),
        Rule(
            "date.since_day", "с d:# m:<month> (y:#4 (год | =г '.'?)? | rel:<year.relative>)?", gives: "since_day",
            examples: ["с 1 июля станет пять рейсов"]),
        Rule(
            "date.by_year", "(к | до) (конец | начало | середина)? y:# (год | =г '.'?)", gives: "by",
            examples: ["К 2030 году правительства намерены", "до конца 2025 года"]),
        Rule(
            "date.by_relative_year", "(к | до) (конец | начало | середина)? (rel:<year.relative> | год)", gives: "by",
            examples: ["до конца года", "к концу текущего года"]),
        Rule(
            "date.by_month",
            "(к | до) (конец | начало | середина)? m:<month> (y:#4 (год | =г '.'?)? | rel:<year.relative>)?",
            gives: "by", examples: ["к маю 2026 года", "до конца мая"]),
        Rule(
            "date.by_day", "(к | до) d:# m:<month> (y:#4 (год | =г '.'?)? | rel:<year.relative>)?", gives: "by",
            examples: ["К 1 мая 2026 года там должно остаться"]),
        Rule(
            "date.years", "y:# – z:# (год | =гг '.'? | =г '.'?)", gives: "years",
            examples: ["Комплексная программа на 2022–2026 годы", "на 2023-2024 гг."]),
        Rule(
            "date.years_from_to", "с y:# (год)? по z:# (год | =г '.'?)", gives: "years",
            examples: ["с 2022 по 2026 год"]),
        Rule(
            "date.year", "y:# (год | =г '.'?)", gives: "year",
            examples: ["в 2024 году", "по итогам 2024 года", "2024 г."], not: ["в январе 10 тыс. тонн"]),
        Rule(
            "date.decade",
            "(в | до | к | с)? (конец | начало | середина)? (#-е | #-х | #-ые | #-ых | #-ми) (год | =гг '.'?)?",
            gives: "decade", examples: ["в 1970-е годы", "до 2040-х годов", "в конце 1990-х"],
            not: ["в 2024-м году"]),
        Rule(
            "date.year_word", "(в | за | на)? весь? !#-х y:#- год?", gives: "year",
            examples: ["больше, чем в 2023-м", "за весь 2024-й", "в пандемийном 2020-м году"], not: ["в 1990-х годах"]),
        Rule(
            "date.by_year_word", "(к | до) (конец | начало | середина)? y:#-", gives: "by",
            examples: ["к концу 2029-го поездов станет больше"]),
        Rule(
            "date.relative_year", "весь? rel:<year.relative>", gives: "year",
            examples: ["в прошлом году", "по итогам минувшего года"]),
        Rule(
            "date.month_of_season",
            "(в | за)? (o:<ordinal> | последний) <time=month> s:<season> (y:#4 (год | =г '.'?)? | rel:<year.relative>)?",
            gives: "month_of_season", examples: ["в первый месяц лета 2023 года", "в последний месяц осени"],
            not: ["в последний месяц года"]),
        Rule(
            "date.month_of_year", "(в | за)? o:<ordinal> <time=month> (y:#4 (год | =г '.'?)? | rel:<year.relative>)",
            gives: "month_of_year",
            examples: ["в первом месяце 2015 года", "за второй месяц текущего года"], not: ["в первом месяце лета"]),
        Rule(
            "date.season", "s:<season> (y:#4 (год | =г '.'?)? | y:#- год? | rel:<year.relative>)?", gives: "season",
            examples: ["осенью 2023 года"]),
        Rule(
            "date.relative_day", "r:<day>", gives: "relative_day", examples: ["сегодня подписан договор"],
            not: ["на сегодняшний день"]),
        Rule(
            "date.ago",
            "(n:(# | <number>) u:(<time=day> | <time=week> | <time=month> | <time=year>) | "
                + "u:(=день | =неделю | =месяц | =год)) назад",
            gives: "ago",
            examples: [
                "три дня назад стороны обсудили", "две недели назад подписали", "год назад подписали",
                "5 лет назад подписали",
            ],
            not: ["три дня стороны обсуждали", "несколько лет назад подписали"]),
        Rule(
            "date.weekday", "в этот? w:<weekday>", gives: "weekday",
            examples: ["в понедельник обсудили", "в эту пятницу обсудят"]),
        Rule(
            "date.for_weekday", "на w:<weekday>", gives: "weekday_for",
            examples: ["переговоры назначены на понедельник"]),
        Rule(
            "date.weekday_past", "в (прошлый | прошедший | минувший) w:<weekday>", gives: "weekday_past",
            examples: ["в минувшую пятницу обсудили"]),
        Rule(
            "date.weekday_coming", "в (ближайший | следующий | будущий | предстоящий | грядущий) w:<weekday>",
            gives: "weekday_coming", examples: ["в следующий вторник обсудят"]),
        Rule(
            "date.relative_month", "(в | за)? r:<month.relative>", gives: "relative_month",
            examples: ["в прошлом месяце обсудили"]),
    ]

    /// Places in an order.
    static let rankRules: [Rule] = [
        Rule(
            "rank.place", "o:(<ordinal> | # | #-) место", gives: "place",
            examples: ["Казахстан занимает второе место", "вышла на 3 место", "занимает 6-е место"]),
        Rule(
            "rank.line", "o:<ordinal> (строчка | строка)", gives: "place",
            examples: ["Перу заняло вторую строчку", "на пятой строчке списка"]),
        Rule(
            "rank.partner",
            "o:<ordinal> (по (величина | объём | значение | значимость | размер | =счету | =счёту) )? (в [NOUN])? ([ADJF])* (партнёр | инвестор | экспортер | импортер | покупатель | поставщик | производитель | потребитель | кредитор | донор)",
            gives: "place",
            examples: [
                "Китай – второй по величине торговый партнер страны", "шестой по счету торговый партнер",
                "третий крупнейший производитель нефти",
            ]),
        Rule(
            "rank.by_size",
            "o:<ordinal> по (величина | численность | объём | площадь | размер | население) [NOUN]? (страна | государство | экономика)",
            gives: "place",
            examples: [
                "Чили – четвертая по численности населения страна региона", "третья по величине экономика мира",
            ],
            not: ["вторая по счету страна"]),
        Rule(
            "rank.market", "o:<ordinal> по (величина | объём | значение | размер) рынок", gives: "place",
            examples: ["шестой по величине рынок для кофе"]),
        Rule(
            "rank.closing", "замыкать o:<group> [ADJF]? !(=по)", gives: "place",
            examples: ["Перу замыкает тройку крупнейших инвесторов", "замыкают пятерку Перу и Чили"]),
        Rule(
            "rank.group_by", "(входить | войти | попасть) в [ADJF]? o:<group> [NOUN]? по", gives: "place",
            examples: [
                "Туристы из Перу входят в первую пятерку по числу прибывших",
                "Кения вошла в семерку государств по объему торговли",
            ]),
        Rule(
            "rank.group",
            "(входить | войти | попасть | оказаться | быть | в) … в? o:<group> … (крупный | крупнейший | ведущий | основной | главный | лидер | партнёр | важный | первый | инвестор | экспортер | импортер | покупатель | поставщик)",
            gives: "place",
            examples: [
                "Казахстан вошел в десятку крупнейших партнеров", "входит в пятерку ведущих инвесторов",
                "Кения входит в топ-10 поставщиков чая",
            ]),
        Rule(
            "rank.by_count",
            "(стать | являться | быть | оставаться | остаться | оказаться) o:<ordinal> по (количество | число | объём) … … (турист | гость | студент | посетитель | мигрант | компания | поездка | поставка | закупка | инвестиция | экспорт | импорт)",
            gives: "place", examples: ["Россия стала четвертой по количеству туристов"],
            not: ["Партия стала четвертой по числу мандатов"]),
        Rule(
            "rank.group_first", "в первый o:<group>", gives: "place",
            examples: ["Мы уже находимся в первой тройке"], not: ["Саммит прошел в Большой двадцатке"]),
        Rule(
            "rank.group_entered",
            "в [ADJF]? o:<group> (страна | государство | партнёр | покупатель | поставщик | инвестор | экспортер | импортер | рынок | потребитель) … (входить | войти | попасть)",
            gives: "place", examples: ["В пятерку стран, покупающих чай, вошло Перу"]),
        Rule(
            "rank.group_joined", "в [ADJF]? o:<group> (также | ещё | =еще)? (входить | войти | попасть)",
            gives: "place",
            examples: ["В пятерку также входят США"], not: ["Страны Большой семерки входят в союз"]),
        Rule(
            "rank.list", "в (список | рейтинг | перечень) [NOUN]? ([NPRO] | [NOUN]) –? o:<ordinal> !([NOUN] | [ADJF])",
            gives: "place", examples: ["В списке поставщиков она вторая (18%)", "в рейтинге Перу – пятое"],
            not: ["в списке пять стран"]),
        Rule(
            "rank.number_one", "(партнёр | инвестор) номер o:(# | <number>)", gives: "place",
            examples: ["Партнер номер один"]),
        Rule(
            "rank.first_partner", "(являться | быть | стать | оставаться | –) o:<ordinal> (партнёр | инвестор)",
            gives: "place", examples: ["Китай остается первым партнером"]),
    ]
}

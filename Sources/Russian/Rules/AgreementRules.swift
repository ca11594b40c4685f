import Grammar

extension Russian {
    /// How a text says that a document is concluded, to be concluded or in force. Each gives a status of the contract; an
    /// empty one takes its words out of the running.
    static let agreementStatusRules: [Rule] = [
        Rule(
            "agreement.will_be_signed", "[VERB,futr]&быть … [PRTS]&<sign>", gives: "planned",
            examples: [
                "Завтра будет подписана декларация", "Соглашение будет в ближайшее время заключено",
                "В ходе визита будет подтверждено партнерство и подписана декларация",
            ],
            not: ["Декларация была подписана"]),
        Rule(
            "agreement.in_order_to_sign", "чтобы … ([VERB,past]&<sign> | [PRTS]&<sign>)", gives: "planned",
            examples: [
                "Стороны работают, чтобы договор был подписан осенью", "Посол хочет, чтобы страны подписали соглашение",
            ], not: ["Стороны подписали договор, чтобы торговать"]),
        Rule(
            "agreement.will_sign", "[VERB,futr]&<sign>", gives: "planned",
            examples: ["Президенты подпишут декларацию", "Министры утвердят план"],
            not: ["Президенты подписали декларацию"]),
        Rule(
            "agreement.to_sign", "[INFN]&<sign>", gives: "planned",
            examples: ["Осенью президентам удобно подписать договор"], not: ["Стороны подписали договор"]),
        Rule(
            "agreement.can_be_signed", "(мочь | должный) .? .? ([PRTS]&<sign> | [PRTS]&закрыть)", gives: "planned",
            examples: ["Меморандум может быть подписан осенью"]),
        Rule(
            "agreement.decided_to_sign", "принять решение … [INFN]&<sign>", gives: "signed",
            examples: ["Главы государств приняли решение одобрить концепцию"]),
        Rule(
            "agreement.should_be_signing", "(мочь | должный | призвать) … <sign.act>", gives: "planned",
            examples: ["Итогом визита должно стать подписание дорожной карты"]),
        Rule(
            "agreement.decided_on_signing", "(принять | вынести) решение о <sign.act>", gives: "planned",
            examples: ["Кабинет министров принял решение о подписании программы сотрудничества"],
            not: ["Принято решение подписать договор"]),
        Rule(
            "agreement.witnessed",
            "([VERB,past]&присутствовать | [VERB,past]&наблюдать | [VERB,past]&стать =свидетелями) (в [NOUN])? (на | при | за)? [ADJF]? церемония? заключение",
            gives: "signed",
            examples: [
                "Лидеры присутствовали на заключении договора", "Президенты стали свидетелями заключения договора",
            ],
            not: ["Лидеры высказались за заключение договора"]),
        Rule(
            "agreement.managed_to_sign", "удаться … [INFN]&<sign>", gives: "signed",
            examples: ["Сторонам удалось подписать договор"]),
        Rule(
            "agreement.intends_to_sign", "<sign.intent> … ([INFN]&<sign> | [INFN]&<sign.draft>)", gives: "planned",
            examples: ["Стороны рассчитывают осенью подписать договор", "Президенты договорились разработать план"],
            not: ["Стороны договорились провести встречу"]),
        Rule(
            "agreement.intends_signing", "<sign.intent> … <sign.act>", gives: "planned",
            examples: ["Ожидается подписание договора", "Министры обсудили заключение соглашения"]),
        Rule(
            "agreement.asked_to_draft", "поручить … ([INFN]&<sign> | [INFN]&<sign.draft>)", gives: "planned",
            examples: ["Министрам поручено подготовить дорожную карту"]),
        Rule(
            "agreement.draft_of", "[NOUN]&<sign.draft>", gives: "planned near",
            examples: ["Обсуждается проект соглашения", "Эксперты завершают работу над программой"],
            not: ["Министры готовят соглашение"]),
        Rule(
            "agreement.work_on", "(работать | работа) .? .? .? над", gives: "planned near",
            examples: ["Мы готовы работать с партнерами над меморандумом"]),
        Rule(
            "agreement.future", "(будущий | возможный | предстоящий | планируемый | потенциальный) [ADJF]* <document>",
            gives: "planned near",
            examples: ["Обсуждены условия возможного торгового соглашения"], not: ["Договор откроет будущее"]),
        Rule(
            "agreement.draft", "<sign.draft>", gives: "planned", examples: ["Готовится соглашение о торговле"]),
        Rule(
            "agreement.text_agreed", "([VERB,past]&<sign.text> | [PRTS]&<sign.text> | [PRTF]&<sign.text>) текст?",
            gives: "signed text",
            examples: ["Полностью согласован договор о дружбе", "Стороны согласовали тексты соглашений о займах"]),
        Rule(
            "agreement.initialled", "([VERB,past]&парафировать | [PRTS]&парафировать | [PRTF]&парафировать)",
            gives: "planned",
            examples: ["Министры парафировали соглашение", "Парафирована программа обменов"],
            not: ["Министры готовы парафировать соглашение"]),
        Rule(
            "agreement.signed", "[VERB,past]&<sign>", gives: "signed",
            examples: ["Президенты подписали договор", "Министры утвердили план"],
            not: ["Президенты подпишут договор"]),
        Rule(
            "agreement.published",
            "([VERB,past]&<sign.publish> | [PRTS]&<sign.publish>) с? .? =совместное (заявление | коммюнике | обращение)",
            gives: "signed undated",
            examples: [
                "Министерства опубликовали совместное заявление", "Министры сделали совместное заявление",
            ],
            not: ["Министр опубликовал заявление"]),
        Rule(
            "agreement.published_declaration",
            "([VERB,past]&<sign.publish> | [PRTS]&<sign.publish>) с? .? (совместный | итоговый | политический) декларация",
            gives: "signed undated", examples: ["Президенты обнародовали совместную декларацию"],
            not: ["Министр опубликовал декларацию о доходах"]),
        Rule(
            "agreement.came_out_with",
            "[VERB,past]&выступить с =совместным (заявление | обращение | коммюнике)", gives: "signed undated",
            examples: ["Лидеры выступили с совместным заявлением"], not: ["Министр выступил с заявлением"]),
        Rule(
            "agreement.ended_with", "[VERB,past]&<sign.end>", gives: "signed weak by",
            examples: ["Визит увенчался договором о дружбе"], not: ["Визит увенчается договором"]),
        Rule(
            "agreement.signatures", "подпись под", gives: "signed",
            examples: ["Подписи под соглашением поставили министры"], not: ["Министры поставили подпись"]),
        Rule(
            "agreement.put_signatures", "([VERB,past]&поставить .? подпись | подпись [VERB,past]&поставить)",
            gives: "signed", examples: ["Под соглашением свои подписи поставили министры"],
            not: ["Под соглашением подписи поставят министры"]),
        Rule(
            "agreement.signatures_to_come", "подпись под … ([VERB,futr]&поставить | [INFN]&поставить)",
            gives: "planned", examples: ["Подписи под соглашением поставят министры"],
            not: ["Подписи под соглашением поставили министры"]),
        Rule(
            "agreement.done_at", "[PRTF,past]&совершить (=в | #)", gives: "signed",
            examples: ["Утверждено соглашение, совершенное в Минске 3 марта"],
            not: ["Утвержден план совершенной поездки"]),
        Rule(
            "agreement.is_drafted",
            "находиться (на | в) … (согласование | рассмотрение | подписание | проработка | разработка | обсуждение | подготовка)",
            gives: "planned", examples: ["Меморандум о торговле находится на стадии согласования"],
            not: ["Министр находится в Астане"]),
        Rule(
            "agreement.put_up_for_signing", "(вынести | внести | представить | передать) на … <sign.act>",
            gives: "planned", examples: ["Соглашение вынесено на подписание"],
            not: ["Министр представил соглашение"]),
        Rule(
            "agreement.for_signing", "на <sign.act> … (вынести | внести | представить | передать)",
            gives: "planned", examples: ["На подписание глав вынесено соглашение"]),
        Rule(
            "agreement.renewed", "[PRTF]&обновить [ADJF]* <document>", gives: "",
            examples: ["Обновленное торговое соглашение будет подписано"], not: ["Стороны обновили соглашение"]),
        Rule(
            "agreement.negotiated", "[VERB]&вестись [ADJF]? переговоры", gives: "planned",
            examples: ["По сделке ведутся переговоры"]),
        Rule(
            "agreement.took_part", "принять активный? участие (в !<sign.act> [NOUN])?", gives: "",
            examples: ["Министры приняли участие в форуме"]),
        Rule(
            "agreement.exchanged_views", "обменяться (мнение | взгляд | подарок | опыт | информация | приветствие)",
            gives: "", examples: ["Министры обменялись мнениями о торговле"]),
        Rule(
            "agreement.exchanged", "([VERB,past]&состояться | [VERB,past]&пройти | [PRTS]&произвести) [ADJF]? обмен",
            gives: "signed",
            examples: ["В присутствии глав государств состоялся обмен межправительственным соглашением о визах"],
            not: ["Состоится обмен соглашениями"]),
        Rule(
            "agreement.exchange_of_signed", "обмен [PRTF,past]&<sign> документ", gives: "signed",
            examples: ["Президенты наблюдали за обменом подписанными документами"],
            not: ["Состоится обмен документами"]),
        Rule(
            "agreement.exchange_of_views",
            "([VERB,past]&состояться | [VERB,past]&пройти | [PRTS]&произвести) [ADJF]? обмен (мнение | взгляд | опыт | информация | подарок | оценка | делегация | нота | грамота)",
            gives: "", examples: ["На встрече состоялся обмен мнениями о торговле"]),
        Rule(
            "agreement.adopted_decision", "[VERB,past]&принять .? .? (^&решение | решение ('«' | '\"'))",
            gives: "signed",
            examples: ["Главы государств приняли Решение о создании банка", "Лидеры приняли решение «О банке»"],
            not: ["Страны приняли решение углубить торговлю"]),
        Rule(
            "agreement.received", "принять .? .? (делегация | гость | президент | министр | посол | решение)",
            gives: "",
            examples: ["Глава государства принял министра", "Страны приняли решение углубить торговлю"]),
        Rule(
            "agreement.signed_ago", "([VERB,past]&<sign> | [PRTS]&<sign> | [PRTF]&<sign>) .? .? .? назад",
            gives: "existing",
            examples: ["Договор был подписан десять лет назад"]),
        Rule(
            "agreement.ago_signed", "назад .? .? .? ([VERB,past]&<sign> | [PRTS]&<sign>)", gives: "existing",
            examples: ["Год назад стороны заключили договор"]),
        Rule(
            "agreement.is_signed", "[PRTS]&<sign>", gives: "signed",
            examples: ["Подписан договор о торговле", "Утверждена стратегия", "Сторонами заключено соглашение"]),
        Rule(
            "agreement.signs", "[VERB,pres]&<sign>", gives: "signed",
            examples: ["В эти минуты министры подписывают договор"]),
        Rule(
            "agreement.having_signed", "[GRND]&<sign>", gives: "signed",
            examples: ["Подписав договор, президенты обратились к прессе"]),
        Rule(
            "agreement.signed_participle", "[PRTF,past]&<sign>", gives: "signed",
            examples: ["Подписанный сегодня договор углубит торговлю", "Программа, принятая в 2019 году"]),
        Rule(
            "agreement.without_signing", "([VERB]&<sign.end> … без .? <sign.act> | без .? <sign.act>)", gives: "none",
            examples: ["Саммит завершился без принятия декларации"], not: ["Состоялось подписание декларации"]),
        Rule(
            "agreement.signing_took_place",
            "([VERB,past]&состояться | [VERB,past]&пройти | [VERB,past]&завершиться | церемония | после | момент) … <sign.act>",
            gives: "signed",
            examples: [
                "Состоялось подписание договора", "Визит завершился подписанием договора",
                "После подписания меморандума стороны вышли к прессе",
            ], not: ["Завтра состоится подписание договора"]),
        Rule(
            "agreement.signing_will_take_place", "([VERB,futr]&состояться | [VERB,futr]&пройти) … <sign.act>",
            gives: "planned", examples: ["По итогам состоится церемония подписания договора"]),
        Rule(
            "agreement.signing", "подписание", gives: "signed",
            examples: ["Отмечена важность подписания соглашения"]),
        Rule(
            "agreement.not_foreseen",
            "<sign.act> … … не (планироваться | ожидаться | предполагаться | намечаться | предусмотреть | предусматриваться | запланировать | быть)",
            gives: "none", examples: ["Подписания документов не планируется", "Подписание договора не предусмотрено"],
            not: ["Подписание договора планируется"]),
        Rule(
            "agreement.signing_is_set",
            "<sign.act> … … (назначить | запланировать | наметить | намечать | отложить | планироваться | ожидаться | предполагаться)",
            gives: "planned",
            examples: [
                "Подписание договора назначено на июнь",
                "Подписание около десяти совместных документов планируется по итогам саммита",
            ]),
        Rule(
            "agreement.towards_signing",
            "(к | для | перед | до | вопрос о? | необходимость | процедура | процесс | переговоры о | срок | дата | предписывать | близкий к) <sign.act>",
            gives: "planned",
            examples: [
                "Идет работа по подготовке к подписанию договора", "Поднят вопрос заключения соглашения",
                "Министр назвал срок подписания договора", "Распоряжение предписывает заключение меморандума",
            ]),
        Rule(
            "agreement.on_agenda",
            "(повестка | <sign.schedule>) … <sign.act>", gives: "planned",
            examples: [
                "В повестке дня – подписание договора", "Программа визита предусматривает подписание договора",
            ]),
        Rule(
            "agreement.act_will_be_result", "[VERB,futr]&стать [ADJF]? <sign.act>", gives: "planned",
            examples: ["Итогом визита станет подписание плана"]),
        Rule(
            "agreement.act_will_take_place", "<sign.act> … … ([VERB,futr]&состояться | [VERB,futr]&пройти)",
            gives: "planned", examples: ["Подписание соглашения о торговле между странами состоится в октябре"]),
        Rule(
            "agreement.will_be_by_signing", "[VERB,futr] … (посредством | путем | через) <sign.act>", gives: "planned",
            examples: ["Отношения будут подкреплены посредством подписания соглашений"],
            not: ["Отношения подкреплены посредством подписания соглашений"]),
        Rule(
            "agreement.possible_signing",
            "(возможный | скорый | предстоящий | планируемый | ожидаемый | будущий) <sign.act>", gives: "planned",
            examples: ["Посол заявил о возможном подписании соглашения"]),
        Rule(
            "agreement.decree_of", "(указ | закон | распоряжение | постановление) (о | об) (утверждение | ратификация)",
            gives: "existing",
            examples: ["Президент подписал указ об утверждении меморандума"],
            not: ["Подготовлено утверждение меморандума"]),
        Rule(
            "agreement.arrives_at_signing", "выйти на <sign.act>", gives: "planned",
            examples: ["Скоро мы выйдем на подписание договора"]),
        Rule(
            "agreement.conclusion", "<sign.act>", gives: "planned",
            examples: ["Заключение соглашения о торговле отвечает интересам сторон"]),
        Rule(
            "agreement.announced", "[VERB,past]&<speech> о <sign.act>", gives: "signed undated",
            examples: ["Министр объявил о заключении соглашения о торговле"],
            not: ["Министр объявит о заключении соглашения"]),
        Rule(
            "agreement.of_conclusion_announced", "о <sign.act> … [VERB,past]&<speech>",
            gives: "signed undated", examples: ["О заключении соглашения о торговле объявил министр"]),
        Rule(
            "agreement.exchanged_ratifications",
            "(обменяться | [VERB]&состояться [ADJF]? обмен | [VERB]&пройти [ADJF]? обмен | обмен) [ADJF]? (грамота | нота)",
            gives: "existing",
            examples: [
                "Стороны обменялись ратификационными грамотами договора",
                "Состоялся обмен ратификационными грамотами договора",
            ]),
        Rule(
            "agreement.in_conclusion", "в =заключение", gives: "",
            examples: ["В заключение президент пожелал успехов"]),
        Rule(
            "agreement.not_signed",
            "(не (быть | стать)? ([PRTS]&<sign> | [VERB,past]&<sign> | [VERB,pres]&<sign>) | [PRTS]&<sign> не быть)",
            gives: "none", examples: ["Договор так и не подписан", "Стороны не подписали соглашение"]),
        Rule(
            "agreement.not_yet_signed", "(пока | ещё | до сей пора | до настоящий время) .? не (быть)? [PRTS]&<sign>",
            gives: "planned", examples: ["Соглашение до сих пор не подписано", "Договор пока не подписан"],
            not: ["Договор так и не подписан"]),
        Rule(
            "agreement.is_to_do", "который должный [INFN]", gives: "planned weak",
            examples: ["Соглашение, которое должно заменить прежние правила"]),
        Rule(
            "agreement.will_not_sign",
            "не (быть | намерен | намереваться | планировать | собираться | хотеть | готовый | желать | мочь | смочь | суметь | стать | удаться | успеть) .? .? ([INFN]&<sign> | [PRTS]&<sign>)",
            gives: "none",
            examples: ["Ангола не будет подписывать соглашение", "Стороны не смогли подписать договор"]),
        Rule(
            "agreement.exchanged_drafts", "обменяться проект", gives: "",
            examples: ["Стороны обменяются проектами документов"]),
        Rule(
            "agreement.refused",
            "(<sign.refusal> | отказ) .? .? ([INFN]&<sign> | от <sign.act> | <sign.act>)", gives: "none",
            examples: [
                "Ангола отказалась подписать соглашение", "Отказ от подписания договора удивил соседей",
                "Стороны сорвали подписание договора",
            ], not: ["Ангола отказалась от виз"]),
        Rule(
            "agreement.no_plans", "нет (план | намерение | необходимость | смысл) [INFN]&<sign>", gives: "none",
            examples: ["У страны нет планов подписывать соглашение"]),
        Rule(
            "agreement.signing_failed",
            "<sign.act> … … (сорваться | [PRTS]&сорвать | [VERB]&провалиться | не состояться)", gives: "none",
            examples: ["Подписание соглашения о торговле сорвалось"], not: ["Подписание соглашения состоялось"]),
        Rule(
            "agreement.anniversary",
            "(<sign.anniversary> | #-летие | #-летия | #-летию | #-летием | с момент) (со день)? <sign.act>?",
            gives: "existing",
            examples: ["Отмечается годовщина подписания договора", "Конференция посвящена 25-летию договора"]),
        Rule(
            "agreement.since_signing", "со день <sign.act>", gives: "existing",
            examples: ["Исполняется 25 лет со дня подписания договора"]),
        Rule(
            "agreement.signing_approved", "[VERB,past]&<sign.approval> <sign.act>", gives: "planned",
            examples: ["Правительство одобрило подписание соглашения"], not: ["Правительство одобрило соглашение"]),
        Rule(
            "agreement.to_be_ratified",
            "(должный | мочь | предстоять) .? быть? ([PRTS]&ратифицировать | ратифицировать)", gives: "",
            examples: ["Соглашение должно быть ратифицировано парламентами"],
            not: ["Соглашение ратифицировано парламентами"]),
        Rule(
            "agreement.ratified", "([VERB,past]&ратифицировать | [PRTS]&ратифицировать | [PRTF]&ратифицировать)",
            gives: "existing many",
            examples: [
                "Парламент ратифицировал соглашения о торговле", "Ратифицирован договор о торговле",
                "Договор, ратифицированный парламентами, вступил в силу",
            ]),
        Rule(
            "agreement.ratification", "(ратификация | денонсация)", gives: "existing near many",
            examples: ["Завершены процедуры по ратификации соглашения"]),
        Rule(
            "agreement.is_in_force", "([VERB]&<sign.existing> | [PRTS]&<sign.existing>)", gives: "existing",
            examples: ["Действует программа сотрудничества"]),
        Rule(
            "agreement.in_force", "<sign.existing>", gives: "existing near",
            examples: ["Идет реализация дорожной карты", "Работа идет в рамках программы сотрудничества"]),
        Rule(
            "agreement.will_become", "[VERB,futr]&стать", gives: "planned weak",
            examples: ["Следующим шагом станет соглашение о торговле услугами"]),
        Rule(
            "agreement.is_ready", "(почти | практически | уже | полностью) [ADJS,sing]&готовый", gives: "planned",
            examples: ["Соглашение о транзите почти готово"], not: ["Стороны готовы подписать соглашение"]),
        Rule(
            "agreement.sent_back",
            "(отправить | вернуть | направить | передать | отдать) на (доработка | согласование | рассмотрение | экспертиза)",
            gives: "planned", examples: ["Соглашение отправили на доработку"],
            not: ["Делегацию отправили на форум"]),
        Rule(
            "agreement.will_be_ready", "[VERB,futr]&быть .? [ADJS,sing]&готовый", gives: "planned",
            examples: ["Кредитный договор будет готов через месяц"]),
        Rule(
            "agreement.main_document", "(основной | главный | итоговый | ключевой | один важный) документ",
            gives: "signed like",
            examples: ["Итоговый документ – Астанинская декларация", "Еще один важный документ – план действий"]),
        Rule(
            "agreement.main_document_became",
            "(основной | главный | итоговый | ключевой | важный) (документ | итог | результат) … [VERB,past]&стать",
            gives: "signed",
            examples: [
                "Главным документом встречи стало Совместное заявление", "Ключевым итогом стала Декларация о дружбе",
            ],
            not: ["Главным документом станет Совместное заявление"]),
        Rule(
            "agreement.is_called", "(он | она | оно) [VERB]&называться", gives: "existing like",
            examples: ["Она называется Лангкавийская декларация"], not: ["Договор называется рамочным"]),
        Rule(
            "agreement.result", "(итог | результат) … [VERB,past]&стать", gives: "signed",
            examples: ["Итогом визита стали семь документов"]),
        Rule(
            "agreement.result_is", "([NOUN,nomn]&итог | [NOUN,nomn]&результат) … –", gives: "signed",
            examples: ["Итог форума – контракты на 12 млн долларов"],
            not: ["По итогам ожидается подписание договора, – сообщил министр"]),
        Rule(
            "agreement.counts", "пакет … (насчитывать | из | включать)", gives: "signed weak",
            examples: ["Пакет из десяти документов касается торговли", "Всего пакет насчитывает пять документов"]),
    ]
}

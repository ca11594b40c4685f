import Model
import TestLanguage
import Testing

@testable import Extract

/// Which numbers are figures, and what each measures, in articles of 20 November 2025.
@Suite struct FigureMeaningTests {
    /// What a number counts, when its noun stands elsewhere.
    @Test(arguments: [
        ("Число студентов выросло на 1,1 тысячи.", ["people 1100 count up actual"]),
        (
            "В вузах учатся 35 тысяч студентов. Это на четыре тысячи больше, чем годом ранее.",
            ["people 35000 count actual", "people 4000 count up actual"]
        ),
        (
            "В Перу учились 9000 иностранцев (годом ранее 8000), их станет 10 000.",
            ["people 9000 count actual", "people 10000 count target"]
        ),
        (
            "В Перу учились 9000 иностранцев (8000 – годом ранее).",
            ["people 9000 count actual", "people 8000 count actual"]
        ),
        ("Новые рабочие места – более 300 тысяч.", ["jobs gt 300000 count actual"]),
        ("Кения поставит 100 единиц самосвалов.", ["exports 100 count target"]),
        ("Кения продала 5 млн бутылок сока.", ["exports 5000000 count actual"]),
        ("Для кенийцев выделят 250 бюджетных мест.", ["people 250 count target"]),
        ("Создано три десятка предприятий.", ["companies_count 30 count actual"]),
        ("Подписано полтора десятка документов.", ["agreements_count 15 count actual"]),
        (
            "Кения занимает первое место по добыче нефти, второе – по добыче газа, третье – по сбору чая.",
            ["rank 1 count actual", "rank 2 count actual", "rank 3 count actual"]
        ),
        ("Кения занимает 6-е место в мире.", ["rank 6 count actual"]),
        ("Перу заняло пятую строчку среди партнеров Кении.", ["rank 5 count actual"]),
        (
            "Пропускная способность увеличится с 280 до 600 машин в сутки.",
            ["freight 280 count actual", "freight 600 count target"]
        ),
        (
            "Пропускная способность до 90 тыс. грузовиков, а также 36 тыс. легковых автомобилей.",
            ["freight lt 90000 count actual", "freight 36000 count actual"]
        ),
        ("Пассажиропоток достиг 983,9 тысячи.", ["passengers 983900 count actual"]),
        ("Привезли более сотни автобусов.", ["exports gt 100 count actual"]),
        ("Школа рассчитана на 1224 места.", ["infrastructure 1224 count actual"]),
        ("Кения построила в Перу завод на 150 тыс. автомобилей в год.", ["infrastructure 150000 count actual"]),
        ("В Лиме возведут школу на 360 учеников.", ["infrastructure 360 count target"]),
        ("Кения построит в Перу фабрику на 500 рабочих мест.", ["jobs 500 count target"]),
        ("Открыт комплекс по производству 600 тыс. тонн бензина в год.", ["infrastructure 600000 tonne actual"]),
        ("Кения произвела 600 тыс. тонн бензина.", ["energy 600000 tonne actual"]),
        ("Кенийские фирмы дают работу 7 тысячам человек.", ["jobs 7000 count actual"]),
        ("На кенийских предприятиях занято около 900 тысяч перуанцев.", ["jobs approx 900000 count actual"]),
        (
            "Через Кению прошли 1800 контейнерных поездов, к 2030 году это число доведут до 5 тыс.",
            ["freight 1800 count actual", "freight 5000 count target"]
        ),
        ("Контейнерные перевозки достигли 235 тыс. единиц.", ["freight 235000 count actual"]),
        ("Еще 500 тыс. доз вакцины будет произведено в Перу.", ["other 500000 count target"]),
        (
            "В форуме участвовали 500 предпринимателей, из них свыше 300 приехали из Перу.",
            ["people 500 count actual", "people gt 300 count actual"]
        ),
        ("На заработки в Перу выехало 5 тыс. кенийцев.", ["people 5000 count actual"]),
        ("На отдых в Перу выехало 5 тыс. кенийцев.", ["passengers 5000 count actual"]),
        ("Кения открыла в Лиме больницу на 200 коек.", ["infrastructure 200 count actual"]),
        ("Перу претендует на пять мест в сборной.", []),
        (
            "Вложения выросли в 10 раз, число совместных предприятий достигло 38.",
            ["investment 10 times up actual", "companies_count 38 count actual"]
        ),
        ("Число вагонов выросло до 300 в сутки.", ["freight 300 count actual"]),
        ("Действует 1000 совместных с Кенией предприятий.", ["companies_count 1000 count actual"]),
        ("Насчитывается 300 работающих в аграрном секторе компаний.", ["companies_count 300 count actual"]),
        (
            "Кения купила 19 комбайнов, еще 41 прибудет в декабре.",
            ["exports 19 count actual", "exports 41 count target"]
        ),
        (
            "Подписан контракт на поставку Кении поездов Hyundai стоимостью 7 млн вон.",
            ["contracts_value 7000000 KRW actual"]
        ),
        ("Составлен перечень товаров несырьевого экспорта на 2 млрд долларов.", ["exports 2000000000 USD actual"]),
        (
            "Действует 451 двусторонний документ, из них Кения намерена пересмотреть около 40.",
            ["agreements_count 451 count actual", "agreements_count approx 40 count target"]
        ),
        ("Отправлено 254,4 тыс. контейнеров ДФЭ.", ["freight 254400 teu actual"]),
        ("Объем заключенных контрактов вырос в 45 раз.", ["contracts_value 45 times up actual"]),
        ("Число контрактов выросло в 45 раз.", ["contracts_count 45 times up actual"]),
        ("Кения продает Перу ток по цене 3 доллара за 1 кВт·ч.", ["other 3 USD actual"]),
        ("Прибыло 32 млн 500 тыс. 190 человек.", ["passengers 32500190 count actual"]),
    ])
    func counts(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    /// The word that governs the number, be it in the sentence before.
    @Test(arguments: [
        (
            "Торговля Кении и Перу составила 600 млн долларов. Цель, поставленная президентами, – 3 млрд долларов.",
            ["trade_turnover 600000000 USD actual", "trade_turnover 3000000000 USD target"]
        ),
        (
            "В порту перевалили 3 млн тонн грузов. Из этого объема нефть составила 2 млн тонн, зерно 385 тыс. тонн.",
            ["freight 3000000 tonne actual", "freight 2000000 tonne actual", "freight 385000 tonne actual"]
        ),
        (
            "Среди поставщиков зерна первой стала Кения: 2 млн тонн зерна.", ["imports 2000000 tonne actual"]
        ),
        ("Доля Перу в импорте Кении выросла в десять раз.", ["share 10 times up actual"]),
        (
            "Доля чая в общем объеме экспорта Кении в страны Африки достигла 45 процентов.",
            ["share 45 percent actual"]
        ),
        ("Подписано соглашение о займе на 64 млн евро.", ["finance 64000000 EUR target"]),
        (
            "Кения получит грант на 64 млн евро, из них 30 млн евро, предназначенные для закупки газа.",
            ["finance 64000000 EUR target", "finance 30000000 EUR target"]
        ),
        (
            "Кения увеличит экспорт чая. Его объем составит 310 тыс. тонн.", ["exports 310000 tonne target"]
        ),
        (
            "Экспорт вырос вдвое (с 2 до 4 млн евро), импорт – на 28%.",
            [
                "exports 2 times up actual", "exports 2000000 EUR actual", "exports 4000000 EUR actual",
                "imports 28 percent up actual",
            ]
        ),
        (
            "Станция обеспечит энергией 1,6 млн домохозяйств и сбережет 2 млн тонн угля.",
            ["other 1600000 count target", "exports 2000000 tonne target"]
        ),
        ("Кофе дает 60% экспортной выручки Кении.", ["share 60 percent actual"]),
        ("Инфляция составит 3%.", ["other 3 percent target"]),
        ("В портах видят 12% прироста перевалки.", ["freight 12 percent up actual"]),
        ("Нефть продают по 60 долларов за баррель.", ["other 60 USD actual"]),
        ("Плотины на трех реках дадут 1155 МВт.", ["energy 1155000000 watt target"]),
        ("Погрузка на железной дороге составит 30 млн тонн.", ["freight 30000000 tonne target"]),
        ("Протяженность системы передачи электроэнергии – 1400 км.", ["infrastructure 1400 kilometre actual"]),
        ("Для экспорта построят 250-километровую автомагистраль.", ["infrastructure 250 kilometre target"]),
        ("Товарооборот вырос до 5 миллиардов [долларов].", ["trade_turnover 5000000000 USD actual"]),
        (
            "Импорт нефти сократился на 62,9%, станков – на 13,5%, однако импорт чая вырос на 10%, автомобилей – на 95%.",
            [
                "imports 62.9 percent down actual", "imports 13.5 percent down actual", "imports 10 percent up actual",
                "imports 95 percent up actual",
            ]
        ),
        (
            "Экспорт Кении достиг 5 млн долларов. Среднедневной показатель, напротив, упал на 6%.",
            ["exports 5000000 USD actual", "exports 6 percent down actual"]
        ),
        ("Производство сои составило 5 млн тонн.", ["agriculture 5000000 tonne actual"]),
        ("Урожай сои собрали с площадей в 2 млн га.", ["agriculture 2000000 hectare actual"]),
        ("Импорт достиг в январе 57 млрд 110 млн долларов.", ["imports 57110000000 USD actual"]),
        (
            "Кения получит от банка 15 млн евро (примерно 21 млн долларов) на зеленые проекты.",
            ["finance 15000000 EUR target", "finance approx 21000000 USD target"]
        ),
        ("Доля экспорта Кении составила 6 тонн.", ["exports 6 tonne actual"]),
        ("ВВП Кении вырастет с 4% до 5%.", ["gdp 4 percent actual", "gdp 5 percent target"]),
        ("Кения разместит еврооблигации на сумму 500 млн долларов.", ["finance 500000000 USD target"]),
        (
            "Через порт прошло 36 млн тонн (+ 2,5%).",
            ["freight 36000000 tonne actual", "freight 2.5 percent up actual"]
        ),
        ("Кения готова принимать 2 млн тонн зерна.", ["exports 2000000 tonne potential"]),
        ("Обмен товарами достиг 7 млрд долларов.", ["trade_turnover 7000000000 USD actual"]),
        ("Производство пшеницы составило 5 млн тонн.", ["agriculture 5000000 tonne actual"]),
        ("Списана задолженность на 20 млн долларов.", ["finance 20000000 USD actual"]),
        ("Прибыль страны составит 45 млн долларов.", ["other 45000000 USD target"]),
        (
            "Построена электростанция мощностью 3 МВт. На ее возведение ушло 15 млн долларов.",
            ["energy 3000000 watt actual", "projects_value 15000000 USD actual"]
        ),
        (
            "Банк выделит 150 млн евро, из них 30 млн евро в виде грантов и 120 млн евро в форме займов.",
            ["finance 150000000 EUR target", "finance 30000000 EUR target", "finance 120000000 EUR target"]
        ),
        (
            "Промышленное производство выросло на 3,1%, сельское хозяйство – на 4,7.",
            ["gdp 3.1 percent up actual", "agriculture 4.7 percent up actual"]
        ),
        (
            "Экспорт вырос на 22%, до 8 млн долларов. Доля Чили – 65%. Там же Перу (1,9 миллиона долларов), Куба (699,9 тысячи).",
            [
                "exports 22 percent up actual", "exports 8000000 USD actual", "share 65 percent actual",
                "exports 1900000 USD actual",
                "exports 699900 USD actual",
            ]
        ),
        // One move in two measures; a growth after a growth is no part of the trade.
        (
            "Экспорт вырос на 34%, или на 4 млн долларов.",
            ["exports 34 percent up actual", "exports 4000000 USD up actual"]
        ),
        (
            "Рост товарооборота составил 15%, а через год достигнет планки в 20%.",
            ["trade_turnover 15 percent up actual", "trade_turnover 20 percent up target"]
        ),
        (
            "Снизились показатели торговли: Перу – 54%, Чили – около 50%.",
            ["trade_turnover 54 percent down actual", "trade_turnover approx 50 percent down actual"]
        ),
        (
            "К сентябрю товарооборот прибавил по сравнению с аналогичным периодом прошлого года более 13 процентов.",
            ["trade_turnover gt 13 percent up actual"]
        ),
        // Parts of what was told before.
        (
            "Страны договорились увеличить импорт чая, 95% которого идет из Кении.", ["share 95 percent actual"]
        ),
        (
            "Экспорт вырос до 9 млн долларов, составив 38% от общего объема.",
            ["exports 9000000 USD actual", "share 38 percent actual"]
        ),
        // What stands behind a verb of trade measures nothing itself, nor does what money is put into.
        ("Перу ввезло товары из Кении, потратив на это 9 млн долларов.", ["imports 9000000 USD actual"]),
        ("Инвестиции Кении в экономику Перу выросли впятеро.", ["investment 5 times up actual"]),
        (
            "Торговля со странами-участницами Соглашения о партнерстве составила 9 млн долларов.",
            ["trade_turnover 9000000 USD actual"]
        ),
        ("Грузовые поезда совершили 9 тысяч рейсов.", ["freight 9000 count actual"]),
        ("Третью строку рейтинга заняла Кения.", ["rank 3 count actual"]),
        ("Билеты на рейсы подорожали на 15%.", ["other 15 percent up actual"]),
        (
            "Кения поставила втрое больше чая, это приблизительно 9 млн тонн.",
            ["exports 3 times up actual", "exports approx 9000000 tonne actual"]
        ),
        (
            "Число туристов выросло до 1,4 млн человек против 1,3 млн за прошлый год.",
            ["passengers 1400000 count actual", "passengers 1300000 count actual"]
        ),
        ("Самолеты совершили 9 тысяч рейсов.", ["flights 9000 count actual"]),
        // Money under a verb of trade is a level, whatever grew beside it.
        (
            "За год Кения и Перу торговали на 5 млн долларов, рост составил 31%.",
            ["trade_turnover 5000000 USD actual", "trade_turnover 31 percent up actual"]
        ),
        ("Экспорт увеличился на 5 млн долларов.", ["exports 5000000 USD up actual"]),
        ("Взаимная торговля прибавила к прошлогоднему уровню 20%.", ["trade_turnover 20 percent up actual"]),
        // What is given is not sold, what a plant makes neither; what only stands by is no trade.
        ("Кения передаст Перу 150 тысяч доз вакцины.", ["other 150000 count target"]),
        ("Кения поставит в Перу 150 тысяч доз вакцины.", ["exports 150000 count target"]),
        ("Завод сможет собирать до 500 тракторов в год.", ["infrastructure lt 500 count potential"]),
        ("На заводе собрано 500 тракторов.", ["other 500 count actual"]),
        ("В учениях участвовали 300 единиц техники.", ["other 300 count actual"]),
        // Goods that the lexicon does not know, under a verb of trade; letters are sent, and not sold.
        ("Перу закупит у Кении 60 генераторов.", ["exports 60 count target"]),
        ("Министр отправил коллеге три письма.", []),
        // The first of two in a row, save the two directions of trade.
        ("Инвестиции и кредиты из Кении превысили 8 млн долларов.", ["investment gt 8000000 USD actual"]),
        ("Импорт из Кении обошелся в 8 млн долларов.", ["imports 8000000 USD actual"]),
        // The price of so much.
        ("Цена газа составит 275 долларов за тысячу кубометров.", ["other 275 USD target"]),
        ("Газ продают по 275 долларов за 1000 кубометров.", ["other 275 USD actual"]),
        ("Экспорт вырос, но его стоимость не превышает 5 млн долларов.", ["exports lt 5000000 USD actual"]),
        (
            "Торговали на 3 млн долларов – прибавка к показателю прошлого года 6%.",
            ["trade_turnover 3000000 USD actual", "trade_turnover 6 percent up actual"]
        ),
        ("Предусмотрено свыше 900 мест для граждан Перу.", ["people gt 900 count target"]),
        ("Число мест в вузах выросло на 120.", []),
        // A number that goes on counting, and money that left its unit out.
        (
            "Из Перу приехало 2,5 миллиона человек, из Чили – 2,2 миллиона.",
            ["passengers 2500000 count actual", "passengers 2200000 count actual"]
        ),
        (
            "На Перу пришлось 11,6 миллиарда долларов торговли, на Чили – 4,3.",
            ["trade_turnover 11600000000 USD actual", "trade_turnover 4300000000 USD actual"]
        ),
        ("Документ поддержали две трети депутатов.", []),
        ("Число рейсов не должно превышать 20.", ["flights lt 20 count target"]),
        // The most that may be, and what something moves to.
        ("Перу выделит до 70 стипендий.", ["people lt 70 count target"]),
        ("Экспорт вырастет до 5 млн тонн.", ["exports 5000000 tonne target"]),
        ("Товарооборот дошел до 3 млн долларов.", ["trade_turnover 3000000 USD actual"]),
    ])
    func measures(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    /// Money lent, given or owed, and what it is meant for.
    @Test(arguments: [
        (
            "Банк подписал с Перу соглашение о предоставлении кредита в размере 5 млн евро на строительство моста.",
            ["finance 5000000 EUR target"]
        ),
        ("На строительство моста в Перу Кения предоставила 5 млн евро.", ["finance 5000000 EUR actual"]),
        ("Кения даст Перу 5 млн евро на строительство станции.", ["finance 5000000 EUR target"]),
        ("Перу получило 5 млн евро от Кении на строительство школы.", ["finance 5000000 EUR actual"]),
        ("Перу потратило на строительство моста 5 млн евро.", ["projects_value 5000000 EUR actual"]),
        (
            "Проект стоимостью 6 млн евро финансируется за счет кенийского кредита в 5 млн евро.",
            ["projects_value 6000000 EUR actual", "finance 5000000 EUR actual"]
        ),
        ("Кредитный портфель банка составляет 5 млн евро.", ["finance 5000000 EUR actual"]),
        ("Кения оказала Перу содействие на сумму 5 млн евро.", ["finance 5000000 EUR actual"]),
        ("Подписано соглашение о финансовом сотрудничестве на 5 млн евро.", ["finance 5000000 EUR target"]),
        ("Объем инвестиций Кении в проект оценивается в 5 млн евро.", ["projects_value 5000000 EUR target"]),
        ("Инвестиции Кении в экономику Перу составили 5 млн евро.", ["investment 5000000 EUR actual"]),
        ("По оценке комитета, прямые инвестиции достигли 5 млн евро.", ["investment 5000000 EUR actual"]),
        ("Кенийские фирмы ведут подрядные работы на 5 млн евро.", ["contracts_value 5000000 EUR actual"]),
        (
            "Товарооборот составил 11 млн евро, из которых 9 млн пришлось на кенийский экспорт.",
            ["trade_turnover 11000000 EUR actual", "exports 9000000 EUR actual"]
        ),
        (
            "Товарооборот составил 11 млн евро. «Можем вывести данный показатель на отметку в 15 млн евро».",
            ["trade_turnover 11000000 EUR actual", "trade_turnover 15000000 EUR potential"]
        ),
        ("Из Перу вывели активы на 5 млн евро.", ["finance 5000000 EUR actual"]),
    ])
    func ofMoney(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    /// Reached, aimed at or possible.
    @Test(arguments: [
        // "на эти цели" is no aim; a statement behind a dash is told of something else.
        ("На эти цели выделили 24 млн долларов.", ["finance 24000000 USD actual"]),
        (
            "Объем торговли превысил 3 млн долларов – такие показатели позволяют обновить рекорд.",
            ["trade_turnover gt 3000000 USD actual"]
        ),
        // What was agreed is still to come; what was signed is signed.
        (
            "Подписан контракт на поставку 100 автобусов на сумму 8 млн долларов.",
            ["exports 100 count target", "contracts_value 8000000 USD actual"]
        ),
        ("По контракту поставлено 100 автобусов.", ["exports 100 count actual"]),
        ("Банк одобрил заем на 20 млн долларов.", ["finance 20000000 USD target"]),
        ("Банк выдал заем на 20 млн долларов.", ["finance 20000000 USD actual"]),
        ("Вопрос о выделении 20 млн долларов кредита не решен.", ["finance 20000000 USD target"]),
        ("Стоимость проекта оценивается в 20 млн долларов.", ["projects_value 20000000 USD target"]),
        (
            "Порт способен перерабатывать 15 млн тонн грузов, потом мощность доведут до 25 млн тонн.",
            ["freight 15000000 tonne potential", "freight 25000000 tonne target"]
        ),
        (
            "Предусматриваются:\n1) строительство станции на 300 МВт;\n2) строительство дороги за 5 млн долларов.",
            ["energy 300000000 watt target", "projects_value 5000000 USD target"]
        ),
        (
            "Экспорт упадет до 16 млн тонн по сравнению с 25 млн тонн в прошлом году.",
            ["exports 16000000 tonne target", "exports 25000000 tonne actual"]
        ),
        (
            "Урожай снизится до 46 млн тонн с 53 млн тонн годом ранее.",
            ["agriculture 46000000 tonne target", "agriculture 53000000 tonne actual"]
        ),
        (
            "Инвестиции после этого достигнут 20 млн долларов.", ["investment 20000000 USD target"]
        ),
        ("Компания реализует проекты на 15 млн долларов.", ["projects_value 15000000 USD actual"]),
        (
            "Потенциал коридора, идущего через Перу, составляет 15 млн тонн грузов.",
            ["freight 15000000 tonne potential"]
        ),
        (
            "Больше всех продала Кения – 3 млн долларов, далее следует Перу – 2 млн долларов.",
            ["exports 3000000 USD actual", "exports 2000000 USD actual"]
        ),
        (
            "Турпоток вырос на 40% и к концу года имеет шансы превысить 5 млн человек.",
            ["passengers 40 percent up actual", "passengers gt 5000000 count potential"]
        ),
        ("Кения смогла выделить 5 млн долларов.", ["finance 5000000 USD actual"]),
        ("Кения смогла бы выделить 5 млн долларов.", ["finance 5000000 USD potential"]),
        ("Подписано соглашение о строительстве станции мощностью 300 МВт.", ["energy 300000000 watt target"]),
        ("Одобрено соглашение о выделении кредита на 5 млн долларов.", ["finance 5000000 USD target"]),
        ("Кения обратилась с просьбой о займе в 5 млн долларов.", ["finance 5000000 USD target"]),
        (
            "233-километровая линия способна принять 5 млн тонн.",
            ["infrastructure 233 kilometre actual", "freight 5000000 tonne potential"]
        ),
        (
            "Собрали 5 млн тонн зерна, что на 8% выше прежнего прогноза.",
            ["agriculture 5000000 tonne actual", "agriculture 8 percent up actual"]
        ),
        (
            "Урожай может достичь 5 млн тонн (8 млн тонн в 2021 году).",
            ["agriculture 5000000 tonne potential", "agriculture 8000000 tonne actual"]
        ),
        (
            "Стороны намерены нарастить торговлю: в прошлом году показатель составил почти 2 млрд долларов.",
            ["trade_turnover approx 2000000000 USD actual"]
        ),
        ("Кения обязуется вложить 5 млн долларов.", ["investment 5000000 USD target"]),
        (
            "Кения увеличила экспорт, доведя его с 3 до 5 млрд долларов.",
            ["exports 3000000000 USD actual", "exports 5000000000 USD actual"]
        ),
        (
            "Кения намерена нарастить экспорт, доведя его с 3 до 5 млрд долларов.",
            ["exports 3000000000 USD actual", "exports 5000000000 USD target"]
        ),
        (
            "Урожай достигнет 5 млн тонн, в 2021 году – 7 млн тонн.",
            ["agriculture 5000000 tonne target", "agriculture 7000000 tonne actual"]
        ),
        ("Число студентов превышает сейчас 32 тысячи.", ["people gt 32000 count actual"]),
        ("Стоимость дороги превысит ранее заявленные 50 млн долларов.", ["projects_value gt 50000000 USD target"]),
    ])
    func tells(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    /// The noun measured, of a list too.
    @Test(arguments: [
        ("Импорт нефти упал на 62%, легковых автомобилей – на 13%.", ["Импорт нефти", "Импорт легковых автомобилей"]),
        ("Доля чая в экспорте Кении достигла 5%.", ["Доля чая"]),
        ("Назван прогноз, согласно которому экспорт чая составит 5 млн долларов.", ["экспорт чая"]),
    ])
    func names(_ text: String, _ subjects: [String]) throws {
        #expect(try TestLanguage.facts("Вести\n\n" + text, on: "2025-11-20").figures.map(\.subject) == subjects)
    }

    /// A figure that the title alone tells is one; of one that the article tells too, only the article's.
    @Test(arguments: [
        ("Кения закупит 235 тыс. тонн пшеницы", "Об этом сообщили в Лиме.", ["imports 235000 tonne target"]),
        ("Кения закупит 235 тыс. тонн пшеницы", "Она закупит 234,9 тыс. тонн.", ["imports 234900 tonne target"]),
    ])
    func readsTheTitle(_ title: String, _ text: String, _ expected: [String]) throws {
        #expect(try TestLanguage.facts(title + "\n\n" + text, on: "2025-11-20").figures.map(Self.shown) == expected)
    }

    @Test(arguments: [
        "Российско-перуанский фонд развития открыл школу.",
        "Кения вложила в Перу десятки миллиардов долларов.",
        "Партия получила 27 мест.",
        "Станцию построят в 160 км от столицы.",
        "Порт построят в 160 км к востоку от столицы.",
        "Порт построят в 160 км южнее столицы.",
        "Количество рабочих дней составило 15,5.",
        "Села лежат на высоте 300 м, дальше них на 5 км – лес.",
        "Станции построят в трех регионах страны.",
        "Урожай собрали в первые 5 дней.",
    ])
    func passesOver(_ text: String) throws {
        #expect(try Self.shown(text) == [])
    }

    private static func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts("Вести\n\n" + text, on: "2025-11-20").figures.map(shown)
    }

    private static func shown(_ figure: Figure) -> String {
        let words = [
            figure.indicator.rawValue, figure.comparator == .eq ? nil : figure.comparator.rawValue,
            "\(figure.value)" + (figure.valueMax.map { "–\($0)" } ?? ""), figure.unit.description,
            figure.direction?.rawValue, figure.nature.rawValue,
        ]
        return words.compactMap { $0 }.joined(separator: " ")
    }
}

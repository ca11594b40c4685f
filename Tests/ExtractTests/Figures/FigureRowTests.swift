import Model
import TestLanguage
import Testing

@testable import Extract

/// Rows of several states, of which each has its own number: who gives, who gets, whose growth, whose partner.
@Suite struct FigureRowTests {
    /// Indicator, value, direction, countries and both ends, in the order of the figures.
    @Test(arguments: [
        // Where it goes stands behind each amount.
        (
            "В Кении добыто 12 млрд кубометров газа, из них 7 млрд ушло на экспорт: 3 млрд в Европу, 3 млрд в Перу и 1 млрд в Чили.",
            [
                "energy 12000000000 KE", "energy 7000000000 KE KE>", "energy 3000000000 KE KE>",
                "energy 3000000000 KE,PE KE>PE", "energy 1000000000 CL,KE KE>CL",
            ]
        ),
        // Who gets of the one before.
        (
            "За год Кения экспортировала в Европу 4 млрд кубометров газа. Перу за это время получило 3 млрд кубометров, Чили – 1 млрд.",
            ["energy 4000000000 KE KE>", "energy 3000000000 KE,PE KE>PE", "energy 1000000000 CL,KE KE>CL"]
        ),
        // Who gives besides.
        (
            "Кения выделит Перу 3 млн евро. Еще 2 млн долларов предоставит Мексика.",
            ["finance 3000000 KE,PE KE>PE", "finance 2000000 MX,PE MX>PE"]
        ),
        (
            "Кения предоставит Перу 200 млн евро. Помощь Мексики достигла 50 млн евро, Чили – 30 млн.",
            ["finance 200000000 KE,PE KE>PE", "finance 50000000 MX,PE MX>PE", "finance 30000000 CL,PE CL>PE"]
        ),
        (
            "Премьер Перу рассказал о связях с Кенией. Кения выделит республике грант в 10 млн долларов и примет 100 перуанских студентов.",
            ["finance 10000000 KE,PE KE>PE", "people 100 KE,PE"]
        ),
        // Money sent home.
        (
            "Трудовые мигранты из Перу перевели домой из Кении 5 млн долларов. В Мексику за это время было отправлено 3 млн долларов, а в Чили – 1 млн.",
            ["finance 5000000 KE,PE KE>PE", "finance 3000000 KE,MX KE>MX", "finance 1000000 CL,KE KE>CL"]
        ),
        // Each has its own growth.
        (
            "Экономика Африки растет.\nПо итогам 2025 года банк ждет роста на 6,4% в четырех странах региона.\nВ Кении мы прогнозируем 5,8%, в Мексике – 9,9%, в Перу 8,2%.",
            ["gdp 6.4 up ", "gdp 5.8 up KE", "gdp 9.9 up MX", "gdp 8.2 up PE"]
        ),
        (
            "Экономика Кении вырастет в этом году на 2,4%.\nБыстрее всех будут расти:\nМексика (4,1% в 2025-м и 4,6% – в 2026-м),\nЧили (3,4% в 2025-м и 5,6% в 2026-м).",
            ["gdp 2.4 up KE", "gdp 4.1 up MX", "gdp 4.6 up MX", "gdp 3.4 up CL", "gdp 5.6 up CL"]
        ),
        (
            "Банк снизил прогноз роста мировой экономики с 3,5% до 3,3%. Ожидания по Мексике ухудшены до 0,8%, по Кении – до 0,1%.",
            ["gdp 3.5 up ", "gdp 3.3 up ", "gdp 0.8 up MX", "gdp 0.1 up KE"]
        ),
        // The trade of one with several.
        (
            "Президент Кении Иван Иванов заявил на саммите в Лиме, что товарооборот с Мексикой вырос на 60%, с Перу – на 30%, а с Чили – втрое. С Японией он увеличился впятеро.",
            [
                "trade_turnover 60 up KE,MX", "trade_turnover 30 up KE,PE", "trade_turnover 3 up CL,KE",
                "trade_turnover 5 up JP,KE",
            ]
        ),
        // Buyers of one seller.
        (
            "Мексика вышла на первое место по закупкам чая в Кении. Она приобрела 3 млн тонн. Перу купило 2 млн тонн, Япония – 1 млн.",
            [
                "rank 1 KE,MX", "imports 3000000 KE,MX KE>MX", "imports 2000000 KE,PE KE>PE",
                "imports 1000000 JP,KE KE>JP",
            ]
        ),
        // Firms here and there.
        (
            "В Лиме открыто 75 кенийских компаний, а перуанские бизнесмены зарегистрировали в Кении около 3000 предприятий.",
            ["companies_count 75 KE,PE KE>PE", "companies_count 3000 KE,PE PE>KE"]
        ),
        // A row of people counted.
        (
            "За год Кению посетили 6 млн туристов. Больше всего приехало граждан Перу (1,4 млн), Мексики (900 тыс.) и Японии (80 тыс.).",
            [
                "passengers 6000000 KE KE<", "passengers 1400000 KE,PE PE>KE", "passengers 900000 KE,MX MX>KE",
                "passengers 80000 JP,KE JP>KE",
            ]
        ),
        // A goal behind both directions is of the whole.
        (
            "Взаимный оборот Кении и Перу составил 140 млн долларов. Экспорт в Перу достиг 30 млн долларов, а импорт из этой страны вырос на 28%.\n«Наша цель – 1 млрд долларов», – отметил министр.",
            [
                "trade_turnover 140000000 KE,PE", "exports 30000000 KE,PE KE>PE", "imports 28 up KE,PE PE>KE",
                "trade_turnover 1000000000 KE,PE",
            ]
        ),
        // A state's name behind a year is no dative.
        (
            "Кения и Перу подписали соглашение. В 2024 году Перу продало чая на 5 млн долларов.",
            ["exports 5000000 KE,PE PE>KE"]
        ),
        // Partners trade both ways.
        (
            "Внешнеторговый оборот Кении достиг 10 млрд долларов. На долю экспорта пришлось 2,7 млрд долларов. В десятку партнеров вошли Перу (1,5 млрд) и Чили (844 млн).",
            [
                "trade_turnover 10000000000 KE", "exports 2700000000 KE KE>", "trade_turnover 1500000000 KE,PE",
                "trade_turnover 844000000 CL,KE", "rank 10 CL,KE,PE",
            ]
        ),
        // A growth is of no inflation.
        (
            "ВВП Кении в 2026 году увеличится на 4,2%, инфляция составит 3,6%. Для Перу банк ожидает роста на 6,5%, для Мексики – 5,9%.",
            ["gdp 4.2 up KE", "other 3.6 KE", "gdp 6.5 up PE", "gdp 5.9 up MX"]
        ),
        // The adjective alone stands for the other one's.
        (
            "Кенийский экспорт в Перу вырос в 3,8 раза, до 144 млн долларов, перуанский – на 12%.",
            ["exports 3.8 up KE,PE KE>PE", "exports 144000000 KE,PE KE>PE", "exports 12 up KE,PE PE>KE"]
        ),
        // A union in a row of states.
        (
            "Кения экспортировала в Перу чая на 5 млн долларов, в Мексику – на 4 млн, в ЕС – на 3 млн.",
            ["exports 5000000 KE,PE KE>PE", "exports 4000000 KE,MX KE>MX", "exports 3000000 KE KE>"]
        ),
        // Another who speaks tells of his own.
        (
            "Премьер Перу Иван Иванов рассказал, что страна увеличит ВВП на 8,4%. Президент Кении Петр Петров отметил, что запасы лития страны оцениваются в 23 млн тонн.",
            ["gdp 8.4 up PE", "other 23000000 KE"]
        ),
        // A row tells its unit at its end.
        (
            "Кения экспортировала в Мексику 470 млн кВт·ч электроэнергии на 21 млн долларов. В Японию поставлено 52 млн, в Перу – 180 млн кВт·ч.",
            [
                "energy 470000000 KE,MX KE>MX", "exports 21000000 KE,MX KE>MX", "energy 52000000 JP,KE KE>JP",
                "energy 180000000 KE,PE KE>PE",
            ]
        ),
        // What falls to each of a row.
        (
            "Кения получит от ЕС 29 млн евро. Мексике достанется около 80 млн евро, Японии – 22 млн.",
            ["finance 29000000 KE KE<", "finance 80000000 MX MX<", "finance 22000000 JP JP<"]
        ),
        // What is given is aid, whoever goes on giving.
        (
            "Кения передала Перу вооружений на 370 млн евро. Мексика выделила 590 млн евро, Япония – 330 млн.",
            ["finance 370000000 KE,PE KE>PE", "finance 590000000 MX,PE MX>PE", "finance 330000000 JP,PE JP>PE"]
        ),
        // The same one sells and buys.
        (
            "Товарооборот Кении и Перу составил 1 млрд долларов. Кения продала товаров на 572 млн долларов, а закупила на 458 млн.",
            ["trade_turnover 1000000000 KE,PE", "exports 572000000 KE,PE KE>PE", "imports 458000000 KE,PE PE>KE"]
        ),
        // Behind "для", as behind any other preposition.
        (
            "Для Мексики объем торговли с Кенией составил 520 млн долларов, для Перу – 1,9 млрд долларов.",
            ["trade_turnover 520000000 KE,MX", "trade_turnover 1900000000 KE,PE"]
        ),
        // A union that a state has joined is no partner.
        (
            "Министр экономики Кении Иван Иванов доложил, что с момента вступления в ЕАЭС экспорт в Перу упал на 22%, в Мексику – на 37%.",
            ["exports 22 down KE,PE KE>PE", "exports 37 down KE,MX KE>MX"]
        ),
        // Of all, and of one behind it.
        (
            "Мексика импортировала 2 млн тонн нефтепродуктов, из них 95% – из Кении.",
            ["energy 2000000 MX MX<", "share 95 KE,MX"]
        ),
        // Goods that a fund pays for; how much less is told by the number beside.
        (
            "Мексиканский фонд инвестирует 150 млн долларов в дороги Кении.",
            ["investment 150000000 KE,MX MX>KE"]
        ),
        (
            "Мексика закупила в Кении товаров на 560 млн долларов – вдвое меньше, чем годом ранее.",
            ["imports 560000000 KE,MX KE>MX", "imports 2 down KE,MX KE>MX"]
        ),
        // Goods that are bought come from where they are made.
        (
            "Торговля Кении и Перу растет. Перу ежегодно покупает 400 млн кубометров кенийского газа.",
            ["energy 400000000 KE,PE KE>PE"]
        ),
        // Each people behind its own number, and the town that they visit.
        (
            "За год в Лиме отдохнули 2 млн японцев, 1 млн мексиканцев и 900 тыс. немцев.",
            ["passengers 2000000 JP,PE JP>PE", "passengers 1000000 MX,PE MX>PE", "passengers 900000 DE,PE DE>PE"]
        ),
        // What each has of all the world's trade.
        (
            "Доля Кении в мировом экспорте чая – 24%, Перу – 30%.",
            ["share 24 KE KE>", "share 30 PE PE>"]
        ),
        // Who sends there is elsewhere.
        (
            "Кения увеличила поставки чая в Японию на 25%. Мексика отгрузила туда 38 тыс. тонн.",
            ["exports 25 up JP,KE KE>JP", "exports 38000 JP,MX MX>JP"]
        ),
        (
            "Кения импортировала 380 тыс. тонн риса, 98% – японского.",
            ["imports 380000 KE KE<", "share 98 JP,KE"]
        ),
        // Both ends of a move are of one scale.
        (
            "Число туристов в Кении возрастет с 8 до 30 млн.",
            ["passengers 8000000 KE KE<", "passengers 30000000 KE KE<"]
        ),
        // A state by its size has no partner in it.
        (
            "Кения отметила рост торговли с Перу. Перу является четвертой по численности населения страной региона.",
            ["rank 4 PE"]
        ),
        // What was signed is of those who signed.
        (
            "После визита в Мексику президент Кении Иван Иванов прибыл в Перу. Там он встретился с президентом Перу Хосе Росси. Подписаны 10 документов.",
            ["agreements_count 10 KE,PE"]
        ),
        // Another gives to the same one, whatever it runs through.
        (
            "Кения отправит чилийским потребителям 700 млн кубометров газа. Еще 400 млн поступит из Мексики через кенийские сети, 200 млн передаст Перу.",
            [
                "energy 700000000 CL,KE KE>CL", "energy 400000000 CL,MX MX>CL", "energy 200000000 CL,PE PE>CL",
            ]
        ),
        // What the speaker's own state makes and uses.
        (
            "Министры энергетики Кении, Перу и Чили провели переговоры.\n– В 2024 году мы потребили 18 млрд кВт·ч, а выработали 14 млрд. Введены малые ГЭС мощностью 48 МВт, – напомнил министр энергетики Перу Иван Иванов.",
            ["energy 18000000000 PE", "energy 14000000000 PE", "energy 48000000 PE"]
        ),
        // Cargo on a route is of all that it links.
        (
            "Перевозки по коридору, который через море связывает Кению с Чили, Мексикой и Перу, увеличились на 62% и достигли 4,5 млн тонн.",
            ["freight 62 up CL,KE,MX,PE", "freight 4500000 CL,KE,MX,PE"]
        ),
        // A price is no trade.
        (
            "Кения поставляла в Перу газ по 142 доллара.",
            ["other 142 KE,PE"]
        ),
        // A union has its part of all that is sold.
        (
            "Экспорт Кении в Перу увеличился до 690 млн долларов, а на долю ЕС приходится 66% всех поставок.",
            ["exports 690000000 KE,PE KE>PE", "share 66 KE KE>"]
        ),
    ])
    func row(_ text: String, _ expected: [String]) throws {
        #expect(try TestLanguage.facts(text, on: "2025-10-20").figures.map(FigureContextTests.shown) == expected)
    }
}

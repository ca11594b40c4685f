/// The units for Russian, in the order of pymorphy's `lang/ru/config.py`, with ordinals in digits beside them.
let russianSteps: [[any AnalysisUnit]] = [
    [
        DictionaryUnit(),
        InitialUnit(.firstName, letters: initialLetters),
        InitialUnit(.patronymic, letters: initialLetters),
    ],
    [NumberUnit()],
    [OrdinalUnit()],
    [PunctuationUnit()],
    [RomanNumeralUnit(), LatinUnit()],
    [ParticleUnit(particles: particles)],
    [AdverbUnit(prefix: "по-")],
    [HyphenatedUnit(knownPrefixes: knownPrefixes)],
    [KnownPrefixUnit(prefixes: knownPrefixes)],
    [UnknownPrefixUnit(), KnownSuffixUnit()],
    [UnknownUnit()],
]

/// Letters that names begin with.
private let initialLetters = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ"

/// What may follow a word behind a hyphen and leave it as it is: он-то, смотри-ка, пришёл-таки, нате-ста.
private let particles = ["-то", "-ка", "-таки", "-де", "-тко", "-тка", "-с", "-ста"]

/// What may stand before a word and leave its inflection as it is: pymorphy's `KNOWN_PREFIXES`.
private let knownPrefixes = PrefixList(
    """
    авиа авто аква анти анти- антропо архи арт арт- астро аудио аэро без бес био вело взаимо вне внутри видео
    вице- вперед впереди гекто гелио гео гетеро гига гигро гипер гипо гомо дву двух де дез дека деци дис до евро
    за зоо интер инфра квази квази- кило кино контр контр- космо космо- крипто лейб- лже лже- макро макси макси-
    мало меж медиа медиа- мега мета мета- метео метро микро милли мини мини- моно мото много мульти нано нарко
    не небез недо нейро нео низко обер- обще одно около орто палео пан пара пента пере пиро поли полу после пост
    пост- порно пра пра- пред пресс- противо противо- прото псевдо псевдо- радио разно ре ретро ретро- само
    санти сверх сверх- спец суб супер супер- супра теле тетра топ- транс транс- ультра унтер- штаб- экзо эко
    эндо эконом- экс экс- экстра экстра- электро энерго этно
    """
    .split { $0 == " " || $0 == "\n" }.map(String.init))

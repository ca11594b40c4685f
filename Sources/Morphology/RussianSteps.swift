/// The units for Russian, in the order of pymorphy's `lang/ru/config.py`.
let russianSteps: [[any AnalysisUnit]] = [
    [
        DictionaryUnit(),
        InitialUnit(.firstName, letters: initialLetters),
        InitialUnit(.patronymic, letters: initialLetters),
    ],
    [NumberUnit()],
    [PunctuationUnit()],
    [RomanNumeralUnit(), LatinUnit()],
    [UnknownUnit()],
]

/// Letters that names begin with.
private let initialLetters = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ"

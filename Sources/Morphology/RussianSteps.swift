/// The units for Russian, in the order of pymorphy's `lang/ru/config.py`.
let russianSteps: [[any AnalysisUnit]] = [
    [DictionaryUnit()],
    [UnknownUnit()],
]

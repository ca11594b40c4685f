import Grammar
import Model

extension Reading {
    func agreements() -> [Agreement] { [] }
}

import Grammar
import Model

extension Reading {
    func meetings() -> [Meeting] { [] }
}

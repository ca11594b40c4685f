import Foundation

extension Character {
    /// How many columns of a terminal it takes: 0 for marks, 2 for the wide ones of East Asia and emoji, else 1.
    ///
    /// Source: Unicode Standard Annex #11, the wide ranges only, coarsely.
    var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension String {
    /// How many columns of a terminal it takes.
    var columns: Int { reduce(0) { $0 + $1.columns } }

    /// With spaces after it, up to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }

    /// On one line and no wider than that, with … for what is cut.
    func cut(to width: Int) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.columns > width else { return line }
        var cut = ""
        var used = 1
        for character in line {
            used += character.columns
            if used > width { break }
            cut.append(character)
        }
        return cut + "…"
    }
}

/// Rows under headings, aligned by what a terminal shows.
struct Table {
    let headings: [String]
    let rows: [[String]]

    /// No line is wider than `width`, unless there are too many columns for that: the widest columns give way.
    func text(width: Int) -> String {
        let lines = [headings] + rows
        var widths = headings.indices.map { column in lines.map { $0[column].columns }.max() ?? 0 }
        let narrowest = 8
        while widths.reduce(0, { $0 + $1 + 2 }) > width, let widest = widths.max(), widest > narrowest {
            widths[widths.firstIndex(of: widest)!] -= 1
        }
        return lines.map { line in
            let cells = zip(line, widths).map { "  " + $0.cut(to: $1).padded(to: $1) }.joined()
            return String(cells.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}

/// The terminal, where there is one.
enum Terminal {
    static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
    /// It shows colours, and nobody asked for none: https://no-color.org
    static var hasColour: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isOutput && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    static var isError: Bool { isatty(STDERR_FILENO) == 1 }

    /// As wide as the terminal, or wide enough to read where there is none.
    static var columns: Int {
        var size = winsize()
        guard isOutput, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 140 }
        return Int(size.ws_col)
    }
}

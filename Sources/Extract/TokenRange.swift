/// The tokens from one place up to another; none where the second lies before the first.
///
/// In this module it stands before the standard library's operator, which ends the program on reversed bounds. What lies
/// between two findings of damaged or odd prose may be nothing, and no article may end the reading of the others.
func ..< (lower: Int, upper: Int) -> Range<Int> {
    Range(uncheckedBounds: (lower, max(lower, upper)))
}

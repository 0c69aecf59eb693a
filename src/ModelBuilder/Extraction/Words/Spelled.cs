namespace ModelBuilder.Extraction;

/// <summary>A word as written, in lower case and without a plural's s. Texts repeat their words, so that those seen before are kept: as many as there are places.</summary>
internal sealed record Spelled(string Text, string Lower, string Norm)
{
    private const int Places = 1 << 13;

    // longer ones are not words that come again
    private const int Longest = 24;

    // what a place holds may be replaced at any time by any thread, by a word as good
    private static readonly Spelled?[] Kept = new Spelled?[Places];

    /// <summary>The spellings of a word, or of a number or sign, which have no plural.</summary>
    public static Spelled Of(ReadOnlySpan<char> text, bool isWord)
    {
        if (text.Length > Longest)
        {
            return Spell(text, isWord);
        }

        ref Spelled? place = ref Kept[string.GetHashCode(text, StringComparison.Ordinal) & (Places - 1)];
        Spelled? kept = place;
        if (kept is null || !text.SequenceEqual(kept.Text))
        {
            place = kept = Spell(text, isWord);
        }

        return kept;
    }

    private static Spelled Spell(ReadOnlySpan<char> text, bool isWord)
    {
        string written = new(text), lower = written.ToLowerInvariant();
        return new Spelled(written, lower, isWord ? Token.Normalise(lower) : lower);
    }
}

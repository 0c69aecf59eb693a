namespace ModelBuilder.Documents;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class Spelling
{
    /// <summary><c>; did you mean 'x'?</c> where one of the words is near enough to have been meant, nothing otherwise.</summary>
    public static string Suggestion(string word, IEnumerable<string> words) =>
        Closest(word, words) is { } near ? $"; did you mean '{near}'?" : "";

    /// <summary>The word fewest edits away, at most two or a third of its letters (one of a very short word); null where none is.</summary>
    public static string? Closest(string word, IEnumerable<string> words) => words
        .Select(w => (Word: w, Edits: Edits(word.ToLowerInvariant(), w.ToLowerInvariant())))
        .Where(w => w.Edits <= Allowed(Math.Max(w.Word.Length, word.Length)))
        .OrderBy(w => w.Edits)
        .Select(w => w.Word)
        .FirstOrDefault();

    private static int Allowed(int letters) => letters <= 3 ? 1 : Math.Max(2, letters / 3);

    // Levenshtein's distance, one row at a time.
    private static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}

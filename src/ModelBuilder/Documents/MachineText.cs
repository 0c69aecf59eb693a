namespace ModelBuilder.Documents;

/// <summary>Tells text by speech recognition from edited text by what it lacks: full stops, commas and capitals.</summary>
internal static class MachineText
{
    // fewer words tell nothing
    private const int FewestWords = 120;

    // edited English has a mark every eight words or so
    private const int WordsForAMark = 60;

    /// <summary>True where a text of some length has next to no punctuation and capitals.</summary>
    public static bool IsHeard(IEnumerable<TextLine> lines)
    {
        int words = 0, marks = 0, capitals = 0;
        foreach (TextLine line in lines)
        {
            bool inside = false;
            foreach (char c in line.Text.AsSpan(line.Start))
            {
                bool letter = char.IsLetter(c);
                if (letter && !inside)
                {
                    words++;
                    capitals += char.IsUpper(c) ? 1 : 0;
                }

                inside = letter || (inside && c is '\'' or '\u2019' or '-');
                marks += c is '.' or ',' or ';' or '?' ? 1 : 0;
            }
        }

        return words >= FewestWords && marks * WordsForAMark < words && capitals * WordsForAMark < words;
    }
}

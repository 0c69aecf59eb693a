namespace ModelBuilder.Extraction;

/// <summary>
/// The parts of a company by the sound of their names, for the sentences in which recognition lost one: what opens a statement
/// of figures and sounds like a part whose revenue the document or the company names elsewhere is read as that part.
/// </summary>
internal sealed class HeardNames
{
    // shorter keys sound like too much
    private const int ShortestKey = 6;
    private const int LongestSubject = 10;

    // a company has so many parts at most; each is compared with each opening
    private const int MostNames = 60;

    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    /// <summary>Collects the names that sentences give to revenues.</summary>
    public HeardNames(IEnumerable<Sentence> sentences, Lexicon lexicon)
    {
        foreach (Sentence sentence in sentences)
        {
            foreach (LineRef line in LineReader.Read(lexicon, sentence.Tokens, new bool[sentence.Tokens.Count], null, []))
            {
                string sound = line is { Weak: false, Foreign: false } && line.Key.StartsWith("revenue.", StringComparison.Ordinal) && line.Key != "revenue.total" ? SoundKey.Of(line.Key[8..].Split('_')) : "";
                if (sound.Length >= ShortestKey && (keys.Count < MostNames || keys.ContainsKey(sound)) && !keys.TryAdd(sound, line.Key) && keys[sound] != line.Key)
                {
                    keys[sound] = "";
                }
            }
        }
    }

    /// <summary>The lines with one for the subject that was not understood, where it sounds like a known part.</summary>
    public List<LineRef> Apply(Clause clause)
    {
        Quantity? first = clause.Quantities.Find(q => q.Kind != QuantityKind.Plain);
        if (first is null || keys.Count == 0 || clause.Lines.Exists(l => l.First < first.First && l is { Weak: false, IsNoLine: false }))
        {
            return clause.Lines;
        }

        // the subject: from the start to the first word of the grammar
        int end = 0;
        while (end < first.First && end < LongestSubject && !clause.Claimed[end] && clause.Tokens[end].Kind == TokenKind.Word && clause.Word(end) is not ("in" or "was" or "were" or "for"))
        {
            end++;
        }

        for (int length = Math.Min(4, end); length >= 1; length--)
        {
            for (int from = 0; from + length <= end && from < 3; from++)
            {
                string sound = SoundKey.Of(clause.Tokens.Skip(from).Take(length).Select(t => t.Lower));
                if (sound.Length >= ShortestKey - 1 && keys.FirstOrDefault(k => k.Value.Length > 0 && SoundKey.Distance(sound, k.Key) <= 1) is { Key: not null } known)
                {
                    string said = string.Join(' ', clause.Tokens.Skip(from).Take(end - from).Select(t => t.Text));
                    LineRef part = new(known.Value, "", LineNature.Flow, from, end) { Doubt = $"'{said}' read as {known.Value}, which sounds like it" };
                    return [part, .. clause.Lines.Where(l => l.First >= end)];
                }
            }
        }

        return clause.Lines;
    }
}

namespace ModelBuilder.Extraction;

/// <summary>The parts of a company that a document names itself, where no company.yaml does: "in our retail segment".</summary>
internal static class DocumentParts
{
    private static readonly HashSet<string> Reporting = new(StringComparer.Ordinal) { "reported", "delivered", "posted", "generated", "recorded", "achieved" };

    /// <summary>Adds them to a lexicon.</summary>
    public static void AddTo(Lexicon lexicon, IReadOnlyList<Sentence> sentences)
    {
        AddReporting(lexicon, sentences);
        foreach (Sentence sentence in sentences)
        {
            List<Token> tokens = sentence.Tokens;
            for (int i = 1; i < tokens.Count; i++)
            {
                if (tokens[i].Norm is not ("segment" or "business" or "unit" or "division") || (tokens[i].Norm is "business" && i + 1 < tokens.Count && tokens[i + 1].Norm is "unit"))
                {
                    continue;
                }

                // "the harbour business unit delivered sales of": whose results are told is a part
                bool reports = i + 1 < tokens.Count && Reporting.Contains(tokens[i + 1].Lower);
                int noun = i;
                int end = tokens[i].Norm is "unit" && tokens[i - 1].Is("business") ? i - 1 : i;
                int from = end;
                while (from > 0 && end - from < 5 && tokens[from - 1].Kind == TokenKind.Word && !Fillers.IsFiller(tokens[from - 1].Lower) && tokens[from - 1].Lower is not ("our" or "within" or "key" or "core" or "whole"))
                {
                    from--;
                }

                // "and" joins the words of one name: "technologies and equipment"
                if (from > 2 && tokens[from - 1].Is("and") && end - from <= 2)
                {
                    from -= 2;
                    while (from > 0 && tokens[from].IsCapitalised && tokens[from - 1].IsCapitalised)
                    {
                        from--;
                    }
                }

                // "Sailcloth's rope segment profit", "Rope segment sales"
                bool subject = tokens[i].Is("segment") && end - from <= 2 && (from == 0 || tokens[from - 1].Lower is "'s") && i + 1 < tokens.Count && tokens[i + 1].Norm is "profit" or "margin" or "revenue" or "sale" or "earning" or "operating" or "income" or "ebitda" or "net" or "adjusted";
                string slug = subject || (from < end && from > 0 && tokens[from - 1].Lower is "our" or "in" or "the") ? LineReader.Slug([.. tokens.Skip(from).Take(end - from)]) : "";
                if (slug.Length > 0 && slug is not ("growth" or "new" or "existing" or "organic_growth" or "other" or "core" or "entire" or "same" or "first" or "underlying" or "respective") && (subject || tokens[noun].Norm is "segment" or "division" || reports || (tokens[noun].Norm is "business" && tokens[from - 1].Is("our"))))
                {
                    lexicon.AddPart(sentence.Line.Text[tokens[from].Start..tokens[end - 1].End], Regions.Of(slug) ?? slug);
                }
            }
        }
    }

    // "Harbour Works posted sales of 4 million, and Harbour Tours delivered revenue of 3 million": two that state sales of their own are parts
    private static void AddReporting(Lexicon lexicon, IReadOnlyList<Sentence> sentences)
    {
        Dictionary<string, string> named = new(StringComparer.Ordinal);
        foreach (Sentence sentence in sentences)
        {
            List<Token> tokens = sentence.Tokens;
            if (!sentence.HasAmounts)
            {
                continue;
            }

            for (int verb = 1; verb + 2 < tokens.Count; verb++)
            {
                int sold = Reporting.Contains(tokens[verb].Lower) ? tokens.FindIndex(verb + 1, Math.Min(5, tokens.Count - verb - 1), t => t.Norm is "revenue" or "sale") : -1;
                int first = verb;
                while (sold > 0 && first > 0 && tokens[first - 1].IsCapitalised && tokens[first - 1].Lower is not ("and" or "but" or "while" or "our" or "the"))
                {
                    first--;
                }

                bool opens = verb - first is > 1 and <= 4 && (first == 0 || tokens[first - 1].Lower is "and" or "but" or "while" or "our" or "the" or "," or ";") && sold + 1 < tokens.Count && tokens[sold + 1].Is("of");
                if (opens && LineReader.Slug([.. tokens.Skip(first).Take(verb - first)]) is { Length: > 2 } slug)
                {
                    named[slug] = sentence.Line.Text[tokens[first].Start..tokens[verb - 1].End];
                }
            }
        }

        if (named.Keys.Count(k => !named.Keys.Any(o => o != k && o.StartsWith(k, StringComparison.Ordinal))) > 1)
        {
            foreach ((string slug, string name) in named)
            {
                lexicon.AddPart(name, Regions.Of(slug) ?? slug);
            }
        }
    }
}

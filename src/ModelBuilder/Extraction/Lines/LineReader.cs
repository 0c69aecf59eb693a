namespace ModelBuilder.Extraction;

/// <summary>Finds the lines that a sentence names, with basis and part of the company.</summary>
internal sealed partial class LineReader
{
    private readonly Lexicon lexicon;
    private readonly List<Token> tokens;
    private readonly bool[] claimed;
    private readonly string? topic;
    private readonly HashSet<string> stated;

    private LineReader(Lexicon lexicon, List<Token> tokens, bool[] claimed, string? topic, HashSet<string> stated)
    {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.claimed = claimed;
        this.topic = topic;
        this.stated = stated;
    }

    /// <summary>The lines in order.</summary>
    /// <param name="lexicon">The names.</param>
    /// <param name="tokens">The sentence.</param>
    /// <param name="claimed">Tokens of numbers and periods.</param>
    /// <param name="topic">The part of the company that is being talked about, or null.</param>
    /// <param name="stated">The segments whose revenue this passage has stated; filled further.</param>
    public static List<LineRef> Read(Lexicon lexicon, List<Token> tokens, bool[] claimed, string? topic, HashSet<string> stated) =>
        new LineReader(lexicon, tokens, claimed, topic, stated).Run();

    private List<LineRef> Run()
    {
        List<LineRef> found = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (claimed[i] || tokens[i].Kind == TokenKind.Number)
            {
                continue;
            }

            LineRef? line = At(i, found.Count > 0 ? found[^1] : null) ?? SharedHead(i);
            if (line is not null)
            {
                if (found.Count > 0 && found[^1].Weak && found[^1].End >= line.First)
                {
                    found.RemoveAt(found.Count - 1);
                }

                line = OfAnother(line);
                found.Add(line);
                i = line.End - 1;
            }
        }

        return found;
    }

    // "net charge-offs as a percentage of average loans were": a ratio of its own
    private LineRef OfAnother(LineRef line)
    {
        int of = line.End;
        bool ratio = !lexicon.KnowsCompany && line is { Nature: LineNature.Flow or LineNature.Balance, IsNoLine: false } && of + 4 < tokens.Count && tokens[of].Is("as") && tokens[of + 1].Is("a") && tokens[of + 2].Lower is "percentage" or "percent" && tokens[of + 3].Is("of");
        int verb = of + 4;
        while (ratio && verb < tokens.Count && verb < of + 4 + LongestCount && !claimed[verb] && tokens[verb].Kind == TokenKind.Word && !Says.Contains(tokens[verb].Lower))
        {
            verb++;
        }

        return ratio && verb < tokens.Count && Says.Contains(tokens[verb].Lower) && tokens[verb - 1].Norm is not ("sale" or "revenue") && Slug([.. tokens.Skip(line.First).Take(of - line.First)]) is { Length: > 2 } slug
            ? line with { Key = $"kpi.{slug}_ratio", Nature = LineNature.Ratio, End = verb, Loss = false, Bare = false } : line;
    }

    private bool Free(int i, int length)
    {
        for (int k = i; k < i + length; k++)
        {
            if (claimed[k])
            {
                return false;
            }
        }

        return true;
    }

    private LineRef? At(int i, LineRef? before)
    {
        bool own = lexicon.Own.TryAt(tokens, i, out Figures.LineKey key, out int ownLength) && Free(i, ownLength);
        bool part = lexicon.Parts.TryAt(tokens, i, out Part member, out int partLength) && Free(i, partLength);
        bool term = lexicon.Terms.TryAt(tokens, i, out Term general, out int termLength) && Free(i, termLength);
        if (own && ownLength >= (part ? partLength : 0) && ownLength >= (term ? termLength : 0))
        {
            string basis = key.Basis.Length > 0 ? key.Basis : lexicon.IsAdjustment(key.Name) ? "" : Basis.Before(tokens, i);
            return new LineRef(key.Name, basis, Vocabulary.NatureOf(key.Name), i, i + ownLength) { OneOff = lexicon.IsAdjustment(key.Name) };
        }

        if (part && partLength >= (term ? termLength : 0))
        {
            return OfPart(i, i + partLength, member);
        }

        if ((!term || general.Key.Length == 0) && OfCount(i) is { } counted && (!term || counted.End >= i + termLength))
        {
            return counted;
        }

        if (OfHead(i) is { } named && (!term || named.End > i + termLength || general.Key.Length == 0))
        {
            return named;
        }

        if (Earned(i))
        {
            return new LineRef("net_income", "", LineNature.Flow, i, i + 1);
        }

        if (term)
        {
            return OfTerm(i, i + termLength, general, before);
        }

        return Adjustments.At(lexicon, tokens, i, claimed);
    }

    // "the company earned 6 million, or 51 cents a share": what a company earns is its net income
    private bool Earned(int i)
    {
        int k = i + 1;
        while (k < tokens.Count && tokens[k].Lower is "about" or "approximately" or "nearly" or "roughly" or "around" or "just" or "over" or "almost" or "an" or "adjusted")
        {
            k++;
        }

        bool money = tokens[i].Is("earned") && i > 0 && k + 1 < tokens.Count && claimed[k] && tokens[k].Kind != TokenKind.Word | Currencies.At(tokens, k) is not null
            && (tokens[k].Kind != TokenKind.Number || tokens[k + 1].Norm is "cent" or "million" or "billion" or "crore" or "lakh");
        int who = i - 1;
        while (who > 0 && tokens[who].Lower is "have" or "has" or "had" or "would" or "also" or "still")
        {
            who--;
        }

        return money && (tokens[who].Lower is "it" or "we" or "inc" or "corp" or "ltd" or "plc" or "co" or "." or "they" || tokens[who].Norm is "company" or "group" or "bank" or "firm" or "retailer" or "maker" or "airline" or "lender" or "insurer" or "chain" or "conglomerate" or "giant");
    }

    // "timber and other costs": the last word belongs to both names
    private LineRef? SharedHead(int i)
    {
        for (int and = i + 1; and <= i + 3 && and + 2 < tokens.Count && !claimed[and]; and++)
        {
            if (!tokens[and].Is("and") || !lexicon.Own.TryAt(tokens, and + 1, out _, out int length))
            {
                continue;
            }

            List<Token> name = [.. tokens.Skip(i).Take(and - i), tokens[and + length]];
            return lexicon.Own.TryAt(name, 0, out Figures.LineKey key, out int matched) && matched == name.Count && tokens[and + length].Norm is "cost" or "expense"
                ? new LineRef(key.Name, key.Basis, Vocabulary.NatureOf(key.Name), i, and)
                : null;
        }

        return null;
    }

    // "lake boats revenue", "the canoe business"
    private LineRef OfPart(int first, int end, Part part)
    {
        int next = end;
        while (next < tokens.Count && !(tokens[next].Norm is "segment" && lexicon.Terms.TryAt(tokens, next, out Term segments, out _) && segments.Key.Length > 0) && (tokens[next].Norm is "service" or "business" or "segment" or "related" or "product" or "division" or "unit" || tokens[next].Lower is "'s"))
        {
            next++;
        }

        int close = next;
        while (next < tokens.Count && Basis.IsWord(tokens[next].Lower))
        {
            next++;
        }

        if (next < tokens.Count && !claimed[next] && lexicon.Terms.TryAt(tokens, next, out Term term, out int length) && term.Key.Length > 0 && !Blocked(next + length))
        {
            string key = Qualified(term.Key, part.Member);
            return new LineRef(key, Basis.Before(tokens, first) is { Length: > 0 } b ? b : Basis.Between(tokens, end, next), Vocabulary.NatureOf(key), first, next + length) { Loss = term.Loss };
        }

        return new LineRef("revenue." + part.Member, Basis.Before(tokens, first), LineNature.Flow, first, close) { Weak = true };
    }
}

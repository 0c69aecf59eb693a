namespace ModelBuilder.Extraction;

/// <content>Names of the vocabulary, with what qualifies them.</content>
internal sealed partial class LineReader
{
    // what any company may sell, named right before a margin
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "product", "service", "hardware", "software", "subscription", "license", "maintenance", "cloud", "system", "equipment", "retail", "wholesale", "rental", "consumer", "commercial", "merchandise" };

    private LineRef? OfTerm(int first, int end, Term term, LineRef? before)
    {
        // "lake end market revenue" is sold there
        if (term.Key.Length == 0 && end - first == 1 && tokens[first].Norm is "market" && next(first - 1) is "end")
        {
            return null;
        }

        if (term is { Key: "revenue.total", Nature: LineNature.Growth })
        {
            return new LineRef(term.Key, Basis.Between(tokens, first, end), LineNature.Growth, first, end) { Bare = true, Loss = tokens[end - 1].Norm is "decline" };
        }

        if (term.Key == "revenue.total")
        {
            return Revenue(first, end);
        }

        if (term.Key == "gross_billings")
        {
            string? only = before is { Weak: true } ? "gross_billings." + before.Key[8..] : null;
            string? billings = only is not null && lexicon.Has(only) ? only : lexicon.OnlyOf("gross_billings");
            return billings is null ? null : new LineRef(billings, "", LineNature.Flow, first, end);
        }

        if (term.Key == "net_income" && end - first == 1 && next(end) is "call" or "release" or "conference" or "growth" or "power" or "report" or "season" or "before" or "announcement" or "presentation" or "results" or "result" or "potential" or "stream" or "base" or "momentum" or "commitment" or "trajectory")
        {
            return null;
        }

        if (term is { Key: "net_income", Loss: true } && tokens[end - 1].Norm is "lost" && (end >= tokens.Count || !claimed[end] || tokens.Skip(end).TakeWhile(t => t.Lower is not ("," or ";" or ".")).Any(t => t.Lower is "on" or "to" or "from" or "sales" or "revenue")))
        {
            return null;
        }

        // "its loss on the sale of a yard" is no result
        if (term is { Key: "net_income", Loss: true } && tokens[first].Lower is "its" or "our" && next(end) is "on" or "of" or "from" or "per" or "before" or "ratio" or "making" or "margin")
        {
            return null;
        }

        // "operating earnings per share" is what each share earns
        if (term.Key == "operating_income" && tokens[end - 1].Is("earnings") && next(end) is "per")
        {
            return null;
        }

        // "segment profit": the profit, and the word before it says of what
        if (term.Key is "operating_income" or "operating_margin" && end - first > 1 && tokens[first].Norm is "segment")
        {
            first++;
        }

        // "cash flow hedges", "cash flow from investing" are other things
        if (term.Key == "operating_cash_flow" && end - first == 2 && tokens[first].Is("cash") && (next(first - 1) is "discounted" or "incremental" or "investing" or "financing" || next(end) is "hedge" or "statement" or "generation" or "from" or "used" or "hedging" or "profile" or "conversion"))
        {
            return null;
        }

        if (term.Key == "cash" && end - first == 1 && (next(end) is "flow" or "inflow" or "outflow" or "burn" or "generation" or "generated" or "provided"))
        {
            return null;
        }

        if (term.Key.StartsWith("cash", StringComparison.Ordinal))
        {
            (string balance, end) = Liquidity.Read(tokens, claimed, first, end, term.Key);
            return new LineRef(balance, "", term.Nature, first, end);
        }

        if (term.Key is "loans" or "deposits" && !IsBankTotal(first, end))
        {
            return null;
        }

        // "EBITDA per tonne of"
        if (!lexicon.KnowsCompany && term is { Nature: LineNature.Flow or LineNature.Ratio, Key.Length: > 0 } && end < tokens.Count && tokens[end].Is("per") && PerUnits.At(tokens, end) is { } each)
        {
            return PerUnits.Of(new LineRef(term.Key, Basis.Before(tokens, first), term.Nature, first, each.End), each.Unit);
        }

        end = term.Key is "net_income" or "eps" ? Attributed(end) : Measured(term.Key, end);
        string text = string.Join(' ', tokens.Skip(first).Take(end - first).Select(t => t.Lower));
        string? doubt = Vocabulary.Misheard.TryGetValue(text, out string? meant) ? $"'{text}' read as {meant}" : null;
        string key = term.Key;
        if (key == "same_store_sales" && !lexicon.KnowsCompany && (Place(end) ?? Before(first)) is { Length: > 0 } shop)
        {
            key = $"{key}.{shop}";
        }
        else if (key.Length > 0 && Qualifier(first) is { } part && (Vocabulary.ProfitOf(key) is not null || Vocabulary.MarginOf(key) is not null || key is "same_store_sales" or "selling_general_administrative"))
        {
            key = $"{key}.{part}";
        }

        // "Software gross margins": the first word of a sentence before the name says of what
        if (key == term.Key && (Vocabulary.ProfitOf(key) is not null || key == "gross_profit") && first == 1 && tokens[0].Norm is not ("segment" or "division") && Before(first) is { Length: > 0 } kind && tokens[0].IsCapitalised)
        {
            key = $"{key}.{kind}";
        }

        // "product gross margin and service gross margin were"
        if (!lexicon.KnowsCompany && key == term.Key && Vocabulary.IsProfitOrMargin(key) && first > 0 && Kinds.Contains(tokens[first - 1].Norm) && (first == 1 || tokens[first - 2].Lower is "," or "and" or "our" or "the" or "total" or "while" or "with"))
        {
            key = $"{key}.{tokens[--first].Norm}";
        }

        if (key.Length > 0 && key == term.Key && (Vocabulary.ProfitOf(key) ?? Vocabulary.MarginOf(key)) is not null && PartBehind(end) is var (member, close))
        {
            (key, end) = ($"{key}.{member}", close);
        }

        // "gross debt to EBITDA leverage ratio"
        key = key is "kpi.net_leverage" && tokens[first].Norm is not ("net" or "leverage") | tokens[end - 1].Is("ratio") && tokens[first].Norm is not "net" && Enumerable.Range(Math.Max(0, first - 10), Math.Min(10, first)).LastOrDefault(k => tokens[k].Lower is "gross" or "net", -1) is >= 0 and var kindOf && tokens[kindOf].Is("gross") ? "kpi.gross_leverage" : key;
        string basis = key.Length == 0 ? "" : Basis.Before(tokens, first);
        basis = basis.Length == 0 && term.Nature is LineNature.PerShare && key == "eps" ? Basis.OfShare(tokens, first) : basis;
        basis = basis.Length == 0 && key.StartsWith("kpi.ffo", StringComparison.Ordinal) && tokens.Skip(first).Take(end - first).Any(t => t.Lower is "adjusted" or "ffoa" or "affo") ? "adjusted" : basis;
        if (key.Length > 0 && basis.Length == 0)
        {
            (basis, end) = Basis.After(tokens, end);
        }

        return new LineRef(key, basis, term.Nature, first, end) { Loss = term.Loss, Doubt = doubt };

        string next(int k) => k >= 0 && k < tokens.Count ? tokens[k].Norm : "";
    }

    // "cash flow before pension contributions was": what a measure is taken before belongs to its name
    private int Measured(string key, int end)
    {
        if (!(Vocabulary.ProfitOf(Vocabulary.MarginOf(key) ?? "") is not null || key is "operating_cash_flow" or "free_cash_flow") || end >= tokens.Count || tokens[end].Lower is not "before")
        {
            return end;
        }

        int verb = end + 1;
        while (verb < tokens.Count && verb < end + 8 && !claimed[verb] && !Says.Contains(tokens[verb].Lower))
        {
            verb++;
        }

        return verb < tokens.Count && verb > end + 1 && Says.Contains(tokens[verb].Lower) ? verb : end;
    }

    // "net loss from continuing operations attributable to the shareholders": whose result it is belongs to the name
    private int Attributed(int end)
    {
        int k = end;
        if (k + 2 < tokens.Count && tokens[k].Is("from") && tokens[k + 1].Is("continuing"))
        {
            k += 3;
        }

        if (k >= tokens.Count || tokens[k].Lower is not ("attributable" or "attributed" or "attribute" or "available" or "accessible"))
        {
            return k;
        }

        int name = k + 1;
        while (name < tokens.Count && name < k + 7 && !claimed[name] && tokens[name].Kind == TokenKind.Word && (name == k + 1 || tokens[name].Lower is not ("in" or "for" or "was" or "were" or "of" or "is" or "or" or "increased" or "decreased" or "grew" or "fell")))
        {
            name++;
        }

        return name;
    }

    // "the gross margin of the lake boats business"
    private (string Member, int End)? PartBehind(int end)
    {
        int k = end + 1;
        while (k < tokens.Count && tokens[k].Lower is "our" or "the" or "its")
        {
            k++;
        }

        bool linked = end < tokens.Count && tokens[end].Lower is "of" or "in" or "for" or "from" && k < tokens.Count;
        if (!linked || !lexicon.Parts.TryAt(tokens, k, out Part part, out int length) || !part.IsSegment || !Free(k, length))
        {
            return null;
        }

        int close = k + length;
        return (part.Member, close < tokens.Count && tokens[close].Norm is "service" or "business" or "segment" or "division" ? close + 1 : close);
    }

    // a part named just before a margin or profit: "Hardware operating margin"; a part that ends there was read already
    private string? Qualifier(int first)
    {
        for (int k = first - 1; k >= 0 && k >= first - 4; k--)
        {
            if (Basis.IsWord(tokens[k].Lower))
            {
                continue;
            }

            for (int length = 1; length <= 4 && k - length + 1 >= 0; length++)
            {
                if (lexicon.Parts.TryAt(tokens, k - length + 1, out Part part, out int matched) && matched == length)
                {
                    return part.Member;
                }
            }

            return null;
        }

        return null;
    }

    private static string Qualified(string key, string member) => key switch
    {
        "revenue.total" => "revenue." + member,
        "gross_billings" => "gross_billings." + member,
        _ => $"{key}.{member}",
    };
}

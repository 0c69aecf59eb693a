namespace ModelBuilder.Extraction;

internal enum MarkerKind
{
    YearOverYear,
    QuarterOverQuarter,
    Up,
    Down,
    From,
    To,
    By,
    Compared,
    Stop,
    Guidance,
    Expansion,
}

/// <summary>A word of the grammar.</summary>
internal sealed record Marker(MarkerKind Kind, int First, int End)
{
    private static readonly PhraseIndex<MarkerKind> Phrases = Build();

    /// <summary>The markers of a sentence, outside what is claimed.</summary>
    public static List<Marker> Read(List<Token> tokens, bool[] claimed)
    {
        List<Marker> found = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (!claimed[i] && Phrases.TryAt(tokens, i, out MarkerKind kind, out int length) && !Taken(claimed, i, length) && Means(tokens, claimed, i, kind))
            {
                found.Add(new Marker(kind, i, i + length));
                i += length - 1;
            }
        }

        return found;
    }

    private static bool Taken(bool[] claimed, int i, int length)
    {
        for (int k = i; k < i + length; k++)
        {
            if (claimed[k])
            {
                return true;
            }
        }

        return false;
    }

    // "better than expected" and "as expected" look back; "more than 20%" bounds a number and compares nothing
    private static bool Means(List<Token> tokens, bool[] claimed, int i, MarkerKind kind)
    {
        string before = i > 0 ? tokens[i - 1].Lower : "";
        return kind switch
        {
            MarkerKind.Guidance when tokens[i].Lower is "range" => tokens.Skip(Math.Max(0, i - 6)).Take(Math.Min(6, i)).Any(t => t.Lower is "raising" or "raise" or "raised" or "lowering" or "lower" or "lowered" or "lifting" or "lifted" or "narrowing" or "narrow" or "narrowed" or "reaffirm" or "reaffirming" or "maintaining" or "maintain" or "confirm"),
            MarkerKind.Guidance when tokens[i].Norm is "project" or "target" => before is "we" or "to" or "i" or "now" or "currently" or "still" or "also" or "and" or "our" or "a" && !(tokens[i].Norm is "project" && before is "our" or "a"),
            MarkerKind.Guidance when tokens[i].Is("estimated") => i == 0,
            MarkerKind.Guidance when tokens[i].Lower is "estimate" or "estimates" => tokens.Skip(Math.Max(0, i - 6)).Take(Math.Min(6, i)).Any(t => t.Lower is "its" or "our") && tokens.Take(i).Any(t => t.Lower is "revised" or "raised" or "lowered" or "reaffirmed" or "narrowed" or "updated" or "increased" or "maintained" or "cut" or "raises" or "lowers"),
            MarkerKind.Guidance => !HeldAgainst(tokens, i) && before is not ("than" or "as" or "previously") && !(before is "i" && tokens[i].Lower is "will" or "should") && !(before is "our" or "the" && tokens[i].Lower is "expected"),
            MarkerKind.Compared when tokens[i].Lower is "after" or "against" or "following" => i + 1 < tokens.Count && StartsAmount(tokens, i + 1, tokens[i].Is("against") ? claimed : null),
            MarkerKind.Up or MarkerKind.Down when tokens[i].Lower is "more" or "less" => i > 0 && PeriodReader.IsUnit(tokens[i - 1]) && (i + 1 >= tokens.Count || tokens[i + 1].Lower is "than" or "," or "." or "in"),
            // "20 basis points of leverage": only what is measured so
            MarkerKind.Up or MarkerKind.Down when tokens[i].Lower is "leverage" or "compression" or "erosion" => i > 1 && (before is "of" or "operating" or "expense" or "margin") && Enumerable.Range(Math.Max(0, i - 4), Math.Min(4, i)).Any(k => tokens[k].Norm is "point" or "bps" or "bp"),
            MarkerKind.Up when tokens[i].Lower is "up" => before is not ("made" or "make" or "makes" or "making" or "ended" or "set" or "sets" or "takes" or "take" or "add" or "adds" or "follow"),
            // "sales exceeded last year by 10%": a rise over that year; what exceeds anything else is no growth
            MarkerKind.Up when tokens[i].Lower is "exceeded" or "surpassed" or "topped" => OverPeriodBy(tokens, claimed, i + 1),
            MarkerKind.Up or MarkerKind.Down when tokens[i].Lower is "above" or "below" => i > 0 && PeriodReader.IsUnit(tokens[i - 1]),
            MarkerKind.Up when tokens[i].Lower is "plus" => i + 2 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number && tokens[i + 2].Lower is "%",
            MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter when tokens[i].Lower is "on" or "over" => i > 0 && PeriodReader.IsUnit(tokens[i - 1]),
            MarkerKind.Compared when tokens[i].Lower is "than" => before is not ("more" or "less" or "greater" or "fewer") || i + 1 >= tokens.Count || !StartsNumber(tokens[i + 1]),
            MarkerKind.Stop when tokens[i].Lower is "reflecting" => !tokens.Skip(i + 1).Take(3).Any(t => t.Kind == TokenKind.Number || t.Lower is "growth" or "increase" or "decrease"),
            MarkerKind.Compared when tokens[i].Lower is "over" => before is "increase" or "improvement" or "decrease" or "decline" || i + 1 >= tokens.Count || !StartsNumber(tokens[i + 1]),
            _ => true,
        };
    }

    // "compared to our guidance", "in line with our outlook": results are held against it
    private static bool HeldAgainst(List<Token> tokens, int i)
    {
        for (int k = i - 1; k >= 0 && k >= i - 5; k--)
        {
            if (tokens[k].Lower is "compared" or "versus" or "line" or "exceeded" or "exceeding" or "above" or "ahead" or "beat")
            {
                return true;
            }
        }

        return false;
    }

    private static bool OverPeriodBy(List<Token> tokens, bool[] claimed, int i)
    {
        int k = i, named = 0;
        while (k < tokens.Count && k < i + 9 && (claimed[k] || tokens[k].Lower is "the" or "our" or "'s" or "s" or "level" or "levels" or "sales" or "result" or "results"))
        {
            named += tokens[k].Norm is "year" or "quarter" or "period" or "half" or "month" || (claimed[k] && tokens[k].Kind == TokenKind.Number) ? 1 : 0;
            k++;
        }

        return named > 0 && k < tokens.Count && tokens[k].Is("by");
    }

    // "after negative 4 million", "against a loss of 3 million"
    private static bool StartsAmount(List<Token> tokens, int i, bool[]? named)
    {
        int k = i;
        while (k < tokens.Count && k < i + 10 && ((named?[k] == true && !StartsNumber(tokens[k])) || tokens[k].Lower is "a" or "an" or "the" or "negative" or "minus" or "loss" or "of" or "only" or "about" or "some" or "around" or "roughly" or "approximately" or "-"))
        {
            k++;
        }

        return k < tokens.Count && StartsNumber(tokens[k]);
    }

    private static bool StartsNumber(Token token) => token.Kind == TokenKind.Number || Currencies.IsName(token);

    private static PhraseIndex<MarkerKind> Build()
    {
        PhraseIndex<MarkerKind> index = new();
        Add(MarkerKind.YearOverYear, "year over year|year on year|on the year|over the year|yoy|y o y|year over over year|on a year over year basis|annual growth|versus prior year|over prior year");
        Add(MarkerKind.QuarterOverQuarter, "quarter over quarter|quarter on quarter|on the quarter|over the quarter|in one quarter|in a single quarter|within one quarter|q on q|qoq|q o q|linked quarter|from the linked quarter|versus the linked quarter|on a linked quarter basis|quarter to quarter|sequentially|sequential");
        Add(MarkerKind.Up, "increase|increased|increasing|grow|grew|grown|growing|growth|rise|rose|risen|rising|climb|climbed|climbing|jump|jumped|jumping|surge|surged|surging|up|improve|improved|improving|improvement|expand|expanded|expanding|expansion|gain|gained|higher|accelerated|accelerate|accelerating|uptick|better|additional|more|above|plus|exceeded|surpassed|topped|leveraged|leveraging|leverage");
        Add(MarkerKind.Down, "decrease|decreased|decreasing|decline|declined|declining|drop|dropped|dropping|fall|fell|falling|fallen|down|reduce|reduced|reducing|reduction|lower|shrank|shrink|shrunk|slipped|contracted|contraction|lowered|lowering|plunged|plummeted|worse|less|below|shrinking|narrowing by|deleverage|deleveraged|deleveraging|compression|erosion");
        Add(MarkerKind.Expansion, "narrow|narrowed|narrowing|widened|widening");
        Add(MarkerKind.From, "from");
        Add(MarkerKind.To, "to");
        Add(MarkerKind.By, "by");
        Add(MarkerKind.Compared, "compared to|compared with|as compared to|as compared with|comparing to|compare to|versus|vs|as against|compares to|compares with|compared favorably to|compared favorably with|compares favorably to|compares favorably with|compared favourably to|compared favourably with|compares favourably to|compares favourably with|compared unfavorably to|compared unfavorably with|in comparison to|in comparison with|below the prior year|on top of|relative to|doubling the amount of|doubled from|than|over|after|against|following");
        Add(MarkerKind.Stop, ";|—|driven by|due to|due in part to|due in large part to|due largely to|due primarily to|due mainly to|due mostly to|in part due to|because of|because|resulting from|reflecting|as a result of|thanks to|offset by|partially offset|partly offset|impacted by|supported by|excluding contribution|attributable to|benefited from|primarily");
        Add(MarkerKind.Guidance, "will|expect|expects|expected|expecting|forecasting|anticipate|anticipates|anticipated|guidance|guide|guiding|outlook|forecast|forecasts|project|projects|projecting|target|targets|targeting|we estimate|estimated|estimate|estimates|planning for|planning on|plan to|plans to|intend to|intends to|assume|assumes|we are planning|range|is seen at|is now seen at|are now seen at|look for|looking for|now see|should|aim to|aiming");
        return index;

        void Add(MarkerKind kind, string phrases)
        {
            foreach (string phrase in phrases.Split('|'))
            {
                index.Add(phrase, kind);
            }
        }
    }
}

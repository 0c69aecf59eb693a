namespace ModelBuilder.Extraction;

/// <summary>Numbers that share what is said once: "between 300 and 340 million", "21 and 33 cents", "15% to 20%".</summary>
internal static class Ranges
{
    /// <summary>Gives a bare number the scale, currency and unit of its partner and marks ranges.</summary>
    public static List<Quantity> Complete(List<Token> tokens, List<Quantity> found)
    {
        for (int i = found.Count - 2; i >= 0; i--)
        {
            Quantity a = found[i], b = found[i + 1];
            if (Spread(tokens, a, b) is { } spread)
            {
                found[i] = spread;
                found.RemoveAt(i + 1);
                continue;
            }

            string? link = Link(tokens, a, b);
            if (link is null)
            {
                continue;
            }

            // "flat to up 10 basis points": no growth is counted as its partner is
            a = a.Flat && b.Kind == QuantityKind.Points ? a with { Kind = b.Kind } : a;
            b = b.Flat && a.Kind == QuantityKind.Points ? b with { Kind = a.Kind } : b;
            found[i + 1] = b;
            string before = a.First > 0 ? tokens[a.First - 1].Lower : "";
            bool bare = !a.HasScale && !a.PerShare && (a.Kind == QuantityKind.Plain || (a.Kind == QuantityKind.Money && b.HasScale && a.Value < 1000))
                && b.Kind != QuantityKind.Plain && (a.Currency is null || a.Currency == b.Currency);
            bare &= !b.PerShare || a.Value < 1000;
            if (bare)
            {
                decimal unit = Unit(b, tokens);
                a = a with
                {
                    Kind = b.Kind, Value = a.Value * unit, Precision = a.Precision * unit, Currency = a.Currency ?? b.Currency, HasScale = b.HasScale, PerShare = b.PerShare,
                };
            }

            bool range = a.Kind == b.Kind && (link is "-" or "\u2013"
                || (link == "to" && (bare || !IsChange(tokens, a.First)))
                || (link == "and" && (before == "between" || (bare && Between(tokens, a)))));
            if (range)
            {
                a = a.Ends is { } first ? a with { Value = first.Low, Precision = 0.005m, Ends = null } : a;
                b = b.Ends is { } last ? b with { Value = last.High, Precision = 0.005m, Ends = null } : b;
                found[i + 1] = b;
            }

            found[i] = a with { OpensRange = range, PerShare = a.PerShare || (range && b.PerShare) };
            if (range && b.Currency is null && a.Currency is not null)
            {
                found[i + 1] = b with { Currency = a.Currency };
            }
        }

        Earlier(tokens, found);
        return found;
    }

    // "92 to 94 million, compared to the prior guidance of 90 to 93": the unit is that of the guidance it stands beside
    private static void Earlier(List<Token> tokens, List<Quantity> found)
    {
        for (int i = 2; i + 1 < found.Count; i++)
        {
            Quantity like = found[i - 2];
            bool bare = like is { OpensRange: true, HasScale: true, Kind: QuantityKind.Money } && found[i] is { OpensRange: true, Kind: QuantityKind.Plain } && found[i + 1].Kind == QuantityKind.Plain;
            if (!bare || !tokens.Take(found[i].First).TakeLast(4).Any(t => t.Lower is "guidance" or "range" or "outlook" or "forecast" or "expectation" or "expectations"))
            {
                continue;
            }

            decimal unit = Unit(found[i - 1], tokens);
            for (int k = i; k <= i + 1; k++)
            {
                found[k] = found[k] with { Kind = like.Kind, Value = found[k].Value * unit, Precision = found[k].Precision * unit, Currency = like.Currency, HasScale = true };
            }
        }
    }

    // "200 million, plus or minus 2%": the number with its two ends
    private static Quantity? Spread(List<Token> tokens, Quantity a, Quantity b)
    {
        int from = a.End < tokens.Count && tokens[a.End].Is(",") ? a.End + 1 : a.End;
        string between = string.Concat(tokens.Skip(from).Take(b.Number - from).Where(t => !Currencies.IsName(t)).Select(t => t.Lower));
        if (a.Flat || between is not ("plusorminus" or "+/-" or "+or-" or "+/\u2212" or "\u00b1" or "giveortake"))
        {
            return null;
        }

        decimal? by = (a.Kind, b.Kind) switch
        {
            (QuantityKind.Money, QuantityKind.Percent) => a.Value * b.Value,
            (QuantityKind.Percent, QuantityKind.Percent or QuantityKind.Points) => b.Value,
            (QuantityKind.Money, QuantityKind.Money) => b.Value,
            (QuantityKind.Money, QuantityKind.Plain) when !a.HasScale => b.Value,
            _ => null,
        };
        decimal away = Math.Abs(by ?? 0) * (a.Negative ? -1 : 1);
        return by is null ? null : a with { Ends = (a.Value - away, a.Value + away) };
    }

    // "declined $5 million to $40 million", "from 3% to 4%" go from one number to another
    private static bool IsChange(List<Token> tokens, int first)
    {
        int k = first - 1;
        while (k >= 0 && tokens[k].Lower is "approximately" or "about" or "around" or "nearly" or "roughly" or "almost" or "$")
        {
            k--;
        }

        string word = k >= 0 ? tokens[k].Lower : "", before = k > 0 ? tokens[k - 1].Lower : "";
        return word switch
        {
            "from" => before is not ("range" or "ranging" or "ranges") && !Expected(tokens, k) && !IsEarlierRange(tokens, k),
            "to" => before is not ("range" or "guidance" or "outlook"),
            "by" or "or" => true,
            "decreased" or "increased" or "declined" or "grew" or "rose" or "fell" or "dropped" or "improved" or "climbed" => true,
            _ => false,
        };
    }

    // "we raise our guidance to 5 to 6 million from 4 to 5 million": behind a range stands the one before it
    private static bool IsEarlierRange(List<Token> tokens, int from)
    {
        int guidance = tokens.FindLastIndex(from, t => t.Lower is "guidance" or "outlook" or "forecast" or "range" or "estimate");
        return guidance >= 0 && from - guidance < 16 && tokens.Take(from).Skip(guidance).Count(t => t.Kind == TokenKind.Number) >= 2;
    }

    // "we forecast a profit from 3 to 4 million": nothing goes from one to the other
    private static bool Expected(List<Token> tokens, int from)
    {
        bool expected = false;
        for (int i = 0; i < from; i++)
        {
            expected |= tokens[i].Lower is "expect" or "expects" or "expected" or "expecting" or "forecast" or "forecasting" or "anticipate" or "anticipates" or "guidance" or "outlook" or "project" or "projecting";
            if (Moves.Contains(tokens[i].Lower))
            {
                return false;
            }
        }

        return expected;
    }

    private static readonly HashSet<string> Moves = new(StringComparer.Ordinal)
    {
        "raise", "raised", "raising", "increase", "increased", "increases", "increasing", "grow", "growing", "grew", "growth", "rise", "rising", "rose", "decline", "declining", "declined", "decrease", "decreasing", "decreased", "fall", "falling", "fell", "improve", "improving", "improved", "improvement",
        "expand", "expanding", "expanded", "up", "down", "drop", "lift", "lifting", "lifted", "lower", "lowering", "lowered", "move", "moving", "moved", "go", "going", "went", "change", "changing", "changed", "narrow", "narrowing", "narrowed", "reduce", "reducing", "reduced", "revise", "revised", "revising", "update", "updated", "updating", "compared", "versus",
    };

    private static bool Between(List<Token> tokens, Quantity a) => a.First > 0 && tokens[a.First - 1].Lower is "between" or "of";

    private static string? Link(List<Token> tokens, Quantity a, Quantity b)
    {
        // "5 basis points to up 15", "down 4% to up 3%": direction words may stand between
        string? link = null;
        for (int i = a.End; i < b.First; i++)
        {
            string word = tokens[i].Lower;
            if (link is "and" && word is "to")
            {
                link = word;
            }
            else if (link is null && word is "to" or "and" or "-" or "\u2013" or "or")
            {
                link = word;
            }
            else if (word is not ("up" or "down" or "a" or "an" or "the"))
            {
                return null;
            }
        }

        return link;
    }

    private static decimal Unit(Quantity b, List<Token> tokens) => b.Kind switch
    {
        QuantityKind.Percent => 0.01m,
        QuantityKind.Points => tokens[b.Number + 1].Norm is "basi" or "basis" or "bp" or "bps" ? 0.0001m : 0.01m,
        _ => b.PerShare && !b.HasScale ? 0.01m : Scales.At(tokens, b.Number + 1, money: true).Factor,
    };
}

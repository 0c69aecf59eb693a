namespace ModelBuilder.Extraction;

/// <summary>Numbers that share what is said once: "between 500 and 520 million", "41 and 53 cents", "15% to 20%".</summary>
internal static class Ranges
{
    /// <summary>Gives a bare number the scale, currency and unit of its partner and marks ranges.</summary>
    public static List<Quantity> Complete(IReadOnlyList<Token> tokens, List<Quantity> found)
    {
        for (int i = found.Count - 2; i >= 0; i--)
        {
            Quantity a = found[i], b = found[i + 1];
            string? link = Link(tokens, a, b);
            if (link is null)
            {
                continue;
            }

            string before = a.First > 0 ? tokens[a.First - 1].Lower : "";
            bool bare = !a.HasScale && !a.PerShare && (a.Kind == QuantityKind.Plain || (a.Kind == QuantityKind.Money && b.HasScale && a.Value < 1000))
                && b.Kind != QuantityKind.Plain && (a.Currency is null || a.Currency == b.Currency);
            if (bare)
            {
                decimal unit = Unit(b, tokens);
                a = a with
                {
                    Kind = b.Kind, Value = a.Value * unit, Precision = a.Precision * unit, Currency = a.Currency ?? b.Currency, HasScale = b.HasScale, PerShare = b.PerShare,
                };
            }

            bool range = a.Kind == b.Kind && (link is "-" or "\u2013"
                || (link == "to" && (bare || before is not ("from" or "by" or "to")))
                || (link == "and" && (before == "between" || (bare && Between(tokens, a)))));
            found[i] = a with { OpensRange = range };
            if (range && b.Currency is null && a.Currency is not null)
            {
                found[i + 1] = b with { Currency = a.Currency };
            }
        }

        return found;
    }

    private static bool Between(IReadOnlyList<Token> tokens, Quantity a) => a.First > 0 && tokens[a.First - 1].Lower is "between" or "of";

    private static string? Link(IReadOnlyList<Token> tokens, Quantity a, Quantity b)
    {
        // "10 basis points to up 20", "down 2% to up 1%": direction words may stand between
        string? link = null;
        for (int i = a.End; i < b.First; i++)
        {
            string word = tokens[i].Lower;
            if (link is null && word is "to" or "and" or "-" or "\u2013" or "or")
            {
                link = word;
            }
            else if (word is not ("up" or "down" or "a" or "an"))
            {
                return null;
            }
        }

        return link;
    }

    private static decimal Unit(Quantity b, IReadOnlyList<Token> tokens) => b.Kind switch
    {
        QuantityKind.Percent => 0.01m,
        QuantityKind.Points => tokens[b.Number + 1].Norm is "basi" or "basis" or "bp" or "bps" ? 0.0001m : 0.01m,
        _ => b.PerShare && !b.HasScale ? 0.01m : Scales.At(tokens, b.Number + 1, money: true).Factor,
    };
}

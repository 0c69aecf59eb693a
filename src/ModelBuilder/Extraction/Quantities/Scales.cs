namespace ModelBuilder.Extraction;

/// <summary>The words that scale a number.</summary>
internal static class Scales
{
    /// <summary>The scale at a token: its factor and how many tokens it takes (0 where there is none).</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="i">Where to look.</param>
    /// <param name="money">True where a currency stands before the number, so that a letter (3.3B) may be a scale.</param>
    public static (decimal Factor, int Length) At(List<Token> tokens, int i, bool money)
    {
        if (i >= tokens.Count)
        {
            return (1, 0);
        }

        decimal? factor = tokens[i].Norm switch
        {
            "thousand" => 1e3m,
            "million" or "mn" or "mln" or "mm" => 1e6m,
            "billion" or "bn" or "bln" => 1e9m,
            "trillion" or "tn" => 1e12m,
            "crore" => 1e7m,
            "cr" when money => 1e7m,
            "lakh" or "lac" => 1e5m,
            "万" or "万元" => 1e4m,
            "亿" or "亿元" => 1e8m,
            _ => null,
        };
        // a lakh crore is a million million
        if (factor == 1e5m && Next(1) is "crore")
        {
            return (1e12m, 2);
        }

        if (factor is null && money && i > 0 && tokens[i].Start == tokens[i - 1].End)
        {
            factor = tokens[i].Text switch
            {
                "k" or "K" => 1e3m,
                "m" or "M" => 1e6m,
                "b" or "B" => 1e9m,
                "t" or "T" => 1e12m,
                _ => null,
            };
        }

        // money is in no minutes: what was said is millions
        factor ??= money && tokens[i].Norm is "minute" or "minut" ? 1e6m : null;
        return factor is { } f ? (f, 1) : (1, 0);

        string Next(int k) => i + k < tokens.Count ? tokens[i + k].Norm : "";
    }

    /// <summary>Per cent, percentage points or basis points at a token.</summary>
    public static (QuantityKind Kind, decimal Unit, int Length)? Relative(List<Token> tokens, int i)
    {
        string At(int k) => i + k < tokens.Count ? tokens[i + k].Norm : "";
        return (At(0), At(1), At(2)) switch
        {
            ("%", "point", _) => (QuantityKind.Points, 0.01m, 2),
            ("percentage" or "percent" or "per", "point", _) => (QuantityKind.Points, 0.01m, 2),
            ("%", _, _) => (QuantityKind.Percent, 0.01m, 1),
            ("percent", _, _) => (QuantityKind.Percent, 0.01m, 1),
            ("per", "cent", "point") => (QuantityKind.Points, 0.01m, 3),
            ("per", "cent", _) => (QuantityKind.Percent, 0.01m, 2),
            ("basi" or "basis", "point", _) => (QuantityKind.Points, 0.0001m, 2),
            ("bp" or "bps", _, _) => (QuantityKind.Points, 0.0001m, 1),
            ("pp" or "ppt" or "pt", _, _) => (QuantityKind.Points, 0.01m, 1),
            ("point", _, _) => (QuantityKind.Points, 0.01m, 1),
            _ => null,
        };
    }
}

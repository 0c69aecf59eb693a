using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>
/// "Net sales of MSEK 2,811 (2,702)", "a margin of 5.3 (4.8) percent": reports of northern Europe put the number of a year ago into brackets
/// behind that of the period. A number alone in brackets, printed like the amount before it and of its size, is that.
/// </summary>
internal static class Pairs
{
    private const decimal MostTimes = 100;

    // smaller counts in brackets are marks of notes
    private const decimal LeastCount = 100;

    /// <summary>The quantities, those in brackets with the unit of the ones that they follow.</summary>
    public static List<Quantity> Complete(List<Token> tokens, List<Quantity> found)
    {
        for (int i = 1; i < found.Count; i++)
        {
            (Quantity now, Quantity before) = (found[i - 1], found[i]);
            if (!IsBracketed(tokens, now, before) || !IsAlike(tokens, now, before))
            {
                continue;
            }

            bool minus = tokens[before.Number - 1].Text is "-" or "\u2212" or "\u2013";
            int end = before.End < tokens.Count && tokens[before.End].Is(")") ? before.End + 1 : before.End;
            bool percent = before.Kind == QuantityKind.Percent || (end < tokens.Count && tokens[end].Lower is "%" or "percent");
            if (percent && now.Kind == QuantityKind.Plain)
            {
                found[i - 1] = now = now with { Kind = QuantityKind.Percent, Value = now.Value / 100, Precision = now.Precision / 100 };
                end += before.Kind == QuantityKind.Percent ? 0 : 1;
            }
            else if (before.Kind != QuantityKind.Plain || now.Kind is not (QuantityKind.Money or QuantityKind.Percent or QuantityKind.Plain) || (now.Kind == QuantityKind.Plain && Number(tokens, before) < LeastCount))
            {
                continue;
            }

            bool share = now is { Kind: QuantityKind.Money, HasScale: false } && end + 1 < tokens.Count && tokens[end].Is("per") && tokens[end + 1].Is("share");
            found[i - 1] = now with { PerShare = now.PerShare || share };
            decimal value = Number(tokens, before) * now.Precision / Half(tokens, now);
            found[i] = now with
            {
                First = now.End, End = end, Number = before.Number, Value = minus ? -value : value, Negative = minus, PerShare = now.PerShare || share, YearAgo = true, Bound = null, Doubt = null,
            };
        }

        return found;
    }

    private static bool IsBracketed(List<Token> tokens, Quantity now, Quantity before) =>
        now.End < tokens.Count && tokens[now.End].Is("(") && before.First >= now.End && before.First <= now.End + 1
        && Enumerable.Range(before.Number + 1, 1).All(k => k < tokens.Count && tokens[k].Is(")"));

    private static bool IsAlike(List<Token> tokens, Quantity now, Quantity before)
    {
        (string one, string other) = (tokens[now.Number].Text, tokens[before.Number].Text);
        (decimal x, decimal y) = (Number(tokens, now), Number(tokens, before));
        return Decimals(one) == Decimals(other) && other.Length > 1 && x > 0 && y > 0 && x / y < MostTimes && y / x < MostTimes && !now.YearAgo;
    }

    private static int Decimals(string text) => text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? text.Length - dot - 1 : 0;

    private static decimal Number(List<Token> tokens, Quantity quantity) =>
        decimal.TryParse(tokens[quantity.Number].Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value) ? value : 0;

    // half a unit of the last digit printed: what the precision is of, before units
    private static decimal Half(List<Token> tokens, Quantity quantity)
    {
        decimal half = 0.5m;
        for (int digit = Decimals(tokens[quantity.Number].Text); digit > 0; digit--)
        {
            half /= 10;
        }

        return half;
    }
}

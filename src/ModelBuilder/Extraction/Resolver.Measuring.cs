using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>The amount with its unit and sign.</content>
internal sealed partial class Resolver
{
    // "fell 6% on an organic basis", "up 5% in constant currency"
    private static string Qualified(Clause clause, Quantity q, string basis)
    {
        int end = clause.Quantities.FirstOrDefault(n => n.First >= q.End)?.First ?? clause.Tokens.Count;
        for (int i = q.End; i < Math.Min(end, q.End + 8); i++)
        {
            // "7%, or 8% excluding one-off charges"; without acquisitions and currency it is organic
            if (basis.Length == 0 && i <= q.End + 1 && clause.Word(i) is "excluding")
            {
                return Enumerable.Range(i, 8).Any(k => clause.Word(k) is "acquisitions" or "currency" or "acquisition") ? "organic" : "adjusted";
            }

            if (basis.Length == 0 && clause.Word(i) is "adjusted" && clause.Word(i + 1) is "basis")
            {
                return "adjusted";
            }

            if (clause.Word(i) is "organic" or "organically" || (clause.Word(i) is "constant" && clause.Word(i + 1) is "currency" or "currencies"))
            {
                return clause.Word(i) is "constant" ? "constant_currency" : "organic";
            }
        }

        return basis;
    }

    // what a board allows is not yet bought
    private static bool Authorized(Clause clause, Quantity q) => Enumerable.Range(Math.Max(0, q.First - 6), Math.Min(6, q.First)).Any(i => clause.Word(i) is "authorized" or "authorised" or "authorization")
        || Enumerable.Range(q.End, 4).Any(i => clause.Word(i) is "authorization" or "program" or "authorisation");

    // "dividends and share repurchases totaling 9 million" is neither of the two
    private static bool Joint(Clause clause, LineRef line) => clause.Quantities.Count(q => q.Kind == QuantityKind.Money) == 1
        && clause.Lines.Exists(l => l != line && l.Key is "share_repurchases" or "dividends" && Math.Abs(l.First - line.First) <= 5);

    private static bool LongTermOf(Clause clause)
    {
        for (int i = 0; i + 1 < clause.Tokens.Count; i++)
        {
            if ((clause.Word(i) is "the" or "our" && clause.Word(i + 1) is "long" or "longer" && clause.Word(i + 2) is "term" && clause.Word(i - 1) is "over" or "in" or "for" or "of" or "to") || (clause.Word(i) is "over" && clause.Word(i + 1) is "time"))
            {
                return true;
            }
        }

        return false;
    }

    private static string TextOf(Clause clause, Quantity q)
    {
        Token first = clause.Tokens[q.First], last = clause.Tokens[q.End - 1];
        return clause.Sentence.Line.Text[first.Start..last.End];
    }

    private static bool Improves(Clause clause, int before) => clause.Markers.LastOrDefault(m => m.End <= before && m.Kind is MarkerKind.Up or MarkerKind.Down) is { } m
        && clause.Word(m.First).StartsWith("improve", StringComparison.Ordinal);

    private static bool IsLoss(LineRef line, Clause clause, Quantity q)
    {
        for (int i = q.First - 1; i >= Math.Max(q.First - 4, 0); i--)
        {
            if (clause.Word(i) is "loss" or "outflow" && !(i < line.End && i >= line.First))
            {
                return line.Key is "net_income" or "eps" or "operating_income" or "ebitda" or "operating_cash_flow" or "free_cash_flow" or "gross_profit" or "fx_gain";
            }

            if (clause.Word(i) is "income" or "inflow" && !(i < line.End && i >= line.First))
            {
                return false;
            }
        }

        return line.Loss;
    }

    private static Comparison AsChange(Comparison comparison) => comparison switch
    {
        Comparison.GrowthYoy => Comparison.ChangeYoy,
        Comparison.GrowthQoq => Comparison.ChangeQoq,
        Comparison.Growth2Y => Comparison.Change2Y,
        _ => comparison,
    };

    private static string TextOf(Clause clause, PeriodPhrase phrase) =>
        clause.Sentence.Line.Text[clause.Tokens[phrase.First].Start..clause.Tokens[phrase.End - 1].End];
}

using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>The amount with its unit and sign.</content>
internal sealed partial class Resolver
{
    // what a line is called a share, or null
    private static string? PerShareOf(string key, Clause clause, Quantity q) => key switch
    {
        "kpi.ffo" => "kpi.ffo_per_share",
        "dividends" => "dividend_per_share",
        "net_income" or "eps" => OfBasicShare(clause, q) ? "eps_basic" : "eps",
        _ => null,
    };

    // "0.31 per basic share"; "per basic and diluted share" is both
    private static bool OfBasicShare(Clause clause, Quantity q) => clause.Word(q.End) is "per" or "a" && clause.Word(q.End + 1) is "basic" && clause.Word(q.End + 2) is not "and";

    // "fell 6% on an organic basis", "up 5% in constant currency"
    private static string Qualified(Clause clause, Quantity q, string basis)
    {
        int end = clause.Quantities.FirstOrDefault(n => n.First >= q.End)?.First ?? clause.Tokens.Count;
        for (int i = q.End; i < Math.Min(end, q.End + 8); i++)
        {
            // "12%, while organic growth was 9%", "9 million (constant currency +8%)": another statement begins
            if ((clause.Word(i) is "(" && end < clause.Tokens.Count && clause.Tokens.FindIndex(i, t => t.Is(")")) > end) || clause.Word(i) is "while" or "whereas" or "but" or "and" or ";" or "with")
            {
                break;
            }

            // "7%, or 8% excluding one-off charges"; without acquisitions and currency it is organic
            if (basis.Length == 0 && i <= q.End + 1 && clause.Word(i) is "excluding")
            {
                return Left(clause, i);
            }

            if (basis.Length == 0 && clause.Word(i) is "adjusted" && clause.Word(i + 1) is "basis")
            {
                return "adjusted";
            }

            if (clause.Word(i) is "organic" or "organically")
            {
                return "organic";
            }

            if (IsConstantCurrency(clause, i))
            {
                return "constant_currency";
            }
        }

        return basis;
    }

    // what growth leaves out: without acquisitions it is organic, without the exchange rates alone at constant currency
    private static string Left(Clause clause, int from)
    {
        bool bought = false, rates = false;
        for (int k = from; k < from + 8; k++)
        {
            bought |= clause.Word(k) is "acquisitions" or "acquisition" or "divestitures" or "divestiture" or "disposals";
            rates |= clause.Word(k) is "currency" or "currencies" or "fx" || (clause.Word(k) is "exchange" && clause.Word(k - 1) is "foreign");
        }

        return bought ? "organic" : rates ? "constant_currency" : "adjusted";
    }

    private static bool IsConstantCurrency(Clause clause, int i) => clause.Word(i) switch
    {
        "constant" => clause.Word(i + 1) is "currency" or "currencies" or "rates" || (clause.Word(i + 1) is "exchange" or "fx" && clause.Word(i + 2) is "rates" or "rate"),
        "local" => clause.Word(i + 1) is "currency" or "currencies",
        "currency" => clause.Word(i + 1) is "neutral",
        "operationally" => true,
        "cer" or "ccy" => true,
        _ => false,
    };

    // "the exchange rate increased sales by 4 million": what something did to a line is no change of it
    private static bool IsEffect(Clause clause, LineRef line, Quantity q)
    {
        int k = line.First - 1;
        while (k > 0 && (Basis.IsWord(clause.Word(k)) || clause.Word(k) is "our" or "the" or "total"))
        {
            k--;
        }

        // "by 4 million or 2%" says it twice
        int first = clause.Word(q.First - 1) is "or" ? clause.Quantities.LastOrDefault(o => o.End == q.First - 1)?.First ?? q.First : q.First;
        if (k <= 0 || first < line.End || first - line.End > 3)
        {
            return false;
        }

        // "the stock has grown, reducing the margin by 4 points"
        if (clause.Word(k) is "reducing" or "increasing" or "decreasing" or "lowering" or "boosting" && clause.Word(k - 1) is ",")
        {
            return !clause.Markers.Exists(m => m.First >= q.End && m.Kind is MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter or MarkerKind.Compared) && !clause.Periods.Exists(p => p.First >= q.End);
        }

        return clause.Word(k) is "increased" or "decreased" or "reduced" or "lowered" or "boosted" && clause.Word(k - 1) is not ("and" or "or" or "to" or "by" or "," or "of" or "with" or "from")
            && Enumerable.Range(0, k).All(i => clause.Word(i) is not ("we" or "company" or "was" or "were" or "segment")) && !clause.Lines.Exists(l => l.First < k && !l.IsNoLine);
    }

    // "the loss rate was 40 basis points": so small that it is told in them
    private static bool IsSmallRatio(Clause clause, LineRef line, Quantity q) => line.Nature == LineNature.Ratio && q.Precision < 0.001m && (clause.Word(q.First - 1) is "was" or "is" or "were" or "at" or "of" or "just" or "only" or "totaled" or "totalled" or "averaged"
        || (clause.Word(q.First - 1) is "to" && clause.Quantities.Exists(o => o.Kind == QuantityKind.Points && o.End == q.First - 1)));

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
            if ((clause.Word(i) is "the" or "our" && clause.Word(i + 1) is "long" or "longer" && clause.Word(i + 2) is "term" && clause.Word(i - 1) is "over" or "in" or "for" or "of" or "to") || (clause.Word(i) is "over" && clause.Word(i + 1) is "time")
                || (clause.Word(i) is "long" or "longer" or "medium" && clause.Word(i + 1) is "term" && clause.Word(i + 2) is "target" or "targets" or "goal" or "goals" or "objective" or "objectives" or "algorithm" or "ambition" or "outlook" or "framework"))
            {
                return true;
            }
        }

        return false;
    }

    // "we work toward our target of mid-teens margins" is no result
    private static bool IsTarget(Clause clause, Quantity q) => Enumerable.Range(Math.Max(0, q.First - 6), Math.Min(6, q.First)).Any(i =>
            clause.Word(i) is "target" or "targets" or "goal" or "goals" or "ambition" or "aspiration" or "objective"
            && !Enumerable.Range(Math.Max(0, i - 6), Math.Min(6, i)).Any(k => clause.Word(k) is "exceeded" or "exceeding" or "above" or "versus" or "against" or "compared" or "ahead" or "below" or "to" && clause.Word(k - 1) is not "continue"))
        && clause.Word(q.First - 1) is not ("at" or "was" or "were" or "to");

    private static string TextOf(Clause clause, Quantity q)
    {
        Token first = clause.Tokens[q.First], last = clause.Tokens[q.End - 1];
        return clause.Sentence.Line.Text[first.Start..last.End];
    }

    private static bool Improves(Clause clause, int before) => clause.Markers.LastOrDefault(m => m.End <= before && m.Kind is MarkerKind.Up or MarkerKind.Down) is { } m
        && (clause.Word(m.First).StartsWith("improve", StringComparison.Ordinal) || clause.Word(m.First).StartsWith("leverag", StringComparison.Ordinal));

    private static bool Deleverages(Clause clause, int before) => clause.Markers.LastOrDefault(m => m.End <= before && m.Kind is MarkerKind.Up or MarkerKind.Down) is { } m && clause.Word(m.First).StartsWith("deleverag", StringComparison.Ordinal);

    // "expenses were positive 4 million", "the provision was a credit of 3 million": income where the line is a cost
    private static bool IsCredit(LineRef line, Clause clause, Quantity q) => (Vocabulary.IsCost(line.Key) || line.Key == "tax_rate")
        && Enumerable.Range(Math.Max(line.End, q.First - 4), Math.Max(0, Math.Min(4, q.First - line.End))).Any(i => clause.Word(i) is "credit" or "positive" || (clause.Word(i) is "benefit" or "income" && clause.Word(i + 1) is "of"));

    private static bool IsLoss(LineRef line, Clause clause, Quantity q)
    {
        if (IsCredit(line, clause, q))
        {
            return true;
        }

        // "it was a 2 million loss"
        if (clause.Word(q.End) is "loss" && clause.Word(q.End + 1) is not ("on" or "of" or "from" or "ratio" or "rate"))
        {
            return CanLose(line);
        }

        for (int i = q.First - 1; i >= Math.Max(q.First - 4, 0); i--)
        {
            if (clause.Word(i) is "loss" or "outflow" && !(i < line.End && i >= line.First))
            {
                return CanLose(line);
            }

            if (clause.Word(i) is "income" or "inflow" && !(i < line.End && i >= line.First))
            {
                return false;
            }
        }

        return line.Loss;
    }

    // "share_of_revenue.general_administrative" is a cost as well
    private static string CostOf(string key) => key.StartsWith("share_of_revenue.", StringComparison.Ordinal) ? key[17..] : key;

    private static bool CanLose(LineRef line) => line.Key.Split('.')[0] is "net_income" or "pretax_income" or "eps" or "eps_basic" or "operating_income" or "ebit" or "ebitda" or "ebitdar" or "operating_cash_flow" or "free_cash_flow" or "gross_profit" or "fx_gain";

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

using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Money that a verb tells the line of: "repurchased 5 million of our shares", "paid down 3 million of debt", "acquisitions added 2%".</summary>
internal static class Deeds
{
    /// <summary>The line that the words around a number tell, or null.</summary>
    public static Draft? Of(Clause clause, Quantity q)
    {
        if (Buyback(clause, q) is { } bought)
        {
            return bought;
        }

        if (q.Kind == QuantityKind.Plain || Before(clause, q, 20, "since") >= 0)
        {
            return null;
        }

        if (q.Kind == QuantityKind.Percent)
        {
            return Contribution(clause, q) ?? Conversion(clause, q) ?? Contributions.Of(clause, q);
        }

        if (q.Kind == QuantityKind.Points)
        {
            return Exchange(clause, q) ?? Contributions.Of(clause, q);
        }

        if (q.Kind != QuantityKind.Money)
        {
            return null;
        }

        if (q is { PerShare: false, HasScale: true } && Left(clause, q) is { } left)
        {
            return left;
        }

        if (q.PerShare)
        {
            return Behind(clause, q.End, 6, "benefit", "headwind", "tailwind", "impact") is { } effect
                ? Money("kpi.eps_impact", q, LineNature.PerShare, Role.Change) with { Comparison = Comparison.GrowthYoy, Direction = clause.Word(effect) is "headwind" ? -1 : 1 } : null;
        }

        bool verb(params ReadOnlySpan<string> words) => Before(clause, q, 12, words) is >= 0 and var at && !clause.Quantities.Exists(o => o.First > at && o.End <= q.First && o is { Kind: QuantityKind.Money, Currency: not null });
        // "400,000 shares at a cost of 10 million", "1 million shares for 40 million"
        int paid = Before(clause, q, 40, "repurchased", "repurchase", "buyback", "purchased", "bought");
        int price = q.First - 1;
        while (clause.Word(price) is "approximately" or "about" or "around" or "nearly" or "roughly" or "almost" or "a" or "an" or "total" or "aggregate" or "of" or "consideration" or "cost" or "amount" or "outlay" or "just" or "over")
        {
            price--;
        }

        if (paid >= 0 && Before(clause, q, 3, "returning", "returned") < 0 && clause.Word(price) is "for" or "at" or "totaling" or "totalling" && q is { HasScale: true } && Before(clause, q, 40, "shares") > paid && Before(clause, q, 7, "average", "per") < 0 && Before(clause, q, 40, "authorized", "authorization", "since", "remaining") < 0)
        {
            return Money("share_repurchases", q, LineNature.Flow, Role.Level);
        }

        if (Before(clause, q, 3, "returning", "returned") < 0 && (verb("repurchased", "buyback", "repurchase") || (verb("bought") && verb("back"))))
        {
            // "1.2 million of our shares" counts them
            bool counted = q.Currency is null && clause.Word(q.End) is "shares" or "of" or "common" && (clause.Word(q.End) is not "of" || clause.Word(q.End + 2) is "shares" or "common" || clause.Word(q.End + 1) is "shares");
            if (counted)
            {
                return null;
            }

            bool whole = Behind(clause, q.End, 7, "shares", "stock") is not null || verb("shares", "stock");
            return whole && !verb("authorization", "authorized", "program", "remaining") ? Money("share_repurchases", q, LineNature.Flow, Role.Level) : null;
        }

        // "5 million worth of shares were repurchased"
        if (Behind(clause, q.End, 5, "shares", "stock") is { } share && Behind(clause, share, 4, "repurchased") is not null && clause.Word(q.End) is "worth" or "of")
        {
            return Money("share_repurchases", q, LineNature.Flow, Role.Level);
        }

        if (verb("returned", "returning", "return") && Behind(clause, q.End, 6, "shareholders", "stockholders", "shareowners") is not null)
        {
            return Money("kpi.shareholder_returns", q, LineNature.Flow, Role.Level);
        }

        if (((verb("paid", "pay", "paying") && verb("down")) || verb("repaid", "repay", "retired")) && Behind(clause, q.End, 5, "debt", "borrowings", "notes", "loans") is not null)
        {
            return Money("kpi.debt_repayment", q, LineNature.Flow, Role.Level);
        }

        return verb("price") && verb("purchase") ? Money("kpi.acquisition_purchase_price", q, LineNature.Flow, Role.Level) : null;
    }

    // "bought back 2 million shares at an average price of 41": how many, and what each cost
    private static Draft? Buyback(Clause clause, Quantity q)
    {
        bool bought = Before(clause, q, 30, "repurchased", "repurchase", "repurchases", "buying", "bought", "retired", "purchased") >= 0;
        if (!bought || q.Kind is not (QuantityKind.Plain or QuantityKind.Money) || clause.Tokens.Exists(t => t.Lower is "authorized" or "authorization" or "since" or "inception"))
        {
            return null;
        }

        int noun = clause.Word(q.End) is "of" ? q.End + 1 : q.End;
        while (clause.Word(noun) is "our" or "common" or "its" or "the" or "class" or "ordinary" or "a" or "own" or "outstanding")
        {
            noun++;
        }

        if (q.Currency is null && !q.PerShare && clause.Word(noun) is "shares" && q.Value >= 1000)
        {
            return Money("kpi.shares_repurchased", q, LineNature.Count, Role.Level);
        }

        return q.Kind == QuantityKind.Money && !q.HasScale && Before(clause, q, 5, "price", "cost") is >= 0 and var price && clause.Tokens.Take(price).TakeLast(4).Any(t => t.Lower is "average") ? Money("kpi.average_repurchase_price", q, LineNature.PerShare, Role.Level) : null;
    }

    // "600 million available under our revolver", "713 million remaining on the repurchase program"
    private static Draft? Left(Clause clause, Quantity q)
    {
        bool left = clause.Word(q.End) is "remaining" or "available" or "left" or "of" or "in";
        if (!left || Behind(clause, q.End, 8, "remaining", "available", "left", "availability", "remains") is not { } at || (at > q.End + 3 && Behind(clause, q.End, at - q.End, "repurchase", "buyback") is null))
        {
            return null;
        }

        // "2 million remaining under our 3 million repurchase program"
        bool buys(int from) => Enumerable.Range(from, 10).TakeWhile(i => clause.Word(i) is not ("," or ";")).Any(i => clause.Word(i) is "repurchase" or "buyback");
        return buys(q.End) ? Money("kpi.remaining_repurchase_authorization", q, LineNature.Balance, Role.Level)
            : Behind(clause, at, 12, "facility", "revolver", "revolving", "facilities", "liquidity", "credit", "borrowing", "capacity") is not null ? Money("kpi.available_credit", q, LineNature.Balance, Role.Level) : null;
    }

    // "excluding a 1.2% impact from acquisitions", "acquisitions adding 7.6% growth"
    private static Draft? Contribution(Clause clause, Quantity q)
    {
        bool after = Behind(clause, q.End, 6, "acquisitions", "acquisition") is { } at && Enumerable.Range(q.End, at - q.End).Any(i => clause.Word(i) is "contribution" or "impact" or "benefit" or "growth") && clause.Word(at - 1) is "from" or "of";
        bool before = clause.Word(q.First - 1) is "adding" or "added" or "contributed" or "contributing" && clause.Word(q.First - 2) is "acquisitions" or "acquisition";
        return after || before ? Money("kpi.acquisition_contribution_to_revenue_growth", q, LineNature.Flow, Role.Change) with { Comparison = Comparison.GrowthYoy, Direction = 1 } : null;
    }

    // "free cash flow was 4 million or 126% of net income"
    private static Draft? Conversion(Clause clause, Quantity q)
    {
        LineRef? of = clause.Lines.Find(l => l.First > q.End && l.First - q.End <= 3 && l.Key == "net_income");
        bool cash = clause.Lines.Exists(l => l.Key == "free_cash_flow" && l.End <= q.First);
        return of is not null && cash && clause.Word(q.End) is "of" ? new Draft(new LineRef("kpi.free_cash_flow_conversion", of.Basis, LineNature.Ratio, q.First, q.First), q, Role.Level) : null;
    }

    // "a benefit of 450 basis points from foreign currency"
    private static Draft? Exchange(Clause clause, Quantity q)
    {
        if (Behind(clause, q.End, 4, "currency", "exchange", "fx") is null || clause.Word(q.End) is not "from")
        {
            return null;
        }

        int sign = Enumerable.Range(Math.Max(0, q.First - 5), Math.Min(5, q.First)).Any(i => clause.Word(i) is "headwind" or "drag" or "negative") ? -1 : 1;
        return new Draft(new LineRef("kpi.fx_contribution_to_revenue_growth", "", LineNature.Ratio, q.First, q.First), q, Role.Change) { Comparison = Comparison.GrowthYoy, Direction = sign };
    }

    private static Draft Money(string key, Quantity q, LineNature nature, Role role) => new(new LineRef(key, "", nature, q.First, q.First), q, role);

    // the last of the words within reach before a number, or -1
    private static int Before(Clause clause, Quantity q, int reach, params ReadOnlySpan<string> words)
    {
        int i = q.First - 1;
        while (i >= 0 && i >= q.First - reach && !words.Contains(clause.Word(i)))
        {
            i--;
        }

        return i >= q.First - reach ? i : -1;
    }

    private static int? Behind(Clause clause, int from, int reach, params ReadOnlySpan<string> words)
    {
        for (int i = from; i < from + reach && i < clause.Tokens.Count; i++)
        {
            if (words.Contains(clause.Word(i)))
            {
                return i;
            }

            if (clause.Word(i) is "," or ";" || clause.Quantities.Exists(o => o.First == i))
            {
                return null;
            }
        }

        return null;
    }
}

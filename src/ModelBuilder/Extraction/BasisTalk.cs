namespace ModelBuilder.Extraction;

/// <summary>The basis that a sentence sets for itself ("On an organic basis, ...") or for those after it ("this slide shows our non-GAAP results").</summary>
internal static class BasisTalk
{
    /// <summary>The doubt of a figure of which only the passage says that it is adjusted.</summary>
    public const string Told = "the passage is told as adjusted";

    private static readonly HashSet<string> Statements = new(StringComparer.Ordinal)
    {
        "slide", "page", "result", "figure", "number", "comment", "remark", "basis", "l", "statement", "performance", "discussion", "comparison",
    };

    /// <summary>What a sentence without figures says of the figures that follow: a basis, "" for the reported one, null where it says nothing.</summary>
    public static string? Announced(Clause clause)
    {
        if (clause.Quantities.Exists(q => q.Kind != QuantityKind.Plain))
        {
            return null;
        }

        bool adjusted = false, reported = false, stated = false, spoken = false, result = false;
        for (int i = 0; i < clause.Tokens.Count; i++)
        {
            string word = clause.Word(i);
            bool non = clause.Word(i - 1) is "non" || (clause.Word(i - 1) is "-" && clause.Word(i - 2) is "non");
            adjusted |= word is "adjusted" || (word is "gaap" && non);
            reported |= word is "gaap" && !non;
            stated |= clause.Tokens[i].Norm is "slide" or "page";
            spoken |= clause.Tokens[i].Norm is "discus" or "discuss" or "discussing" or "refer" or "referring" or "speak" or "speaking" or "comment" or "remark" or "cover" or "covering" or "review" or "reviewing" or "focus" or "unless";
            result |= Statements.Contains(clause.Tokens[i].Norm);
            if (clause.Tokens[i].Norm is "reconciliation" or "reconcile" or "reconciled" or "website" or "definition" or "may" or "measure" or "available" or "appendix" or "include" or "both")
            {
                return null;
            }
        }

        return !(stated || (spoken && result)) || adjusted == reported ? null : adjusted ? "adjusted" : "";
    }

    /// <summary>
    /// True for a sentence that sets the basis of the whole document: "all figures that we discuss are non-GAAP unless we say otherwise",
    /// "except where noted, our comments are about adjusted results".
    /// </summary>
    public static bool DeclaresAdjusted(Clause clause)
    {
        if (clause.Quantities.Exists(q => q.Kind != QuantityKind.Plain))
        {
            return false;
        }

        bool exception = false, said = false, adjusted = false, reported = false;
        for (int i = 0; i < clause.Tokens.Count; i++)
        {
            string word = clause.Word(i);
            bool non = clause.Word(i - 1) is "non" || (clause.Word(i - 1) is "-" && clause.Word(i - 2) is "non");
            adjusted |= word is "adjusted" || (word is "gaap" && non);
            reported |= (word is "gaap" && !non) || word is "reconciliation" or "reconciliations" or "reconciled";
            exception |= word is "unless" || (word is "except" && clause.Word(i + 1) is "where" or "as" or "when" or "if");
            said |= word is "otherwise" or "noted" or "stated" or "indicated" or "specified" or "mentioned";
        }

        return exception && said && adjusted && !reported;
    }

    /// <summary>The lines with the basis that the sentence opens with, or else the one that the passage is told on.</summary>
    public static List<LineRef> Apply(Clause clause, string passage)
    {
        string opening = Opening(clause);
        bool reported = clause.Tokens.Any(t => t.Lower is "gaap" or "reported" or "unadjusted");
        if (opening.Length == 0 && (passage.Length == 0 || reported))
        {
            return clause.Lines;
        }

        return [.. clause.Lines.Select(l => l.Basis.Length > 0 || l.Key.Length == 0 ? l
            : opening.Length > 0 && (opening == "adjusted" ? IsResult(l.Key) : l.Nature is LineNature.Flow) ? l with { Basis = opening }
            : opening.Length == 0 && IsResult(l.Key) ? l with { Basis = passage, Doubt = l.Doubt ?? Told } : l)];
    }

    // "On an organic basis, ", "On a constant currency basis, "
    private static string Opening(Clause clause)
    {
        int at = clause.Word(0) is "and" or "but" ? 1 : 0;
        if (clause.Word(at) is "organically" && clause.Word(at + 1) is ",")
        {
            return "organic";
        }

        if (clause.Word(at) is not ("on" or "in"))
        {
            return "";
        }

        for (int i = at + 1; i < at + 8 && i < clause.Tokens.Count; i++)
        {
            if (clause.Word(i) is "basis" or "currency" or "currencies" && clause.Word(i + 1) is "," or "basis")
            {
                return Basis.Between(clause.Tokens, at, i + 1);
            }
        }

        return "";
    }

    // a talk about adjusted results is about the whole: what it says of a part says its basis itself
    private static bool IsResult(string key) => Vocabulary.IsCost(key) || key is "eps" or "tax_rate" or "ebit"
        || (!key.Contains('.', StringComparison.Ordinal) && (Vocabulary.MarginOf(key) ?? Vocabulary.ProfitOf(key)) is not null);
}

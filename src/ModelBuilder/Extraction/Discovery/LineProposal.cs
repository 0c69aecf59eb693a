using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Puts what was found into the lists of a company file: each name in one place, each alias once.</summary>
internal sealed class LineProposal(Company all, IReadOnlyList<Candidate> candidates, IReadOnlyList<CostCandidate> costs, IReadOnlyList<Mention> mentions, ProposalNotes notes)
{
    private const int MostOthers = 20;

    private static readonly string[] Expenses = ["research_development", "sales_marketing", "general_administrative", "selling_general_administrative"];
    private static readonly string[] OneOffs = ["impairment", "listing_expense", "disposal_loss"];

    // costs that have a name in every company, and are lines only of those that state them
    private static readonly string[] GeneralCosts = [.. Vocabulary.Table.Select(t => t.Key).Where(k => k.StartsWith("cost.", StringComparison.Ordinal) && k != "cost.total")];

    private readonly HashSet<string> aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> keyOf = new(StringComparer.Ordinal);

    public Company Company()
    {
        SegmentChoice.Choice choice = SegmentChoice.Of(candidates, mentions);
        notes.Reasons["segments"] = choice.Reason;
        if (choice.Segments.Count == 0)
        {
            notes.Warn("no segments were found in the documents", "add 'segments' to company.yaml where the company has any");
        }

        List<CompanyLine> segments = [];
        foreach (Candidate segment in choice.Segments)
        {
            Candidate[] others = [.. choice.Same.Where(s => s.Value == segment).Select(s => s.Key)];
            Candidate[] names = [.. others.Append(segment).OrderByDescending(c => c.Forms.Values.Sum()).ThenByDescending(c => c == segment)];
            if (Part(names[0], names[1..]) is { } line && segments.TrueForAll(s => s.Key != line.Key))
            {
                segments.Add(line);
            }
        }

        Company company = all with { Segments = segments };
        company = company with { CostLines = CostLines() };
        company = company with { Adjustments = Adjustments(company) };
        company = company with { ExpenseLines = ExpenseLines() };
        return company with { OtherLines = Others(company, [.. choice.Segments, .. choice.Same.Keys]) };
    }

    private CompanyLine? Part(Candidate candidate, params Candidate[] others)
    {
        string key = Forms.Key(candidate);
        string member = key is "total" or "rounding" ? key + "_part" : key;
        if (!LineKey.TryParse("revenue." + member, out LineKey line))
        {
            return null;
        }

        keyOf[candidate.Slug] = member;
        string label = Forms.Label(candidate);
        List<string> names = [.. candidate.Forms.OrderByDescending(f => f.Value).Select(f => f.Key), .. others.SelectMany(o => o.Forms.Keys)];
        if (Forms.Initials(Forms.Usual(candidate), [.. mentions.Select(m => m.Provenance.Quote).Distinct()]) is { } initials)
        {
            names.Add(initials);
        }

        notes.Reasons[line.ToString()] = candidate.Reason?.Quote ?? "";
        return new CompanyLine(line, label, Free(label, names));
    }

    // a name that another line has, or that is the label but for its case, is no alias
    private List<string> Free(string label, IEnumerable<string> names)
    {
        aliases.Add(label);
        return [.. names.Select(n => n.Trim()).Where(n => n.Length > 0 && !n.Equals(label, StringComparison.OrdinalIgnoreCase)).Where(aliases.Add).Take(8)];
    }

    private List<CompanyLine> CostLines()
    {
        List<CostCandidate> stated = [.. costs.Where(c => Stated("cost." + c.Slug))];
        List<CostCandidate> chosen = [.. stated.Where(c => c.OfRevenue && !c.OneOff)];
        string reason = "named among the costs of revenue, with amounts";
        foreach (var group in mentions.Where(m => m.Line is { Family: "cost", Basis: "" } && m.Period is not null && m.Measure == Measure.Level && m.Amount.Unit == Unit.Money).GroupBy(m => m.Period!.Value).OrderBy(g => g.Key))
        {
            foreach (Mention total in group.Where(m => m.Line.Member == "total"))
            {
                List<(CostCandidate Cost, Interval Amount)> parts = [.. stated.Select(c => (c, group.FirstOrDefault(m => m.Line.Member == c.Slug))).Where(p => p.Item2 is not null).Select(p => (p.c, p.Item2!.Amount.Interval))];
                if (parts.Count is >= 2 and <= 20 && SumSearch.Find([.. parts.Select(p => p.Amount)], total.Amount.Interval) is { Count: > 0 } sets)
                {
                    chosen = [.. sets.OrderByDescending(s => s.Count).First().Select(i => parts[i].Cost).Order(Comparer<CostCandidate>.Create((a, b) => stated.IndexOf(a).CompareTo(stated.IndexOf(b))))];
                    reason = $"they sum to the cost of revenue in {group.Key}";
                    break;
                }
            }
        }

        if (chosen.Count < 2)
        {
            return [];
        }

        notes.Reasons["cost_lines"] = reason;
        return [.. chosen.Select(c => Cost(c, "cost." + c.Slug))];
    }

    private List<CompanyLine> Adjustments(Company company)
    {
        List<CompanyLine> lines = [.. costs.Where(c => c.OneOff && Stated("cost." + c.Slug) && company.CostLines.All(l => l.Key.Member != c.Slug)).Select(c => Cost(c, "cost." + c.Slug))];
        foreach (string key in OneOffs.Where(Stated))
        {
            lines.Add(General(key));
        }

        return lines;
    }

    private CompanyLine General(string key)
    {
        LineKey line = new(key);
        notes.Reasons[key] = Example(key);
        string words = (line.Member.Length > 0 ? line.Member : key).Replace('_', ' ');
        return new CompanyLine(line, line.Member is { Length: > 0 and <= 4 } ? words.ToUpperInvariant() : Forms.Label(words), []);
    }

    private CompanyLine Cost(CostCandidate cost, string key)
    {
        string label = Forms.Label(cost.Phrases.First());
        notes.Reasons[key] = cost.Reason;
        return new CompanyLine(new LineKey(key), label, Free(label, cost.Phrases));
    }

    // on the basis on which each is stated most; selling, general and administrative together only where they are not stated apart
    private List<CompanyLine> ExpenseLines()
    {
        List<CompanyLine> lines = [];
        foreach (string name in Expenses)
        {
            LineKey? key = mentions.Where(m => m.Line.Name == name && m.Measure == Measure.Level && m.Amount.Unit == Unit.Money)
                .GroupBy(m => m.Line).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (LineKey?)g.Key).FirstOrDefault();
            if (key is { } line && (name != Expenses[^1] || lines.Count == 0))
            {
                notes.Reasons[line.ToString()] = Example(name);
                lines.Add(new CompanyLine(line, Forms.Label((line.Basis.Length > 0 ? line.Basis.Replace('_', ' ') + " " : "") + Words(name)), []));
            }
        }

        return lines;
    }

    private List<CompanyLine> Others(Company company, List<Candidate> segments)
    {
        List<CompanyLine> lines = [];
        HashSet<LineKey> taken = [.. company.Lines.Select(l => l.Key)];
        foreach (Candidate candidate in candidates.Where(c => !segments.Contains(c) && IsWorth(c)))
        {
            if (lines.Count < MostOthers && Part(candidate) is { } line && taken.Add(line.Key))
            {
                lines.Add(line);
            }
        }

        foreach (CostCandidate cost in costs.Where(c => Stated("cost." + c.Slug)))
        {
            LineKey key = new("cost." + cost.Slug);
            if (lines.Count < MostOthers && taken.Add(key))
            {
                lines.Add(Cost(cost, key.ToString()));
            }
        }

        foreach (string key in GeneralCosts.Where(Stated))
        {
            if (lines.Count < MostOthers && taken.Add(new LineKey(key)))
            {
                lines.Add(General(key));
            }
        }

        foreach (LineKey key in mentions.Where(m => m.Line.Family.StartsWith("share_of_", StringComparison.Ordinal) && m.Measure == Measure.Level).Select(m => new LineKey(m.Line.Name)).Distinct())
        {
            if (Share(key, company) is { } share && lines.Count < MostOthers && taken.Add(share.Key))
            {
                lines.Add(share);
            }
        }

        return lines;
    }

    private CompanyLine? Share(LineKey key, Company company)
    {
        string whole = key.Family["share_of_".Length..];
        whole = keyOf.GetValueOrDefault(whole, whole);
        Candidate? part = candidates.FirstOrDefault(c => c.Slug == key.Member);
        if (part is null || key.Member == key.Family["share_of_".Length..] || !LineKey.TryParse($"share_of_{whole}.{Forms.Key(part)}", out LineKey line) || KnownLines.Contain(line, company))
        {
            return null;
        }

        notes.Reasons[line.ToString()] = Example(key.Name);
        string label = $"{Forms.Label(part)}, share of {whole.Replace('_', ' ')}";
        return new CompanyLine(line, label, Free(label, []));
    }

    // an amount, or more than one passing remark
    private bool IsWorth(Candidate candidate) => mentions.Where(m => m.Line.Family == "revenue" && m.Line.Member == candidate.Slug).ToList() is { Count: > 0 } said
        && (said.Exists(m => m.Measure.Comparison == Comparison.Level) || (said.Count > 1 && candidate.Total > 1) || candidate.Business + candidate.Segment > 0);

    private bool Stated(string key) => mentions.Any(m => m.Line.Name == key && m.Measure == Measure.Level && m.Amount.Unit == Unit.Money);

    private string Example(string name) => mentions.FirstOrDefault(m => m.Line.Name == name)?.Provenance is { } at ? $"{at.Place}: \"{ProposalNotes.Short(at.Quote)}\"" : "";

    private static string Words(string key) => key switch
    {
        "research_development" => "research and development",
        "sales_marketing" => "selling and marketing",
        "general_administrative" => "general and administrative",
        _ => "selling, general and administrative",
    };
}

using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>A part of the company as documents name it: "lake boats", and the last dotted part of its keys.</summary>
internal sealed record Part(string Member, bool IsSegment);

/// <summary>All names that a document may use: the general vocabulary and, where the company is known, its own lines and parts.</summary>
internal sealed class Lexicon
{
    private static readonly HashSet<string> ShareWords = new(StringComparer.Ordinal)
    {
        "share", "of", "revenue", "total", "proportion", "as", "a", "our", "sale", "the", "contribution", "in", "from",
    };

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> segments = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, LineKey Key, string Label)> adjustments = [];

    private Lexicon()
    {
    }

    /// <summary>The general names.</summary>
    public PhraseIndex<Term> Terms { get; } = new();

    /// <summary>The company's own lines: costs, expenses, adjustments, others.</summary>
    public PhraseIndex<LineKey> Own { get; } = new();

    /// <summary>The company's parts.</summary>
    public PhraseIndex<Part> Parts { get; } = new();

    /// <summary>The segments with their labels, in the company's order.</summary>
    public List<(string Member, string Label, string Head)> Segments { get; } = [];

    /// <summary>True where a company is known, so that an unknown part is not guessed.</summary>
    public bool KnowsCompany { get; private init; }

    /// <summary>The finer basis of a result without one-off items, and whether a key belongs to an adjustment of the company.</summary>
    public bool IsAdjustment(string key) => adjustments.Exists(a => a.Key.Name == key);

    /// <summary>The adjustments' keys with the words that documents use for them.</summary>
    public IReadOnlyList<(string[] Words, LineKey Key, string Label)> Adjustments => adjustments;

    /// <summary>True for a word that stands in the names of one adjustment only and says which: "disposal".</summary>
    public bool NamesOneAdjustment(string word) => word.Length > 4 && word is not ("expense" or "property" or "properties" or "equipment" or "asset" or "fixed" or "charge" or "costs")
        && adjustments.Where(a => a.Words.Contains(word)).Select(a => a.Key).Distinct().Count() == 1;

    /// <summary>True where the company has a line of this name.</summary>
    public bool Has(string key) => keys.Contains(key);

    /// <summary>True for the last part of a key that names a segment: of the company, or of the document where no company is known.</summary>
    public bool IsSegment(string member) => segments.Contains(member);

    /// <summary>The company's only line of a family, or null.</summary>
    public string? OnlyOf(string family)
    {
        string[] found = [.. keys.Where(k => k.StartsWith(family + ".", StringComparison.Ordinal)).Distinct()];
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>The lexicon of a company, or the general one.</summary>
    public static Lexicon Of(Company? company)
    {
        Lexicon lexicon = new() { KnowsCompany = company is not null };
        foreach ((string key, LineNature nature, string names) in Vocabulary.Table)
        {
            foreach (string name in names.Split('|'))
            {
                bool loss = name[0] == '-';
                lexicon.Terms.Add(loss ? name[1..] : name, new Term(key, nature, loss));
            }
        }

        foreach ((string name, Term term) in Vocabulary.PerShareNames())
        {
            lexicon.Terms.Add(name, term);
        }

        lexicon.Terms.Add("gross billing", new Term("gross_billings", LineNature.Flow));
        if (company is not null)
        {
            lexicon.AddCompany(company);
        }

        return lexicon;
    }

    /// <summary>Adds a part that the document itself names ("our retail segment"), where no company says what parts there are.</summary>
    public void AddPart(string name, string member)
    {
        Parts.Add(name, new Part(member, true));
        segments.Add(member);
        keys.Add("revenue." + member);
    }

    private void AddCompany(Company company)
    {
        foreach (CompanyLine line in company.Lines)
        {
            keys.Add(line.Key.Name);
        }

        foreach (CompanyLine segment in company.Segments.Concat(company.FormerSegments))
        {
            segments.Add(segment.Key.Member);
            Segments.Add((segment.Key.Member, segment.Label, PhraseIndex<Part>.WordsOf(segment.Label)[^1]));
            AddParts(segment, isSegment: true);
        }

        foreach (CompanyLine line in company.Adjustments)
        {
            foreach (string name in Names(line))
            {
                adjustments.Add((PhraseIndex<Part>.WordsOf(name), line.Key, line.Label));
                Own.Add(name, line.Key);
            }
        }

        foreach (CompanyLine line in company.CostLines.Concat(company.ExpenseLines))
        {
            foreach (string name in Names(line))
            {
                Own.Add(name, line.Key);
            }
        }

        foreach (CompanyLine line in company.OtherLines)
        {
            if (line.Key.Family == "revenue" && !line.Key.Member.Contains("_ex_", StringComparison.Ordinal))
            {
                AddParts(line, isSegment: false);
            }
            else if (line.Key.Family.StartsWith("share_of_", StringComparison.Ordinal))
            {
                AddParts(line, isSegment: false);
            }
            else
            {
                foreach (string name in Names(line))
                {
                    Own.Add(name, line.Key);
                }
            }
        }
    }

    private void AddParts(CompanyLine line, bool isSegment)
    {
        bool share = line.Key.Family.StartsWith("share_of_", StringComparison.Ordinal);
        foreach (string name in Names(line))
        {
            string[] words = PhraseIndex<Part>.WordsOf(name);
            if (share && words.Contains("share"))
            {
                Own.Add(name, line.Key);
            }

            IEnumerable<string> kept = share
                ? words.SkipWhile(ShareWords.Contains).TakeWhile(w => !ShareWords.Contains(w) || w == "of")
                : words.Where(w => w is not ("revenue" or "sale")).SkipWhile(w => w is "from" or "the");
            string rest = string.Join(' ', kept);
            if (rest.Length > 0)
            {
                Parts.Add(rest, new Part(line.Key.Member, isSegment));
            }
        }
    }

    private static IEnumerable<string> Names(CompanyLine line) => line.Aliases.Prepend(line.Label);
}

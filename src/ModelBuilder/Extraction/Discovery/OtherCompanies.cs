using System.Text.RegularExpressions;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Companies whose figures stand in the documents beside this one's: "Rival's revenue", "Rival (RVL)".</summary>
internal static partial class OtherCompanies
{
    private const int Most = 20;

    /// <summary>Their names in the order of the documents.</summary>
    public static IReadOnlyList<string> Find(IReadOnlyList<Place> places, IReadOnlyList<string> own, IReadOnlyList<Candidate> parts, string ticker)
    {
        HashSet<string> stems = [.. parts.Select(p => p.Slug)];
        List<string> found = [];
        HashSet<string> last = [.. own.Select(o => o.Split(' ')[^1])];

        // who speaks of his own company has no need of its name; others' names stand in what others write
        foreach (Place place in places.Where(p => p.Document.Source is SourceKind.Article or SourceKind.Summary or SourceKind.Notes))
        {
            string text = place.Sentence.Text;
            foreach (Match match in OwnerPattern().Matches(text).Concat(ListedPattern().Matches(text)))
            {
                string name = match.Groups["n"].Value, listed = match.Groups["t"].Value;
                if ((listed.Length == 0 || (listed != ticker && !IsInitials(name, listed))) && IsOther(name) && !found.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    found.Add(name);
                }
            }
        }

        return [.. found.Take(Most)];

        bool IsOther(string name)
        {
            List<Token> tokens = Tokenizer.Tokenize(name);
            string slug = NameReader.Slug(tokens, 0, tokens.Count);
            return tokens.TrueForAll(t => t.Kind != TokenKind.Word || NameWords.IsName(t)) && Regions.Of(slug) is null && !stems.Contains(NameReader.Stem(slug)) && !NameWords.IsEmpty(tokens)
                && !own.Any(o => o.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(o, StringComparison.OrdinalIgnoreCase) || name.Split(' ')[0] == o.Split(' ')[0]) && !last.Contains(name.Split(' ')[^1]);
        }
    }

    // "Machine Learning (ML)" explains letters and names no company
    private static bool IsInitials(string name, string letters) => string.Concat(name.Split(' ', '-').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]))).Contains(letters[..1], StringComparison.Ordinal) && letters.Length <= name.Split(' ', '-').Length;

    [GeneratedRegex(@"(?<n>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,2})['’]s (?:[a-z][\w-]* ){0,3}(?:revenues?|sales|profit|earnings|gross margin|operating margin|net income|market share|capital expenditures|capex)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnerPattern();

    [GeneratedRegex(@"(?<n>[A-Z][a-z][\w-]*(?: [A-Z][\w&-]+){0,2}) \((?:(?:NYSE|NASDAQ|HKEX|SEHK|TSX|LSE)[^:()]{0,12}: ?)?(?<t>[A-Z]{2,5})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ListedPattern();
}

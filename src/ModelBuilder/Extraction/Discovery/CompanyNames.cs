using System.Text.RegularExpressions;

namespace ModelBuilder.Extraction;

/// <summary>What a company calls itself: in greetings, on its officers' lips, in its web address, before its ticker.</summary>
internal static partial class CompanyNames
{
    private const string Name = @"(?<n>[A-Z][\w&’'-]*(?:(?:,? (?:[A-Z][\w&’'-]*|&|and(?= [A-Z])|of(?= [A-Z])))){0,4}?)";
    private const string Occasion = @"(?i:first|second|third|fourth|full|half|interim|h[12]|fy|fiscal|year|q[1-4]|[1-4]q|1st|2nd|3rd|4th|20\d\d|earnings|results|conference|quarter|quarterly|annual|investor|call)\b";
    private const string Plain = @"(?<n>[A-Z][a-zA-Z-]+(?: (?:& )?[A-Z][\w-]*){0,3})";
    private const int InAddress = 12;
    private const int StaffWeight = 3;
    private const int FewUses = 2;
    private const int Officer = 8;
    private const int Title = 10;
    private const int LongestTitle = 160;
    private const int Introduced = 5;
    private static readonly string[] LegalForms = ["Inc", "Corporation", "Corp", "Company", "Co", "Holdings", "Holding", "Limited", "Ltd", "plc", "PLC", "Group", "SE", "AG", "NV", "SA", "LLC", "LP"];

    // places are no companies, but many names begin with one
    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase) { "North", "South", "America", "Europe", "China", "Black" };

    private static readonly string[] Tails = ["Industries", "Technologies", "International", "Companies", "Enterprises", "Brands", "Systems", "Solutions", "Partners", "Bancorp"];

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "The", "This", "That", "Our", "We", "Your", "Company", "Ladies", "Today", "Good", "Thank", "Thanks", "SEC", "Form", "GAAP", "Non", "Investor", "Relations", "CEO", "CFO", "President", "Board", "COVID", "Slide", "Q", "A", "I", "And", "In", "For", "At", "As", "On", "It",
        "Operator", "Chief", "Vice", "Chairman", "Finance", "Treasurer", "Strategy", "Corporate", "North", "South", "America", "Europe", "China", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "EBITDA", "US", "U", "EPS",
        "Securities", "Exchange", "Commission", "Act", "Directors", "Risk", "Financial", "Operations", "Mr", "Mrs", "Ms", "Dr", "Black", "Christmas", "Thanksgiving", "Safe", "Harbor", "Let", "Accounting", "Executive", "Senior", "Officer", "Treasury", "Marketing", "Sales", "SG&A", "R&D", "G&A", "Q&A", "M&A", "P&L", "SD&A", "Goodwill",
    };

    /// <summary>The name, other names, the ticker, and the sentence that each comes from; empty where the documents do not tell.</summary>
    /// <param name="places">The sentences of all documents.</param>
    /// <param name="folder">What the company's folder is called.</param>
    /// <param name="parts">What may be parts of the company, whose names are not its own.</param>
    public static (string Name, IReadOnlyList<string> Aliases, string Ticker, string Reason, string TickerReason, bool Sure) Read(IReadOnlyList<Place> places, string folder, IReadOnlyList<Candidate> parts)
    {
        HashSet<string> stems = [.. parts.Select(p => p.Slug)];
        // what a sentence says to be the company's name, and only where nothing does how it is used
        Dictionary<string, (int Said, int Used, string Reason)> scores = new(StringComparer.Ordinal);
        string ticker = "", tickerReason = "";
        HashSet<string> people = new(StringComparer.Ordinal);
        HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase) { Letters(folder) };
        HashSet<string> firmly = new(StringComparer.Ordinal), legal = new(StringComparer.Ordinal);
        string file = Called(places);
        HashSet<string> common = [.. places.SelectMany(p => p.Sentence.Tokens).Where(t => t.Kind == TokenKind.Word && !t.IsCapitalised).Select(t => t.Lower)];
        common.ExceptWith(places.SelectMany(p => p.Sentence.Tokens.Skip(1)).Where(t => t.IsCapitalised).Select(t => t.Lower));
        foreach (Place place in places)
        {
            string text = place.Sentence.Text;
            foreach (Match host in HostPattern().Matches(text))
            {
                hosts.Add(host.Groups["h"].Value.ToLowerInvariant());
            }

            if (ticker.Length == 0 && TickerPattern().Match(text) is { Success: true } listed)
            {
                ticker = listed.Groups["t"].Value;
                tickerReason = place.Quote;
                Add(listed.Groups["n"].Value, 6, place);
            }

            Add(WelcomePattern().Match(text), 8, place);
            if (text.Length <= LongestTitle && text.TrimEnd()[^1] is not ('.' or '?' or '!'))
            {
                Add(TitlePattern().Match(text), Title, place);
            }

            Add(SaidPattern().Match(text), 4, place);
            foreach (Match listing in LegalPattern().Matches(text))
            {
                _ = legal.Add(listing.Groups["n"].Value) && Add(listing, 2, place);
            }

            foreach (Match person in PersonPattern().Matches(text))
            {
                people.UnionWith(person.Groups["n"].Value.Split(' ').Append(person.Groups["n"].Value));
            }

            foreach (Match officer in OfficerPattern().Matches(text))
            {
                bool unit = officer.Value.StartsWith("President", StringComparison.Ordinal);
                Add(officer, unit ? 0 : Officer, place, unit ? 1 : 0);
            }

            foreach (Match behalf in BehalfPattern().Matches(text))
            {
                Add(behalf, 4, place);
            }

            foreach (Match owner in OwnerPattern().Matches(text))
            {
                Add(owner, 5, place);
            }

            foreach (Match staff in StaffPattern().Matches(text))
            {
                Add(staff, 0, place, StaffWeight);
                firmly.Add(Clean(staff.Groups["n"].Value, file));
            }

            foreach (Match used in UsedPattern().Matches(text))
            {
                Add(used, 0, place, 1);
            }

            foreach (Match firm in FirmPattern().Matches(text))
            {
                firmly.Add(Clean(firm.Groups["n"].Value, file));
            }
        }

        if (ticker.Length == 0 && file.Length is > 0 and <= 5 && file.All(char.IsAsciiLetterUpper))
        {
            (ticker, tickerReason) = (file, "A GUESS, from what the documents' files are called");
        }

        foreach ((string name, (int said, int used, string reason)) in scores.ToArray())
        {
            List<Token> tokens = Tokenizer.Tokenize(name);
            string slug = NameReader.Slug(tokens, 0, tokens.Count);
            bool part = places.Any(p => p.Sentence.Text.Contains(name + " segment", StringComparison.OrdinalIgnoreCase)) || (said == 0 && (stems.Contains(NameReader.Stem(slug)) || stems.Contains(NameReader.Stem(slug.Split('_')[0]))));
            // letters that are merely used may be anything: a programme, a rating, a brand
            bool initials = said == 0 && name != file && name.Length <= 4 && !name.Any(char.IsLower);
            bool fits = Abbreviates(ticker, name);
            // a word that stands in small letters too begins a sentence; where goods go to is a country or a brand
            part |= !fits && ((said == 0 && !firmly.Contains(name)) || (said < Introduced && common.Contains(name.ToLowerInvariant())));
            // half the name of a part
            part |= said == 0 && ticker.Length > 0 && !fits && parts.Any(p => p.Segment + p.Topic > 0 && p.Slug.StartsWith(NameReader.Stem(slug) + "_", StringComparison.Ordinal));
            // whose chief somebody is is no person
            if ((people.Contains(name) && said < Officer) || part || initials || (said + used < FewUses && !fits && places.Where(p => p.Sentence.Text.Contains(name, StringComparison.Ordinal)).Take(FewUses).Count() < FewUses) || Regions.Of(slug) is not null)
            {
                scores.Remove(name);
                continue;
            }

            string letters = Letters(name);
            if (hosts.Any(h => h == letters))
            {
                scores[name] = (said + InAddress, used, reason);
            }
        }

        if (scores.Count == 0)
        {
            return ("", [], ticker, "", tickerReason, false);
        }

        Dictionary<string, int> count = scores.Keys.ToDictionary(n => n, n => places.Count(p => p.Sentence.Text.Contains(n, StringComparison.Ordinal)), StringComparer.Ordinal);
        (string best, (int points, _, string why)) = scores.OrderByDescending(s => s.Value.Said).ThenByDescending(s => s.Key != ticker && Abbreviates(ticker, s.Key)).ThenByDescending(s => s.Key.Length > 2 ? count[s.Key] + s.Value.Used : 0).ThenByDescending(s => s.Key.Length).ThenBy(s => s.Key, StringComparer.Ordinal).First();
        string[] related = [.. scores.Where(s => s.Key != best && s.Value.Said + s.Value.Used >= 2 && (s.Key.StartsWith(best + " ", StringComparison.Ordinal) || best.StartsWith(s.Key + " ", StringComparison.Ordinal))).Select(s => s.Key).Order(StringComparer.Ordinal)];
        string full = scores.Keys.Where(n => n.StartsWith(best + " ", StringComparison.Ordinal) && LegalForms.Contains(n[(best.Length + 1)..].Split(' ')[^1].TrimEnd('.', ','))).OrderByDescending(n => n.Length).FirstOrDefault() ?? best;
        string[] aliases = [.. related.Append(best).Where(n => n != full && (n == best || n.Split(' ').Length > 1)).Distinct().Take(4)];
        return (full, aliases, ticker, why, tickerReason, points > 0);

        bool Add(object match, int said, Place place, int used = 0)
        {
            string text = match switch { Match { Success: true } m => m.Groups["n"].Value, string s => s, _ => "" };
            string name = Clean(text, file);
            if (name.Length > 1)
            {
                (int saidBefore, int usedBefore, string reason) = scores.GetValueOrDefault(name, (0, 0, place.Quote));
                scores[name] = (saidBefore + said, usedBefore + used, saidBefore == 0 && said > 0 ? place.Quote : reason);
            }

            return name.Length > 1;
        }
    }

    /// <summary>True for a last word by which a company's name goes on and without which it is known.</summary>
    public static bool IsTail(string word) => LegalForms.Contains(word) || Tails.Contains(word);

    // "HRN_q2_2021.txt": what stands before the period in the names of all files
    private static string Called(IReadOnlyList<Place> places)
    {
        string[] names = [.. places.Select(p => p.Document.Name).Distinct(StringComparer.Ordinal).Select(n => FilePattern().Match(Path.GetFileName(n)).Groups["n"].Value).Distinct(StringComparer.OrdinalIgnoreCase)];
        return names is [var only] ? only : "";
    }

    // tickers shorten names: "HBT" is Harbour Boats, "OARS" the letters within Boarsman
    private static bool Abbreviates(string ticker, string name)
    {
        string letters = Letters(name), wanted = ticker.ToLowerInvariant();
        int at = 0;
        foreach (char c in letters)
        {
            at += at < wanted.Length && c == wanted[at] ? 1 : 0;
        }

        return wanted.Length > 1 && letters.Length > 0 && (letters.Contains(wanted, StringComparison.Ordinal) || (letters[0] == wanted[0] && at == wanted.Length));
    }

    private static string Clean(string text, string file)
    {
        List<string> words = [.. text.Trim(' ', ',').Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        bool placed = words.Count > 2 && Places.Contains(words[0]) && !words.TrueForAll(w => NoNames.Contains(w.TrimEnd(',')));
        while (!placed && words.Count > 0 && (NoNames.Contains(words[0].TrimEnd(',')) || words[0] is "and" or "of" or "&"))
        {
            words.RemoveAt(0);
        }

        int cut = words.FindIndex(w => OccasionPattern().IsMatch(w));
        words = cut >= 0 ? words[..cut] : words;
        while (words.Count > 0 && (words[^1] is "and" or "of" or "&" || (words.Count == 1 && NoNames.Contains(words[^1]))))
        {
            words.RemoveAt(words.Count - 1);
        }

        cut = words.FindIndex(1 < words.Count ? 1 : 0, w => w is "Reports" or "Announces" or "Posts" or "Reported" or "Announced");
        words = cut > 0 ? words[..cut] : words;
        string name = string.Join(' ', words).TrimEnd(',', '.').Replace("N.V", "NV", StringComparison.Ordinal);
        name = name.EndsWith("'s", StringComparison.Ordinal) ? name[..^2] : name;
        name = NoNames.Contains(name) ? "" : name;
        bool shouted = words.Count == 1 && name.Length > 5 && !name.Any(char.IsLower) && !(file.Length > 1 && name.StartsWith(file, StringComparison.OrdinalIgnoreCase));
        bool compound = words.Any(w => w.Contains('-') && char.IsLower(w[^1]) && char.IsLower(w[w.IndexOf('-', StringComparison.Ordinal) + 1 < w.Length ? w.IndexOf('-', StringComparison.Ordinal) + 1 : 0]));
        bool contracted = words.Count > 0 && words[^1].Split('\'') is [_, "d" or "ve" or "ll" or "re" or "m"];
        return shouted || compound || contracted || words.Any(w => NoNames.Contains(w.TrimEnd(',')) && !LegalForms.Contains(w) && !(placed && Places.Contains(w))) ? "" : name;
    }

    private static string Letters(string name) => new([.. name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    [GeneratedRegex(@"(?:www\.|ir\.|investors?\.|at |//|@)(?<h>[a-z0-9-]{2,40})\.(?:com|net|org|co|io|cn)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HostPattern();

    [GeneratedRegex(@"(?<n>[A-Z][\w&’'-]*?(?: [A-Z][\w&’'.-]*){0,4}?)?(?:['’]s)?,? ?[\(\[]?\b(?:NYSE|NASDAQ|Nasdaq|HKEX|SEHK|LSE|LON|TSX|TSXV|ASX|AMEX|NSE|BSE|Euronext|XETRA|FRA|SWX|OTC|OTCQX|JSE|SGX)[^:()\[\]]{0,25}: ?(?<t>[A-Z][A-Z.]{0,5}|[0-9]{3,6})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TickerPattern();

    [GeneratedRegex(@"(?i:welcome)(?: (?i:everyone|all|you|everybody|back))? (?i:to) (?:(?i:the|today's|our) )?" + Name + @"(?:'s|’s)?,? (?:[a-z]+ )?" + Occasion, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WelcomePattern();

    // "Q2 2021 Harbour Boats Ltd Earnings Call", "Harbour Boats, Inc. Second Quarter 2021 Results", "Company Name: Harbour Boats"
    [GeneratedRegex(@"^[#*\s]*(?:(?:Q[1-4]|FY|[1-4]Q|H[12])?[ ']*(?:20)?\d\d )?(?:(?i:preliminary|edited|full|transcript of|half.year|annual) )*" + Name + @"(?:,? Inc\.?)?(?: \([^()]*\))?[,:]? (?:[-–|] )?" + Occasion + @"(?=.{0,80}(?i:earnings|results|conference|transcript))|^[#*\s]*Company(?: Name)?: (?<n>[A-Z][\w&’'.-]*(?: [A-Z&][\w&’'.-]*){0,4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TitlePattern();

    // "Harbour Boats on Thursday reported", "Harbour Boats Inc. said Monday"
    [GeneratedRegex(@"(?:^|[:\u2013-] |[.] )(?<n>[A-Z][\w&’'-]*(?: (?:& )?[A-Z][\w&’'-]*){0,4})(?: Inc\.?| Corp\.?| Ltd\.?| Co\.?)? (?:on (?:Mon|Tues|Wednes|Thurs|Fri)day,? )?(?:said|reported|posted|announced|(?i:reports|posts|announces))\b(?! (?:were|was|by)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SaidPattern();

    // with its legal form
    [GeneratedRegex(@"\b(?<n>[A-Z][\w&’'-]*(?: (?:& )?[A-Z][\w&’'-]*){0,4},? (?:Inc|Corp|Corporation|Ltd|Limited|plc|PLC|AG|SE|NV|N\.V|SA|LLC|LP)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LegalPattern();

    [GeneratedRegex(@"(?:Relations|Officer|Finance|Development|President|Treasurer|CEO|CFO|Chairman|Director|Strategy)(?: here)?,? (?:of|for|at|with) (?:the )?(?!Investor|Corporate|Finance|Strategy|Global|the )(?<n>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*| &(?= [A-Z])){0,4})(?=[.,;:]|$| [a-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfficerPattern();

    [GeneratedRegex(@"\b(?<n>[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-zA-Z'-]+){1,2}), (?:our|the|President|Chief|CEO|CFO|COO|Chair|Chairman|Chairwoman|Director|Head|Executive|Senior|Vice)\b|\b(?<n>[A-Z][a-z]+ [A-Z][a-zA-Z'-]+), [A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2}['’]s? (?:CEO|CFO|COO|[Cc]hief|[Pp]resident|[Cc]hair)|\b(?<n>[A-Z][a-z]+) and I\b|(?i:over to|thank you,|thanks,|welcome,|hi,) (?<n>[A-Z][a-z]+)(?=[.,]| (?:who|and|mentioned|said|noted|will|has)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PersonPattern();

    [GeneratedRegex(@"(?:on behalf of|here at|joining|join us at|welcome to|copyrighted by) (?:(?i:the|all|everyone at) )?(?<n>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*| &(?= [A-Z])){0,4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BehalfPattern();

    [GeneratedRegex(@"(?<n>[A-Z][\w&-]*(?: [A-Z][\w&-]*| &(?= [A-Z])){0,3})['’]s? (?:(?:historic|record|strong) )?(?i:(?:fiscal |q[1-4] |first|second|third|fourth|full|quarter|[ -]|year|20\d\d)+ (?:earnings|financial|results|conference|call)|fiscal (?:year )?20\d\d|earnings (?:conference|call|release)|senior management|management|ceo|cfo|chairman|chief|president|stockholders|shareholders|results|board|annual report|form 10)\b|\b(?:in|of) (?<n>[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3}) annual report\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnerPattern();

    [GeneratedRegex(@"(?<=(?<!acquisition )\b(?:at|for|of|to) )" + Plain + @"(?=[.,;:]|$| [a-z])|" + Plain + @"(?=['’]s? )|(?<=\b[Oo]ur )" + Plain + @"(?= (?:mission|brand|family|culture|values|platform|strategy|journey|community)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UsedPattern();

    // what has something, rather than is only named
    [GeneratedRegex(@"(?<=\bat )" + Plain + @"(?=[.,;:]|$| [a-z])|" + Plain + @"(?=['’]s? )|(?<=\b[Oo]ur )" + Plain + @"(?= (?:mission|brand|family|culture|values|platform|strategy|journey|community)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FirmPattern();

    // whose people, whose doings: what is only sold or rated has no employees
    [GeneratedRegex(Plain + @"(?:['’]s?)? (?:management team|team|teams|family|employees|associates|colleagues|shareholders|stockholders|investors|customers|clients)\b|(?<=, )" + Plain + @" (?:delivered|reported|generated|produced)\b|^" + Plain + @" (?:delivered|reported|generated|continues|remains|is well positioned|has a long history)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex StaffPattern();

    [GeneratedRegex(@"^(?<n>[A-Za-z]{1,20})[ _-]+(?:q[1-4]|[1-4]q|fy|h[12]|20\d\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FilePattern();

    [GeneratedRegex("^" + Occasion, RegexOptions.CultureInvariant)]
    private static partial Regex OccasionPattern();
}

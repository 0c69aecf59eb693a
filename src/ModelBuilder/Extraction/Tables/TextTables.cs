using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>
/// Tables of a release that stand in its text as lines: a line of periods, and under it rows of a name and as many numbers. Each cell
/// is a mention of the row's line in the column's period; a row that states no line of the vocabulary is named by its own words.
/// </summary>
internal sealed class TextTables
{
    private const int LongestLine = 240, ShortestSentence = 40, Above = 8, MostStray = 2, LongestName = 8, MostNamed = 15;

    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal) { "volume", "volumes", "tons", "tonnes", "units", "stores", "employees", "headcount", "customers", "subscribers", "shipments", "deliveries", "barrels", "ounces", "rooms", "members" };

    private readonly Document document;
    private readonly Lexicon lexicon;
    private readonly Money money;
    private readonly PeriodContext context;
    private readonly HashSet<TextLine> taken = [];
    private readonly List<Totals.Said> said = [];
    private readonly Dictionary<(LineKey, Measure, FiscalPeriod?), decimal> first = [];

    private TextTables(Document document, Lexicon lexicon, Money money, PeriodContext context)
    {
        this.document = document;
        this.lexicon = lexicon;
        this.money = money;
        this.context = context;
    }

    /// <summary>What tables state, and their lines, which are no sentences.</summary>
    public static (List<Totals.Said> Said, HashSet<TextLine> Lines) Read(Document document, Lexicon lexicon, Money money, PeriodContext context)
    {
        TextTables tables = new(document, lexicon, money, context);
        tables.Run();
        return (tables.said, tables.taken);
    }

    private void Run()
    {
        IReadOnlyList<TextLine> lines = document.Lines;
        Queue<string> above = [];
        decimal? usual = null;
        for (int i = 0; i < lines.Count; i++)
        {
            string text = lines[i].Text;
            if (lines[i].Start > 0 || !MayBePart(text))
            {
                if (text.Length > 0)
                {
                    above.Clear();
                }

                continue;
            }

            int numbers = Numbers(text);
            List<Token> tokens = numbers >= 2 ? Tokenizer.Tokenize(text) : [];
            if (tokens.Count > 0 && TableHead.Read(tokens, above, context) is { } columns && Rows(lines, i + 1, columns, usual = Scale([.. above, text]) ?? usual, IsAdjusted(above)) is > 0 and var end)
            {
                taken.Add(lines[i]);
                i = end - 1;
                above.Clear();
                continue;
            }

            if (numbers > 2 && TableRow.Is(tokens))
            {
                taken.Add(lines[i]);
            }

            above.Enqueue(text);
            if (above.Count > Above)
            {
                above.Dequeue();
            }
        }
    }

    // a sentence is no part of a table
    private static bool MayBePart(string text) => text.Length is > 0 and <= LongestLine && text[^1] is not ('.' or '?' or '!' or ',' or ':') | char.IsAsciiDigit(text[Math.Max(0, text.Length - 2)]) | text.Length < ShortestSentence && text.AsSpan().IndexOf(". ", StringComparison.Ordinal) < 0;

    private static int Numbers(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            count += char.IsAsciiDigit(text[i]) && (i == 0 || !(char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '.' or ',')) ? 1 : 0;
        }

        return count;
    }

    // "Non-GAAP" over the head
    private static bool IsAdjusted(IEnumerable<string> above) => above.TakeLast(2).Any(l => l.Length < 24 && l.StartsWith("non", StringComparison.OrdinalIgnoreCase) && l.Contains("gaap", StringComparison.OrdinalIgnoreCase));

    // "(in millions, except per share amounts)"
    private static decimal? Scale(IEnumerable<string> lines) => lines.SelectMany(l => Tokenizer.Tokenize(l)).Select(t => t.Norm switch { "million" or "mm" => 1e6m, "thousand" or "000s" => 1e3m, "billion" => 1e9m, "crore" => 1e7m, _ => (decimal?)null }).LastOrDefault(s => s is not null);

    // the line after the last row, or 0 where there is none
    private int Rows(IReadOnlyList<TextLine> lines, int from, List<TableColumn> columns, decimal? scale, bool adjusted)
    {
        List<(TextLine Line, List<Token> Tokens, int Label, List<TableCell> Cells)> rows = [];
        int stray = 0, end = from;
        for (int i = from; i < lines.Count && stray <= MostStray; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i].Text))
            {
                continue;
            }

            List<Token> tokens = lines[i].Text.Length > LongestLine ? [] : Tokenizer.Tokenize(lines[i].Text);
            if (TableRow.Read(tokens, columns.Count) is not var (label, cells))
            {
                // another head, or the text goes on
                stray += tokens.Count == 0 || TableHead.Read(tokens, [], context) is not null ? MostStray + 1 : 1;
                continue;
            }

            (stray, end) = (0, i + 1);
            rows.Add((lines[i], tokens, label, cells));
        }

        bool flows = rows.Exists(r => r.Tokens.Take(r.Label).Any(t => t.Norm is "activitie" or "activities"));
        foreach ((TextLine line, List<Token> tokens, int label, List<TableCell> cells) in rows)
        {
            taken.Add(line);
            if (LineOf(tokens[..label]) is { } named && (rows.Count <= MostNamed || !named.Key.StartsWith("kpi.", StringComparison.Ordinal)))
            {
                Row(line, tokens, adjusted && named.Basis.Length == 0 && !named.Key.StartsWith("revenue", StringComparison.Ordinal) ? named with { Basis = "adjusted" } : named, cells, columns, scale, flows);
            }
        }

        return rows.Count == 0 ? 0 : end;
    }

    // "Adjusted EBITDA (a)", "Net earnings attributable to controlling interest", "Volume (tons)"
    private LineRef? LineOf(List<Token> label)
    {
        List<Token> words = [.. label.Where(t => t.Text is not "|")];
        bool nonGaap = words.Exists(t => t.Lower is "gaap") && words.Exists(t => t.Lower is "non");
        LineRef? line = LineReader.Read(lexicon, words, new bool[words.Count], null, []).Find(l => l is { Weak: false, IsNoLine: false, Foreign: false, Key.Length: > 0 });
        int leading = words.TakeWhile(t => Basis.IsWord(t.Lower)).Count();
        int rest = line is null ? 0 : words.Skip(line.End).TakeWhile(t => t.Text is not ("(" or ",") && t.Lower is not ("attributable" or "available" or "from" or "per" or "for" or "of")).Count(t => t.Kind == TokenKind.Word);
        if (line is not null && line.First <= leading + 1 && rest == 0)
        {
            return line with { Basis = line.Basis.Length == 0 && nonGaap ? "adjusted" : line.Basis };
        }

        int close = words.FindIndex(t => t.Text is "(");
        List<Token> name = close > 0 ? words[..close] : words;
        bool counted = words.Exists(t => Counts.Contains(t.Lower));
        return name.Count is 0 or > LongestName || name[0].Lower is "other" or "basic" or "diluted" or "total" or "subtotal" or "impact" or "effect" or "less" or "add" or "plus" || LineReader.Slug(name) is not { Length: > 3 } slug ? null
            : new LineRef("kpi." + slug, Basis.Between(words, 0, words.Count), counted ? LineNature.Count : words.Exists(t => t.Norm is "share") && words.Exists(t => t.Lower is "per") ? LineNature.PerShare : LineNature.Flow, 0, name.Count);
    }

    // the cells of a row, unless the document has stated others under its name: what a later table breaks down is another thing
    private void Row(TextLine line, List<Token> tokens, LineRef named, List<TableCell> cells, List<TableColumn> columns, decimal? scale, bool flows)
    {
        List<Mention> mentions = [.. Enumerable.Range(0, columns.Count).Select(c => Cell(line, tokens, named, cells[c], columns, c, scale, flows)).OfType<Mention>()];
        if (mentions.TrueForAll(m => !first.TryGetValue((m.Line, m.Measure, m.Period), out decimal before) || before == m.Amount.Value))
        {
            Sentence row = new(line, 0, line.Text, tokens);
            mentions.ForEach(m => first[(m.Line, m.Measure, m.Period)] = m.Amount.Value);
            said.AddRange(mentions.Select(m => new Totals.Said(m, row, Whole: true)));
        }
    }

    private Mention? Cell(TextLine line, List<Token> tokens, LineRef named, TableCell cell, List<TableColumn> columns, int c, decimal? scale, bool flows)
    {
        TableColumn column = columns[c];
        List<FiscalPeriod> periods = [.. columns.Take(c).Select(p => p.Period).OfType<FiscalPeriod>()];
        FiscalPeriod? period = column.Period ?? (periods.Count > 0 ? periods[Math.Max(0, periods.Count - 2)] : null);
        if (cell.Value is not { } value || period is not { } at)
        {
            return null;
        }

        Comparison comparison = Comparison.Level;
        if (column.Period is null)
        {
            at = column.Sequential is null ? at : periods[0];
            bool yearly = column.Sequential is false || (column.Sequential is null && periods.Count > 1 && periods[^1] == at.YearAgo), quarterly = column.Sequential ?? (periods.Count > 1 && !yearly && periods[^1] == at.Prior);
            if ((!yearly && !quarterly) || (column.Grows && !cell.Percent && named.Nature != LineNature.Ratio && cell.Currency is not null))
            {
                return null;
            }

            bool grows = (column.Grows || cell.Percent) && named.Nature != LineNature.Ratio;
            comparison = grows ? yearly ? Comparison.GrowthYoy : Comparison.GrowthQoq : yearly ? Comparison.ChangeYoy : Comparison.ChangeQoq;
        }

        LineNature nature = named.Nature;
        bool ratio = cell.Percent || comparison is Comparison.GrowthYoy or Comparison.GrowthQoq || nature is LineNature.Multiple || cell.Times;
        bool instant = at.Kind == PeriodKind.Instant;
        if ((nature == LineNature.Ratio && !ratio) || (instant && nature is LineNature.Flow or LineNature.PerShare && !named.Key.StartsWith("kpi.", StringComparison.Ordinal)) || (nature == LineNature.Balance && !instant && (flows || value < 0)))
        {
            return null;
        }

        at = nature is LineNature.Balance or LineNature.Multiple && context.InstantOf(at) is { } day ? day : at;
        decimal unit = 1;
        if (cell.Percent || cell.Times)
        {
            value = value * 1;
        }
        else if (ratio)
        {
            unit = nature is LineNature.Multiple ? 1 : 0.01m;
        }
        else if (!cell.Scaled && nature is LineNature.Flow or LineNature.Balance)
        {
            if (scale is null && Math.Abs(value) < 1_000_000m)
            {
                return null;
            }

            unit = scale ?? 1;
        }
        else if (!cell.Scaled && nature is LineNature.Count && named.Key.Contains("share", StringComparison.Ordinal))
        {
            unit = scale ?? 1;
        }

        value *= unit;
        value = named.Loss && value > 0 && comparison == Comparison.Level ? -value : (Vocabulary.IsCost(named.Key) ? named.Key != "tax_expense" : named.Key is "capex" or "dividends" or "share_repurchases") && comparison == Comparison.Level ? Math.Abs(value) : value;
        Unit of = ratio ? nature == LineNature.Ratio && comparison != Comparison.Level ? Unit.Points : Unit.Ratio : nature switch { LineNature.Count => Unit.Count, LineNature.PerShare or LineNature.Price => Unit.PerShare, _ => Unit.Money };
        string? currency = of is Unit.Money or Unit.PerShare ? money.Of(cell.Currency).Code : null;
        if (currency is null && of is Unit.Money or Unit.PerShare)
        {
            return null;
        }

        string key = ratio && comparison == Comparison.Level && nature == LineNature.Flow ? Vocabulary.MarginOf(named.Key) ?? named.Key : named.Key;
        int start = tokens[cell.First].Start;
        Provenance place = new(document.Name, document.Source, line.Number, start, tokens[cell.End - 1].End - start, line.Text.Trim(), line.Speaker);
        return new Mention(new LineKey(key, named.Basis), new Measure(GuidanceBound.None, comparison), at, new Amount(value, cell.Precision * unit, of, currency), place);
    }
}

using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>What the comment on a cell of Model says: where its number stands, in which sentence, how it was derived or decided.</summary>
internal sealed class CellNotes(WorkbookInput input)
{
    private const int LongestQuote = 260;
    private const int Longest = 420;
    private readonly Dictionary<FigureId, LedgerEntry> ledger = input.Ledger.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First());

    /// <summary>Of a stated or derived figure.</summary>
    public static string Of(Figure figure) => figure.Status == FigureStatus.Derived
        ? Cut($"Derived: {figure.Derivation}{Sources("\nSee also ", figure.Mentions)}", Longest)
        : Stated(figure);

    /// <summary>Of a cell that computes what was also disclosed.</summary>
    public string Disclosed(Figure figure) => figure.Status == FigureStatus.Derived
        ? Cut("Computed here. Also derived: " + figure.Derivation, Longest)
        : Cut($"Computed here; stated as {Number(figure.Amount)}.\n{Stated(figure)}", Longest);

    /// <summary>Of a figure over which sources disagree.</summary>
    public string Contested(Figure figure) => Cut(
        $"Sources disagree; the sheet Contradictions decides, and you can overrule it there.\n{(ledger.TryGetValue(figure.Id, out LedgerEntry? entry) ? entry.Decision : Of(figure))}", Longest);

    private static string Stated(Figure figure)
    {
        Provenance first = figure.Mentions[0].Provenance;
        string speaker = first.Speaker is { Length: > 0 } s ? $" ({s})" : "";
        return Cut($"{first.Document}, line {first.Line.ToString(CultureInfo.InvariantCulture)}{speaker}\n“{Cut(OneLine(first.Quote), LongestQuote)}”{Sources("\nAlso ", figure.Mentions.Skip(1))}", Longest);
    }

    private static string Sources(string lead, IEnumerable<Mention> mentions)
    {
        string[] places = [.. mentions.Select(m => m.Provenance.Place).Distinct(StringComparer.Ordinal)];
        return places.Length == 0 ? "" : lead + string.Join(", ", places.Take(4)) + (places.Length > 4 ? string.Create(CultureInfo.InvariantCulture, $" and {places.Length - 4} more") : "");
    }

    private string Number(Amount amount) => amount.Unit == Unit.Ratio
        ? (amount.Value * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%"
        : Shown.Value(amount.Value, amount.Unit, input.Model.Company).ToString("#,##0.####", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}

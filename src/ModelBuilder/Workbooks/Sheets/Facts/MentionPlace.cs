using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>What tells one mention from another: what it says, and where.</summary>
internal readonly record struct MentionPlace(LineKey Line, Measure Measure, FiscalPeriod? Period, decimal? Value, string Document, int? DocumentLine, int Start)
{
    public static MentionPlace Of(Mention m) => new(m.Line, m.Measure, m.Period, m.Amount.Value, m.Provenance.Document, m.Provenance.Line, m.Provenance.Start);

    /// <summary>A finding knows the line of its document, not the place on it.</summary>
    public static MentionPlace Of(Finding f) => new(f.Line ?? default, f.Measure ?? Measure.Level, f.Period, f.Value, f.Document ?? "", f.DocumentLine, -1);

    /// <summary>The place as a finding knows it.</summary>
    public MentionPlace OnItsLine => this with { Start = -1 };
}

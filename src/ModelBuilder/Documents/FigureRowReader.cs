using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>Reads the rows of a figures file into mentions.</summary>
internal sealed class FigureRowReader(Company company, InputFindings findings)
{
    private static readonly Dictionary<string, Unit> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["money"] = Unit.Money,
        ["ratio"] = Unit.Ratio,
        ["points"] = Unit.Points,
        ["per_share"] = Unit.PerShare,
        ["count"] = Unit.Count,
    };

    private static readonly Dictionary<string, MentionKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = MentionKind.Reported,
        ["reported"] = MentionKind.Reported,
        ["guidance"] = MentionKind.Reported,
        ["consensus"] = MentionKind.Consensus,
        ["forecast"] = MentionKind.Forecast,
        ["own"] = MentionKind.Own,
    };

    /// <summary>The mention of a row, or null with a finding for each thing that is wrong in it.</summary>
    public Mention? Read(FigureRow row)
    {
        FiscalPeriod? period = FiscalPeriod.TryParse(row["period"], out FiscalPeriod p) ? p : null;
        if (period is null)
        {
            Bad(row, "period", "write 2023Q4, 2023FY, 2023H1, 2023M9, 2023-04 or 2023-12-31");
        }

        LineKey? line = Line(row);
        Measure? measure = MeasureOf(row);
        MentionKind? kind = Kinds.TryGetValue(row["kind"], out MentionKind k) ? k : null;
        if (kind is null)
        {
            Bad(row, "kind", "write reported, guidance, consensus, forecast or own" + Spelling.Suggestion(row["kind"], Kinds.Keys));
        }

        SourceKind source = SourceWords.Kind(row["source_type"]);
        Amount? amount = Amount(row, measure, source);
        if (period is null || line is null || measure is null || kind is null || amount is null)
        {
            return null;
        }

        string quote = FigureRowQuote.Of(row, line.Value, measure.Value, period.Value, amount);
        var provenance = new Provenance(findings.Document, source, row.Line, row.StartOfValue, row["value"].Length, quote) { IsTyped = true };
        return new Mention(line.Value, measure.Value, period, amount, provenance) { Kind = kind.Value };
    }

    private LineKey? Line(FigureRow row)
    {
        string written = row["basis"].Length > 0 ? row["metric"] + "@" + row["basis"] : row["metric"];
        if (!LineKey.TryParse(written, out LineKey line))
        {
            Bad(row, row["basis"].Length > 0 && LineKey.TryParse(row["metric"], out _) ? "basis" : "metric", "write a line key such as revenue.total, and a basis such as adjusted");
            return null;
        }

        if (!KnownLines.Contain(line, company))
        {
            findings.Warning(row.Line, $"'{line}' is none of the company's lines{Spelling.Suggestion(line.Name, KnownLines.All(company))}", "correct it, or add it to other_lines of company.yaml, to former_segments where it is a segment no longer reported; it is kept as a line of its own");
        }

        return line;
    }

    private Measure? MeasureOf(FigureRow row)
    {
        if (!Measure.TryParse(row["measure"], out Measure measure))
        {
            Bad(row, "measure", "write level, growth.yoy, growth.qoq, change.yoy, change.qoq, guidance.low, guidance.high or guidance.point");
            return null;
        }

        // "guidance" as a kind says no more than the measure does; without a bound in the measure it is a single number.
        bool guided = row["kind"].Equals("guidance", StringComparison.OrdinalIgnoreCase);
        return guided && !measure.IsGuidance ? measure with { Bound = GuidanceBound.Point } : measure;
    }

    private Amount? Amount(FigureRow row, Measure? measure, SourceKind source)
    {
        decimal? value = decimal.TryParse(row["value"], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
        if (value is null)
        {
            Bad(row, "value", "write a number in base units without separators or signs of scale: 2478000000, or 0.314 for 31.4%");
        }

        if (!Units.TryGetValue(row["unit"], out Unit unit))
        {
            Bad(row, "unit", "write money, ratio, points, per_share or count" + Spelling.Suggestion(row["unit"], Units.Keys));
            return null;
        }

        if (measure is { IsGrowth: true } && unit != Unit.Ratio)
        {
            findings.Warning(row.Line, $"growth is a ratio, not {row["unit"]}; the row is left out", "write the unit ratio, or the measure level");
            return null;
        }

        string currency = row["currency"];
        bool isMoney = unit is Unit.Money or Unit.PerShare;
        if (isMoney && !Currencies.IsCode(currency))
        {
            Bad(row, "currency", "write an ISO 4217 code such as USD, EUR or CNY" + Currencies.Suggestion(currency));
            return null;
        }

        if (!isMoney && currency.Length > 0)
        {
            findings.Info(row.Line, $"a {row["unit"]} has no currency; '{currency}' is not looked at", "leave the currency empty");
        }

        return value is { } v ? new Amount(v, StatedPrecision.Of(v, unit, source), unit, isMoney ? currency : null) : null;
    }

    private void Bad(FigureRow row, string column, string remedy) => findings.Warning(
        row.Line, row[column].Length > 0 ? $"'{row[column]}' is no {column}; the row is left out" : $"no {column}; the row is left out", remedy);
}

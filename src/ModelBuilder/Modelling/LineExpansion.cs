using System.Diagnostics.CodeAnalysis;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>Expands the entries of lines.yaml for a company and reads their formulas.</summary>
internal sealed class LineExpansion(string name, string text, Company company, List<Finding> findings)
{
    private readonly Placeholders placeholders = new(company);

    public CompanyLines Expand(LinesFile file)
    {
        LineDefinition[] lines = [.. LinesDefinedTwice.Resolve([.. file.Lines.SelectMany(Line)], company, findings)];
        Identity[] identities =
        [
            .. lines.Where(l => l.IsIdentity && l.Formula is not null && l.Row.Measure == Measure.Level).Select(l => new Identity($"{l.Row.Key} = {FormulaPrinter.Print(l.Formula!)}", l.Row.Key, l.Formula!)),
            .. file.Identities.SelectMany(FreeIdentity),
        ];
        return new CompanyLines(company, lines, identities, [.. file.Drivers.SelectMany(Driver)], [.. file.Parts.Select(Part)]);
    }

    private IEnumerable<LineDefinition> Line(LineEntry entry)
    {
        foreach (Binding binding in placeholders.Bindings(entry.Key))
        {
            string[] keyAndMeasure = placeholders.Fill(entry.Key, binding)!.Split('|');
            Measure measure = default;
            if (!LineKey.TryParse(keyAndMeasure[0], out LineKey key) || (keyAndMeasure.Length > 1 && !Measure.TryParse(keyAndMeasure[1], out measure)))
            {
                Report(entry.Key, $"'{entry.Key}' is not a line key", "write it like revenue.total or revenue.total|growth.yoy");
                continue;
            }

            if (!TryUnit(entry.Unit, key, out Unit unit) || !TryYear(entry.Year, out YearRule year))
            {
                Report(entry.Key, $"'{entry.Key}' has a unit or a year that is not known", "unit: money, ratio, points, per_share, count; year: sum, last, formula, none");
                continue;
            }

            LineKey[] parts = entry.Sum is { } sum && placeholders.Fill(sum, binding) is { } list ? [.. list.Split(", ").Select(LineKey.Parse)] : [];
            string? formula = parts.Length > 0 ? $"SUM({string.Join(", ", parts)})" : entry.Formula is { } f ? placeholders.Fill(f, binding) : null;
            Expression? expression = null;
            if (formula is not null && !TryRead(entry.Key, formula, out expression))
            {
                continue;
            }

            LineKey? rounding = parts.Length > 0 && entry.Rounding is { } r ? LineKey.Parse(placeholders.Fill(r, binding)!) : null;
            var row = new ModelLine(key, measure, entry.Key, placeholders.Fill(entry.Label, binding)!, unit, year, "");
            yield return new LineDefinition(row, expression, parts, rounding, entry.Identity);
        }
    }

    private IEnumerable<Identity> FreeIdentity(string equation)
    {
        string[] sides = equation.Split(" = ");
        foreach (Binding binding in sides.Length == 2 ? placeholders.Bindings(equation) : [])
        {
            if (placeholders.Fill(sides[1], binding) is { } right && LineKey.TryParse(placeholders.Fill(sides[0], binding), out LineKey left) && TryRead(equation, right, out Expression? formula))
            {
                yield return new Identity($"{left} = {right}", left, formula);
            }
        }

        if (sides.Length != 2)
        {
            Report(equation, $"'{equation}' is not an equation", "write it like line = formula over lines");
        }
    }

    private IEnumerable<DriverDefinition> Driver(DriverEntry entry)
    {
        foreach (Binding binding in placeholders.Bindings(entry.Key))
        {
            if (LineKey.TryParse(placeholders.Fill(entry.Key, binding), out LineKey key) && placeholders.Fill(entry.History, binding) is { } history
                && TryUnit(entry.Unit, key, out Unit unit) && TryKind(entry, out DriverKind kind, out Scale scale) && TryRead(entry.Key, history, out Expression? formula))
            {
                yield return new DriverDefinition(key, entry.Key, placeholders.Fill(entry.Label, binding)!, unit, entry.Better != "low", entry.Spread != "none", formula)
                {
                    Kind = kind,
                    Scale = scale,
                    IgnoreBelow = entry.IgnoreBelow,
                    Fewest = entry.Fewest,
                };
            }
        }
    }

    private PartDefinition Part(PartEntry part) => new(part.Name, [.. part.Ways.Select(way => new WayDefinition(
        way.Name,
        [.. way.Needs.SelectMany(need => placeholders.Bindings(need).Select(b => LineKey.Parse(placeholders.Fill(need, b)!)))],
        Forecast(way.Forecast)))]);

    private Dictionary<LineKey, IReadOnlyList<Expression>> Forecast(Dictionary<string, List<string>> entries)
    {
        var forecast = new Dictionary<LineKey, IReadOnlyList<Expression>>();
        foreach ((string pattern, List<string> formulas) in entries)
        {
            foreach (Binding binding in placeholders.Bindings(pattern))
            {
                // What is said of the company's own lines goes before what is said of a general line that is one of them.
                LineKey line = LineKey.Parse(placeholders.Fill(pattern, binding)!);
                forecast[line] =
                [
                    .. forecast.GetValueOrDefault(line, []),
                    .. formulas.Select(f => placeholders.Fill(f, binding) is { } filled && TryRead(pattern, filled, out Expression? e) ? e : null).OfType<Expression>(),
                ];
            }
        }

        return forecast;
    }

    private bool TryRead(string entry, string formula, [NotNullWhen(true)] out Expression? expression)
    {
        FormulaParseResult read = FormulaParser.ParseLines(formula);
        expression = read.Value;
        if (!read.Succeeded)
        {
            Report(entry, FormattableString.Invariant($"the formula '{formula}' of '{entry}' cannot be read at character {read.Position + 1}: {read.Message}"), "correct the formula");
        }

        return read.Succeeded;
    }

    private void Report(string entry, string message, string remedy) => findings.Add(new Finding(Severity.Error, FindingCode.Input, message)
    {
        Document = name,
        DocumentLine = LineOf(entry),
        Remedy = remedy,
    });

    private int? LineOf(string entry)
    {
        int at = text.IndexOf(entry, StringComparison.Ordinal);
        return at < 0 ? null : text.AsSpan(0, at).Count('\n') + 1;
    }

    private static bool TryYear(string text, out YearRule year)
    {
        (year, bool known) = text switch
        {
            "sum" => (YearRule.Sum, true),
            "last" => (YearRule.Last, true),
            "formula" => (YearRule.Formula, true),
            "none" => (YearRule.None, true),
            _ => (YearRule.None, false),
        };
        return known;
    }

    /// <summary>The unit as written; where none is, what the key's family counts.</summary>
    private bool TryKind(DriverEntry entry, out DriverKind kind, out Scale scale)
    {
        (kind, scale, bool isKind) = entry.Kind switch
        {
            "level" => (DriverKind.Level, Scale.Logarithm, true),
            "growth" => (DriverKind.Growth, Scale.Growth, true),
            "quarterly growth" => (DriverKind.QuarterlyGrowth, Scale.Growth, true),
            "ratio" => (DriverKind.Ratio, Scale.Plain, true),
            _ => (DriverKind.Ratio, Scale.Plain, false),
        };
        (scale, bool isScale) = entry.Scale switch
        {
            null => (scale, true),
            "any" => (Scale.Plain, true),
            "above 0" => (Scale.Logarithm, true),
            "below 1" => (Scale.Margin, true),
            "share" => (Scale.Share, true),
            _ => (scale, false),
        };
        if (!isKind || !isScale)
        {
            Report(entry.Key, isKind ? $"{entry.Key}: there is no scale '{entry.Scale}'" : $"{entry.Key}: there is no kind '{entry.Kind}'", "the head of the drivers in the file says which there are");
        }

        return isKind && isScale;
    }

    private static bool TryUnit(string? text, LineKey key, out Unit unit)
    {
        (unit, bool known) = text switch
        {
            "money" => (Unit.Money, true),
            "ratio" => (Unit.Ratio, true),
            "points" => (Unit.Points, true),
            "per_share" => (Unit.PerShare, true),
            "count" => (Unit.Count, true),
            null => (UnitOfFamily(key), true),
            _ => (Unit.Money, false),
        };
        return known;
    }

    private static Unit UnitOfFamily(LineKey key) => key.Family switch
    {
        "kpi" or "orders" => Unit.Count,
        "eps" or "dividend_per_share" => Unit.PerShare,
        "same_store_sales" or "tax_rate" => Unit.Ratio,
        var family when family.StartsWith("share_of_", StringComparison.Ordinal) || family.EndsWith("_margin", StringComparison.Ordinal) => Unit.Ratio,
        _ => Unit.Money,
    };
}

using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>A row of the model, defined for one company.</summary>
/// <param name="Row">What it shows.</param>
/// <param name="Formula">What it equals in every period, or null for a stated line.</param>
/// <param name="Parts">For a total: its parts.</param>
/// <param name="Rounding">For a total: the line that takes what the disclosed total has more than its parts.</param>
/// <param name="IsIdentity">True where stated figures are tested against the formula.</param>
internal sealed record LineDefinition(ModelLine Row, Expression? Formula, IReadOnlyList<LineKey> Parts, LineKey? Rounding, bool IsIdentity)
{
    public bool IsTotal => Parts.Count > 0;
}

/// <summary>A driver, defined for one company.</summary>
internal sealed record DriverDefinition(LineKey Key, string Pattern, string Label, Unit Unit, bool HigherIsBetter, bool Varies, Expression History)
{
    public required DriverKind Kind { get; init; }

    public required Scale Scale { get; init; }

    /// <summary>It is of use only where its size was beyond this lately.</summary>
    public double IgnoreBelow { get; init; }

    /// <summary>With fewer observations it is of no use.</summary>
    public int Fewest { get; init; } = 1;
}

/// <summary>One way to project a part: the lines it rests on and, for each line, its formulas in order of preference.</summary>
internal sealed record WayDefinition(string Name, IReadOnlyList<LineKey> Needs, IReadOnlyDictionary<LineKey, IReadOnlyList<Expression>> Forecast);

/// <summary>A part of the model and the ways to project it, in order of preference.</summary>
internal sealed record PartDefinition(string Name, IReadOnlyList<WayDefinition> Ways);

/// <summary>The definitions of a template's lines.yaml, expanded for one company.</summary>
public sealed class CompanyLines
{
    internal CompanyLines(
        Company company, IReadOnlyList<LineDefinition> lines, IReadOnlyList<Identity> identities, IReadOnlyList<DriverDefinition> drivers, IReadOnlyList<PartDefinition> parts)
    {
        Company = company;
        Lines = lines;
        Identities = identities;
        Drivers = drivers;
        Parts = parts;
    }

    /// <summary>The company they are expanded for.</summary>
    public Company Company { get; }

    /// <summary>What holds between the company's lines within a period.</summary>
    public IReadOnlyList<Identity> Identities { get; }

    internal IReadOnlyList<LineDefinition> Lines { get; }

    internal IReadOnlyList<DriverDefinition> Drivers { get; }

    internal IReadOnlyList<PartDefinition> Parts { get; }

    /// <summary>Reads a lines.yaml and expands it for a company.</summary>
    /// <param name="name">The file's name, for findings.</param>
    /// <param name="text">Its text.</param>
    /// <param name="company">The company.</param>
    /// <returns>The definitions, or null with findings of severity error that name the entry and what is wrong with it.</returns>
    public static (CompanyLines? Lines, IReadOnlyList<Finding> Findings) Read(string name, string text, Company company)
    {
        var findings = new List<Finding>();
        CompanyLines? lines = LinesFile.Read(name, text, findings) is { } file ? new LineExpansion(name, text, company, findings).Expand(file) : null;
        return (findings.Exists(f => f.Severity == Severity.Error) ? null : lines, findings);
    }
}

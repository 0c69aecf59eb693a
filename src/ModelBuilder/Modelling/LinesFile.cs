using ModelBuilder.Figures;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ModelBuilder.Modelling;

/// <summary>The text of a template's lines.yaml, read but not yet expanded for a company.</summary>
internal sealed class LinesFile
{
    public List<LineEntry> Lines { get; set; } = [];

    public List<string> Identities { get; set; } = [];

    public List<DriverEntry> Drivers { get; set; } = [];

    public List<PartEntry> Parts { get; set; } = [];

    /// <summary>Reads the file; null with a finding that names line and reason where it is not such a file.</summary>
    public static LinesFile? Read(string name, string text, ICollection<Finding> findings)
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<LinesFile?>(text) ?? new LinesFile();
        }
        catch (YamlException e)
        {
            findings.Add(new Finding(Severity.Error, FindingCode.Input, $"{name} cannot be read: {(e.InnerException ?? e).Message}")
            {
                Document = name,
                DocumentLine = (int)e.Start.Line,
                Remedy = "correct that line; the head of the file says what each entry holds",
            });
            return null;
        }
    }
}

/// <summary>A row of the model.</summary>
internal sealed class LineEntry
{
    public string Key { get; set; } = "";

    public string Label { get; set; } = "{label}";

    public string? Unit { get; set; }

    public string Year { get; set; } = "none";

    public string? Formula { get; set; }

    public string? Sum { get; set; }

    public string? Rounding { get; set; }

    public bool Identity { get; set; } = true;
}

/// <summary>A driver of projections.</summary>
internal sealed class DriverEntry
{
    public string Key { get; set; } = "";

    public string Label { get; set; } = "{label}";

    public string Unit { get; set; } = "ratio";

    public string Better { get; set; } = "high";

    public string Spread { get; set; } = "interval";

    public string Kind { get; set; } = "ratio";

    public string? Scale { get; set; }

    public double IgnoreBelow { get; set; }

    public int Fewest { get; set; } = 1;

    public string History { get; set; } = "";
}

/// <summary>A part of the model with the ways in which it can be projected.</summary>
internal sealed class PartEntry
{
    public string Name { get; set; } = "";

    public List<WayEntry> Ways { get; set; } = [];
}

/// <summary>One way to project a part.</summary>
internal sealed class WayEntry
{
    public string Name { get; set; } = "";

    public List<string> Needs { get; set; } = [];

    public Dictionary<string, List<string>> Forecast { get; set; } = [];
}

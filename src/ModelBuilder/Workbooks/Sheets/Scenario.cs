namespace ModelBuilder.Workbooks.Sheets;

/// <summary>A scenario.</summary>
/// <param name="Name">What the cell Scenario holds.</param>
/// <param name="Key">What keys of rows end with, after a bar.</param>
internal sealed record Scenario(string Name, string Key)
{
    public static Scenario Bear { get; } = new("Bear", "bear");

    public static Scenario Base { get; } = new("Base", "base");

    public static Scenario Bull { get; } = new("Bull", "bull");

    /// <summary>In the order of ScenarioIndex.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [Bear, Base, Bull];

    /// <summary>The row of a line or driver in this scenario.</summary>
    public string Row(string rowKey) => $"{rowKey}|{Key}";
}

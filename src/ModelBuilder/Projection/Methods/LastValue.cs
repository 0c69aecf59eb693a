namespace ModelBuilder.Projection;

/// <summary>The last value, held: the forecast of a random walk.</summary>
internal sealed class LastValue : ForecastMethod
{
    internal static MethodRow Carried { get; } = new("carried", "Last value so far", RowSpan.History, "IF(ISNUMBER(z), z, carried[-1])") { First = "z" };

    public override string Key => "naive";

    public override string Name => "Last value";

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        Carried,
        new("ahead.naive", "Last value", RowSpan.Ahead, "carried[-1]"),
        new("path.naive", "Last value", RowSpan.Path, "last.carried"),
    ];

    public override MethodRun Run(Series history, int horizon) =>
        new(OneAhead(history, 1, i => history.Carried[i - 1]), Ahead(horizon, _ => history.Carried[^1]), NoParameters);
}

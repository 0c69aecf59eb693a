namespace ModelBuilder.Projection;

/// <summary>What a method makes of a history, on the driver's scale.</summary>
/// <param name="Ahead">For each quarter of the history what the method would have said of it from those before; not a number where it could not.</param>
/// <param name="Path">One value for each quarter ahead.</param>
/// <param name="Parameters">The numbers it has fitted, by the names that its rows use.</param>
internal sealed record MethodRun(double[] Ahead, double[] Path, IReadOnlyDictionary<string, double> Parameters);

/// <summary>A way to carry a history forward. The numbers and <see cref="Rows"/> are one definition said twice: a test holds them together.</summary>
internal abstract class ForecastMethod
{
    /// <summary>A short name for keys and tables: <c>theta</c>.</summary>
    public abstract string Key { get; }

    /// <summary>What a person reads.</summary>
    public abstract string Name { get; }

    /// <summary>The fewest observations from which it says anything.</summary>
    public virtual int Fewest => 1;

    /// <summary>True where it wants the history with its seasons.</summary>
    public virtual bool TakesSeasons => false;

    /// <summary>The rows by which a workbook computes it; those named <c>ahead.KEY</c> and <c>path.KEY</c> are its result.</summary>
    public abstract IReadOnlyList<MethodRow> Rows { get; }

    /// <summary>Runs it over a history with at least <see cref="Fewest"/> observations.</summary>
    public abstract MethodRun Run(Series history, int horizon);

    protected static IReadOnlyDictionary<string, double> NoParameters { get; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What a function of the quarter before says of every known quarter with at least <paramref name="fewest"/> known before it.</summary>
    protected static double[] OneAhead(Series history, int fewest, Func<int, double> from)
    {
        var ahead = new double[history.Length];
        Array.Fill(ahead, double.NaN);
        for (int k = fewest; k < history.Known.Length; k++)
        {
            ahead[history.Known[k]] = from(history.Known[k]);
        }

        return ahead;
    }

    protected static double[] Ahead(int horizon, Func<int, double> step) => [.. Enumerable.Range(1, horizon).Select(step)];
}

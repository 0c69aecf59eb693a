using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>A method run over a history, on the driver's scale and with its seasons.</summary>
/// <param name="Method">The method.</param>
/// <param name="Ahead">What it would have said of each quarter from those before.</param>
/// <param name="Path">What it says of each quarter ahead.</param>
/// <param name="Parameters">What it fitted.</param>
/// <param name="Error">Its mean absolute error one quarter ahead over the last quarters; not a number where it has none.</param>
/// <param name="Weight">Its weight in the weighted mean, 0 for one that only stands beside.</param>
internal sealed record Candidate(ForecastMethod Method, double[] Ahead, double[] Path, IReadOnlyDictionary<string, double> Parameters, double Error, double Weight);

/// <summary>A history carried forward on its scale.</summary>
internal sealed record Forecast(Scale Scale, Series History, double[] Adjustments, IReadOnlyList<OneOff> OneOffs, double[]? Seasons, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>The positions of the quarters whose errors count.</summary>
    public required int[] Window { get; init; }

    /// <summary>The usual error of such a history one quarter ahead.</summary>
    public required double UsualError { get; init; }

    /// <summary>What is projected, for each quarter ahead.</summary>
    public required double[] Middle { get; init; }

    /// <summary>Half of the interval around it.</summary>
    public required double[] Half { get; init; }
}

namespace ModelBuilder.Figures;

/// <summary>What names a figure: there is one for each line, measure and period. Ordered in that order.</summary>
/// <param name="Line">The line.</param>
/// <param name="Measure">What is said of it.</param>
/// <param name="Period">The fiscal period.</param>
public readonly record struct FigureId(LineKey Line, Measure Measure, FiscalPeriod Period) : IComparable<FigureId>
{
    /// <summary>Orders by line, measure, period.</summary>
    public int CompareTo(FigureId other) =>
        Line.CompareTo(other.Line) is not 0 and var l ? l : Measure.CompareTo(other.Measure) is not 0 and var m ? m : Period.CompareTo(other.Period);

    /// <summary><c>revenue.total[2023Q4]</c>, <c>revenue.total|growth.yoy[2023Q4]</c>.</summary>
    public override string ToString() => Measure == Measure.Level ? $"{Line}[{Period}]" : $"{Line}|{Measure}[{Period}]";
}

/// <summary>How a figure came about.</summary>
public enum FigureStatus
{
    /// <summary>A document states it.</summary>
    Reported,

    /// <summary>It follows from others by an identity.</summary>
    Derived,
}

/// <summary>
/// What the model uses for one line, measure and period. It cannot exist without provenance: a reported figure has the
/// mentions that state it, a derived one the identity and the figures it follows from.
/// </summary>
public sealed record Figure
{
    private Figure(FigureId id, Amount amount, Interval interval, FigureStatus status, IReadOnlyList<Mention> mentions, string? derivation, IReadOnlyList<FigureId> operands)
    {
        Id = id;
        Amount = amount;
        Interval = interval;
        Status = status;
        Mentions = mentions;
        Derivation = derivation;
        Operands = operands;
    }

    /// <summary>Line, measure and period.</summary>
    public FigureId Id { get; }

    /// <summary>The number used.</summary>
    public Amount Amount { get; }

    /// <summary>Where the true number lies, as far as all that is stated tells.</summary>
    public Interval Interval { get; }

    /// <summary>Reported or derived.</summary>
    public FigureStatus Status { get; }

    /// <summary>The mentions that agree with it, the one it is taken from first; may be empty for a derived figure.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The identity with its operands, in a form an analyst reads; null for a reported figure.</summary>
    public string? Derivation { get; }

    /// <summary>What a derived figure follows from.</summary>
    public IReadOnlyList<FigureId> Operands { get; }

    /// <summary>A figure that documents state.</summary>
    /// <exception cref="ArgumentException">No mention.</exception>
    public static Figure Reported(FigureId id, Amount amount, Interval interval, IReadOnlyList<Mention> mentions) => mentions.Count > 0
        ? new Figure(id, amount, interval, FigureStatus.Reported, mentions, null, [])
        : throw new ArgumentException("a reported figure needs a mention", nameof(mentions));

    /// <summary>A figure that follows from others.</summary>
    /// <exception cref="ArgumentException">No derivation or no operands.</exception>
    public static Figure Derived(FigureId id, Amount amount, Interval interval, string derivation, IReadOnlyList<FigureId> operands, IReadOnlyList<Mention>? mentions = null) =>
        string.IsNullOrWhiteSpace(derivation) || operands.Count == 0
            ? throw new ArgumentException("a derived figure needs its identity and operands", nameof(derivation))
            : new Figure(id, amount, interval, FigureStatus.Derived, mentions ?? [], derivation, operands);
}

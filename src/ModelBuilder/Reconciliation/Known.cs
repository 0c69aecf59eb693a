using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>A figure in the making.</summary>
internal sealed record Known(Interval Interval, decimal Value, IReadOnlyList<Mention> Mentions)
{
    /// <summary>How it follows from others; null where documents state it.</summary>
    public string? Derivation { get; init; }

    /// <summary>The number as documents state it, where an identity gives a more precise one.</summary>
    public decimal? Said { get; init; }

    /// <summary>The number to show a reader: as stated, unless that was so rough that the reader could not follow a computation with it.</summary>
    public decimal Shown => Said is { } said && Math.Abs(said - Value) <= Math.Max(0.002m * Math.Abs(Value), Math.Abs(Value) < 10 ? 0.0006m : 0) ? said : Value;

    /// <summary>The figures it follows from.</summary>
    public IReadOnlyList<int> Operands { get; init; } = [];
}

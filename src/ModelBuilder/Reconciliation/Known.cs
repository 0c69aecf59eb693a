using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>A figure in the making.</summary>
internal sealed record Known(Interval Interval, decimal Value, IReadOnlyList<Mention> Mentions)
{
    /// <summary>How it follows from others; null where documents state it.</summary>
    public string? Derivation { get; init; }

    /// <summary>The number as documents state it, where an identity gives a more precise one.</summary>
    public decimal? Said { get; init; }

    /// <summary>The figures it follows from.</summary>
    public IReadOnlyList<int> Operands { get; init; } = [];
}

using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Why a stated number is not used.</summary>
internal enum LossKind
{
    /// <summary>It contradicts others.</summary>
    Contradiction,

    /// <summary>The analyst ruled otherwise.</summary>
    Ruled,

    /// <summary>A later document states the past anew, or a later one guides anew.</summary>
    Restated,

    /// <summary>Another definition under the same name.</summary>
    Definition,

    /// <summary>The two ends of a range that one sentence states.</summary>
    Range,

    /// <summary>Nothing decides between it and others.</summary>
    Undecided,
}

/// <summary>A stated number that is not used.</summary>
/// <param name="Statement">The number and its mentions.</param>
/// <param name="Kind">Why.</param>
/// <param name="Why">Why in words, where the kind alone does not say it.</param>
internal sealed record Loss(Cluster Statement, LossKind Kind, string? Why = null);

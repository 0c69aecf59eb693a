using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;

namespace ModelBuilder.Workbooks;

/// <summary>All that a workbook is made of.</summary>
/// <param name="Model">The company's model.</param>
public sealed record WorkbookInput(Model Model)
{
    /// <summary>Contested figures.</summary>
    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>Every number read from the documents, those that lost or were refused too.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>What came up on the way, the model's own findings included.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The projection of each driver of the model; left out, they are made now.</summary>
    public IReadOnlyDictionary<LineKey, DriverProjection> Projections { get; init; } = new Dictionary<LineKey, DriverProjection>();

    /// <summary>Interval level, damping and spread; each becomes a cell.</summary>
    public ProjectionSettings Settings { get; init; } = new();

    /// <summary>The figures about which an analyst ruled in the workbook: the letter stays in its cell.</summary>
    public IReadOnlyDictionary<FigureId, IReadOnlyList<decimal>> Ruled { get; init; } = new Dictionary<FigureId, IReadOnlyList<decimal>>();

    /// <summary>What was forecast of quarters that have been reported since.</summary>
    public IReadOnlyList<FrozenForecast> Frozen { get; init; } = [];
}

/// <summary>A forecast as it stood when the result arrived.</summary>
/// <param name="Period">The period that was forecast.</param>
/// <param name="Row">The row of Model.</param>
/// <param name="Scenario">bear, base or bull.</param>
/// <param name="Value">The number as it was shown.</param>
public sealed record FrozenForecast(FiscalPeriod Period, string Row, string Scenario, double Value);

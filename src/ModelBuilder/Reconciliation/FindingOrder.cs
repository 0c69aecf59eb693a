using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>A total order of findings: by line, measure and period, then by weight, code and place.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        int order = Nullable.Compare(x.Line, y.Line);
        order = order != 0 ? order : Nullable.Compare(x.Measure, y.Measure);
        order = order != 0 ? order : Nullable.Compare(x.Period, y.Period);
        order = order != 0 ? order : y.Severity.CompareTo(x.Severity);
        order = order != 0 ? order : string.CompareOrdinal(x.Code, y.Code);
        order = order != 0 ? order : string.CompareOrdinal(x.Document, y.Document);
        order = order != 0 ? order : Nullable.Compare(x.DocumentLine, y.DocumentLine);
        order = order != 0 ? order : Nullable.Compare(x.Value, y.Value);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }
}

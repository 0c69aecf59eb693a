using ModelBuilder.Figures;
using ModelBuilder.Workbooks.Regeneration;
using ModelBuilder.Workbooks.Regeneration.Writing;

namespace ModelBuilder.Workbooks;

/// <summary>What came of regenerating a workbook.</summary>
public enum RegenerationState
{
    /// <summary>The program has nothing new to say: the file is not to be touched.</summary>
    Unchanged,

    /// <summary>There is a new workbook to be written.</summary>
    Changed,

    /// <summary>It must not be touched: a finding says why.</summary>
    Refused,
}

/// <summary>What came of regenerating a workbook.</summary>
/// <param name="State">Whether there is something to write.</param>
/// <param name="Bytes">The new workbook, where there is one.</param>
/// <param name="Findings">What came up.</param>
/// <param name="Changes">What arrived, what was kept, what conflicts.</param>
/// <param name="FailingChecks">What MasterCheck comes to in the new workbook.</param>
/// <param name="Snapshot">What the workbook has of the program's from now on: what is generated now, and lines that are made no more.</param>
public sealed record RegeneratedWorkbook(RegenerationState State, byte[]? Bytes, IReadOnlyList<Finding> Findings, ChangeReport Changes, int? FailingChecks, byte[]? Snapshot = null);

/// <summary>Brings what is generated now into a workbook that an analyst has worked in.</summary>
public static class Regenerator
{
    /// <summary>Regenerates.</summary>
    /// <param name="previous">The workbook as the analyst has it.</param>
    /// <param name="fresh">The workbook as it is generated now.</param>
    public static RegeneratedWorkbook Run(PreviousWorkbook previous, WorkbookBuild fresh)
    {
        if (previous.Fault is { } fault)
        {
            return new RegeneratedWorkbook(RegenerationState.Refused, null, [fault], ChangeReport.Nothing, null);
        }

        if (fresh.Reading is not { } ours || fresh.Snapshot is null)
        {
            return new RegeneratedWorkbook(RegenerationState.Refused, null, [], ChangeReport.Nothing, null);
        }

        Inventory was = previous.Inventory ?? ours.Inventory;
        byte[] snapshot = HistoryStays.Of(was, ours.Inventory) is { } kept ? Snapshot.Write(kept) : fresh.Snapshot;
        if (previous.Snapshot is { } known && known.AsSpan().SequenceEqual(snapshot))
        {
            return new RegeneratedWorkbook(RegenerationState.Unchanged, null, [], ChangeReport.Nothing, null, snapshot);
        }

        (Reading theirs, StyleClasses styles) = previous.ForChange(was);
        (Inventory intended, ours) = Deletions.Follow(was, theirs.Inventory, ours);
        MergeResult merge = ThreeWayMerge.Of(was, intended, ours.Inventory, previous.Inputs);
        ChangeReport report = ChangeReport.Of(merge, ours);
        (ours, IReadOnlyList<(Place, CellContent)> told) = ChangeRows.With(ours, report);
        (byte[] bytes, int? failing, IReadOnlyList<Finding> findings) = WorkbookPatch.Write(was, theirs, ours, styles, [.. merge.ToWrite.Select(p => (p, ours[p])), .. told], snapshot);
        findings = [.. findings, .. ours.Inventory.Sheets.Where(s => was.Sheet(s.Name) is null).Select(s => NotThere(s.Name))];
        return new RegeneratedWorkbook(RegenerationState.Changed, bytes, findings, report, failing, snapshot);
    }

    private static Finding NotThere(string sheet) => new(Severity.Warning, FindingCode.Input, $"the sheet {sheet} was not in the workbook when it was first built, and is not put into it")
    {
        Remedy = "build with --output into another folder to have it",
    };
}

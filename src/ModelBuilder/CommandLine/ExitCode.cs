using ModelBuilder.Figures;

namespace ModelBuilder.CommandLine;

/// <summary>How a command ended. For a command over several companies the worst counts.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Done, but with a finding of severity error.</summary>
    DoneWithErrors = 1,

    /// <summary>Nothing could be done, or the usage is wrong; nothing was written.</summary>
    NothingDone = 2,

    /// <summary>Interrupted; nothing is half-written.</summary>
    Interrupted = 130,
}

/// <summary>Exit codes of findings.</summary>
internal static class ExitCodes
{
    public static ExitCode Of(IEnumerable<Finding> findings) =>
        findings.Any(f => f.Severity == Severity.Error) ? ExitCode.DoneWithErrors : ExitCode.Done;

    public static ExitCode Worst(IEnumerable<ExitCode> codes) => codes.DefaultIfEmpty(ExitCode.Done).Max();
}

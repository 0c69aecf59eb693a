using ModelBuilder.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace ModelBuilder.Tests.CommandLine;

public sealed class InterruptionTests : IDisposable
{
    private readonly Session session = new();

    [SkippableTheory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public void Signal_EndsABuildThatHangs_With130_AndLeavesNoFile(string signal)
    {
        Skip.IfNot(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs signals and named pipes");
        // A document that never ends: reading the pipe waits for somebody to write into it.
        Run("mkfifo", Path.Combine(session.Documents, "never.txt")).WaitForExit();
        using Process build = Run("dotnet", typeof(Program).Assembly.Location, "build", session.Company, "--output", session.Output, "--template", Session.Template);
        Assert.False(build.WaitForExit(3000), "the build did not wait for the pipe");

        // On a busy machine the program may not listen yet when the first signal comes.
        bool ended = false;
        for (int second = 0; second < 30 && !ended; second++)
        {
            using Process kill = Run("kill", signal, build.Id.ToString(CultureInfo.InvariantCulture));
            ended = build.WaitForExit(1000);
        }

        if (!ended)
        {
            build.Kill();
        }

        Assert.True(ended, "the build went on");
        Assert.Equal(130, build.ExitCode);
        Assert.Contains("interrupted", build.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Output));
    }

    public void Dispose() => session.Dispose();

    private static Process Run(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
}

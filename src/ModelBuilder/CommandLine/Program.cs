using System.CommandLine;

namespace ModelBuilder.CommandLine;

/// <summary>The entry point: arguments in, an exit code out.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Terminal terminal = Terminal.OfProcess();
        using var interruption = new Interruption(terminal);
        int code = Run(terminal, args, interruption.Token);
        terminal.Flush();
        return code;
    }

    /// <summary>Runs a command; usage that is wrong is said on standard error and gives 2.</summary>
    internal static int Run(Terminal terminal, string[] args, CancellationToken cancel = default)
    {
        ParseResult parse = Commands.Root(terminal).Parse(args);
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors)
            {
                terminal.Warn(error.Message);
            }

            terminal.Say("'modelbuilder --help' and 'modelbuilder build --help' say what can be asked.");
            return (int)ExitCode.NothingDone;
        }

        try
        {
            return parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Output, ProcessTerminationTimeout = null }, cancel).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            terminal.Say(Interruption.Message);
            return (int)ExitCode.Interrupted;
        }
        catch (Exception bug)
        {
            // Bad input ends as a finding; what comes up here is a mistake in the program, and its place helps to mend it.
            terminal.Warn("This is a bug in ModelBuilder; nothing was written by the step that failed. Please report it with the lines below.");
            terminal.Say(bug.ToString());
            return (int)ExitCode.NothingDone;
        }
    }
}

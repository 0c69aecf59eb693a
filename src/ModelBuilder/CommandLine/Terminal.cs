using System.Globalization;
using System.Text;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>
/// Where a command speaks: results to standard output, everything else to standard error. Lines end with a line feed and
/// text is UTF-8 on every machine; colours and progress appear only where a person watches.
/// </summary>
internal sealed class Terminal
{
    /// <summary>Width of a table that goes into a file or a pipe, where COLUMNS does not say another.</summary>
    private const int PipeWidth = 160;

    private const int NarrowestPipe = 60;

    public Terminal(TextWriter output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal)
    {
        Output = output;
        Output.NewLine = "\n";
        error.NewLine = "\n";
        Result = Console(output, outputIsTerminal);
        Aside = Console(error, errorIsTerminal);
        IsWatched = errorIsTerminal;
    }

    /// <summary>Standard output as plain text: JSON, CSV.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard output for tables and text.</summary>
    public IAnsiConsole Result { get; }

    /// <summary>Standard error: findings, progress.</summary>
    public IAnsiConsole Aside { get; }

    /// <summary>True where standard error is a terminal that shows progress.</summary>
    public bool IsWatched { get; }

    /// <summary>A line on standard error.</summary>
    public void Say(string line) => Aside.WriteLine(line);

    /// <summary>A line on standard error that says what is wrong.</summary>
    public void Warn(string line) => Aside.MarkupLineInterpolated($"[red]{line}[/]");

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            new StreamWriter(System.Console.OpenStandardOutput(), utf8, 1 << 16) { AutoFlush = !System.Console.IsOutputRedirected },
            new StreamWriter(System.Console.OpenStandardError(), utf8) { AutoFlush = true },
            !System.Console.IsOutputRedirected,
            !System.Console.IsErrorRedirected);
    }

    /// <summary>Sends what is still held back.</summary>
    public void Flush() => Output.Flush();

    private static IAnsiConsole Console(TextWriter writer, bool terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal)
        {
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns >= NarrowestPipe ? columns : PipeWidth;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}

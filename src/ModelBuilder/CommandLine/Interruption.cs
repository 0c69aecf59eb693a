using System.Runtime.InteropServices;

namespace ModelBuilder.CommandLine;

/// <summary>
/// Ctrl-C, or a polite end from outside: the work is asked to stop where nothing is half-written. What does not stop in time is
/// ended; even then files are whole, because a workbook only ever appears by a rename.
/// </summary>
internal sealed class Interruption : IDisposable
{
    public const string Message = "interrupted; nothing is half-written";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] signals;
    private readonly Timer end;

    public Interruption(Terminal terminal)
    {
        end = new Timer(_ =>
        {
            terminal.Say(Message);
            Environment.Exit((int)ExitCode.Interrupted);
        });
        signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in signals)
        {
            signal.Dispose();
        }

        end.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;

        // Who asks twice will not be kept waiting.
        end.Change(source.IsCancellationRequested ? TimeSpan.Zero : Patience, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }
}

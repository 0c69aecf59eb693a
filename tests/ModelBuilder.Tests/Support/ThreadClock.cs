using System.Diagnostics;
using System.Globalization;

namespace ModelBuilder.Tests.Support;

/// <summary>What the current thread has computed, where the system tells it: other tests and a busy machine may keep it waiting. Otherwise the clock on the wall.</summary>
internal static class ThreadClock
{
    public static TimeSpan Now => TimeSpan.FromMilliseconds(File.Exists("/proc/thread-self/schedstat")
        ? long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e6
        : Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency);
}

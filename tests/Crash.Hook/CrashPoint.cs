using System.Diagnostics;

namespace MeliBot.Crash.Hook;

internal enum CrashMoment
{
    Start,
    Stop,
}

/// <summary>The n-th start or stop of a span, counted from when the point was set.</summary>
internal sealed class CrashPoint(string span, CrashMoment moment, int count)
{
    private int _passes;

    /// <param name="text"><c>span:start|stop:n</c>.</param>
    public static CrashPoint Parse(string text)
    {
        var parts = text.Trim().Split(':');
        return new(parts[0], Enum.Parse<CrashMoment>(parts[1], ignoreCase: true), int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Pass(string name, CrashMoment now)
    {
        if (now != moment || !string.Equals(name, span, StringComparison.Ordinal) || Interlocked.Increment(ref _passes) != count)
            return;

        // On Unix this is SIGKILL: no handler, no finally, no flush.
        Process.GetCurrentProcess().Kill();
    }
}

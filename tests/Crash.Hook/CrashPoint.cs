using System.Diagnostics;

namespace MeliBot.Crash.Hook;

internal enum CrashMoment
{
    Start,
    Stop,
}

/// <summary>The n-th start or stop of a span, counted from when the point was set.</summary>
/// <param name="freezes">The process stands still there, until it gets SIGCONT, instead of ending.</param>
internal sealed class CrashPoint(string span, CrashMoment moment, int count, bool freezes)
{
    private int _passes;

    /// <param name="text"><c>span:start|stop:n</c>, and <c>:freeze</c> behind it.</param>
    public static CrashPoint Parse(string text)
    {
        var parts = text.Trim().Split(':');
        return new(parts[0], Enum.Parse<CrashMoment>(parts[1], ignoreCase: true), int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture), parts.Length > 3 && parts[3] == "freeze");
    }

    public void Pass(string name, CrashMoment now)
    {
        if (now != moment || !string.Equals(name, span, StringComparison.Ordinal) || Interlocked.Increment(ref _passes) != count)
            return;

        if (freezes)
            Freeze();
        else
            // On Unix this is SIGKILL: no handler, no finally, no flush.
            Process.GetCurrentProcess().Kill();
    }

    // Every thread stops, whichever sent it; this one goes on at the point.
    private static void Freeze()
    {
        using var kill = Process.Start("kill", ["-STOP", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}

using System.Diagnostics;
using MeliBot.Crash.Hook;

#pragma warning disable MA0047, CA1050 // The runtime looks for exactly this name, outside any namespace.
/// <summary>
/// Runs before the host's Main (DOTNET_STARTUP_HOOKS). With <c>CRASH_AT=span:start|stop:n</c> in the environment the process
/// ends as by kill -9 when that tracing span starts or stops for the n-th time; with <c>CRASH_FILE=path</c> the point is set later, by
/// writing it into that file. With <c>:freeze</c> behind the number it stands still there until it gets SIGCONT. Production code carries no fail points: its spans are the points.
/// </summary>
internal static class StartupHook
{
    private static volatile CrashPoint? s_point;

    public static void Initialize()
    {
        var (at, file) = (Environment.GetEnvironmentVariable("CRASH_AT"), Environment.GetEnvironmentVariable("CRASH_FILE"));
        if (string.IsNullOrEmpty(at) && string.IsNullOrEmpty(file))
            return;

        if (!string.IsNullOrEmpty(at))
            s_point = CrashPoint.Parse(at);
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("MeliBot", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = span => s_point?.Pass(span.OperationName, CrashMoment.Start),
            ActivityStopped = span => s_point?.Pass(span.OperationName, CrashMoment.Stop),
        });
        if (!string.IsNullOrEmpty(file))
            new Thread(() => Await(file)) { IsBackground = true, Name = "Crash point" }.Start();
    }

    // A file and not a signal: the process must not take part in its own end.
    private static void Await(string file)
    {
        while (true)
        {
            while (!File.Exists(file))
                Thread.Sleep(5);
            s_point = CrashPoint.Parse(File.ReadAllText(file));
            File.Delete(file);
        }
    }
}

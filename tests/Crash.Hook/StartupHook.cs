using System.Diagnostics;
using MeliBot.Crash.Hook;

#pragma warning disable MA0047, CA1050 // The runtime looks for exactly this name, outside any namespace.
/// <summary>
/// Runs before the host's Main (DOTNET_STARTUP_HOOKS). With <c>CRASH_AT=span:start|stop:n</c> in the environment the process
/// ends as by kill -9 when that tracing span starts or stops for the n-th time. Production code carries no fail points: its spans are the points.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("CRASH_AT") is not { Length: > 0 } text)
            return;

        var point = CrashPoint.Parse(text);
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("MeliBot", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = span => point.Pass(span.OperationName, CrashMoment.Start),
            ActivityStopped = span => point.Pass(span.OperationName, CrashMoment.Stop),
        });
    }
}

using System.Diagnostics;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>
/// Tells whether an HTTP call of this process to itself is between its ends: sent and not arrived, or answered and not received. A thread that waits
/// on a socket for its core shows in no figure of the pool. A call that its server holds isn't on its way. Counted, because a request that is sent
/// again carries the trace of its first sending.
/// </summary>
internal sealed class CallsOnTheirWay : IDisposable
{
    private readonly ActivityListener _listener;
    private int _between;

    public CallsOnTheirWay()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "System.Net.Http" or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = activity => Interlocked.Add(ref _between, IsSent(activity) ? 1 : -1),
            ActivityStopped = activity => Interlocked.Add(ref _between, IsSent(activity) ? -1 : 1),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Whether more calls are open at those who sent them than at those who serve them.</summary>
    public bool Any => Volatile.Read(ref _between) > 0;

    public void Dispose() => _listener.Dispose();

    private static bool IsSent(Activity activity) => activity.Kind == ActivityKind.Client;
}

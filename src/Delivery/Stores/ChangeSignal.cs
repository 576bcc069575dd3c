namespace MeliBot.Delivery.Stores;

/// <summary>Wakes those who wait for changes, after each commit that made some.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next commit; take it before reading where the feed ends.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Committed() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

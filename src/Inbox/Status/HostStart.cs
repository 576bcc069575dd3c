namespace MeliBot.Inbox.Status;

/// <summary>When this host began to serve.</summary>
internal sealed class HostStart(TimeProvider time)
{
    public DateTimeOffset At { get; } = time.GetUtcNow();
}

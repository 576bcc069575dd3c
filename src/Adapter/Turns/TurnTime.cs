namespace MeliBot.Adapter.Turns;

/// <summary>A clock that stands still while a turn runs, so that a replay sees the same time.</summary>
internal sealed class TurnTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}

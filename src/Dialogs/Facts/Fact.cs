namespace MeliBot.Dialogs.Facts;

/// <summary>Something known, with where it comes from and when it was read. What isn't known is null, never a default.</summary>
/// <param name="Source">For example <c>item</c>.</param>
/// <param name="At">When the source said so.</param>
public sealed record Fact<T>(T Value, string Source, DateTimeOffset At)
{
    public TimeSpan Age(DateTimeOffset now) => now - At;
}

/// <param name="Currency">ISO 4217, for example <c>ARS</c>.</param>
public sealed record Money(decimal Amount, string Currency);

using System.Globalization;

namespace MeliBot.Dialogs.Facts;

/// <summary>Something known, with where it comes from and when it was read. What isn't known is null, never a default.</summary>
/// <param name="Source">For example <c>item</c>.</param>
/// <param name="At">When the source said so.</param>
public sealed record Fact<T>(T Value, string Source, DateTimeOffset At)
{
    public TimeSpan Age(DateTimeOffset now) => now - At;
}

/// <param name="Currency">ISO 4217, for example <c>ARS</c>.</param>
public sealed record Money(decimal Amount, string Currency)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");
}

/// <summary>A fact that a text relies on.</summary>
/// <param name="Value">Null when it isn't known: the text then says so.</param>
public sealed record FactNote(string Name, string? Value, string? Source, DateTimeOffset? At);

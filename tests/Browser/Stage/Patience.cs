namespace MeliBot.Browser.Tests.Stage;

/// <summary>How long a journey waits for what must come. Never a measure of speed: a busy machine is no fault.</summary>
internal static class Patience
{
    public const int Milliseconds = 60_000;

    public static TimeSpan Span => TimeSpan.FromMilliseconds(Milliseconds);
}

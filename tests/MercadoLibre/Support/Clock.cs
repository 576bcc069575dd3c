using Microsoft.Extensions.Time.Testing;

namespace MeliBot.MercadoLibre.Tests;

internal static class Clock
{
    public static FakeTimeProvider At(string start = "2026-11-22T10:00:00Z") => new(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Lets the clock run until the work is done.</summary>
    public static async Task<T> RunUntilAsync<T>(this FakeTimeProvider time, Task<T> work, double stepSeconds = 0.05)
    {
        while (!work.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(stepSeconds));
            await Task.WhenAny(work, Task.Delay(1));
        }

        return await work;
    }

    public static Task RunUntilAsync(this FakeTimeProvider time, Task work, double stepSeconds = 0.05) =>
        RunUntilAsync(time, Wrap(work), stepSeconds);

    private static async Task<bool> Wrap(Task work)
    {
        await work;
        return true;
    }
}

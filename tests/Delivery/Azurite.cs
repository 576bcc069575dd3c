using MeliBot.Contracts;

namespace MeliBot.Delivery.Tests;

/// <summary>One emulator of Azure Storage for all tests. Skips where it isn't installed.</summary>
internal static class Azurite
{
    private static readonly Lazy<RunningAzurite?> Running = new(RunningAzurite.Start);

    public static string ConnectionString
    {
        get
        {
            Assert.SkipWhen(Running.Value is null, "Azurite isn't installed (npm install -g azurite), so the queues of Azure Storage aren't tried.");
            return Running.Value!.ConnectionString;
        }
    }
}

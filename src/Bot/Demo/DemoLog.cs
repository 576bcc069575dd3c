namespace MeliBot.Bot.Demo;

internal static class DemoLog
{
    private static readonly SemaphoreSlim One = new(1, 1);

    public static async Task AppendAsync(string file, string line)
    {
        await One.WaitAsync(CancellationToken.None);
        try
        {
            await File.AppendAllTextAsync(file, line + "\n", CancellationToken.None);
        }
        finally
        {
            One.Release();
        }
    }
}

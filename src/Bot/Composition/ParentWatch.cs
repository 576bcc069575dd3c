using System.Diagnostics;

namespace MeliBot.Bot.Composition;

internal static class ParentWatch
{
    /// <summary>Cancels <paramref name="ended"/> when the process of this id ends, however it ends.</summary>
    public static async Task FollowAsync(int id, CancellationTokenSource ended)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(ended.Token);
            await ended.CancelAsync();
        }
        catch (ArgumentException)
        {
            // It ended before we looked.
            await ended.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // We end first.
        }
    }
}

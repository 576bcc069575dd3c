using System.Globalization;
using System.Text.Json;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Load;

/// <summary>One server as a process, one load on it by another.</summary>
internal static class Notifications
{
    /// <param name="pinned">The generator on one core, the server on another.</param>
    /// <param name="rate">Requests a second; null for as many as are answered.</param>
    public static async Task<LoadResult> SendAsync(string server, bool pinned, double? rate, TimeSpan warmUp, TimeSpan measured)
    {
        using var folder = new WorkFolder();
        await using var child = await Child.ServeAsync(pinned ? 1 : null, server, "--database", folder.Database);
        var said = await Child.RunAsync(
            pinned ? 0 : null, "load", child.Url.AbsoluteUri, "--warm", Text(warmUp.TotalSeconds), "--seconds", Text(measured.TotalSeconds), "--rate", Text(rate ?? 0), "--first", "1");
        var result = JsonSerializer.Deserialize(said, LoadJson.Default.LoadResult)!;
        if (result.Refused > 0)
            await Console.Error.WriteLineAsync($"  {server} asked to repeat {result.Refused} of {result.Answered + result.Refused} notifications, which don't count.");
        return result;
    }

    /// <summary>As many as are answered, to a server that runs already.</summary>
    /// <param name="first">Number of the first; none may repeat on one database.</param>
    public static Task SendAsync(Child server, TimeSpan warmUp, TimeSpan measured, long first) => Child.RunAsync(
        null, "load", server.Url.AbsoluteUri, "--warm", Text(warmUp.TotalSeconds), "--seconds", Text(measured.TotalSeconds), "--first", first.ToString(CultureInfo.InvariantCulture));

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}

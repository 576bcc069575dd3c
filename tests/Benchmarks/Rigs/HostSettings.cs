using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>Settings for the host as a process: the adapter's of these benchmarks, as a file.</summary>
internal static class HostSettings
{
    public static Task<string> WriteAsync(string folder, string database) => WriteAsync(folder, AdapterServices.Settings(database));

    public static async Task<string> WriteAsync(string folder, IDictionary<string, string?> settings)
    {
        settings["Bot:Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var file = Path.Combine(folder, $"settings-{new Uri(settings["Bot:Url"]!).Port}.json");
        // Configuration reads "a:b" as b inside a, in files too.
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(settings));
        return file;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MeliBot.Delivery.Tests;

/// <summary>Microsoft's own emulator of Azure Storage, a process of its own; one for all tests. Skips where it isn't installed.</summary>
internal static class Azurite
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lazy<string?> Connection = new(Start);

    /// <summary>Its connection string, which is the same on every machine and opens nothing else.</summary>
    public static string ConnectionString
    {
        get
        {
            Assert.SkipWhen(Connection.Value is null, "Azurite isn't installed (npm install -g azurite), so the queues of Azure Storage aren't tried.");
            return Connection.Value!;
        }
    }

    private static string? Start()
    {
        if (Find() is not { } program) return null;
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("melibot-azurite-").FullName;
        var started = new ProcessStartInfo(program, ["--queuePort", $"{port}", "--location", folder, "--silent", "--skipApiVersionCheck"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(started)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.Kill(entireProcessTree: true);
            Directory.Delete(folder, recursive: true);
        };
        for (var tries = 0; tries < 600 && !process.HasExited; tries++)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};QueueEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";
            }
            catch (SocketException)
            {
                process.WaitForExit(100);
            }
        }

        throw new InvalidOperationException("Azurite was started and doesn't listen: " + process.StandardError.ReadToEnd());
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } named ? [named] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "azurite-queue")))
        .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace MeliBot.Bot.Local;

/// <summary>The Unix socket beside the database over which the terminal talks to the running host.</summary>
internal static class LocalSocket
{
    // The operating system allows about 104 bytes.
    private const int LongestPath = 100;

    public static string PathFor(string database)
    {
        var path = Path.GetFullPath(database) + ".sock";
        return Encoding.UTF8.GetByteCount(path) <= LongestPath
            ? path
            : Path.Combine(Path.GetTempPath(), $"melibot-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16]}.sock");
    }

    /// <summary>Whether somebody listens there; a killed host leaves its socket behind.</summary>
    public static async Task<bool> AnswersAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return false;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public static HttpClient CreateClient(string path)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri("http://melibot.local/local/"), Timeout = TimeSpan.FromSeconds(60) };
    }
}

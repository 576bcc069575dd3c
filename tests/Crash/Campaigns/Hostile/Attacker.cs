using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MeliBot.Crash.Tests.Campaigns.Hostile;

/// <summary>Sends from a loopback address of its own, so that it isn't taken for the platform.</summary>
internal sealed class Attacker(byte number)
{
    private readonly IPAddress _address = IPAddress.Parse($"127.0.0.{number}");

    public HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectCallback = async (context, cancellationToken) => await ConnectAsync(context.DnsEndPoint.Port, cancellationToken),
    });

    /// <summary>A connection that has sent this much and says nothing more.</summary>
    public async Task<NetworkStream> SendAsync(Uri address, string start, CancellationToken cancellationToken)
    {
        var stream = await ConnectAsync(address.Port, cancellationToken);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(start), cancellationToken);
        return stream;
    }

    private async Task<NetworkStream> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(_address, 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

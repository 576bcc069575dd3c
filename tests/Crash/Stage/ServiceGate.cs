using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>Stands before a service on this machine. While it is shut, whoever is connected is cut off and nobody comes through: the service is away, and keeps what it has.</summary>
internal sealed class ServiceGate : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly int _service;
    private readonly Task _accepting;
    private volatile bool _shut;

    /// <param name="service">The port that it stands before.</param>
    public ServiceGate(int service)
    {
        _service = service;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>For so long.</summary>
    public async Task ShutAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        _shut = true;
        CutOff();
        await Task.Delay(time, cancellationToken);
        _shut = false;
    }

    public async ValueTask DisposeAsync()
    {
        _shut = true;
        _listener.Stop();
        CutOff();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task PassAsync(Socket from)
    {
        using var to = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        from.NoDelay = true;
        (_open[from], _open[to]) = (true, true);
        try
        {
            if (_shut)
                return;
            await to.ConnectAsync(IPAddress.Loopback, _service);
            await using NetworkStream client = new(from), service = new(to);
            await Task.WhenAny(client.CopyToAsync(service), service.CopyToAsync(client));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
            // Cut off, by the one side or the other.
        }
        finally
        {
            _open.TryRemove(from, out _);
            _open.TryRemove(to, out _);
            from.Dispose();
        }
    }

    private void CutOff()
    {
        foreach (var socket in _open.Keys)
            socket.Dispose();
    }
}

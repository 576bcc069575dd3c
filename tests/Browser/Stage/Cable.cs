using System.Net;
using System.Net.Sockets;

namespace MeliBot.Browser.Tests.Stage;

/// <summary>Carries bytes between a browser and a host until it is cut: then every connection breaks and no new one comes through.</summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Socket> _open = [];
    private readonly int _port;
    private readonly Task _accepting;
    private bool _cut;

    public Cable(Uri host)
    {
        _port = host.Port;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where the browser goes.</summary>
    public Uri Url { get; }

    public void Cut()
    {
        lock (_gate)
        {
            _cut = true;
            foreach (var socket in _open) socket.Close(0);
            _open.Clear();
        }
    }

    public void Mend()
    {
        lock (_gate) _cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await _listener.AcceptSocketAsync(_ended.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(Socket browser)
    {
        using var _ = browser;
        using var host = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (!Keep(browser, host)) return;
            await host.ConnectAsync(IPAddress.Loopback, _port, _ended.Token);
            await using var a = new NetworkStream(browser);
            await using var b = new NetworkStream(host);
            await Task.WhenAny(a.CopyToAsync(b, _ended.Token), b.CopyToAsync(a, _ended.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut, or one side has gone.
        }
        finally
        {
            lock (_gate)
            {
                _open.Remove(browser);
                _open.Remove(host);
            }
        }
    }

    private bool Keep(Socket browser, Socket host)
    {
        lock (_gate)
        {
            if (_cut) return false;
            _open.Add(browser);
            _open.Add(host);
            return true;
        }
    }
}

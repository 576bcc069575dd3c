using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MeliBot.Benchmarks.Load;

/// <summary>One kept connection that posts notifications. Requests are bytes with a number to fill in, so that the generator costs little.</summary>
internal sealed class Connection : IDisposable
{
    private const int Digits = 12;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[4096];
    private readonly byte[] _request;
    private readonly int[] _numbers;

    private Connection(byte[] request)
    {
        _request = request;
        var hole = Encoding.ASCII.GetBytes(new string('0', Digits));
        _numbers = [.. Enumerable.Range(0, request.Length - Digits).Where(at => request.AsSpan(at, Digits).SequenceEqual(hole))];
    }

    public static async Task<Connection> OpenAsync(Uri url, byte[] body, CancellationToken cancellationToken)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        var connection = new Connection([.. Encoding.ASCII.GetBytes(head), .. body]);
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, url.Port), cancellationToken);
        return connection;
    }

    /// <summary>Posts the notification of this number and gives the answer's status.</summary>
    public async ValueTask<int> PostAsync(long number, CancellationToken cancellationToken)
    {
        foreach (var at in _numbers)
            Utf8Formatter.TryFormat(number, _request.AsSpan(at, Digits), out _, new System.Buffers.StandardFormat('D', Digits));
        await _socket.SendAsync(_request, cancellationToken);
        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length), cancellationToken);
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
            // Both sides answer without a body.
            if (_answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                return ((_answer[9] - '0') * 100) + ((_answer[10] - '0') * 10) + _answer[11] - '0';
        }
    }

    public void Dispose() => _socket.Dispose();
}
